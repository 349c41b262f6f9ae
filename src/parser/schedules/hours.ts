/** Clock times of a stretch → minutes of the day, where nobody says which half of it is meant. */

import type { Daypart } from '../languages/language.ts';
import type { LocalTime } from '../../presence/schedule.ts';
import { type ClockTime, hourIn } from '../time/clock.ts';
import { halfIsPast } from '../time/locale.ts';

const dayMinutes = 1440;
const half = 720;

/** The minutes of the day that a clock time may mean: one, or one in each half of it; none if it cannot be. */
function minutesOf(
  clock: ClockTime,
  part: Daypart | undefined,
  locale: string,
): readonly number[] | 'unclear' {
  if (clock.impossible) return [];
  if (clock.half && !halfIsPast(locale)) return 'unclear';
  if (part !== undefined) {
    const hour = hourIn(part, clock);
    return hour === undefined ? [] : [hour * 60 + clock.minute];
  }
  if (clock.certain || clock.fullClock === true) return [clock.hour * 60 + clock.minute];
  const early = (clock.hour % 12) * 60 + clock.minute;
  return [early, early + half];
}

/** A stretch in minutes of the day; an end that is not after the start is on the next day. */
export type Hours =
  | { readonly from: number; readonly to: number; readonly bare: boolean }
  | 'unclear'
  | 'impossible';

/** The stretch that both times tell: the shortest one, and of two bare hours the one by day. */
export function hoursOf(
  from: ClockTime,
  to: ClockTime,
  parts: { readonly from: Daypart | undefined; readonly to: Daypart | undefined },
  locale: string,
): Hours {
  const starts = minutesOf(from, parts.from, locale);
  const ends = minutesOf(to, parts.to, locale);
  if (starts === 'unclear' || ends === 'unclear') return 'unclear';
  if (starts.length === 0 || ends.length === 0) return 'impossible';
  const bare = starts.length > 1 || ends.length > 1;
  const meant = starts.length > 1 && ends.length > 1 ? starts.filter(isByDay) : starts;
  if (meant.length === 0) return 'unclear';
  const all = meant.flatMap((start) => ends.map((end) => ({ from: start % dayMinutes, to: end })));
  const length = (one: { from: number; to: number }) =>
    (one.to - one.from + dayMinutes) % dayMinutes || dayMinutes;
  const [best] = all.sort((one, other) => length(one) - length(other));
  // From nine to nine: twelve hours, or a day?
  if (best === undefined || length(best) === dayMinutes || (bare && length(best) > half)) return 'unclear';
  return { ...best, to: best.to === 0 ? dayMinutes : best.to, bare };
}

/** The minute that a clock time alone means, by day where it is bare. */
export function minuteOf(
  clock: ClockTime,
  part: Daypart | undefined,
  locale: string,
): number | 'unclear' | 'impossible' {
  const all = minutesOf(clock, part, locale);
  if (all === 'unclear') return all;
  const meant = all.length > 1 ? all.filter(isByDay) : all;
  return meant[0] ?? (all.length === 0 ? 'impossible' : 'unclear');
}

/** Nine is in the morning, three in the afternoon; six may be either. */
function isByDay(minute: number): boolean {
  return minute >= 7 * 60 && minute < 18 * 60;
}

/** 570 → `09:30`; the end of the day is `24:00`. */
export function localTime(minute: number): LocalTime {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}` as LocalTime;
}
