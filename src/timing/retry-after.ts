/** How long a service asks to wait before it is asked again. Pure. */

/** Longest wait: a wrong clock must not silence the bot for years. */
const mostMs = 3_600_000;

/** An HTTP date with its weekday's comma, or whatever stands between commas. */
const parts = /\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*, [^,]+|[^,]+/gi;

/**
 * Milliseconds of a Retry-After header, from 0 to an hour: seconds, perhaps fractional, or an HTTP date; the longest
 * if proxies made a list of it. A past or negative time is 0. Undefined if it cannot be read.
 * https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const waits = (header?.match(parts) ?? []).flatMap((part) => waitOf(part.trim(), now));
  return waits.length === 0 ? undefined : Math.min(mostMs, Math.max(0, ...waits));
}

function waitOf(part: string, now: number): readonly number[] {
  if (/^-?\d+(?:\.\d+)?$/.test(part)) return [Number(part) * 1000];
  const instant = part.endsWith('GMT') ? Date.parse(part) : Number.NaN;
  return Number.isNaN(instant) ? [] : [instant - now];
}
