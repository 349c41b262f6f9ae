/** How a person's slot stands after a step, and what is put on record. Pure. */

import type { Claim, Held, SlotState } from '../presence/claim.ts';
import type { Instant } from '../presence/intent.ts';
import type { Failure, SendResult } from '../presence/outcome.ts';
import { backgroundDelay, isFinal } from '../presence/retry.ts';
import type { Decision, RequestStep, NextStep } from './decide.ts';

/** How a person's slot stands. */
export type SlotStatus =
  /** Graph holds it for that claim until then; it is renewed in time if more was promised. */
  | { readonly kind: 'holds'; readonly holder: Claim; readonly until: Instant }
  /** Nothing of ours holds. */
  | { readonly kind: 'empty' }
  /** It is to hold for that claim, or to be cleared, and is tried again by itself. */
  | { readonly kind: 'waits'; readonly holder: Claim | undefined }
  /** Graph refuses for good: nothing is tried again, and the claims are gone. */
  | { readonly kind: 'givenUp'; readonly claims: readonly Claim[]; readonly failure: Failure };

/** What came of a step: Graph's answer, or that nothing was sent before that instant. */
export type AttemptAnswer = SendResult | { readonly kind: 'notYet'; readonly nextAt: Instant };

export interface After {
  /** Undefined: the row may go. */
  readonly state: SlotState | undefined;
  /** Claims that are over. */
  readonly dropped: readonly Claim[];
  readonly status: SlotStatus;
}

/** After a step that asks nothing of Graph. */
export function afterRest(
  step: Exclude<NextStep, RequestStep>,
  { holder, over }: Decision,
  state: SlotState,
): After {
  if (step.kind === 'gone') return { state: undefined, dropped: over, status: { kind: 'empty' } };
  const { held } = state;
  return {
    state: { ...state, goal: step.goal, nextAt: step.until },
    dropped: over,
    status:
      holder !== undefined && held?.claimId === holder.id
        ? { kind: 'holds', holder, until: held.until }
        : { kind: 'waits', holder },
  };
}

/** After a request that was sent, or not; `claims` are all of the person's, `random` in [0, 1) spreads the retries. */
export function afterRequest(
  step: RequestStep,
  { holder, over }: Decision,
  { state, claims }: { readonly state: SlotState; readonly claims: readonly Claim[] },
  answer: AttemptAnswer,
  now: Instant,
  random: number,
): After {
  const { goal } = step;
  const failures = state.goal === goal ? state.failures : 0;
  const status = { kind: 'waits', holder } as const;
  switch (answer.kind) {
    case 'applied':
    case 'absent':
      return { ...afterSuccess(step), dropped: over };
    case 'failed': {
      const { failure, call } = answer;
      // Whatever stands in the way of one claim stands in the way of all.
      if (isFinal(failure, call.status))
        return { state: undefined, dropped: claims, status: { kind: 'givenUp', claims, failure } };
      const held = failure.mayHold ? unsureHeld(step, state.held) : state.held;
      const nextAt = Math.round(now + backgroundDelay(failures + 1, failure, random));
      return { state: { held, goal, nextAt, failures: failures + 1 }, dropped: over, status };
    }
    case 'notYet':
      return { state: { ...state, goal, nextAt: answer.nextAt, failures }, dropped: over, status };
  }
}

function afterSuccess(step: RequestStep): Omit<After, 'dropped'> {
  if (step.kind === 'clear') return { state: undefined, status: { kind: 'empty' } };
  const { claim, plan, goal } = step;
  const held = { claimId: claim.id, pair: claim.pair, until: plan.until };
  return {
    state: { held, goal, nextAt: plan.nextAt ?? claim.endsAt, failures: 0 },
    status: { kind: 'holds', holder: claim, until: plan.until },
  };
}

/** What may hold after a call that went out without a clear answer. */
function unsureHeld(step: RequestStep, held: Held | undefined): Held | undefined {
  if (step.kind === 'clear') return held && { ...held, claimId: undefined };
  const { claim, plan } = step;
  // A renewal of the same: whether it was locked or not, the slot is that claim's.
  const claimId = held?.claimId === claim.id ? claim.id : undefined;
  return { claimId, pair: claim.pair, until: Math.max(plan.until, held?.until ?? 0) };
}
