/** Who is in a meeting after what was heard of it, and what is then to be done for them. Pure. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { Attendance, MeetingDeed, MeetingRole } from '../presence/meeting.ts';
import type { MeetingEvent } from './event.ts';
import { actionFor, isStronger, type PersonWithRules } from './rules.ts';

/** An event and when it happened, as far as that can be known. */
export interface DatedEvent {
  readonly event: MeetingEvent;
  readonly at: Instant;
}

/** Somebody of whom something was heard. */
export interface Attendee {
  readonly userId: Guid;
  readonly before: Attendance | undefined;
  readonly roles: readonly MeetingRole[];
  /** When they were last known to join. */
  readonly joinedAt: Instant;
  readonly leftAt: Instant | undefined;
  /** Came back after having left. */
  readonly returned: boolean;
}

/**
 * Those of the people of whom something was heard, as they are after it; events come in the order in which they
 * happened. Who has left stays so, whatever is heard later of an earlier time: events may come twice and in any order.
 */
export function attendeesAfter(
  before: ReadonlyMap<Guid, Attendance>,
  events: readonly DatedEvent[],
  hasRule: (userId: Guid) => boolean,
): readonly Attendee[] {
  const after = new Map<Guid, Attendee>();
  for (const { event, at } of events) {
    for (const { userId, role } of event.people.filter((one) => hasRule(one.userId))) {
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
    roles: before?.roles ?? [],
    joinedAt: before?.joinedAt ?? at,
    leftAt: before?.leftAt,
    returned: false,
  };
}

function joined(attendee: Attendee, role: MeetingRole | undefined, at: Instant, isSaid: boolean): Attendee {
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

/** What somebody is who was that, and of whom this is heard: who started it did; else the latest counts. */
export function withRole(
  roles: readonly MeetingRole[],
  heard: MeetingRole | undefined,
): readonly MeetingRole[] {
  if (heard === undefined || roles.includes(heard)) return roles;
  return heard === 'starter' ? [...roles, heard] : [...roles.filter((role) => role === 'starter'), heard];
}

/** What is to be done for somebody now; what was done before, and perhaps ended by the person, is not done again. */
export function newActionFor(
  person: PersonWithRules,
  { before, roles, leftAt, returned }: Attendee,
  now: Instant,
): MeetingDeed {
  if (leftAt !== undefined || before?.declined === true) return 'nothing';
  const action = actionFor(person, roles, now);
  const isDone = before !== undefined && (before.told || before.endedAt !== undefined);
  if (!isDone || returned) return action;
  return isStronger(action, actionFor(person, before.roles, now)) ? action : 'nothing';
}
