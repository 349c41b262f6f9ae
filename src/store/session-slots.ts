/**
 * Claims to people's session slots, what those slots hold at Graph, and who may speak to Graph about a person.
 *
 * **Taking a person.** Whoever calls Graph about a person's session first *takes* their row for some seconds, with a
 * token of its own, and goes on taking it for as long as the call lasts; nobody else gets it until it is recorded or the
 * time is up. So the work of a process that was killed is free again within seconds. It is a row and not a lock of the
 * session or the transaction, because
 * - a transaction open across a call to Graph would stop everything on SQLite, which has one connection, and hold a
 *   connection for ten seconds on a server;
 * - an advisory lock goes unnoticed with its connection, and does not pass a pooler;
 * - a row needs one code path, is freed by time when its holder was killed, and can be looked at.
 *
 * **Why no renewal brings an ended session back.** Claims are read after the row was taken. `end` removes the claim
 * first and then takes the row like everybody else: so either the renewal reads no claim, or it is recorded before the
 * clearing begins. Whoever has the row looks at the clock before calling. What is left is a process that slept between
 * that look and the call until its time was up. It
 * finds out when it records: the token is no longer its own, nothing is written, and `doubt` marks the slot as unsure,
 * so that it is put right once more by the claims as they are then. Nobody who was overtaken has the last word.
 *
 * **What a person chose while the store was out of reach** is on record nowhere: the process that sent it records it
 * before anything else that it sends about them (sessions/own-choices.ts), and has said that it may not last.
 *
 * **Who dies between telling Graph and recording it** leaves the token in the row. Whoever takes the person next sees
 * it, and treats the slot as unsure.
 */

import { randomUUID } from 'node:crypto';
import { sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { sourceKey, type Claim, type ClaimSource, type Held, type SlotState } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import { pairs } from '../presence/pairs.ts';
import type { Database } from './dialect.ts';
import { earliest, earliestFree, isFree, latest, type Due, type DueRow, type Wake } from './due.ts';
import { parsed } from './json.ts';
import type { Tables, Tx } from './tables.ts';

/** A person that was taken: nobody else speaks to Graph about them until it is recorded, or the time is up. */
export interface TakenPerson {
  readonly userId: Guid;
  readonly tenantId: string;
  readonly token: string;
  /** Counts what was wanted anew. */
  readonly revision: number;
  readonly state: SlotState;
  readonly claims: readonly Claim[];
}

/** What became of a person that was taken. */
export interface SettledPerson {
  readonly userId: Guid;
  readonly token: string;
  readonly revision: number;
  /** Undefined: nothing holds and nothing is wanted; the row goes, unless a claim has come meanwhile. */
  readonly state: SlotState | undefined;
  /** Claims that are over. */
  readonly dropped: readonly string[];
  /** A claim that the state is of, kept together with it in place of an earlier one of the same source. */
  readonly opened?: Claim | undefined;
}

export interface SessionStore extends Due<TakenPerson> {
  /** People are taken for so long at a time, in milliseconds. */
  readonly takenMs: number;
  /**
   * Keeps claims of different people, each in place of an earlier one of the same source. From then on they are settled:
   * by whoever is alive at `dueAt`, if nobody did before.
   */
  hold(claims: readonly Claim[], dueAt: Instant): Promise<void>;
  /** Removes those people's claims of that source, or all; the rest is settled as after `hold`. Gives what was removed. */
  end(userIds: readonly Guid[], source: ClaimSource | 'all', dueAt: Instant): Promise<readonly Claim[]>;
  /** Takes those of the people whom nobody has; whoever is not in the answer has no row, or is taken. */
  take(userIds: readonly Guid[]): Promise<readonly TakenPerson[]>;
  /**
   * The same of one person, who gets a row if they have none: whoever else means them waits, as long as nothing is on
   * record too. If nothing is ever recorded, the person is looked at `dueAt`. Undefined: somebody else has them.
   */
  takeOne(userId: Guid, tenantId: string, dueAt: Instant): Promise<TakenPerson | undefined>;
  /** Goes on having those people, who were taken a while ago. Who was overtaken meanwhile is left out. */
  keepTaken(taken: readonly Pick<TakenPerson, 'userId' | 'token'>[]): Promise<void>;
  /** Those of the people who have a row at all. */
  known(userIds: readonly Guid[]): Promise<readonly Guid[]>;
  /** Records outcomes and gives people back: one transaction. Gives those who had been overtaken. */
  record(settled: readonly SettledPerson[]): Promise<readonly Guid[]>;
  /** The same of one person, with something else in the transaction. Rejects where they had been overtaken: nothing is on record then. */
  recordWith(settled: SettledPerson, also: (tx: Tx) => Promise<void>): Promise<void>;
  /** Notes that a slot may hold something of ours until then, whatever is recorded, and when to look at it. */
  doubt(userId: Guid, tenantId: string, held: Held, dueAt: Instant): Promise<void>;
  /** People who come due before that, at most so many, the first due first. */
  dueBefore(before: Instant, limit: number): Promise<readonly Guid[]>;
  /** A person's claims, as they are. */
  claims(userId: Guid): Promise<readonly Claim[]>;
  /** How many people have a claim. */
  count(): Promise<number>;
  /** How many people came due before that, and were not looked at. */
  countDue(before: Instant): Promise<number>;
}

/** Longer than a transaction takes, even where many wait, and short for somebody who waits behind a dead process. */
const takenMs = 8000;

const sourceSchema: z.ZodType<ClaimSource> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked') }),
  z.object({ kind: z.literal('meeting'), meetingId: z.string() }),
  z.object({ kind: z.literal('hook'), source: z.string(), meetingId: z.string() }),
]);
const pairSchema = z.enum(pairs.flatMap((pair) => (pair.slot === 'session' ? [pair.id] : [])));

