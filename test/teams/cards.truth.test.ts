/** What cards must not claim: each of these was once said, and was not so. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { cardFor, cardWords, press, refreshOf, send } from '../support/press.ts';

const bot = await startBot({ graph: { sleep: () => Promise.resolve() } });
after(() => bot.close());

const friday = bot.clock.now;
const later = (minutes: number) => {
  bot.clock.now += minutes * 60_000;
};

beforeEach(() => {
  bot.clock.now = friday;
  bot.simulator.reset();
  bot.connector.clear();
});

let people = 0;
function somebody() {
  people += 1;
  const aadObjectId = `77777777-7777-4777-8777-${String(people).padStart(12, '0')}`;
  return { from: { ...AVERY, id: `29:${aadObjectId}`, aadObjectId } };
}
type Somebody = ReturnType<typeof somebody>;

const pressed = async (card: unknown, title: string, person: Somebody) =>
  cardWords((await press(bot, card, title, person)).card);
const status = async (person: Somebody) => cardWords(await cardFor(bot, 'status', person));

describe('a status card', () => {
  it('never says where something comes from that the bot may have set itself', async () => {
    const person = somebody();
    bot.simulator.addFault({ kind: 'resetAfterApplying', times: 'always', match: { method: 'POST' } });
    await bot.say('busy 1h', person);
    bot.simulator.removeFaults();
    const words = await status(person);
    assert.match(words, /Busy[^]*got no clear answer, and may be what shows/);
    assert.doesNotMatch(words, /from Teams|elsewhere|remember nothing/);
  });

  it('does not deny a message of its own', async () => {
    const person = somebody();
    await bot.say('message "In the lab" until 5pm', person);
    assert.doesNotMatch(await status(person), /remember nothing/);
  });

  it('says that it remembers nothing, where it does not', async () => {
    assert.match(await status(somebody()), /I know of nothing I set that's still running/);
  });
});

describe('a card whose change is gone', () => {
  it('does not call what an undo brought back a later choice', async () => {
    const person = somebody();
    await bot.say('busy 3h', person);
    const card = await cardFor(bot, 'dnd 1h', person);
    await pressed(card, 'Undo', person);
    assert.match(await pressed(card, 'Undo', person), /Undone: what was there before is back/);
  });

  it('does not point to a later choice that is over too', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'dnd 3h', person);
    await bot.say('busy 30m', person);
    later(60);
    assert.match(await pressed(card, 'Refresh', person), /Do not disturb\nNo longer set/);
  });

  for (const then of ['clear', 'busy 1h']) {
    it(`that ended by itself was not ended by a later ${then}`, async () => {
      const person = somebody();
      const card = await cardFor(bot, 'dnd 30m', person);
      later(120);
      await bot.say(then, person);
      assert.match(await pressed(card, 'End now', person), /Do not disturb\nNo longer set/);
    });
  }

  it('that Graph no longer knew was not ended by the press', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'presenting 1h', person);
    bot.simulator.addFault({ kind: 'answer', status: 404, match: { action: 'clearPresence' } });
    assert.match(await pressed(card, 'End now', person), /There was no session to clear/);
  });
});

describe('a card that is seen again', () => {
  it('does not speak of what was on top of it and has ended', async () => {
    const person = somebody();
    await bot.say('busy until 3pm', person);
    const card = await cardFor(bot, 'presenting 3h', person);
    assert.match(cardWords(card), /Your status Busy stays on top of it until 3:00 PM/);
    later(100);
    const refresh = refreshOf(card);
    assert.ok(refresh !== undefined);
    const seen = cardWords((await send(bot, refresh, { ...person, trigger: 'automatic' })).card);
    assert.match(seen, /Presenting/);
    assert.doesNotMatch(seen, /3:00 PM|few minutes/);
  });
});

describe('a press that Graph took by half', () => {
  it('leaves the rest on the card, to be pressed again', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'dnd 1h "deep work"', person);
    bot.simulator.addFault({ kind: 'answer', status: 403, match: { action: 'setStatusMessage' } });
    const half = (await press(bot, card, 'End now', person)).card;
    assert.match(cardWords(half), /Do not disturb\nEnded, as you asked[^]*deep work/);
    assert.match(await pressed(half, 'End now', person), /Status message\nEnded, as you asked/);
  });
});
