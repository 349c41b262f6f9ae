/** What meetings mean for people, by their own rules. */

import * as z from 'zod';
import type { Guid, Instant } from '../presence/intent.ts';
import {
  meetingActions,
  noRules,
  type MeetingAction,
  type MeetingRole,
  type MeetingRules,
} from '../presence/meeting.ts';
import type { Person } from '../presence/person.ts';

/** A pause without an end of its own: until the person resumes. */
export const untilResumed: Instant = Date.UTC(9999, 0);

const action = z.enum(meetingActions).catch('nothing');
const rulesSchema = z.object({ start: action, present: action, join: action }).catch(noRules);

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

export interface PersonWithRules extends Person {
  readonly rules: MeetingRules;
}

/** What a meeting means for a person with all those roles in it: the strongest of the rules that apply. */
export function actionFor(
  { rules, pausedUntil }: Pick<PersonWithRules, 'rules' | 'pausedUntil'>,
  roles: readonly MeetingRole[],
  now: Instant,
): MeetingAction {
  if (isPaused(pausedUntil, now)) return 'nothing';
  const byRole = roles.includes('presenter') ? rules.present : rules.join;
  return roles.includes('starter') && isStronger(rules.start, byRole) ? rules.start : byRole;
}

/** Whether the first of two actions goes before the second. */
export function isStronger(one: MeetingAction, other: MeetingAction): boolean {
  return meetingActions.indexOf(one) < meetingActions.indexOf(other);
}

/** Those of the people, of that tenant, who have turned on a rule. */
export async function findPeopleWithRules(
  people: { findMany(userIds: readonly Guid[]): Promise<readonly Person[]> },
  tenantId: string,
  userIds: readonly Guid[],
): Promise<ReadonlyMap<Guid, PersonWithRules>> {
  const found = new Map<Guid, PersonWithRules>();
  for (const person of await people.findMany([...new Set(userIds)])) {
    const rules = rulesOf(person.meetingRules);
    if (person.tenantId === tenantId && hasRule(rules)) found.set(person.userId, { ...person, rules });
  }
  return found;
}