/** `wake` is told of each instant at which somebody comes due, once it is on record. */
export function createSessionStore(
  { db, dialect }: Pick<Database, 'db' | 'dialect'>,
  now: () => Instant,
  wake: Wake,
): SessionStore {
  const claimsOf = async (on: Pick<Tx, 'selectFrom'>, userIds: readonly Guid[]) => {
    const rows = await on
      .selectFrom('claims')
      .selectAll()
      .where('user_id', 'in', [...userIds])
      .execute();
    return rows.map(claimOf);
  };

  /** Those of the people who have a row: locked in one order, since two that lock in different orders wait for each other. */
  const lockedIn = (on: Pick<Tx, 'selectFrom'>, userIds: readonly Guid[]) =>
    dialect.locked(
      on
        .selectFrom('session_slots')
        .select('user_id')
        .where('user_id', 'in', [...userIds])
        .orderBy('user_id'),
    );

  const recordLocked = async (tx: Tx, settled: readonly SettledPerson[]): Promise<readonly Guid[]> => {
    const userIds = settled.map(({ userId }) => userId);
    if (userIds.length === 0) return [];
    await lockedIn(tx, userIds).execute();
    return recordAll(tx, settled);
  };

  /** Takes those that are chosen. Whoever is being taken is skipped: two processes never wait for each other. */
  const takeRows = (
    at: Instant,
    choose: (
      rows: SelectQueryBuilder<Tables, 'session_slots', SlotRow>,
    ) => SelectQueryBuilder<Tables, 'session_slots', SlotRow>,
  ): Promise<readonly DueRow<TakenPerson>[]> =>
    db.transaction().execute(async (tx) => {
      const free = tx.selectFrom('session_slots').selectAll().where(isFree(at));
      const rows = await dialect.skipLocked(choose(free)).execute();
      const userIds = rows.map(({ user_id }) => user_id as Guid);
      if (userIds.length === 0) return [];
      const token = randomUUID();
      await tx
        .updateTable('session_slots')
        .set({ taken_by: token, taken_until: at + takenMs })
        .where('user_id', 'in', userIds)
        .execute();
      const claims = Map.groupBy(await claimsOf(tx, userIds), ({ userId }) => userId);
      return rows.map((row) => {
        const userId = row.user_id as Guid;
        // Whoever had them before never recorded anything.
        const abandoned = row.taken_by !== null;
        const held = heldOf(row);
        const state = {
          held: abandoned ? left(held, at) : held,
          goal: abandoned ? undefined : (row.goal ?? undefined),
          nextAt: abandoned ? at : row.next_at,
          failures: row.failures,
        };
        const { tenant_id: tenantId, revision } = row;
        const what = { userId, tenantId, token, revision, state, claims: claims.get(userId) ?? [] };
        return { what, dueAt: row.due_at };
      });
    });

  return {
    takenMs,
    hold: async (claims, dueAt) => {
      await db.transaction().execute(async (tx) => {
        // Session slots before claims, as in `record`, and people in one order: two that lock in different orders wait for each
        // other. A new revision keeps a settling under way from recording as if nothing new were wanted.
        for (const some of inPieces(claims.toSorted((one, other) => (one.userId < other.userId ? -1 : 1)))) {
          const rows = some.map(({ userId, tenantId }) => ({
            user_id: userId,
            tenant_id: tenantId,
            next_at: dueAt,
            due_at: dueAt,
          }));
          await tx
            .insertInto('session_slots')
            .values(rows)
            .onConflict((conflict) =>
              conflict.column('user_id').doUpdateSet({
                tenant_id: sql.ref('excluded.tenant_id'),
                revision: sql`session_slots.revision + 1`,
                due_at: earliest(sql.ref('session_slots.due_at'), sql.ref('excluded.due_at')),
              }),
            )
            .execute();
          await putClaims(tx, some);
        }
      });
      wake(dueAt);
    },
    end: async (userIds, source, dueAt) => {
      const removed = await db.transaction().execute(async (tx) => {
        const all = [];
        for (const some of inPieces(userIds.toSorted())) {
          await lockedIn(tx, some).execute();
          await tx
            .updateTable('session_slots')
            .set({ revision: sql`revision + 1`, due_at: earliest(sql.ref('due_at'), sql.val(dueAt)) })
            .where('user_id', 'in', claimsIn(tx.selectFrom('claims').select('user_id'), some, source))
            .execute();
          all.push(...(await claimsIn(tx.deleteFrom('claims'), some, source).returningAll().execute()));
        }
        return all;
      });
      if (removed.length > 0) wake(dueAt);
      return removed.map(claimOf);
    },
    take: async (userIds) => {
      if (userIds.length === 0) return [];
      const rows = await takeRows(now(), (free) =>
        free.where('user_id', 'in', [...userIds]).orderBy('user_id'),
      );
      return rows.map(({ what }) => what);
    },
    takeOne: async (userId, tenantId, dueAt) => {
      await db
        .insertInto('session_slots')
        .values({ user_id: userId, tenant_id: tenantId, next_at: dueAt, due_at: dueAt })
        .onConflict((conflict) =>
          conflict.column('user_id').doUpdateSet({
            due_at: earliest(sql.ref('session_slots.due_at'), sql.ref('excluded.due_at')),
          }),
        )
        .execute();
      const [row] = await takeRows(now(), (free) => free.where('user_id', '=', userId));
      return row?.what;
    },
    nextDue: (at) => earliestFree(db, 'session_slots', at),
    takeDue: (at, limit) =>
      takeRows(at, (free) => free.where('due_at', '<=', at).orderBy('due_at').limit(limit)),
    keepTaken: async (taken) => {
      await db
        .updateTable('session_slots')
        .set({ taken_until: now() + takenMs })
        .where(
          'user_id',
          'in',
          lockedIn(
            db,
            taken.map(({ userId }) => userId),
          ),
        )
        .where(
          'taken_by',
          'in',
          taken.map(({ token }) => token),
        )
        .execute();
    },
    known: async (userIds) => {
      if (userIds.length === 0) return [];
      const rows = await db
        .selectFrom('session_slots')
        .select('user_id')
        .where('user_id', 'in', [...userIds])
        .execute();
      return rows.map(({ user_id }) => user_id as Guid);
    },
    record: async (settled) => {
      const overtaken = await db.transaction().execute((tx) => recordLocked(tx, settled));
      const next = settled.reduce((least, { state }) => Math.min(least, state?.nextAt ?? Infinity), Infinity);
      if (next < Infinity) wake(next);
      return overtaken;
    },
    recordWith: async (settled, also) => {
      await db.transaction().execute(async (tx) => {
        const [overtaken] = await recordLocked(tx, [settled]);
        if (overtaken !== undefined) throw new Error('somebody else has settled the session meanwhile');
        await also(tx);
      });
      if (settled.state !== undefined) wake(settled.state.nextAt);
    },
    doubt: async (userId, tenantId, held, dueAt) => {
      const doubted = { held_claim: null, held_pair: held.pair, goal: null, next_at: dueAt, due_at: dueAt };
      await db
        .insertInto('session_slots')
        .values({ user_id: userId, tenant_id: tenantId, held_until: held.until, ...doubted })
        .onConflict((conflict) =>
          conflict.column('user_id').doUpdateSet({
            ...doubted,
            held_until: latest(sql.ref('session_slots.held_until'), sql.ref('excluded.held_until')),
            // Whoever has the person meanwhile knows nothing of this: what it records must not stand.
            taken_by: null,
            revision: sql`session_slots.revision + 1`,
          }),
        )
        .execute();
      wake(dueAt);
    },
    dueBefore: async (before, limit) => {
      const rows = await db
        .selectFrom('session_slots')
        .select('user_id')
        .where('due_at', '<', before)
        .orderBy('due_at')
        .limit(limit)
        .execute();
      return rows.map(({ user_id }) => user_id as Guid);
    },
    claims: (userId) => claimsOf(db, [userId]),
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

type SlotRow = Selectable<Tables['session_slots']>;

/** A query about those people's claims of that source, or about all. */
function claimsIn<
  Query extends {
    where(column: 'user_id', is: 'in', values: readonly string[]): Query;
    where(column: 'source_key', is: '=', value: string): Query;
  },
>(query: Query, userIds: readonly Guid[], source: ClaimSource | 'all'): Query {
  const own = query.where('user_id', 'in', userIds);
  return source === 'all' ? own : own.where('source_key', '=', sourceKey(source));
}

/** A statement takes so many parameters and no more. */
function inPieces<T>(all: readonly T[]): readonly (readonly T[])[] {
  const most = 100;
  return Array.from({ length: Math.ceil(all.length / most) }, (_, index) =>
    all.slice(index * most, (index + 1) * most),
  );
}

/** Graph holds a session for four hours at the most. */
const longestMs = 4 * 3_600_000;

/** What whoever died with a person in hand may have left at Graph: anything, for as long as Graph takes. */
function left(held: Held | undefined, now: Instant): Held {
  return { claimId: undefined, pair: held?.pair ?? 'presenting', until: now + longestMs };
}

function heldOf(row: SlotRow): Held | undefined {
  const pair = pairSchema.safeParse(row.held_pair).data;
  const { held_until: until } = row;
  return pair === undefined || until === null
    ? undefined
    : { claimId: row.held_claim ?? undefined, pair, until };
}

function claimOf(row: Selectable<Tables['claims']>): Claim {
  return {
    id: row.id,
    userId: row.user_id as Guid,
    tenantId: row.tenant_id,
    source: sourceSchema.parse(parsed(row.source)),
    pair: pairSchema.parse(row.pair),
    endsAt: row.ends_at,
    openedAt: row.opened_at,
  };
}

/** Keeps claims, each in place of an earlier one of the same source. */
async function putClaims(tx: Tx, claims: readonly Claim[]): Promise<void> {
  const rows = claims.map((claim) => ({
    user_id: claim.userId,
    source_key: sourceKey(claim.source),
    id: claim.id,
    tenant_id: claim.tenantId,
    source: JSON.stringify(claim.source),
    pair: claim.pair,
    ends_at: claim.endsAt,
    opened_at: claim.openedAt,
  }));
  await tx
    .insertInto('claims')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'source_key']).doUpdateSet((update) => ({
        id: update.ref('excluded.id'),
        tenant_id: update.ref('excluded.tenant_id'),
        source: update.ref('excluded.source'),
        pair: update.ref('excluded.pair'),
        ends_at: update.ref('excluded.ends_at'),
        opened_at: update.ref('excluded.opened_at'),
      })),
    )
    .execute();
}

