/** Sends what starts: sessions as claims, the other statuses in batches, and their messages after them. */

import type { ChangeStep } from '../presence/change.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import { accepted, type SendResult, type StepOutcome } from '../presence/outcome.ts';
import { pairOf, type SessionPairId } from '../presence/pairs.ts';
import { setMessageRequest, setPairRequest } from '../presence/change.ts';
import { isFinal } from '../presence/retry.ts';
import type { LockedSchedules } from '../store/schedules.ts';
import type { DueSchedule } from './plan.ts';
import type { StartServices, Started } from './start-services.ts';

/** An occurrence that starts, and whose. */
export interface Starting {
  readonly person: LockedSchedules;
  readonly start: DueSchedule;
}

/** Opens sessions, each with its claim. */
export async function openSessions(
  { sessions }: StartServices,
  starting: readonly Starting[],
  results: Map<Guid, Started>,
): Promise<void> {
  const wanted = starting.flatMap(({ person: { userId, tenantId }, start: { schedule, next } }) => {
    const pair = pairOf(schedule.rule.status);
    if (pair.slot !== 'session') return [];
    const id: SessionPairId = pair.id;
    return [
      {
        userId,
        tenantId,
        source: { kind: 'schedule', id: schedule.id } as const,
        pair: id,
        endsAt: next.endsAt,
      },
    ];
  });
  for (const { claim, status } of await sessions.openMany(wanted))
    results.set(
      claim.userId,
      status?.kind === 'givenUp'
        ? { kind: 'failed', failure: status.failure, isFinal: true }
        : { kind: 'started' },
    );
}

/** Sets the statuses of people of one tenant, and remembers them. */
export async function setStatuses(
  services: StartServices,
  tenantId: string,
  starting: readonly Starting[],
  results: Map<Guid, Started>,
): Promise<void> {
  const statuses = await sendSteps(
    services,
    tenantId,
    starting.map(({ person, start }) => statusStep(services, person.userId, start)),
  );
  // A message without its status would say something that is not so.
  const withMessage = starting.flatMap(({ person, start }, index) => {
    const { message } = start.schedule.rule;
    const status = statuses[index];
    return message !== undefined && status !== undefined && accepted(status)
      ? [{ userId: person.userId, step: messageStep(person.userId, message, start.next.endsAt) }]
      : [];
  });
  const messages = await sendSteps(
    services,
    tenantId,
    withMessage.map(({ step }) => step),
  );
  const messageOf = new Map(withMessage.map(({ userId }, index) => [userId, messages[index]]));
  for (const [index, { person, start }] of starting.entries()) {
    const { userId } = person;
    const status = statuses[index];
    if (status === undefined) continue;
    const message = messageOf.get(userId);
    const steps = [status, ...(message === undefined ? [] : [message])];
    services.written({ userId, tenantId, door: 'schedule', steps, waiting: false });
    await services.record(userId, steps, start.chain);
    const { result } = status;
    if (result.kind === 'failed')
      results.set(userId, {
        kind: 'failed',
        failure: result.failure,
        isFinal: isFinal(result.failure, result.call.status),
      });
    else results.set(userId, { kind: 'started' });
  }
}

async function sendSteps(
  { sendBatch }: StartServices,
  tenantId: string,
  steps: readonly ChangeStep[],
): Promise<readonly StepOutcome[]> {
  if (steps.length === 0) return [];
  const sent: readonly SendResult[] = await sendBatch(
    tenantId,
    steps.map(({ request }) => request),
  );
  return steps.flatMap((step, index) => {
    const result = sent[index];
    return result === undefined ? [] : [{ step, result }];
  });
}

function statusStep(
  { sessionId, now }: StartServices,
  userId: Guid,
  { schedule, next: { endsAt } }: DueSchedule,
): ChangeStep {
  const pair = pairOf(schedule.rule.status);
  const seconds = Math.min(pair.maxSeconds, Math.max(pair.minSeconds, Math.ceil((endsAt - now()) / 1000)));
  const request = setPairRequest({ userId, sessionId }, pair, seconds);
  return pair.slot === 'preferred'
    ? { slot: 'preferred', holding: { slot: 'preferred', pair: pair.id, endsAt }, request }
    : { slot: 'session', holding: { slot: 'session', pair: pair.id, endsAt }, request };
}

function messageStep(userId: Guid, text: string, endsAt: Instant): ChangeStep {
  return {
    slot: 'message',
    holding: { slot: 'message', text, endsAt },
    request: setMessageRequest(userId, text, endsAt),
  };
}
