/** What a person has been told often enough outlives the process, and is forgotten with them. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { startBot } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { cardFor, cardWords, press } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-explained-');
const connector = await startConnector();
const start = (dataDir: string) =>
  startBot({ remembers: true, connector, at: Date.now(), environment: { DATA_DIR: join(folder, dataDir) } });
after(async () => {
  await connector.close();
  rmSync(folder, { recursive: true, force: true });
});

const everything = /\(New York\)\. .*Teams may take a few minutes to show it\./;
const point = /^[^.(]*\.$/;

it('after a restart a person is not told again what they know', async () => {
  const first = await start('restart');
  await first.say('busy 30m');
  await first.say('presenting 30m');
  assert.match(await first.say('dnd 30m'), everything);
  assert.match(await first.say('busy 40m'), point);
  await first.close();

  const second = await start('restart');
  assert.match(await second.say('extend 10m'), point);
  assert.match(await second.say('away 10m'), point);
  await second.close();
});

it('a change that looks nothing up may say it once more after a restart, and what it adds is added on record', async () => {
  const first = await start('plain');
  for (const text of ['busy 30m', 'dnd 30m', 'away 30m', 'busy 20m']) await first.say(text);
  await first.close();

  const second = await start('plain');
  assert.match(await second.say('dnd 20m'), everything);
  const status = cardWords(await cardFor(second, 'status'));
  assert.match(status, /until /);
  assert.doesNotMatch(status, /\(New York\)/);
  assert.match(await second.say('extend 10m'), point);
  await second.close();
});

it('who is forgotten is told everything again', async () => {
  const bot = await start('forget');
  for (const text of ['busy 30m', 'dnd 30m', 'away 30m']) await bot.say(text);
  assert.match(await bot.say('busy 20m'), point);
  await press(bot, await cardFor(bot, 'forget me'), 'Forget everything');
  assert.match(await bot.say('busy 30m'), everything);
  await bot.close();
});
