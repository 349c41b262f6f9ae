/** Opens the database: the only place where the embedded store and a PostgreSQL server differ. */

import type { PGlite } from '@electric-sql/pglite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import type { StoreLog, Where } from './store.ts';
import { lockFolder } from './lock.ts';
import { migrate } from './migrations.ts';
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
 * @throws FolderTakenError, or the vendor's own error where there is no database to open.
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
  const unlock = await lockFolder(dataDir);
  try {
    // Loaded here: it compiles a PostgreSQL, and a bot with a server has no need of it.
    const { PGlite } = await import('@electric-sql/pglite');
    const folder = join(dataDir, 'postgres');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const pglite = await PGlite.create(folder);
    return {
      db: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) }),
      jobs: { pglite },
      close: async () => {
        // Not Kysely's destroy, which closes it only if it has been asked for anything.
        if (!pglite.closed) await pglite.close();
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
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, jobs: { connectionString: databaseUrl }, close: () => db.destroy() };
}
