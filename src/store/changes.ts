/** What was changed: behind `why` and `undo`. Written behind, in batches: no turn waits for it. */

import type { Kysely } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import { parsed } from './json.ts';
import type { StoreLog } from './store.ts';
import type { Tables } from './tables.ts';
import { createWriteBehind, type WriteBehind } from './write-behind.ts';

/** One change as it is kept; `what` and `outcome` are the caller's own words in JSON. */
export interface ChangeRow {
  readonly userId: Guid;
  readonly at: Instant;
  readonly door: string;
  readonly what: unknown;
  readonly until?: Instant;
  readonly outcome: unknown;
}

export interface Changes {
  /** Remembers a change soon. Never throws and never waits. */
  append(row: ChangeRow): void;
  /**
   * A person's latest changes, the newest first, those not written yet included; through those doors, or through any.
   * Rejects while it is out of reach, or where one of theirs could not be written yet.
   */
  latest(userId: Guid, limit: number, doors?: readonly string[]): Promise<readonly ChangeRow[]>;
  /** Writes what is waiting. Never rejects. */
  flush(): Promise<void>;
  /** What waits of a person is not written any more; what was under way is when this resolves. Never rejects. */
  withdraw(userId: Guid): Promise<void>;
  /** How many rows were written and dropped, and how many batches failed, since the start. */
  readonly counts: WriteBehind<ChangeRow>['counts'];
}

export function createChanges(db: Kysely<Tables>, log: StoreLog): Changes {
  const behind = createWriteBehind<ChangeRow>(async (rows) => {
    const values = rows.map((row) => ({
      user_id: row.userId,
      made_at: row.at,
      door: row.door,
      what: JSON.stringify(row.what ?? null),
      ends_at: row.until ?? null,
      outcome: JSON.stringify(row.outcome ?? null),
    }));
    await db.insertInto('changes').values(values).execute();
  }, log);
  return {
    append: behind.add,
    flush: behind.flush,
    counts: behind.counts,
    withdraw: (userId) => {
      behind.remove((row) => row.userId === userId);
      return behind.flush();
    },
    latest: async (userId, limit, doors) => {
      await behind.flush();
      if (behind.waits((row) => row.userId === userId))
        throw new Error('not all changes could be written yet');
      const rows = await db
        .selectFrom('changes')
        .selectAll()
        .where('user_id', '=', userId)
        .$if(doors !== undefined, (query) => query.where('door', 'in', doors ?? []))
        .orderBy('made_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        userId,
        at: row.made_at,
        door: row.door,
        what: parsed(row.what),
        ...(row.ends_at === null ? {} : { until: row.ends_at }),
        outcome: parsed(row.outcome),
      }));
    },
  };
}
