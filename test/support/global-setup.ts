/**
 * What a whole run of tests shares: the bundle that is deployed, and one PostgreSQL server, on which each test file
 * makes databases of its own.
 */

import { buildInto } from '../../scripts/build.ts';
import { temporaryFolder } from './folders.ts';
import { startPostgres, type Postgres } from './postgres.ts';

let postgres: Postgres | undefined;

export async function globalSetup(): Promise<void> {
  const built = temporaryFolder();
  [postgres] = await Promise.all([startPostgres(), buildInto(built, { localMode: true })]);
  process.env.TEST_BUNDLE = built;
  // Test files are processes of their own, and inherit it.
  process.env.TEST_POSTGRES_URL = postgres.url;
}

export async function globalTeardown(): Promise<void> {
  await postgres?.stop();
}
