/** While the store is out of reach nothing is promised that would have to be renewed, and everything else goes on. */

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { scrape } from '../observability/scrape.ts';
import { startBot } from '../support/bot.ts';
import { temporaryFolder } from '../support/folders.ts';

const folder = temporaryFolder('presence-bot-no-store-');
const dataDir = join(folder, 'taken');
// A file where the folder would be.
writeFileSync(dataDir, '');
const bot = await startBot({ remembers: true, environment: { DATA_DIR: join(dataDir, 'data') } });
after(async () => {
  await bot.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('while the store is out of reach', () => {
  it('a session that would have to be renewed is refused, and nothing is sent', async () => {
    assert.match(await bot.say('presenting 9h'), /can't reach my records.*Up to 4 hours needs no renewal/);
    assert.match(await bot.say('session available 1h'), /can't reach my records.*Up to 5 minutes/);
    assert.deepEqual(bot.writes(), []);
  });

  it('one that needs none is set as ever', async () => {
    assert.match(await bot.say('presenting 2h'), /Presenting/);
    assert.equal(bot.seen().activity, 'Presenting');
  });

  it('a preferred presence is set as ever', async () => {
    assert.match(await bot.say('dnd 2h'), /Do not disturb/);
  });

  it('the bot is not ready, and says so', async () => {
    const response = await fetch(`http://127.0.0.1:${bot.app.port}/readyz`);
    assert.equal(response.status, 503);
    const { status, missing, ...others } = (await response.json()) as Record<string, unknown>;
    assert.equal(status, 'not ready');
    assert.match(String(missing), /^store: out of reach since 2026-11-20T19:07:00.000Z; it is tried again/);
    assert.deepEqual(others, {});
  });

  it('its figures say so', async () => {
    const { of } = await scrape(bot.app.port);
    assert.equal(of('store_up'), 0);
    assert.equal(of('people_with_lease'), undefined);
  });
});
