/**
 * Starts what is due: plans for each person, sends for all together, records. An occurrence is one request with its end in
 * it, so it ends in time even if the bot is gone by then. Safe to repeat: what may have been sent by a process that died
 * is sent again to the same end, unless its person has chosen something since.
 */

import type { ChangeStep } from '../presence/change.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Failure, SendResult, StepOutcome, Written } from '../presence/outcome.ts';
import { accepted } from '../presence/outcome.ts';
import { pairOf, type SessionPairId } from '../presence/pairs.ts';
import type { PersonState } from '../presence/person-state.ts';
import type { SendBatch } from '../presence/ports.ts';
import { setMessageRequest, setPairRequest } from '../presence/change.ts';
import { backgroundDelay, isFinal } from '../presence/retry.ts';
import type { ScheduleNews } from '../presence/schedule.ts';
import { dueWork, type DueWork } from '../sessions/scheduler.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { KeptSchedule } from '../store/schedule-rows.ts';
import type { LockedSchedules } from '../store/schedules.ts';
import type { Store } from '../store/store.ts';
import { advanced, broughtBack, planOf, started, type DueSchedule, type ScheduleStep } from './plan.ts';
import { scheduleOf } from './view.ts';

export interface StartServices {
  readonly store: Pick<Store, 'schedules' | 'budget'>;
  readonly sessions: Pick<Sessions, 'openMany'>;
  readonly sendBatch: SendBatch;
  /** The application's id. */
  readonly sessionId: Guid;
  /** What the bot has set for somebody; undefined: that cannot be told. Never rejects. */
  readonly stateOf: (userId: Guid) => Promise<PersonState | undefined>;
  /** Remembers what was set for somebody, and keeps it when `flush` resolves. */
  readonly record: (userId: Guid, steps: readonly StepOutcome[]) => Promise<void>;
  readonly flush: () => Promise<void>;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, news: ScheduleNews) => void;
  readonly written: (written: Written) => void;
  readonly now: () => Instant;
  /** In [0, 1). */
  readonly random: () => number;
}

/** People at a time: a few of Graph's batches, well within the time for which they are in hand. */
const batch = 100;
const atOnce = 2;
/** Whoever has not sent by then may have slept, and the people may be somebody else's. */
const freshMs = 4000;
const againMs = 5000;
/** Those who wait for the budget do not come back all at once. */
const budgetSpreadMs = 15_000;

/** The schedules that come due. */
export const scheduleStarts = (services: StartServices): DueWork =>
  dueWork('schedules', services.store.schedules, (locked) => startAll(services, locked), { batch, atOnce });

/** What came of a start: Graph took it, or what stands in the way; or nothing was sent before that instant. */
type Started =
  | { readonly kind: 'started' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly isFinal: boolean }
  | { readonly kind: 'notYet'; readonly at: Instant };

interface Planned {
  readonly person: LockedSchedules;
  readonly steps: readonly ScheduleStep[];
  /** What is sent: the last of those that start takes the place of the others. */
  readonly start: DueSchedule | undefined;
  /** It was, as far as can be told, and its person has chosen something since. */
  readonly wasSent: boolean;
}

async function startAll(services: StartServices, locked: readonly LockedSchedules[]): Promise<void> {
  const { store, now } = services;
  const tokens = [...new Set(locked.map(({ token }) => token))];
  const timer = setInterval(() => {
    store.schedules.extendLocks(tokens).catch(() => undefined);
  }, store.schedules.lockMs / 3).unref();
  try {
    const lockedAt = now();
    const planned = await Promise.all(locked.map((person) => plan(services, person)));
    const results = await send(services, planned, lockedAt);
    await services.flush();
    await store.schedules.record(
      planned.map((one) => ({
        userId: one.person.userId,
        token: one.person.token,
        put: changesOf(services, one, results.get(one.person.userId)),
      })),
    );
  } finally {
    clearInterval(timer);
  }
}

async function plan({ stateOf, now }: StartServices, person: LockedSchedules): Promise<Planned> {
  const state = await stateOf(person.userId);
  // Where it cannot be told what they chose, nothing is set over it.
  if (state === undefined) return { person, steps: [], start: undefined, wasSent: false };
  const steps = planOf(person.all, state, now());
  const start = steps.findLast((step) => step.kind === 'start');
  const { doubtSince } = person;
  const { slot } = pairOf(start?.schedule.rule.status ?? 'busy');
  const wasSent = doubtSince !== undefined && (state.changed[slot] ?? 0) > doubtSince;
  return { person, steps, start, wasSent };
}

