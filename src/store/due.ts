/** What comes due stands in the rows themselves: `due_at`, and `locked_until` for what somebody is working on. */

import { sql, type Expression, type Kysely, type RawBuilder } from 'kysely';
import type { Instant } from '../presence/intent.ts';
import { compiled } from './compiled.ts';
import type { Tables } from './tables.ts';

/** Something that has come due, for whoever has locked it. */
export interface DueRow<What> {
  readonly what: What;
  readonly dueAt: Instant;
}

/** Rows of one kind that come due. */
export interface Due<What> {
  /** When the first of those that nobody has comes due; undefined: none does. */
  readonly nextDue: (at: Instant) => Promise<Instant | undefined>;
  /**
   * Locks those that are due by then, the longest due first, at most so many: nobody else gets them until they are
   * recorded, or until the lock expires. So each may come again.
   */
  readonly lockDue: (at: Instant, limit: number) => Promise<readonly DueRow<What>[]>;
}

/** Told of an instant at which something comes due, once it is on record. */
export type OnDue = (at: Instant) => void;

/** Nobody has the row at that instant. */
export const isFree = (at: Instant | RawBuilder<Instant>): RawBuilder<boolean> =>
  sql<boolean>`(locked_until is null or locked_until <= ${at})`;

/** `nextDue` of that table. */
export function nextFree(
  db: Kysely<Tables>,
  table: 'session_slots' | 'meetings' | 'schedules' | 'calendars',
): Due<unknown>['nextDue'] {
  const first = compiled<{ at: Instant }, { due_at: Instant | null }>((given) =>
    db
      .selectFrom(table)
      .select('due_at')
      .where('due_at', 'is not', null)
      .where(isFree(given('at')))
      .orderBy('due_at')
      .limit(1),
  );
  return async (at) => (await first(db, { at })).rows[0]?.due_at ?? undefined;
}

/** The later of two instants; the second where the first is null. */
export const latest = (one: Expression<unknown>, other: Expression<unknown>): RawBuilder<number> =>
  sql`case when ${one} > ${other} then ${one} else ${other} end`;

/** The earlier of two instants. */
export const earliest = (one: Expression<unknown>, other: Expression<unknown>): RawBuilder<number> =>
  sql`case when ${one} < ${other} then ${one} else ${other} end`;
