/** What people are told of a status that nobody sees, and “Show it anyway”. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { AVERY, BOT_ID, BRUNO } from '../support/activities.ts';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { startDelegatedBot } from '../support/delegated.ts';
import { temporaryFolder } from '../support/folders.ts';
import { cardIn, cardWords, press, titlesOf } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-unseen-');
const minute = 60_000;

/** A bot whose people are signed in to Teams nowhere. */
async function start(t: TestContext, name: string, environment: Record<string, string> = {}) {
  const bot = await startBot({
    remembers: true,
    simulator: { teamsClients: 'off' },
    environment: { DATA_DIR: join(folder, name), ...environment },
  });
  t.after(() => bot.close());
  return bot;
}

/** What they are told once that many minutes have passed. */
async function toldAfter(bot: BotUnderTest, minutes: number) {
  const before = bot.connector.replies().length;
  bot.clock.now += minutes * minute;
  return cardIn((await bot.connector.waitForReplies(before + 1))[before]);
}

const writes = (bot: BotUnderTest) =>
  bot.writes().map(({ action, body }) => {
    const { availability = '', expirationDuration = '' } = body as Partial<Record<string, string>>;
    return [action, availability, expirationDuration].filter(Boolean).join(' ');
  });

describe('a status that nobody sees', { concurrency: true }, () => {
  it('is told in private, and is shown anyway until its end, as it is undone and as another status takes its place', async (t) => {
    const bot = await start(t, 'shown');
    await bot.say('dnd 2h');
    const told = await toldAfter(bot, 2);
    assert.match(cardWords(told), /Do not disturb\nuntil 4:07 PM/);
    assert.match(cardWords(told), /Colleagues see Offline: most likely you're not signed in to Teams/);
    assert.deepEqual(titlesOf(told), ['Show it anyway']);

    const shown = await press(bot, told, 'Show it anyway');
    assert.match(cardWords(shown.card), /Do not disturb\nshown anyway until 4:07 PM .*an Away session/);
    assert.deepEqual(bot.writes().at(-1)?.body, {
      sessionId: BOT_ID,
      availability: 'Away',
      activity: 'Away',
      expirationDuration: 'PT1H58M',
    });
    assert.equal(bot.seen().availability, 'DoNotDisturb');
    const again = await press(bot, told, 'Show it anyway');
    assert.match(cardWords(again.card), /already chosen to show it anyway/);
    assert.equal(bot.writes().length, 2, 'nothing is sent twice');
    assert.match(
      await bot.say('status'),
      /I set Do not disturb until 4:07 PM.*Do not disturb: shown anyway until 4:07 PM/,
    );
    assert.match(await bot.say('why'), /Away: Beneath that: a session, until 4:07 PM .*You asked for it/);

    await press(bot, shown.card, 'Undo');
    assert.equal(bot.seen().availability, 'Offline');
    assert.deepEqual(writes(bot).slice(1), ['setPresence Away PT1H58M', 'clearPresence']);

    await press(bot, told, 'Show it anyway');
    assert.match(await bot.say('extend 30m'), /Do not disturb.*until 4:37 PM/);
    assert.deepEqual(writes(bot).slice(-2), [
      'setUserPreferredPresence DoNotDisturb PT2H28M',
      'setPresence Away PT2H28M',
    ]);
    await bot.say('dnd 3h');
    assert.deepEqual(writes(bot).slice(-2), [
      'setUserPreferredPresence DoNotDisturb PT3H',
      'setPresence Away PT3H',
    ]);
    await bot.say('available 1h');
    assert.deepEqual(writes(bot).slice(-2), ['clearPresence', 'setUserPreferredPresence Available PT1H']);
    assert.equal(bot.seen().availability, 'Offline', 'nobody is green who is not there');
    const late = await press(bot, told, 'Show it anyway');
    assert.match(cardWords(late.card), /Nothing changed/);
    assert.equal(bot.seen().availability, 'Offline');

    const available = await toldAfter(bot, 2);
    assert.match(cardWords(available), /Available\nuntil 3:09 PM/);
    assert.deepEqual(titlesOf(available), []);
  });

  it('is shown no longer than until another status, a restart later as well', async (t) => {
    const before = await start(t, 'restarted');
    await before.say('dnd 2h');
    await press(before, await toldAfter(before, 2), 'Show it anyway');
    await before.close();
    const bot = await start(t, 'restarted');
    await bot.say('why');
    await bot.say('available 1h');
    assert.deepEqual(writes(bot), ['clearPresence', 'setUserPreferredPresence Available PT1H']);
  });

  it('is shown no longer than until a schedule sets another', async (t) => {
    const bot = await start(t, 'scheduled');
    await bot.say('dnd');
    await press(bot, await toldAfter(bot, 2), 'Show it anyway');
    await bot.say('available at 2:15pm for an hour');
    bot.clock.now += 6 * minute;
    while (writes(bot).at(-1) !== 'clearPresence') await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(bot.seen().availability, 'Offline');
    assert.doesNotMatch(await bot.say('why'), /Away/);
  });

  it('is told to its person alone who signed in, and read as them', async (t) => {
    const bot = await startDelegatedBot({
      remembers: true,
      simulator: { teamsClients: 'off' },
      environment: { DATA_DIR: join(folder, 'delegated') },
    });
    t.after(() => bot.close());
    bot.signedIn(AVERY);
    await bot.say('dnd 2h');
    assert.match(cardWords(await toldAfter(bot, 3)), /Colleagues see Offline/);
    const reads = bot.simulator.requests().filter(({ method }) => method === 'GET');
    assert.deepEqual(
      reads.map(({ userId }) => userId),
      [AVERY.aadObjectId],
    );
  });

  it('is never looked for where NOTICES is off', async (t) => {
    const bot = await start(t, 'off', { NOTICES: 'off' });
    await bot.say('dnd 2h');
    await bot.say('busy at 2:09pm for an hour', { from: BRUNO });
    bot.clock.now += 3 * minute;
    while (bot.writes().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await bot.close();
    assert.deepEqual(
      bot.simulator.requests().filter(({ action }) => /^getPresence/.test(action ?? '')),
      [],
    );
  });
});
