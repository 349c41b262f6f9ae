/** Which of a person's claims holds the session slot. Pure. */

import type { Claim } from '../presence/claim.ts';
import { pairOf, type SessionPair } from '../presence/pairs.ts';

/**
 * Graph's own order among sessions: of two claims the one holds that would also win if both had a session.
 * https://learn.microsoft.com/graph/api/presence-setpresence
 */
const strength: Readonly<Record<SessionPair['availability'], number>> = {
  DoNotDisturb: 3,
  Busy: 2,
  Available: 1,
  Away: 0,
};

/** Positive where the first of two claims holds before the second: stronger, then asked for, then newer. */
export function compareClaims(one: Claim, other: Claim): number {
  const strengthOf = ({ pair }: Claim) => strength[pairOf(pair).availability];
  const asked = ({ source }: Claim) => Number(source.kind === 'asked');
  return (
    strengthOf(one) - strengthOf(other) ||
    asked(one) - asked(other) ||
    one.openedAt - other.openedAt ||
    // Anything, as long as it is the same in every process.
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

/** The claim that holds among those, or undefined where there is none. */
export function strongestOf(claims: readonly Claim[]): Claim | undefined {
  return claims.reduce<Claim | undefined>(
    (best, claim) => (best === undefined || compareClaims(claim, best) > 0 ? claim : best),
    undefined,
  );
}
