/** The statements about schedules that others are made of. */

import type { RawBuilder, SelectQueryBuilder } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import { rowOf, type KeptSchedule, type ScheduleRow } from './schedule-rows.ts';
import type { Tables, Tx } from './tables.ts';

/** The query for the rows of those people that are not over, in one order. */
export function rowsOf(
  on: Pick<Tx, 'selectFrom'>,
  userIds: readonly (Guid | RawBuilder<Guid>)[],
  at: Instant | RawBuilder<Instant>,
): SelectQueryBuilder<Tables, 'schedules', ScheduleRow> {
  return on
    .selectFrom('schedules')
    .selectAll()
    .where('user_id', 'in', userIds)
    .where((is) => is.or([is('over_at', 'is', null), is('over_at', '>', at)]))
    .orderBy('user_id')
    .orderBy('made_at')
    .orderBy('id');
}

/** Somebody's rows, locked; undefined: they are in hand. */
export async function freeRows(
  tx: Tx,
  userId: Guid,
  tenantId: string,
  at: Instant,
): Promise<readonly ScheduleRow[] | undefined> {
  // Whoever edits or locks somebody's schedules has their own row first, or two would wait for each other.
  await tx
    .insertInto('people')
    .values({ user_id: userId, tenant_id: tenantId, updated_at: at })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ tenant_id: tenantId }))
    .execute();
  const rows = await rowsOf(tx, [userId], at).execute();
  return rows.some(({ locked_until: until }) => until !== null && until > at) ? undefined : rows;
}

/** Removes rows. */
export async function drop(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('schedules').where('id', 'in', ids).execute();
}

/** Writes rows, each in place of an earlier one, in nobody's hands. */
export async function upsert(tx: Tx, all: readonly KeptSchedule[]): Promise<void> {
  for (const one of all) {
    const row = { ...rowOf(one), locked_by: null, locked_until: null };
    await tx
      .insertInto('schedules')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

/** Writes rows that are not there yet, in nobody's hands. */
export async function insertNew(tx: Tx, all: readonly KeptSchedule[]): Promise<void> {
  for (const one of all) {
    await tx
      .insertInto('schedules')
      .values({ ...rowOf(one), locked_by: null, locked_until: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}
