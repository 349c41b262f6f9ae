/** What the table of everything that is kept is for: a person's export, forgetting a person, and removing what is old. */

import { sql, type Kysely } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import { kept, keptTables, personalTables } from './kept-tables.ts';
import type { Tables } from './tables.ts';

/** Each table's rows about a person, with instants in ISO 8601: ready to be written as JSON. */
export type PersonExport = Readonly<Record<(typeof personalTables)[number], readonly unknown[]>>;

export async function exportPerson(db: Kysely<Tables>, userId: Guid): Promise<PersonExport> {
  const found: [string, readonly unknown[]][] = [];
  for (const table of personalTables) {
    const rows = await db.selectFrom(table).selectAll().where('user_id', '=', userId).execute();
    const entry = kept[table];
    const json: readonly string[] = 'json' in entry ? entry.json : [];
    const hidden: readonly string[] = 'hidden' in entry ? entry.hidden : [];
    found.push([table, rows.map((row) => readable(row, json, hidden))]);
  }
  // Built from the very list that its type is made of.
  return Object.fromEntries(found) as PersonExport;
}

function readable(row: object, json: readonly string[], hidden: readonly string[]): unknown {
  const shown = Object.entries(row).filter(([column]) => !hidden.includes(column));
  return Object.fromEntries(
    shown.map(([column, value]: [string, unknown]) => {
      if (typeof value === 'number' && /_(?:at|until)$/.test(column))
        return [column, new Date(value).toISOString()];
      return [column, typeof value === 'string' && json.includes(column) ? JSON.parse(value) : value];
    }),
  );
}

/**
 * Forgets a person in one transaction. A session that still runs at Graph must be ended before, or nothing is left
 * that would end it early.
 */
export async function forgetPerson(db: Kysely<Tables>, userId: Guid): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const table of personalTables) await tx.deleteFrom(table).where('user_id', '=', userId).execute();
  });
}

/** Removes what has been kept for long enough. Safe at any time, and by several processes. */
export async function cleanUp(db: Kysely<Tables>, now: Instant): Promise<void> {
  for (const table of keptTables) {
    const entry = kept[table];
    if (!('removed' in entry)) continue;
    const { column, afterMs } = entry.removed;
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} <= ${now - afterMs}`.execute(db);
  }
}
