/**
 * People's rules for their calendar and what comes of them, a row for each person. Whoever looks at one locks it for some
 * seconds, and whoever edits the rules waits for that. What a process that died had in hand is free again soon after.
 */

import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import {
  calendarOf,
  calendarRow,
  undoSchema,
  type CalendarUndo,
  type KeptCalendar,
} from './calendar-rows.ts';
import { compiled } from './compiled.ts';
import type { Database } from './dialect.ts';
import { isFree, nextFree, type Due, type OnDue } from './due.ts';
import { parsed } from './json.ts';
import type { Tables } from './tables.ts';

/** A calendar that this process has in hand. */
export interface LockedCalendar {
  readonly token: string;
  readonly calendar: KeptCalendar;
}

interface FoundCalendar extends KeptCalendar {
  /** When the rules were last edited in a way that can be taken back; undefined: never. */
  readonly editedAt?: Instant;
}

/** A calendar as it is to be changed. */
interface BeforeEdit {
  readonly calendar: KeptCalendar | undefined;
  /** The rules before the last edit with their zone, and when that was, where it can be taken back. */
  readonly undo: (CalendarUndo & { readonly at: Instant }) | undefined;
  readonly now: Instant;
}

export interface CalendarStore extends Due<LockedCalendar> {
  readonly lockMs: number;
  find(userId: Guid): Promise<FoundCalendar | undefined>;
  /** Changes somebody's in one transaction, known by its instant. Undefined: it is in hand, and nothing was changed. */
  edit<T>(
    userId: Guid,
    change: (before: BeforeEdit) => {
      readonly put?: KeptCalendar;
      /** Whether this edit can be taken back in turn. */
      readonly isLast?: boolean;
      /** The instant that it is known by, where it belongs to another edit. */
      readonly at?: Instant;
      readonly result: T;
    },
  ): Promise<{ readonly result: T } | undefined>;
  /** Whether it is still this process's, for as long again. */
  extendLock(token: string): Promise<boolean>;
  /** Records what became of it and gives it back. Of one that is somebody else's by now, or gone, nothing is written. */
  record(token: string, calendar: KeptCalendar): Promise<void>;
  /** Removes all of somebody's; false: it is in hand, and nothing was removed. */
  remove(userId: Guid): Promise<boolean>;
}

const lockMs = 8000;

export function createCalendarStore(
  { db, dialect }: Pick<Database, 'db' | 'dialect'>,
  now: () => Instant,
  onDue: OnDue,
): CalendarStore {
  const rows = compiled<{ userId: Guid }, Selectable<Tables['calendars']>>((given) =>
    db.selectFrom('calendars').selectAll().where('user_id', '=', given('userId')),
  );
  const row = async (userId: Guid) => (await rows(db, { userId })).rows[0];
  const told = ({ dueAt }: KeptCalendar) => {
    if (dueAt !== undefined) onDue(dueAt);
  };
  return {
    lockMs,
    nextDue: nextFree(db, 'calendars'),
    find: async (userId) => {
      const found = await row(userId);
      if (found === undefined) return undefined;
      const { edited_at: editedAt } = found;
      return { ...calendarOf(found), ...(editedAt === null ? {} : { editedAt }) };
    },
    edit: async (userId, change) => {
      const edited = await db.transaction().execute(async (tx) => {
        const at = now();
        const found = await dialect
          .forUpdate(tx.selectFrom('calendars').selectAll().where('user_id', '=', userId))
          .executeTakeFirst();
        if ((found?.locked_until ?? 0) > at) return undefined;
        const undo = undoOf(found);
        const {
          put,
          isLast,
          at: known = at,
          result,
        } = change({ calendar: found && calendarOf(found), undo, now: at });
        if (put === undefined) return { put, result };
        const columns = {
          ...calendarRow(put),
          undo: isLast === true ? null : undoText(found),
          edited_at: isLast === true ? null : known,
          locked_by: null,
          locked_until: null,
        };
        await tx
          .insertInto('calendars')
          .values(columns)
          .onConflict((conflict) => conflict.column('user_id').doUpdateSet(columns))
          .execute();
        return { put, result };
      });
      if (edited?.put !== undefined) told(edited.put);
      return edited && { result: edited.result };
    },
    lockDue: (at, limit) =>
      db.transaction().execute(async (tx) => {
        const rows = await dialect
          .skipLocked(
            tx
              .selectFrom('calendars')
              .selectAll()
              .where('due_at', '<=', at)
              .where(isFree(at))
              .orderBy('due_at')
              .limit(limit),
          )
          .execute();
        const locked = rows.map((one) => ({ row: one, token: randomUUID() }));
        for (const { row: one, token } of locked)
          await tx
            .updateTable('calendars')
            .set({ locked_by: token, locked_until: at + lockMs })
            .where('user_id', '=', one.user_id)
            .execute();
        return locked.map(({ row: one, token }) => ({
          dueAt: one.due_at ?? at,
          what: { token, calendar: calendarOf(one) },
        }));
      }),
    extendLock: async (token) => {
      const { numUpdatedRows } = await db
        .updateTable('calendars')
        .set({ locked_until: now() + lockMs })
        .where('locked_by', '=', token)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    record: async (token, calendar) => {
      const { user_id: _, ...columns } = calendarRow(calendar);
      await db
        .updateTable('calendars')
        .set({ ...columns, locked_by: null, locked_until: null })
        .where('locked_by', '=', token)
        .execute();
      told(calendar);
    },
    remove: async (userId) => {
      const at = now();
      await db.deleteFrom('calendars').where('user_id', '=', userId).where(isFree(at)).execute();
      return (await row(userId)) === undefined;
    },
  };
}

function undoText(found: Selectable<Tables['calendars']> | undefined): string {
  const undo: CalendarUndo = found === undefined ? { rules: [] } : calendarOf(found);
  return JSON.stringify({ rules: undo.rules, zone: undo.zone });
}

function undoOf(found: Selectable<Tables['calendars']> | undefined): BeforeEdit['undo'] {
  const at = found?.edited_at ?? undefined;
  const undo = undoSchema.safeParse(parsed(found?.undo)).data;
  return at === undefined || undo === undefined ? undefined : { ...undo, at };
}
