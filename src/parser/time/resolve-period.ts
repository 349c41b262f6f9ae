/** Named stretches of time, as everybody means them: one table, the same for all people and all commands. */

import type { Temporal } from 'temporal-polyfill';
import type { Assumption, Instant } from '../../presence/intent.ts';
import type { Period } from '../languages/language.ts';
import {
  dateOf,
  type DateProblem,
  localNow,
  type Now,
  place,
  type Resolved,
  type TimeContext,
  timeText,
} from './calendar.ts';
import type { Day } from './dates.ts';

/** A stretch as it was said, by the edge that was meant. */
export interface SaidPeriod {
  readonly period: Period;
  readonly edge: 'start' | 'end';
  /** The day that it is on; without one, today. */
  readonly of?: Day;
  /** A month by its name. */
  readonly month?: number;
  /** "next week": the one after this. */
  readonly next?: true;
  /** Said as going on now ("this morning", "the rest of the week"): before it has begun, that is a schedule. */
  readonly running?: 'all' | 'rest';
}

/** Days after the edge's own date, and the hour. */
type EdgeTime = readonly [days: number, hour: number];

/** The time that is meant by far the most, and what else it may be. */
interface Edge {
  readonly at: EdgeTime;
  readonly others: readonly EdgeTime[];
}

interface PeriodTimes {
  /** From the first day. Without it, people mean different hours: asked. */
  readonly start?: Edge;
  /** From the day after the last. */
  readonly end?: Edge;
  /** The hour of the first day from which on it is going on. */
  readonly since: number;
}

/** A day is its start; its parts and business days end when offices think so. */
const fixed: Readonly<Record<Exclude<Period, 'hour'>, PeriodTimes>> = {
  morning: { since: 0, start: { at: [0, 9], others: [[0, 8], [0, 10]] }, end: { at: [-1, 12], others: [] } },
  afternoon: { since: 12, end: { at: [-1, 18], others: [[-1, 17]] } },
  evening: { since: 17 },
  night: { since: 0 },
  business: { since: 0, end: { at: [-1, 17], others: [[-1, 18], [0, 0]] } },
  day: { since: 0, start: { at: [0, 0], others: [[0, 9], [1, 0]] }, end: { at: [0, 0], others: [[-1, 17], [-1, 18]] } },
  week: { since: 0, start: { at: [0, 0], others: [[0, 9]] }, end: { at: [0, 0], others: [[-3, 17], [-2, 0]] } },
  weekend: { since: 0, end: { at: [0, 0], others: [[0, 9]] } },
  month: { since: 0, end: { at: [0, 0], others: [[-1, 17]] } },
  year: { since: 0, end: { at: [0, 0], others: [] } },
}; // prettier-ignore

/** That edge of the stretch, a question where people mean different hours, or a refusal. */
export function resolvePeriod(said: SaidPeriod, context: TimeContext): Resolved {
  const now = localNow(context);
  const { period, edge, of } = said;
  if (period === 'hour') return nextFullHour(now);
  if (of?.kind === 'ambiguous') return askOrder(of.first, of.second);
  const day = of === undefined ? now.today : dateOf(of, now, 24 * 60);
  if (typeof day === 'string') return problem(day, now);
  const row = fixed[period];
  const { first, next } = span(said, day, now);
  if (said.running && place(first, row.since, 0, now).at > now.instant)
    return { kind: 'refuse', code: 'schedule' };
  const meant = row[edge];
  if (meant === undefined)
    return { kind: 'ask', code: 'whichHour', times: hoursIn(period, first, now, edge) };
  const from = edge === 'start' ? first : next;
  const point = pointAt(from, meant.at, now);
  const others = meant.others.map((mark) => pointAt(from, mark, now).at).filter((at) => at > now.instant);
  // "All week" is over on Friday for some, and on Sunday for others.
  if (said.running === 'all' && first.until(next).days > 2)
    return { kind: 'ask', code: 'whichHour', times: ahead([point.at, ...others], now) };
  if (point.at > now.instant)
    return { kind: 'instant', at: point.at, assumed: [...assumedFor(said), ...point.assumed], others };
  if (said.running || next.until(now.today).days > 0) return { kind: 'refuse', code: 'past' };
  const later = place(from.add({ days: meant.at[0] + 1 }), meant.at[1], 0, now).at;
  return { kind: 'ask', code: 'whichHour', times: ahead([...others, later], now) };
}

