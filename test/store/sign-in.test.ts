/** A PostgreSQL that the bot signs in to with a token of its own identity in place of a password. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { readConfig } from '../../src/config/read-config.ts';
import { openStore } from '../../src/store/store.ts';
import { startProductionBot } from '../support/bot.ts';
import { openPlaces, quietLog } from '../support/stores.ts';

// A server of its own: it gets a user.
const places = openPlaces({ own: true });

const { databaseUrl } = await places.make('server');
const owner = new pg.Client({ connectionString: databaseUrl });
await owner.connect();
after(async () => {
  await owner.end();
  await places.close();
});
/** The token that the managed identity of tests gives. */
const token = 'a.managed.token';
const database = new URL(databaseUrl).pathname.slice(1);
await owner.query(
  `create role presence login password '${token}'; alter database ${database} owner to presence`,
);
const address = new URL(databaseUrl);
[address.username, address.password, address.search] = ['presence', '', 'sslmode=disable'];

describe('a database that is signed in to with a token', () => {
  it('is asked for with a new one for each connection', async () => {
    let asked = 0;
    const password = () => {
      asked += 1;
      return Promise.resolve(token);
    };
    const options = { now: Date.now, log: quietLog() };
    const store = await openStore({ databaseUrl: address.href, password }, options);
    const before = asked;
    await Promise.all([1, 2, 3, 4].map(() => store.ping()));
    assert.ok(before >= 1 && asked > before, 'the old token may have run out');
    await store.close();
    const wrong = { databaseUrl: address.href, password: () => Promise.resolve('an.older.token') };
    await assert.rejects(openStore(wrong, options), /password authentication failed/);
  });

  it('is ready with the bot’s own identity, and no token is in the log', async () => {
    const bot = await startProductionBot({
      remembers: true,
      at: Date.now(),
      environment: { DATABASE_URL: address.href, DATABASE_AUTH: 'entra' },
    });
    const isReady = async () => (await fetch(`http://127.0.0.1:${bot.app.port}/readyz`)).ok;
    while (!(await isReady())) await delay(20);
    assert.ok(!JSON.stringify(bot.logged()).includes(token));
    await bot.close();
  });
});

describe('DATABASE_AUTH=entra', () => {
  const identity = {
    BOT_ID: '22222222-2222-4222-8222-222222222222',
    BOT_TENANT_ID: '11111111-1111-4111-8111-111111111111',
    BOT_TYPE: 'UserAssignedMSI',
    DATABASE_AUTH: 'entra',
  };
  const read = (more: Record<string, string>) => readConfig({ ...identity, ...more });

  it('takes an address with a user and no password', () => {
    const { where } = read({ DATABASE_URL: 'postgres://presence@db.example:5432/presence' });
    assert.ok('databaseAuth' in where && where.databaseAuth === 'entra');
  });

  for (const [name, more] of Object.entries<Record<string, string>>({
    'a password beside it': { DATABASE_URL: 'postgres://presence:hunter2@db.example/presence' },
    'no user': { DATABASE_URL: 'postgres://db.example/presence' },
    'a way that is not encrypted': {
      DATABASE_URL: 'postgres://presence@db.example/presence?sslmode=disable',
    },
    'no database': {},
  }))
    it(`is refused with ${name}`, () => {
      assert.throws(
        () => read(more),
        ({ message }: Error) => /DATABASE_(?:URL|AUTH): /.test(message) && !message.includes('hunter2'),
      );
    });
});
