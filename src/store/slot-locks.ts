/** Locks people's session slots for a process that calls Graph about them, and records what came of it. */

import { randomUUID } from 'node:crypto';
import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Claim, Held, SlotState } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import { claimsOf, pairSchema, upsertClaims } from './claims.ts';
import type { Database, Dialect } from './dialect.ts';
import { isFree, type DueRow } from './due.ts';
import type { Tables, Tx } from './tables.ts';

/** A person whose slot is locked: nobody else calls Graph about them until it is recorded, or the time is up. */
export interface LockedPerson {
  readonly userId: Guid;
  readonly tenantId: string;
  readonly token: string;
  /** Counts what was wanted anew. */
  readonly revision: number;
  readonly state: SlotState;
  readonly claims: readonly Claim[];
}

/** What became of a person who was locked. */
export interface ReconciledPerson {
  readonly userId: Guid;
  readonly token: string;
  readonly revision: number;
  /** Undefined: nothing holds and nothing is wanted; the row is deleted, unless a claim has come meanwhile. */
  readonly state: SlotState | undefined;
  /** The ids of claims that are over. */
  readonly dropped: readonly string[];
  /** A claim that is recorded together with the state, in place of an earlier one of the same source. */
  readonly opened?: Claim | undefined;
}

/** Longer than a transaction takes, even where many wait, and short for somebody who waits behind a dead process. */
export const lockMs = 8000;

type SlotRow = Selectable<Tables['session_slots']>;
type SlotQuery = SelectQueryBuilder<Tables, 'session_slots', SlotRow>;

/** Locks the chosen people. Rows that another transaction has are skipped: two processes never wait for each other. */
export function lockPeople(
  { db, dialect }: Pick<Database, 'db' | 'dialect'>,
  at: Instant,
  choose: (free: SlotQuery) => SlotQuery,
): Promise<readonly DueRow<LockedPerson>[]> {
  return db.transaction().execute(async (tx) => {
    const free = tx.selectFrom('session_slots').selectAll().where(isFree(at));
    const rows = await dialect.skipLocked(choose(free)).execute();
    const userIds = rows.map(({ user_id }) => user_id);
    if (userIds.length === 0) return [];
    const token = randomUUID();
    await tx
      .updateTable('session_slots')
      .set({ locked_by: token, locked_until: at + lockMs })
      .where('user_id', 'in', userIds)
      .execute();
    const claims = Map.groupBy(await claimsOf(tx, userIds), ({ userId }) => userId);
    return rows.map((row) => ({
      what: {
        userId: row.user_id,
        tenantId: row.tenant_id,
        token,
        revision: row.revision,
        state: stateOf(row, at),
        claims: claims.get(row.user_id) ?? [],
      },
      dueAt: row.due_at,
    }));
  });
}

/**
 * Those of the people who have a row, locked until the end of the transaction: in one order, since two that lock in
 * different orders wait for each other.
 */
export function rowsForUpdate(on: Pick<Tx, 'selectFrom'>, dialect: Dialect, userIds: readonly Guid[]) {
  return dialect.forUpdate(
    on.selectFrom('session_slots').selectAll().where('user_id', 'in', userIds).orderBy('user_id'),
  );
}

/** Records results and unlocks their people, in a few statements. Gives those whose lock was no longer the caller's. */
export async function recordAll(
  tx: Tx,
  dialect: Dialect,
  results: readonly ReconciledPerson[],
): Promise<readonly Guid[]> {
  if (results.length === 0) return [];
  const userIds = results.map(({ userId }) => userId);
  const found = await rowsForUpdate(tx, dialect, userIds).execute();
  const rows = new Map(found.map((row) => [row.user_id, row]));
  const ours = results.flatMap((result) => {
    const row = rows.get(result.userId);
    return row?.locked_by === result.token ? [{ result, row }] : [];
  });
  const isGone = ({ result, row }: (typeof ours)[number]) =>
    result.state === undefined && result.revision === row.revision;
  const gone = ours.filter(isGone).map(({ row }) => row.user_id);
  if (gone.length > 0) await tx.deleteFrom('session_slots').where('user_id', 'in', gone).execute();
  await updateRows(
    tx,
    ours.filter((one) => !isGone(one)).map(({ result, row }) => ({ ...row, ...changesOf(result, row) })),
  );
  const dropped = ours.flatMap(({ result }) => result.dropped);
  if (dropped.length > 0) await tx.deleteFrom('claims').where('id', 'in', dropped).execute();
  await upsertClaims(
    tx,
    ours.flatMap(({ result: { opened } }) => opened ?? []),
  );
  const recorded = new Set(ours.map(({ row }) => row.user_id));
  return userIds.filter((userId) => !recorded.has(userId));
}

/** Rows that this transaction has locked are there: inserting them updates all at once. */
async function updateRows(tx: Tx, rows: readonly SlotRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('session_slots')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet((update) => ({
        held_claim: update.ref('excluded.held_claim'),
        held_pair: update.ref('excluded.held_pair'),
        held_until: update.ref('excluded.held_until'),
        goal: update.ref('excluded.goal'),
        next_at: update.ref('excluded.next_at'),
        failures: update.ref('excluded.failures'),
        due_at: update.ref('excluded.due_at'),
        locked_by: null,
        locked_until: null,
      })),
    )
    .execute();
}

/**
 * Where something was wanted anew meanwhile, the person stays due as early as whoever wanted it has said, and a slot that
 * is empty keeps its row: whoever brought the new claim reconciles it.
 */
function changesOf({ state, revision }: ReconciledPerson, row: SlotRow): Partial<SlotRow> {
  const { held, goal, failures = 0, nextAt = row.next_at } = state ?? {};
  const stays = state === undefined || (row.revision !== revision && row.due_at < nextAt);
  return {
    held_claim: held?.claimId ?? null,
    held_pair: held?.pair ?? null,
    held_until: held?.until ?? null,
    goal: goal ?? null,
    next_at: nextAt,
    failures,
    due_at: stays ? row.due_at : nextAt,
  };
}

/** Graph holds a session for four hours at the most. */
const longestMs = 4 * 3_600_000;

function stateOf(row: SlotRow, now: Instant): SlotState {
  const held = heldOf(row);
  const { failures } = row;
  if (row.locked_by === null) return { held, goal: row.goal ?? undefined, nextAt: row.next_at, failures };
  // Whoever had the lock died before recording: they may have left anything at Graph, for as long as Graph takes.
  const left: Held = { claimId: undefined, pair: held?.pair ?? 'presenting', until: now + longestMs };
  return { held: left, goal: undefined, nextAt: now, failures };
}

function heldOf({ held_claim, held_pair, held_until: until }: SlotRow): Held | undefined {
  const pair = pairSchema.safeParse(held_pair).data;
  return pair === undefined || until === null ? undefined : { claimId: held_claim ?? undefined, pair, until };
}
