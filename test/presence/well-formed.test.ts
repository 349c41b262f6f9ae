/** Text that a database takes, however it was written. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  clipped,
  isWellFormed,
  shortened,
  wellFormed,
  wellFormedJson,
} from '../../src/presence/well-formed.ts';

/** Any UTF-16, with what matters here more often than chance has it. */
const texts = fc
  .array(fc.oneof(fc.string(), fc.constantFrom('\0', '\ud83d', '\ude00', '😀', '\\', 'u0000', '\\u', '"')))
  .map((parts) => parts.join(''));

describe('a text that was cleaned', () => {
  it('is well-formed, and the same where it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.ok(isWellFormed(wellFormed(text)));
        if (isWellFormed(text)) assert.equal(wellFormed(text), text);
      }),
    );
  });

  it('has no character that was made of two halves', () => {
    assert.equal(wellFormed('\ud83d\0\ude00'), '\ufffd\ufffd');
  });

  it('is cut between characters', () => {
    assert.equal(clipped('ab😀', 3), 'ab');
    assert.equal(clipped('ab😀', 4), 'ab😀');
    assert.equal(clipped('ab', 9), 'ab');
  });

  it('ends in an ellipsis where it was shortened, and is no longer than asked', () => {
    assert.equal(shortened('abcd', 3), 'ab…');
    assert.equal(shortened('a😀d', 3), 'a…');
    assert.equal(shortened('abc', 3), 'abc');
  });
});

describe('JSON that was cleaned', () => {
  it('has every text and name well-formed, and is the same where it was', () => {
    fc.assert(
      fc.property(texts, texts, (name, text) => {
        const cleaned: unknown = JSON.parse(wellFormedJson(JSON.stringify({ a: [{ [`x${name}`]: text }] })));
        assert.deepEqual(cleaned, { a: [{ [wellFormed(`x${name}`)]: wellFormed(text) }] });
      }),
    );
  });

  it('knows escapes in either case, and a backslash that is escaped itself', () => {
    const written = String.raw`["\u0000","\uD83D\uDE00","\uD83d","\\u0000","\\\u0000","\n","\uD83D\u0000\uDE00"]`;
    assert.deepEqual(JSON.parse(wellFormedJson(written)), [
      '',
      '😀',
      '\ufffd',
      '\\u0000',
      '\\',
      '\n',
      '\ufffd\ufffd',
    ]);
  });

  it('may be as deep as JSON may be', () => {
    const deep = `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`;
    assert.equal(wellFormedJson(deep).length, deep.length - 6);
  });
});
