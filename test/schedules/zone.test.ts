/** Somebody whose client is in another time zone than their schedules is asked about it once. */

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { developmentToken } from '../../src/simulator/index.ts';
import { BOT_ID, BRUNO } from '../support/activities.ts';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { startConnector, type Connector } from '../support/connector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { cardIn, cardWords, press, titlesOf } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-zones-');
let connector: Connector;
before(async () => {
  connector = await startConnector();
});
after(() => connector.close());

const bots: BotUnderTest[] = [];
afterEach(() => Promise.all(bots.splice(0).map((bot) => bot.close())));

/** A bot of that name's records on a Friday in winter, and somebody in Tokyo. */
async function start(name: string): Promise<BotUnderTest> {
  const roles = ['Presence.ReadWrite.All', 'Calendars.ReadBasic'];
  const bot = await startBot({
    remembers: true,
    connector,
    simulator: { tokens: { [developmentToken]: { kind: 'application', appId: BOT_ID, roles } } },
    at: Date.parse('2026-11-20T10:00:00+09:00'),
    environment: { DATA_DIR: join(folder, name), CALENDAR: 'application' },
  });
  bots.push(bot);
  return bot;
}

const tokyo = { timezone: 'Asia/Tokyo' };
const london = { timezone: 'Europe/London' };
const newYork = { timezone: 'America/New_York' };
/** A client that tells only how far its clock is from UTC. */
const offset = (hours: string) => ({ timezone: hours });

/** Says it from there and gives the card of the question that follows the answer. */
async function asked(bot: BotUnderTest, where: { readonly timezone: string }): Promise<unknown> {
  const already = connector.replies().length;
  await bot.say('status', where);
  return cardIn((await connector.waitForReplies(already + 2))[already + 1]);
}

/** Says it from there: nothing but the answer comes, while others are answered twice. */
async function notAsked(bot: BotUnderTest, where: { readonly timezone: string; readonly groupChat?: true }) {
  const already = connector.replies().length;
  await bot.say('status', { ...where, ...(where.groupChat && { mentionBot: true }) });
  for (const text of ['help', 'dnd 1h']) await bot.say(text, { from: BRUNO });
  assert.equal(connector.replies().length, already + 3);
}

describe('a client in another time zone', () => {
  it('is asked about once, after the answer, and moves what recurs: clock times stay, and undo takes it back', async () => {
    const bot = await start('moved');
    await bot.say('dnd every weekday 9-12', tokyo);
    await bot.say('busy tomorrow 2-4pm', tokyo);
    const card = await asked(bot, london);
    assert.match(
      cardWords(card),
      /Your schedules are kept in Tokyo time\. Move them to London time\?[^]*keep their clock times/,
    );
    assert.deepEqual(titlesOf(card), ['Move them', 'Keep Tokyo time']);
    await notAsked(bot, london);
    const moved = await press(bot, card, 'Move them', london);
    assert.match(cardWords(moved.card), /Moved to London time[^]*Next: Fri, Nov 20, 9:00 AM – 12:00 PM/);
    assert.match(cardWords(moved.card), /Sat, Nov 21, 2:00 – 4:00 PM[^]*Times of Tokyo/);
    assert.match(cardWords((await press(bot, card, 'Move them', london)).card), /Nothing changed/);
    const back = await press(bot, moved.card, 'Undo', london);
    assert.match(cardWords(back.card), /taken back[^]*Next: Mon, Nov 23, 9:00 AM[^]*Times of Tokyo/);
    await notAsked(bot, tokyo);
  });

  it('is told that nothing moves where its person keeps the former time, even by a bot that is started anew', async () => {
    const first = await start('kept');
    await first.say('quiet hours 10pm-7am', tokyo);
    await notAsked(first, { ...london, groupChat: true });
    const card = await asked(first, london);
    const kept = await press(first, card, 'Keep Tokyo time', london);
    assert.match(cardWords(kept.card), /stay as they are[^]*London again/);
    assert.match(await first.say('my schedules', london), /Times of Tokyo/);
    await bots.pop()?.close();
    const again = await start('kept');
    await again.say('status', tokyo);
    await notAsked(again, london);
    assert.match(cardWords(await asked(again, newYork)), /New York time\?/);
  });

  it('is not asked about where clocks show the same, or nothing recurs', async () => {
    const bot = await start('same');
    await bot.say('busy tomorrow 2-4pm', tokyo);
    await notAsked(bot, london);
    assert.match(await bot.say('dnd every weekday 9-12', tokyo), /Nothing has changed yet/);
    await notAsked(bot, offset('+09:00'));
    await notAsked(bot, { timezone: 'Asia/Seoul' });
    assert.match(
      await bot.say('away every Monday 9-10', offset('+01:00')),
      /Times of UTC\+01:00\. Teams names no place/,
    );
  });

  it('moves the days of a calendar’s rules with the schedules, or alone, and takes both back at once', async () => {
    const bot = await start('calendar');
    assert.match(
      await bot.say('what if away during all-day out of office events', tokyo),
      /would keep this rule[^]*all day/,
    );
    assert.match(await bot.say('calendar', tokyo), /no rules/);
    await bot.say('away during all-day out of office events', tokyo);
    const alone = await asked(bot, london);
    assert.match(cardWords(alone), /Your calendar rules are kept in Tokyo time/);
    const moved = await press(bot, alone, 'Move them', london);
    assert.match(cardWords(moved.card), /new time zone now[^]*Appear away/);
    const zoneOf = async () =>
      /rules for your calendar[^]*?zone: ([\w/]+)/.exec(await bot.say('export my data', newYork))?.[1];
    assert.match(await bot.say('undo', london), /taken back/);
    await bot.say('dnd every weekday 9-12', tokyo);
    const both = await asked(bot, newYork);
    assert.match(cardWords(both), /Your schedules and calendar rules are kept in Tokyo time/);
    assert.match(
      cardWords((await press(bot, both, 'Move them', newYork)).card),
      /Moved to New York time[^]*new time zone/,
    );
    assert.match(await bot.say('undo', newYork), /taken back/);
    assert.equal(await zoneOf(), 'Asia/Tokyo');
  });
});
