/** What is kept for how long. */

import type { Kysely } from 'kysely';
import type { Instant } from '../presence/intent.ts';
import type { Tables } from './tables.ts';
import { date } from './time.ts';

const day = 86_400_000;
/** A month back is more than anybody asks about. */
const changesKeptMs = 30 * day;
/** No meeting goes on for that long without a word. */
const meetingsKeptMs = 2 * day;

/** Removes what has been kept for long enough; safe at any time, and by several processes. */
export async function cleanUp(db: Kysely<Tables>, now: Instant): Promise<void> {
  await db
    .deleteFrom('changes')
    .where('at', '<', date(now - changesKeptMs))
    .execute();
  await db
    .deleteFrom('person_states')
    .where('changed_at', '<', date(now - changesKeptMs))
    .execute();
  await db.deleteFrom('seen').where('expires_at', '<=', date(now)).execute();
  await db
    .deleteFrom('meetings')
    .where('heard_at', '<', date(now - meetingsKeptMs))
    .execute();
  // Whoever keeps leases removes what has ended; what is this old was left by nobody's fault but a lost process's.
  await db
    .deleteFrom('claims')
    .where('ends_at', '<', date(now - day))
    .execute();
}
