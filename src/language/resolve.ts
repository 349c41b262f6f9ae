/** A moment as it was said → an instant in the user's zone, a question, or a refusal. */

import type { Assumption, Instant } from '../presence/intent.ts';
import { hourIn } from './clock.ts';
import type { Day, Moment } from './dates.ts';
import type { Duration } from './duration.ts';
import type { Question, Refusal } from './reading.ts';
import { temporal } from './temporal.ts';
import type { Temporal } from 'temporal-polyfill';

/** `times` are ends that would be clear, to follow "until". */
export type Resolved =
  | { readonly kind: 'instant'; readonly at: Instant; readonly assumed: readonly Assumption[] }
  | { readonly kind: 'ask'; readonly code: Question['code']; readonly times: readonly string[] }
  | { readonly kind: 'refuse'; readonly code: Refusal['code'] };

const minute = 60_000;
/** A time that passed less than this ago was more likely a slip than tomorrow's. */
const justPassed = 120 * minute;

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

interface Now {
  readonly instant: Instant;
  readonly zone: string;
  readonly local: Temporal.ZonedDateTime;
  readonly today: Temporal.PlainDate;
}

function localNow(instant: Instant, zone: string): Now {
  const local = temporal().Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return { instant, zone, local, today: local.toPlainDate() };
}

/** The next local midnight. */
export function nextMidnight(instant: Instant, zone: string): Resolved {
  const now = localNow(instant, zone);
  const at = now.today.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return { kind: 'instant', at, assumed: [{ code: 'midnight' }] };
}

/** The instant that many calendar days and elapsed seconds from now. */
export function after(instant: Instant, zone: string, { days, seconds }: Duration): Instant {
  const { local } = localNow(instant, zone);
  return local.add({ days }).epochMilliseconds + seconds * 1000;
}

/** The instant that moment means, seen from now. Without a day: its next occurrence. */
export function resolve(moment: Moment, instant: Instant, zone: string): Resolved {
  const { clock, day, part } = moment;
  if (clock?.impossible === true) return { kind: 'refuse', code: 'noSuchTime' };
  const now = localNow(instant, zone);
  if (clock === undefined) return resolveDay(moment, now);
  let { hour, certain } = clock;
  if (clock.half) {
    const { hour: said } = clock;
    return { kind: 'ask', code: 'whichHour', times: [`${said}:30`, `${said === 1 ? 12 : said - 1}:30`] };
  }
  if (part !== undefined) {
    const meant = hourIn(part, clock);
    if (meant === undefined) return { kind: 'refuse', code: 'noSuchTime' };
    hour = meant;
    certain = true;
    // "2 at night, tonight" is after midnight: already tomorrow.
    if (part === 'night' && day?.kind === 'offset' && hour < 6) hour += 24;
  }
  // Of a day that nobody named, midnight is the next one.
  if (day === undefined && certain && hour === 0 && clock.minute === 0) hour = 24;
  if (day === undefined)
    return certain ? nextCertain(hour, clock.minute, now) : nextBare(hour, clock.minute, now);
  if (day.kind === 'ambiguous') return askOrder(day.first, day.second);
  const date = dateOf(day, now, hour * 60 + clock.minute, certain);
  if (typeof date === 'string') return refuseOrAsk(date, now);
  if (moment.weekday !== undefined && date.dayOfWeek !== moment.weekday)
    return { kind: 'refuse', code: 'noSuchTime' };
  if (clock.midnight && !date.equals(now.today)) {
    const starts = [date, date.add({ days: 1 })].map((start) => `${start.toString()} 12am`);
    return { kind: 'ask', code: 'whichHour', times: starts };
  }
  if (moment.offset !== undefined) return fixed(date, hour, clock.minute, moment.offset, now);
  const resolved = certain
    ? onDate(date, hour, clock.minute, now, [])
    : onDateBare(date, hour, clock.minute, now);
  // Who wrote the date did not mean tomorrow.
  const passed = day.kind === 'date' && resolved.kind === 'ask' && resolved.code === 'justPassed';
  return passed ? { kind: 'refuse', code: 'past' } : resolved;
}

