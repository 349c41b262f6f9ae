/** What a person's slot needs now, by their claims and by what it holds. Pure. */

import type { Claim, SlotState } from '../presence/claim.ts';
import type { Instant } from '../presence/intent.ts';

import { strongestOf } from './strongest.ts';
import { planOf, type RenewalPlan } from './renewal-plan.ts';

/** What to ask of Graph, if anything. `request` names it: as long as it is the same, failures of it count in a row. */
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
