/** The process as an operator meets it: its commands, variables, log line and signals. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigError } from '../src/config/config.ts';
import { readConfig } from '../src/config/read-config.ts';
import { message } from './support/activities.ts';
import { wordsOf } from './support/bot.ts';
import { startConnector } from './support/connector.ts';
import { killAll, start } from './support/process.ts';

afterEach(killAll);

/** Says `dnd 2h` to the bot on that port. */
function say(port: string | undefined, serviceUrl: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message({ text: 'dnd 2h', serviceUrl })),
  });
}

/** The configuration refuses it, and repeats no secret; the process says the same and ends. */
function refusedWith(environment: Record<string, string>, expected: RegExp): void {
  assert.throws(
    () => readConfig(environment),
    (error: Error) =>
      error instanceof ConfigError &&
      expected.test(error.message) &&
      !error.message.includes('not-a-real-secret'),
  );
}

const listening = /listening on port (\d+)/;
const simulatorUrl = /"url":"(http:\/\/127\.0\.0\.1:\d+)"/;

describe('production', () => {
  const identity = {
    BOT_ID: '22222222-2222-4222-8222-222222222222',
    BOT_TYPE: 'SingleTenant',
    BOT_TENANT_ID: '11111111-1111-4111-8111-111111111111',
    BOT_PASSWORD: 'not-a-real-secret',
  };

  it('is the default, and names every variable it misses', async () => {
    const bot = start({});
    assert.equal(await bot.ended, 1);
    for (const name of ['BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID', 'BOT_PASSWORD'])
      assert.match(bot.output(), new RegExp(`${name}:`));
    assert.doesNotMatch(bot.output(), /at .*\.ts:\d+/);
  });

  const wrong: [string, Record<string, string>, RegExp][] = [
    [
      'MultiTenant is refused with the reason',
      { BOT_TYPE: 'MultiTenant' },
      /BOT_TYPE: .*MultiTenant bots can no longer be created/,
    ],
    ['an id that is no GUID', { BOT_ID: 'my-bot' }, /BOT_ID:/],
    ['no secret', { BOT_PASSWORD: '' }, /BOT_PASSWORD:/],
    [
      'a secret beside a managed identity',
      { BOT_TYPE: 'UserAssignedMSI' },
      /BOT_PASSWORD: a managed identity has no secret/,
    ],
    ['a Graph of one’s own', { GRAPH_BASE_URL: 'http://127.0.0.1:1' }, /GRAPH_BASE_URL: for local mode only/],
    ['a port that is none', { PORT: 'http' }, /PORT:/],
    ['a tenant that is none', { ALLOWED_TENANTS: 'contoso.example' }, /ALLOWED_TENANTS: use tenant ids/],
    ['an empty place in the tenants', { ALLOWED_TENANTS: `${identity.BOT_ID},` }, /ALLOWED_TENANTS:/],
    ['a limit out of bounds', { MAX_TURNS: '0' }, /MAX_TURNS: use a whole number from 1 to/],
    ['a limit that is no number', { MAX_BODY_KB: 'much' }, /MAX_BODY_KB: use a whole number/],
    [
      'keys over plain http from elsewhere',
      { ToBotFromChannelOpenIdMetadataUrl: 'http://keys.example.test/' },
      /ToBotFromChannelOpenIdMetadataUrl: use an https address/,
    ],
  ];
  for (const [name, change, expected] of wrong) {
    it(`${name}: it does not start`, () => {
      refusedWith({ ...identity, ...change }, expected);
    });
  }

  it('says what is wrong, without the secret, and ends', async () => {
    const bot = start({ ...identity, HOST: '999.1.1.1' });
    assert.equal(await bot.ended, 1);
    assert.match(bot.output(), /cannot listen there/);
    assert.doesNotMatch(bot.output(), /not-a-real-secret|at .*\.ts:\d+/);
  });
});

