/** Both kinds of store, for tests that must hold on each. */

import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore, type StoreLog, type Where } from '../../src/store/store.ts';
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

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, 'node_modules', '.cache');

/** Names what a new embedded store is made by: another version of it makes another one. */
function storeVersion(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const room = join(root, 'src', 'store');
  for (const file of readdirSync(room).sort()) hash.update(readFileSync(join(room, file)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Makes that folder an embedded store that is empty, by copying one: to make each anew took seconds of every test file.
 * The first test file after a change makes it.
 */
export async function prepareStore(dataDir: string): Promise<void> {
  const prepared = join(cache, `store-${storeVersion()}`);
  if (!existsSync(prepared)) {
    mkdirSync(cache, { recursive: true });
    const made = mkdtempSync(join(cache, 'making-'));
    const store = await openStore({ dataDir: made }, { now: Date.now, log: quietLog() });
    await store.close();
    try {
      renameSync(made, prepared);
    } catch {
      // Another test file was first.
      rmSync(made, { recursive: true, force: true });
    }
  }
  cpSync(prepared, dataDir, { recursive: true });
}

export interface Places {
  readonly kinds: readonly ['embedded', 'server'];
  /** A new place with nothing in it. */
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
    make: async (kind) => {
      if (kind === 'server') return { databaseUrl: await postgres.database() };
      const dataDir = folder();
      await prepareStore(dataDir);
      return { dataDir };
    },
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
