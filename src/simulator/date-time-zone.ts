import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';

/** Graph's dateTimeTimeZone: a wall clock without `Z` or offset, and the zone that clock hangs in. */
export interface DateTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** What was wrong with a dateTimeTimeZone: which of its two fields. */
export type DateTimeZoneProblem = 'dateTime' | 'timeZone';

const wallClock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?$/;

/**
 * The instant (epoch milliseconds) that a dateTimeTimeZone names, or the field that cannot be read.
 * Zones: `UTC`, IANA names and Windows names. An offset such as `+01:00` is no zone name.
 * https://learn.microsoft.com/graph/api/resources/datetimetimezone
 */
export function readDateTimeZone({ dateTime, timeZone }: DateTimeZone): number | DateTimeZoneProblem {
  if (!wallClock.test(dateTime)) return 'dateTime';
  const clock = readWallClock(dateTime);
  if (clock === undefined) return 'dateTime';
  const zone = zoneNamed(timeZone);
  if (zone === undefined) return 'timeZone';
  return clock.toZonedDateTime(zone).epochMilliseconds;
}

function readWallClock(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function zoneNamed(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  const iana = findIana(name)[0] ?? name;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: iana }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
