/** Requests with a key that may be sent again, across processes and restarts: each is answered once. */

import type { Kysely } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import type { KnownRequest } from '../presence/personal-key.ts';
import { parsed } from './json.ts';
import type { Tables } from './tables.ts';

export interface KeyRequests {
  /** Of several that ask at once exactly one hears `first`, and owes `answered` or `drop`. */
  begin(id: string, userId: Guid, fingerprint: string): Promise<KnownRequest>;
  answered(id: string, status: number, answer: unknown): Promise<void>;
  /** Nothing was done: it may be asked again. */
  drop(id: string): Promise<void>;
}

export function createKeyRequests(db: Kysely<Tables>, now: () => Instant): KeyRequests {
  return {
    begin: async (id, userId, fingerprint) => {
      const made = await db
        .insertInto('key_requests')
        .values({ id, user_id: userId, fingerprint, status: null, answer: null, made_at: now() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (made !== undefined) return { kind: 'first' };
      const row = await db.selectFrom('key_requests').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return { kind: 'unanswered' };
      if (row.fingerprint !== fingerprint) return { kind: 'other' };
      const { status, answer } = row;
      return status === null ? { kind: 'unanswered' } : { kind: 'answered', status, answer: parsed(answer) };
    },
    answered: async (id, status, answer) => {
      await db
        .updateTable('key_requests')
        .set({ status, answer: JSON.stringify(answer) })
        .where('id', '=', id)
        .execute();
    },
    drop: async (id) => {
      await db.deleteFrom('key_requests').where('id', '=', id).execute();
    },
  };
}
