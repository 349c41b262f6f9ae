/** Ends that a receipt offers: each takes the place of the end with one press, and of nothing else. */

import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { AVERY, type Person } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { cardFor, cardWords, press, settled, titlesOf } from '../support/press.ts';

const bot = await startBot({ graph: { sleep: () => Promise.resolve() } });
after(() => bot.close());

const friday = bot.clock.now;
const minute = 60_000;
const later = (minutes: number) => {
  bot.clock.now += minutes * minute;
};

beforeEach(() => {
  bot.clock.now = friday;
  bot.simulator.reset();
  bot.connector.clear();
});
afterEach(() => settled(bot));

let people = 0;
function somebody() {
  people += 1;
  const aadObjectId = `67676767-6666-4666-8666-${String(people).padStart(12, '0')}`;
  return { from: { ...AVERY, id: `29:${aadObjectId}`, aadObjectId } };
}

/** The slots of a person at Graph, each with the minutes until it ends. */
function held({ from }: { from: Person }) {
  const { preferred, sessions, statusMessage } = bot.simulator.state(String(from.aadObjectId));
  const until = (endsAt: string | null) =>
    endsAt === null ? '' : ` +${(Date.parse(endsAt) - friday) / minute}`;
  return [
    ...(preferred === null ? [] : [`${preferred.activity}${until(preferred.endsAt)}`]),
    ...sessions.map((one) => `${one.activity}${until(one.endsAt)}`),
    ...(statusMessage === null ? [] : [`“${statusMessage.content}”${until(statusMessage.endsAt)}`]),
  ];
}

const usual = ['Undo', 'End now', 'Refresh'];

describe('what was set without an end', () => {
  const offered = [
    ['brb', ['Until 2:22 PM', 'Until 2:37 PM']],
    ['away', ['Until 3:07 PM', 'Until midnight']],
    ['offline', ['Until tomorrow 8 AM']],
    ['busy', ['Until 3:07 PM', 'Until midnight']],
    ['dnd', ['Until 3:07 PM', 'Until midnight']],
    ['available', ['Until 3:07 PM', 'Until midnight']],
    ['presenting', ['Until 2:37 PM', 'Until 2:52 PM']],
    ['in a call', ['Until 2:22 PM', 'Until 2:37 PM']],
    ['in a conference call', ['Until 2:37 PM', 'Until 2:52 PM']],
    ['session available', ['Until 2:37 PM']],
    ['session away', ['Until 2:22 PM', 'Until 2:37 PM']],
    ['message in the lab', ['Until midnight']],
  ] as const;
  for (const [said, ends] of offered)
    it(`offers sooner ends that suit it: ${said}`, async () => {
      const card = await cardFor(bot, said, somebody());
      assert.deepEqual(titlesOf(card), [...ends, ...usual]);
      assert.ok(titlesOf(card).length <= 6, 'a card has at most six actions');
    });

  it('ends then at one press, which can be undone', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'brb', person);
    assert.match(cardWords(card), /until you change it, at the latest Fri, Nov 27 \(New York\)/);
    const shorter = await press(bot, card, 'Until 2:22 PM', person);
    assert.match(cardWords(shorter.card), /^Shortened\nBe right back\nuntil 2:22 PM \(New York\)/);
    assert.deepEqual(held(person), ['BeRightBack +15']);
    await press(bot, shorter.card, 'Undo', person);
    assert.deepEqual(held(person), [`BeRightBack +${7 * 24 * 60}`]);
  });

  it('keeps nothing that has passed on a card that is looked at again', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'brb', person);
    later(16);
    const pressed = await press(bot, card, 'Until 2:22 PM', person);
    assert.match(cardWords(pressed.card), /That time has passed.*Nothing changed/);
    assert.deepEqual(held(person), [`BeRightBack +${7 * 24 * 60}`]);
  });

  it('is left alone by the second of two clicks', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'away "at the dentist"', person);
    await press(bot, card, 'Until 3:07 PM', person);
    assert.deepEqual(held(person), ['Away +60', '“at the dentist” +60']);
    const writes = bot.writes().length;
    const again = await press(bot, card, 'Until 3:07 PM', person);
    assert.match(cardWords(again.card), /already runs until 3:07 PM .* Nothing changed/);
    assert.equal(bot.writes().length, writes);
  });

  it('is left alone where something was chosen later', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'away "at the dentist"', person);
    await bot.say('busy 3h', person);
    await press(bot, card, 'Until 3:07 PM', person);
    assert.deepEqual(held(person), ['Busy +180', '“at the dentist” +60']);
    const session = await cardFor(bot, 'presenting', person);
    await bot.say('in a call 20m', person);
    const pressed = await press(bot, session, 'Until 2:37 PM', person);
    assert.match(cardWords(pressed.card), /Replaced by a later choice of yours/);
    assert.deepEqual(held(person), ['Busy +180', 'InACall +20', '“at the dentist” +60']);
  });

  it('that is a message gets an end', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'message in the lab', person);
    await press(bot, card, 'Until midnight', person);
    assert.deepEqual(held(person), [`“in the lab” +${9 * 60 + 53}`]);
  });

  it('is pressed by its owner alone', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'brb', person);
    const pressed = await press(bot, card, 'Until 2:22 PM', somebody());
    assert.match(pressed.text, /somebody else's/);
    assert.deepEqual(held(person), [`BeRightBack +${7 * 24 * 60}`]);
  });

  it('works from a client that knows Action.Submit alone', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'brb', person);
    await press(bot, card, 'Until 2:37 PM', { ...person, as: 'submit' });
    assert.deepEqual(held(person), ['BeRightBack +30']);
  });
});