function pointAt(from: Temporal.PlainDate, [days, hour]: EdgeTime, now: Now): ReturnType<typeof place> {
  const date = from.add({ days });
  // Where a day does not begin at midnight, it begins later.
  return hour === 0
    ? { at: date.toZonedDateTime(now.zone).epochMilliseconds, assumed: [] }
    : place(date, hour, 0, now);
}

function assumedFor({ period, edge }: SaidPeriod): Assumption[] {
  if (period === 'day') return [{ code: edge === 'start' ? 'startOfDay' : 'midnight' }];
  return [{ code: 'usualTime' }];
}

function nextFullHour(now: Now): Resolved {
  const at = now.local.with({ minute: 0, second: 0, millisecond: 0 }).add({ hours: 1 }).epochMilliseconds;
  return { kind: 'instant', at, assumed: [] };
}

/** The first day of the stretch that holds that date, and the day after its last. */
function span(
  { period, month, next: following }: SaidPeriod,
  date: Temporal.PlainDate,
  { today }: Now,
): { readonly first: Temporal.PlainDate; readonly next: Temporal.PlainDate } {
  const after = following ? 1 : 0;
  switch (period) {
    case 'week': {
      const first = date.subtract({ days: date.dayOfWeek - 1 }).add({ days: 7 * after });
      return { first, next: first.add({ days: 7 }) };
    }
    case 'weekend': {
      const first = date.add({ days: 6 - date.dayOfWeek + 7 * after });
      return { first, next: first.add({ days: 2 }) };
    }
    case 'month': {
      const years = month !== undefined && month < today.month ? 1 : 0;
      const named =
        month === undefined ? date.add({ months: after }) : date.with({ month, day: 1 }).add({ years });
      const first = named.with({ day: 1 });
      return { first, next: first.add({ months: 1 }) };
    }
    case 'year': {
      const first = date.with({ month: 1, day: 1 }).add({ years: after });
      return { first, next: first.add({ years: 1 }) };
    }
    case 'morning':
    case 'afternoon':
    case 'evening':
    case 'night':
    case 'business':
    case 'day':
    case 'hour':
      return { first: date, next: date.add({ days: 1 }) };
  }
}

const usual: Readonly<Record<'start' | 'end', Readonly<Partial<Record<Period, readonly EdgeTime[]>>>>> = {
  start: {
    morning: [[0, 8], [0, 9], [0, 10]],
    afternoon: [[0, 13], [0, 15], [0, 17]],
    evening: [[0, 18], [0, 19], [0, 20]],
    night: [[0, 20], [0, 22], [1, 0]],
    weekend: [[-1, 17], [0, 0]],
    month: [[0, 0], [0, 9]],
    year: [[0, 0]],
  },
  end: { evening: [[0, 21], [0, 22], [1, 0]], night: [[1, 0], [1, 7], [1, 9]] },
}; // prettier-ignore

/** Hours that people may mean by it, those still to come. */
export function hoursIn(
  period: Period,
  day: Temporal.PlainDate,
  now: Now,
  edge: SaidPeriod['edge'] = 'start',
): string[] {
  return ahead(
    (usual[edge][period] ?? []).map((mark) => pointAt(day, mark, now).at),
    now,
  );
}

function ahead(times: readonly Instant[], now: Now): string[] {
  return times.filter((at) => at > now.instant).map((at) => timeText(at, now));
}

/** What to answer where the day is none, or may be two. */
export function problem(found: DateProblem, now: Now, hour = 9, minute = 0): Resolved {
  if (!found.startsWith('which')) return { kind: 'refuse', code: found === 'past' ? 'past' : 'noSuchTime' };
  const weekday = Number(found.slice('which'.length));
  const first = now.today.add({ days: (weekday - now.today.dayOfWeek + 7) % 7 || 7 });
  const days = [first, first.add({ days: 7 })];
  return {
    kind: 'ask',
    code: 'whichHour',
    times: days.map((day) => timeText(place(day, hour, minute, now).at, now)),
  };
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function askOrder(first: number, second: number): Resolved {
  const times = [`${first} ${monthNames[second - 1] ?? ''}`, `${second} ${monthNames[first - 1] ?? ''}`];
  return { kind: 'ask', code: 'ambiguousDate', times };
}