/** A few statements, however many people. */
async function recordAll(tx: Tx, settled: readonly SettledPerson[]): Promise<readonly Guid[]> {
  const going = settled.filter((one): one is SettledPerson & { state: SlotState } => one.state !== undefined);
  const gone = settled.filter(({ state }) => state === undefined);
  const recorded = new Set(going.length === 0 ? [] : await recordStates(tx, going));
  for (const { userId, token, revision } of gone) {
    const own = tx.deleteFrom('session_slots').where('user_id', '=', userId).where('taken_by', '=', token);
    const { numDeletedRows } = await own.where('revision', '=', revision).executeTakeFirst();
    if (numDeletedRows > 0n || (await giveBack(tx, userId, token))) recorded.add(userId);
  }
  const dropped = settled.filter(({ userId }) => recorded.has(userId)).flatMap((one) => one.dropped);
  if (dropped.length > 0) await tx.deleteFrom('claims').where('id', 'in', dropped).execute();
  const opened = settled.flatMap((one) =>
    one.opened !== undefined && recorded.has(one.userId) ? [one.opened] : [],
  );
  if (opened.length > 0) await putClaims(tx, opened);
  return settled.filter(({ userId }) => !recorded.has(userId)).map(({ userId }) => userId);
}

/**
 * Those who were recorded. Where something was wanted anew meanwhile, the person stays due as early as whoever wanted it
 * has said.
 */
