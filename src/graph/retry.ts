/** When a call to Graph is worth repeating, and after how long. Pure: times come in, milliseconds go out. */

/** What matters of an attempt: Graph's answer, or undefined when none came. */
export interface Attempted {
  readonly status?: number | undefined;
  /** The Retry-After header as it came. */
  readonly retryAfter?: string | undefined;
}

const retryable = new Set([429, 502, 503, 504]);
const retries = 3;

/** Milliseconds of a Retry-After header: seconds, possibly fractional, or an HTTP date. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/**
 * How long to wait before the next attempt, in milliseconds; undefined: give up.
 * `attempts` is how many were made; `random` is in [0, 1). Every call here is safe to repeat: a set call
 * replaces one slot and a clear call empties it.
 */
export function retryDelay(
  last: Attempted,
  attempts: number,
  now: number,
  random: number,
): number | undefined {
  if (attempts > retries) return undefined;
  if (last.status !== undefined && !retryable.has(last.status)) return undefined;
  // Without the header: one, two, four seconds, each with up to half of it as jitter.
  return retryAfterMs(last.retryAfter, now) ?? 1000 * 2 ** (attempts - 1) * (1 + random / 2);
}
