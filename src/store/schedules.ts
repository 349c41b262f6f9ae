/**
 * People's schedules, a row for each. Only its next occurrence is due. Whoever starts some locks all rows of their people
 * for some seconds, with a token of its own; whoever edits them waits for that. A process that dies leaves its token: who
 * takes the person next knows since when a request may have been under way.
 */

import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import { compiled } from './compiled.ts';
import type { Database } from './dialect.ts';
import { nextFree, isFree, type Due, type OnDue } from './due.ts';
import { drop, freeRows, insertNew, rowsOf, upsert } from './schedule-queries.ts';
import { rowOf, scheduleOf, type KeptSchedule, type ScheduleRow } from './schedule-rows.ts';
import type { Tables, Tx } from './tables.ts';
import { keepUndo, takeUndo, type MeantEdit } from './schedule-undo.ts';

/** A person whose schedules this process has in hand. */
export interface LockedSchedules {
  readonly userId: Guid;
  readonly tenantId: string;
  readonly token: string;
  readonly all: readonly KeptSchedule[];
  /** Another process has died with them in hand: since then a request may have been under way. */
  readonly doubtSince?: Instant;
}

/** What becomes of somebody's schedules; the others stay as they are. */
interface ScheduleEdit<T> {
  readonly put?: readonly KeptSchedule[];
  readonly remove?: readonly string[];
  /** It is no edit of the person's own, and what they last did is still what can be taken back. */
  readonly isSilent?: true;
  readonly result: T;
}

export interface ScheduleStore extends Due<LockedSchedules> {
  readonly lockMs: number;
  /** A person's, those that are over left out, the oldest first. */
  list(userId: Guid): Promise<readonly KeptSchedule[]>;
  /** Changes somebody's in one transaction; the edit is known by its instant. Undefined: they are in hand, and nothing was changed. */
  edit<T>(
    userId: Guid,
    tenantId: string,
    change: (all: readonly KeptSchedule[], at: Instant) => ScheduleEdit<T>,
  ): Promise<{ readonly result: T } | undefined>;
  /**
   * Takes the last edit back, if it is the one that is meant; what comes back passes through `renew`. Undefined: they are
   * in hand; otherwise those that it was about, none where there was nothing to take back.
   */
  takeBack(
    userId: Guid,
    tenantId: string,
    meant: MeantEdit,
    renew: (one: KeptSchedule) => KeptSchedule,
  ): Promise<readonly KeptSchedule[] | undefined>;
  /** Those who have a step of a chain to come, at most so many. */
  chained(most: number): Promise<readonly Guid[]>;
  /** When they were last edited in a way that can be taken back; undefined: never. */
  editedAt(userId: Guid): Promise<Instant | undefined>;
  /** Takes all of somebody's in hand, so that none starts. Gives the token; undefined: somebody else has them. */
  hold(userId: Guid, tenantId: string): Promise<string | undefined>;
  extendLocks(tokens: readonly string[]): Promise<void>;
  /** Records what became of people in hand and gives them back. Of those who are somebody else's by now, nothing is written. */
  record(
    results: readonly (Pick<LockedSchedules, 'userId' | 'token'> & {
      readonly put: readonly KeptSchedule[];
    })[],
  ): Promise<void>;
}

const lockMs = 8000;

