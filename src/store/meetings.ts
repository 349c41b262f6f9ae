/** Meetings under way and who is in them. */

import { sql, type Kysely } from 'kysely';
import type { Instant } from '../presence/intent.ts';
import type { MeetingKey } from '../presence/meeting.ts';
import { attendanceOf, createAttendances, rowOf, type Attendance, type Attendances } from './attendances.ts';
import type { Enqueue } from './jobs.ts';
import type { Tables, Tx } from './tables.ts';
import { date, maybeDate, maybeInstant } from './time.ts';

export type { Attendance } from './attendances.ts';

export interface Meeting extends MeetingKey {
  readonly title?: string;
  readonly startedAt: Instant;
  readonly endsAt?: Instant;
  /** When it was last known to run. */
  readonly heardAt: Instant;
  /** Its chat in Teams, and where the Bot Service of that region answers. */
  readonly chat?: { readonly id: string; readonly serviceUrl: string };
  /** When it is to be asked whether it goes on; undefined: nobody is asked. */
  readonly askAt?: Instant;
}

export interface Meetings extends Attendances {
  /**
   * Remembers a meeting that goes on. True: it is new, and the alarm at its `askAt` is set in the same transaction. One
   * that is known is refreshed.
   */
  start(meeting: Meeting): Promise<boolean>;
  /** Remembers what was heard of a meeting, if it is known; what is known of it is kept where nothing new is given. */
  refresh(meeting: Meeting): Promise<void>;
  find(key: MeetingKey): Promise<Meeting | undefined>;
  /**
   * Forgets a meeting and who was in it, and gives those who were. With an instant, only what was until then: whoever
   * has joined since is in the next one of that id, which goes on.
   */
  end(key: MeetingKey, at?: Instant): Promise<readonly Attendance[]>;
  /** Asks at that instant, with an alarm in the same transaction, in place of `meeting.askAt`. False: that was moved meanwhile. */
  askLater(meeting: Meeting, at: Instant): Promise<boolean>;
  /** Asks no more. False: something was heard of it meanwhile, or it was moved. */
  stopAsking(meeting: Meeting): Promise<boolean>;
}

export function createMeetings(db: Kysely<Tables>, enqueue: Enqueue): Meetings {
  const alarm = (tx: Tx, meeting: MeetingKey, at: Instant) =>
    enqueue(tx, 'meetings', [{ key: alarmKey(meeting), dueAt: at }]);

  const refresh = async (meeting: Meeting) => {
    const { title, endsAt, heardAt, chat } = meeting;
    await db
      .updateTable('meetings')
      .set({
        heard_at: sql`greatest(heard_at, ${date(heardAt)}::timestamptz)`,
        ...(title === undefined ? {} : { title }),
        ...(endsAt === undefined ? {} : { ends_at: date(endsAt) }),
        ...(chat === undefined ? {} : { chat_id: chat.id, service_url: chat.serviceUrl }),
      })
      .where((is) => is.and(rowOf(meeting)))
      .execute();
  };

  return {
    ...createAttendances(db),
    refresh,
    start: async (meeting) => {
      const { title, startedAt, endsAt, heardAt, chat, askAt } = meeting;
      const values = {
        ...rowOf(meeting),
        title: title ?? null,
        started_at: date(startedAt),
        ends_at: maybeDate(endsAt),
        heard_at: date(heardAt),
        chat_id: chat?.id ?? null,
        service_url: chat?.serviceUrl ?? null,
        ask_at: maybeDate(askAt),
      };
      const isNew = await db.transaction().execute(async (tx) => {
        const inserted = await tx
          .insertInto('meetings')
          .values(values)
          .onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'meeting_id']).doNothing())
          .returning('meeting_id')
          .executeTakeFirst();
        if (inserted !== undefined && askAt !== undefined) await alarm(tx, meeting, askAt);
        return inserted !== undefined;
      });
      if (!isNew) await refresh(meeting);
      return isNew;
    },
    find: async (key) => {
      const row = await db
        .selectFrom('meetings')
        .selectAll()
        .where((is) => is.and(rowOf(key)))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const [endsAt, askAt] = [maybeInstant(row.ends_at), maybeInstant(row.ask_at)];
      const { chat_id: id, service_url: serviceUrl } = row;
      return {
        tenantId: row.tenant_id,
        source: row.source,
        meetingId: row.meeting_id,
        ...(row.title === null ? {} : { title: row.title }),
        startedAt: row.started_at.getTime(),
        ...(endsAt === undefined ? {} : { endsAt }),
        heardAt: row.heard_at.getTime(),
        ...(id === null || serviceUrl === null ? {} : { chat: { id, serviceUrl } }),
        ...(askAt === undefined ? {} : { askAt }),
      };
    },
    end: (key, at) => db.transaction().execute((tx) => endUntil(tx, key, at)),
    askLater: (meeting, at) =>
      db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('meetings')
          .set({ ask_at: date(at) })
          .where((is) => is.and(rowOf(meeting)))
          .where(sql<boolean>`ask_at is not distinct from ${maybeDate(meeting.askAt)}::timestamptz`)
          .executeTakeFirst();
        if (numUpdatedRows > 0n) await alarm(tx, meeting, at);
        return numUpdatedRows > 0n;
      }),
    stopAsking: async (meeting) => {
      const { numUpdatedRows } = await db
        .updateTable('meetings')
        .set({ ask_at: null })
        .where((is) => is.and(rowOf(meeting)))
        .where('ask_at', '=', maybeDate(meeting.askAt))
        .where('heard_at', '=', date(meeting.heardAt))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

/** A meeting as its alarms name it. */
function alarmKey({ tenantId, source, meetingId }: MeetingKey): string {
  return JSON.stringify([tenantId, source, meetingId]);
}

async function endUntil(tx: Tx, key: MeetingKey, at: Instant | undefined): Promise<readonly Attendance[]> {
  // Whoever is writing somebody into it is waited for, and then seen.
  await tx
    .selectFrom('meetings')
    .select('meeting_id')
    .where((is) => is.and(rowOf(key)))
    .forUpdate()
    .execute();
  const gone = await tx
    .deleteFrom('attendances')
    .where((is) => is.and(rowOf(key)))
    .$if(at !== undefined, (query) => query.where('joined_at', '<=', date(at ?? 0)))
    .returningAll()
    .execute();
  const { next } = await tx
    .selectFrom('attendances')
    .select(({ fn }) => fn.min<Date | null>('joined_at').as('next'))
    .where((is) => is.and(rowOf(key)))
    .executeTakeFirstOrThrow();
  const meeting = rowOf(key);
  if (next === null)
    await tx
      .deleteFrom('meetings')
      .where((is) => is.and(meeting))
      .execute();
  else {
    await tx
      .updateTable('meetings')
      .set({ started_at: next })
      .where((is) => is.and(meeting))
      .execute();
  }
  return gone.map(attendanceOf);
}
