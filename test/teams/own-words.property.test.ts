/** Whatever stands in and around a quotation, its words are never taken for the sender's own. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseEnvelope } from '../../src/teams/envelope.ts';
import { ownWordsIn } from '../../src/teams/own-words.ts';
import { message } from '../support/activities.ts';

const schema = 'http://schema.skype.com';
const fragment = fc.constantFrom(
  ...['<p>', '</p>', '<div>', '</div>', '<span>', '</span>', '<b>', '</b>', '<s>', '</s>', '<br/>', '<at>', '</at>'],
  ...['<blockquote>', '</blockquote>', '<BLOCKQUOTE\n>', '</blockquote >', '<blockquote/>', '</blockquote'],
  ...['<!--', '-->', '<!-->', '<![CDATA[', ']]>', '<?', '?>', '<script>', '</script>', '<style>', '</style>'],
  ...['<a title="', "<a title='", '<a title=', '">', "'>", '>', '<', '&lt;', '&', '&#60;', '"', "'", '\u0000', '='],
  ...['<textarea>', '</textarea>', '<title>', '</title>', '<svg>', '</svg>', '<select>', '<table>', '<template>'],
  ...[`<div itemtype="${schema}/Reply">`, `<span itemtype="${schema}/Mention">`, '<quoted messageId="1"/>', 'hi', ' '],
); // prettier-ignore
const soup = fc.array(fragment, { maxLength: 8 }).map((parts) => parts.join(''));
const around = fc.record({ before: soup, start: soup, end: soup, after: soup });

function ownOf(text: string, content: string): string {
  const attachments = [{ contentType: 'text/html', content }];
  const activity = { ...message({ serviceUrl: 'http://127.0.0.1/', text }), attachments };
  const envelope = parseEnvelope(activity);
  assert.ok(envelope !== undefined);
  return ownWordsIn(envelope).own;
}

describe('the words of a quotation are not the sender’s', () => {
  for (const kind of ['Forward', 'Reply']) {
    it(`${kind}, whatever stands in it and around it`, () => {
      fc.assert(
        fc.property(around, fc.boolean(), ({ before, start, end, after }, referenced) => {
          const quotation = `<blockquote itemtype="${schema}/${kind}">${start}SECRET${end}</blockquote>`;
          const text = kind === 'Reply' && referenced ? '<quoted messageId="1"/>OWN' : 'OWN SECRET OWN';
          const own = ownOf(text, `${before}<p>OWN</p>${quotation}${after}`);
          assert.doesNotMatch(own, /SECRET/);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('nor are they lost without need: plain markup around them leaves the sender’s', () => {
    const plain = fc
      .array(fc.constantFrom('<p>hi</p>', '<div><b>hi</b></div>', '<br>', '<ul><li>hi</li></ul>', '<blockquote>hi</blockquote>'), { maxLength: 6 })
      .map((parts) => parts.join('')); // prettier-ignore
    fc.assert(
      fc.property(plain, plain, (start, end) => {
        const forward = `<blockquote itemtype="${schema}/Forward">${start}SECRET${end}</blockquote>`;
        assert.equal(ownOf('OWN words SECRET', `<p>OWN&nbsp;words</p>${forward}`), 'OWN words');
        const reply = `<blockquote itemtype="${schema}/Reply">${start}SECRET${end}</blockquote>`;
        assert.equal(ownOf('SECRET OWN words', `${reply}<p>OWN&nbsp;words</p>`), 'OWN words');
      }),
    );
  });
});
