/**
 * Meetings that go on, and when others ended. A meeting of Teams keeps its id when it is held again, a minute or a week
 * later, so its row outlives it for as long as events from before its end may still come.
 */

import { sql } from 'kysely';
import type { Instant } from '../presence/intent.ts';
import type { Attendance, Meeting, MeetingKey } from '../presence/meeting.ts';
import {
  attendanceOf,
  createAttendanceStore,
  lockMeeting,
  rowOf,
  type AttendanceStore,
} from './attendances.ts';
import type { Database } from './dialect.ts';
import { nextFree, isFree, latest, type Due, type DueRow, type OnDue } from './due.ts';
import type { Tx } from './tables.ts';

export interface MeetingStore extends AttendanceStore, Due<MeetingKey> {
  /**
   * Remembers a meeting that goes on. True: it is new, and is asked about at its `askAt`. One that goes on already is
   * refreshed, and one that began before the last known end is not remembered.
   */
  start(meeting: Meeting): Promise<boolean>;
  /** Updates a meeting that goes on; what is left out stays as it is. */
  refresh(meeting: Meeting): Promise<void>;
  /** The meeting that goes on under that id. */
  find(key: MeetingKey): Promise<Meeting | undefined>;
  /** When the last meeting of that id ended, as far as is known: events until then are too late. */
  endedAt(key: MeetingKey): Promise<Instant | undefined>;
  /** Remembers when a meeting ended, and nothing else; an earlier end than the last known one changes nothing. */
  noteEnd(key: MeetingKey, at: Instant): Promise<void>;
  /**
   * Forgets a meeting and who was in it, and gives those who were. With an instant, only what was until then: whoever
   * has joined since is in the next one of that id, which goes on.
   */
  end(key: MeetingKey, at?: Instant): Promise<readonly Attendance[]>;
  /** Asks at that instant in place of `meeting.askAt`. False: that was moved meanwhile. */
  askLater(meeting: Meeting, at: Instant): Promise<boolean>;
  /** Asks no more. False: there was an event meanwhile, or it was moved. */
  stopAsking(meeting: Meeting): Promise<boolean>;
}

/** Asking about a meeting takes some seconds; whoever does it may have been killed. */
const lockMs = 20_000;