function askOrder(first: number, second: number): Resolved {
  const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const times = [`${first} ${monthNames[second - 1] ?? ''}`, `${second} ${monthNames[first - 1] ?? ''}`];
  return { kind: 'ask', code: 'ambiguousDate', times };
}

/** A day without a time of day is its start, unless it is so near that this helps nobody. */
function resolveDay({ day, part, weekday }: Moment, now: Now): Resolved {
  if (day?.kind === 'ambiguous') return askOrder(day.first, day.second);
  if (day === undefined) return { kind: 'ask', code: 'whichHour', times: hoursOf(part, '') };
  const date = dateOf(day, now, 0, true);
  if (typeof date === 'string') return refuseOrAsk(date, now);
  if (part !== undefined) {
    const said = date.equals(now.today) ? '' : `${date.toString()} `;
    return { kind: 'ask', code: 'whichHour', times: hoursOf(part, said) };
  }
  if (weekday !== undefined && date.dayOfWeek !== weekday) return { kind: 'refuse', code: 'noSuchTime' };
  const distance = now.today.until(date).days;
  if (distance < 0) return { kind: 'refuse', code: 'past' };
  const said = name(day, now, date);
  if (distance === 0) return { kind: 'ask', code: 'whichHour', times: ['end of day', '5pm', '6pm'] };
  if (distance === 1 && (day.kind === 'offset' || day.kind === 'weekday'))
    return { kind: 'ask', code: 'whichHour', times: [`${said} 9am`, 'midnight', `${said} noon`] };
  return onDate(date, 0, 0, now, [{ code: 'startOfDay' }]);
}

function hoursOf(part: Moment['part'], said: string): string[] {
  if (part === 'morning') return [`${said}8am`, `${said}9am`, `${said}10am`];
  if (part === 'afternoon') return [`${said}1pm`, `${said}3pm`, `${said}5pm`];
  if (part === 'evening') return [`${said}6pm`, `${said}7pm`, `${said}8pm`];
  return said === '' ? ['8pm', '10pm', 'midnight'] : [`${said}8pm`, `${said}10pm`];
}

function refuseOrAsk(problem: DateProblem, now: Now): Resolved {
  if (problem.startsWith('which')) {
    const weekday = Number(problem.slice(5));
    const first = now.today.add({ days: (weekday - now.today.dayOfWeek + 7) % 7 || 7 });
    return { kind: 'ask', code: 'whichHour', times: [iso(first), iso(first.add({ days: 7 }))] };
  }
  return { kind: 'refuse', code: problem === 'past' ? 'past' : 'noSuchTime' };
}

function iso(date: Temporal.PlainDate): string {
  return `${date.toString()} 9:00am`;
}

type DateProblem = 'noSuchTime' | 'past' | `which${number}`;

