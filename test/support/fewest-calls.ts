/** The least that a promise costs, by Graph's rules alone. */

import type { Claim } from '../../src/presence/claim.ts';
import { pairOf } from '../../src/presence/pairs.ts';

const minute = 60_000;
const repeatMs = 4.5 * minute;
const fadeMs = 5 * minute;
const fadedEndMs = minute / 2;

/**
 * The fewest calls that keep such a promise: each piece as long as Graph takes, renewed just before its end; an
 * Available one repeated every 4½ minutes.
 */
export function fewestCalls(pair: Claim['pair'], lengthMs: number): number {
  if (pairOf(pair).availability === 'Available')
    return 1 + Math.max(0, Math.ceil((lengthMs - fadeMs - fadedEndMs) / repeatMs));
  // Before its end, so that four hours and four make more than two calls.
  return lengthMs <= 240 * minute ? 1 : Math.floor(lengthMs / (240 * minute)) + 1;
}
