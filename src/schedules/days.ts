/** What is scheduled on each of some days. Pure. */

import type { Instant } from '../presence/intent.ts';
import type { LocalDate, ScheduledDay } from '../presence/schedule.ts';
import type { KeptSchedule } from '../store/schedule-rows.ts';
import { nextDay, occurrencesBetween, startOfDay } from './occurrences.ts';
import { timedOf } from './plan.ts';
import { scheduleOf } from './view.ts';

/** Days of one answer, and times of one schedule on them. */
const mostDays = 14;
const mostTimes = 50;

/** Those days in order, both among them; what is over, or falls into a pause, is left out. */
export function daysOf(
  all: readonly KeptSchedule[],
  { from, to, zone }: { readonly from: LocalDate; readonly to: LocalDate; readonly zone: string },
  now: Instant,
): readonly ScheduledDay[] {
  const days: ScheduledDay[] = [];
  for (let date = from; date <= to && days.length < mostDays; date = nextDay(date)) {
    const [begins, ends] = [startOfDay(date, zone), startOfDay(nextDay(date), zone)];
    const times = all
      .flatMap((one) =>
        occurrencesBetween(timedOf(one), Math.max(begins, now), ends, mostTimes)
          .filter(({ startsAt }) => startsAt >= (one.pausedUntil ?? 0))
          .map(({ startsAt, endsAt }) => ({
            schedule: scheduleOf(one, now),
            startsAt: Math.max(startsAt, begins),
            endsAt: Math.min(endsAt, ends),
            allDay: startsAt <= begins && endsAt >= ends,
          })),
      )
      .toSorted((one, other) => one.startsAt - other.startsAt);
    days.push({ date, times });
  }
  return days;
}
