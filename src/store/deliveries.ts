/** Deliveries that were handled already, across processes and restarts. */

import type { Kysely } from 'kysely';
import type { Instant } from '../presence/intent.ts';
import type { Tables } from './tables.ts';

export interface Deliveries {
  /**
   * Whether this is the first time that key is met; from now on, and until it expires, it is known. Of several
   * processes that ask at once exactly one hears true.
   */
  first(key: string, expiresAt: Instant): Promise<boolean>;
}

export function createDeliveries(db: Kysely<Tables>, now: () => Instant): Deliveries {
  return {
    first: async (key, expiresAt) => {
      const row = await db
        .insertInto('deliveries')
        .values({ key, expires_at: expiresAt })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ expires_at: expiresAt })
            .where('deliveries.expires_at', '<=', now()),
        )
        .returning('key')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
