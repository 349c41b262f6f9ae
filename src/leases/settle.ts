/**
 * Makes Graph agree with what people want of their session slots: take the people, read what they want, tell Graph
 * together, record. It is safe to repeat and to be interrupted anywhere; why no two get in each other's way, and why
 * nothing that has ended comes back, is written down in store/leases.ts.
 */

import type { Claim, ClaimSource } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Result } from '../presence/outcome.ts';
import type { SendTogether } from '../presence/ports.ts';
import type { Budget } from '../store/budget.ts';
import type { Held, Leases, Settled, Taken } from '../store/leases.ts';
import type { Choices } from './choices.ts';
import { decide, type Decision } from './decide.ts';
import { afterCall, afterRest, afterWait, type Settlement } from './outcome.ts';
import { isTelling, requestOf, type Telling } from './request.ts';
import { whileTaken } from './taken.ts';

export interface SettleParts {
  readonly leases: Leases;
  readonly budget: Pick<Budget, 'take' | 'count'>;
  readonly together: SendTogether;
  /** The application's id. */
  readonly sessionId: Guid;
  readonly now: () => Instant;
  /** In [0, 1). */
  readonly random: () => number;
  /** Told of each request that was sent, or could not be, with what came of it: nobody else may be looking. */
  readonly told?: (told: Told) => void;
  /** What people chose themselves and is not on record yet; left out where nobody chooses in this process. */
  readonly choices?: Pick<Choices, 'recordFirst' | 'mayTell' | 'telling'>;
}

/** One request of the keeper's about a person's session. */
export interface Told {
  readonly userId: Guid;
  readonly tenantId: string;
  /** What it came of: whose wish it was, a renewal of what held, or that nothing is wanted any more. */
  readonly door: ClaimSource['kind'] | 'renewal' | 'end';
  /** Undefined: the session is cleared. */
  readonly set: { readonly claim: Claim; readonly until: Instant } | undefined;
  readonly result: Result;
}

/** Whose event it is settled for; undefined: it came due. */
export type Cause = ClaimSource['kind'] | 'end' | undefined;

/** Whoever has not called by then may have slept, and the people may be somebody else's. */
const freshMs = 4000;
/** Those who wait for the budget do not come back all at once. */
const budgetSpreadMs = 15_000;
/** It took too long to get so far, or Graph's answer named nobody. */
const againMs = 5000;

/** Somebody waits for it, or it is a renewal. Who waits is never held up by the budget, only counted. */
export type Urgency = 'urgent' | 'background';

/** Settles those of the people whom nobody else is settling. Who is not in the answer has no row, or is being settled. */
export async function settle(
  parts: SettleParts,
  userIds: readonly Guid[],
  urgency: Urgency,
  cause?: Cause,
): Promise<ReadonlyMap<Guid, Settlement>> {
  const takenAt = parts.now();
  return settleTaken(parts, await parts.leases.take(userIds), takenAt, urgency, cause);
}

/** Settles people whom this process has taken at that instant. What they chose last is put on record before. */
export async function settleTaken(
  parts: SettleParts,
  all: readonly Taken[],
  takenAt: Instant,
  urgency: Urgency,
  cause?: Cause,
): Promise<ReadonlyMap<Guid, Settlement>> {
  const { leases, now, choices } = parts;
  const taken = choices === undefined ? all : await choices.recordFirst(leases, all);
  if (taken.length === 0) return new Map();
  const decided = taken.map((one) => ({ one, decision: decide(one.claims, one.state, now()) }));
  const telling = decided.flatMap(({ one, decision }): ToTell[] =>
    isTelling(decision.step) ? [{ one, decision, step: decision.step }] : [],
  );
  const told = await whileTaken(leases, taken, () => tellAll(parts, telling, urgency, takenAt));
  for (const one of telling) {
    const answer = told.get(one.one.userId);
    if (answer !== undefined && !('nextAt' in answer)) parts.told?.(toldOf(one, answer, cause));
  }

  const settled = decided.map(({ one, decision }) => {
    const answer = told.get(one.userId);
    const { step } = decision;
    const after = !isTelling(step)
      ? afterRest(step, decision, one.state)
      : answer === undefined || 'nextAt' in answer
        ? afterWait(step, decision, one.state, answer?.nextAt ?? now() + againMs)
        : afterCall(step, decision, one, answer, now(), parts.random());
    return { one, step, ...after };
  });
  const overtaken = new Set(
    await leases.record(
      settled.map(({ one, state, dropped }): Settled => ({
        userId: one.userId,
        token: one.token,
        revision: one.revision,
        state,
        dropped: dropped.map(({ id }) => id),
      })),
    ),
  );
  const results = new Map<Guid, Settlement>();
  for (const { one, step, settlement } of settled) {
    if (!overtaken.has(one.userId)) results.set(one.userId, settlement);
    else if (told.has(one.userId)) await leases.doubt(one.userId, one.tenantId, mayHold(one, step), now());
  }
  return results;
}

interface ToTell {
  readonly one: Taken;
  readonly decision: Decision;
  readonly step: Telling;
}

function toldOf({ one: { userId, tenantId, state }, step }: ToTell, result: Result, cause: Cause): Told {
  if (step.kind === 'clear') return { userId, tenantId, door: cause ?? 'end', set: undefined, result };
  const { claim, plan } = step;
  const door = cause ?? (state.held?.claimId === claim.id ? 'renewal' : claim.source.kind);
  return { userId, tenantId, door, set: { claim, until: plan.until }, result };
}

/** Graph's answer by person, or when to ask again where nothing was sent. */
async function tellAll(
  parts: SettleParts,
  telling: readonly ToTell[],
  urgency: Urgency,
  takenAt: Instant,
): Promise<ReadonlyMap<Guid, Result | { readonly nextAt: Instant }>> {
  const answers = new Map<Guid, Result | { readonly nextAt: Instant }>();
  const tenants = Map.groupBy(telling, ({ one }) => one.tenantId);
  await Promise.all(
    [...tenants].map(async ([tenantId, all]) => {
      const { granted, againAt } = await grant(parts, tenantId, all.length, urgency);
      for (const { one } of all.slice(granted)) {
        answers.set(one.userId, { nextAt: Math.round(againAt + budgetSpreadMs * parts.random()) });
      }
      const { choices } = parts;
      // Who chooses something at this moment is told to Graph by that alone.
      const some = all.slice(0, granted).filter(({ one }) => choices?.mayTell(one.userId) ?? true);
      if (some.length === 0) return;
      const requests = some.map(({ one, step }) => requestOf(step, one.userId, parts.sessionId));
      if (parts.now() - takenAt > freshMs) return;
      const sent = parts.together(tenantId, requests);
      choices?.telling(
        some.map(({ one }) => one.userId),
        sent,
      );
      const results = await sent;
      for (const [index, { one }] of some.entries()) {
        const result = results[index];
        if (result !== undefined) answers.set(one.userId, result);
      }
    }),
  );
  return answers;
}

async function grant({ budget }: SettleParts, tenantId: string, wanted: number, urgency: Urgency) {
  if (urgency === 'background') return budget.take(tenantId, wanted);
  budget.count(tenantId, wanted);
  return { granted: wanted, againAt: 0 };
}

/** What a call of one who was overtaken may have left at Graph. */
function mayHold({ state, claims }: Taken, step: Decision['step']): Held {
  const until = Math.max(state.held?.until ?? 0, step.kind === 'set' ? step.plan.until : 0);
  const pair = step.kind === 'set' ? step.claim.pair : (state.held?.pair ?? claims[0]?.pair ?? 'presenting');
  return { claimId: undefined, pair, until };
}
