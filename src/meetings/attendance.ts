/** Who is in a meeting after its events, and what is to be done for them. Pure. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { Attendance, MeetingAction, MeetingRole } from '../presence/meeting.ts';
import type { MeetingEvent } from './event.ts';
import { actionFor, isStronger, type PersonWithRules } from './rules.ts';

/** An event and when it happened; where it does not say, when it came. */
export interface DatedEvent {
  readonly event: MeetingEvent;
  readonly at: Instant;
}

/** Somebody whom events are about. */
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
 * The people with a rule whom the events are about, as they are after them. Events are given in the order in which they
 * happened. Who has left stays so until they join at a later time: an earlier event may come at any time, and twice.
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
  // An earlier event does not take back a later role. The starter stays the starter, whenever that comes.
  const isStale =
    at < attendee.joinedAt && role !== 'starter' && attendee.roles.some((one) => one !== 'starter');
  const after = { ...attendee, roles: withRole(attendee.roles, isStale ? undefined : role) };
  if (attendee.leftAt !== undefined) return { ...after, joinedAt: at, leftAt: undefined, returned: true };
  // With a time it outdates a leave that comes later. Without one it may be a repetition.
  return isSaid ? { ...after, joinedAt: Math.max(at, attendee.joinedAt) } : after;
}

function left(attendee: Attendee, at: Instant): Attendee {
  if (at < attendee.joinedAt) return attendee;
  return { ...attendee, leftAt: Math.max(at, attendee.leftAt ?? at) };
}

/** Roles with one more: the starter stays the starter; of the others the latest counts. */
export function withRole(
  roles: readonly MeetingRole[],
  role: MeetingRole | undefined,
): readonly MeetingRole[] {
  if (role === undefined || roles.includes(role)) return roles;
  return role === 'starter' ? [...roles, role] : [...roles.filter((one) => one === 'starter'), role];
}

/** What is to be done for somebody now. What was done before, and perhaps ended by the person, is not done again. */
export function newActionFor(
  person: PersonWithRules,
  { before, roles, leftAt, returned }: Attendee,
  now: Instant,
): MeetingAction {
  if (leftAt !== undefined || before?.declined === true) return 'nothing';
  const action = actionFor(person, roles, now);
  const isDone = before !== undefined && (before.notified || before.endedAt !== undefined);
  if (!isDone || returned) return action;
  return isStronger(action, actionFor(person, before.roles, now)) ? action : 'nothing';
}
