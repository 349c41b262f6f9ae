import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { read } from '../../src/parser/read.ts';
import { lossOf } from './offered.ts';
import { friday } from './sample.ts';

const states = ['busy', 'dnd', 'away', 'brb', 'presenting', 'in a call', 'out', 'focus time', 'free', 'lunch', 'in a meeting', 'bsuy', 'session away']; // prettier-ignore
const ends = [
  ...[
    '1h',
    'for 2 hours',
    '45 min',
    'for 2',
    '90',
    'until 5pm',
    'until 2',
    'until 2pm',
    'until 10',
    'for 40 days',
  ],
  ...[
    'until lunch',
    'until half three',
    'until tomorrow',
    'all week',
    'until next Friday 3pm',
    'for about an hour',
  ],
  ...[
    'until 5pm CST',
    'until yesterday',
    'at 4',
    'today',
    'this morning',
    'from 2 to 4pm',
    'by 3pm',
    '2 minutes',
  ],
];
const messages = ['"off the grid"', '“board meeting”', '"a <b>bold</b> one"', 'with message On site', ': quarterly review']; // prettier-ignore
const others = ['taxes', '<writing>', 'not', 'maybe', 'or', 'and', 'then', 'set me to', 'please', 'my status', 'if', ',', 'clear', 'extend', 'message', 'for', 'until', '?', 'back then']; // prettier-ignore

const pieces = fc.array(fc.constantFrom(...states, ...ends, ...messages, ...others), {
  minLength: 1,
  maxLength: 6,
});
/** In the order that people choose, and in any. */
const sentence = fc.oneof(
  fc
    .tuple(fc.constantFrom(...states), fc.constantFrom(...ends), fc.constantFrom('', ...messages, ...others))
    .map((parts) => parts.join(' ')),
  pieces.map((parts) => parts.join(' ')),
);

it('no sentence is offered that asks again, is refused, or loses a length or a message', (test) => {
  let offered = 0;
  fc.assert(
    fc.property(sentence, (text) => {
      const reading = read(text, friday);
      if (reading.kind !== 'ask') return;
      for (const suggestion of reading.question.suggestions) {
        offered += 1;
        assert.equal(lossOf(text, suggestion, friday), undefined, `${text} → ${suggestion}`);
      }
    }),
    { seed: 20261130, numRuns: 1500 },
  );
  test.diagnostic(`offered: ${offered}`);
  assert.ok(offered > 1000);
});
