/** Meetings under way and who is in them. */

import type { Kysely } from 'kysely';
import type { Guid, Instant } from '../presence/intent.ts';
import type { MeetingKey } from '../presence/meeting.ts';
import type { Tables } from './tables.ts';
import { date, maybeDate, maybeInstant } from './time.ts';

export interface Meeting extends MeetingKey {
  readonly title?: string;
  readonly startedAt: Instant;
  readonly endsAt?: Instant;
  /** When anything was last heard of it. */
  readonly heardAt: Instant;
}

export interface Attendance {
  readonly userId: Guid;
  readonly role?: string;
  readonly joinedAt: Instant;
  readonly leftAt?: Instant;
  /** The person was told of this meeting already. */
  readonly told: boolean;
  /** "Not for this meeting". */
  readonly declined: boolean;
}

export interface Meetings {
  /** Remembers a meeting that goes on; what is known already is kept where nothing new is given. True: it is new. */
  start(meeting: Meeting): Promise<boolean>;
  find(key: MeetingKey): Promise<Meeting | undefined>;
  /** Forgets a meeting and who was in it, and gives those who were. */
  end(key: MeetingKey): Promise<readonly Attendance[]>;
  /** Remembers somebody in a meeting that was started; who comes back keeps what they were told and said. */
  join(key: MeetingKey, userId: Guid, role: string | undefined, at: Instant): Promise<void>;
  leave(key: MeetingKey, userId: Guid, at: Instant): Promise<void>;
  attendances(key: MeetingKey): Promise<readonly Attendance[]>;
  /** Marks an attendance as told, or as declined. True for exactly one caller. */
  mark(key: MeetingKey, userId: Guid, what: 'told' | 'declined'): Promise<boolean>;
}

export function createMeetings(db: Kysely<Tables>): Meetings {
  const rowOf = ({ tenantId, source, meetingId }: MeetingKey) => ({
    tenant_id: tenantId,
    source,
    meeting_id: meetingId,
  });
  const attendances = async (key: MeetingKey) => {
    const { tenant_id, source, meeting_id } = rowOf(key);
    const rows = await db
      .selectFrom('attendances')
      .selectAll()
      .where('tenant_id', '=', tenant_id)
      .where('source', '=', source)
      .where('meeting_id', '=', meeting_id)
      .orderBy('user_id')
      .execute();
    return rows.map((row): Attendance => {
      const leftAt = maybeInstant(row.left_at);
      return {
        // Only `join` writes it, from a Guid.
        userId: row.user_id as Guid,
        ...(row.role === null ? {} : { role: row.role }),
        joinedAt: row.joined_at.getTime(),
        ...(leftAt === undefined ? {} : { leftAt }),
        told: row.told,
        declined: row.declined,
      };
    });
  };
  return {
    attendances,
    start: async (meeting) => {
      const { title, startedAt, endsAt, heardAt } = meeting;
      const values = {
        ...rowOf(meeting),
        title: title ?? null,
        started_at: date(startedAt),
        ends_at: maybeDate(endsAt),
        heard_at: date(heardAt),
      };
      const inserted = await db
        .insertInto('meetings')
        .values(values)
        .onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'meeting_id']).doNothing())
        .returning('meeting_id')
        .executeTakeFirst();
      if (inserted !== undefined) return true;
      const { tenant_id, source, meeting_id } = rowOf(meeting);
      await db
        .updateTable('meetings')
        .set({
          heard_at: date(heardAt),
          ...(title === undefined ? {} : { title }),
          ...(endsAt === undefined ? {} : { ends_at: date(endsAt) }),
        })
        .where('tenant_id', '=', tenant_id)
        .where('source', '=', source)
        .where('meeting_id', '=', meeting_id)
        .execute();
      return false;
    },
    find: async (key) => {
      const { tenant_id, source, meeting_id } = rowOf(key);
      const row = await db
        .selectFrom('meetings')
        .selectAll()
        .where('tenant_id', '=', tenant_id)
        .where('source', '=', source)
        .where('meeting_id', '=', meeting_id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const endsAt = maybeInstant(row.ends_at);
      return {
        ...key,
        ...(row.title === null ? {} : { title: row.title }),
        startedAt: row.started_at.getTime(),
        ...(endsAt === undefined ? {} : { endsAt }),
        heardAt: row.heard_at.getTime(),
      };
    },
    end: async (key) => {
      const { tenant_id, source, meeting_id } = rowOf(key);
      const there = await attendances(key);
      await db
        .deleteFrom('meetings')
        .where('tenant_id', '=', tenant_id)
        .where('source', '=', source)
        .where('meeting_id', '=', meeting_id)
        .execute();
      return there;
    },
    join: async (key, userId, role, at) => {
      await db
        .insertInto('attendances')
        .values({
          ...rowOf(key),
          user_id: userId,
          role: role ?? null,
          joined_at: date(at),
          left_at: null,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'source', 'meeting_id', 'user_id'])
            .doUpdateSet({ left_at: null, ...(role === undefined ? {} : { role }) }),
        )
        .execute();
    },
    leave: async (key, userId, at) => {
      const { tenant_id, source, meeting_id } = rowOf(key);
      await db
        .updateTable('attendances')
        .set({ left_at: date(at) })
        .where('tenant_id', '=', tenant_id)
        .where('source', '=', source)
        .where('meeting_id', '=', meeting_id)
        .where('user_id', '=', userId)
        .execute();
    },
    mark: async (key, userId, what) => {
      const { tenant_id, source, meeting_id } = rowOf(key);
      const { numUpdatedRows } = await db
        .updateTable('attendances')
        .set({ [what]: true })
        .where('tenant_id', '=', tenant_id)
        .where('source', '=', source)
        .where('meeting_id', '=', meeting_id)
        .where('user_id', '=', userId)
        .where(what, '=', false)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
