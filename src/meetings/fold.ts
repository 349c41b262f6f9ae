/** Who is in a meeting after what was heard of it. Pure. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { Attendance } from '../store/meetings.ts';
import type { MeetingEvent, Role } from './event.ts';
import { rolesIn, withRole } from './roles.ts';

/** An event and when it happened, as far as that can be known. */
export interface Heard {
  readonly event: MeetingEvent;
  readonly at: Instant;
}

/** Somebody of whom something was heard. */
export interface Attendee {
  readonly userId: Guid;
  readonly before: Attendance | undefined;
  readonly roles: readonly Role[];
  /** When they were last known to join. */
  readonly joinedAt: Instant;
  readonly leftAt: Instant | undefined;
  /** Came back after having left. */
  readonly returned: boolean;
}

/**
 * Those of the people of whom something was heard, as they are after it. Who has left stays so, whatever is heard
 * later of an earlier time: events may come twice and in any order.
 */
export function fold(
  before: ReadonlyMap<Guid, Attendance>,
  heard: readonly Heard[],
  isConcerned: (userId: Guid) => boolean,
): readonly Attendee[] {
  const after = new Map<Guid, Attendee>();
  for (const { event, at } of heard.toSorted((one, other) => one.at - other.at)) {
    for (const { userId, role } of event.people.filter((one) => isConcerned(one.userId))) {
      const known = after.get(userId) ?? attendeeOf(userId, before.get(userId), at);
      after.set(
        userId,
        event.kind === 'left' ? left(known, at) : joined(known, role, at, event.at !== undefined),
      );
    }
  }
  return [...after.values()];
}

function attendeeOf(userId: Guid, before: Attendance | undefined, at: Instant): Attendee {
  return {
    userId,
    before,
    roles: rolesIn(before?.role),
    joinedAt: before?.joinedAt ?? at,
    leftAt: before?.leftAt,
    returned: false,
  };
}

function joined(attendee: Attendee, role: Role | undefined, at: Instant, isSaid: boolean): Attendee {
  if (attendee.leftAt !== undefined && at <= attendee.leftAt) return attendee;
  // A role that was heard of later is not taken back by an event of before. Who has started it has, whenever it is heard.
  const isStale =
    at < attendee.joinedAt && role !== 'starter' && attendee.roles.some((one) => one !== 'starter');
  const after = { ...attendee, roles: withRole(attendee.roles, isStale ? undefined : role) };
  if (attendee.leftAt !== undefined) return { ...after, joinedAt: at, leftAt: undefined, returned: true };
  // A leave or an end of before that may still come. Without a time it is the same again, as far as anybody knows.
  return isSaid ? { ...after, joinedAt: Math.max(at, attendee.joinedAt) } : after;
}

function left(attendee: Attendee, at: Instant): Attendee {
  if (at < attendee.joinedAt) return attendee;
  return { ...attendee, leftAt: Math.max(at, attendee.leftAt ?? at) };
}
