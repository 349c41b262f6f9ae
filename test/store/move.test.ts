/** `npm run move` as an operator runs it: from a folder to a server, all of it or nothing. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createSessions } from '../../src/sessions/sessions.ts';
import type { GraphRequest } from '../../src/presence/change.ts';
import type { StateEntry } from '../../src/presence/state-entry.ts';
import { guid } from '../../src/presence/intent.ts';
import { createScheduler } from '../../src/sessions/scheduler.ts';
import { keptTables } from '../../src/store/kept-tables.ts';
import { moveStore } from '../../src/store/move.ts';
import { openStore } from '../../src/store/store.ts';
import { killAll, start } from '../support/process.ts';
import { openPlaces, quietLog } from '../support/stores.ts';

const script = fileURLToPath(new URL('../../src/move.ts', import.meta.url));
const tenantId = '11111111-1111-4111-8111-111111111111';
const ann = guid('77777777-7777-4777-8777-000000000001') ?? assert.fail();
const bob = guid('77777777-7777-4777-8777-000000000002') ?? assert.fail();
const hour = 3_600_000;
const log = quietLog();
const options = { now: Date.now, log };
/** Texts that a careless copy would break. */
const awkward = 'Ünïcode “quotes” \'single\' "double" {braces,} \\ back\nnext 👩🏽‍💻';
const changes = 1200;
const holding = { slot: 'message', text: awkward } as const;
const entry: StateEntry = {
  id: 1,
  did: 'change',
  door: 'chat',
  steps: [{ slot: 'message', holding, came: 'applied', origin: 1 }],
};

const places = openPlaces();
after(async () => {
  killAll();
  await places.close();
});

const folder = await places.make('embedded');
const { dataDir } = folder;
const endsAt = Date.now() + 9 * hour;

before(async () => {
  const store = await openStore(folder, options);
  await store.people.put(ann, tenantId, { accountId: '29:ann', zone: 'Europe/Vienna', language: 'de-AT' });
  await store.people.put(bob, tenantId, { accountId: awkward });
  await store.people.putConversation(ann, { conversation: { id: awkward }, nothing: null });
  const claim = {
    userId: ann,
    tenantId,
    source: { kind: 'asked' },
    pair: 'presenting',
    openedAt: Date.now(),
  } as const;
  await store.sessionStore.putClaims([{ ...claim, id: randomUUID(), endsAt }], Date.now() + 1000);
  const key = { tenantId, source: 'teams', meetingId: 'm' };
  await store.meetings.start({ ...key, title: awkward, startedAt: Date.now(), lastActiveAt: Date.now() });
  await store.meetings.record(key, [{ userId: bob, joinedAt: Date.now() }]);
  const rows = Array.from({ length: changes }, (_, n) => ({
    userId: ann,
    at: n * 1000,
    door: 'chat',
    what: { n, awkward },
    outcome: n === 0 ? null : 'applied',
  }));
  await store.personStates.write([{ userId: ann, entries: [entry], changes: rows }]);
  await store.keys.add(ann, tenantId, awkward, 'hash');
  await store.keyRequests.begin('id', ann, 'fingerprint');
  await store.deliveries.first('delivery', Date.now() + hour);
  store.budget.count(tenantId, 3);
  await store.close();
});

