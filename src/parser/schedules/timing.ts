/** The pieces that were said of time ahead → when a status holds, or what is unclear about it. */

import type { Temporal } from 'temporal-polyfill';
import type { Assumption } from '../../presence/intent.ts';
import type { LocalDate, ScheduleTiming } from '../../presence/schedule.ts';
import type { Question, Refusal } from '../reading.ts';
import { dateOf, localNow, type Now, place, type TimeContext } from '../time/calendar.ts';
import type { Day } from '../time/dates.ts';
import type { Daypart } from '../languages/language.ts';
import type { SaidEnd } from '../time/ends.ts';
import type { SaidMoment } from '../time/moment.ts';
import { resolvePeriod } from '../time/resolve-period.ts';
import { resolve } from '../time/resolve.ts';
import { hoursOf, localTime, minuteOf } from './hours.ts';
import type { Pieces, SaidWindow } from './pieces.ts';
import type { Recurrence } from './recurrence.ts';

/** When it holds; or a question with times that would be clear, as `times`; or a refusal. */
export type Timed =
  | { readonly kind: 'timing'; readonly timing: ScheduleTiming; readonly assumed: readonly Assumption[] }
  | {
      readonly kind: 'ask';
      readonly code: Question['code'];
      readonly days?: string;
      readonly times?: readonly string[];
    }
  | { readonly kind: 'refuse'; readonly code: Refusal['code'] };

const unclear: Timed = { kind: 'ask', code: 'whichHour' };
const impossible: Timed = { kind: 'refuse', code: 'noSuchTime' };

/** What those pieces mean together. `passing`: the status happens in a day rather than fills it. */
export function timingOf(pieces: Pieces, context: TimeContext, passing: boolean): Timed | undefined {
  const { window, span, start, day, later, recurrence, allDay } = pieces;
  const zoned = [window?.from, window?.to, start?.moment].some((moment) => moment?.zone !== undefined);
  if (recurrence !== undefined)
    return zoned || span !== undefined ? unclear : recurring(pieces, recurrence, context);
  const days = span !== undefined && window !== undefined && !zoned ? weekdaysOf(span) : undefined;
  if (days !== undefined) return recurring({ ...pieces }, days, context);
  if (pieces.quietHours && span === undefined) {
    if (window === undefined && start === undefined) return undefined;
    if (day === undefined && window?.from.day === undefined && later === undefined && start === undefined)
      return recurring(pieces, { freq: 'DAILY', interval: 1, weekdays: [] }, context);
  }
  if ([window, span, start, later].filter((piece) => piece !== undefined).length > 1) return unclear;
  if (later !== undefined) return day === undefined ? fromLater(pieces, context) : unclear;
  if (span !== undefined)
    return (day ?? pieces.length ?? pieces.until ?? allDay) === undefined ? ofSpan(span, context) : unclear;
  if (window !== undefined) return zoned ? unclear : ofWindow(pieces, window, context);
  // "busy 2:30" may be a length, an end, or when it begins.
  if (
    start?.mark === 'none' &&
    day === undefined &&
    start.moment.day === undefined &&
    start.moment.part === undefined
  )
    return undefined;
  if (start !== undefined) return fromStart(pieces, start.moment, context);
  if (day === undefined) return undefined;
  return ofDay(pieces, day.moment, context, passing || (allDay === undefined && day.mark === 'from'));
}

/** "Mon-Thu", with a time beside it: each of those days. */
function weekdaysOf({ from, to }: SaidWindow): Recurrence | undefined {
  if (from.day?.kind !== 'weekday' || to.day?.kind !== 'weekday' || from.day.next || to.day.next)
    return undefined;
  const weekdays: number[] = [];
  for (let one = from.day.weekday; one !== to.day.weekday; one = (one % 7) + 1) weekdays.push(one);
  return { freq: 'WEEKLY', interval: 1, weekdays: [...weekdays, to.day.weekday].sort() };
}

/* Again and again. */

/** Monday first. */
export const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