/** What came of each start, by person. */
async function send(
  services: StartServices,
  planned: readonly Planned[],
  lockedAt: Instant,
): Promise<ReadonlyMap<Guid, Started>> {
  const results = new Map<Guid, Started>();
  const starting = planned.flatMap(({ person, start, wasSent }) => {
    if (start !== undefined && wasSent) results.set(person.userId, { kind: 'started' });
    return start === undefined || wasSent ? [] : [{ person, start }];
  });
  const tenants = Map.groupBy(starting, ({ person }) => person.tenantId);
  await Promise.all(
    [...tenants].map(async ([tenantId, all]) => {
      const isSession = ({ start }: Starting) => pairOf(start.schedule.rule.status).slot === 'session';
      const calls = ({ start }: Starting) => (start.schedule.rule.message === undefined ? 1 : 2);
      const wanted = all.reduce((sum, one) => sum + calls(one), 0);
      const { granted, againAt } = await services.store.budget.take(tenantId, wanted);
      let left = granted;
      const some = all.filter((one) => (left -= calls(one)) >= 0);
      for (const { person } of all.filter((one) => !some.includes(one))) {
        const at = Math.round(againAt + budgetSpreadMs * services.random());
        results.set(person.userId, { kind: 'notYet', at });
      }
      if (services.now() - lockedAt > freshMs) {
        for (const { person } of some)
          results.set(person.userId, { kind: 'notYet', at: services.now() + againMs });
        return;
      }
      await openSessions(services, some.filter(isSession), results);
      await setStatuses(
        services,
        tenantId,
        some.filter((one) => !isSession(one)),
        results,
      );
    }),
  );
  return results;
}

interface Starting {
  readonly person: LockedSchedules;
  readonly start: DueSchedule;
}

async function openSessions(
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

async function setStatuses(
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
  for (const [index, { person }] of starting.entries()) {
    const { userId } = person;
    const status = statuses[index];
    if (status === undefined) continue;
    const message = messageOf.get(userId);
    const steps = [status, ...(message === undefined ? [] : [message])];
    services.written({ userId, tenantId, door: 'schedule', steps, waiting: false });
    await services.record(userId, steps);
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

/** The person's schedules as they are to be kept, with them told what they should know. */
function changesOf(
  services: StartServices,
  { person, steps, start }: Planned,
  result: Started | undefined,
): readonly KeptSchedule[] {
  const { tell, now, random } = services;
  const at = now();
  const all = new Map(person.all.map((one) => [one.id, one]));
  const isStarted = result?.kind === 'started';
  for (const step of steps) {
    const { schedule, next } = step;
    switch (step.kind) {
      case 'miss':
        all.set(schedule.id, advanced(schedule, next.startsAt, at));
        break;
      case 'wait':
      case 'giveUp': {
        const { until, because } = step;
        const startsLater = step.kind === 'wait';
        if (because === 'choice' && schedule.told !== 'waits')
          tell(person.userId, {
            kind: 'waits',
            schedule: scheduleOf(schedule, at),
            until,
            endsAt: next.endsAt,
            startsLater,
          });
        const told = because === 'choice' ? 'waits' : schedule.told;
        all.set(
          schedule.id,
          startsLater
            ? { ...schedule, told, next: { ...next, dueAt: until } }
            : advanced(schedule, next.startsAt, at),
        );
        break;
      }
      case 'start':
        if (isStarted) all.set(schedule.id, started(step, at));
        break;
    }
  }
  if (start === undefined || result === undefined) return [...all.values()];
  if (result.kind === 'started') {
    // They are signed in again: the next time that they are not, they are told again.
    for (const one of all.values()) if (one.told === 'failed') all.set(one.id, { ...one, told: undefined });
    for (const one of all.values()) {
      const back = one.id === start.schedule.id ? undefined : broughtBack(one, start, at);
      if (back !== undefined) all.set(one.id, back);
    }
    return [...all.values()];
  }
  const { schedule, next } = start;
  if (result.kind === 'failed' && result.isFinal) {
    const wasTold = person.all.some(({ told }) => told === 'failed');
    if (!wasTold)
      tell(person.userId, { kind: 'failed', schedule: scheduleOf(schedule, at), failure: result.failure });
    all.set(schedule.id, advanced({ ...schedule, told: 'failed' }, next.startsAt, at));
    return [...all.values()];
  }
  const failures = result.kind === 'failed' ? schedule.failures + 1 : schedule.failures;
  const dueAt =
    result.kind === 'failed'
      ? Math.round(at + backgroundDelay(failures, result.failure, random()))
      : result.at;
  all.set(schedule.id, { ...schedule, failures, next: { ...next, dueAt } });
  return [...all.values()];
}
