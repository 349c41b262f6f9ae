/** What was changed: behind `why` and `undo`. Written behind, in batches: no turn waits for it. */

import { sql, type Kysely } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import type { StoreLog } from './store.ts';
import type { Tables } from './tables.ts';
import { date, maybeDate, maybeInstant } from './time.ts';
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
      at: date(row.at),
      door: row.door,
      what: row.what ?? null,
      until: maybeDate(row.until),
      outcome: row.outcome ?? null,
    }));
    // One parameter for all: as a list of values, hundreds of rows cost the embedded store several times as much.
    await sql`insert into changes (user_id, at, door, what, until, outcome)
      select user_id, at, door, coalesce(what, 'null'), until, coalesce(outcome, 'null')
      from jsonb_to_recordset(${json(values)}::jsonb)
        as change(user_id text, at timestamptz, door text, what jsonb, until timestamptz, outcome jsonb)`.execute(
      db,
    );
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

/** What JSON.stringify writes for U+0000 and half a surrogate pair; a text may say the same, which does no harm. */
const suspicious = /\\u(?:0000|d[89a-f])/i;

/**
 * As JSON. A column of it takes neither half a surrogate pair nor U+0000:
 * https://www.postgresql.org/docs/current/datatype-json.html
 */
function json(value: unknown): string {
  const text = JSON.stringify(value);
  if (!suspicious.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '\uFFFD') : part,
  );
}
