/** From the folder of the embedded store to a PostgreSQL server: everything, in one transaction, or nothing. */

import { existsSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import { openDatabase } from './database.ts';
import { databaseFile } from './folder.ts';
import { keptTables, type KeptTable } from './kept-tables.ts';
import type { StoreLog } from './store-folder.ts';
import type { Tables, Tx } from './tables.ts';

/** Rows that were moved, by table. */
export type Moved = Readonly<Record<KeptTable, number>>;

/** Why nothing was moved; its message says what to do. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
}

export interface MoveParts {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly log: StoreLog;
  /** Told after each batch how many rows of that table are there. */
  readonly progress?: (table: KeptTable, rows: number) => void;
}

const batch = 500;

/**
 * Moves everything to an empty database. The folder stays as it is. What breaks off leaves the database empty, so that
 * the same can be done again.
 * @throws MoveRefused, StoreProblem (where the folder is in use, for one), or the database's own error.
 */
export async function moveStore({ dataDir, databaseUrl, log, progress }: MoveParts): Promise<Moved> {
  // Opening would make an empty one.
  if (!existsSync(databaseFile(dataDir)))
    throw new MoveRefused(`There is no store in ${dataDir}. Set DATA_DIR to the folder that the bot used.`);
  const from = await openDatabase({ dataDir }, log);
  try {
    const to = await openDatabase({ databaseUrl }, log);
    try {
      return await to.db
        .transaction()
        .execute((tx) => copyAll(from.db, tx, (table, rows) => progress?.(table, rows)));
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function copyAll(
  from: Kysely<Tables>,
  tx: Tx,
  progress: (table: KeptTable, rows: number) => void,
): Promise<Moved> {
  // A bot that works there already waits, and so does another move.
  await sql`lock table ${sql.join(keptTables.map((table) => sql.table(table)))} in share row exclusive mode`.execute(
    tx,
  );
  await refuseUnlessEmpty(tx);
  const moved: [KeptTable, number][] = [];
  for (const table of keptTables) {
    const rows = await copyTable(from, tx, table, (so) => {
      progress(table, so);
    });
    moved.push([table, rows]);
  }
  return Object.fromEntries(moved) as Moved;
}

async function refuseUnlessEmpty(tx: Tx): Promise<void> {
  const held: string[] = [];
  for (const table of keptTables) {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(
      tx,
    );
    const count = rows[0]?.rows ?? 0;
    if (count > 0) held.push(`${table} ${count}`);
  }
  if (held.length > 0)
    throw new MoveRefused(
      `The database holds data already (${held.join(', ')}), and nothing is mixed. Set DATABASE_URL to an empty database; createdb makes one.`,
    );
}

/** Both have the same columns, and the same values in them. Never all of a table is in memory. */
async function copyTable(
  from: Kysely<Tables>,
  tx: Tx,
  table: KeptTable,
  progress: (rows: number) => void,
): Promise<number> {
  let copied = 0;
  let after = -1;
  for (;;) {
    const { rows } = await sql<Record<string, unknown> & { row_number: number }>`
      select rowid as row_number, * from ${sql.table(table)} where rowid > ${after} order by rowid limit ${batch}`.execute(
      from,
    );
    const last = rows.at(-1);
    if (last === undefined) return copied;
    after = last.row_number;
    // What counts up by itself counts anew, in the same order.
    const columns = Object.keys(last).filter(
      (name) => name !== 'row_number' && !(table === 'changes' && name === 'id'),
    );
    const values = rows.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))}) values ${sql.join(values)}`.execute(
      tx,
    );
    copied += rows.length;
    progress(copied);
  }
}
