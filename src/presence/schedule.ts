/** A status ahead of time, as it was asked for. Dates and times are those of the person's own clock. */

import type { Instant } from './intent.ts';
import type { PairId } from './pairs.ts';

/** `2026-11-30`. */
export type LocalDate = `${number}-${number}-${number}`;

/** `09:30`; an end may be `24:00`. */
export type LocalTime = `${number}:${number}`;

/** A weekday as RFC 5545 names it. */
type ByDay = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** When a scheduled status holds. */
export type ScheduleTiming =
  /** Without an end, the status’s own default length. */
  | { readonly kind: 'once'; readonly startsAt: Instant; readonly endsAt?: Instant }
  /**
   * `rrule` is the value of an RFC 5545 RRULE, with a date alone as UNTIL, which is the last day. An end that is not
   * after the start is on the next day; without one, the status’s own default length.
   */
  | {
      readonly kind: 'recurring';
      readonly rrule: string;
      readonly from: LocalTime;
      readonly to?: LocalTime;
      /** The first day that it may hold on; otherwise today. */
      readonly startsOn?: LocalDate;
    };

/** Which of somebody's schedules is meant, as far as it was said; nothing said means all that there are. */
export interface WhichSchedules {
  readonly status?: PairId;
  readonly quietHours?: true;
  readonly byDay?: ByDay;
}

/** One time that a schedule holds. */
export interface Occurrence {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The day that it starts on, by the schedule’s own clock. */
  readonly date: LocalDate;
}