/** The calendar date of a day as it was said, for something that happens at that minute of it. */
function dateOf(
  day: Exclude<Day, { kind: 'ambiguous' }>,
  now: Now,
  minuteOfDay: number,
  certain: boolean,
): Temporal.PlainDate | DateProblem {
  const { today } = now;
  switch (day.kind) {
    case 'offset':
      return today.add({ days: day.days });
    case 'weekday': {
      const ahead = (day.weekday - today.dayOfWeek + 7) % 7;
      if (day.next) {
        // "next Friday" is clear only when the next one is also next week's.
        const inNextWeek = 7 - today.dayOfWeek + day.weekday;
        return (ahead || 7) === inNextWeek ? today.add({ days: inNextWeek }) : `which${day.weekday}`;
      }
      if (ahead > 0) return today.add({ days: ahead });
      const nowMinute = now.local.hour * 60 + now.local.minute;
      const latest = certain || minuteOfDay >= 720 ? minuteOfDay : minuteOfDay + 720;
      if (minuteOfDay === 0 || latest > nowMinute) return today;
      return `which${day.weekday}`;
    }
    case 'date': {
      const { PlainDate } = temporal();
      const year = day.year ?? today.year;
      if (year > today.year + 5 || year < today.year - 5) return year > today.year ? 'noSuchTime' : 'past';
      const date = dateFrom(year, day.month, day.day);
      if (date === undefined) {
        // 29 February may exist next year only.
        return (day.year === undefined ? dateFrom(year + 1, day.month, day.day) : undefined) ?? 'noSuchTime';
      }
      const before = PlainDate.compare(date, today) < 0;
      if (!before) return date;
      // "until 3 Jan", said in November, is next year's; "until 19 Nov" is a slip.
      const farBack = day.year === undefined && date.until(today).days > 180;
      return farBack ? (dateFrom(year + 1, day.month, day.day) ?? 'noSuchTime') : 'past';
    }
    case 'dayOfMonth': {
      const start = today.with({ day: 1 });
      for (let months = 0; months < 3; months += 1) {
        const month = start.add({ months });
        if (day.day > month.daysInMonth) continue;
        const date = month.with({ day: day.day });
        const ahead = today.until(date).days;
        if (ahead > 0 || (ahead === 0 && minuteOfDay > now.local.hour * 60 + now.local.minute)) return date;
      }
      return 'noSuchTime';
    }
  }
}

function dateFrom(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const { PlainDate } = temporal();
  const first = new PlainDate(year, month, 1);
  return day <= first.daysInMonth ? first.with({ day }) : undefined;
}

interface Point {
  readonly at: Instant;
  readonly assumed: readonly Assumption[];
}

/** Where a wall-clock time stands on the line: a gap moves forward, an overlap takes the first unless it has passed. */
function place(date: Temporal.PlainDate, hour: number, minuteOfHour: number, now: Now): Point {
  const day = hour >= 24 ? date.add({ days: 1 }) : date;
  const wall = day.toPlainDateTime({ hour: hour % 24, minute: minuteOfHour });
  const first = wall.toZonedDateTime(now.zone, { disambiguation: 'earlier' });
  const second = wall.toZonedDateTime(now.zone, { disambiguation: 'later' });
  if (first.epochMilliseconds === second.epochMilliseconds)
    return { at: first.epochMilliseconds, assumed: [] };
  if (!second.toPlainDateTime().equals(wall))
    return { at: second.epochMilliseconds, assumed: [{ code: 'clockGap' }] };
  const meant = first.epochMilliseconds > now.instant ? first : second;
  return { at: meant.epochMilliseconds, assumed: [{ code: 'clockOverlap' }] };
}

function onDate(
  date: Temporal.PlainDate,
  hour: number,
  minuteOfHour: number,
  now: Now,
  assumed: readonly Assumption[],
): Resolved {
  const point = place(date, hour, minuteOfHour, now);
  if (point.at > now.instant)
    return { kind: 'instant', at: point.at, assumed: [...assumed, ...point.assumed] };
  const today = date.equals(now.today);
  if (today && now.instant - point.at < justPassed) return askPassed(hour, minuteOfHour);
  return { kind: 'refuse', code: 'past' };
}

function askPassed(hour: number, minuteOfHour: number): Resolved {
  return { kind: 'ask', code: 'justPassed', times: [`tomorrow ${spoken(hour, minuteOfHour)}`] };
}

/** 15, 30 → `3:30pm`. */
function spoken(hour: number, minuteOfHour: number): string {
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minuteOfHour === 0 ? '' : `:${String(minuteOfHour).padStart(2, '0')}`;
  return `${twelve}${minutes}${hour % 24 >= 12 ? 'pm' : 'am'}`;
}