export function createScheduleStore(
  { db, dialect }: Pick<Database, 'db' | 'dialect'>,
  now: () => Instant,
  onDue: OnDue,
): ScheduleStore {
  const told = (rows: readonly KeptSchedule[]) => {
    const first = Math.min(...rows.map(({ next }) => next?.dueAt ?? Infinity));
    if (first < Infinity) onDue(first);
  };
  const current = compiled<{ userId: Guid; at: Instant }, ScheduleRow>((given) =>
    rowsOf(db, [given('userId')], given('at')),
  );
  const person = compiled<{ userId: Guid }, Pick<Selectable<Tables['people']>, 'schedules_edited_at'>>(
    (given) => db.selectFrom('people').select('schedules_edited_at').where('user_id', '=', given('userId')),
  );
  return {
    lockMs,
    nextDue: nextFree(db, 'schedules'),
    list: async (userId) => (await current(db, { userId, at: now() })).rows.map(scheduleOf),
    edit: async (userId, tenantId, change) => {
      const edited = await db.transaction().execute(async (tx) => {
        const at = now();
        const rows = await freeRows(tx, userId, tenantId, at);
        if (rows === undefined) return undefined;
        const { put = [], remove = [], isSilent, result } = change(rows.map(scheduleOf), at);
        if (put.length + remove.length === 0) return { put, result };
        const ids = [...put.map(({ id }) => id), ...remove];
        const before = rows.filter(({ id }) => ids.includes(id));
        if (isSilent !== true)
          await keepUndo(tx, userId, at, {
            put: before,
            remove: ids.filter((id) => !before.some((row) => row.id === id)),
          });
        await drop(tx, remove);
        await upsert(tx, put);
        return { put, result };
      });
      if (edited === undefined) return undefined;
      told(edited.put);
      return { result: edited.result };
    },
    takeBack: async (userId, tenantId, meant, renew) => {
      const back = await db.transaction().execute(async (tx) => {
        if ((await freeRows(tx, userId, tenantId, now())) === undefined) return undefined;
        const undo = await takeUndo(tx, userId, meant);
        if (undo === undefined) return { put: [], about: [] };
        const put = undo.put.map((row) => renew(scheduleOf(row)));
        const gone =
          undo.remove.length === 0
            ? []
            : await tx.selectFrom('schedules').selectAll().where('id', 'in', undo.remove).execute();
        await drop(tx, undo.remove);
        await upsert(tx, put);
        return { put, about: [...put, ...gone.map(scheduleOf)] };
      });
      if (back !== undefined) told(back.put);
      return back?.about;
    },
    chained: async (most) => {
      const rows = await db
        .selectFrom('schedules')
        .select('user_id')
        .distinct()
        .where('chain_id', 'is not', null)
        .where('due_at', 'is not', null)
        .limit(most)
        .execute();
      return rows.map(({ user_id: userId }) => userId);
    },
    editedAt: async (userId) => {
      const [row] = (await person(db, { userId })).rows;
      return row?.schedules_edited_at ?? undefined;
    },
    lockDue: (at, limit) =>
      db.transaction().execute(async (tx) => {
        const due = await tx
          .selectFrom('schedules')
          .select('user_id')
          .where('due_at', '<=', at)
          .where(isFree(at))
          .groupBy('user_id')
          .orderBy(({ fn }) => fn.min('due_at'))
          .limit(limit)
          .execute();
        if (due.length === 0) return [];
        const people = await dialect
          .skipLocked(
            tx
              .selectFrom('people')
              .selectAll()
              .where(
                'user_id',
                'in',
                due.map(({ user_id }) => user_id),
              )
              .orderBy('user_id'),
          )
          .execute();
        const mine = people.map(({ user_id }) => user_id);
        if (mine.length === 0) return [];
        const byPerson = Map.groupBy(await rowsOf(tx, mine, at).execute(), ({ user_id }) => user_id);
        const taken = [...byPerson].flatMap(([userId, rows]) => {
          const isTaken = rows.some(({ locked_until: until }) => until !== null && until > at);
          const dueAt = Math.min(...rows.map(({ due_at }) => due_at ?? Infinity));
          return isTaken || dueAt > at ? [] : [{ userId, rows, dueAt }];
        });
        if (taken.length === 0) return [];
        const ids = taken.map(({ userId }) => userId);
        const token = await lock(tx, ids, at);
        return taken.map(({ userId, rows, dueAt }) => {
          const left = rows.flatMap(({ locked_by, locked_until: until }) =>
            locked_by === null || until === null ? [] : [until - lockMs],
          );
          return {
            dueAt,
            what: {
              userId,
              tenantId: rows[0]?.tenant_id ?? '',
              token,
              all: rows.map(scheduleOf),
              ...(left.length === 0 ? {} : { doubtSince: Math.min(...left) }),
            },
          };
        });
      }),
    hold: (userId, tenantId) =>
      db.transaction().execute(async (tx) => {
        const at = now();
        if ((await freeRows(tx, userId, tenantId, at)) === undefined) return undefined;
        return lock(tx, [userId], at);
      }),
    extendLocks: async (tokens) => {
      await db
        .updateTable('schedules')
        .set({ locked_until: now() + lockMs })
        .where('locked_by', 'in', tokens)
        .execute();
    },
    record: async (results) => {
      await db.transaction().execute(async (tx) => {
        for (const { userId, token, put } of results.toSorted((one, other) =>
          one.userId < other.userId ? -1 : 1,
        )) {
          const added: KeptSchedule[] = [];
          let isMine = false;
          for (const one of put) {
            const { id: _, ...columns } = rowOf(one);
            const { numUpdatedRows } = await tx
              .updateTable('schedules')
              .set({ ...columns, locked_by: null, locked_until: null })
              .where('id', '=', one.id)
              .where('locked_by', '=', token)
              .executeTakeFirst();
            if (numUpdatedRows > 0n) isMine = true;
            else added.push(one);
          }
          // What came after a start is new. Of somebody who is not in hand any more, nothing is.
          if (isMine) await insertNew(tx, added);
          await tx
            .updateTable('schedules')
            .set({ locked_by: null, locked_until: null })
            .where('user_id', '=', userId)
            .where('locked_by', '=', token)
            .execute();
        }
      });
      told(results.flatMap(({ put }) => put));
    },
  };
}

/** Takes those people in hand, with a token of its own. */
async function lock(tx: Tx, userIds: readonly Guid[], at: Instant): Promise<string> {
  const token = randomUUID();
  await tx
    .updateTable('schedules')
    .set({ locked_by: token, locked_until: at + lockMs })
    .where('user_id', 'in', userIds)
    .execute();
  return token;
}
