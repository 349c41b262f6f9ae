/** A person's own choice about their session, and how it is put on record. */

import { randomUUID } from 'node:crypto';
import type { Change, ChangeStep } from '../presence/change.ts';
import type { Claim, Held, SlotState } from '../presence/claim.ts';
import { parseDuration } from '../presence/duration.ts';
import type { Instant } from '../presence/intent.ts';
import { accepted, type Outcome, type RequestResult } from '../presence/outcome.ts';
import { pairOf } from '../presence/pairs.ts';
import type { SessionStore, SettledPerson, TakenPerson } from '../store/session-slots.ts';
import { planOf } from './renewal-plan.ts';

/** What Graph took. */
export interface Choice {
  readonly change: Change;
  readonly step: ChangeStep;
  readonly result: Extract<RequestResult, { kind: 'applied' | 'absent' }>;
}

/** What Graph took of an outcome for the session; undefined: nothing, or nobody can say. */
export function choiceOf({ change, steps }: Outcome): Choice | undefined {
  const session = steps.find(({ step }) => step.slot === 'session');
  if (session === undefined || !accepted(session)) return undefined;
  const { step, result } = session;
  return result.kind === 'applied' || result.kind === 'absent' ? { change, step, result } : undefined;
}

/** What a choice puts on record, over a person who was taken since before it was sent, and the claims that it ends. */
export function recordingOf(
  taken: TakenPerson,
  choice: Choice,
  now: Instant,
): { readonly settled: SettledPerson; readonly over: readonly Claim[] } {
  const over = endedBy(choice, taken.claims);
  const opened = openedBy(choice, Infinity);
  const empty = { held: undefined, goal: undefined, nextAt: now, failures: 0 };
  // The next claim has the slot at once: whoever reconciles it finds it empty.
  const state =
    opened === undefined ? (over.length < taken.claims.length ? empty : undefined) : stateOf(opened);
  return { settled: settledOf(taken, { state, dropped: over, opened: opened?.claim }), over };
}

/**
 * The same of a choice that could not be put on record when it was made. Others may have told Graph something since, so
 * Graph is told of it once more. What was chosen after it stands.
 */
export async function recordLate(
  sessionStore: SessionStore,
  taken: TakenPerson,
  choice: Choice,
  now: Instant,
): Promise<readonly Claim[]> {
  const { at } = choice.result.call;
  const isNewer = ({ openedAt }: Claim) => openedAt > at;
  if (taken.claims.some((claim) => claim.source.kind === 'asked' && isNewer(claim))) {
    await giveBackAsWas(sessionStore, taken);
    return [];
  }
  const over = endedBy(choice, taken.claims).filter((claim) => !isNewer(claim));
  const { step } = choice;
  // What was said to end by itself for want of a record does.
  const mostMs = step.holding?.slot === 'session' ? pairOf(step.holding.pair).maxSeconds * 1000 : 0;
  const opened = openedBy(choice, at + mostMs);
  const again = { goal: undefined, nextAt: now, failures: 0 };
  if (opened !== undefined && opened.claim.endsAt > now) {
    const state = { ...stateOf(opened), ...again };
    await giveBack(sessionStore, taken, { state, dropped: over, opened: opened.claim });
    return over;
  }
  const isEmpty = taken.state.held === undefined && over.length === taken.claims.length;
  await giveBack(sessionStore, taken, {
    state: isEmpty ? undefined : { ...taken.state, ...again },
    dropped: over,
  });
  return over;
}

/** Gives a person back as if they had never been taken. */
export async function giveBackAsWas(sessionStore: SessionStore, taken: TakenPerson): Promise<void> {
  const { state, claims } = taken;
  const isEmpty = state.held === undefined && claims.length === 0;
  await giveBack(sessionStore, taken, { state: isEmpty ? undefined : state, dropped: [] });
}

interface OpenedChoice {
  readonly claim: Claim;
  readonly held: Held;
}

/** The claims that a choice ends: all, or the person's own alone. */
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
  const endsAt = Math.min(holding.endsAt, latestEnd);
  const claim: Claim = {
    id: randomUUID(),
    userId,
    tenantId,
    source: { kind: 'asked' },
    pair,
    endsAt,
    openedAt: at,
  };
  return { claim, held: { claimId: claim.id, pair, until: at + seconds(request.body) * 1000 } };
}

function stateOf({ claim, held }: OpenedChoice): SlotState {
  const nextAt = planOf(claim, claim.openedAt)?.nextAt ?? claim.endsAt;
  return { held, goal: claim.id, nextAt, failures: 0 };
}

async function giveBack(sessionStore: SessionStore, taken: TakenPerson, what: Recorded): Promise<void> {
  const overtaken = await sessionStore.record([settledOf(taken, what)]);
  if (overtaken.length > 0) throw new Error('somebody else has settled the session meanwhile');
}

interface Recorded {
  /** Undefined: nothing of ours holds. */
  readonly state: SlotState | undefined;
  readonly dropped: readonly Claim[];
  readonly opened?: Claim | undefined;
}

function settledOf({ userId, token, revision }: TakenPerson, { dropped, ...what }: Recorded): SettledPerson {
  return { userId, token, revision, ...what, dropped: dropped.map(({ id }) => id) };
}

function seconds(body: object): number {
  const text = 'expirationDuration' in body ? String(body.expirationDuration) : '';
  return parseDuration(text) ?? 0;
}
