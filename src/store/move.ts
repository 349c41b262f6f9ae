/** From the folder of the embedded store to a PostgreSQL server: everything of ours, in one transaction, or nothing. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Instant } from '../presence/intent.ts';
import { openDatabase } from './database.ts';
import { openJobs, type Enqueue } from './jobs.ts';
import type { StoreLog } from './store.ts';
import type { Tables, Tx } from './tables.ts';

/** Every table, what is referred to before what refers to it. A new one belongs here, which a test checks. */
export const movedTables = [
  'people',
  'conversations',
  'leases',
  'claims',
  'meetings',
  'attendances',
  'person_states',
  'changes',
  'seen',
  'budget',
] as const satisfies readonly (keyof Tables)[];

type Table = (typeof movedTables)[number];

/** Rows that were moved, by table. */
export type Moved = Readonly<Record<Table, number>>;

/** Why nothing was moved; its message says what to do. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
}

export interface MoveParts {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly now: () => Instant;
  readonly log: StoreLog;
  /** Told after each batch how many rows of that table are there. */
  readonly progress?: (table: Table, rows: number) => void;
}

const batch = 500;

/**
 * Moves everything to an empty database, and sets an alarm for each lease. The folder stays as it is. What breaks off
 * leaves the database empty, so that the same can be done again.
 * @throws MoveRefused, FolderTakenError where the folder is in use, or the database's own error.
 */
export async function moveStore({ dataDir, databaseUrl, now, log, progress }: MoveParts): Promise<Moved> {
  // Opening would make an empty one.
  if (!existsSync(join(dataDir, 'postgres')))
    throw new MoveRefused(`There is no store in ${dataDir}. Set DATA_DIR to the folder that the bot used.`);
  const to = await openDatabase({ databaseUrl }, log);
  try {
    // Looked at before the folder, which takes longer to open, and once more when nobody else can write.
    await refuseUnlessEmpty(to.db);
    const from = await openDatabase({ dataDir }, log);
    try {
      const jobs = await openJobs(to.jobs, log, now);
      try {
        return await to.db
          .transaction()
          .execute((tx) => copyAll(from.db, tx, jobs.enqueue, (table, rows) => progress?.(table, rows)));
      } finally {
        await jobs.close();
      }
    } finally {
      await from.close();
    }
  } finally {
    await to.close();
  }
}

async function copyAll(
  from: Kysely<Tables>,
  tx: Tx,
  enqueue: Enqueue,
  progress: (table: Table, rows: number) => void,
): Promise<Moved> {
  // A bot that works there already waits, and so does another move.
  await sql`lock table ${sql.join(movedTables.map((table) => sql.table(table)))} in share row exclusive mode`.execute(
    tx,
  );
  await refuseUnlessEmpty(tx);
  const moved: [Table, number][] = [];
  for (const table of movedTables) {
    const rows = await copyTable(from, tx, table, (so) => {
      progress(table, so);
    });
    moved.push([table, rows]);
  }
  // What is counted by itself goes on behind what was moved.
  await sql`select setval(pg_get_serial_sequence('changes', 'id'), max(id)) from changes having max(id) is not null`.execute(
    tx,
  );
  await setAlarms(tx, enqueue);
  return Object.fromEntries(moved) as Moved;
}

async function refuseUnlessEmpty(db: Kysely<Tables>): Promise<void> {
  const held: string[] = [];
  for (const table of movedTables) {
    const { rows } = await sql<{ rows: string }>`select count(*) as rows from ${sql.table(table)}`.execute(
      db,
    );
    const count = Number(rows[0]?.rows);
    if (count > 0) held.push(`${table} ${count}`);
  }
  if (held.length > 0)
    throw new MoveRefused(
      `The database holds data already (${held.join(', ')}), and nothing is mixed. Set DATABASE_URL to an empty database; createdb makes one.`,
    );
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Values go as PostgreSQL's own texts, which lose nothing. Whatever columns there are go along. */
async function copyTable(
  from: Kysely<Tables>,
  tx: Tx,
  table: Table,
  progress: (rows: number) => void,
): Promise<number> {
  const { rows: columns } = await sql<Column>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(tx);
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  const texts = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`));
  const values = sql.join(columns.map(({ name, type }) => sql`${sql.ref(name)}::${sql.raw(type)}`));
  return from.transaction().execute(async (source) => {
    // One picture of the table, however long it takes, and never all of it in memory.
    await sql`declare moving no scroll cursor for select array[${texts}] as row from ${sql.table(table)}`.execute(
      source,
    );
    let copied = 0;
    for (;;) {
      const fetched = await sql<{
        row: (string | null)[];
      }>`fetch ${sql.raw(String(batch))} from moving`.execute(source);
      if (fetched.rows.length === 0) return copied;
      const arrays = sql.join(
        columns.map((_column, index) => sql`${fetched.rows.map(({ row }) => row[index] ?? null)}::text[]`),
      );
      await sql`insert into ${sql.table(table)} (${names}) overriding system value
        select ${values} from unnest(${arrays}) as moved (${names})`.execute(tx);
      copied += fetched.rows.length;
      progress(copied);
    }
  });
}

/** Alarms are the queue's, which is not moved: each lease gets one for its own time, what is overdue rings at once. */
async function setAlarms(tx: Tx, enqueue: Enqueue): Promise<void> {
  const leases = await tx.selectFrom('leases').select(['user_id', 'next_at']).execute();
  for (let at = 0; at < leases.length; at += batch) {
    const alarms = leases
      .slice(at, at + batch)
      .map(({ user_id, next_at }) => ({ key: user_id, dueAt: next_at.getTime() }));
    await enqueue(tx, 'leases', alarms);
  }
}
