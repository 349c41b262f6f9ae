/** What people do with their schedules. */

import { setTimeout as delay } from 'node:timers/promises';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Stack } from '../presence/meeting.ts';
import type { ScheduleChange, ScheduleRequest } from '../presence/schedule.ts';
import type { Store } from '../store/store.ts';
import { daysOf } from './days.ts';
import { changeOf, editOf, overlapsOf, renewed } from './edit.ts';
import { scheduleOf } from './view.ts';

export interface SchedulesService {
  /** Does it, and gives how they are then. Rejects with the database's error: then nothing was changed. */
  change(who: Owner, request: ScheduleRequest): Promise<ScheduleChange>;
  /** What of them holds at present, of which statuses there are some, and when they were last edited. */
  runningOf(userId: Guid): Promise<Pick<Stack, 'schedules' | 'scheduled' | 'schedulesEditedAt'>>;
  /** Does that while nothing of somebody's starts: what is being started is waited for. */
  whileHeld<T>(who: Owner, work: () => Promise<T>): Promise<T>;
}

interface Owner {
  readonly userId: Guid;
  readonly tenantId: string;
}

interface ScheduleServices {
  readonly store: Pick<Store, 'schedules'>;
  readonly now: () => Instant;
}

/** Longer than somebody's schedules are in hand, even by a process that died. */
const patienceMs = 12_000;
const pollMs = 50;

export function createSchedules({ store, now }: ScheduleServices): SchedulesService {
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

  const listed = async ({ userId }: Owner) => changeOf([], await schedules.list(userId), now());

  return {
    change: async (who, request) => {
      const { userId, tenantId } = who;
      if (request.kind === 'list') return listed(who);
      if (request.kind === 'days')
        return { ...(await listed(who)), days: daysOf(await schedules.list(userId), request, now()) };
      if (request.kind === 'undo') {
        const back = await patiently(() =>
          schedules.takeBack(userId, tenantId, request, (one) => renewed(one, now())),
        );
        return changeOf(back, await schedules.list(userId), now());
      }
      const { result } = await patiently(() =>
        schedules.edit(userId, tenantId, (all, at) => {
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
    runningOf: async (userId) => {
      const [all, editedAt] = await Promise.all([schedules.list(userId), schedules.editedAt(userId)]);
      const running = all
        .map((one) => scheduleOf(one, now()))
        .filter(({ runsUntil }) => runsUntil !== undefined);
      return {
        ...(running.length === 0 ? {} : { schedules: running }),
        ...(all.length === 0 ? {} : { scheduled: [...new Set(all.map(({ rule }) => rule.status))] }),
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
