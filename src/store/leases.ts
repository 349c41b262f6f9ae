/**
 * Claims to people's session slots, what those slots hold at Graph, and who may speak to Graph about a person.
 *
 * **Taking a person.** Whoever calls Graph about a person's session first *takes* their row, for a time, by the
 * database's clock, with a token of its own; nobody else gets it until it is recorded or the time is up. It is a row and
 * not a lock of the session or the transaction, because
 * - a transaction open across a call to Graph would stop everything on the embedded store, which has one connection,
 *   and hold a connection for ten seconds on a server;
 * - an advisory lock goes unnoticed with its connection, and does not pass a pooler;
 * - a row needs one code path, is freed by time when its holder was killed, and can be looked at.
 *
 * **Why no renewal brings an ended session back.** Claims are read after the row was taken. `end` removes the claim
 * first and then takes the row like everybody else: so either the renewal reads no claim, or it is recorded before the
 * clearing begins. The call is bounded well below the time that the row is taken for, and whoever has it looks at the
 * clock before calling. What is left is a process that slept between that look and the call until its time was up. It
 * finds out when it records: the token is no longer its own, nothing is written, and `doubt` marks the slot as unsure,
 * so that it is put right once more by the claims as they are then. Nobody who was overtaken has the last word.
 *
 * **Who dies between telling Graph and recording it** leaves the token in the row. Whoever takes the person next sees
 * it, and treats the slot as unsure.
 */

import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { sourceKey, type Claim, type ClaimSource } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import { pairs, type SessionPairId } from '../presence/pairs.ts';
import type { Enqueue } from './jobs.ts';
import type { Tables, Tx } from './tables.ts';
import { date, maybeDate, maybeInstant } from './time.ts';

/** What the slot holds at Graph, as far as is known. */
export interface Held {
  /** The claim it was set for; undefined: unsure, but until `until` something of ours may be there. */
  readonly claimId: string | undefined;
  readonly pair: SessionPairId;
  readonly until: Instant;
}

/** The state of a person's slot between calls. */
export interface SlotState {
  readonly held: Held | undefined;
  /** What was tried last: a claim's id, or `clear`. */
  readonly wish: string | undefined;
  /** When that wish is to be looked at again. */
  readonly nextAt: Instant;
  /** How often it has failed in a row. */
  readonly failures: number;
}

/** A person that was taken: nobody else speaks to Graph about them until it is recorded, or the time is up. */
export interface Taken {
  readonly userId: Guid;
  readonly tenantId: string;
  readonly token: string;
  /** Counts the claims that were ever put. */
  readonly revision: number;
  readonly state: SlotState;
  readonly claims: readonly Claim[];
}

/** What became of a person that was taken. */
export interface Settled {
  readonly userId: Guid;
  readonly token: string;
  readonly revision: number;
  /** Undefined: nothing holds and nothing is wanted; the row goes, unless a claim has come meanwhile. */
  readonly state: SlotState | undefined;
  /** Its next instant is another than before, so it needs an alarm; else there is one. */
  readonly alarm: boolean;
  /** Claims that are over. */
  readonly dropped: readonly string[];
}

export interface Leases {
  /**
   * Keeps a claim, in place of an earlier one of the same source, and sets an alarm: one transaction. From then on it
   * is settled, by whoever is alive at the alarm.
   */
  hold(claim: Claim, alarmAt: Instant): Promise<void>;
  /** Removes a person's claims of that source, or all, and sets an alarm: one transaction. Gives what was removed. */
  end(userId: Guid, source: ClaimSource | 'all', alarmAt: Instant): Promise<readonly Claim[]>;
  /** Takes those of the people whom nobody has; whoever is not in the answer has no row, or is taken. */
  take(userIds: readonly Guid[], forMs: number): Promise<readonly Taken[]>;
  /** Those of the people who have a row at all. */
  known(userIds: readonly Guid[]): Promise<readonly Guid[]>;
  /** Records outcomes and gives people back, with the alarms they need: one transaction. Gives those who had been overtaken. */
  record(settled: readonly Settled[]): Promise<readonly Guid[]>;
  /** Notes that a slot may hold something of ours until then, whatever is recorded, and sets an alarm. */
  doubt(userId: Guid, tenantId: string, held: Held, alarmAt: Instant): Promise<void>;
  /** Sets alarms about people. */
  alarm(userIds: readonly Guid[], at: Instant): Promise<void>;
  /** People whose row was to be looked at before that, and was not: their alarm was lost. */
  overdue(before: Instant, limit: number): Promise<readonly Guid[]>;
  /** A person's claims, as they are. */
  claims(userId: Guid): Promise<readonly Claim[]>;
  /** How many people have a claim. */
  count(): Promise<number>;
  /** How many people's row was to be looked at before that, and was not. */
  countOverdue(before: Instant): Promise<number>;
}

