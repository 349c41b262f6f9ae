/** The sessions that meetings open for people: what is wanted, how it is extended, and that none outlives its end. */

import { guid, type Guid, type Instant, type Intent } from '../presence/intent.ts';
import type { Attendance, Meeting, MeetingKey } from '../presence/meeting.ts';
import type { SessionPairId } from '../presence/pairs.ts';
import type { Person } from '../presence/person.ts';
import { validate, type Policy } from '../presence/validate.ts';
import type { OpenedSession, Sessions, Wanted } from '../sessions/sessions.ts';
import type { Store } from '../store/store.ts';
import { claimSourceOf, teamsSource } from './event.ts';
import { findPeopleWithRules, isPaused } from './rules.ts';

export interface SessionServices {
  readonly store: Pick<Store, 'people' | 'meetings' | 'sessionStore'>;
  readonly sessions: Pick<Sessions, 'openMany' | 'endMany'>;
  /** What may be set at all. */
  readonly presence: Policy;
  readonly now: () => Instant;
}

const minute = 60_000;
/** A session ends so long after its meeting was last known to run, so that a lost end heals itself. */
export const sessionMs = 60 * minute;
/** Sessions are extended that often while their meeting has events. */
const extendMs = 30 * minute;

/**
 * What a meeting wants of somebody's session slot, judged like every other intent: for an hour, or as long as the
 * meeting is to last. Undefined where the validator refuses it, as where less is left of the meeting than Graph takes.
 */
export function claimFor(
  { presence }: Pick<SessionServices, 'presence'>,
  meeting: Meeting,
  { userId, tenantId: tenant, accountId }: Person,
  session: SessionPairId,
  now: Instant,
): Wanted | undefined {
  const tenantId = guid(tenant);
  if (tenantId === undefined) return undefined;
  const leftMs = Math.min(sessionMs, (meeting.endsAt ?? Infinity) - now);
  const intent: Intent = {
    // Without their id in Teams there is no sign-in of theirs, which whoever sends the request finds out.
    who: { userId, tenantId, account: accountId ?? '' },
    door: meeting.source === teamsSource ? 'meeting' : 'hook',
    // In whole seconds from now, as they are judged, and not beyond the meeting.
    wanted: {
      kind: 'open',
      session,
      end: { said: 'instant', at: now + Math.floor(leftMs / 1000) * 1000 },
    },
    assumed: [],
  };
  const judged = validate(intent, presence, now);
  const holding = judged.ok
    ? judged.value.steps.find((step) => step.holding?.slot === 'session')?.holding
    : undefined;
  if (holding?.slot !== 'session') return undefined;
  return { userId, tenantId, source: claimSourceOf(meeting), pair: holding.pair, endsAt: holding.endsAt };
}

/**
 * Extends the sessions of those who are in the meeting, once in each half hour with an event, however many there are. So
 * a session has half an hour to an hour left after every event. What has ended meanwhile, by its time or by the person,
 * stays so; sessions of people who have paused run out.
 */
export async function extendSessions(
  services: SessionServices,
  meeting: Meeting,
  lastActiveAt: Instant,
): Promise<readonly OpenedSession[]> {
  const { store, sessions } = services;
  const now = services.now();
  const spell = (at: Instant) => Math.floor((at - meeting.startedAt) / extendMs);
  if (spell(now) === spell(lastActiveAt)) return [];
  const holders = await store.meetings.holders(meeting, claimSourceOf(meeting), now);
  const people = await findPeopleWithRules(
    store.people,
    meeting.tenantId,
    holders.map(({ userId }) => userId),
  );
  const wanted = holders.flatMap(({ userId, pair, endsAt }) => {
    const person = people.get(userId);
    if (person === undefined || isPaused(person.pausedUntil, now)) return [];
    const claim = claimFor(services, meeting, person, pair, now);
    return claim !== undefined && claim.endsAt > endsAt ? [claim] : [];
  });
  return sessions.openMany(wanted);
}

/**
 * Looks again after opening sessions, where `before` is who was in the meeting before that. Whoever has left it
 * meanwhile, or has said “not for this meeting” or “End now”, or whose meeting has ended, loses the session again.
 * Every end is noted before sessions are looked for, and every session is opened before the notes are looked at: so one
 * of the two finds it. Gives who lost theirs.
 */
export async function compensate(
  { store: { meetings }, sessions }: SessionServices,
  key: MeetingKey,
  before: ReadonlyMap<Guid, Attendance>,
  held: readonly OpenedSession[],
): Promise<ReadonlySet<Guid>> {
  if (held.length === 0) return new Set();
  const meetingEnd = await meetings.endedAt(key);
  const isStaying = ({ userId, joinedAt, leftAt, declined, endedAt }: Attendance) =>
    leftAt === undefined &&
    !declined &&
    endedAt === before.get(userId)?.endedAt &&
    // Who has joined after the end is in the next meeting of that id.
    (meetingEnd === undefined || joinedAt > meetingEnd);
  const there = await attendancesOf(meetings, key);
  const lost = held.flatMap(({ claim: { userId } }) => {
    const attendance = there.get(userId);
    return attendance !== undefined && isStaying(attendance) ? [] : [userId];
  });
  await sessions.endMany(lost, claimSourceOf(key));
  return new Set(lost);
}

/** Everybody in the meeting, or who has left it, by their id. */
export async function attendancesOf(
  meetings: Pick<Store['meetings'], 'attendances'>,
  key: MeetingKey,
): Promise<ReadonlyMap<Guid, Attendance>> {
  return new Map((await meetings.attendances(key)).map((one) => [one.userId, one]));
}
