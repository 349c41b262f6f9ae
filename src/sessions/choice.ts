/** What a user chose for their own session, and what that puts on record. */

import { randomUUID } from 'node:crypto';
import type { Change, ChangeStep } from '../presence/change.ts';
import type { Claim, Held, SlotState } from '../presence/claim.ts';
import { parseDuration } from '../presence/duration.ts';
import type { Instant } from '../presence/intent.ts';
import { accepted, type Outcome, type RequestResult } from '../presence/outcome.ts';
import { pairOf } from '../presence/pairs.ts';
import type { LockedPerson, ReconciledPerson } from '../store/slot-locks.ts';
import { planOf } from './renewal-plan.ts';

/** A user's request about their session that Graph took. */
export interface Choice {
  readonly change: Change;
  readonly step: ChangeStep;
  readonly result: Extract<RequestResult, { kind: 'applied' | 'absent' }>;
}

/** What a choice puts on record, and the claims that it ends. */
export interface ChoiceRecord {
  readonly result: ReconciledPerson;
  readonly over: readonly Claim[];
}

/** What Graph took of an outcome for the session; undefined: nothing, or nobody can say. */
export function choiceOf({ change, steps }: Outcome): Choice | undefined {
  const session = steps.find(({ step }) => step.slot === 'session');
  if (session === undefined || !accepted(session)) return undefined;
  const { step, result } = session;
  return result.kind === 'applied' || result.kind === 'absent' ? { change, step, result } : undefined;
}

/** What a choice puts on record about a person who has been locked since before it was sent. */
export function recordOf(locked: LockedPerson, choice: Choice, now: Instant): ChoiceRecord {
  const over = endedBy(choice, locked.claims);
  const opened = openedBy(choice, Infinity);
  const empty = { held: undefined, goal: undefined, nextAt: now, failures: 0 };
  // The next claim has the slot at once: whoever reconciles it finds it empty.
  const state =
    opened === undefined ? (over.length < locked.claims.length ? empty : undefined) : stateOf(opened);
  return { result: resultOf(locked, { state, over, opened: opened?.claim }), over };
}

/**
 * The same of a choice that could not be put on record when it was made. Others may have called Graph since, so Graph is
 * asked once more. What the user chose after it stands.
 */
export function lateRecordOf(locked: LockedPerson, choice: Choice, now: Instant): ChoiceRecord {
  const { at } = choice.result.call;
  const isNewer = ({ openedAt }: Claim) => openedAt > at;
  if (locked.claims.some((claim) => claim.source.kind === 'asked' && isNewer(claim)))
    return { result: unchanged(locked), over: [] };
  const over = endedBy(choice, locked.claims).filter((claim) => !isNewer(claim));
  const { step } = choice;
  // Nobody renewed it: it ends as early as Graph ends it.
  const mostMs = step.holding?.slot === 'session' ? pairOf(step.holding.pair).maxSeconds * 1000 : 0;
  const opened = openedBy(choice, at + mostMs);
  const again = { goal: undefined, nextAt: now, failures: 0 };
  if (opened !== undefined && opened.claim.endsAt > now) {
    const state = { ...stateOf(opened), ...again };
    return { result: resultOf(locked, { state, over, opened: opened.claim }), over };
  }
  const isEmpty = locked.state.held === undefined && over.length === locked.claims.length;
  const state = isEmpty ? undefined : { ...locked.state, ...again };
  return { result: resultOf(locked, { state, over }), over };
}

/** Unlocks a person as if they had never been locked. */
export function unchanged(locked: LockedPerson): ReconciledPerson {
  const isEmpty = locked.state.held === undefined && locked.claims.length === 0;
  return resultOf(locked, { state: isEmpty ? undefined : locked.state, over: [] });
}

interface OpenedChoice {
  readonly claim: Claim;
  readonly held: Held;
}

/** The claims that a choice ends: all, or the user's own alone. */
function endedBy({ change }: Choice, claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ source }) => change.leavesMeetings !== true || source.kind === 'asked');
}

/** What a choice opens, and what Graph holds of it; undefined: the session is cleared. */
function openedBy({ change, step, result }: Choice, latestEnd: Instant): OpenedChoice | undefined {
  const { holding } = step;
  if (holding?.slot !== 'session' || result.kind !== 'applied') return undefined;
  const { request, at } = result.call;
  const { userId, tenantId } = change.who;
  const { pair } = holding;
  const claim: Claim = {
    id: randomUUID(),
    userId,
    tenantId,
    source: { kind: 'asked' },
    pair,
    endsAt: Math.min(holding.endsAt, latestEnd),
    openedAt: at,
  };
  return { claim, held: { claimId: claim.id, pair, until: at + seconds(request.body) * 1000 } };
}

function stateOf({ claim, held }: OpenedChoice): SlotState {
  const nextAt = planOf(claim, claim.openedAt)?.nextAt ?? claim.endsAt;
  return { held, goal: claim.id, nextAt, failures: 0 };
}

function resultOf(
  { userId, token, revision }: LockedPerson,
  what: Pick<ReconciledPerson, 'state' | 'opened'> & { readonly over: readonly Claim[] },
): ReconciledPerson {
  const { state, opened, over } = what;
  return { userId, token, revision, state, opened, dropped: over.map(({ id }) => id) };
}

function seconds(body: object): number {
  const text = 'expirationDuration' in body ? String(body.expirationDuration) : '';
  return parseDuration(text) ?? 0;
}
