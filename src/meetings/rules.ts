/** What meetings mean for a person, by their own rules. Pure. */

import { z } from 'zod';
import type { Instant } from '../presence/intent.ts';
import { meetingDeeds, noRules, type MeetingDeed, type MeetingRules } from '../presence/meeting.ts';
import type { Role } from './event.ts';

/** A pause without an end of its own: until the person resumes. */
export const untilResumed: Instant = Date.UTC(9999, 0);

const deed = z.enum(meetingDeeds).catch('nothing');
const rulesSchema = z.object({ start: deed, present: deed, join: deed }).catch(noRules);

/** The rules as they are kept; what cannot be read means nothing. */
export function rulesOf(kept: unknown): MeetingRules {
  return rulesSchema.parse(kept);
}

/** Whether the person has turned anything on. */
export function hasRule({ start, present, join }: MeetingRules): boolean {
  return [start, present, join].some((one) => one !== 'nothing');
}

/** Whether meetings change nothing for now; `pausedUntil` as the person put it. */
export function isPaused(pausedUntil: Instant | undefined, now: Instant): boolean {
  return pausedUntil !== undefined && pausedUntil > now;
}

/** What a meeting means for a person who is all that in it: the strongest of the rules that apply. */
export function wishFor(
  rules: MeetingRules,
  roles: readonly Role[],
  pausedUntil: Instant | undefined,
  now: Instant,
): MeetingDeed {
  if (isPaused(pausedUntil, now)) return 'nothing';
  const applying: MeetingDeed[] = [roles.includes('presenter') ? rules.present : rules.join];
  if (roles.includes('starter')) applying.push(rules.start);
  return applying.reduce((best, one) => (isStronger(one, best) ? one : best));
}

/** Whether the first of two wishes goes before the second. */
export function isStronger(one: MeetingDeed, other: MeetingDeed): boolean {
  return meetingDeeds.indexOf(one) < meetingDeeds.indexOf(other);
}