const sourceSchema: z.ZodType<ClaimSource> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked') }),
  z.object({ kind: z.literal('meeting'), meetingId: z.string() }),
  z.object({ kind: z.literal('hook'), source: z.string(), meetingId: z.string() }),
]);
const pairSchema = z.enum(pairs.flatMap((pair) => (pair.slot === 'session' ? [pair.id] : [])));

export function createLeases(db: Kysely<Tables>, enqueue: Enqueue, now: () => Instant): Leases {
  const claimsOf = async (userIds: readonly Guid[]) => {
    if (userIds.length === 0) return [];
    const rows = await db
      .selectFrom('claims')
      .selectAll()
      .where('user_id', 'in', [...userIds])
      .execute();
    return rows.map(claimOf);
  };
  return {
    hold: (claim, alarmAt) =>
      db.transaction().execute(async (tx) => {
        const values = {
          id: claim.id,
          tenant_id: claim.tenantId,
          source: JSON.stringify(claim.source),
          pair: claim.pair,
          ends_at: date(claim.endsAt),
          opened_at: date(claim.openedAt),
        };
        // The lease before the claim, as in `record`: two that lock in different orders wait for each other. Its new
        // revision keeps a settling under way from removing the row as if nobody wanted anything.
        await tx
          .insertInto('leases')
          .values({ user_id: claim.userId, tenant_id: claim.tenantId, next_at: date(alarmAt) })
          .onConflict((conflict) =>
            conflict
              .column('user_id')
              .doUpdateSet({ tenant_id: claim.tenantId, revision: sql`leases.revision + 1` }),
          )
          .execute();
        await tx
          .insertInto('claims')
          .values({ user_id: claim.userId, source_key: sourceKey(claim.source), ...values })
          .onConflict((conflict) => conflict.columns(['user_id', 'source_key']).doUpdateSet(values))
          .execute();
        await enqueue(tx, 'leases', [{ key: claim.userId, dueAt: alarmAt }]);
      }),
    end: (userId, source, alarmAt) =>
      db.transaction().execute(async (tx) => {
        const removed = await tx
          .deleteFrom('claims')
          .where('user_id', '=', userId)
          .$if(source !== 'all', (query) =>
            source === 'all' ? query : query.where('source_key', '=', sourceKey(source)),
          )
          .returningAll()
          .execute();
        if (removed.length > 0) await enqueue(tx, 'leases', [{ key: userId, dueAt: alarmAt }]);
        return removed.map(claimOf);
      }),
    take: async (userIds, forMs) => {
      if (userIds.length === 0) return [];
      // One order for all, and whoever is being taken is skipped: two processes never wait for each other.
      const { rows } = await sql<TakenRow>`
        update leases set
          taken_by = gen_random_uuid(),
          taken_until = clock_timestamp() + ${forMs} * interval '1 millisecond'
        from (
          select user_id, taken_by from leases
          where user_id = any(${[...userIds]}::text[])
            and (taken_until is null or taken_until < clock_timestamp())
          order by user_id
          for update skip locked
        ) as before
        where leases.user_id = before.user_id
        returning leases.*, before.taken_by is not null as abandoned`.execute(db);
      const claims = await claimsOf(rows.map(({ user_id }) => user_id as Guid));
      return rows.map((row) => ({
        userId: row.user_id as Guid,
        tenantId: row.tenant_id,
        token: row.taken_by,
        revision: row.revision,
        state: {
          held: row.abandoned ? left(heldOf(row), now()) : heldOf(row),
          wish: row.abandoned ? undefined : (row.wish ?? undefined),
          nextAt: row.next_at.getTime(),
          failures: row.failures,
        },
        claims: claims.filter(({ userId }) => userId === row.user_id),
      }));
    },
    known: async (userIds) => {
      if (userIds.length === 0) return [];
      const rows = await db
        .selectFrom('leases')
        .select('user_id')
        .where('user_id', 'in', [...userIds])
        .execute();
      return rows.map(({ user_id }) => user_id as Guid);
    },
    record: (settled) => db.transaction().execute((tx) => recordAll(tx, settled, enqueue)),
    doubt: (userId, tenantId, held, alarmAt) =>
      db.transaction().execute(async (tx) => {
        const doubted = { held_claim: null, held_pair: held.pair, wish: null, next_at: date(alarmAt) };
        await tx
          .insertInto('leases')
          .values({ user_id: userId, tenant_id: tenantId, held_until: date(held.until), ...doubted })
          .onConflict((conflict) =>
            conflict.column('user_id').doUpdateSet({
              ...doubted,
              held_until: sql`greatest(leases.held_until, excluded.held_until)`,
              // Whoever has the person meanwhile knows nothing of this: what it records must not stand.
              taken_by: null,
            }),
          )
          .execute();
        await enqueue(tx, 'leases', [{ key: userId, dueAt: alarmAt }]);
      }),
    alarm: (userIds, at) =>
      db.transaction().execute((tx) =>
        enqueue(
          tx,
          'leases',
          userIds.map((key) => ({ key, dueAt: at })),
        ),
      ),
    overdue: async (before, limit) => {
      const rows = await db
        .selectFrom('leases')
        .select('user_id')
        .where('next_at', '<', date(before))
        .orderBy('next_at')
        .limit(limit)
        .execute();
      return rows.map(({ user_id }) => user_id as Guid);
    },
    claims: (userId) => claimsOf([userId]),
    count: async () => {
      const { people } = await db
        .selectFrom('claims')
        .select(({ fn }) => fn.count('user_id').distinct().as('people'))
        .executeTakeFirstOrThrow();
      return Number(people);
    },
    countOverdue: async (before) => {
      const { people } = await db
        .selectFrom('leases')
        .select(({ fn }) => fn.countAll().as('people'))
        .where('next_at', '<', date(before))
        .executeTakeFirstOrThrow();
      return Number(people);
    },
  };
}

