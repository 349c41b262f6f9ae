/** The people for whom meetings mean something. */

import type { Guid } from '../presence/intent.ts';
import type { People, Person } from '../store/people.ts';
import type { MeetingRules } from '../presence/meeting.ts';
import { hasRule, rulesOf } from './rules.ts';

export interface Ruled extends Person {
  readonly rules: MeetingRules;
}

/** People looked up by one query. */
const most = 2000;

/** Those of the people, of that tenant, who have turned on a rule. */
export async function findRuled(
  people: Pick<People, 'findMany'>,
  tenantId: string,
  userIds: readonly Guid[],
): Promise<ReadonlyMap<Guid, Ruled>> {
  const ids = [...new Set(userIds)];
  const found = new Map<Guid, Ruled>();
  for (let at = 0; at < ids.length; at += most) {
    for (const person of await people.findMany(ids.slice(at, at + most))) {
      const rules = rulesOf(person.meetingRules);
      if (person.tenantId === tenantId && hasRule(rules)) found.set(person.userId, { ...person, rules });
    }
  }
  return found;
}
