/** What `forget me` says of a session that Graph did not end. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, it } from 'node:test';
import { startBot } from '../support/bot.ts';
import { temporaryFolder } from '../support/folders.ts';
import { cardFor, cardWords, press } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-forgotten-');
const bot = await startBot({ remembers: true, environment: { DATA_DIR: folder } });
after(async () => {
  await bot.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What it says once everything is forgotten. */
async function forgotten(): Promise<string> {
  const { card } = await press(bot, await cardFor(bot, 'forget me'), 'Forget everything');
  return cardWords(card);
}

it('a session that Graph ends is not mentioned', async () => {
  assert.match(await bot.say('presenting 2h'), /Presenting/);
  const words = await forgotten();
  assert.match(words, /Forgotten/);
  assert.doesNotMatch(words, /your session at Microsoft/);
  assert.notEqual(bot.seen().activity, 'Presenting');
});

it('a session that Graph refuses to end may still show, and the card says for how long', async () => {
  assert.match(await bot.say('presenting 2h'), /Presenting/);
  bot.simulator.addFault({
    kind: 'answer',
    status: 503,
    times: 'always',
    match: { action: 'clearPresence' },
  });
  assert.match(await forgotten(), /couldn't end your session at Microsoft.*within 4 hours/);
  assert.equal(bot.seen().activity, 'Presenting');
});
