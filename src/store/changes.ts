/** What was changed, for thirty days: shown by `export my data`, and nothing is computed from it. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { Tx } from './tables.ts';

/** One change as it is kept; `what` and `outcome` are the caller's own words in JSON. */
export interface ChangeRow {
  readonly userId: Guid;
  readonly at: Instant;
  readonly door: string;
  readonly what: unknown;
  readonly until?: Instant;
  readonly outcome: unknown;
}

/** A statement takes so many parameters and no more. */
const atOnce = 500;

/** Adds them. */
export async function appendChanges(tx: Tx, rows: readonly ChangeRow[]): Promise<void> {
  for (let first = 0; first < rows.length; first += atOnce) {
    const values = rows.slice(first, first + atOnce).map((row) => ({
      user_id: row.userId,
      made_at: row.at,
      door: row.door,
      // JSON escapes what no column takes.
      what: JSON.stringify(row.what ?? null),
      ends_at: row.until ?? null,
      outcome: JSON.stringify(row.outcome ?? null),
    }));
    await tx.insertInto('changes').values(values).execute();
  }
}
