/** Which of a person's claims holds their session slot, and what the slot needs now. Pure. */

import type { Claim, SlotState } from '../presence/claim.ts';
import type { Instant } from '../presence/intent.ts';
import { pairOf, type SessionPair } from '../presence/pairs.ts';
import { planOf, type RenewalPlan } from './renewal-plan.ts';

/** What to ask of Graph, if anything. Failures count in a row as long as `goal` is the same. */
export type NextStep =
  | { readonly kind: 'set'; readonly goal: string; readonly claim: Claim; readonly plan: RenewalPlan }
  | { readonly kind: 'clear'; readonly goal: 'clear' }
  /** Nothing before that instant. */
  | { readonly kind: 'rest'; readonly goal: string; readonly until: Instant }
  /** Nothing holds, and nothing is wanted. */
  | { readonly kind: 'gone' };

/** A step that asks something of Graph. */
export type RequestStep = Extract<NextStep, { kind: 'set' | 'clear' }>;

export interface Decision {
  readonly step: NextStep;
  /** The claim that has the slot, or is to have it. */
  readonly holder: Claim | undefined;
  /** Claims that are over, or that too little is left of to be set. */
  readonly over: readonly Claim[];
}

/** The one place where claims become calls. */
export function decide(claims: readonly Claim[], state: SlotState, now: Instant): Decision {
  const mayHold = state.held !== undefined && state.held.until > now;
  const holds = (claim: Claim) => mayHold && state.held.claimId === claim.id;
  const alive = claims.filter(
    (claim) => claim.endsAt > now && (holds(claim) || planOf(claim, now) !== undefined),
  );
  const over = claims.filter((claim) => !alive.includes(claim));
  const holder = strongestOf(alive);
  return { step: stepOf(holder, state, now, mayHold), holder, over };
}

function stepOf(holder: Claim | undefined, state: SlotState, now: Instant, mayHold: boolean): NextStep {
  const goal = holder?.id ?? 'clear';
  if (holder === undefined && !mayHold) return { kind: 'gone' };
  // Whatever was tried last for this very request says when it is to be looked at again.
  if (state.goal === goal && now < state.nextAt) return { kind: 'rest', goal, until: state.nextAt };
  if (holder === undefined) return { kind: 'clear', goal: 'clear' };
  const plan = planOf(holder, now);
  // It holds, but less is left than Graph takes: its last piece runs out by itself.
  if (plan === undefined) return { kind: 'rest', goal, until: holder.endsAt };
  return { kind: 'set', goal, claim: holder, plan };
}

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
