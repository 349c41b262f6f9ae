/** What people do with their schedules. */

import { setTimeout as delay } from 'node:timers/promises';
import type { ChainId, Guid, Instant } from '../presence/intent.ts';
import { isSameEnd } from '../presence/intent.ts';
import type { Stack } from '../presence/meeting.ts';
import type { Records } from '../presence/ports.ts';
import { stepsOf, type ChainRest, type ScheduleChange, type ScheduleRequest } from '../presence/schedule.ts';
import type { KeptSchedule } from '../store/schedule-rows.ts';
import type { Store } from '../store/store.ts';
import type { Chained } from './chained.ts';
import { chainSteps, followingFrom, restOf } from './chain.ts';
import { daysOf } from './days.ts';
import { editOf, overlapsOf, renewed } from './edit.ts';
import { changeOf, scheduleOf } from './view.ts';

export interface SchedulesService {
  /** Does it, and gives how they are then. Rejects with the database's error: then nothing was changed. */
  change(who: Owner, request: ScheduleRequest): Promise<ScheduleChange>;
  /** After a change of their chain: moves what is to come, and gives it with what is not to come any more. */
  followChain(who: Owner, chain: Parameters<Records['followChain']>[1]): Promise<ChainRest>;
  /** What of them holds at present, what is to come of chains, of which statuses there are some, and when they were last edited. */
  runningOf(userId: Guid): Promise<Pick<Stack, 'schedules' | 'chained' | 'scheduled' | 'schedulesEditedAt'>>;
  /** Does that while nothing of somebody's starts: what is being started is waited for. */
  whileHeld<T>(who: Owner, work: () => Promise<T>): Promise<T>;
}

interface Owner {
  readonly userId: Guid;
  readonly tenantId: string;
}

interface ScheduleServices {
  readonly store: Pick<Store, 'schedules'>;
  /** The chain of somebody's that goes on, if any does. */
  readonly chainOf: (userId: Guid) => Promise<ChainId | undefined>;
  /** Told of whoever begins one. */
  readonly chained: Pick<Chained, 'add'>;
  readonly now: () => Instant;
}

/** Longer than somebody's schedules are in hand, even by a process that died. */
const patienceMs = 12_000;
const pollMs = 50;

export function createSchedules({ store, chainOf, chained, now }: ScheduleServices): SchedulesService {
  const { schedules } = store;

  /** Asks again while somebody has them in hand. */
  const patiently = async <T>(work: () => Promise<T | undefined>): Promise<T> => {
    for (let waited = 0; waited <= patienceMs; waited += pollMs) {
      const done = await work();
      if (done !== undefined) return done;
      await delay(pollMs);
    }
    throw new Error('somebody else has the schedules in hand');
  };

  /** All but the steps of chains that do not go on. */
  const list = async (userId: Guid) => {
    const all = await schedules.list(userId);
    return all.some(({ chain }) => chain !== undefined) ? withoutEnded(all, await chainOf(userId)) : all;
  };

  const begin = async (
    { userId, tenantId }: Owner,
    request: Extract<ScheduleRequest, { kind: 'chain' }>,
  ): Promise<ScheduleChange> => {
    const chain = await chainOf(userId);
    chained.add(userId);
    const { result } = await patiently(() =>
      schedules.edit(userId, tenantId, (all, at) => {
        const put = chainSteps(request, { userId, tenantId }, at);
        // The one that goes on comes back if this one is undone.
        const kept = withoutEnded(all, chain);
        const remove = all.filter((one) => !kept.includes(one)).map(({ id }) => id);
        return { put, remove, isSilent: true, result: changeOf(put, [...kept, ...put], at) };
      }),
    );
    return result;
  };

  return {
    change: async (who, request) => {
      const { userId, tenantId } = who;
      if (request.kind === 'list') return changeOf([], await list(userId), now());
      if (request.kind === 'days') {
        const all = await list(userId);
        return { ...changeOf([], all, now()), days: daysOf(all, request, now()) };
      }
      if (request.kind === 'chain') return begin(who, request);
      if (request.kind === 'undo') {
        const back = await patiently(() =>
          schedules.takeBack(userId, tenantId, request, (one) => renewed(one, now())),
        );
        return changeOf(back, await list(userId), now());
      }
      const chain = await chainOf(userId);
      const { result } = await patiently(() =>
        schedules.edit(userId, tenantId, (known, at) => {
          const all = withoutEnded(known, chain);
          const { put, remove, refused, because = [] } = editOf(request, { userId, tenantId, now: at, all });
          const gone = new Set([...put, ...remove].map(({ id }) => id));
          const left = [...all.filter(({ id }) => !gone.has(id)), ...put];
          const [added] = request.kind === 'add' ? put : [];
          const overlaps = added === undefined ? [] : overlapsOf(added, left, at);
          return {
            put,
            remove: remove.map(({ id }) => id),
            result: changeOf([...put, ...remove], left, at, { refused, because, overlaps }),
          };
        }),
      );
      return result;
    },
    followChain: async ({ userId, tenantId }, { before, after, from }) => {
      const { result } = await patiently(() =>
        schedules.edit(userId, tenantId, (all, at) => {
          const rest = restOf(all, after);
          const [first] = rest;
          const { timing } = first?.rule ?? {};
          const isMoved = from !== undefined && timing?.kind === 'once' && !isSameEnd(timing.startsAt, from);
          const moved = isMoved ? followingFrom(rest, from, at) : rest;
          const seen = (some: readonly KeptSchedule[]) => some.map((one) => scheduleOf(one, at));
          return {
            put: isMoved ? moved : [],
            isSilent: true,
            result: {
              next: stepsOf(seen(moved), after),
              cancelled: before === after ? [] : stepsOf(seen(all), before),
            },
          };
        }),
      );
      return result;
    },
    runningOf: async (userId) => {
      const [all, editedAt] = await Promise.all([schedules.list(userId), schedules.editedAt(userId)]);
      const seen = all.map((one) => scheduleOf(one, now()));
      const running = seen.filter(({ runsUntil }) => runsUntil !== undefined);
      const chained = seen.filter(({ chain }) => chain !== undefined);
      return {
        ...(running.length === 0 ? {} : { schedules: running }),
        ...(all.length === 0 ? {} : { scheduled: [...new Set(all.map(({ rule }) => rule.status))] }),
        ...(chained.length === 0 ? {} : { chained }),
        ...(editedAt === undefined ? {} : { schedulesEditedAt: editedAt }),
      };
    },
    whileHeld: async ({ userId, tenantId }, work) => {
      const token = await patiently(() => schedules.hold(userId, tenantId));
      const timer = setInterval(() => {
        schedules.extendLocks([token]).catch(() => undefined);
      }, schedules.lockMs / 3).unref();
      try {
        return await work();
      } finally {
        clearInterval(timer);
        // What cannot be given back now is free when its time is over.
        await schedules.record([{ userId, token, put: [] }]).catch(() => undefined);
      }
    },
  };
}

/** All but the steps to come of chains that do not go on. */
function withoutEnded(all: readonly KeptSchedule[], chain: ChainId | undefined): readonly KeptSchedule[] {
  return all.filter((one) => one.chain === undefined || one.chain === chain || one.held !== undefined);
}
