/** A status ahead of time, as it was asked for. Dates and times are those of the person's own clock. */

import type { CalendarChange } from './calendar.ts';
import type { ChainId, Instant } from './intent.ts';
import type { Failure } from './outcome.ts';
import type { PairId } from './pairs.ts';

/** `2026-11-30`. */
export type LocalDate = `${number}-${number}-${number}`;

/** `09:30`; an end may be `24:00`. */
export type LocalTime = `${number}:${number}`;

/** A weekday as RFC 5545 names it. */
type ByDay = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** When a scheduled status holds. */
export type ScheduleTiming =
  /** Without an end, the status’s own default length; `seconds`: the end was said as a length, and moves with the start. */
  | {
      readonly kind: 'once';
      readonly startsAt: Instant;
      readonly endsAt?: Instant;
      readonly seconds?: number;
    }
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
  /** The one of that id alone, as a card names it. */
  readonly id?: string;
  /** What is to come of that chain. */
  readonly chain?: ChainId;
  readonly status?: PairId;
  readonly quietHours?: true;
  readonly byDay?: ByDay;
  /** The days that it comes again on, as a rule of exactly those says it, without its end. */
  readonly rrule?: string;
  readonly from?: LocalTime;
  readonly to?: LocalTime;
  /** All that fit, where it was said that all are meant. */
  readonly every?: true;
}

/** What is set, and when. */
export interface ScheduleRule {
  readonly status: PairId;
  readonly timing: ScheduleTiming;
  readonly quietHours?: true;
  readonly message?: string;
  /** Its person is told of each start: a line a day, which is noise to most. */
  readonly news?: true;
  /** What comes after each time, one after the other; a newer choice ends it, as it does a chain. */
  readonly then?: readonly FollowingStep[];
}

/** A status that comes after another. */
export interface FollowingStep {
  readonly status: PairId;
  /** Left out at the last of them alone: then the status’s own default length. */
  readonly seconds?: number;
  readonly message?: string;
}

/** One time that a schedule holds. */
export interface Occurrence {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The day that it starts on, by the schedule’s own clock. */
  readonly date: LocalDate;
}

/** A schedule as its person sees it. */
export interface Schedule extends ScheduleRule {
  readonly id: string;
  /** The zone of its dates and times. */
  readonly zone: string;
  /** Nothing starts before that. */
  readonly pausedUntil?: Instant;
  /** The next two; fewer where there are no more. */
  readonly next: readonly Occurrence[];
  /** Until when it holds, where it was started and has not ended. */
  readonly runsUntil?: Instant;
  /** The chain that it is a step of. */
  readonly chain?: ChainId;
}

/** What is to come of a chain after a change, the first step first, and what was and is not any more. */
export interface ChainRest {
  readonly next: readonly Schedule[];
  readonly cancelled: readonly Schedule[];
}

/** The steps of that chain that are still to come, in order. */
export function stepsOf(all: readonly Schedule[], chain: ChainId | undefined): readonly Schedule[] {
  if (chain === undefined) return [];
  return all
    .filter((one) => one.chain === chain && one.next.length > 0)
    .toSorted((one, other) => (one.next[0]?.startsAt ?? 0) - (other.next[0]?.startsAt ?? 0));
}

/** A pause without an end of its own: until the person resumes. */
export const untilResumed: Instant = Date.UTC(9999, 0);

/** As many as somebody may have. */
export const mostSchedules = 20;

/** What is to become of somebody’s schedules. */
export type ScheduleRequest =
  | { readonly kind: 'list' }
  /** What holds on those days, both among them. */
  | { readonly kind: 'days'; readonly from: LocalDate; readonly to: LocalDate; readonly zone: string }
  | { readonly kind: 'add'; readonly rule: ScheduleRule; readonly zone: string }
  /** The later steps of a chain, in order; they are set if its person's state says that this chain goes on. */
  | {
      readonly kind: 'chain';
      readonly chain: ChainId;
      readonly rules: readonly ScheduleRule[];
      readonly zone: string;
    }
  | { readonly kind: 'skip'; readonly which: WhichSchedules; readonly on: LocalDate }
  /** Of that one, the occurrence that starts then. */
  | { readonly kind: 'skipNext'; readonly id: string; readonly startsAt: Instant }
  | { readonly kind: 'pause'; readonly which: WhichSchedules; readonly until: Instant | undefined }
  /** Whether its person is told of each start. */
  | { readonly kind: 'news'; readonly id: string; readonly on: boolean }
  | { readonly kind: 'resume'; readonly which: WhichSchedules }
  | { readonly kind: 'remove'; readonly which: WhichSchedules }
  | {
      readonly kind: 'retime';
      readonly which: WhichSchedules;
      readonly from?: LocalTime;
      readonly to?: LocalTime;
    }
  /** Keeps the clock times of all that recur, in that zone; what is once stays at its instant. */
  | { readonly kind: 'moveZone'; readonly zone: string }
  /** Takes back the last of these if it was made after that instant, and with `at` only if it was made then. */
  | { readonly kind: 'undo'; readonly since: Instant; readonly at?: Instant };

/** What is scheduled on one day, each time cut to that day. */
export interface ScheduledDay {
  readonly date: LocalDate;
  readonly times: readonly {
    readonly schedule: Schedule;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly allDay: boolean;
  }[];
}

/** What became of them. */
export interface ScheduleChange {
  /** All that there are now, in the order in which they start. */
  readonly all: readonly Schedule[];
  /** Those that were changed, as they are now; removed ones as they were. */
  readonly changed: readonly Schedule[];
  /** Of an added one: those that are to hold at the same time. */
  readonly overlaps: readonly Schedule[];
  /** What became of the rules for their calendar with it. */
  readonly calendar?: CalendarChange;
  /** The days that were asked for. */
  readonly days?: readonly ScheduledDay[];
  /** When they were changed, by which the change can be taken back. */
  readonly at?: Instant;
  /**
   * Why nothing was done: of an added one, that there are too many, that its time never comes, or that it is there
   * already; or that it is not clear which one is meant, or that the one to be skipped has begun.
   */
  readonly refused?: 'tooMany' | 'never' | 'same' | 'several' | 'runs';
  /** Those that stand in the way of it. */
  readonly because: readonly Schedule[];
}

/** What they keep goes by other clocks than their client does now. */
export interface ZoneQuestion {
  readonly about: 'schedules' | 'calendar' | 'both';
  readonly from: readonly string[];
  readonly to: string;
}

/** What somebody is told of a schedule that nobody waits for. */
export type ScheduleNews =
  /** What they chose themselves holds until then; after that the schedule has what is left, or nothing. */
  | {
      readonly kind: 'waits';
      readonly schedule: Schedule;
      readonly until: Instant;
      readonly endsAt: Instant;
      readonly startsLater: boolean;
    }
  /** It was set, as its person asked to be told. */
  | { readonly kind: 'started'; readonly schedule: Schedule; readonly endsAt: Instant }
  /** It could not be set, and is not tried again this time. */
  | { readonly kind: 'failed'; readonly schedule: Schedule; readonly failure: Failure };

/** Steps that follow each other from that instant on, each as what is scheduled once. */
export function rulesFrom(from: Instant, steps: readonly FollowingStep[] = []): readonly ScheduleRule[] {
  let at = from;
  return steps.map(({ status, seconds, message }): ScheduleRule => {
    const startsAt = at;
    at += (seconds ?? 0) * 1000;
    return {
      status,
      timing: { kind: 'once', startsAt, ...(seconds === undefined ? {} : { endsAt: at, seconds }) },
      ...(message === undefined ? {} : { message }),
    };
  });
}
