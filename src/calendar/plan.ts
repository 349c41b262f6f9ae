/** What somebody's events come to: which of them are to set something, and what is to be done at an instant. Pure. */

import { ruleFor, type CalendarEvent, type CalendarRule } from '../presence/calendar.ts';
import type { Instant } from '../presence/intent.ts';
import type { PlannedEvent } from '../store/calendar-rows.ts';

/** Less than that is not worth a start that is late. */
const leastMs = 5 * 60_000;
const minuteMs = 60_000;
/** A start by so much later is no late one. */
const lateMs = minuteMs;
/** Calendars are read that often. */
export const pollMs = 15 * minuteMs;

/**
 * The events that a rule wants something of, after a reading. One that has set its status and has moved or is there no
 * more, or for which another rule decides by now, is over: what it has set is to be taken back.
 */
export function eventsAfter(
  before: readonly PlannedEvent[],
  read: readonly CalendarEvent[],
  rules: readonly CalendarRule[],
  now: Instant,
): readonly PlannedEvent[] {
  const earlier = new Map(before.filter(({ state }) => state !== 'over').map((one) => [one.key, one]));
  const over = before.filter(({ state }) => state === 'over');
  const planned = read.flatMap((event): readonly PlannedEvent[] => {
    const rule = ruleFor(rules, event);
    if (rule === undefined || rule.then === 'nothing' || event.endsAt <= now) return [];
    const { key, startsAt, endsAt } = event;
    const known = earlier.get(key);
    const fresh: PlannedEvent = { key, startsAt, endsAt, ruleId: rule.id, state: 'ahead' };
    if (known === undefined || known.state === 'ahead') return [{ ...fresh, ...triesOf(known) }];
    const isSame = known.startsAt === startsAt && known.endsAt === endsAt && known.ruleId === rule.id;
    if (isSame) return [known];
    const isUnderWay = startsAt <= now && known.startsAt <= now && known.ruleId === rule.id;
    // Whatever came of it, it is the same event, which lasts until another end.
    if (isUnderWay && known.state === 'held') return [{ ...fresh, set: known.set }];
    if (isUnderWay) return [{ ...fresh, state: known.state }];
    return known.state === 'held' ? [{ ...known, state: 'over' }, fresh] : [fresh];
  });
  const seen = new Set(planned.map(({ key }) => key));
  const gone = [...earlier.values()].flatMap((one): readonly PlannedEvent[] =>
    one.set !== undefined && !seen.has(one.key) && one.endsAt > now ? [{ ...one, state: 'over' }] : [],
  );
  return [...over, ...gone, ...planned];
}

/** The same once some rules are there no more: what these have set is over. */
export function withoutOthers(
  events: readonly PlannedEvent[],
  rules: readonly CalendarRule[],
): readonly PlannedEvent[] {
  return events.flatMap((one): readonly PlannedEvent[] => {
    if (rules.some(({ id }) => id === one.ruleId) || one.state === 'over') return [one];
    return one.set === undefined ? [] : [{ ...one, state: 'over' }];
  });
}

function triesOf(known: PlannedEvent | undefined): Pick<PlannedEvent, 'set' | 'tries' | 'againAt'> {
  const { set, tries, againAt } = known ?? {};
  return {
    ...(set === undefined ? {} : { set }),
    ...(tries === undefined ? {} : { tries }),
    ...(againAt === undefined ? {} : { againAt }),
  };
}

export interface CalendarSteps {
  /** What these have set is taken back. */
  readonly end: readonly PlannedEvent[];
  /** Of these the person is asked. */
  readonly ask: readonly PlannedEvent[];
  /** The one whose status is set. */
  readonly start: PlannedEvent | undefined;
  /** Nothing more comes of these: too little of them is left. */
  readonly miss: readonly PlannedEvent[];
}

/** What is to be done now. Of events at the same time the one whose rule comes first sets its status. */
export function stepsOf(
  events: readonly PlannedEvent[],
  rules: readonly CalendarRule[],
  now: Instant,
): CalendarSteps {
  const rank = ({ ruleId }: PlannedEvent) => rules.findIndex(({ id }) => id === ruleId);
  const isAsking = ({ ruleId }: PlannedEvent) => rules.find(({ id }) => id === ruleId)?.then === 'ask';
  const ahead = events.filter(({ state }) => state === 'ahead');
  const asked = ahead.filter((one) => isAsking(one) && one.startsAt - minuteMs <= now && one.endsAt > now);
  const due = ahead.filter((one) => !isAsking(one) && one.startsAt <= now);
  const miss = [
    ...due.filter((one) => one.endsAt - now < leastOf(one, now)),
    ...asked.filter(({ endsAt }) => endsAt - now < leastMs),
  ];
  const held = events.find(({ state, endsAt }) => state === 'held' && endsAt > now);
  const first = due
    .filter((one) => !miss.includes(one) && (one.againAt ?? 0) <= now)
    .toSorted((one, other) => rank(one) - rank(other) || one.startsAt - other.startsAt)[0];
  const start = first !== undefined && (held === undefined || rank(first) < rank(held)) ? first : undefined;
  return {
    end: [
      ...events.filter(({ state }) => state === 'over'),
      ...(start === undefined || held === undefined ? [] : [held]),
    ],
    ask: asked.filter((one) => !miss.includes(one)),
    start,
    miss,
  };
}

function leastOf({ startsAt, set }: PlannedEvent, now: Instant): number {
  return now - startsAt > lateMs && set === undefined ? leastMs : minuteMs;
}

/** A calendar is read again then: in a quarter of an hour, and a minute before anything begins or ends. */
export function nextPoll(events: readonly PlannedEvent[], now: Instant): Instant {
  const edges = events.flatMap(({ startsAt, endsAt }) => [startsAt - minuteMs, endsAt - minuteMs]);
  return Math.min(now + pollMs, ...edges.filter((at) => at > now));
}

/** When there is something to do again; undefined: never. */
export function nextDue(
  events: readonly PlannedEvent[],
  rules: readonly CalendarRule[],
  pollAt: Instant,
  now: Instant,
): Instant | undefined {
  const steps = events.flatMap((one): readonly Instant[] => {
    if (one.state === 'over') return [one.againAt ?? now];
    if (one.state !== 'ahead') return [];
    const isAsking = rules.find(({ id }) => id === one.ruleId)?.then === 'ask';
    if (one.startsAt > now) return [isAsking ? one.startsAt - minuteMs : one.startsAt];
    if (isAsking) return [];
    // What waits for another event is due when that one ends.
    const before = events.find(({ state, endsAt }) => state === 'held' && endsAt > now);
    return [Math.max(one.againAt ?? now, before?.endsAt ?? 0)];
  });
  return rules.length === 0 && steps.length === 0
    ? undefined
    : Math.min(rules.length === 0 ? Infinity : pollAt, ...steps);
}
