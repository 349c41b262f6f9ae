/** Removes what has been kept for long enough. */

import { sql, type Kysely } from 'kysely';
import type { Instant } from '../presence/intent.ts';
import { kept, keptTables } from './kept-tables.ts';
import type { Tables } from './tables.ts';

/** Safe at any time, and by several processes. */
export async function cleanUp(db: Kysely<Tables>, now: Instant): Promise<void> {
  for (const table of keptTables) {
    const entry = kept[table];
    if (!('removed' in entry)) continue;
    const { column, afterMs } = entry.removed;
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} <= ${now - afterMs}`.execute(db);
  }
}
