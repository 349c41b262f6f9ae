/** Meetings under way and who is in them. */

import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Instant } from '../presence/intent.ts';
import type { MeetingKey } from '../presence/meeting.ts';
import { attendanceOf, createAttendances, rowOf, type Attendance, type Attendances } from './attendances.ts';
import { earliestFree, isFree, latest, type Due, type DueRow, type Wake } from './due.ts';
import type { Tx } from './tables.ts';

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

export interface Meetings extends Attendances, Due<MeetingKey> {
  /** Remembers a meeting that goes on. True: it is new, and is asked about at its `askAt`. One that is known is refreshed. */
  start(meeting: Meeting): Promise<boolean>;
  /** Remembers what was heard of a meeting, if it is known; what is known of it is kept where nothing new is given. */
  refresh(meeting: Meeting): Promise<void>;
  find(key: MeetingKey): Promise<Meeting | undefined>;
  /**
   * Forgets a meeting and who was in it, and gives those who were. With an instant, only what was until then: whoever
   * has joined since is in the next one of that id, which goes on.
   */
  end(key: MeetingKey, at?: Instant): Promise<readonly Attendance[]>;
  /** Asks at that instant in place of `meeting.askAt`. False: that was moved meanwhile. */
  askLater(meeting: Meeting, at: Instant): Promise<boolean>;
  /** Asks no more. False: something was heard of it meanwhile, or it was moved. */
  stopAsking(meeting: Meeting): Promise<boolean>;
}

/** Asking about a meeting takes some seconds; whoever does it may have been killed. */
const takenMs = 20_000;

/** `wake` is told of each instant at which one is to be asked about, once it is on record. */
export function createMeetings({ db, dialect }: Pick<Database, 'db' | 'dialect'>, wake: Wake): Meetings {
  const refresh = async (meeting: Meeting) => {
    const { title, endsAt, heardAt, chat } = meeting;
    await db
      .updateTable('meetings')
      .set({
        heard_at: latest(sql.ref('heard_at'), sql.val(heardAt)),
        ...(title === undefined ? {} : { title }),
        ...(endsAt === undefined ? {} : { ends_at: endsAt }),
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
        started_at: startedAt,
        ends_at: endsAt ?? null,
        heard_at: heardAt,
        chat_id: chat?.id ?? null,
        service_url: chat?.serviceUrl ?? null,
        due_at: askAt ?? null,
      };
      const inserted = await db
        .insertInto('meetings')
        .values(values)
        .onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'meeting_id']).doNothing())
        .returning('meeting_id')
        .executeTakeFirst();
      if (inserted === undefined) await refresh(meeting);
      else if (askAt !== undefined) wake(askAt);
      return inserted !== undefined;
    },
    find: async (key) => {
      const row = await db
        .selectFrom('meetings')
        .selectAll()
        .where((is) => is.and(rowOf(key)))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { chat_id: id, service_url: serviceUrl } = row;
      return {
        tenantId: row.tenant_id,
        source: row.source,
        meetingId: row.meeting_id,
        ...(row.title === null ? {} : { title: row.title }),
        startedAt: row.started_at,
        ...(row.ends_at === null ? {} : { endsAt: row.ends_at }),
        heardAt: row.heard_at,
        ...(id === null || serviceUrl === null ? {} : { chat: { id, serviceUrl } }),
        ...(row.due_at === null ? {} : { askAt: row.due_at }),
      };
    },
    end: (key, at) => db.transaction().execute((tx) => endUntil(tx, key, at)),
    askLater: async (meeting, at) => {
      const { numUpdatedRows } = await db
        .updateTable('meetings')
        .set({ due_at: at, taken_until: null })
        .where((is) => is.and(rowOf(meeting)))
        .where('due_at', 'is not distinct from', meeting.askAt ?? null)
        .executeTakeFirst();
      if (numUpdatedRows > 0n) wake(at);
      return numUpdatedRows > 0n;
    },
    stopAsking: async (meeting) => {
      const { numUpdatedRows } = await db
        .updateTable('meetings')
        .set({ due_at: null, taken_until: null })
        .where((is) => is.and(rowOf(meeting)))
        .where('due_at', 'is not distinct from', meeting.askAt ?? null)
        .where('heard_at', '=', meeting.heardAt)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    nextDue: (at) => earliestFree(db, 'meetings', at),
    takeDue: (at, limit) =>
      db.transaction().execute(async (tx) => {
        const due = tx.selectFrom('meetings').selectAll().where('due_at', '<=', at).where(isFree(at));
        const rows = await dialect.skipLocked(due.orderBy('due_at').limit(limit)).execute();
        for (const { tenant_id, source, meeting_id } of rows) {
          await tx
            .updateTable('meetings')
            .set({ taken_until: at + takenMs })
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

async function endUntil(tx: Tx, key: MeetingKey, at: Instant | undefined): Promise<readonly Attendance[]> {
  // Writing the row as it is locks it: whoever is writing somebody into the meeting is waited for, and then seen.
  await tx
    .updateTable('meetings')
    .set({ heard_at: sql.ref('heard_at') })
    .where((is) => is.and(rowOf(key)))
    .execute();
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
