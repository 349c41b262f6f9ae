/** Days and times of somebody's own calendar → instants. */

import type { Temporal } from 'temporal-polyfill';
import type { Assumption, Instant } from '../../presence/intent.ts';
import type { Question, Refusal } from '../reading.ts';
import type { Day } from './dates.ts';
import type { Duration } from './duration.ts';
import { temporal } from './temporal.ts';
import { type ZoneUse } from './zone-names.ts';

/** From when, where and by whose habits a time is seen. */
export interface TimeContext {
  readonly now: Instant;
  readonly zone: string;
  readonly locale: string;
}

/** `times` are ends that would be clear, to follow "until"; `others` what the end may have meant too. */
export type Resolved =
  | {
      readonly kind: 'instant';
      readonly at: Instant;
      readonly assumed: readonly Assumption[];
      readonly others?: readonly Instant[];
    }
  | { readonly kind: 'ask'; readonly code: Question['code']; readonly times: readonly string[] }
  | { readonly kind: 'refuse'; readonly code: Refusal['code'] };

/** That moment on the wall of its zone. */
export interface Now {
  readonly instant: Instant;
  readonly zone: string;
  readonly local: Temporal.ZonedDateTime;
  readonly today: Temporal.PlainDate;
}

export function localNow({ now, zone }: Pick<TimeContext, 'now' | 'zone'>): Now {
  const local = temporal().Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  return { instant: now, zone, local, today: local.toPlainDate() };
}

/** The instant that many calendar days and elapsed seconds from now. */
export function after(context: TimeContext, { days, seconds }: Pick<Duration, 'days' | 'seconds'>): Instant {
  return localNow(context).local.add({ days }).epochMilliseconds + seconds * 1000;
}

export type DateProblem = 'noSuchTime' | 'past' | `which${number}`;

/** The calendar date of a day as it was said, for something that happens at that minute of it. */
export function dateOf(
  day: Exclude<Day, { kind: 'ambiguous' }>,
  now: Now,
  minuteOfDay: number,
): Temporal.PlainDate | DateProblem {
  const { today } = now;
  switch (day.kind) {
    case 'offset':
      return today.add({ days: day.days });
    case 'weekday': {
      const ahead = (day.weekday - today.dayOfWeek + 7) % 7;
      const inNextWeek = 7 - today.dayOfWeek + day.weekday;
      if (day.next === 'week') return today.add({ days: inNextWeek });
      // "next Friday" is clear only when the next one is also next week's.
      if (day.next)
        return (ahead || 7) === inNextWeek ? today.add({ days: inNextWeek }) : `which${day.weekday}`;
      return today.add({ days: ahead });
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

interface PlacedTime {
  readonly at: Instant;
  readonly assumed: readonly Assumption[];
}

/** Where a wall-clock time stands on the line: a gap moves forward, an overlap takes the first unless it has passed. */
export function place(date: Temporal.PlainDate, hour: number, minute: number, now: Now): PlacedTime {
  const day = hour >= 24 ? date.add({ days: 1 }) : date;
  const wall = day.toPlainDateTime({ hour: hour % 24, minute });
  const first = wall.toZonedDateTime(now.zone, { disambiguation: 'earlier' });
  const second = wall.toZonedDateTime(now.zone, { disambiguation: 'later' });
  if (first.epochMilliseconds === second.epochMilliseconds)
    return { at: first.epochMilliseconds, assumed: [] };
  if (!second.toPlainDateTime().equals(wall))
    return { at: second.epochMilliseconds, assumed: [{ code: 'clockGap' }] };
  const meant = first.epochMilliseconds > now.instant ? first : second;
  return { at: meant.epochMilliseconds, assumed: [{ code: 'clockOverlap' }] };
}

/** An instant in words that mean it again, to follow "until": `5pm`, `tomorrow 9:30am`, `2026-11-27 12pm`. */
export function timeText(at: Instant, now: Now): string {
  const { hour, minute, today } = { ...wallOf(at, now) };
  const days = now.today.until(today).days;
  if (days === 1 && hour === 0 && minute === 0) return 'midnight';
  const day = days === 0 ? '' : days === 1 ? 'tomorrow ' : `${today.toString()} `;
  return day + spoken(hour, minute);
}

function wallOf(at: Instant, now: Now) {
  const { local, today } = localNow({ now: at, zone: now.zone });
  return { hour: local.hour, minute: local.minute, today };
}

/** 15, 30 → `3:30pm`. */
function spoken(hour: number, minute: number): string {
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${twelve}${minutes}${hour % 24 >= 12 ? 'pm' : 'am'}`;
}

/** The offset from UTC that holds there then. */
export function offsetAt(now: Instant, zone: string): string {
  return localNow({ now, zone }).local.offset;
}

/**
 * Whether somebody there means their own clock by that name: "5pm EST" is five in New York, even in summer;
 * "5pm CST" is five in Chicago in winter, and one of two things elsewhere.
 */
export function isOwn(
  { place: where, offset, homes }: ZoneUse,
  uses: readonly ZoneUse[],
  { now, zone }: TimeContext,
): boolean {
  const kept = offsetAt(now, where);
  if (kept !== offsetAt(now, zone)) return false;
  return uses.length === 1 || (kept === offset && homes.some((home) => zone.startsWith(home)));
}
