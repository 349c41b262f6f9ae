/**
 * What outlives the process: the store, and the keeper that renews sessions by it. Opened beside the start where there
 * may be something to keep, else when it is first needed: a turn that needs none of it neither waits for it nor pays.
 */

import { existsSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Where } from './config/config.ts';
import type { Keeper } from './leases/keeper.ts';
import type { Claim } from './presence/claim.ts';
import type { Guid, Instant } from './presence/intent.ts';
import type { SendTogether, Sessions } from './presence/ports.ts';
import type { Store } from './store/store.ts';

/** The store, opened, and what works on it. */
export interface Opened {
  readonly store: Store;
  readonly keeper: Keeper;
}

export interface Memory {
  /** Opens it if need be. Rejects while it is out of reach; the next call tries again. */
  open(): Promise<Opened>;
  /** What is open already. */
  opened(): Opened | undefined;
  /** Whether it is open, or needed for nothing yet. */
  isWell(): boolean;
  readonly sessions: Sessions;
  close(): Promise<void>;
}

interface MemoryParts {
  readonly where: Where;
  readonly sessionId: Guid;
  readonly together: SendTogether;
  readonly now: () => Instant;
  readonly log: Logger;
  /** A promise that nobody waits for any more could not be kept. */
  readonly lost: (userId: Guid, claims: readonly Claim[]) => void;
  /** Another process uses the folder, and has to be stopped first. Called at a start beside it alone. */
  readonly taken: (message: string) => void;
  /** Claims that the person's newer choice has ended. */
  readonly ended: (userId: Guid, claims: readonly Claim[]) => void;
}

/** A database that is out of reach is looked for again that often. */
const againMs = 5000;
const cleanUpMs = 60 * 60_000;

/** What is kept there. With a server, or a folder that is there already, it is opened at once, beside the caller. */
export async function createMemory(parts: MemoryParts): Promise<Memory> {
  const { where, log } = parts;
  let opening: Promise<Opened> | undefined;
  let opened: Opened | undefined;
  let stop: () => Promise<void> = () => Promise.resolve();
  let closed = false;
  let failed = false;

  const start = async (): Promise<Opened> => {
    const { openStore } = await import('./store/store.ts');
    const { createKeeper, startKeeping } = await import('./leases/keeper.ts');
    const { sessionId, together, now, lost } = parts;
    const store = await openStore(where, { now, log });
    const keeper = createKeeper({
      leases: store.leases,
      budget: store.budget,
      together,
      sessionId,
      now,
      random: Math.random,
      log,
      givenUp: (userId, { claims }) => {
        lost(userId, claims);
      },
    });
    const stopKeeping = await startKeeping(keeper, store.jobs, log);
    const cleaning = setInterval(() => void store.cleanUp().catch(failing), cleanUpMs).unref();
    stop = async () => {
      stopKeeping();
      clearInterval(cleaning);
      await store.close();
    };
    return { store, keeper };
  };

  const failing = (error: unknown) => {
    log.error({ error: error instanceof Error ? error.message : typeof error }, 'the store is out of reach');
  };

  const open = (): Promise<Opened> => {
    if (closed) return Promise.reject(new Error('the bot is stopping'));
    opening ??= start().then(
      async (made) => {
        opened = made;
        failed = false;
        if (closed) await stop();
        return made;
      },
      (error: unknown) => {
        failing(error);
        failed = true;
        // Whoever needs it, or time, tries again.
        setTimeout(() => {
          opening = undefined;
          if (!closed) void open().catch(() => undefined);
        }, againMs).unref();
        throw error;
      },
    );
    return opening;
  };

  const { createAsked } = await import('./leases/asked.ts');
  const { now, ended } = parts;
  const isThere = 'databaseUrl' in where || existsSync(where.dataDir);
  const asked = createAsked({
    leases: async () => (await open()).store.leases,
    untouched: () => !isThere && opening === undefined && !failed,
    ended,
    now,
    log,
  });
  if (isThere) {
    void open().catch((error: unknown) => {
      if (error instanceof Error && error.name === 'FolderTakenError') parts.taken(error.message);
    });
  }
  return {
    open,
    opened: () => opened,
    isWell: () => opened !== undefined || (opening === undefined && !failed),
    sessions: asked,
    close: async () => {
      closed = true;
      asked.close();
      // An opening that has begun is waited for: it holds the folder.
      await opening?.catch(() => undefined);
      await stop();
    },
  };
}
