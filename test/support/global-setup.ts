/** What a whole run of tests shares: one PostgreSQL server, on which each test file makes databases of its own. */

import { startPostgres, type Postgres } from './postgres.ts';

let postgres: Postgres | undefined;

export async function globalSetup(): Promise<void> {
  postgres = await startPostgres();
  // Test files are processes of their own, and inherit it.
  process.env.TEST_POSTGRES_URL = postgres.url;
}

export async function globalTeardown(): Promise<void> {
  await postgres?.stop();
}
