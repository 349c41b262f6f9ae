/** Opens the embedded PostgreSQL on a folder, whoever has it. */

import { setImmediate as turn } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { Tables } from './tables.ts';

interface Embedded {
  readonly db: Kysely<Tables>;
  readonly jobs: { readonly pglite: PGlite };
  close(): Promise<void>;
}

/** @throws what PGlite throws for a folder that it can neither read nor fill. */
export async function openFolder(folder: string): Promise<Embedded> {
  // Loaded here: it compiles a PostgreSQL, and a bot with a server has no need of it.
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create(folder);
  // It works in this thread and never pauses by itself: whoever waits gets a turn before more is asked of it.
  await turn();
  return {
    db: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) }),
    jobs: { pglite },
    close: async () => {
      // Not Kysely's destroy, which closes it only if it has been asked for anything.
      if (!pglite.closed) await pglite.close();
    },
  };
}
