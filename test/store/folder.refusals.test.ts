/** A folder that cannot hold a store: the operator hears what to do, and nothing of value is touched. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it, mock } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { guid } from '../../src/presence/intent.ts';
import { openDatabase } from '../../src/store/database.ts';
import { databaseFile } from '../../src/store/folder.ts';
import type { StoreProblem } from '../../src/store/store-problem.ts';
import { openStore } from '../../src/store/store.ts';
import { openPlaces, quietLog } from '../support/stores.ts';

const home = mkdtempSync(join(tmpdir(), 'presence-bot-unfit-'));
const places = openPlaces();
after(async () => {
  rmSync(home, { recursive: true, force: true });
  await places.close();
});
const ann = guid('77777777-7777-4777-8777-000000000001') ?? assert.fail();
const options = { now: () => 0, log: quietLog() };
const open = (dataDir: string) => openStore({ dataDir }, options);
const refused = (dataDir: string, kind: StoreProblem['kind'], words: RegExp) =>
  assert.rejects(open(dataDir), (error: StoreProblem) => {
    assert.equal(error.kind, kind, error.message);
    assert.ok(error.message.includes(dataDir), error.message);
    assert.match(error.message, words);
    return true;
  });

describe('a data folder', () => {
  it('that is none is named, with what to do, and stays as it is', async () => {
    const file = join(home, 'file');
    writeFileSync(file, 'something of value');
    for (const dataDir of [file, join(file, 'below')])
      await refused(
        dataDir,
        'unwritable',
        /may write there, or set DATA_DIR to another folder, or DATABASE_URL/,
      );
    assert.equal(readFileSync(file, 'utf8'), 'something of value');
  });

  it(
    'that may not be written is named, with what to do',
    { skip: process.platform === 'win32' },
    async () => {
      const dataDir = join(home, 'read-only');
      mkdirSync(dataDir, { mode: 0o500 });
      if (process.getuid?.() !== 0) {
        await refused(dataDir, 'unwritable', /cannot be written .*may write there/);
        return;
      }
      // Root may write anywhere, so it asks as somebody else: in a process of its own.
      const script = `
      import { prepareFolder } from ${JSON.stringify(fileURLToPath(new URL('../../src/store/folder.ts', import.meta.url)))};
      process.setuid(65534);
      try { prepareFolder(${JSON.stringify(dataDir)}); } catch (error) { console.log(error.kind, error.message); }`;
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
      });
      assert.match(stdout, /^unwritable The data folder .* cannot be written .*may write there/, stderr);
    },
  );

  it('on a network drive is refused, and nothing is written there', async (context) => {
    const dataDir = join(home, 'network');
    const { statfsSync } = fs;
    const types = { NFS: 0x6969, CIFS: 0xff534d42, SMB2: 0xfe534d42 };
    for (const [name, type] of Object.entries(types)) {
      const mocked = mock.method(fs, 'statfsSync', (path: string) => ({
        ...(statfsSync(path) as object),
        type,
      }));
      context.after(() => {
        mocked.mock.restore();
      });
      await refused(dataDir, 'network', /network drive .*set DATA_DIR to another folder, or DATABASE_URL/);
      assert.deepEqual(readdirSync(dataDir), [], name);
      mocked.mock.restore();
    }
  });

  it('of the first version, which kept a PostgreSQL there, is recognised and left alone', async () => {
    const dataDir = join(home, 'earlier');
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await refused(
      dataDir,
      'version',
      /earlier version of this bot, which this one neither reads nor changes/,
    );
    assert.deepEqual(readdirSync(dataDir), ['postgres']);
  });

  it('whose tables are another version’s is refused, and they stay as they are', async () => {
    const { dataDir } = await places.make('embedded');
    const { databaseUrl } = await places.make('server');
    for (const where of [{ dataDir }, { databaseUrl }]) {
      const made = await openDatabase(where, quietLog());
      await sql`update schema_steps set name = '0000-before' where name = '0003-tables'`.execute(made.db);
      await sql`insert into deliveries (key, expires_at) values ('theirs', 1)`.execute(made.db);
      await made.close();
      await assert.rejects(openStore(where, options), {
        kind: 'version',
        message: /another version of this bot/,
      });
    }
    // The first version's own list of steps.
    const older = await places.make('server');
    const client = new pg.Client({ connectionString: older.databaseUrl });
    await client.connect();
    await client.query('create table people (user_id text); create table kysely_migration (name text)');
    await assert.rejects(openStore(older, options), { kind: 'version' });
    const { rows } = await client.query(
      `select tablename from pg_tables where schemaname = 'public' order by 1`,
    );
    assert.deepEqual(rows, [{ tablename: 'kysely_migration' }, { tablename: 'people' }]);
    await client.end();
  });

  it('with a damaged file is refused, whatever is damaged, and the file stays as it is', async () => {
    const { dataDir } = await places.make('embedded');
    const store = await open(dataDir);
    for (let n = 0; n < 200; n += 1) await store.deliveries.first(`key ${n} ${'x'.repeat(200)}`, 1000);
    await store.close();
    const whole = readFileSync(databaseFile(dataDir));
    for (const page of [0, 1, 20, 40]) {
      const damaged = Buffer.from(whole);
      damaged.fill(0x58, page * 4096, (page + 1) * 4096);
      writeFileSync(databaseFile(dataDir), damaged);
      await refused(
        dataDir,
        'damaged',
        /is damaged, and is left as it is.*put a backup of the folder in its place/,
      );
      assert.ok(readFileSync(databaseFile(dataDir)).equals(damaged), `page ${page}`);
    }
    writeFileSync(databaseFile(dataDir), whole);
    const again = await open(dataDir);
    assert.equal(await again.deliveries.first(`key 7 ${'x'.repeat(200)}`, 1000), false);
    await again.close();
  });
});

describe('a disk that is full', () => {
  it('refuses in words, loses nothing that was acknowledged, goes on reading, and writes again once there is room', async () => {
    const { dataDir } = await places.make('embedded');
    const { db, close } = await openDatabase({ dataDir }, quietLog());
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    const pages = Number(rows[0]?.page_count);
    // What SQLite answers here it answers where the disk has no room: SQLITE_FULL.
    const room = (more: number) => sql`pragma max_page_count = ${sql.lit(pages + more)}`.execute(db);
    await room(20);
    const kept: string[] = [];
    const write = async (key: string) => {
      await db.transaction().execute(async (tx) => {
        for (const part of ['a', 'b'])
          await tx
            .insertInto('deliveries')
            .values({ key: `${key}${part} ${'x'.repeat(3000)}`, expires_at: 1 })
            .execute();
      });
      kept.push(`${key}a`, `${key}b`);
    };
    let refusals = 0;
    for (let n = 0; n < 40; n += 1) {
      await write(`${n} `).catch((error: unknown) => {
        assert.match(
          String(error),
          /The disk of the data folder .* is full.*Make room there; no restart is needed/,
        );
        refusals += 1;
      });
    }
    assert.ok(refusals > 5 && kept.length > 5, `${refusals} refused, ${kept.length} kept`);
    const found = async () =>
      (await db.selectFrom('deliveries').select('key').execute()).map(({ key }) => key.replace(/ x+$/, ''));
    assert.deepEqual((await found()).sort(), kept.toSorted());
    await room(1000);
    await write('after ');
    assert.deepEqual((await found()).sort(), kept.toSorted());
    await close();
    const again = await openDatabase({ dataDir }, quietLog());
    assert.equal((await again.db.selectFrom('deliveries').select('key').execute()).length, kept.length);
    await again.close();
  });
});

describe('what is kept in a folder', () => {
  it('is on the disk before it is acknowledged, and for this user’s eyes alone', async () => {
    const { dataDir } = await places.make('embedded');
    const { db, close } = await openDatabase({ dataDir }, quietLog());
    const asked = async (name: string) =>
      Object.values(
        (await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {},
      )[0];
    // https://www.sqlite.org/pragma.html#pragma_synchronous: 2 is FULL.
    assert.deepEqual(
      [
        await asked('synchronous'),
        await asked('journal_mode'),
        await asked('foreign_keys'),
        await asked('locking_mode'),
      ],
      [2, 'wal', 1, 'exclusive'],
    );
    await db.insertInto('deliveries').values({ key: 'k', expires_at: 1 }).execute();
    if (process.platform !== 'win32')
      for (const file of readdirSync(dataDir))
        assert.equal(fs.statSync(join(dataDir, file)).mode & 0o077, 0, file);
    await close();
  });

  it('takes every text, in JSON and beside it', async () => {
    for (const kind of places.kinds) {
      const store = await openStore(await places.make(kind), options);
      const what = { text: 'nul \u0000, half \ud800, 👩🏽‍💻' };
      const change = { userId: ann, at: 1, door: 'chat', what, outcome: null };
      await store.personStates.write([{ userId: ann, entries: [], changes: [change] }]);
      const [row] = (await store.exportPerson(ann)).changes;
      assert.deepEqual(z.object({ what: z.unknown() }).parse(row).what, what, kind);
      await store.close();
    }
  });
});
