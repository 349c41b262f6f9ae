/** When a call to Graph is worth repeating, and after how long. Pure: times come in, milliseconds go out. */

/** What matters of an attempt: Graph's answer, or undefined when none came. */
interface Attempted {
  readonly status?: number | undefined;
  /** Milliseconds that Graph asked to wait. */
  readonly askedMs?: number | undefined;
}

const retryable = new Set([429, 502, 503, 504]);
const retries = 3;

/**
 * How long to wait before the next attempt, in milliseconds; undefined: give up.
 * `attempts` is how many were made; `random` is in [0, 1). Every call here is safe to repeat: a set call
 * replaces one slot and a clear call empties it.
 */
export function retryDelay(
  { status, askedMs = 0 }: Attempted,
  attempts: number,
  random: number,
): number | undefined {
  if (attempts > retries) return undefined;
  if (status !== undefined && !retryable.has(status)) return undefined;
  // One, two, four seconds, each with up to half of it as jitter; what Graph asks for can only be longer.
  return Math.max(askedMs, 1000 * 2 ** (attempts - 1) * (1 + random / 2));
}
