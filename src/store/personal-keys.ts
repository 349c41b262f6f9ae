/** Personal keys on record: whose each is, by its hash alone. */

import { randomInt } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import { keyDays, mostKeys, type PersonalKey } from '../presence/personal-key.ts';
import type { Database } from './dialect.ts';
import type { Tables, Tx } from './tables.ts';

export interface KeyStore {
  /** A person's, those that have ended left out, the oldest first. */
  list(userId: Guid): Promise<readonly PersonalKey[]>;
  /** Keeps the hash of a new one. Undefined: they have as many as one may have. The person has to be on record. */
  add(userId: Guid, tenantId: string, name: string, hash: string): Promise<PersonalKey | undefined>;
  /** Whether there was one. */
  remove(userId: Guid, number: number): Promise<boolean>;
  /** The key of that hash and its owner; undefined: there is none, or it has ended. Notes that it was used. */
  use(hash: string): Promise<{ readonly number: number; readonly userId: Guid } | undefined>;
  /** Ends all of a tenant that were made before that instant, and gives how many they were. */
  endAll(tenantId: Guid, before: Instant): Promise<number>;
}

const dayMs = 86_400_000;
/** Use is noted to the minute, so that a busy key does not cost a write each time. */
const usedMs = 60_000;
/** Numbers have nine digits, and are never given twice in practice. */
const numbers = [100_000_000, 1_000_000_000] as const;

export function createKeyStore(
  { db, dialect }: Pick<Database, 'db' | 'dialect'>,
  now: () => Instant,
): KeyStore {
  const rowsOf = (from: Tx | typeof db, userId: Guid) =>
    from
      .selectFrom('personal_keys')
      .selectAll()
      .where('user_id', '=', userId)
      .where('ends_at', '>', now())
      .orderBy('made_at')
      .orderBy('number')
      .execute();
  return {
    list: async (userId) => (await rowsOf(db, userId)).map(keyOf),
    add: (userId, tenantId, name, hash) =>
      db.transaction().execute(async (tx) => {
        // Two that are made at once wait for each other, or there could be one too many.
        const person = tx.selectFrom('people').selectAll().where('user_id', '=', userId);
        await dialect.forUpdate(person).execute();
        if ((await rowsOf(tx, userId)).length >= mostKeys) return undefined;
        const at = now();
        const row = {
          number: randomInt(...numbers),
          user_id: userId,
          tenant_id: tenantId,
          hash,
          name,
          made_at: at,
          ends_at: at + keyDays * dayMs,
          used_at: null,
        };
        await tx.insertInto('personal_keys').values(row).execute();
        return keyOf(row);
      }),
    remove: async (userId, number) => {
      const gone = await db
        .deleteFrom('personal_keys')
        .where('user_id', '=', userId)
        .where('number', '=', number)
        .returning('number')
        .execute();
      return gone.length > 0;
    },
    use: async (hash) => {
      const at = now();
      const row = await db
        .selectFrom('personal_keys')
        .selectAll()
        .where('hash', '=', hash)
        .where('ends_at', '>', at)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { number, user_id: userId, used_at: usedAt } = row;
      if (usedAt === null || Math.abs(at - usedAt) >= usedMs)
        await db.updateTable('personal_keys').set({ used_at: at }).where('number', '=', number).execute();
      return { number, userId };
    },
    endAll: async (tenantId, before) => {
      const ended = await db
        .deleteFrom('personal_keys')
        .where('tenant_id', '=', tenantId)
        .where('made_at', '<', before)
        .returning('number')
        .execute();
      return ended.length;
    },
  };
}

function keyOf(row: Selectable<Tables['personal_keys']>): PersonalKey {
  const { number, name, made_at: madeAt, ends_at: endsAt, used_at: usedAt } = row;
  return { number, name, madeAt, endsAt, ...(usedAt === null ? {} : { usedAt }) };
}