async function recordStates(
  tx: Tx,
  going: readonly (SettledPerson & { readonly state: SlotState })[],
): Promise<readonly string[]> {
  // Named types: without them PostgreSQL takes every value of such a list for text.
  const values = going.map(
    ({ userId, token, revision, state: { held, goal, nextAt, failures } }) => sql`(
      ${userId}, ${token}, cast(${revision} as integer), cast(${held?.claimId ?? null} as text),
      cast(${held?.pair ?? null} as text), cast(${held?.until ?? null} as bigint), cast(${goal ?? null} as text),
      cast(${nextAt} as bigint), cast(${failures} as integer)
    )`,
  );
  const { rows } = await sql<{ user_id: string }>`
    with recorded (user_id, token, revision, held_claim, held_pair, held_until, goal, next_at, failures)
      as (values ${sql.join(values)})
    update session_slots set
      held_claim = recorded.held_claim, held_pair = recorded.held_pair, held_until = recorded.held_until,
      goal = recorded.goal, next_at = recorded.next_at, failures = recorded.failures,
      due_at = case
        when session_slots.revision <> recorded.revision and session_slots.due_at < recorded.next_at then session_slots.due_at
        else recorded.next_at
      end,
      taken_by = null, taken_until = null
    from recorded
    where session_slots.user_id = recorded.user_id and session_slots.taken_by = recorded.token
    returning session_slots.user_id`.execute(tx);
  return rows.map(({ user_id }) => user_id);
}

/** The slot is empty, but a claim came while it was being emptied: whoever brought it settles it. */
async function giveBack(tx: Tx, userId: Guid, token: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('session_slots')
    .set({ held_claim: null, held_pair: null, held_until: null, goal: null, failures: 0 })
    .set({ taken_by: null, taken_until: null })
    .where('user_id', '=', userId)
    .where('taken_by', '=', token)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