function recurring(pieces: Pieces, recurrence: Recurrence, context: TimeContext): Timed {
  const hours = hoursEach(pieces, recurrence, context.locale);
  if ('kind' in hours) return hours;
  const now = localNow(context);
  const until = pieces.until === undefined ? undefined : lastDay(pieces.until, context, now);
  const first = pieces.day === undefined ? undefined : firstDay(pieces, now);
  for (const bound of [until, first]) if (typeof bound === 'object' && 'kind' in bound) return bound;
  const rrule = [
    `FREQ=${recurrence.freq}`,
    ...(recurrence.interval > 1 ? [`INTERVAL=${recurrence.interval}`] : []),
    ...(recurrence.weekdays.length > 0
      ? [
          `BYDAY=${recurrence.weekdays.map((day) => `${recurrence.nth ?? ''}${dayNames[day - 1] ?? ''}`).join(',')}`,
        ]
      : []),
    ...(typeof until === 'string' ? [`UNTIL=${until.replaceAll('-', '')}`] : []),
  ].join(';');
  const { from, to, assumed } = hours;
  const timing: ScheduleTiming = {
    kind: 'recurring',
    rrule,
    from: localTime(from),
    ...(to === undefined ? {} : { to: localTime(to) }),
    ...(typeof first === 'string' ? { startsOn: first } : {}),
  };
  return { kind: 'timing', timing, assumed };
}

interface Each {
  readonly from: number;
  readonly to: number | undefined;
  readonly assumed: readonly Assumption[];
}

const bareHour: Assumption = { code: 'bareHour' };

function hoursEach(pieces: Pieces, { part, weekdays }: Recurrence, locale: string): Each | Timed {
  const { window, start, length, allDay, later } = pieces;
  if (later !== undefined || (window !== undefined && (start ?? length ?? allDay) !== undefined))
    return unclear;
  if (window !== undefined) {
    const { from, to } = window;
    if (from.clock === undefined || to.clock === undefined || from.day !== undefined || to.day !== undefined)
      return unclear;
    const hours = hoursOf(from.clock, to.clock, { from: from.part ?? part, to: to.part }, locale);
    if (typeof hours === 'string') return hours === 'unclear' ? unclear : impossible;
    // Quiet hours are at night for most, and by day for some.
    if (pieces.quietHours && hours.bare && !window.from.clock?.certain && !window.to.clock?.certain)
      return unclear;
    return { from: hours.from, to: hours.to, assumed: hours.bare ? [bareHour] : [] };
  }
  if (start !== undefined) {
    const { moment, mark } = start;
    if (moment.clock === undefined || moment.day !== undefined || allDay) return unclear;
    const from = minuteOf(moment.clock, moment.part ?? part, locale);
    if (typeof from === 'string') return from === 'unclear' ? unclear : impossible;
    const assumed = moment.clock.certain || (moment.part ?? part) !== undefined ? [] : [bareHour];
    if (length === undefined)
      return { from: from % 1440, to: mark === 'after' || mark === 'from' ? 1440 : undefined, assumed };
    const minutes = length.seconds / 60;
    if (length.unclear || length.days > 0 || minutes < 1 || !Number.isInteger(minutes)) return unclear;
    const to = from + minutes;
    return { from: from % 1440, to: to > 1440 ? to - 1440 : to, assumed };
  }
  const weekend = weekdays.length > 0 && weekdays.every((day) => day > 5);
  if (length === undefined && part === undefined && (allDay || weekend))
    return { from: 0, to: 1440, assumed: [] };
  const days =
    weekdays.length === 0 ? 'every day' : weekdays.join() === '1,2,3,4,5' ? 'every weekday' : undefined;
  return {
    kind: 'ask',
    code: 'vagueEnd',
    ...(part === undefined || days === undefined ? {} : { days }),
    times: part === undefined ? ['9am-12pm', '1pm-5pm', 'all day'] : usual[part],
  };
}

