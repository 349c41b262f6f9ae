/**
 * What outlives the process: the store, and what works on it. Opened beside the start: a turn that needs none of it does
 * not wait for it.
 */

import { createAsked } from '../leases/asked.ts';
import type { Attending } from '../meetings/attend.ts';
import type { MeetingEvent } from '../meetings/event.ts';
import type { Claim } from '../presence/claim.ts';
import type { Guid, Sender } from '../presence/intent.ts';
import type { Records, Sessions } from '../presence/ports.ts';
import type { Changes } from '../store/changes.ts';
import { isForGood } from '../store/problem.ts';
import type { Store, Where } from '../store/store.ts';
import { createAcquaintances, type Acquaintance } from './acquaintances.ts';
import { againMs, createOpening } from './opening.ts';
import { createRecords } from './records.ts';
import type { Work, WorkParts } from './work.ts';

export interface Memory {
  /** Opens it, and tries again for as long as it cannot be. */
  start(): void;
  /** Why it is not there; undefined: it is open. */
  missing(): string | undefined;
  /** The store, if it is open. */
  store(): Store | undefined;
  readonly sessions: Sessions;
  readonly records: Records;
  /** Remembers how to write to a person, if the store is open; written when it has changed. */
  acquaint(person: () => Acquaintance | undefined): void;
  /** Where changes are kept. Rejects while the store is out of reach. */
  readonly changes: () => Promise<Changes>;
  /** Takes what Teams tells of a meeting. Rejects where that could not be kept. */
  attend(event: MeetingEvent): Promise<void>;
  /** What signed hooks need; undefined while the store is out of reach. */
  receiver(): { readonly take: Attending['take']; readonly seen: Store['seen'] } | undefined;
  close(): Promise<void>;
}

interface MemoryParts extends Omit<WorkParts, 'failing' | 'log'> {
  readonly where: Where;
  readonly log: WorkParts['log'] & { error(facts: object, message: string): void };
  /** It cannot be opened before somebody changes the configuration, which the message tells how. */
  readonly refused: (message: string) => void;
  /** Somebody is forgotten: so is what is remembered of them elsewhere. */
  readonly forgotten: (userId: Guid) => void;
}

export function createMemory(parts: MemoryParts): Memory {
  const { where, now, log } = parts;
  const acquaintances = createAcquaintances(now);

  const failing = (error: unknown) => {
    log.error(
      { error: error instanceof Error ? error.message : typeof error },
      'the store is out of reach: nothing can be kept',
    );
  };

  const start = async (): Promise<Work> => {
    const { openStore } = await import('../store/store.ts');
    const { startWork } = await import('./work.ts');
    const store = await openStore(where, { now, log });
    try {
      return await startWork(store, { ...parts, failing });
    } catch (error) {
      await store.close();
      throw error;
    }
  };
  const notOpened = (error: unknown) => {
    failing(error);
    if (isForGood(error)) parts.refused(error.message);
  };
  const opening = createOpening(start, (work) => work.stop(), notOpened, now);

  const ended = async (userId: Guid, claims: readonly Claim[]) => {
    await (await opening.open()).attending.ended(userId, claims);
  };

  const asked = createAsked({
    leases: async () => (await opening.open()).store.leases,
    ended: (userId, claims) => void ended(userId, claims).catch(failing),
    now,
    log,
  });

  const forgotten = ({ userId }: Sender) => {
    acquaintances.forget(userId);
    parts.forgotten(userId);
  };

  return {
    start: () => {
      // Why it cannot be opened was told.
      opening.open().catch(() => undefined);
    },
    missing: () => {
      if (opening.now() !== undefined) return undefined;
      const since = opening.failedSince();
      if (since === undefined) return 'store: it is being opened';
      return `store: out of reach since ${new Date(since).toISOString()}; it is tried again every ${againMs / 1000} seconds`;
    },
    store: () => opening.now()?.store,
    sessions: asked,
    records: createRecords({ open: opening.open, forgotten, now }),
    acquaint: (person) => {
      const work = opening.now();
      const known = work === undefined ? undefined : person();
      if (work === undefined || known === undefined) return;
      void acquaintances.meet(work.store.people, known).catch(failing);
    },
    changes: async () => (await opening.open()).store.changes,
    attend: async (event) => {
      await (await opening.open()).attending.take(event);
    },
    receiver: () => {
      const work = opening.now();
      return work && { take: work.attending.take, seen: work.store.seen };
    },
    close: async () => {
      asked.close();
      await opening.close();
    },
  };
}
