/** A schedule on record, and what became of several, as their person sees them. Pure. */

import type { Instant } from '../presence/intent.ts';
import type { Schedule, ScheduleChange } from '../presence/schedule.ts';
import type { KeptSchedule } from '../store/schedule-rows.ts';
import { occurrencesFrom } from './occurrences.ts';
import { timedOf } from './plan.ts';

/** As many of the next times are shown. */
const mostShown = 2;

/** The schedule at that instant. */
export function scheduleOf(kept: KeptSchedule, now: Instant): Schedule {
  const { id, rule, zone, held, pausedUntil, chain } = kept;
  const runsUntil = held === undefined || held.until <= now ? undefined : held.until;
  return {
    ...rule,
    id,
    zone,
    next: nextOf(kept),
    ...(pausedUntil === undefined || pausedUntil <= now ? {} : { pausedUntil }),
    ...(runsUntil === undefined ? {} : { runsUntil }),
    ...(chain === undefined ? {} : { chain }),
  };
}

/** The next one may have been due before, and waits. */
function nextOf(kept: KeptSchedule): Schedule['next'] {
  const { next } = kept;
  if (next === undefined) return [];
  return occurrencesFrom(timedOf(kept), next.startsAt, mostShown);
}

/** What is told of a change beside what was changed. */
interface More {
  readonly refused?: ScheduleChange['refused'];
  readonly because?: readonly KeptSchedule[] | undefined;
  readonly overlaps?: readonly KeptSchedule[];
}

/** The change as its person sees it. */
export function changeOf(
  changed: readonly KeptSchedule[],
  all: readonly KeptSchedule[],
  now: Instant,
  more: More = {},
): ScheduleChange {
  const seen = (some: readonly KeptSchedule[]) => some.map((one) => scheduleOf(one, now));
  return {
    // One whose only time was skipped has nothing left.
    all: seen(all).filter(isAhead).toSorted(inOrder),
    changed: seen(changed),
    overlaps: seen(more.overlaps ?? []),
    because: seen(more.because ?? []).toSorted(inOrder),
    ...(changed.length === 0 ? {} : { at: now }),
    ...(more.refused === undefined ? {} : { refused: more.refused }),
  };
}

function isAhead({ next, pausedUntil, runsUntil }: Schedule): boolean {
  return next.length > 0 || pausedUntil !== undefined || runsUntil !== undefined;
}

/** In the order in which they start; those that hold, first. */
function inOrder(one: Schedule, other: Schedule): number {
  const start = ({ next, runsUntil }: Schedule) =>
    runsUntil === undefined ? (next[0]?.startsAt ?? Infinity) : 0;
  return start(one) - start(other);
}
