/**
 * What outlives the process: the store, and what works on it. Opened beside the start where there may be something to
 * keep, else when it is first needed: a turn that needs none of it neither waits for it nor pays.
 */

import { existsSync } from 'node:fs';
import type { Where } from '../config/config.ts';
import { createAsked } from '../leases/asked.ts';
import type { Attending } from '../meetings/attend.ts';
import type { MeetingEvent } from '../meetings/event.ts';
import type { Claim } from '../presence/claim.ts';
import type { Guid, Sender } from '../presence/intent.ts';
import { noStack, type Stack } from '../presence/meeting.ts';
import type { Records, Sessions } from '../presence/ports.ts';
import type { PersonStateStore } from '../store/person-states.ts';
import type { Late } from '../store/jobs.ts';
import type { Store } from '../store/store.ts';
import { createAcquaintances, type Acquaintance } from './acquaintances.ts';
import { againMs, createOpening } from './opening.ts';
import { createRecords } from './records.ts';
import { within } from '../waits/within.ts';
import type { Work, WorkParts } from './work.ts';

export interface Memory {
  /** Why it is not there; undefined: it is open, or needed for nothing yet. */
  missing(): string | undefined;
  /** The store, if it is open. */
  store(): Store | undefined;
  readonly sessions: Sessions;
  readonly records: Records;
  /** Remembers how to write to a person, if there is a store; written when it has changed. */
  acquaint(person: () => Acquaintance | undefined): void;
  /** Whether there was no store when this process began. */
  isNew(): boolean;
  /** Where person states are kept; opens the store for it. */
  readonly personStates: () => Promise<PersonStateStore>;
  /** What wants a person's session slot; rejects while that is out of reach. */
  readonly stack: (userId: Guid) => Promise<Stack>;
  /** Takes what Teams tells of a meeting. Rejects where that could not be kept. */
  attend(event: MeetingEvent): Promise<void>;
  /** What signed hooks need; undefined while the store is out of reach. */
  receiver(): { readonly take: Attending['take']; readonly seen: Store['seen'] } | undefined;
  close(): Promise<void>;
}

interface MemoryParts extends Omit<WorkParts, 'failing' | 'log'> {
  readonly where: Where;
  /** Opens it at the start, whatever is there. */
  readonly needed: boolean;
  readonly log: WorkParts['log'] & { error(facts: object, message: string): void };
  /** Told how late an alarm rings. */
  readonly late: Late;
  /** Another process uses the folder, and has to be stopped first. Called at a start beside it alone. */
  readonly taken: (message: string) => void;
  /** Somebody is forgotten: so is what is remembered of them elsewhere. */
  readonly forgotten: (userId: Guid) => Promise<void>;
  /** Writes what waits to be written of anybody. Never rejects. */
  readonly flush: () => Promise<void>;
}

/** Longer than that nobody waits at the end for changes that a store does not take. */
const flushMs = 2000;

/** What is kept there. With a server, or a folder that is there already, it is opened at once, beside the caller. */
export function createMemory(parts: MemoryParts): Memory {
  const { where, now, log } = parts;
  const acquaintances = createAcquaintances(now);

  const failing = (error: unknown) => {
    log.error({ error: error instanceof Error ? error.message : typeof error }, 'the store is out of reach');
  };

  const start = async (): Promise<Work> => {
    const { openStore } = await import('../store/store.ts');
    const { startWork } = await import('./work.ts');
    const store = await openStore(where, { now, log, late: parts.late });
    try {
      return await startWork(store, { ...parts, failing });
    } catch (error) {
      await store.close();
      throw error;
    }
  };
  const stop = async (work: Work) => {
    await within(flushMs, parts.flush());
    await work.stop();
  };
  const opening = createOpening(start, stop, failing, now);
  const isThere = 'databaseUrl' in where || existsSync(where.dataDir);
  const untouched = () => !isThere && opening.untouched();

  const ended = async (userId: Guid, claims: readonly Claim[]) => {
    await (await opening.open()).attending.ended(userId, claims);
  };

  const asked = createAsked({
    leases: async () => (await opening.open()).store.leases,
    untouched,
    ended: (userId, claims) => void ended(userId, claims).catch(failing),
    now,
    log,
  });

  const forgotten = ({ userId }: Sender) => {
    acquaintances.forget(userId);
    return parts.forgotten(userId);
  };

  const atStart = isThere || parts.needed;
  if (atStart) {
    void opening.open().catch((error: unknown) => {
      if (error instanceof Error && error.name === 'FolderTakenError') parts.taken(error.message);
    });
  }
  return {
    missing: () => {
      if (opening.untouched() || opening.now() !== undefined) return undefined;
      const since = opening.failedSince();
      // What is opened for the first time in the middle of a life is in nobody's way.
      if (since === undefined) return atStart ? 'store: it is being opened' : undefined;
      return `store: out of reach since ${new Date(since).toISOString()}; it is tried again every ${againMs / 1000} seconds`;
    },
    store: () => opening.now()?.store,
    sessions: asked,
    records: createRecords({ open: opening.open, untouched, forgotten, flush: parts.flush, now }),
    acquaint: (person) => {
      const work = opening.now();
      const known = work === undefined ? undefined : person();
      if (work === undefined || known === undefined) return;
      void acquaintances.meet(work.store.people, known).catch(failing);
    },
    isNew: () => !isThere,
    // What is closing still takes what waits.
    personStates: async () => (opening.now() ?? (await opening.open())).store.personStates,
    stack: async (userId) => (untouched() ? noStack : (await opening.open()).attending.stackOf(userId)),
    attend: async (event) => {
      // Where nothing was ever kept, nobody has a rule.
      if (!untouched()) await (await opening.open()).attending.take(event);
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
