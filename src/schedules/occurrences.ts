/**
 * When a scheduled status holds. A recurrence runs over local dates as if they were UTC, and each date is then placed in
 * the zone: a time that a spring gap swallows moves forward, and one that comes twice is the first. RFC 5545 itself would
 * skip a day whose hour does not exist, and somebody would lose their quiet night. Pure.
 */

import { createRequire } from 'node:module';
import type * as recurrence from 'rrule-temporal';
import { temporal } from '../parser/time/temporal.ts';
import type { Instant } from '../presence/intent.ts';
import { pairOf, type PairId } from '../presence/pairs.ts';
import type { LocalDate, LocalTime, Occurrence, ScheduleTiming } from '../presence/schedule.ts';

/** What decides when something holds. */
export interface Timed {
  readonly status: PairId;
  readonly timing: ScheduleTiming;
  /** The zone that its dates and times are of. */
  readonly zone: string;
  /** Days that it does not start on. */
  readonly skips: readonly LocalDate[];
}

const dayMs = 86_400_000;
/** Days looked at for one answer: a rule of every 29 February has its next one eight years on at the most. */
const mostDates = 400;

/** The first occurrences that start at that instant or later, at most so many. */
export function occurrencesFrom(timed: Timed, from: Instant, most: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const one of all(timed, from)) {
    if (found.length === most) break;
    if (one.startsAt >= from && !timed.skips.includes(one.date)) found.push(one);
  }
  return found;
}

/** Those that hold at some time between the two instants, at most so many. */
export function occurrencesBetween(
  timed: Timed,
  from: Instant,
  to: Instant,
  most: number,
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const one of all(timed, from - longestMs(timed))) {
    if (found.length === most || one.startsAt >= to) break;
    if (one.endsAt > from && !timed.skips.includes(one.date)) found.push(one);
  }
  return found;
}

/** The local date at that instant. */
export function localDate(at: Instant, zone: string): LocalDate {
  return temporal()
    .Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString() as LocalDate;
}

function longestMs({ status, timing }: Timed): number {
  if (timing.kind === 'once') return 0;
  return timing.to === undefined ? pairOf(status).defaultSeconds * 1000 : 2 * dayMs;
}

/** Those around that instant and after it, in order; skipped days are among them. */
function* all(timed: Timed, from: Instant): Generator<Occurrence> {
  const { status, timing, zone } = timed;
  const defaultMs = pairOf(status).defaultSeconds * 1000;
  if (timing.kind === 'once') {
    const { startsAt, endsAt = startsAt + defaultMs } = timing;
    yield { startsAt, endsAt, date: localDate(startsAt, zone) };
    return;
  }
  for (const date of datesOf(timing, localDate(from - dayMs, zone))) {
    const startsAt = placed(date, timing.from, zone);
    const endsAt =
      timing.to === undefined
        ? startsAt + defaultMs
        : placed(timing.to > timing.from ? date : nextDay(date), timing.to, zone);
    // A gap can swallow all of it but its start.
    if (endsAt > startsAt) yield { startsAt, endsAt, date };
  }
}

type Recurring = Extract<ScheduleTiming, { kind: 'recurring' }>;

let loaded: typeof recurrence | undefined;

/** The recurrence's local dates from that one on. */
function* datesOf({ rrule, startsOn }: Recurring, from: LocalDate): Generator<LocalDate> {
  // Loaded on first use: most people schedule nothing.
  loaded ??= createRequire(import.meta.url)('rrule-temporal') as typeof recurrence;
  const first = startsOn ?? from;
  const rule = new loaded.RRuleTemporal({
    rruleString: `DTSTART:${first.replaceAll('-', '')}T000000Z\nRRULE:${rrule.replace(/UNTIL=(\d{8})(?=;|$)/, 'UNTIL=$1T000000Z')}`,
  });
  let after = new Date(Math.max(Date.parse(first), Date.parse(from)) - 1000);
  for (let count = 0; count < mostDates; count += 1) {
    const next = rule.next(after, false);
    if (next === null) return;
    after = new Date(next.epochMilliseconds);
    yield after.toISOString().slice(0, 10) as LocalDate;
  }
}

/** The instant at which that day begins. */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return placed(date, '00:00', zone);
}

function placed(date: LocalDate, time: LocalTime, zone: string): Instant {
  if (time === '24:00') return placed(nextDay(date), '00:00', zone);
  return temporal().PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}

/** The day after that one. */
export function nextDay(date: LocalDate): LocalDate {
  return new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10) as LocalDate;
}
