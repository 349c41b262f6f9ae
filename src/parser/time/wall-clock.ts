/** Graph's `dateTimeTimeZone` → an instant. */

import type { Instant } from '../../presence/intent.ts';
import { temporal } from './temporal.ts';
import { resolveZone } from './zone.ts';

const longest = 40;

/** The instant of a wall-clock time (`2027-01-31T17:00:00`) in a zone by its IANA or Windows name; undefined if there is none. */
export function instantIn(dateTime: string, timeZone: string): Instant | undefined {
  const zone = timeZone.toUpperCase() === 'UTC' ? 'UTC' : resolveZone([timeZone]);
  if (zone === undefined || dateTime.length > longest) return undefined;
  try {
    return temporal().PlainDateTime.from(dateTime).toZonedDateTime(zone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
