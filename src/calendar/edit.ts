/** What somebody asks of the rules for their calendar, on what is kept of it. Pure. */

import { randomUUID } from 'node:crypto';
import {
  isSameCondition,
  mostCalendarRules,
  type CalendarChange,
  type CalendarRequest,
  type CalendarRule,
} from '../presence/calendar.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { KeptCalendar, Telling } from '../store/calendar-rows.ts';
import { withoutOthers } from './plan.ts';

interface Owner {
  readonly userId: Guid;
  readonly tenantId: string;
}

type Edit = Extract<CalendarRequest, { kind: 'add' | 'remove' | 'removeAll' | 'moveZone' }>;

/** What is to be kept, if anything changes, and what is said of it. */
export function editOf(
  request: Edit,
  before: KeptCalendar | undefined,
  who: Owner,
  now: Instant,
): { readonly put?: KeptCalendar; readonly at?: Instant; readonly result: CalendarChange } {
  const rules = before?.rules ?? [];
  if (request.kind === 'add') {
    const added: CalendarRule = { id: randomUUID(), ...request.rule };
    const replaced = rules.some(({ when }) => isSameCondition(when, added.when));
    if (!replaced && rules.length >= mostCalendarRules)
      return { result: { rules, changed: [], refused: 'tooMany' } };
    const after = replaced
      ? rules.map((one) => (isSameCondition(one.when, added.when) ? added : one))
      : [...rules, added];
    const put = withRules(before, after, who, now, request.zone);
    // What is hidden is said of each new rule that needs it.
    const told = put.told.filter((one) => !needs(added, one));
    return { put: { ...put, told }, result: { rules: after, changed: [added], at: now } };
  }
  if (request.kind === 'moveZone') {
    const { zone, at = now } = request;
    const changed = before?.zone === zone ? [] : rules.filter(({ when }) => when.allDay === true);
    if (changed.length === 0) return { result: { rules, changed } };
    return { put: withRules(before, rules, who, now, zone), at, result: { rules, changed, at } };
  }
  const isMeant = ({ id, when }: CalendarRule) =>
    request.kind === 'remove'
      ? id === request.id
      : request.when === undefined || isSameCondition(when, request.when);
  const changed = rules.filter(isMeant);
  if (changed.length === 0) return { result: { rules, changed } };
  const after = rules.filter((one) => !changed.includes(one));
  return { put: withRules(before, after, who, now), result: { rules: after, changed, at: now } };
}

function needs({ when }: CalendarRule, part: Telling): boolean {
  if (part === 'categories') return when.category !== undefined;
  return part === 'people' && when.moreThan !== undefined;
}

/** The same person's calendar with these rules: it is looked at at once. */
export function withRules(
  before: KeptCalendar | undefined,
  rules: readonly CalendarRule[],
  { userId, tenantId }: Owner,
  now: Instant,
  zone = before?.zone ?? 'UTC',
): KeptCalendar {
  return {
    userId,
    tenantId,
    zone,
    rules,
    events: withoutOthers(before?.events ?? [], rules),
    told: before?.told ?? [],
    pollAt: now,
    dueAt: now,
    failures: 0,
    overAt: rules.length === 0 ? now : undefined,
  };
}
