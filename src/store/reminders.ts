/** Who is reminded before an end, and when. What is due is taken once and for all, so that nobody is told twice. */

import { sql, type RawBuilder } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import { nextReminder } from '../presence/reminder.ts';
import { compiled } from './compiled.ts';
import type { Database } from './dialect.ts';
import type { Due, OnDue } from './due.ts';
import { parseState } from './person-state-json.ts';

/** Somebody who is to be reminded, where what they set still ends then. */
interface DueReminder {
  readonly userId: Guid;
}

export interface ReminderStore extends Due<DueReminder> {
  /** Turns reminders on or off for somebody; on, also of what is set already. */
  set(userId: Guid, tenantId: string, isOn: boolean): Promise<void>;
}

/**
 * When to remind somebody, as a column of their row, which is `new` or there: only those who asked for it, and never again
 * of the same. `at` is when they would be; null: of nothing.
 */
export function reminderColumn(
  userId: Guid | RawBuilder<Guid>,
  row: 'new' | 'there',
  at: Instant | null | RawBuilder<Instant | null>,
): RawBuilder<number | null> {
  const unlessReminded = row === 'new' ? sql`` : sql` and coalesce(person_states.reminded_at, 0) < ${at}`;
  return sql<number | null>`(select cast(${at} as bigint) from people
    where people.user_id = ${userId} and people.end_reminders = 1${unlessReminded})`;
}

export function createReminderStore(
  { db, dialect }: Pick<Database, 'db' | 'dialect'>,
  now: () => Instant,
  onDue: OnDue,
): ReminderStore {
  const first = compiled<object, { due_at: Instant | null }>(() =>
    db
      .selectFrom('person_states')
      .select('due_at')
      .where('due_at', 'is not', null)
      .orderBy('due_at')
      .limit(1),
  );
  return {
    set: async (userId, tenantId, isOn) => {
      const at = await db.transaction().execute(async (tx) => {
        const flag = { end_reminders: isOn ? 1 : 0, updated_at: now() } as const;
        await tx
          .insertInto('people')
          .values({ user_id: userId, tenant_id: tenantId, ...flag })
          .onConflict((conflict) => conflict.column('user_id').doUpdateSet(flag))
          .execute();
        const row = await tx
          .selectFrom('person_states')
          .select('state')
          .where('user_id', '=', userId)
          .executeTakeFirst();
        const state = row === undefined ? undefined : parseState(row.state);
        if (state === undefined) return undefined;
        await tx
          .updateTable('person_states')
          .set({ due_at: reminderColumn(userId, 'there', nextReminder(state, now()) ?? null) })
          .where('user_id', '=', userId)
          .execute();
        return isOn ? nextReminder(state, now()) : undefined;
      });
      if (at !== undefined) onDue(at);
    },
    nextDue: async () => (await first(db, {})).rows[0]?.due_at ?? undefined,
    lockDue: (at, limit) =>
      db.transaction().execute(async (tx) => {
        const rows = await dialect
          .skipLocked(
            tx
              .selectFrom('person_states')
              .selectAll()
              .where('due_at', '<=', at)
              .orderBy('due_at')
              .limit(limit),
          )
          .execute();
        for (const { user_id, state, due_at } of rows) {
          const known = parseState(state);
          await tx
            .updateTable('person_states')
            .set({ due_at: (known && nextReminder(known, at)) ?? null, reminded_at: due_at })
            .where('user_id', '=', user_id)
            .execute();
        }
        return rows.map(({ user_id, due_at }) => ({ dueAt: due_at ?? at, what: { userId: user_id } }));
      }),
  };
}
