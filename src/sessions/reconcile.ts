/**
 * Makes Graph agree with what people's claims want of their session slots: lock the people, decide, call Graph for all
 * together, record. It is safe to repeat and to interrupt; store/session-slots.ts says why no two processes get in each
 * other's way, and why nothing that has ended comes back.
 */

import type { ClaimSource, Held } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { StepOutcome, Written } from '../presence/outcome.ts';
import { pairOf } from '../presence/pairs.ts';
import type { SendBatch } from '../presence/ports.ts';
import { clearRequest, setPairRequest } from '../presence/change.ts';
import type { Budget } from '../store/budget.ts';
import type { SessionStore } from '../store/session-slots.ts';
import type { LockedPerson } from '../store/slot-locks.ts';
import { decide, type Decision, type RequestStep } from './decide.ts';
import { whileLocked } from './while-locked.ts';
import type { PendingUserSessions } from './pending-user-sessions.ts';
import { afterRequest, afterRest, type AttemptAnswer, type SlotStatus } from './slot-status.ts';

export interface ReconcileParts {
  readonly sessionStore: SessionStore;
  readonly budget: Pick<Budget, 'take' | 'count'>;
  readonly sendBatch: SendBatch;
  /** The application's id. */
  readonly sessionId: Guid;
  readonly now: () => Instant;
  /** In [0, 1). */
  readonly random: () => number;
  /** Told of each request that was sent, or could not be, with what came of it: nobody else may be looking. */
  readonly written?: (written: Written) => void;
  /** What users choose themselves; left out where nobody chooses in this process. */
  readonly pending?: Pick<PendingUserSessions, 'recordFirst' | 'maySend' | 'sending'>;
}

/** What it is done for: somebody waits, who is never held up by the budget but only counted, or nobody does. */
export interface Occasion {
  readonly waiting: boolean;
  /** Whose event it is; undefined: it came due. */
  readonly cause?: ClaimSource['kind'] | 'end';
}

/** Whoever has not sent by then may have slept, and the people may be somebody else's. */
const freshMs = 4000;
/** Those who wait for the budget do not come back all at once. */
const budgetSpreadMs = 15_000;
/** As many as go in one batch of Graph's. */
export const batchSize = 20;
/** It took too long to get so far, or Graph's answer named nobody. */
const againMs = 5000;

/** Reconciles those of the people whom nobody else has. Who is not in the answer has no row, or is somebody else's. */
export async function reconcile(
  parts: ReconcileParts,
  userIds: readonly Guid[],
  occasion: Occasion,
): Promise<ReadonlyMap<Guid, SlotStatus>> {
  const lockedAt = parts.now();
  return reconcileLocked(parts, await parts.sessionStore.lock(userIds), lockedAt, occasion);
}

/** Reconciles people whom this process has locked at that instant. What they chose last is put on record before. */
export async function reconcileLocked(
  parts: ReconcileParts,
  all: readonly LockedPerson[],
  lockedAt: Instant,
  occasion: Occasion,
): Promise<ReadonlyMap<Guid, SlotStatus>> {
  const { sessionStore, now, pending } = parts;
  const locked = pending === undefined ? all : await pending.recordFirst(sessionStore, all);
  if (locked.length === 0) return new Map();
  const decided = locked.map((one) => ({ one, decision: decide(one.claims, one.state, now()) }));
  const asking = decided.flatMap(({ one, decision }): Asking[] =>
    isRequest(decision.step) ? [{ one, decision, step: decision.step }] : [],
  );
  const answers = await whileLocked(sessionStore, locked, () => ask(parts, asking, occasion, lockedAt));

  const outcomes = decided.map(({ one, decision }) => {
    const { step } = decision;
    const answer = answers.get(one.userId) ?? { kind: 'notYet', nextAt: now() + againMs };
    const after = isRequest(step)
      ? afterRequest(step, decision, one, answer, now(), parts.random())
      : afterRest(step, decision, one.state);
    return { one, step, answer, ...after };
  });
  const overtaken = new Set(
    await sessionStore.record(
      outcomes.map(({ one: { userId, token, revision }, state, dropped }) => ({
        userId,
        token,
        revision,
        state,
        dropped: dropped.map(({ id }) => id),
      })),
    ),
  );
  const statuses = new Map<Guid, SlotStatus>();
  for (const { one, step, answer, status } of outcomes) {
    if (!overtaken.has(one.userId)) statuses.set(one.userId, status);
    else if (isRequest(step) && answer.kind !== 'notYet')
      await sessionStore.markUnsure(one.userId, one.tenantId, mayHold(one, step), now());
  }
  return statuses;
}

