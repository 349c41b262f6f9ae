import { zipSync } from 'fflate';

/**
 * A zip whose bytes depend on nothing but names and contents. A zip's times are those of the local clock and have no
 * zone, so the time is given in local parts: the first day that zip knows, at noon, everywhere.
 */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(1980, 0, 1, 12) });
}
