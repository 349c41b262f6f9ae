/**
 * Durable state and jobs. The only room that knows Kysely, pg, pg-boss and PGlite: embedded in a folder, for one
 * process, or on a PostgreSQL server, for many, with the same tables, queries and jobs.
 */

import type { Guid, Instant } from '../presence/intent.ts';
import { enter, enterByTime } from '../presence/person-state.ts';
import { createBudget, defaultBudget, type Budget, type BudgetLimit } from './budget.ts';
import { openDatabase } from './database.ts';
import { openJobs, type Jobs, type Late } from './jobs.ts';
import { createLeases, type Leases } from './leases.ts';
import { createMeetings, type Meetings } from './meetings.ts';
import { createPeople, type People } from './people.ts';
import { createPersonStateStore, type PersonStateStore } from './person-states.ts';
import { exportPerson, forgetPerson, type PersonExport } from './privacy.ts';
import { cleanUp } from './retention.ts';
import { createSeen, type Seen } from './seen.ts';

/** A PostgreSQL of version 14 or newer, or a folder for the embedded one. */
export type Where = { readonly databaseUrl: string } | { readonly dataDir: string };

/** What the operator is told; pino's own shape. */
export interface StoreLog {
  warn(fields: object, text: string): void;
}

export interface StoreOptions {
  readonly now: () => Instant;
  readonly log: StoreLog;
  readonly budget?: BudgetLimit;
  readonly late?: Late;
}

export interface Store {
  readonly people: People;
  readonly leases: Leases;
  readonly meetings: Meetings;
  readonly personStates: PersonStateStore;
  readonly seen: Seen;
  readonly budget: Budget;
  readonly jobs: Pick<Jobs, 'work'>;
  /** Everything that is kept of a person, written or waiting. */
  exportPerson(userId: Guid): Promise<PersonExport>;
  /** Forgets a person; their session at Graph is to be ended before. */
  forgetPerson(userId: Guid): Promise<void>;
  /** Removes what has been kept for long enough. */
  cleanUp(): Promise<void>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** Writes what is waiting, ends the jobs under way within five seconds, and lets go. May be called again. */
  close(): Promise<void>;
}

/**
 * Opens the store: milliseconds on a server, half a second in a folder, some seconds there the very first time. Keep
 * the promise and start serving beside it; whatever needs the store awaits it then.
 * @throws FolderTakenError where another process uses the folder; else the database's own error.
 */
export async function openStore(where: Where, options: StoreOptions): Promise<Store> {
  const { now, log } = options;
  const database = await openDatabase(where, log);
  const { db } = database;
  const jobs = await openJobs(database.jobs, log, now, options.late).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  // Of several processes, one may write later than another what was done before.
  const enterNext = 'databaseUrl' in where ? enterByTime : enter;
  const budget = createBudget(db, options.budget ?? defaultBudget, now, log);
  let closing: Promise<void> | undefined;
  return {
    people: createPeople(db, now),
    leases: createLeases(db, jobs.enqueue, now),
    meetings: createMeetings(db, jobs.enqueue),
    personStates: createPersonStateStore(db, enterNext, now),
    seen: createSeen(db, now),
    budget,
    jobs,
    exportPerson: (userId) => exportPerson(db, userId),
    forgetPerson: (userId) => forgetPerson(db, userId),
    cleanUp: () => cleanUp(db, now()),
    ping: async () => {
      await db.selectFrom('seen').select('key').limit(1).execute();
    },
    close: () => {
      closing ??= (async () => {
        await jobs.close();
        await budget.close();
        await database.close();
      })();
      return closing;
    },
  };
}