/** `onDue` is called with each instant at which one is to be asked about, once it is on record. */
export function createMeetingStore(
  { db, dialect }: Pick<Database, 'db' | 'dialect'>,
  onDue: OnDue,
): MeetingStore {
  const updateRunning = (key: MeetingKey) =>
    db
      .updateTable('meetings')
      .where((is) => is.and(rowOf(key)))
      .where('started_at', 'is not', null);
  const updateAskedAt = (meeting: Meeting, at: Instant | null) =>
    updateRunning(meeting)
      .set({ due_at: at, locked_until: null })
      .where('due_at', 'is not distinct from', meeting.askAt ?? null);
  const rowFor = (key: MeetingKey) =>
    db
      .selectFrom('meetings')
      .selectAll()
      .where((is) => is.and(rowOf(key)))
      .executeTakeFirst();

  const refresh = async (meeting: Meeting) => {
    const { title, endsAt, lastActiveAt, chat } = meeting;
    await updateRunning(meeting)
      .set({
        last_active_at: latest(sql.ref('last_active_at'), sql.val(lastActiveAt)),
        ...(title === undefined ? {} : { title }),
        ...(endsAt === undefined ? {} : { ends_at: endsAt }),
        ...(chat === undefined ? {} : { chat_id: chat.id, service_url: chat.serviceUrl }),
      })
      .execute();
  };

  return {
    ...createAttendanceStore(db),
    refresh,
    start: async (meeting) => {
      const { title, startedAt, endsAt, lastActiveAt, chat, askAt } = meeting;
      const values = {
        title: title ?? null,
        started_at: startedAt,
        ends_at: endsAt ?? null,
        last_active_at: lastActiveAt,
        chat_id: chat?.id ?? null,
        service_url: chat?.serviceUrl ?? null,
        due_at: askAt ?? null,
      };
      const begun = await db
        .insertInto('meetings')
        .values({ ...rowOf(meeting), ...values })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'source', 'meeting_id'])
            .doUpdateSet(values)
            .where('meetings.started_at', 'is', null)
            .where((is) =>
              is.or([is('meetings.ended_at', 'is', null), is('meetings.ended_at', '<', startedAt)]),
            ),
        )
        .returning('meeting_id')
        .executeTakeFirst();
      if (begun === undefined) await refresh(meeting);
      else if (askAt !== undefined) onDue(askAt);
      return begun !== undefined;
    },
    find: async (key) => {
      const row = await rowFor(key);
      if (row === undefined || row.started_at === null) return undefined;
      const { chat_id: id, service_url: serviceUrl } = row;
      return {
        tenantId: row.tenant_id,
        source: row.source,
        meetingId: row.meeting_id,
        ...(row.title === null ? {} : { title: row.title }),
        startedAt: row.started_at,
        ...(row.ends_at === null ? {} : { endsAt: row.ends_at }),
        lastActiveAt: row.last_active_at,
        ...(id === null || serviceUrl === null ? {} : { chat: { id, serviceUrl } }),
        ...(row.due_at === null ? {} : { askAt: row.due_at }),
      };
    },
    endedAt: async (key) => (await rowFor(key))?.ended_at ?? undefined,
    noteEnd: async (key, at) => {
      await db
        .insertInto('meetings')
        .values({ ...rowOf(key), last_active_at: at, ended_at: at })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'source', 'meeting_id']).doUpdateSet({
            last_active_at: latest(sql.ref('meetings.last_active_at'), sql.ref('excluded.last_active_at')),
            ended_at: latest(sql.ref('meetings.ended_at'), sql.ref('excluded.ended_at')),
          }),
        )
        .execute();
    },
    end: (key, at) => db.transaction().execute((tx) => endUntil(tx, key, at)),
    askLater: async (meeting, at) => {
      const { numUpdatedRows } = await updateAskedAt(meeting, at).executeTakeFirst();
      if (numUpdatedRows > 0n) onDue(at);
      return numUpdatedRows > 0n;
    },
    stopAsking: async (meeting) => {
      const { numUpdatedRows } = await updateAskedAt(meeting, null)
        .where('last_active_at', '=', meeting.lastActiveAt)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    nextDue: nextFree(db, 'meetings'),
    lockDue: (at, limit) =>
      db.transaction().execute(async (tx) => {
        const due = tx.selectFrom('meetings').selectAll().where('due_at', '<=', at).where(isFree(at));
        const rows = await dialect.skipLocked(due.orderBy('due_at').limit(limit)).execute();
        for (const { tenant_id, source, meeting_id } of rows) {
          await tx
            .updateTable('meetings')
            .set({ locked_until: at + lockMs })
            .where((is) => is.and({ tenant_id, source, meeting_id }))
            .execute();
        }
        return rows.map(({ tenant_id, source, meeting_id, due_at }): DueRow<MeetingKey> => ({
          what: { tenantId: tenant_id, source, meetingId: meeting_id },
          dueAt: due_at ?? at,
        }));
      }),
  };
}

/** What a row holds of a meeting that goes on: nothing of it is kept after the end. */
const over = {
  started_at: null,
  title: null,
  ends_at: null,
  chat_id: null,
  service_url: null,
  due_at: null,
  locked_until: null,
};

async function endUntil(tx: Tx, key: MeetingKey, at: Instant | undefined): Promise<readonly Attendance[]> {
  // Whoever is writing somebody into the meeting is waited for, and then seen.
  await lockMeeting(tx, key);
  const gone = await tx
    .deleteFrom('attendances')
    .where((is) => is.and(rowOf(key)))
    .$if(at !== undefined, (query) => query.where('joined_at', '<=', at ?? 0))
    .returningAll()
    .execute();
  const { next } = await tx
    .selectFrom('attendances')
    .select(({ fn }) => fn.min<number | null>('joined_at').as('next'))
    .where((is) => is.and(rowOf(key)))
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('meetings')
    .set(next === null ? over : { started_at: next })
    .where((is) => is.and(rowOf(key)))
    .execute();
  return gone.map(attendanceOf);
}
