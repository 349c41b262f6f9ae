/** Whatever is said after whatever question: it is read afresh, or as one sentence that says all of it. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { askedAbout, readFollowUp } from '../../src/parser/follow-up.ts';
import { isCommand, read } from '../../src/parser/read.ts';
import type { Reading } from '../../src/parser/reading.ts';
import { friday } from './sample.ts';

const asking = [
  ...['dnd for 2', 'dnd for 2 "writing"', 'busy until lunch', 'busy until 2pm', 'until 5pm', 'bzy 1h'],
  ...['dnd or busy', 'busy 1h until 5', 'unavailable until 5', 'dnd 2h writing', 'busy by 5', 'stop'],
  ...['extend a bit', 'make it 2', 'message', 'what if dnd for 2', 'not available', 'lunch', 'away 3'],
].flatMap((said) => {
  const reading = read(said, friday);
  return reading.kind === 'ask' ? [{ said, question: reading.question }] : [];
});
const words = [
  ...[
    'hours',
    'minutes',
    '2',
    '30',
    'until',
    'for',
    '5pm',
    'tomorrow',
    'tonight',
    '1h',
    'busy',
    'dnd',
    'away',
  ],
  ...['yes', 'no', 'ok', 'the', 'first', 'one', 'last', 'make', 'it', 'not', 'and', 'or', 'cancel', 'now'],
  ...[
    'please',
    'thanks',
    '👍',
    '?',
    '!',
    ',',
    '"x"',
    'bob',
    'lunch',
    'message',
    'clear',
    'what',
    'if',
    'zxqv',
  ],
];
const answer = fc.oneof(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((all) => all.join(' ')),
  fc.string(),
);
const runs = { numRuns: 1000, seed: 20_261_120 };

const commandOf = (reading: Reading) => (reading.kind === 'whatIf' ? reading.of : reading);

it('an answer is its own reading, a politely dropped question, or the reading of the sentence it gives', () => {
  let completed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...asking), answer, ({ said, question }, text) => {
      const asked = askedAbout({ reading: { kind: 'ask', question }, said }, question, friday);
      const found = readFollowUp(asked, text, friday);
      const own = read(text, friday);
      if (found.said === text) {
        const dropped = { kind: 'none', talk: 'drop' };
        assert.ok(
          [own, dropped].some((one) => JSON.stringify(one) === JSON.stringify(found.reading)),
          JSON.stringify(found),
        );
        return;
      }
      assert.deepEqual(found.reading, read(found.said, { ...friday, bot: [] }));
      completed += 1;
      const command = commandOf(found.reading);
      if (said.startsWith('what if')) assert.ok(!isCommand(found.reading), 'a preview stays one');
      const told = 'text' in command ? command.text : 'message' in command ? command.message : undefined;
      assert.ok(told === undefined || said.includes(told), `no message comes of an answer: ${told ?? ''}`);
    }),
    runs,
  );
  assert.ok(completed > 50, `only ${completed} answers completed anything`);
});

it('a word that no table knows completes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...asking),
      fc.array(fc.constantFrom(...words), { maxLength: 3 }),
      fc.array(fc.constantFrom(...words), { maxLength: 3 }),
      ({ said, question }, before, behind) => {
        const text = [...before, 'zxqvw', ...behind].join(' ');
        const asked = askedAbout({ reading: { kind: 'ask', question }, said }, question, friday);
        const found = readFollowUp(asked, text, friday);
        assert.deepEqual(found.reading, read(text, friday), `${said} – ${text}`);
      },
    ),
    runs,
  );
});
