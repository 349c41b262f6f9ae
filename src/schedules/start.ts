/**
 * Starts what is due: plans for each person, sends for all together, records. An occurrence is one request with its end in
 * it, so it ends in time even if the bot is gone by then. Safe to repeat: what may have been sent by a process that died
 * is sent again to the same end, unless its person has chosen something since.
 */

import type { Guid, Instant } from '../presence/intent.ts';
import { pairOf } from '../presence/pairs.ts';
import { dueWork, type DueWork } from '../sessions/scheduler.ts';
import type { LockedSchedules } from '../store/schedules.ts';
import { changesOf } from './after-start.ts';
import { planOf } from './plan.ts';
import { openSessions, setStatuses, type Starting } from './send-starts.ts';
import type { Planned, StartServices, Started } from './start-services.ts';

/** People at a time: a few of Graph's batches, well within the time for which they are in hand. */
const batch = 100;
const atOnce = 2;
/** Whoever has not sent by then may have slept, and the people may be somebody else's. */
const freshMs = 4000;
const againMs = 5000;
/** Whoever is being answered is soon free. */
const busyMs = 1000;
/** Those who wait for the budget do not come back all at once. */
const budgetSpreadMs = 15_000;

/** The schedules that come due. */
export const scheduleStarts = (services: StartServices): DueWork =>
  dueWork('schedules', services.store.schedules, (locked) => startAll(services, locked), { batch, atOnce });

async function startAll(services: StartServices, locked: readonly LockedSchedules[]): Promise<void> {
  const { store, now } = services;
  const tokens = [...new Set(locked.map(({ token }) => token))];
  const timer = setInterval(() => {
    store.schedules.extendLocks(tokens).catch(() => undefined);
  }, store.schedules.lockMs / 3).unref();
  // A choice that somebody makes meanwhile comes after the start, and one under way before it.
  const { free, release } = services.hold(locked.map(({ userId }) => userId));
  try {
    const lockedAt = now();
    const planned = await Promise.all(locked.map((person) => plan(services, person, free)));
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
    release();
    clearInterval(timer);
  }
}

function later(person: LockedSchedules, notBefore: Instant): Planned {
  return { person, steps: [], start: undefined, wasSent: false, notBefore };
}

async function plan(
  { stateOf, now }: StartServices,
  person: LockedSchedules,
  free: ReadonlySet<string>,
): Promise<Planned> {
  if (!free.has(person.userId)) return later(person, now() + busyMs);
  const state = await stateOf(person.userId);
  // Where it cannot be told what they chose, nothing is set over it.
  if (state === undefined) return later(person, now() + againMs);
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
