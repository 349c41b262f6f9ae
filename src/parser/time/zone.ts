/** The names that clients give for a time zone → one that Temporal takes, and wall-clock times in it. */

import { createRequire } from 'node:module';
import type * as windowsIana from 'windows-iana';
import type { Instant } from '../../presence/intent.ts';
import { temporal } from './temporal.ts';

/** Zones of Windows that Unicode's table leaves out, by their standard-time neighbours. */
const missing = [
  ['Kamchatka Standard Time', 'Asia/Kamchatka'],
  // Mid-Atlantic is UTC−2 with a daylight rule that no place keeps.
  ['Mid-Atlantic Standard Time', 'Etc/GMT+2'],
] as const;

const offsetPattern = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})$/;
/** An ISO 8601 time's own offset, as in `rawLocalTimestamp`. */
const timestampPattern = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,18}([+-]\d{2}:\d{2}|Z)$/;

const longestName = 64;
const known = new Map<string, string | undefined>();
const mostKnown = 500;
let windows: Map<string, string> | undefined;

/**
 * The first usable zone of these untrusted names, most trusted first: an IANA name, a Windows name, an
 * offset (`+05:30`), or a time with one. Canonical IANA name or offset; undefined if none is usable.
 */
export function resolveZone(candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const zone = candidate === undefined ? undefined : zoneOf(candidate);
    if (zone !== undefined) return zone;
  }
  return undefined;
}

function zoneOf(candidate: string): string | undefined {
  const name = candidate.trim();
  if (name === '' || name.length > longestName) return undefined;
  // Timestamps differ every time: no use remembering them.
  const stamped = timestampPattern.exec(name)?.[1];
  // `Z` says nothing of where somebody is.
  if (stamped !== undefined) return stamped === 'Z' ? undefined : offset(stamped);
  if (known.has(name)) return known.get(name);
  const zone = offset(name) ?? iana(name) ?? iana(windowsZones().get(name) ?? '');
  // Names come from outside: forget rather than grow.
  if (known.size >= mostKnown) known.clear();
  known.set(name, zone);
  return zone;
}

function offset(text: string): string | undefined {
  const [, sign, hours, minutes] = offsetPattern.exec(text) ?? [];
  if (sign === undefined || hours === undefined || minutes === undefined) return undefined;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return `${hours === '00' && minutes === '00' ? '+' : sign}${hours}:${minutes}`;
}

function iana(name: string): string | undefined {
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Loaded on first use: its tables take 15 ms, and most clients give IANA names. */
function windowsZones(): Map<string, string> {
  if (windows !== undefined) return windows;
  const { WINDOWS_TO_IANA_MAP } = createRequire(import.meta.url)('windows-iana') as typeof windowsIana;
  windows = new Map(missing);
  for (const { windowsName, territory, iana: names } of WINDOWS_TO_IANA_MAP)
    // 001 is the world: the zone's own representative place.
    if (territory === '001') windows.set(windowsName, names[0]);
  return windows;
}

const longestDateTime = 40;

/** The instant of a wall-clock time (`2027-01-31T17:00:00`) in a zone by its IANA or Windows name; undefined if there is none. */
export function instantIn(dateTime: string, timeZone: string): Instant | undefined {
  const zone = timeZone.toUpperCase() === 'UTC' ? 'UTC' : resolveZone([timeZone]);
  if (zone === undefined || dateTime.length > longestDateTime) return undefined;
  try {
    return temporal().PlainDateTime.from(dateTime).toZonedDateTime(zone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
