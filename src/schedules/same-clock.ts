/** Whether it matters in which of two zones a clock time is. Pure. */

import { temporal } from '../parser/time/temporal.ts';
import type { Instant } from '../presence/intent.ts';

const halfYearMs = 182 * 86_400_000;

/** Whether clocks in both show the same: now, and where both are places, also half a year on. */
export function isSameClock(one: string, other: string, now: Instant): boolean {
  if (one === other) return true;
  const differs = (at: Instant) => offsetAt(at, one) !== offsetAt(at, other);
  return !differs(now) && !(isPlace(one) && isPlace(other) && differs(now + halfYearMs));
}

function isPlace(zone: string): boolean {
  return !/^[+-]/.test(zone);
}

function offsetAt(at: Instant, zone: string): number {
  return temporal().Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds;
}
