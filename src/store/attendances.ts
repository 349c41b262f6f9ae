/**
 * Who is in a meeting that goes on. Several processes may write about the same person, in any order: the latest time at
 * which somebody joined or left counts, whoever writes it first; at the same time they left.
 */

import { sql, type Kysely, type Selectable } from 'kysely';
import { sourceKey, type ClaimSource } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import {
  meetingRoles,
  type Attendance,
  type MeetingKey,
  type MeetingRole,
  type SessionHolder,
} from '../presence/meeting.ts';
import { sessionPairId } from '../presence/pairs.ts';
import { chunksOf } from './chunks.ts';
import { latest } from './due.ts';
import type { Tables, Tx } from './tables.ts';

/** What is new about somebody in a meeting. Without roles they keep theirs. */
type AttendanceChange = Pick<Attendance, 'userId' | 'joinedAt' | 'leftAt'> &
  Partial<Pick<Attendance, 'roles'>>;

export interface AttendanceStore {
  attendances(key: MeetingKey): Promise<readonly Attendance[]>;
  /**
   * Remembers who was in a meeting from when to when, each person once, and gives those who have left it. Who comes back
   * keeps what they were told and said. Undefined: the meeting does not go on, and nobody was written.
   */
  record(key: MeetingKey, changes: readonly AttendanceChange[]): Promise<readonly Guid[] | undefined>;
  /** Sets a flag on attendances. Gives those who did not have it; of several callers, to exactly one. */
  setFlag(
    key: MeetingKey,
    userIds: readonly Guid[],
    flag: 'notified' | 'declined',
  ): Promise<ReadonlySet<Guid>>;
  /** Remembers that the person ended the meeting's session at that instant. */
  markEnded(key: MeetingKey, userId: Guid, at: Instant): Promise<void>;
  /** Those in a meeting who have a claim of that source which has not ended, who joined last first. */
  holders(key: MeetingKey, source: ClaimSource, now: Instant): Promise<readonly SessionHolder[]>;
}

/** The columns that name a meeting, in both tables. */
export const rowOf = ({ tenantId, source, meetingId }: MeetingKey) => ({
  tenant_id: tenantId,
  source,
  meeting_id: meetingId,
});

/**
 * Locks a meeting until the end of the transaction, by writing its row as it is. False: it does not go on. Whoever writes
 * several of its people does so first, or two who lock people in different orders wait for each other.
 */
export async function lockMeeting(tx: Tx, key: MeetingKey): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings')
    .set({ last_active_at: sql.ref('last_active_at') })
    .where((is) => is.and(rowOf(key)))
    .where('started_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function createAttendanceStore(db: Kysely<Tables>): AttendanceStore {
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
    record: async (key, changes) => {
      if (changes.length === 0) return [];
      return db.transaction().execute(async (tx) => {
        if (!(await lockMeeting(tx, key))) return undefined;
        const left = new Set<Guid>();
        for (const some of chunksOf(changes))
          for (const row of await write(tx, key, some)) if (row.left_at !== null) left.add(row.user_id);
        return changes.flatMap(({ userId, leftAt }) =>
          leftAt !== undefined && left.has(userId) ? [userId] : [],
        );
      });
    },
    setFlag: async (key, userIds, flag) => {
      const changed = new Set<Guid>();
      if (userIds.length === 0) return changed;
      return db.transaction().execute(async (tx) => {
        await lockMeeting(tx, key);
        for (const some of chunksOf(userIds)) {
          const rows = await tx
            .updateTable('attendances')
            .set({ [flag]: 1 })
            .where((is) => is.and(rowOf(key)))
            .where('user_id', 'in', some)
            .where(flag, '=', 0)
            .returning('user_id')
            .execute();
          for (const { user_id } of rows) changed.add(user_id);
        }
        return changed;
      });
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
        .select(['attendances.user_id', 'attendances.joined_at', 'claims.pair', 'claims.ends_at'])
        .where('attendances.tenant_id', '=', key.tenantId)
        .where('attendances.source', '=', key.source)
        .where('attendances.meeting_id', '=', key.meetingId)
        .where('left_at', 'is', null)
        .where('declined', '=', 0)
        .orderBy('joined_at', 'desc')
        .orderBy('attendances.user_id')
        .execute();
      return rows.flatMap(({ user_id, joined_at, pair: id, ends_at }) => {
        const pair = sessionPairId(id);
        return pair === undefined ? [] : [{ userId: user_id, joinedAt: joined_at, pair, endsAt: ends_at }];
      });
    },
  };
}

function write(tx: Tx, key: MeetingKey, changes: readonly AttendanceChange[]) {
  const joinedAt = latest(sql.ref('attendances.joined_at'), sql.ref('excluded.joined_at'));
  const leftAt = latest(sql`coalesce(attendances.left_at, 0)`, sql`coalesce(excluded.left_at, 0)`);
  return tx
    .insertInto('attendances')
    .values(
      changes.map((one) => ({
        ...rowOf(key),
        user_id: one.userId,
        role: roleText(one.roles ?? []),
        joined_at: one.joinedAt,
        left_at: one.leftAt ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'source', 'meeting_id', 'user_id']).doUpdateSet({
        role: sql`coalesce(excluded.role, attendances.role)`,
        joined_at: joinedAt,
        left_at: sql`case when ${leftAt} >= ${joinedAt} then ${leftAt} end`,
      }),
    )
    .returning(['user_id', 'left_at'])
    .execute();
}

export function attendanceOf(row: Selectable<Tables['attendances']>): Attendance {
  return {
    userId: row.user_id,
    roles: rolesIn(row.role),
    joinedAt: row.joined_at,
    ...(row.left_at === null ? {} : { leftAt: row.left_at }),
    notified: row.notified === 1,
    declined: row.declined === 1,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
  };
}

/** Roles as one text; null: none. */
export function roleText(roles: readonly MeetingRole[]): string | null {
  return meetingRoles.filter((role) => roles.includes(role)).join(' ') || null;
}

/** The roles in such a text. */
export function rolesIn(text: string | null): readonly MeetingRole[] {
  const named = text?.split(' ') ?? [];
  return meetingRoles.filter((role) => named.includes(role));
}
