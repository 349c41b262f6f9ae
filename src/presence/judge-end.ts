/** Where a status or a session ends: inside the bounds of its pair. */

import type { End, Instant } from './intent.ts';
import type { Pair } from './pairs.ts';
import { failed, passed, type Judged } from './problem.ts';

/** The pair with the bounds of what can be promised: a renewed session outlives one expiration. */
export function lasting(pair: Pair, { maxSessionSeconds }: { readonly maxSessionSeconds?: number }): Pair {
  return pair.slot === 'session' && maxSessionSeconds !== undefined
    ? { ...pair, maxSeconds: maxSessionSeconds }
    : pair;
}

/** Where a pair ends, in whole seconds after now and inside the pair's bounds. */
export function endOf(pair: Pair, end: End, now: Instant): Judged<Instant> {
  const seconds = end.said === 'nothing' ? pair.defaultSeconds : secondsUntil(end, now);
  if (end.said === 'instant' && !(seconds > 0)) return failed({ code: 'endPassed' });
  if (!(seconds >= pair.minSeconds && seconds <= pair.maxSeconds)) {
    return failed({ code: 'outOfBounds', pair, seconds });
  }
  return passed(now + seconds * 1000);
}

/** Whole seconds, as Graph takes them; rounded up, so that "until 3 PM" never ends at 2:59:59. */
export function secondsUntil(end: Exclude<End, { said: 'nothing' }>, now: Instant): number {
  return Math.ceil(end.said === 'duration' ? end.seconds : (end.at - now) / 1000);
}