function nextCertain(hour: number, minuteOfHour: number, now: Now): Resolved {
  const today = place(now.today, hour, minuteOfHour, now);
  if (today.at > now.instant) return { kind: 'instant', ...today };
  if (now.instant - today.at < justPassed) return askPassed(hour, minuteOfHour);
  const tomorrow = place(now.today.add({ days: 1 }), hour, minuteOfHour, now);
  return { kind: 'instant', at: tomorrow.at, assumed: [{ code: 'nextDay' }, ...tomorrow.assumed] };
}

/** The next one on the 12-hour clock; asked when it passed only just now, or would fall into the night. */
function nextBare(hour: number, minuteOfHour: number, now: Now): Resolved {
  let passed: Instant = -Infinity;
  for (let half = 0; half < 4; half += 1) {
    const inDay = (hour % 12) + (half % 2) * 12;
    const date = half < 2 ? now.today : now.today.add({ days: 1 });
    const point = place(date, inDay, minuteOfHour, now);
    if (point.at <= now.instant) {
      passed = point.at;
      continue;
    }
    if (now.instant - passed < 60 * minute) return askHalf(hour, minuteOfHour, 'justPassed', 'tomorrow ');
    const intoNight = inDay < 6 && now.local.hour >= 6 && now.local.hour < 20;
    if (intoNight)
      return askHalf(
        hour,
        minuteOfHour,
        'whichHour',
        passed > now.instant - 12 * 60 * minute ? 'tomorrow ' : '',
      );
    const assumed: Assumption[] = [{ code: 'bareHour' }, ...point.assumed];
    return { kind: 'instant', at: point.at, assumed };
  }
  return { kind: 'refuse', code: 'noSuchTime' };
}

function askHalf(hour: number, minuteOfHour: number, code: Question['code'], prefix: string): Resolved {
  const times = [spoken((hour % 12) + 12, minuteOfHour), spoken(hour % 12, minuteOfHour)].map(
    (time) => prefix + time,
  );
  return { kind: 'ask', code, times };
}

function onDateBare(date: Temporal.PlainDate, hour: number, minuteOfHour: number, now: Now): Resolved {
  if (date.equals(now.today)) {
    for (const half of [0, 12]) {
      const point = place(date, (hour % 12) + half, minuteOfHour, now);
      if (point.at > now.instant)
        return { kind: 'instant', at: point.at, assumed: [{ code: 'bareHour' }, ...point.assumed] };
    }
    return onDate(date, (hour % 12) + 12, minuteOfHour, now, []);
  }
  // Tomorrow at 9 is in the morning; tomorrow at 3 hardly is.
  if (hour >= 7 && hour < 12) return onDate(date, hour, minuteOfHour, now, [{ code: 'bareHour' }]);
  const day = date.toString();
  const times = [12, 0].map((half) => `${day} ${spoken((hour % 12) + half, minuteOfHour)}`);
  return { kind: 'ask', code: 'whichHour', times };
}

function fixed(
  date: Temporal.PlainDate,
  hour: number,
  minuteOfHour: number,
  offset: string,
  now: Now,
): Resolved {
  const wall = date.toPlainDateTime({ hour: hour % 24, minute: minuteOfHour });
  const zone = offset === 'Z' ? 'UTC' : offset;
  const hours = Number(zone.slice(1, 3));
  if (zone !== 'UTC' && (hours > 14 || Number(zone.slice(4)) > 59))
    return { kind: 'refuse', code: 'noSuchTime' };
  const at = wall.toZonedDateTime(zone).epochMilliseconds;
  return at > now.instant ? { kind: 'instant', at, assumed: [] } : { kind: 'refuse', code: 'past' };
}

function name(day: Day, now: Now, date: Temporal.PlainDate): string {
  if (day.kind === 'offset' || now.today.until(date).days === 1) return 'tomorrow';
  return names[date.dayOfWeek - 1] ?? '';
}
