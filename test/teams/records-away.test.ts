/** What cannot be read is said not to be known: a database that is away, and several processes on one. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { cardFor, cardWords, press, titlesOf } from '../support/press.ts';
import { startPostgres, type Postgres } from '../support/postgres.ts';

const notKnown = /can't reach my records/;
const connector = await startConnector();
after(() => connector.close());
/** Nothing listens there. */
const nowhere = 'postgres://bot:bot@127.0.0.1:1/none';
const on = (databaseUrl: string) =>
  startBot({ remembers: true, connector, environment: { DATABASE_URL: databaseUrl } });

describe('while the database is away', () => {
  let bot: BotUnderTest;
  before(async () => {
    bot = await on(nowhere);
  });
  after(() => bot.close());
  beforeEach(() => {
    connector.clear();
  });

  for (const text of ['undo', 'extend 30m', 'details', 'what if undo'])
    it(`${text} says that nothing can be known, and not that there is nothing`, async () => {
      const words = await bot.say(text);
      assert.match(words, notKnown);
      assert.doesNotMatch(words, /nothing to|know of no|have sent nothing/i);
      assert.deepEqual(bot.writes(), []);
    });

  for (const text of ['status', 'why'])
    it(`${text} tells what Microsoft reports, and that the rest is not known`, async () => {
      const words = await bot.say(text);
      assert.match(words, /Teams shows/);
      assert.match(words, notKnown);
      assert.doesNotMatch(words, /remember nothing|know of nothing/i);
    });

  it('a plain change works, and its card can be pressed once the record is back', async () => {
    const card = await cardFor(bot, 'dnd 1h');
    assert.equal(bot.seen().availability, 'DoNotDisturb');
    const pressed = await press(bot, card, 'Undo');
    assert.match(cardWords(pressed.card), notKnown);
    assert.ok(titlesOf(pressed.card).includes('Undo'), 'it can be pressed again');
    assert.equal(bot.writes().length, 1);
    assert.match(cardWords((await press(bot, card, 'Refresh')).card), notKnown);
  });
});

describe('two processes on one database', () => {
  let postgres: Postgres;
  let one: BotUnderTest;
  let other: BotUnderTest;
  before(async () => {
    postgres = await startPostgres();
    const url = await postgres.database();
    one = await on(url);
    // Both have found it.
    await one.say('meetings');
    other = await on(url);
    await other.say('meetings');
  });
  after(async () => {
    await one.close();
    await other.close();
    await postgres.stop();
  });
  const together = (minutes: number) => {
    one.clock.now += minutes * 60_000;
    other.clock.now = one.clock.now;
  };

  /** Says it, and waits until it is on record: an export writes what waits first. */
  const recorded = async (bot: BotUnderTest, text: string) => {
    const words = await bot.say(text);
    await bot.say('export my data');
    together(1);
    return words;
  };

  it('undo and extend know what was set through the other', async () => {
    together(1);
    await recorded(one, 'busy 2h');
    await recorded(other, 'dnd 1h');
    assert.match(await recorded(one, 'extend 30m'), /Do not disturb/i);
    assert.doesNotMatch(await recorded(other, 'undo'), /there is nothing/i);
    assert.match(await one.say('status'), /Do not disturb/i);
  });

  it('a card that one sent is pressed at the other', async () => {
    together(1);
    const card = await cardFor(one, 'busy 2h');
    together(1);
    const pressed = await press(other, card, '+30 min');
    assert.match(cardWords(pressed.card), /Extended/);
    together(1);
    assert.match(cardWords((await press(one, pressed.card, 'Undo')).card), /Busy/);
  });

  it('changes through both in the same moment are all on record', async () => {
    together(1);
    await Promise.all([one.say('busy 2h'), other.say('message "in the lab"')]);
    together(1);
    const words = await one.say('extend 30m');
    assert.match(words, /Busy|in the lab/);
    assert.match(await other.say('status'), /Busy/);
  });
});
