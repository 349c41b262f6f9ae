/** When something happened, or is to end, by somebody else's word. */

import type { Instant } from '../presence/intent.ts';

/** The years that JavaScript and every database write alike. */
const first = Date.UTC(1970);
const last = Date.UTC(9999, 11, 31);

/** The instant of a date as ISO 8601 writes it, from 1970 to 9999; undefined for anything else. */
export function instantOf(said: string | undefined): Instant | undefined {
  const at = Date.parse(said ?? '');
  return at >= first && at < last ? at : undefined;
}
