/**
 * Claims to people's session slots, what those slots hold at Graph, and who may call Graph about a person.
 *
 * **Locking a person.** Whoever calls Graph about a person's session first locks their row for some seconds, with a token
 * of its own, and extends the lock for as long as the call lasts; nobody else gets the person until the result is recorded
 * or the time is up. So the work of a process that was killed is free again within seconds. The lock is a column and not a
 * lock of the transaction or the connection, because
 * - a transaction open across a call to Graph would stop everything on SQLite, which has one connection, and hold a
 *   connection for ten seconds on a server;
 * - an advisory lock goes unnoticed with its connection, and does not pass a pooler;
 * - a column needs one code path, is freed by time when its holder was killed, and can be looked at.
 *
 * **Why no renewal brings an ended session back.** Claims are read after the row was locked. Ending removes the claim
 * first and then locks the row like everybody else: so either the renewal reads no claim, or it is recorded before the
 * clearing begins. Whoever has the lock looks at the clock before calling. What is left is a process that slept between
 * that look and the call until its time was up. It finds out when it records: the token is no longer its own, nothing is
 * written, and `markUnsure` has the slot put right once more by the claims as they are then. Nobody whose lock has
 * expired has the last word.
 *
 * **What a user chose while the store was out of reach** is on record nowhere: the process that sent it records it before
 * anything else that it sends about them (sessions/pending-user-sessions.ts), and has said that it may not last.
 *
 * **A process that dies between calling Graph and recording** leaves its token in the row. Whoever locks the person next
 * sees it, and treats the slot as unsure.
 */

import { sql } from 'kysely';
import type { Claim, ClaimSource, Held } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import { chunksOf } from './chunks.ts';
import { claimsOfOne, deleteClaims, upsertClaims } from './claims.ts';
import type { Database } from './dialect.ts';
import { earliest, nextFree, latest, type Due, type OnDue } from './due.ts';
import {
  lockMs,
  lockPeople,
  recordAll,
  rowsForUpdate,
  type LockedPerson,
  type ReconciledPerson,
} from './slot-locks.ts';
import type { Tx } from './tables.ts';

export interface SessionStore extends Due<LockedPerson> {
  /** People are locked for so long at a time, in milliseconds. */
  readonly lockMs: number;
  /**
   * Keeps claims of different people, each in place of an earlier one of the same source. Whoever is alive at `dueAt`
   * reconciles them, if nobody did before.
   */
  putClaims(claims: readonly Claim[], dueAt: Instant): Promise<void>;
  /** Removes those people's claims of that source, or all, and gives them; their slots are due as after `putClaims`. */
  removeClaims(
    userIds: readonly Guid[],
    source: ClaimSource | 'all',
    dueAt: Instant,
  ): Promise<readonly Claim[]>;
  /** Locks those of the people whom nobody has; whoever is not in the answer has no row, or is locked. */
  lock(userIds: readonly Guid[]): Promise<readonly LockedPerson[]>;
  /**
   * Locks one person, who gets a row if they have none. If nothing is ever recorded, they are due at `dueAt`.
   * Undefined: somebody else has them.
   */
  lockOne(userId: Guid, tenantId: string, dueAt: Instant): Promise<LockedPerson | undefined>;
  /** Extends the locks of those people; a lock that has passed to somebody else is left alone. */
  extendLocks(locked: readonly Pick<LockedPerson, 'userId' | 'token'>[]): Promise<void>;
  /** Those of the people who have a row at all. */
  known(userIds: readonly Guid[]): Promise<readonly Guid[]>;
  /** Records results and unlocks their people, in one transaction. Gives those whose lock had passed to somebody else. */
  record(results: readonly ReconciledPerson[]): Promise<readonly Guid[]>;
  /** Records one person, and what `also` writes in the same transaction. Rejects, writing nothing, where the lock is lost. */
  recordOne(result: ReconciledPerson, also?: (tx: Tx) => Promise<void>): Promise<void>;
  /** Marks that a slot may hold something of ours until then, whatever is recorded, and when it is due. */
  markUnsure(userId: Guid, tenantId: string, held: Held, dueAt: Instant): Promise<void>;
  /** Graph holds nothing of anybody any more: all slots are due at once. */
  resetHeld(): Promise<void>;
  /** A person's claims. */
  claims(userId: Guid): Promise<readonly Claim[]>;
  /** How many people have a claim. */
  count(): Promise<number>;
  /** How many people came due before that instant, and still are. */
  countDue(before: Instant): Promise<number>;
}

