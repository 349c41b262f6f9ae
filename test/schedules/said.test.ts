/** Schedules as people meet them: said in a chat, managed on their card, and kept through the end of a process. */

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { BRUNO } from '../support/activities.ts';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { startConnector, type Connector } from '../support/connector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { buttonOf, buttonsOf, cardFor, cardIn, cardWords, press, send, titlesOf } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-schedules-');
let connector: Connector;
before(async () => {
  connector = await startConnector();
});
after(() => connector.close());

const bots: BotUnderTest[] = [];
afterEach(() => Promise.all(bots.splice(0).map((bot) => bot.close())));

async function startAt(at: string, name: string): Promise<BotUnderTest> {
  const bot = await startBot({
    remembers: true,
    connector,
    at: Date.parse(at),
    environment: { DATA_DIR: join(folder, name) },
  });
  bots.push(bot);
  return bot;
}

/** What was sent to Graph, once there is as much. */
async function firstWrites(bot: BotUnderTest, count: number): Promise<readonly unknown[]> {
  const single = () => bot.writes().filter(({ action }) => action !== 'batch');
  while (single().length < count) await new Promise((resolve) => setTimeout(resolve, 10));
  return single().map(({ body }) => body);
}

describe('what is said of later times', () => {
  it('is said back in words with its next two times, kept, and set when it is due by a bot that was started anew', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'weekdays');
    const said = cardWords(await cardFor(bot, 'dnd every weekday 9-12 "Writing"'));
    assert.match(said, /every weekday, 9:00 AM – 12:00 PM/);
    assert.match(said, /“Writing”/);
    assert.match(said, /Next: Mon, Nov 23, 9:00 AM – 12:00 PM · Tue, Nov 24, 9:00 AM – 12:00 PM/);
    assert.match(said, /Nothing has changed yet/);
    assert.deepEqual(bot.writes(), []);
    await bots.pop()?.close();
    const later = await startAt('2026-11-23T09:00:00-05:00', 'weekdays');
    assert.deepEqual(await firstWrites(later, 2), [
      { availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT3H' },
      {
        statusMessage: {
          message: { content: 'Writing', contentType: 'text' },
          expiryDateTime: { dateTime: '2026-11-23T17:00:00', timeZone: 'UTC' },
        },
      },
    ]);
    assert.match(await later.say('why'), /as you scheduled it \(every weekday, 9:00 AM – 12:00 PM\)/);
    assert.match(await later.say('undo'), /cleared/);
    assert.match(await later.say('my schedules'), /unless you have changed that since/);
  });

  it('is said with its last day behind its times', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'last-day');
    assert.match(
      await bot.say('dnd 2-3pm every day until Monday'),
      /every day, 2:00 PM – 3:00 PM, until Mon, Nov 23/,
    );
  });

  it('is neither kept nor sent by what if', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'what-if');
    assert.match(await bot.say('what if dnd every weekday 9-12'), /would be scheduled.*I kept nothing/);
    assert.match(await bot.say('my schedules'), /Nothing is scheduled/);
    assert.deepEqual(bot.writes(), []);
  });

  it('that a stronger status overlaps is told', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'overlap');
    await bot.say('dnd every weekday 9-12');
    const said = cardWords(await cardFor(bot, 'away every Monday 11am to 2pm'));
    assert.match(said, /you also have Do not disturb \(every weekday, 9:00 AM – 12:00 PM\)/);
  });

  it('is listed, skipped, paused, moved, removed and taken back, by sentence and by button', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'managed');
    await bot.say('dnd every weekday 9-12');
    await bot.say('quiet hours 10pm-7am');
    const card = await cardFor(bot, 'my schedules');
    const own = ['Skip next', 'Pause', 'Tell me at each start', 'Remove'];
    assert.deepEqual(titlesOf(card), [...own, ...own]);
    assert.match(
      await bot.say('skip dnd on Monday'),
      /Skipped on Mon, Nov 23: Do not disturb \(every weekday/,
    );
    assert.match(await bot.say('my schedules'), /Next: Tue, Nov 24, 9:00 AM/);
    assert.match(await bot.say('undo'), /taken back[^]*Next: Mon, Nov 23, 9:00 AM/);
    assert.match(await bot.say('move my quiet hours to 9pm-7am'), /every day, 9:00 PM – 7:00 AM/);
    assert.match(await bot.say('pause schedules until Monday'), /Paused until the start of Mon, Nov 23/);
    assert.match(await bot.say('resume my schedules'), /Resumed/);
    assert.match(
      await bot.say('delete the quiet hours'),
      /Removed: Do not disturb \(quiet hours\) \(every day/,
    );
    const [, pause] = buttonsOf(await cardFor(bot, 'my schedules'));
    assert.ok(pause?.title === 'Pause');
    const paused = await send(bot, pause);
    assert.match(cardWords(paused.card), /Paused until you resume it/);
    const resumed = await press(bot, paused.card, 'Resume');
    const removed = await press(bot, resumed.card, 'Remove');
    assert.match(cardWords(removed.card), /Removed: Do not disturb[^]*Nothing is scheduled/);
    const back = await press(bot, removed.card, 'Undo');
    assert.match(cardWords(back.card), /taken back[^]*every weekday/);
    assert.deepEqual(bot.writes(), []);
  });

  it('is removed by the words that made it, and asked about where several fit', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'named');
    await bot.say('dnd every weekday 9-12');
    await bot.say('dnd every Monday 2pm-4pm');
    assert.match(await bot.say('dnd every weekday 9-12'), /already[^]*every weekday, 9:00 AM/);
    const several = await cardFor(bot, 'remove my dnd schedule');
    assert.match(cardWords(several), /More than one[^]*Nothing changed[^]*every weekday[^]*every Monday/);
    await bot.say('dnd 10 minutes');
    assert.match(await bot.say('remove dnd'), /cleared/i);
    assert.match(await bot.say('remove dnd'), /More than one/);
    assert.match(await bot.say('cancel dnd every weekday'), /Removed: Do not disturb \(every weekday/);
    assert.match(await bot.say('remove dnd every weekday'), /no schedule that this could be about/);
    const remove = buttonsOf(several).findLast(({ title }) => title === 'Remove');
    assert.ok(remove !== undefined);
    const left = await send(bot, remove);
    assert.match(cardWords(left.card), /Removed: Do not disturb \(every Monday[^]*Nothing is scheduled/);
    await bot.close();
  });

  it('is skipped where it waits, and told where it has begun', async () => {
    const bot = await startAt('2026-11-23T08:00:00-05:00', 'begun');
    await bot.say('dnd every weekday 9-12');
    await bots.pop()?.close();
    const later = await startAt('2026-11-23T09:00:00-05:00', 'begun');
    await firstWrites(later, 1);
    const said = await later.say('skip dnd today');
    assert.match(said, /has already started[^]*stays until 12:00 PM[^]*clear/);
    assert.match(await later.say('skip dnd tomorrow'), /Skipped on Tue, Nov 24/);
  });

  it('is chosen in the form', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'form');
    const inputs = { repeat: 'weekdays', start: '09:00', length: '2h' };
    const card = await cardFor(bot, 'set my status');
    const made = await press(bot, card, 'Do not disturb', { inputs });
    assert.match(cardWords(made.card), /Scheduled[^]*every weekday, 9:00 AM – 11:00 AM/);
    const wrong = await press(bot, card, 'Busy', { inputs: { ...inputs, start: '' } });
    assert.match(cardWords(wrong.card), /Fill in the start time[^]*Nothing changed/i);
    assert.deepEqual(bot.writes(), []);
    await bot.close();
  });

  it('is told at each start to whoever asks for it, until they press again', async () => {
    const bot = await startAt('2026-11-23T08:00:00-05:00', 'news');
    const told = await press(bot, await cardFor(bot, 'dnd every weekday 9-12'), 'Tell me at each start');
    assert.match(cardWords(told.card), /tell you at each start/);
    await bots.pop()?.close();
    const before = connector.replies().length;
    const later = await startAt('2026-11-23T09:00:00-05:00', 'news');
    const news = cardIn((await connector.waitForReplies(before + 1))[before]);
    assert.match(cardWords(news), /Started as scheduled; set until 12:00 PM/);
    await press(later, news, 'Stop telling me');
    assert.ok(titlesOf(await cardFor(later, 'my schedules')).includes('Tell me at each start'));
  });

  it('is shown by day for a week', async () => {
    const bot = await startAt('2026-11-23T08:00:00-05:00', 'week');
    assert.match(await bot.say('what is scheduled this week'), /Nothing is scheduled on these days/);
    await bot.say('dnd every weekday 9-12');
    await bot.say('quiet hours 10pm-7am');
    const card = await cardFor(bot, 'what is scheduled next week');
    const words = cardWords(card);
    assert.match(words, /Mon, Nov 30\n.*12:00 AM – 7:00 AM.*\n.*9:00 AM – 12:00 PM.*\n.*10:00 PM – 12:00 AM/);
    assert.equal(JSON.stringify(card).match(/"TableRow"/g)?.length, 7);
    assert.match(JSON.stringify(card), /"fallback":\{"type":"Container"/);
    await bot.close();
  });

  it('of a session is lengthened and taken back as what its person set', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'session');
    await bot.say('presenting today from 3pm to 5pm');
    await bots.pop()?.close();
    const later = await startAt('2026-11-20T15:00:00-05:00', 'session');
    await firstWrites(later, 1);
    later.clock.now += 60_000;
    assert.match(await later.say('extend 30 min'), /until 5:30 PM/);
    assert.match(await later.say('undo'), /until 5:00 PM|cleared/);
  });

  it('that is a session ends by undo', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'session ends');
    await bot.say('presenting today from 3pm to 5pm');
    await bots.pop()?.close();
    const later = await startAt('2026-11-20T15:00:00-05:00', 'session ends');
    await firstWrites(later, 1);
    later.clock.now += 60_000;
    assert.match(await later.say('undo'), /cleared/);
    assert.deepEqual(later.writes().at(-1)?.action, 'clearPresence');
  });

  it('without an end takes the usual length, and says so', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'endless');
    const said = cardWords(await cardFor(bot, 'brb at 3pm'));
    assert.match(said, /Fri, Nov 20, 3:00 PM$/m);
    assert.match(
      said,
      /You didn't say when it ends, so it stays until you change it, at the latest Fri, Nov 27/,
    );
    await bot.close();
  });

  it('is taken back by the card of that change alone, and once', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'old card');
    const first = await cardFor(bot, 'dnd every weekday 9-12');
    bot.clock.now += 60_000;
    const second = await cardFor(bot, 'quiet hours 10pm-7am');
    for (const old of [await press(bot, first, 'Undo'), await press(bot, first, 'Undo')])
      assert.match(cardWords(old.card), /changed your schedules since[^]*10:00 PM – 7:00 AM/);
    const back = cardWords((await press(bot, second, 'Undo')).card);
    assert.match(back, /taken back[^]*every weekday/);
    assert.doesNotMatch(back, /quiet hours/);
    assert.match(cardWords((await press(bot, second, 'Undo')).card), /taken back already/);
    await bot.close();
  });

  it('is gone where its only time is skipped, and many are counted', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'many');
    const once = await cardFor(bot, 'busy tomorrow 2-4pm');
    assert.deepEqual(titlesOf(once), ['Remove', 'Undo', 'My schedules']);
    assert.match(await bot.say('skip busy tomorrow'), /Skipped on Sat, Nov 21[^]*Nothing is scheduled/);
    for (const hour of [1, 2, 3, 4, 5]) await bot.say(`busy every Monday ${hour}pm for 30 minutes`);
    const removed = cardWords(await cardFor(bot, 'remove all schedules'));
    assert.match(removed, /^Removed: Busy \(.*\), Busy \(.*\), and 3 more\.$/m);
    await bot.close();
  });

  it('is listed on a card that Teams takes, however many there are', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'most');
    const text = 'x'.repeat(200);
    for (let count = 0; count < 20; count += 1)
      await bot.say(
        `busy every Monday ${(count % 9) + 1}:${10 + Math.floor(count / 9)}pm for 30 minutes "${text}"`,
      );
    const card = await cardFor(bot, 'my schedules');
    assert.ok(Buffer.byteLength(JSON.stringify(card)) < 25_000, `${JSON.stringify(card).length} bytes`);
    assert.equal(cardWords(card).match(/every Monday, /g)?.length, 20);
  });

  it('is shown to nobody else of a group, not even by undo', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'group');
    await bot.say('dnd every weekday 9-12');
    bot.connector.clear();
    for (const sentence of ['my schedules', 'quiet hours 10pm-7am', 'undo'])
      await bot.say(sentence, { groupChat: true, mentionBot: true });
    assert.deepEqual(
      bot.connector.received.map(({ targeted }) => targeted),
      [true, true, true],
    );
    await bot.close();
  });

  it('is nobody else’s to press', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'others');
    const card = await cardFor(bot, 'dnd every weekday 9-12');
    const remove = buttonOf(card, 'Remove');
    const { owner: _, ...forged } = remove.data;
    await send(bot, { ...remove, data: forged, submits: { ...forged, verb: remove.verb } }, { from: BRUNO });
    assert.match(await bot.say('my schedules'), /every weekday/);
  });

  it('is part of the export, and forgotten with all else', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'forgotten');
    await bot.say('busy tomorrow from 9 until 10:30');
    assert.match(await bot.say('privacy'), /what you have scheduled/);
    assert.match(
      await bot.say('export my data'),
      /what you have scheduled[^]*What you have scheduled[^]*busy/,
    );
    await press(bot, await cardFor(bot, 'forget me'), 'Forget everything');
    assert.match(await bot.say('my schedules'), /Nothing is scheduled/);
  });

  it('waits for what its person chose since, and can be started at once', async () => {
    const bot = await startAt('2026-11-20T14:07:00-05:00', 'waits');
    await bot.say('dnd today from 3pm to 5pm');
    bot.clock.now += 60_000;
    await bot.say('away until 4pm');
    await bots.pop()?.close();
    const before = connector.replies().length;
    const later = await startAt('2026-11-20T15:00:00-05:00', 'waits');
    const told = cardIn((await connector.waitForReplies(before + 1))[before]);
    assert.match(cardWords(told), /It waits: what you chose yourself holds until 4:00 PM/);
    assert.deepEqual(later.writes(), []);
    await press(later, told, 'Start now');
    assert.deepEqual(
      later.writes().map(({ body }) => body),
      [{ availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT2H' }],
    );
  });
});
