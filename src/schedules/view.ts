/** A schedule on record as its person sees it. Pure. */

import type { Instant } from '../presence/intent.ts';
import type { Schedule } from '../presence/schedule.ts';
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
