/** What else an end may have meant: from the reading to the receipt's buttons, and nothing that would be refused. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reading } from '../../src/parser/reading.ts';
import { startTalk } from '../support/talk.ts';
import { cardWords, titlesOf } from '../support/press.ts';

const at = (time: string) => Date.parse(`2026-11-${time}:00-05:00`);
const guessed = { end: { said: 'instant', at: at('20T15:00') }, assumed: [{ code: 'bareHour' }] } as const;
const busy = (otherEnds: readonly number[], message?: string): Reading => ({
  kind: 'prefer',
  status: 'busy',
  ...guessed,
  otherEnds,
  ...(message === undefined ? {} : { message }),
});
const usual = ['Undo', '+30 min', 'End now', 'Refresh'];

describe('other ends', () => {
  it('are offered beside the one that is acted on, in words and as buttons', async () => {
    const told = await startTalk(undefined).ask(busy([at('21T03:00'), at('23T17:00')]));
    assert.match(
      told.text,
      /^You're set to \*\*Busy\*\* until 3:00 PM today \(New York\)\..* If you meant another end, say `make it until tomorrow, 3:00 AM` or `make it until Mon, Nov 23, 5:00 PM`\.$/,
    );
    assert.match(cardWords(told.card), /Busy\nuntil 3:00 PM today \(New York\)/);
    assert.deepEqual(titlesOf(told.card), ['Until tomorrow 3 AM', 'Until Mon 5 PM', ...usual]);
  });

  const readings: Readonly<Record<string, Reading>> = {
    'a status': busy([at('20T17:00')]),
    'a status with its message': busy([at('20T17:00')], 'writing'),
    'a session with its message': {
      kind: 'open',
      session: 'presenting',
      ...guessed,
      otherEnds: [at('20T17:00')],
      message: 'writing',
    },
    'a message': { kind: 'message', text: 'writing', ...guessed, otherEnds: [at('20T17:00')] },
  };
  for (const [what, reading] of Object.entries(readings)) {
    it(`take the place of the end of ${what}, and leave with it`, async () => {
      const talk = startTalk(undefined);
      const { card } = await talk.ask(reading);
      const pressed = await talk.press(card, 'Until 5 PM');
      assert.match(pressed.text, /^Extended: .* until 5:00 PM \(New York\)/);
      assert.doesNotMatch(cardWords(pressed.card), /3:00 PM/);
      assert.deepEqual(titlesOf(pressed.card), usual);
      const again = await talk.press(card, 'Until 5 PM');
      assert.match(cardWords(again.card), /already runs until 5:00 PM .* Nothing changed/);
      const back = await talk.press(pressed.card, 'Undo');
      assert.match(back.text, /3:00 PM/);
    });
  }

  it('are none that would be refused, and not the one that was taken', async () => {
    const talk = startTalk(undefined);
    const passed = at('20T14:00');
    const ends = [passed, at('20T15:00'), at('30T09:00') + 30 * 86_400_000, at('20T16:00')];
    assert.deepEqual(titlesOf((await talk.ask(busy(ends))).card), ['Until 4 PM', ...usual]);
    // A session of this office lasts four hours at most.
    const long: Reading = { kind: 'open', session: 'inACall', ...guessed, otherEnds: [at('21T15:00')] };
    assert.deepEqual(titlesOf((await talk.ask(long)).card), usual);
  });

  it('are two at most: a card has six actions', async () => {
    const ends = [16, 17, 18, 19].map((hour) => at(`20T${hour}:00`));
    assert.equal(titlesOf((await startTalk(undefined).ask(busy(ends))).card).length, 6);
  });

  it('say so where they have passed by the time they are pressed', async () => {
    const talk = startTalk(undefined);
    const { card } = await talk.ask({
      ...busy([at('20T15:00')]),
      end: { said: 'instant', at: at('21T03:00') },
    } as Reading);
    talk.now = at('20T15:01');
    const pressed = await talk.press(card, 'Until 3 PM');
    assert.match(cardWords(pressed.card), /That time has passed/);
    assert.match(cardWords(pressed.card), /Busy\nuntil tomorrow, 3:00 AM/);
  });

  it('touch nothing that was chosen later', async () => {
    const talk = startTalk(undefined);
    const { card } = await talk.ask(busy([at('20T17:00')], 'writing'));
    await talk.say('message in the lab until 4pm');
    const pressed = await talk.press(card, 'Until 5 PM');
    assert.match(pressed.text, /\*\*Busy\*\* until 5:00 PM/);
    assert.doesNotMatch(pressed.text, /in the lab/);
  });
});