interface Asking {
  readonly one: LockedPerson;
  readonly decision: Decision;
  readonly step: RequestStep;
}

function isRequest(step: Decision['step']): step is RequestStep {
  return step.kind === 'set' || step.kind === 'clear';
}

/** Graph's answer by person, or when to ask again where nothing was sent. */
async function ask(
  parts: ReconcileParts,
  asking: readonly Asking[],
  occasion: Occasion,
  lockedAt: Instant,
): Promise<ReadonlyMap<Guid, AttemptAnswer>> {
  const answers = new Map<Guid, AttemptAnswer>();
  const tenants = Map.groupBy(asking, ({ one }) => one.tenantId);
  await Promise.all(
    [...tenants].map(async ([tenantId, all]) => {
      const { granted, againAt } = await grant(parts, tenantId, all.length, occasion);
      // As many as go in one batch wait together, or each would be a batch of its own.
      let nextAt = againAt;
      for (const [index, { one }] of all.slice(granted).entries()) {
        if (index % batchSize === 0) nextAt = Math.round(againAt + budgetSpreadMs * parts.random());
        answers.set(one.userId, { kind: 'notYet', nextAt });
      }
      const { pending, now } = parts;
      // Who chooses something at this moment is the subject of that alone.
      const some = all.slice(0, granted).filter(({ one }) => pending?.maySend(one.userId) ?? true);
      if (some.length === 0 || now() - lockedAt > freshMs) return;
      const steps = some.map(({ one, step }) => stepOf(step, one.userId, parts.sessionId));
      const sent = parts.sendBatch(
        tenantId,
        steps.map(({ request }) => request),
      );
      pending?.sending(
        some.map(({ one }) => one.userId),
        sent,
      );
      const results = await sent;
      for (const [index, asked] of some.entries()) {
        const [step, result] = [steps[index], results[index]];
        if (step === undefined || result === undefined) continue;
        const { userId } = asked.one;
        answers.set(userId, result);
        const what = { userId, tenantId, steps: [{ step, result }], waiting: false };
        parts.written?.({ ...what, ...causeOf(asked, occasion) });
      }
    }),
  );
  return answers;
}

async function grant({ budget }: ReconcileParts, tenantId: string, wanted: number, { waiting }: Occasion) {
  if (!waiting) return budget.take(tenantId, wanted);
  budget.count(tenantId, wanted);
  return { granted: wanted, againAt: 0 };
}

/** The step as every change has it: what is promised, and the piece of it that is asked of Graph now. */
function stepOf(step: RequestStep, userId: Guid, sessionId: Guid): StepOutcome['step'] {
  const target = { userId, sessionId };
  if (step.kind === 'clear')
    return { slot: 'session', holding: undefined, request: clearRequest(target, 'session') };
  const { claim, plan } = step;
  const { pair, endsAt } = claim;
  return {
    slot: 'session',
    holding: { slot: 'session', pair, endsAt },
    request: setPairRequest(target, pairOf(pair), plan.seconds),
    ...(plan.until < endsAt ? { renewed: true } : {}),
  };
}

function causeOf({ one, step }: Asking, { cause }: Occasion): Pick<Written, 'door' | 'source'> {
  if (step.kind === 'clear') return { door: cause ?? 'end' };
  const { id, source } = step.claim;
  const isRenewal = one.state.held?.claimId === id;
  return { door: cause ?? (isRenewal ? 'renewal' : source.kind), source: source.kind };
}

/** What a call of one who was overtaken may have left at Graph. */
function mayHold({ state, claims }: LockedPerson, step: RequestStep): Held {
  const until = Math.max(state.held?.until ?? 0, step.kind === 'set' ? step.plan.until : 0);
  const pair = step.kind === 'set' ? step.claim.pair : (state.held?.pair ?? claims[0]?.pair ?? 'presenting');
  return { claimId: undefined, pair, until };
}
