/**
 * What outlives the process. The only room that knows Kysely, pg and SQLite: in a folder, for one process, or on a
 * PostgreSQL server, for many, with the same tables and queries.
 */

import type { Guid, Instant } from '../presence/intent.ts';
import { enter, enterByTime } from '../presence/state-entry.ts';
import { createBudget, defaultBudget, looksBudget, type Budget, type BudgetLimit } from './budget.ts';
import { createCalendarStore, type CalendarStore } from './calendars.ts';
import { openDatabase } from './database.ts';
import type { StoreLog, StoreFolder } from './store-folder.ts';
import type { OnDue } from './due.ts';
import { createSessionStore, type SessionStore } from './session-slots.ts';
import { createMeetingStore, type MeetingStore } from './meetings.ts';
import { createPeople, type PeopleStore } from './people.ts';
import { createPersonStateStore, type PersonStateStore } from './person-states.ts';
import { cleanUp, exportPerson, forgetPerson, type PersonExport } from './privacy.ts';
import { createReminderStore, type ReminderStore } from './reminders.ts';
import { createScheduleStore, type ScheduleStore } from './schedules.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { createKeyRequests, type KeyRequests } from './key-requests.ts';
import { createKeyStore, type KeyStore } from './personal-keys.ts';

export interface StoreOptions {
  readonly now: () => Instant;
  readonly log: StoreLog;
  readonly budget?: BudgetLimit;
}

export interface Store {
  readonly people: PeopleStore;
  readonly sessionStore: SessionStore;
  readonly meetings: MeetingStore;
  readonly personStates: PersonStateStore;
  readonly schedules: ScheduleStore;
  readonly reminders: ReminderStore;
  readonly calendars: CalendarStore;
  readonly keys: KeyStore;
  readonly keyRequests: KeyRequests;
  readonly deliveries: Deliveries;
  readonly budget: Budget;
  /** A budget of its own for looks at what people have set, within the other. */
  readonly looks: Pick<Budget, 'take'>;
  /** What the scheduler has to know: how often it looks, and what this process makes due meanwhile. */
  readonly due: {
    readonly pollMs: number;
    /** Called with each instant at which something comes due, once it is on record. */
    readonly listen: (onDue: OnDue) => void;
  };
  /** Everything that is kept of a person, written or waiting. */
  exportPerson(userId: Guid): Promise<PersonExport>;
  /** Forgets a person; their session at Graph is to be ended before. */
  forgetPerson(userId: Guid): Promise<void>;
  /** Removes what has been kept for long enough. */
  cleanUp(): Promise<void>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** Writes what is waiting, and lets go. May be called again. */
  close(): Promise<void>;
}

/**
 * Opens the store, in some tens of milliseconds.
 * @throws StoreProblem, whose message says what to do; or the database's own error.
 */
export async function openStore(where: StoreFolder, options: StoreOptions): Promise<Store> {
  const { now, log } = options;
  const database = await openDatabase(where, log);
  const { db, dialect } = database;
  let listener: OnDue = () => undefined;
  const onDue: OnDue = (at) => {
    listener(at);
  };
  // Of several processes, one may write later than another what was done before.
  const enterNext = 'databaseUrl' in where ? enterByTime : enter;
  const budget = createBudget(db, options.budget ?? defaultBudget, now, log);
  const looks = createBudget(db, looksBudget, now, log);
  let closing: Promise<void> | undefined;
  return {
    people: createPeople(db, now),
    sessionStore: createSessionStore(database, now, onDue),
    meetings: createMeetingStore(database, onDue),
    personStates: createPersonStateStore(db, enterNext, now),
    schedules: createScheduleStore(database, now, onDue),
    reminders: createReminderStore(database, now, onDue),
    calendars: createCalendarStore(database, now, onDue),
    keys: createKeyStore(database, now),
    keyRequests: createKeyRequests(db, now),
    deliveries: createDeliveries(db, now),
    budget,
    looks: { take: (tenantId, wanted) => looks.take(`looks:${tenantId}`, wanted) },
    due: {
      pollMs: dialect.pollMs,
      listen: (heard) => {
        listener = heard;
      },
    },
    exportPerson: (userId) => exportPerson(db, userId),
    forgetPerson: (userId) => forgetPerson(db, userId),
    cleanUp: () => cleanUp(db, now()),
    ping: async () => {
      await db.selectFrom('deliveries').select('key').limit(1).execute();
    },
    close: () => {
      closing ??= (async () => {
        await budget.close();
        await database.close();
      })();
      return closing;
    },
  };
}