describe('local mode', () => {
  it('starts the simulator by itself, listens on loopback, and answers; SIGTERM lets a turn end, and exits 0', async (t) => {
    const connector = await startConnector();
    t.after(() => connector.close());
    const bot = start({ APP_ENV: 'local', PORT: '0' });
    const [, port] = await bot.said(listening);
    assert.equal((await say(port, connector.url)).status, 200);
    assert.match(wordsOf(connector.replies()[0]), /Do not disturb/);
    assert.equal(bot.output().match(/listening on port/g)?.length, 1);

    const [, simulator] = await bot.said(simulatorUrl);
    await fetch(`${simulator}/_simulator/faults`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'slow', delayMs: 1000 }),
    });
    const asked = async () => {
      const log: unknown = await (await fetch(`${simulator}/_simulator/requests`)).json();
      return JSON.stringify(log).split('setUserPreferredPresence').length;
    };
    const before = await asked();
    const turn = say(port, connector.url);
    // The request must have arrived at Graph before the signal does.
    while ((await asked()) === before) await delay(20);
    bot.child.kill('SIGTERM');
    assert.equal((await turn).status, 200);
    assert.match(wordsOf(connector.replies()[1]), /Do not disturb/);
    assert.equal(await bot.ended, 0);
  });

  const wrong: [string, Record<string, string>, RegExp][] = [
    ['another HOST', { HOST: '0.0.0.0' }, /HOST: local mode checks no tokens/],
    [
      'a Graph on another machine',
      { GRAPH_BASE_URL: 'https://graph.microsoft.com' },
      /GRAPH_BASE_URL: local mode speaks/,
    ],
    [
      'a credential beside it',
      { BOT_PASSWORD: 'not-a-real-secret' },
      /BOT_PASSWORD: local mode uses no credential/,
    ],
    ['an APP_ENV nobody knows', { APP_ENV: 'staging' }, /APP_ENV: use production/],
  ];
  for (const [name, change, expected] of wrong) {
    it(`is refused with ${name}`, () => {
      refusedWith({ APP_ENV: 'local', PORT: '0', ...change }, expected);
    });
  }

  it('says which port is taken and how to choose another', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    t.after(() => other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const bot = start({ APP_ENV: 'local', PORT: String(port) });
    assert.equal(await bot.ended, 1);
    assert.match(bot.output(), new RegExp(`${port}.*Set PORT`));
    const unmeasured = start({ APP_ENV: 'local', PORT: '0', METRICS_PORT: String(port) });
    assert.equal(await unmeasured.ended, 1);
    assert.match(unmeasured.output(), new RegExp(`${port}.*METRICS_PORT`));
  });
});

describe('SIGTERM', () => {
  it('gives up what waits to be repeated, and tells whoever was promised an outcome', async (t) => {
    const connector = await startConnector();
    t.after(() => connector.close());
    const bot = start({ APP_ENV: 'local', PORT: '0' });
    const [, port] = await bot.said(listening);
    const [, simulator] = await bot.said(simulatorUrl);
    await fetch(`${simulator}/_simulator/faults`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'answer', status: 429, retryAfter: 40 }),
    });
    const turn = say(port, connector.url);
    assert.equal((await turn).status, 200);
    assert.match(wordsOf(connector.replies()[0]), /tell you here how it ends/);
    bot.child.kill('SIGTERM');
    assert.equal(await bot.ended, 0);
    assert.match(wordsOf(connector.replies()[1]), /I stopped trying .* because I'm restarting/);
  });

  it('gives up an attempt that Graph does not answer, says that it may hold, and still ends in time', async (t) => {
    const connector = await startConnector();
    t.after(() => connector.close());
    const bot = start({ APP_ENV: 'local', PORT: '0' });
    const [, port] = await bot.said(listening);
    const [, simulator] = await bot.said(simulatorUrl);
    await fetch(`${simulator}/_simulator/faults`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'hang' }),
    });
    await say(port, connector.url);
    bot.child.kill('SIGTERM');
    assert.equal(await bot.ended, 0);
    assert.match(wordsOf(connector.replies().at(-1)), /restarting.*may have taken it|I don't know whether/);
  });
});
