import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { escapeMarkdown, plainText } from '../../src/replies/plain.ts';

describe('plain text', () => {
  const table: readonly [markdown: string, plain: string][] = [
    ["You're set to **Busy** until 5 PM.", "You're set to Busy until 5 PM."],
    ['*Busy* can last 30 days', 'Busy can last 30 days'],
    ['Send `status` to see.', 'Send “status” to see.'],
    ['Nothing was sent.\n\n```\nPOST /v1.0\n{"a": 1}\n```', 'Nothing was sent.\n\nPOST /v1.0\n{"a": 1}'],
    ['“a \\*b\\* \\[c\\](d) &lt;e&gt; &amp;amp;”', '“a *b* [c](d) <e> &amp;”'],
  ];
  for (const [markdown, plain] of table) {
    it(`of ${JSON.stringify(markdown)}`, () => {
      assert.equal(plainText(markdown), plain);
    });
  }

  it('gives back whatever was escaped, as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        assert.equal(plainText(escapeMarkdown(typed)), typed.replace(/\s+/g, ' '));
      }),
    );
  });
});