/** What many mean by a part of the day. */
const usual: Readonly<Record<Daypart, readonly string[]>> = {
  morning: ['9am-12pm', '8am-12pm', '8am-10am'],
  afternoon: ['1pm-5pm', '12pm-6pm', '2pm-4pm'],
  evening: ['6pm-9pm', '6pm-10pm', '5pm-11pm'],
  night: ['10pm-7am', '9pm-6am', '11pm-7am'],
};

/** "until Friday" is that day too; "until December" the day before it. */
function lastDay(said: SaidEnd, context: TimeContext, now: Now): LocalDate | Timed {
  if (said.kind === 'moment' && said.moment.clock === undefined && said.moment.part === undefined) {
    const date = dateOn(said.moment, now, true);
    return 'kind' in date ? date : dateText(date);
  }
  if (said.kind !== 'period') return unclear;
  const resolved = resolvePeriod(said.period, context);
  if (resolved.kind !== 'instant') return { ...resolved, ...(resolved.kind === 'ask' ? { times: [] } : {}) };
  return dateText(localNow({ now: resolved.at - 1, zone: context.zone }).today);
}

function firstDay({ day }: Pieces, now: Now): LocalDate | Timed {
  if (day === undefined || day.moment.part !== undefined) return unclear;
  // "every Monday 9-11 tomorrow"
  if (day.mark !== 'from') return { kind: 'ask', code: 'notSure' };
  const date = dateOn(day.moment, now, false);
  return 'kind' in date ? date : dateText(date);
}

/* Once. */

function fromLater({ later, length, until, allDay }: Pieces, context: TimeContext): Timed {
  if (later === undefined || later.unclear || until !== undefined || allDay) return unclear;
  if (later.days === 0 && later.seconds === 0) return { kind: 'refuse', code: 'emptyDuration' };
  const startsAt = localNow(context).local.add({
    days: later.days,
    seconds: later.seconds,
  }).epochMilliseconds;
  return lasting(startsAt, length, context, []);
}

function lasting(
  startsAt: number,
  length: Pieces['length'],
  context: TimeContext,
  assumed: readonly Assumption[],
): Timed {
  if (length === undefined) return { kind: 'timing', timing: { kind: 'once', startsAt }, assumed };
  if (length.unclear || length.more || length.days > 366) return unclear;
  if (length.days === 0 && length.seconds === 0) return { kind: 'refuse', code: 'emptyDuration' };
  const from = localNow({ now: startsAt, zone: context.zone }).local;
  const endsAt = from.add({ days: length.days, seconds: length.seconds }).epochMilliseconds;
  return { kind: 'timing', timing: { kind: 'once', startsAt, endsAt }, assumed };
}

/** "at 3pm for an hour", "tomorrow at 9", "after 6pm". */
function fromStart(pieces: Pieces, moment: SaidMoment, context: TimeContext): Timed {
  const { day, length, until, allDay, start } = pieces;
  if (allDay || (day !== undefined && moment.day !== undefined)) return unclear;
  const meant = { ...moment, day: moment.day ?? day?.moment.day, part: moment.part ?? day?.moment.part };
  const resolved = resolve(meant, context);
  if (resolved.kind === 'ask') return resolved;
  if (resolved.kind === 'refuse') return resolved;
  const startsAt = resolved.at;
  if (until !== undefined) {
    if (length !== undefined || until.kind !== 'moment' || until.moment.clock === undefined) return unclear;
    const seen = { ...context, now: startsAt };
    const end = resolve(until.moment, until.moment.day === undefined ? seen : context);
    if (end.kind !== 'instant') return end.kind === 'ask' ? { ...end, times: [] } : end;
    if (end.at <= startsAt) return unclear;
    return {
      kind: 'timing',
      timing: { kind: 'once', startsAt, endsAt: end.at },
      assumed: [...resolved.assumed, ...end.assumed],
    };
  }
  if (length === undefined && start?.mark === 'after') {
    const endsAt = startOf(localNow({ now: startsAt, zone: context.zone }).today.add({ days: 1 }), context);
    return { kind: 'timing', timing: { kind: 'once', startsAt, endsAt }, assumed: resolved.assumed };
  }
  return lasting(startsAt, length, context, resolved.assumed);
}

