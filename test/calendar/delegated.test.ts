/** Calendars with people's own sign-ins. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { join } from 'node:path';
import { AVERY } from '../support/activities.ts';
import { startDelegatedBot } from '../support/delegated.ts';
import { temporaryFolder } from '../support/folders.ts';

const folder = temporaryFolder('presence-bot-calendar-delegated-');

async function start(name: string, scopes: readonly string[]) {
  const bot = await startDelegatedBot({
    remembers: true,
    environment: { DATA_DIR: join(folder, name), CALENDAR: 'delegated' },
  });
  bot.signedIn(AVERY, { scopes: ['Presence.ReadWrite', 'Presence.Read', ...scopes] });
  const at = (minutes: number) => new Date(bot.clock.now + minutes * 60_000).toISOString();
  bot.simulator.setCalendar({
    userId: AVERY.aadObjectId,
    events: [{ id: 'one', start: at(-10), end: at(50), categories: ['Focus'] }],
  });
  return bot;
}

it('a person’s own sign-in with the scope reads their calendar and sets their status', async (test) => {
  const bot = await start('with', ['Calendars.ReadBasic']);
  test.after(() => bot.close());
  await bot.send('busy during events categorised Focus');
  while (bot.writes().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual(
    bot.writes().map(({ body }) => body),
    [{ availability: 'Busy', activity: 'Busy', expirationDuration: 'PT50M' }],
  );
});

it('a sign-in without the scope is told once, with its name, and offered anew', async (test) => {
  const bot = await start('without', []);
  test.after(() => bot.close());
  await bot.send('busy during events categorised Focus');
  const replies = await bot.connector.waitForReplies(3);
  const words = JSON.stringify(replies);
  assert.match(words, /can't read your calendar/);
  assert.match(words, /Calendars\.ReadBasic/);
  assert.match(words, /application\/vnd\.microsoft\.card\.oauth/);
  assert.deepEqual(bot.writes(), []);
});
