/** Both kinds of store, for tests that must hold on each. */

import { rmSync } from 'node:fs';
import type { StoreLog, StoreFolder } from '../../src/store/store-folder.ts';
import { temporaryFolder } from './folders.ts';
import { newDatabase, startPostgres, type Postgres } from './postgres.ts';

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
  /** A new place with nothing in it. */
  make(kind: 'embedded'): Promise<{ readonly dataDir: string }>;
  make(kind: 'server'): Promise<{ readonly databaseUrl: string }>;
  make(kind: 'embedded' | 'server'): Promise<StoreFolder>;
  /** The server, which nobody else uses. */
  own(): Promise<Postgres>;
  /** Ends a server of its own, and removes every folder. */
  close(): Promise<void>;
}

/** A server is started when the first place on one is made, unless the whole run shares one; `own`: it never does. */
export function openPlaces({ own = false } = {}): Places {
  const shared = own ? undefined : process.env.TEST_POSTGRES_URL;
  const folders: string[] = [];
  let postgres: Promise<Postgres> | undefined;
  const start = () => (postgres ??= startPostgres());
  const folder = () => {
    const made = temporaryFolder('presence-bot-store-');
    folders.push(made);
    return made;
  };
  async function make(kind: 'embedded'): Promise<{ readonly dataDir: string }>;
  async function make(kind: 'server'): Promise<{ readonly databaseUrl: string }>;
  async function make(kind: 'embedded' | 'server'): Promise<StoreFolder>;
  async function make(kind: 'embedded' | 'server'): Promise<StoreFolder> {
    if (kind === 'embedded') return { dataDir: folder() };
    return { databaseUrl: await (shared === undefined ? (await start()).database() : newDatabase(shared)) };
  }
  return {
    kinds: ['embedded', 'server'],
    make,
    own: start,
    close: async () => {
      await (await postgres)?.stop();
      for (const one of folders) rmSync(one, { recursive: true, force: true });
    },
  };
}
