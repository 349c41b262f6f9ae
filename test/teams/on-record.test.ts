/** What is on record of people, whatever happens to the process: kill -9, many at once, time, and `forget me`. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { guid } from '../../src/presence/intent.ts';
import { startSimulator } from '../../src/simulator/index.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { AVERY, BOT_ID, message, person } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { cardFor, press } from '../support/press.ts';
import { killAll, start } from '../support/process.ts';
import { openPlaces, quietLog } from '../support/stores.ts';

const places = openPlaces();
after(async () => {
  killAll();
  await places.close();
});
const day = 86_400_000;
const avery = guid(AVERY.aadObjectId) ?? assert.fail();
const environmentOf = (where: StoreFolder): Record<string, string> =>
  'dataDir' in where ? { DATA_DIR: where.dataDir } : { DATABASE_URL: where.databaseUrl };

/** Every row of every table, as one text. */
async function everythingIn(where: StoreFolder): Promise<string> {
  const { db, close } = await openDatabase(where, quietLog());
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(async ({ schema, name }) => {
      const table = schema === undefined ? sql.table(name) : sql.id(schema, name);
      return [name, (await sql`select * from ${table}`.execute(db)).rows];
    }),
  );
  await close();
  return JSON.stringify(rows);
}

it('a process that is killed in the middle of a change keeps nobody from the next one', async (context) => {
  const [connector, simulator] = [await startConnector(), await startSimulator({ appId: BOT_ID })];
  context.after(() => Promise.all([connector.close(), simulator.close()]));
  const environment = {
    APP_ENV: 'local',
    PORT: '0',
    BOT_ID,
    GRAPH_BASE_URL: simulator.url,
    ...environmentOf(await places.make('server')),
  };
  const begin = async () => {
    const bot = start(environment);
    const [, port] = await bot.said(/listening on port (\d+)/);
    while (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok) await delay(20);
    const say = async (text: string) => {
      const before = connector.replies().length;
      await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message({ text, serviceUrl: connector.url })),
      });
      return wordsOf(connector.replies()[before]);
    };
    return { bot, say };
  };
  const first = await begin();
  assert.match(await first.say('presenting 9h'), /Presenting/);
  simulator.addFault({ kind: 'hang', times: 'always' });
  simulator.clearRequests();
  const cut = first.say('in a call 8h').catch(() => undefined);
  while (!simulator.requests().some(({ action }) => action === 'setPresence')) await delay(20);
  first.bot.child.kill('SIGKILL');
  await Promise.all([cut, first.bot.ended]);
  simulator.removeFaults();
  simulator.clearRequests();
  const second = await begin();
  let words = await second.say('in a conference call 9h');
  // Longer than a few seconds it says that it goes on, and how it ended then.
  while (/takes longer than usual/.test(words)) {
    await delay(200);
    words = wordsOf(connector.replies().at(-1));
  }
  assert.match(words, /In a conference call/);
  second.bot.child.kill('SIGTERM');
  assert.equal(await second.bot.ended, 0);
});

it('what was kept for long enough is gone when the bot has started', async () => {
  const where = await places.make('embedded');
  const store = await openStore(where, { now: Date.now, log: quietLog() });
  const changes = [90, 31, 1].map((days) => ({
    userId: avery,
    at: Date.now() - days * day,
    door: 'chat',
    what: { days },
    outcome: 1,
  }));
  await store.personStates.write([{ userId: avery, entries: [], changes }]);
  await store.close();
  const bot = await startBot({ remembers: true, at: Date.now(), environment: environmentOf(where) });
  const ready = async () => (await fetch(`http://127.0.0.1:${bot.app.port}/readyz`)).ok;
  while (!(await ready())) await delay(20);
  await bot.close();
  const again = await openStore(where, { now: Date.now, log: quietLog() });
  const { changes: kept } = await again.exportPerson(avery);
  await again.close();
  assert.deepEqual(
    kept.map((row) => z.object({ what: z.unknown() }).parse(row).what),
    [{ days: 1 }],
  );
});

for (const kind of places.kinds)
  it(`who said “forget me” is named in no row of any table of the ${kind} store`, async () => {
    const where = await places.make(kind);
    const bot = await startBot({ remembers: true, at: Date.now(), environment: environmentOf(where) });
    for (const text of [
      'presenting 9h',
      'in a call 8h',
      'session available 1h',
      'busy 1h "in the lab"',
      'clear session',
    ])
      await bot.say(text);
    await bot.say('in a conference call when I join a meeting');
    await bot.say('presenting 9h');
    await press(bot, await cardFor(bot, 'forget me'), 'Forget everything');
    await bot.close();
    const rows = await everythingIn(where);
    assert.ok(rows.includes('people') && rows.includes('session_slots'), 'there are tables');
    for (const name of [AVERY.aadObjectId, AVERY.id, 'in the lab']) assert.ok(!rows.includes(name), name);
  });

describe('160 people at once', () => {
  it('wait for a connection to the database, and each has what they asked for', async (context) => {
    const { databaseUrl } = await places.make('server');
    // The database is busy with something else for longer than it takes to lose patience.
    const busy = new pg.Client({ connectionString: databaseUrl });
    await busy.connect();
    const bot = await startBot({
      remembers: true,
      at: Date.now(),
      patienceMs: 60_000,
      environment: { DATABASE_URL: databaseUrl },
    });
    context.after(async () => {
      await bot.close();
      await busy.end();
    });
    while (!(await fetch(`http://127.0.0.1:${bot.app.port}/readyz`)).ok) await delay(50);
    await busy.query('begin; lock table session_slots in access exclusive mode');
    setTimeout(() => void busy.query('commit'), 12_000);
    const people = Array.from({ length: 160 }, (_, index) =>
      person(`many-${index}`, `Many ${index}`, `55555555-5555-4555-8555-${String(index).padStart(12, '0')}`),
    );
    await Promise.all(
      people.map((from) =>
        bot.post(
          message({
            text: 'presenting 9h',
            from,
            serviceUrl: bot.connector.url,
            at: new Date(bot.clock.now),
          }),
        ),
      ),
    );
    const words = (await bot.connector.waitForReplies(people.length, { timeoutMs: 60_000 })).map(wordsOf);
    assert.equal(words.length, people.length);
    assert.deepEqual(
      words.filter((one) => !one.includes('Presenting') || one.includes('out of reach')),
      [],
    );
  });
});
