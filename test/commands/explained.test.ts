/** What is the same each time is said the first three times; what is about this very change, always. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainText } from '../../src/replies/plain.ts';
import { cardWords } from '../support/press.ts';
import { startTalk, type Talk, type Told } from '../support/talk.ts';

const hour = 3_600_000;
const showing = 'Teams may take a few minutes to show it.';
const manualOnTop = 'A status you choose in Teams yourself stays on top of it.';

/** The words of each, one after the other. */
async function saysAll(talk: Talk, ...texts: string[]): Promise<string[]> {
  const said: string[] = [];
  for (const text of texts) said.push(plainText((await talk.say(text)).text));
  return said;
}

/** The parts of the card's body that a press of “Why?” shows, and how the others read. */
function whyOn({ card }: Told): { why: string | undefined; rest: string } {
  assert.ok(card !== undefined && 'body' in card && Array.isArray(card.body));
  const body: readonly unknown[] = card.body;
  const isHidden = (part: unknown) =>
    typeof part === 'object' && part !== null && 'isVisible' in part && part.isVisible === false;
  const hidden = body.filter(isHidden);
  const toggles = JSON.stringify(card).match(
    /"type":"Action\.ToggleVisibility","title":"Why\?","tooltip":"[^"]+","targetElements":\["why"\]/g,
  );
  assert.equal(toggles?.length ?? 0, hidden.length, 'what is hidden has its button');
  for (const part of hidden) assert.match(JSON.stringify(part), /"id":"why"/);
  return {
    why: hidden.length === 0 ? undefined : cardWords(hidden),
    rest: cardWords(body.filter((part) => !isHidden(part))),
  };
}

describe('what may hide any status', () => {
  it('is said three times, and on the fourth receipt there is the point alone', async () => {
    const said = await saysAll(startTalk(undefined), 'busy 1h', 'dnd 1h', 'away 1h', 'brb 30m');
    assert.deepEqual(
      said.map((text) => text.includes(showing)),
      [true, true, true, false],
    );
    assert.equal(said[3], "You're set to Be right back until 2:37 PM.");
  });

  it('then stands on the card behind “Why?”, without asking the bot', async () => {
    const talk = startTalk(undefined);
    const first = whyOn(await talk.say('presenting 1h'));
    assert.equal(first.why, undefined);
    assert.ok(first.rest.includes(showing) && first.rest.includes(manualOnTop));
    await saysAll(talk, 'presenting 2h', 'presenting 3h');
    const fourth = whyOn(await talk.say('presenting 1h'));
    assert.equal(fourth.why, `${manualOnTop}\n${showing}`);
    assert.doesNotMatch(fourth.rest, /Teams/);
  });

  it('is not counted for what nothing hides', async () => {
    const talk = startTalk(undefined);
    await saysAll(talk, 'message a', 'message b', 'clear', 'what if busy 1h', 'status');
    const said = await saysAll(talk, 'busy 1h', 'dnd 1h', 'away 1h', 'busy 2h');
    assert.deepEqual(
      said.map((text) => text.includes(showing)),
      [true, true, true, false],
    );
  });

  it('is not asked for once it says nothing: ten minutes later Teams shows it', async () => {
    const talk = startTalk(undefined);
    await saysAll(talk, 'busy 1h', 'dnd 1h', 'away 1h');
    const { card } = await talk.say('busy 1h');
    talk.now += hour / 4;
    assert.equal(whyOn(await talk.press(card, 'Refresh')).why, undefined);
  });
});

describe('what is about this very change', () => {
  it('is said each time: a status of ours that stays on top', async () => {
    const talk = startTalk(undefined);
    await saysAll(talk, 'busy 1h', 'dnd 1h', 'away 1h', 'busy 2h');
    const told = await talk.say('presenting 1h');
    assert.match(plainText(told.text), /Your status Busy stays on top of it until 4:07 PM\.$/);
    assert.match(whyOn(told).rest, /Your status Busy stays on top of it until 4:07 PM\./);
    assert.equal(whyOn(told).why, showing);
  });

  it('is said each time: what was assumed, which end was taken, and what undo emptied', async () => {
    const talk = startTalk(undefined);
    await saysAll(talk, 'busy 1h', 'dnd 1h', 'away 1h', 'busy 2h');
    assert.deepEqual(await saysAll(talk, 'brb 10', 'busy until 3', 'message hi', 'undo'), [
      "You're set to Be right back until 2:17 PM today. I took the number as minutes.",
      "You're set to Busy until 3:00 PM today.",
      'Your status message is “hi” until you clear it. To end it sooner, say “make it until midnight tonight”.',
      "Undone: I cleared your status message. I hadn't set anything before that.",
    ]);
  });
});

describe('the time zone', () => {
  it('is named three times, and then goes without saying: in receipts, status, why and older cards', async () => {
    const talk = startTalk(undefined);
    const said = await saysAll(
      talk,
      'busy 1h',
      'message In the lab until 4pm',
      'away 1h',
      'dnd 1h',
      'status',
      'why',
    );
    assert.deepEqual(
      said.map((text) => text.includes('(New York)')),
      [true, true, true, false, false, false],
    );
    const { card } = await talk.say('dnd 2h');
    await talk.say('message y');
    assert.match(cardWords((await talk.press(card, 'Refresh')).card), /until 4:07 PM$/m);
  });

  it('is named again where it is another one, and once more on the way back', async () => {
    const talk = startTalk(undefined);
    await saysAll(talk, 'busy 1h', 'dnd 1h', 'away 1h', 'busy 1h');
    const { card } = await talk.say('busy 2h');
    talk.zone = 'Asia/Tokyo';
    assert.match(cardWords((await talk.press(card, 'Refresh')).card), /6:07 AM \(Tokyo\)/);
    assert.match((await talk.say('status')).text, /6:07 AM \(Tokyo\)/);
    assert.deepEqual(await saysAll(talk, 'busy 1h', 'busy 2h'), [
      "You're set to Busy until 5:07 AM (Tokyo).",
      "You're set to Busy until 6:07 AM.",
    ]);
    talk.zone = 'America/New_York';
    assert.deepEqual(await saysAll(talk, 'busy 1h', 'busy 2h'), [
      "You're set to Busy until 3:07 PM (New York).",
      "You're set to Busy until 4:07 PM.",
    ]);
  });

  it('is not counted where nobody knows it', async () => {
    const talk = startTalk(undefined);
    talk.zone = undefined;
    await saysAll(talk, 'busy 1h', 'dnd 1h', 'away 1h');
    talk.zone = 'Asia/Tokyo';
    const said = await saysAll(talk, 'busy 1h', 'dnd 1h', 'away 1h', 'busy 1h');
    assert.deepEqual(
      said.map((text) => text.includes('(Tokyo)')),
      [true, true, true, false],
    );
  });
});
