/** Rules for one's calendar as people meet them: said in a chat, on their card, and off. */

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { join } from 'node:path';
import { developmentToken } from '../../src/simulator/index.ts';
import { AVERY, BOT_ID, BRUNO } from '../support/activities.ts';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { temporaryFolder } from '../support/folders.ts';
import { buttonsOf, cardFor, cardIn, cardWords, press, send, titlesOf } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-calendar-said-');

const bots: BotUnderTest[] = [];
afterEach(() => Promise.all(bots.splice(0).map((bot) => bot.close())));

async function start(name: string, calendar = 'application'): Promise<BotUnderTest> {
  const roles = ['Presence.ReadWrite.All', 'Calendars.ReadBasic'];
  const bot = await startBot({
    remembers: true,
    simulator: { tokens: { [developmentToken]: { kind: 'application', appId: BOT_ID, roles } } },
    environment: { DATA_DIR: join(folder, name), CALENDAR: calendar },
  });
  bots.push(bot);
  return bot;
}

/** An event that is under way, or begins so many seconds from now. */
function event(bot: BotUnderTest, inSeconds: number, more: object = {}): void {
  const at = (seconds: number) => new Date(bot.clock.now + seconds * 1000).toISOString();
  bot.simulator.setCalendar({
    userId: AVERY.aadObjectId,
    events: [{ id: 'one', start: at(inSeconds), end: at(inSeconds + 3600), ...more }],
  });
}

async function written(bot: BotUnderTest): Promise<void> {
  while (bot.writes().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('rules for one’s calendar', () => {
  it('are said back, listed in their order, removed and taken back, by sentence and by button', async () => {
    const bot = await start('managed');
    const first = await cardFor(bot, 'dnd during events categorised Focus');
    assert.match(cardWords(first), /Saved\.[^]*Do not disturb[^]*events: category “Focus”/);
    assert.deepEqual(titlesOf(first), ['Remove', 'Undo', 'My calendar rules']);
    await bot.say('busy when my calendar says out of office');
    await bot.say('ask me first before events with more than 10 people');
    assert.match(await bot.say('ignore tentative'), /Changes nothing[^]*events: tentative/);
    const card = await cardFor(bot, 'calendar');
    assert.match(cardWords(card), /Focus[^]*out of office[^]*more than 10 people invited[^]*tentative/);
    assert.match(await bot.say('undo'), /taken back/);
    assert.doesNotMatch(await bot.say('calendar'), /events: tentative/);
    assert.match(
      await bot.say('remove busy when my calendar says out of office'),
      /Removed: events: out of office/,
    );
    const [remove] = buttonsOf(await cardFor(bot, 'calendar'));
    assert.ok(remove?.title === 'Remove');
    const removed = await send(bot, remove);
    assert.match(cardWords(removed.card), /Removed: events: category “Focus”/);
    assert.match(cardWords((await press(bot, removed.card, 'Undo')).card), /taken back[^]*Focus/);
    assert.match(await bot.say('calendar off'), /no rules, so your calendar changes nothing/);
    assert.deepEqual(bot.writes(), []);
  });

  it('set what they say, which why names, in the audit’s own line', async () => {
    const bot = await start('sets');
    event(bot, -600, { categories: ['Focus'] });
    await bot.say('dnd during events categorised Focus');
    await written(bot);
    assert.match(await bot.say('why'), /for an event in your calendar \(events: category “Focus”\)/);
    assert.ok(bot.logged().some(({ door }) => door === 'calendar'));
    assert.match(await bot.say('calendar off'), /ends now/);
  });

  it('ask with a choice that holds until the event’s end', async () => {
    const bot = await start('asks');
    event(bot, 50, { attendees: 12 });
    const before = bot.connector.replies().length;
    await bot.say('ask me first before events with more than 10 people');
    const asked = cardIn((await bot.connector.waitForReplies(before + 2))[before + 1]);
    assert.match(cardWords(asked), /An event begins[^]*more than 10 people invited/);
    await press(bot, asked, 'Busy');
    assert.deepEqual(
      bot.writes().map(({ body }) => body),
      [{ availability: 'Busy', activity: 'Busy', expirationDuration: 'PT1H50S' }],
    );
  });

  it('are part of the export, forgotten with all else, and nobody else’s to see or press', async () => {
    const bot = await start('forgotten');
    const card = await cardFor(bot, 'dnd during events categorised Focus');
    const [remove] = buttonsOf(card);
    assert.ok(remove !== undefined);
    const { owner: _, ...forged } = remove.data;
    await send(bot, { ...remove, data: forged, submits: { ...forged, verb: remove.verb } }, { from: BRUNO });
    bot.connector.clear();
    for (const sentence of ['calendar', 'ignore tentative', 'undo'])
      await bot.say(sentence, { groupChat: true, mentionBot: true });
    assert.deepEqual(
      bot.connector.received.filter(({ method }) => method === 'POST').map(({ targeted }) => targeted),
      [true, true, true],
    );
    assert.match(await bot.say('export my data'), /The rules for your calendar[^]*Focus/);
    await press(bot, await cardFor(bot, 'forget me'), 'Forget everything');
    assert.match(await bot.say('calendar'), /You have no rules/);
  });

  it('are listed on a card that Teams takes, however many there are', async () => {
    const bot = await start('most');
    for (let count = 0; count < 21; count += 1)
      await bot.say(`dnd during events categorised "${'x'.repeat(55)} ${count}"`);
    const card = await cardFor(bot, 'calendar');
    assert.ok(Buffer.byteLength(JSON.stringify(card)) < 25_000, `${JSON.stringify(card).length} bytes`);
    assert.equal(cardWords(card).match(/category/g)?.length, 20);
  });

  it('are answered with who can switch them on, where they are off', async () => {
    const bot = await start('off', 'off');
    for (const sentence of [
      'dnd during events categorised Focus',
      'calendar',
      'calendar off',
      'Kalender aus',
    ])
      assert.match(await bot.say(sentence), /CALENDAR/);
    assert.deepEqual(
      bot.simulator.requests().filter(({ action }) => action === 'getCalendarView'),
      [],
    );
  });
});
