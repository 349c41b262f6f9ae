/** Opens the database: the only place where the embedded store and a PostgreSQL server differ. */

import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import type { StoreLog, Where } from './store.ts';
import { createIfMissing, databaseFolder, unfit } from './create.ts';
import { openFolder } from './folder.ts';
import { FolderTakenError, lockFolder } from './lock.ts';
import { migrate } from './migrations.ts';
import { guardRoom } from './room.ts';
import type { Tables } from './tables.ts';

export interface Database {
  readonly db: Kysely<Tables>;
  /** What pg-boss is opened with: it keeps connections of its own where there can be several. */
  readonly jobs: { readonly connectionString: string } | { readonly pglite: PGlite };
  close(): Promise<void>;
}

/** Connections of a process to PostgreSQL, those of pg-boss not counted. */
const mostConnections = 8;
const connectMs = 10_000;
/** No query of ours takes long; one that does waits for a lock that nobody gives up. */
const queryMs = 30_000;

/**
 * Opens the database and brings its tables up to date.
 * @throws FolderTakenError, FolderUnfitError, or the vendor's own error where there is no database to open.
 */
export async function openDatabase(where: Where, log: StoreLog): Promise<Database> {
  const database = 'dataDir' in where ? await embedded(where.dataDir) : await server(where.databaseUrl, log);
  try {
    await migrate(database.db);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function embedded(dataDir: string): Promise<Database> {
  const unlock = await lockFolder(dataDir).catch(async (error: unknown) => {
    throw error instanceof FolderTakenError ? error : await unfit(dataDir, error);
  });
  try {
    await createIfMissing(dataDir);
    const opened = await openFolder(databaseFolder(dataDir));
    guardRoom(opened.jobs.pglite, databaseFolder(dataDir));
    return {
      ...opened,
      close: async () => {
        await opened.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function server(databaseUrl: string, log: StoreLog): Promise<Database> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: mostConnections,
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    application_name: 'presence-bot',
  });
  // A connection that breaks while nobody uses it, as at a restart of the server, would otherwise end the process.
  pool.on('error', ({ message }) => {
    log.warn({ error: message }, 'a connection to the database broke; the next query opens another');
  });
  // And so would one that breaks between two queries of a transaction: the pool listens to those alone that nobody has.
  // Whoever has it is told by the next query.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, jobs: { connectionString: databaseUrl }, close: () => db.destroy() };
}
