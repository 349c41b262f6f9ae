/** Who cannot read `/metrics`, and what is never in it. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { readConfig } from '../../src/config/read-config.ts';
import { AVERY, TENANT_ID } from '../support/activities.ts';
import { startBot, startProductionBot } from '../support/bot.ts';
import { scrape } from './scrape.ts';

const local = { APP_ENV: 'local', PORT: '3978' };
const statusOf = async (port: number, path = '/metrics') => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  await response.text();
  return response.status;
};

describe('in production', () => {
  it('without METRICS_PORT there is no /metrics', async () => {
    const bot = await startProductionBot();
    after(() => bot.close());
    assert.equal(await statusOf(bot.app.port), 404);
    assert.equal(bot.app.metricsPort, undefined);
  });

  it('with METRICS_PORT it is there, and nowhere else, and nothing else is there', async () => {
    const bot = await startProductionBot({ environment: { METRICS_PORT: '0' } });
    after(() => bot.close());
    const port = bot.app.metricsPort ?? assert.fail();
    assert.equal(await statusOf(bot.app.port), 404);
    assert.equal(await statusOf(port), 200);
    for (const path of ['/healthz', '/readyz', '/']) assert.equal(await statusOf(port, path), 404);
    const posted = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', body: '{}' });
    assert.equal(posted.status, 404);
    await posted.text();
  });
});

describe('in local mode', () => {
  it('with METRICS_PORT it is not at the bot’s own port', async () => {
    const bot = await startBot({ environment: { METRICS_PORT: '0' } });
    after(() => bot.close());
    assert.equal(await statusOf(bot.app.port), 404);
    assert.equal(await statusOf(bot.app.metricsPort ?? 0), 200);
  });

  it('it has no person, tenant or word', async () => {
    const bot = await startBot();
    after(() => bot.close());
    await bot.say('dnd 2h "canary in the lab"');
    await bot.say('canary canary');
    const { text } = await scrape(bot.app.port);
    for (const secret of [AVERY.aadObjectId, AVERY.name, TENANT_ID, 'canary'])
      assert.ok(!text.includes(secret), secret);
  });
});

describe('METRICS_PORT is refused', () => {
  for (const [name, value] of [
    ['where it is the bot’s own', '3978'],
    ['where it is none', 'http'],
    ['beyond the last', '65536'],
  ] as const) {
    it(name, () => {
      assert.throws(() => readConfig({ ...local, METRICS_PORT: value }), /METRICS_PORT: use a port/);
    });
  }
});
