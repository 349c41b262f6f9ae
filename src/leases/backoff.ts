/** When a call about somebody who does not wait is tried again. Pure. */

import type { Failure } from '../presence/outcome.ts';

const firstMs = 5000;
/** Graph that is away for long is asked every few minutes by each lease, and found again as soon. */
const mostMs = 120_000;

/** Milliseconds before the next try after that many failures in a row; `random` in [0, 1) spreads them. */
export function backoffMs(failures: number, failure: Failure, random: number): number {
  const own = Math.min(mostMs, firstMs * 2 ** Math.max(0, failures - 1));
  // What Graph asks for is the least; all that were refused together would come back together.
  return Math.max(own, (failure.retryAfter ?? 0) * 1000) + own * random;
}

/**
 * Whether trying again can help. What Graph itself refuses, it will refuse again: no permission, no such user, nobody signed in. Where
 * no token could be had, nobody was asked yet, and the fault is the bot's, not the person's.
 */
export function isFinal(failure: Failure, status: number | undefined): boolean {
  switch (failure.by) {
    case 'throttled':
    case 'unreachable':
    case 'unreadable':
    case 'signInService':
      return false;
    case 'signIn':
      return status === 401;
    case 'signedOut':
    case 'consent':
    case 'refused':
      return true;
  }
}
