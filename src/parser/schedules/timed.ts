/** When a schedule holds as it was said, or what is unclear about that; and the dates of days. */

import type { Temporal } from 'temporal-polyfill';
import type { Assumption } from '../../presence/intent.ts';
import type { LocalDate, ScheduleTiming } from '../../presence/schedule.ts';
import type { Question, Refusal } from '../reading.ts';
import { dateOf, type Now, type TimeContext } from '../time/calendar.ts';
import type { Daypart } from '../languages/language.ts';
import type { SaidMoment } from '../time/moment.ts';

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

export const unclear: Timed = { kind: 'ask', code: 'whichHour' };
export const impossible: Timed = { kind: 'refuse', code: 'noSuchTime' };
export const bareHour: Assumption = { code: 'bareHour' };

/** What many mean by a part of the day. */
export const usual: Readonly<Record<Daypart, readonly string[]>> = {
  morning: ['9am-12pm', '8am-12pm', '8am-10am'],
  afternoon: ['1pm-5pm', '12pm-6pm', '2pm-4pm'],
  evening: ['6pm-9pm', '6pm-10pm', '5pm-11pm'],
  night: ['10pm-7am', '9pm-6am', '11pm-7am'],
};

/** The instant at which that day begins. */
export function startOf(date: Temporal.PlainDate, { zone }: TimeContext): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
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