describe('another end for what was set last', () => {
  it('is sooner or later, in words', async () => {
    const person = somebody();
    await bot.say('busy 1h "deep work"', person);
    assert.match(await bot.say('make it 2 hours', person), /^Extended: you're now set to Busy until 4:07 PM/);
    assert.match(
      await bot.say('shorten to 30 min', person),
      /^Shortened: you're now set to Busy until 2:37 PM/,
    );
    assert.match(await bot.say('actually 3 hours', person), /until 5:07 PM/);
    assert.match(await bot.say('make it until 4', person), /until 4:00 PM today/);
    assert.match(await bot.say('extend to 5pm', person), /^Extended: .*until 5:00 PM/);
    assert.deepEqual(held(person), ['Busy +173', '“deep work” +173']);
    await bot.say('undo', person);
    assert.deepEqual(held(person), ['Busy +113', '“deep work” +113']);
  });

  it('is counted from now, and from the beginning at one press', async () => {
    const person = somebody();
    await bot.say('busy 1h', person);
    later(20);
    const card = await cardFor(bot, 'make it 2 hours', person);
    assert.match(cardWords(card), /Busy\nuntil 4:27 PM today \(New York\)/);
    const pressed = await press(bot, card, 'Until 4:07 PM', person);
    assert.match(cardWords(pressed.card), /^Shortened\nBusy\nuntil 4:07 PM/);
    assert.deepEqual(held(person), ['Busy +120']);
  });

  it('is that of the session or the message, where that came last', async () => {
    const person = somebody();
    await bot.say('busy 3h', person);
    await bot.say('presenting 1h', person);
    await bot.say('make it 2 hours', person);
    await bot.say('message in the lab', person);
    await bot.say('make it until 5pm', person);
    assert.deepEqual(held(person), ['Busy +180', 'Presenting +120', '“in the lab” +173']);
  });

  it('says so where there is nothing, or nothing to change', async () => {
    const person = somebody();
    assert.match(await bot.say('make it 2 hours', person), /nothing I set that's still running/);
    await bot.say('busy until 5pm', person);
    assert.match(await bot.say('make it until 5pm', person), /already runs until 5:00 PM .*Nothing changed/);
    assert.match(await bot.say('make it 60 days', person), /can last 1 minute to 30 days/);
    assert.deepEqual(held(person), ['Busy +173']);
  });
});
