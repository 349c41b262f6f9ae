/** What was changed, for thirty days: shown by `export my data`, and nothing is computed from it. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { Tx } from './tables.ts';
import { date, maybeDate } from './time.ts';

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
      at: date(row.at),
      door: row.door,
      what: json(row.what),
      until: maybeDate(row.until),
      outcome: json(row.outcome),
    }));
    await tx.insertInto('changes').values(values).execute();
  }
}

/** What JSON.stringify writes for U+0000 and half a surrogate pair; a text may say the same, which does no harm. */
const suspicious = /\\u(?:0000|d[89a-f])/i;

/**
 * As JSON. A column of it takes neither half a surrogate pair nor U+0000:
 * https://www.postgresql.org/docs/current/datatype-json.html
 */
function json(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  if (!suspicious.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '\uFFFD') : part,
  );
}