function startOf(date: Temporal.PlainDate, { zone }: TimeContext): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
}

/** "24 Dec to 2 Jan": both days, and all between. */
function ofSpan({ from, to }: SaidWindow, context: TimeContext): Timed {
  const now = localNow(context);
  // "Monday to Wednesday next week": both are.
  const early =
    to.day?.kind === 'weekday' && from.day?.kind === 'weekday' && to.day.next === 'week' && !from.day.next
      ? { ...from, day: { ...from.day, next: to.day.next } }
      : from;
  const first = dateOn(early, now, false);
  if ('kind' in first) return first;
  const last = dateAfter(to, first, now);
  if ('kind' in last) return last;
  const [startsAt, endsAt] = [startOf(first, context), startOf(last.add({ days: 1 }), context)];
  if (startsAt >= endsAt) return impossible;
  // "Friday to Sunday", on a Friday: it has begun.
  return startsAt <= context.now
    ? unclear
    : { kind: 'timing', timing: { kind: 'once', startsAt, endsAt }, assumed: [] };
}

/** That day, the first one not before the other. */
function dateAfter(moment: SaidMoment, first: Temporal.PlainDate, now: Now): Temporal.PlainDate | Timed {
  const { day } = moment;
  if (day?.kind === 'weekday' && !day.next)
    return first.add({ days: (day.weekday - first.dayOfWeek + 7) % 7 });
  const date = dateOn(moment, now, false);
  if ('kind' in date || date.toString() >= first.toString()) return date;
  return day?.kind === 'date' && day.year === undefined ? date.add({ years: 1 }) : impossible;
}

function ofWindow(pieces: Pieces, window: SaidWindow, context: TimeContext): Timed {
  const { from, to, sure } = window;
  const { day, length, until, allDay } = pieces;
  if ((length ?? until ?? allDay) !== undefined || (day !== undefined && from.day !== undefined))
    return unclear;
  const said = from.day ?? day?.moment.day;
  // "busy 2-4" may be hours, and a date.
  if (!sure && said === undefined) return { kind: 'ask', code: 'notSure', times: [] };
  const part = from.part ?? day?.moment.part;
  const now = localNow(context);
  if (from.clock === undefined || to.clock === undefined) return mixed(from, to, context, now);
  if (window.shared && day === undefined) {
    const hours = hoursOf(from.clock, to.clock, { from: from.part, to: to.part }, context.locale);
    const both = typeof hours !== 'string' && hours.to > hours.from;
    if (both)
      return ofWindow(
        pieces,
        { from: { ...from, day: to.day }, to: { ...to, day: undefined }, sure },
        context,
      );
  }
  const apart = to.day !== undefined;
  const hours = apart
    ? undefined
    : hoursOf(from.clock, to.clock, { from: part, to: to.part }, context.locale);
  if (typeof hours === 'string') return hours === 'unclear' ? unclear : impossible;
  if (hours === undefined) return mixed({ ...from, day: said, part }, to, context, now);
  const date =
    said === undefined
      ? now.today
      : dateOn({ ...from, day: said, weekday: from.weekday ?? day?.moment.weekday }, now, false);
  if ('kind' in date) return date;
  const assumed = hours.bare ? [bareHour] : [];
  const on = (when: Temporal.PlainDate): Timed | undefined => {
    const start = place(when, Math.floor(hours.from / 60), hours.from % 60, now);
    const ends = hours.to <= hours.from ? when.add({ days: 1 }) : when;
    const end = place(ends, Math.floor(hours.to / 60), hours.to % 60, now);
    if (start.at <= context.now || end.at <= start.at) return undefined;
    const timing = { kind: 'once', startsAt: start.at, endsAt: end.at } as const;
    return { kind: 'timing', timing, assumed: [...assumed, ...start.assumed, ...end.assumed] };
  };
  const again = said?.kind === 'weekday' && !said.next ? on(date.add({ days: 7 })) : undefined;
  return on(date) ?? again ?? passed(said, now);
}

