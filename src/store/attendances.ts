/**
 * Who is in a meeting under way. Several processes write what they have heard of the same person, in any order: the
 * latest time that somebody was known to join or to leave counts, whoever writes it first; at the same time they left.
 */

import { sql, type Kysely } from 'kysely';
import { sourceKey, type ClaimSource } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { MeetingKey } from '../presence/meeting.ts';
import { latest } from './due.ts';
import type { Tables } from './tables.ts';

export interface Attendance {
  readonly userId: Guid;
  readonly role?: string;
  /** When they were last known to join. */
  readonly joinedAt: Instant;
  /** Not before `joinedAt`; undefined: they are in it. */
  readonly leftAt?: Instant;
  /** The person was told of this meeting already. */
  readonly told: boolean;
  /** "Not for this meeting". */
  readonly declined: boolean;
  /** When the person last said "End now" of its session. */
  readonly endedAt?: Instant;
}

export interface Attendances {
  attendances(key: MeetingKey): Promise<readonly Attendance[]>;
  /**
   * Remembers that somebody was in a meeting at that instant, unless they are known to have left since; the meeting must
   * have been started. Who comes back keeps what they were told and said. Without a role they keep theirs.
   */
  join(key: MeetingKey, userId: Guid, role: string | undefined, at: Instant): Promise<void>;
  /** Remembers that somebody had left by then, unless they are known to have joined since. False: they have. */
  leave(key: MeetingKey, userId: Guid, at: Instant): Promise<boolean>;
  /** Marks an attendance as told, or as declined. True for exactly one caller. */
  mark(key: MeetingKey, userId: Guid, what: 'told' | 'declined'): Promise<boolean>;
  /** Remembers that the person ended the meeting's session at that instant. */
  markEnded(key: MeetingKey, userId: Guid, at: Instant): Promise<void>;
  /** Those in a meeting who have a claim of that source which has not ended, who joined last first. */
  holders(key: MeetingKey, source: ClaimSource, now: Instant): Promise<readonly Guid[]>;
}

/** The columns that name a meeting, in both tables. */
export const rowOf = ({ tenantId, source, meetingId }: MeetingKey) => ({
  tenant_id: tenantId,
  source,
  meeting_id: meetingId,
});

export function createAttendances(db: Kysely<Tables>): Attendances {
  return {
    attendances: async (key) => {
      const rows = await db
        .selectFrom('attendances')
        .selectAll()
        .where((is) => is.and(rowOf(key)))
        .orderBy('user_id')
        .execute();
      return rows.map(attendanceOf);
    },
    join: async (key, userId, role, at) => {
      await db
        .insertInto('attendances')
        .values({ ...rowOf(key), user_id: userId, role: role ?? null, joined_at: at, left_at: null })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'source', 'meeting_id', 'user_id']).doUpdateSet({
            joined_at: latest(sql.ref('attendances.joined_at'), sql.ref('excluded.joined_at')),
            left_at: sql`case when attendances.left_at < excluded.joined_at then null else attendances.left_at end`,
            ...(role === undefined ? {} : { role }),
          }),
        )
        .execute();
    },
    leave: async (key, userId, at) => {
      const { numUpdatedRows } = await db
        .updateTable('attendances')
        .set({ left_at: latest(sql.ref('left_at'), sql.val(at)) })
        .where((is) => is.and({ ...rowOf(key), user_id: userId }))
        .where('joined_at', '<=', at)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    mark: async (key, userId, what) => {
      const { numUpdatedRows } = await db
        .updateTable('attendances')
        .set({ [what]: 1 })
        .where((is) => is.and({ ...rowOf(key), user_id: userId }))
        .where(what, '=', 0)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    markEnded: async (key, userId, at) => {
      await db
        .updateTable('attendances')
        .set({ ended_at: at })
        .where((is) => is.and({ ...rowOf(key), user_id: userId }))
        .execute();
    },
    holders: async (key, source, now) => {
      const rows = await db
        .selectFrom('attendances')
        .innerJoin('claims', (claim) =>
          claim
            .onRef('claims.user_id', '=', 'attendances.user_id')
            .on('claims.source_key', '=', sourceKey(source))
            .on('claims.ends_at', '>', now),
        )
        .select('attendances.user_id')
        .where('attendances.tenant_id', '=', key.tenantId)
        .where('attendances.source', '=', key.source)
        .where('attendances.meeting_id', '=', key.meetingId)
        .where('left_at', 'is', null)
        .where('declined', '=', 0)
        .orderBy('joined_at', 'desc')
        .orderBy('attendances.user_id')
        .execute();
      return rows.map(({ user_id }) => user_id as Guid);
    },
  };
}

export function attendanceOf(row: {
  readonly user_id: string;
  readonly role: string | null;
  readonly joined_at: number;
  readonly left_at: number | null;
  readonly told: number;
  readonly declined: number;
  readonly ended_at: number | null;
}): Attendance {
  return {
    // Only `join` writes it, from a Guid.
    userId: row.user_id as Guid,
    ...(row.role === null ? {} : { role: row.role }),
    joinedAt: row.joined_at,
    ...(row.left_at === null ? {} : { leftAt: row.left_at }),
    told: row.told === 1,
    declined: row.declined === 1,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
  };
}