interface TakenRow {
  readonly user_id: string;
  readonly tenant_id: string;
  readonly held_claim: string | null;
  readonly held_pair: string | null;
  readonly held_until: Date | null;
  readonly wish: string | null;
  readonly next_at: Date;
  readonly failures: number;
  readonly taken_by: string;
  readonly revision: number;
  /** Whoever had the person before never recorded anything. */
  readonly abandoned: boolean;
}

/** Graph holds a session for four hours at the most. */
const longestMs = 4 * 3_600_000;

/** What whoever died with a person in hand may have left at Graph: anything, for as long as Graph takes. */
function left(held: Held | undefined, now: Instant): Held {
  return { claimId: undefined, pair: held?.pair ?? 'presenting', until: now + longestMs };
}

function heldOf(row: TakenRow): Held | undefined {
  const pair = pairSchema.safeParse(row.held_pair).data;
  const until = maybeInstant(row.held_until);
  return pair === undefined || until === undefined
    ? undefined
    : { claimId: row.held_claim ?? undefined, pair, until };
}

function claimOf(row: {
  readonly user_id: string;
  readonly id: string;
  readonly tenant_id: string;
  readonly source: unknown;
  readonly pair: string;
  readonly ends_at: Date;
  readonly opened_at: Date;
}): Claim {
  return {
    id: row.id,
    userId: row.user_id as Guid,
    tenantId: row.tenant_id,
    source: sourceSchema.parse(row.source),
    pair: pairSchema.parse(row.pair),
    endsAt: row.ends_at.getTime(),
    openedAt: row.opened_at.getTime(),
  };
}

/** A few statements, however many people. */
async function recordAll(tx: Tx, settled: readonly Settled[], enqueue: Enqueue): Promise<readonly Guid[]> {
  const going = settled.filter((one): one is Settled & { state: SlotState } => one.state !== undefined);
  const gone = settled.filter(({ state }) => state === undefined);
  const updated = await sql<{ user_id: string }>`
    update leases set
      held_claim = new.held_claim, held_pair = new.held_pair, held_until = new.held_until,
      wish = new.wish, next_at = new.next_at, failures = new.failures,
      taken_by = null, taken_until = null
    from jsonb_to_recordset(${JSON.stringify(going.map(columnsOf))}::jsonb) as new (
      user_id text, token uuid, held_claim uuid, held_pair text, held_until timestamptz,
      wish text, next_at timestamptz, failures integer
    )
    where leases.user_id = new.user_id and leases.taken_by = new.token
    returning leases.user_id`.execute(tx);
  const recorded = new Set(updated.rows.map(({ user_id }) => user_id));
  for (const { userId, token, revision } of gone) {
    const own = tx.deleteFrom('leases').where('user_id', '=', userId).where('taken_by', '=', token);
    const { numDeletedRows } = await own.where('revision', '=', revision).executeTakeFirst();
    if (numDeletedRows > 0n || (await giveBack(tx, userId, token))) recorded.add(userId);
  }
  const isRecorded = ({ userId }: Settled) => recorded.has(userId);
  const dropped = settled.filter(isRecorded).flatMap((one) => one.dropped);
  if (dropped.length > 0) await tx.deleteFrom('claims').where('id', 'in', dropped).execute();
  await enqueue(
    tx,
    'leases',
    going
      .filter((one) => one.alarm && isRecorded(one))
      .map(({ userId, state }) => ({ key: userId, dueAt: state.nextAt })),
  );
  return settled.filter((one) => !isRecorded(one)).map(({ userId }) => userId);
}

function columnsOf({
  userId,
  token,
  state: { held, wish, nextAt, failures },
}: Settled & { state: SlotState }) {
  return {
    user_id: userId,
    token,
    held_claim: held?.claimId ?? null,
    held_pair: held?.pair ?? null,
    held_until: maybeDate(held?.until),
    wish: wish ?? null,
    next_at: date(nextAt),
    failures,
  };
}

/** The slot is empty, but a claim came while it was being emptied: whoever brought it settles it. */
async function giveBack(tx: Tx, userId: Guid, token: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('leases')
    .set({ held_claim: null, held_pair: null, held_until: null, wish: null, failures: 0 })
    .set({ taken_by: null, taken_until: null })
    .where('user_id', '=', userId)
    .where('taken_by', '=', token)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
