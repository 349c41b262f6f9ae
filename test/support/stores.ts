/** Both kinds of store, for tests that must hold on each. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreLog, Where } from '../../src/store/store.ts';
import { startPostgres, type Postgres } from './postgres.ts';

/** A log that keeps what it was told. */
export function quietLog(): StoreLog & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    warn: (fields, text) => {
      lines.push(`${text} ${JSON.stringify(fields)}`);
    },
  };
}

export interface Places {
  readonly kinds: readonly ['embedded', 'server'];
  /** A new, empty place. */
  make(kind: 'embedded' | 'server'): Promise<Where>;
  readonly postgres: Postgres;
  /** Ends the server and removes every folder. */
  close(): Promise<void>;
}

/** Starts the server once for a test file. */
export async function openPlaces(): Promise<Places> {
  const postgres = await startPostgres();
  const folders: string[] = [];
  return {
    kinds: ['embedded', 'server'],
    postgres,
    make: async (kind) =>
      kind === 'server' ? { databaseUrl: await postgres.database() } : { dataDir: folder() },
    close: async () => {
      await postgres.stop();
      for (const one of folders) rmSync(one, { recursive: true, force: true });
    },
  };
  function folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'presence-bot-store-'));
    folders.push(made);
    return made;
  }
}
