/** What is the same each time is said to a person a few times, and left out once they know it. Pure. */

import type { Holding } from './intent.ts';

/** What a person has been told so far. */
export interface Explained {
  /** Receipts of a status: each said, or could have said, what may hide any status. */
  readonly caveats: number;
  /** Receipts with an end, and the time zone that the last of them was in. */
  readonly zones: number;
  readonly zone?: string;
}

const none: Explained = { caveats: 0, zones: 0 };
const enough = 3;

/** The same after a receipt of what holds, in that zone. */
export function explainedBy(
  holds: readonly Holding[],
  zone: string | undefined,
  before: Explained = none,
): Explained {
  const isStatus = holds.some(({ slot }) => slot !== 'message');
  const isInZone = zone !== undefined && holds.some(({ endsAt }) => endsAt !== undefined);
  return {
    ...before,
    caveats: before.caveats + (isStatus ? 1 : 0),
    ...(isInZone ? { zones: before.zones + 1, zone } : {}),
  };
}

/** Whether they know by now what may hide any status, and what goes without saying in that zone. */
export function knownTo(
  { caveats, zones, zone: last }: Explained = none,
  zone?: string,
): { readonly caveats: boolean; readonly zone: boolean } {
  return { caveats: caveats >= enough, zone: zones >= enough && last === zone };
}