/** `onDue` is called with each instant at which somebody comes due, once it is on record. */
export function createSessionStore(
  database: Pick<Database, 'db' | 'dialect'>,
  now: () => Instant,
  onDue: OnDue,
): SessionStore {
  const { db, dialect } = database;
  const revised = sql<number>`session_slots.revision + 1`;
  const earlierDue = earliest(sql.ref('session_slots.due_at'), sql.ref('excluded.due_at'));
  return {
    lockMs,
    putClaims: async (claims, dueAt) => {
      await db.transaction().execute(async (tx) => {
        // Session slots before claims, as in `record`, and people in one order: two that lock in different orders wait for
        // each other. A new revision keeps a call in flight from being recorded as if nothing new were wanted.
        const sorted = claims.toSorted((one, other) => (one.userId < other.userId ? -1 : 1));
        for (const some of chunksOf(sorted)) {
          const rows = some.map(({ userId, tenantId }) => newRow(userId, tenantId, dueAt));
          await tx
            .insertInto('session_slots')
            .values(rows)
            .onConflict((conflict) =>
              conflict.column('user_id').doUpdateSet({
                tenant_id: sql.ref('excluded.tenant_id'),
                revision: revised,
                due_at: earlierDue,
              }),
            )
            .execute();
          await upsertClaims(tx, some);
        }
      });
      onDue(dueAt);
    },
    removeClaims: async (userIds, source, dueAt) => {
      const removed = await db.transaction().execute(async (tx) => {
        const all: Claim[] = [];
        for (const some of chunksOf(userIds.toSorted())) {
          await rowsForUpdate(tx, dialect, some).execute();
          const claims = await deleteClaims(tx, some, source);
          if (claims.length === 0) continue;
          await tx
            .updateTable('session_slots')
            .set({ revision: revised, due_at: earliest(sql.ref('due_at'), sql.val(dueAt)) })
            .where(
              'user_id',
              'in',
              claims.map(({ userId }) => userId),
            )
            .execute();
          all.push(...claims);
        }
        return all;
      });
      if (removed.length > 0) onDue(dueAt);
      return removed;
    },
    lock: async (userIds) => {
      if (userIds.length === 0) return [];
      const rows = await lockPeople(database, now(), (free) =>
        free.where('user_id', 'in', userIds).orderBy('user_id'),
      );
      return rows.map(({ what }) => what);
    },
    lockOne: async (userId, tenantId, dueAt) => {
      await db
        .insertInto('session_slots')
        .values(newRow(userId, tenantId, dueAt))
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ due_at: earlierDue }))
        .execute();
      const [row] = await lockPeople(database, now(), (free) => free.where('user_id', '=', userId));
      return row?.what;
    },
    nextDue: nextFree(db, 'session_slots'),
    lockDue: (at, limit) =>
      lockPeople(database, at, (free) => free.where('due_at', '<=', at).orderBy('due_at').limit(limit)),
    extendLocks: async (locked) => {
      const userIds = locked.map(({ userId }) => userId);
      await db
        .updateTable('session_slots')
        .set({ locked_until: now() + lockMs })
        .where('user_id', 'in', rowsForUpdate(db, dialect, userIds).clearSelect().select('user_id'))
        .where(
          'locked_by',
          'in',
          locked.map(({ token }) => token),
        )
        .execute();
    },
    known: async (userIds) => {
      const rows = await db
        .selectFrom('session_slots')
        .select('user_id')
        .where('user_id', 'in', userIds)
        .execute();
      return rows.map(({ user_id }) => user_id);
    },
    record: async (results) => {
      const overtaken = await db.transaction().execute((tx) => recordAll(tx, dialect, results));
      const next = Math.min(...results.map(({ state }) => state?.nextAt ?? Infinity));
      if (next < Infinity) onDue(next);
      return overtaken;
    },
    recordOne: async (result, also) => {
      await db.transaction().execute(async (tx) => {
        const overtaken = await recordAll(tx, dialect, [result]);
        if (overtaken.length > 0) throw new Error('somebody else has reconciled the session meanwhile');
        await also?.(tx);
      });
      if (result.state !== undefined) onDue(result.state.nextAt);
    },
    markUnsure: async (userId, tenantId, held, dueAt) => {
      const unsure = { held_claim: null, held_pair: held.pair, goal: null, next_at: dueAt, due_at: dueAt };
      await db
        .insertInto('session_slots')
        .values({ user_id: userId, tenant_id: tenantId, held_until: held.until, ...unsure })
        .onConflict((conflict) =>
          conflict.column('user_id').doUpdateSet({
            ...unsure,
            held_until: latest(sql.ref('session_slots.held_until'), sql.ref('excluded.held_until')),
            // Whoever has the lock meanwhile knows nothing of this: what it records must not stand.
            locked_by: null,
            revision: revised,
          }),
        )
        .execute();
      onDue(dueAt);
    },
    resetHeld: async () => {
      const empty = { held_claim: null, held_pair: null, held_until: null, goal: null, failures: 0 };
      await db
        .updateTable('session_slots')
        .set({ ...empty, next_at: now(), due_at: now(), locked_by: null, revision: revised })
        .execute();
      onDue(now());
    },
    claims: claimsOfOne(db),
    count: async () => {
      const { people } = await db
        .selectFrom('claims')
        .select(({ fn }) => fn.count<number>('user_id').distinct().as('people'))
        .executeTakeFirstOrThrow();
      return people;
    },
    countDue: async (before) => {
      const { people } = await db
        .selectFrom('session_slots')
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .where('due_at', '<', before)
        .executeTakeFirstOrThrow();
      return people;
    },
  };
}

const newRow = (userId: Guid, tenantId: string, dueAt: Instant) => ({
  user_id: userId,
  tenant_id: tenantId,
  next_at: dueAt,
  due_at: dueAt,
});
