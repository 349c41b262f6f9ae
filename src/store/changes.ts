/** What was changed: behind `why` and `undo`. Written behind, in batches: no turn waits for it. */

import type { Kysely } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import type { StoreLog } from './store.ts';
import type { Tables } from './tables.ts';
import { date, maybeDate, maybeInstant } from './time.ts';
import { createWriteBehind, type WriteBehind } from './write-behind.ts';

/** One change as it is kept; `what` and `outcome` are the caller's own words in JSON. */
interface ChangeRow {
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
  /** A person's latest changes, the newest first, those not written yet included. */
  latest(userId: Guid, limit: number): Promise<readonly ChangeRow[]>;
  /** Writes what is waiting. Never rejects. */
  flush(): Promise<void>;
  /** How many rows were written and dropped, and how many batches failed, since the start. */
  readonly counts: WriteBehind<ChangeRow>['counts'];
}

export function createChanges(db: Kysely<Tables>, log: StoreLog): Changes {
  const behind = createWriteBehind<ChangeRow>(async (rows) => {
    await db
      .insertInto('changes')
      .values(
        rows.map((row) => ({
          user_id: row.userId,
          at: date(row.at),
          door: row.door,
          what: json(row.what),
          until: maybeDate(row.until),
          outcome: json(row.outcome),
        })),
      )
      .execute();
  }, log);
  return {
    append: behind.add,
    flush: behind.flush,
    counts: behind.counts,
    latest: async (userId, limit) => {
      await behind.flush();
      const rows = await db
        .selectFrom('changes')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => {
        const until = maybeInstant(row.until);
        return {
          userId,
          at: row.at.getTime(),
          door: row.door,
          what: row.what,
          ...(until === undefined ? {} : { until }),
          outcome: row.outcome,
        };
      });
    },
  };
}

/** JSON.stringify gives nothing for undefined, whatever its type says. */
function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}