/** Rows in each of the database's own tables. */
async function rowsIn(databaseUrl: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows: tables } = await client.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_steps' order by 1`,
  );
  const counts: [string, number][] = [];
  for (const { tablename } of tables) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${tablename}`);
    counts.push([tablename, Number(rows[0]?.n)]);
  }
  await client.end();
  return Object.fromEntries(counts);
}

const database = async () => {
  const { databaseUrl } = await places.make('server');
  return databaseUrl;
};
const everything = {
  people: 2,
  conversations: 1,
  session_slots: 1,
  claims: 1,
  meetings: 1,
  attendances: 1,
  person_states: 1,
  changes,
  schedules: 0,
  calendars: 0,
  personal_keys: 1,
  key_requests: 1,
  deliveries: 1,
  budget: 1,
};

describe('moving from a folder to a server', () => {
  it('that breaks off in the middle leaves the server empty and the folder whole, and can be done again', async () => {
    const databaseUrl = await database();
    await assert.rejects(
      moveStore({
        dataDir,
        databaseUrl,
        log,
        progress: (table, rows) => {
          if (table === 'changes' && rows > 500) throw new Error('broken off');
        },
      }),
      /broken off/,
    );
    const empty = await rowsIn(databaseUrl);
    assert.deepEqual([...Object.keys(empty)].sort(), [...keptTables].sort(), 'every table is moved');
    assert.deepEqual(new Set(Object.values(empty)), new Set([0]));
    assert.deepEqual(await moveStore({ dataDir, databaseUrl, log }), everything);
  });

  it('that is killed leaves the server empty', async () => {
    const databaseUrl = await database();
    await openStore({ databaseUrl }, options).then((store) => store.close());
    const [holder, watcher] = [1, 2].map(() => new pg.Client({ connectionString: databaseUrl }));
    assert.ok(holder !== undefined && watcher !== undefined);
    await Promise.all([holder.connect(), watcher.connect()]);
    // The last table's rows have to wait for this.
    await holder.query(`
      select pg_advisory_lock(7);
      create function wait() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(7); return new; end $$;
      create trigger wait before insert on budget for each row execute function wait()`);
    const move = start({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }, script);
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
    while ((await watcher.query(waiting)).rowCount === 0) await delay(20);
    move.child.kill('SIGKILL');
    await move.ended;
    await Promise.all([holder.end(), watcher.end()]);
    assert.deepEqual(new Set(Object.values(await rowsIn(databaseUrl))), new Set([0]));
  });

  it('shows what was moved, and what was promised is renewed there', async (t) => {
    const databaseUrl = await database();
    const move = start({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }, script);
    assert.equal(await move.ended, 0, move.output());
    const counts = Object.entries(everything).map(([table, rows]) => `${table} ${rows}`);
    assert.match(move.output(), new RegExp(`^Moved: ${counts.join(', ')}\\.$`, 'm'));
    assert.deepEqual(await rowsIn(databaseUrl), Object.fromEntries(Object.entries(everything).sort()));

    const store = await openStore({ databaseUrl }, options);
    t.after(() => store.close());
    const person = await store.people.find(ann);
    assert.deepEqual(
      [person?.accountId, person?.zone, person?.language],
      ['29:ann', 'Europe/Vienna', 'de-AT'],
    );
    assert.equal((await store.people.find(bob))?.accountId, awkward);
    assert.deepEqual(await store.people.conversation(ann), { conversation: { id: awkward }, nothing: null });
    const newer = { userId: ann, at: changes * 1000, door: 'chat', what: 'newer', outcome: 'applied' };
    const written = await store.personStates.write([{ userId: ann, entries: [], changes: [newer] }]);
    assert.deepEqual(
      [written.get(ann)?.version, written.get(ann)?.state?.holdings.message],
      [2, { slot: 'message', text: awkward }],
    );
    const latest = (await store.exportPerson(ann)).changes.map((row) => JSON.stringify(row));
    assert.equal(latest.length, changes + 1);
    assert.ok(latest.some((row) => row.includes(JSON.stringify({ n: changes - 1, awkward }))));
    assert.equal(await store.deliveries.first('delivery', Date.now() + hour), false);

    const sent = Promise.withResolvers<readonly GraphRequest[]>();
    const sessions = createSessions({
      sessionStore: store.sessionStore,
      budget: store.budget,
      sendBatch: (_tenant, requests) => {
        sent.resolve(requests);
        return Promise.resolve(
          requests.map(
            (request) => ({ kind: 'applied', call: { request, at: Date.now(), status: 200 } }) as const,
          ),
        );
      },
      sessionId: ann,
      now: Date.now,
      random: Math.random,
      log,
      givenUp: () => undefined,
    });
    const scheduler = createScheduler({ works: [sessions.renewals], now: Date.now, pollMs: 1000, log });
    await scheduler.runDue(Date.now() + 1000);
    const [request] = await sent.promise;
    assert.deepEqual([request?.userId, request?.action], [ann, 'setPresence']);
    await store.close();
  });
});
