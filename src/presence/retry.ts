/** When a call to Graph is worth repeating, and after how long. Pure: times come in, milliseconds go out. */

import type { Failure } from './outcome.ts';

const retryableStatuses = new Set([429, 502, 503, 504]);
const retriesForSomebodyWaiting = 3;

/** What matters of an attempt: Graph's answer, or undefined when none came. */
interface Attempted {
  readonly status?: number | undefined;
  /** Milliseconds that Graph asked to wait. */
  readonly askedMs?: number | undefined;
}

/**
 * The delay before the next attempt of an interactive call; undefined: give up. `attempts` is how many were
 * made; `random` is in [0, 1). Every call here is safe to repeat: a set call replaces one slot and a clear call empties it.
 */
export function waitingDelay(
  { status, askedMs = 0 }: Attempted,
  attempts: number,
  random: number,
): number | undefined {
  if (attempts > retriesForSomebodyWaiting) return undefined;
  if (status !== undefined && !retryableStatuses.has(status)) return undefined;
  // One, two, four seconds, each with up to half of it as jitter; what Graph asks for can only be longer.
  return Math.max(askedMs, 1000 * 2 ** (attempts - 1) * (1 + random / 2));
}

const firstMs = 5000;
/** Graph that is away for long is asked every few minutes for each person, and found again as soon. */
const mostMs = 120_000;

/** The delay of background work after that many failures in a row; `random` in [0, 1) spreads retries. */
export function backgroundDelay(failures: number, failure: Failure, random: number): number {
  const own = Math.min(mostMs, firstMs * 2 ** Math.max(0, failures - 1));
  // At least what Graph asks for, plus jitter, so that not everyone returns at once.
  return Math.max(own, (failure.retryAfter ?? 0) * 1000) + own * random;
}

/**
 * Whether trying again cannot help. What Graph itself refuses, it will refuse again: no permission, no such user, nobody
 * signed in. Where no token could be had, nobody was asked yet, and the fault is the bot's, not the person's.
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

/** Whether no token could be had, so that Graph was not asked, and waiting for it is no help. */
export function isTokenless({ by }: Failure): boolean {
  return by === 'signIn' || by === 'signedOut' || by === 'signInService';
}