function passed(said: Day | undefined, now: Now): Timed {
  if (said !== undefined && said.kind !== 'offset') return { kind: 'refuse', code: 'past' };
  return { kind: 'ask', code: 'justPassed', times: [now.today.add({ days: 1 }).toString()] };
}

/** "Friday 5pm to Monday 9am", "tonight from 7 until tomorrow 8:30": two days, each with its time or its edge. */
function mixed(from: SaidMoment, to: SaidMoment, context: TimeContext, now: Now): Timed {
  const start = from.clock === undefined ? dayEdge(from, 0, context, now) : resolve(from, context);
  if (start.kind !== 'instant') return start.kind === 'timing' ? unclear : start;
  const end =
    to.clock === undefined
      ? dayEdge(to, 1, context, now)
      : resolve(to, { ...context, now: to.day?.kind === 'weekday' ? start.at : context.now });
  if (end.kind !== 'instant') return end.kind === 'timing' ? unclear : end;
  if (end.at <= start.at || start.at <= context.now) return unclear;
  const timing = { kind: 'once', startsAt: start.at, endsAt: end.at } as const;
  return { kind: 'timing', timing, assumed: [...start.assumed, ...end.assumed] };
}

function dayEdge(
  moment: SaidMoment,
  days: number,
  context: TimeContext,
  now: Now,
): Timed | { readonly kind: 'instant'; readonly at: number; readonly assumed: readonly Assumption[] } {
  if (moment.part !== undefined) return unclear;
  const date = dateOn(moment, now, false);
  return 'kind' in date ? date : { kind: 'instant', at: startOf(date.add({ days }), context), assumed: [] };
}

/** "tomorrow", "all day Thursday": all of it, unless that is hardly meant. */
function ofDay(
  { length, until, allDay }: Pieces,
  moment: SaidMoment,
  context: TimeContext,
  passing: boolean,
): Timed {
  const now = localNow(context);
  if (until !== undefined) return unclear;
  if (length !== undefined || (passing && !allDay))
    return { kind: 'ask', code: 'whichHour', times: ['at 9am', 'at 1pm'] };
  const date = dateOn(moment, now, true);
  if ('kind' in date) return date;
  if (moment.part !== undefined)
    return {
      kind: 'ask',
      code: 'whichHour',
      days: date.toString(),
      times: usual[moment.part],
    };
  const startsAt = startOf(date, context);
  if (startsAt <= context.now) return unclear;
  return {
    kind: 'timing',
    timing: { kind: 'once', startsAt, endsAt: startOf(date.add({ days: 1 }), context) },
    assumed: [],
  };
}

/** The date of a day; `ahead`: the weekday of today is the one in a week. */
export function dateOn(
  { day, weekday }: SaidMoment,
  now: Now,
  ahead: boolean,
): Temporal.PlainDate | Exclude<Timed, { kind: 'timing' }> {
  if (day === undefined) return { kind: 'ask', code: 'whichHour' };
  if (day.kind === 'ambiguous') return { kind: 'ask', code: 'ambiguousDate' };
  const date = dateOf(day, now, 1440);
  if (typeof date === 'string')
    return date === 'past' || date === 'noSuchTime'
      ? { kind: 'refuse', code: date }
      : { kind: 'ask', code: 'whichHour' };
  if (weekday !== undefined && date.dayOfWeek !== weekday) return { kind: 'refuse', code: 'noSuchTime' };
  const isToday = ahead && day.kind === 'weekday' && date.equals(now.today);
  return isToday ? date.add({ days: 7 }) : date;
}

/** `2026-11-30`. */
export function dateText(date: Temporal.PlainDate): LocalDate {
  return date.toString() as LocalDate;
}
