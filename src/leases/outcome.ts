/** What became of a person's slot: what is remembered, and what is told. Pure. */

import type { Claim } from '../presence/claim.ts';
import type { Instant } from '../presence/intent.ts';
import type { Failure, Result } from '../presence/outcome.ts';
import type { Held, SlotState } from '../store/leases.ts';
import { backoffMs, isFinal } from './backoff.ts';
import type { Decision, Step } from './decide.ts';
import type { Telling } from './request.ts';

/** How a person's slot stands. */
export type Settlement =
  /** Graph holds it for that claim until then, and it is renewed at `nextAt` if more was promised. */
  | {
      readonly kind: 'holds';
      readonly holder: Claim;
      readonly until: Instant;
      readonly nextAt: Instant;
      readonly result?: Result;
    }
  /** Nothing of ours holds. */
  | { readonly kind: 'empty'; readonly result?: Result }
  /** It is to hold for that claim, or to be cleared, and is tried again by itself at about that time. */
  | {
      readonly kind: 'waits';
      readonly holder: Claim | undefined;
      readonly nextAt: Instant;
      readonly result?: Result;
    }
  /** Graph refuses for good: nothing is tried again, and the claims are gone. */
  | {
      readonly kind: 'givenUp';
      readonly claims: readonly Claim[];
      readonly failure: Failure;
      readonly result: Result;
    };

interface After {
  /** Undefined: the row may go. */
  readonly state: SlotState | undefined;
  readonly dropped: readonly Claim[];
  readonly settlement: Settlement;
}

/** After a step that told Graph nothing. */
export function afterRest(step: Exclude<Step, Telling>, { holder, over }: Decision, state: SlotState): After {
  if (step.kind === 'gone') return { state: undefined, dropped: over, settlement: { kind: 'empty' } };
  const { held } = state;
  return {
    state: { ...state, wish: step.wish, nextAt: step.until },
    dropped: over,
    settlement:
      holder !== undefined && held?.claimId === holder.id
        ? { kind: 'holds', holder, until: held.until, nextAt: step.until }
        : { kind: 'waits', holder, nextAt: step.until },
  };
}

/** After a step that has to wait for the budget. */
export function afterWait(
  step: Telling,
  { holder, over }: Decision,
  state: SlotState,
  nextAt: Instant,
): After {
  const { wish } = step;
  return {
    state: { ...state, wish, nextAt, failures: state.wish === wish ? state.failures : 0 },
    dropped: over,
    settlement: { kind: 'waits', holder, nextAt },
  };
}

/** After Graph's answer; `claims` are all of the person's, `random` in [0, 1) spreads what is tried again. */
export function afterCall(
  step: Telling,
  { holder, over }: Decision,
  before: { readonly state: SlotState; readonly claims: readonly Claim[] },
  result: Result,
  now: Instant,
  random: number,
): After {
  if (result.kind !== 'failed') {
    if (step.kind === 'clear')
      return { state: undefined, dropped: over, settlement: { kind: 'empty', result } };
    const { claim, plan, wish } = step;
    const nextAt = plan.nextAt ?? claim.endsAt;
    const held = { claimId: claim.id, pair: claim.pair, until: plan.until };
    return {
      state: { held, wish, nextAt, failures: 0 },
      dropped: over,
      settlement: { kind: 'holds', holder: claim, until: plan.until, nextAt, result },
    };
  }
  const { failure, call } = result;
  const { state, claims } = before;
  if (isFinal(failure, call.status)) {
    // Whatever stands in the way of one claim stands in the way of all.
    return { state: undefined, dropped: claims, settlement: { kind: 'givenUp', claims, failure, result } };
  }
  const failures = (state.wish === step.wish ? state.failures : 0) + 1;
  const nextAt = Math.round(now + backoffMs(failures, failure, random));
  const held = failure.mayHold ? doubted(step, state.held) : state.held;
  return {
    state: { held, wish: step.wish, nextAt, failures },
    dropped: over,
    settlement: { kind: 'waits', holder, nextAt, result },
  };
}

/** What may hold after a call that went out without a clear answer. */
function doubted(step: Telling, held: Held | undefined): Held | undefined {
  if (step.kind === 'clear') return held && { ...held, claimId: undefined };
  const { claim, plan } = step;
  // A renewal of the same: whether it was taken or not, the slot is that claim's.
  const claimId = held?.claimId === claim.id ? claim.id : undefined;
  return { claimId, pair: claim.pair, until: Math.max(plan.until, held?.until ?? 0) };
}
