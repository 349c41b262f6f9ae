/** Schedules on a real store, the simulator over HTTP, and a clock that is moved by hand. */

import { randomUUID } from 'node:crypto';
import { createOrder, type Order } from '../../src/commands/order.ts';
import { asDeveloper } from '../../src/graph/access.ts';
import { createSendBatch } from '../../src/graph/batch.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createPersonStates } from '../../src/persistence/person-states.ts';
import { recordedStarts } from '../../src/persistence/recorded-starts.ts';
import { guid, type Guid, type WantedPresence } from '../../src/presence/intent.ts';
import type { PairId } from '../../src/presence/pairs.ts';
import type { SendBatch } from '../../src/presence/ports.ts';
import type { Schedule, ScheduleNews, ScheduleRequest, ScheduleTiming } from '../../src/presence/schedule.ts';
import { validate } from '../../src/presence/validate.ts';
import { createSchedules, type SchedulesService } from '../../src/schedules/schedules.ts';
import { scheduleStarts } from '../../src/schedules/start.ts';
import { createScheduler } from '../../src/sessions/scheduler.ts';
import { createSessions } from '../../src/sessions/sessions.ts';
import { developmentAppId, startSimulator, type Simulator } from '../../src/simulator/index.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { quietLog } from '../support/stores.ts';

/** A Monday, 9:00 in UTC. */
export const monday = Date.UTC(2026, 10, 23, 9);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const tenantId = guid('11111111-1111-4111-8111-111111111111') as Guid;
const sessionId = guid(developmentAppId) as Guid;

export interface Person {
  readonly userId: Guid;
  readonly tenantId: Guid;
  readonly account: string;
}

export interface Process {
  readonly order: Order;
  readonly schedules: SchedulesService;
  /** Has done what is due at this moment. */
  runDue(): Promise<void>;
  /** Schedules it for the person, from and to as hours of UTC. */
  add(who: Person, status: PairId, timing: ScheduleTiming, message?: string): Promise<Schedule>;
  ask(who: Person, request: ScheduleRequest): ReturnType<SchedulesService['change']>;
  /** Their own choice, with which that chain begins. */
  choose(who: Person, wanted: WantedPresence, chain?: string): Promise<void>;
}

export interface Stage extends Process {
  readonly clock: { now: number };
  readonly simulator: Simulator;
  readonly store: Store;
  readonly told: { readonly userId: Guid; readonly news: ScheduleNews }[];
  readonly person: () => Promise<Person>;
  /** The same on the same store, as another process would have it. */
  another(sendBatch?: (send: SendBatch) => SendBatch): Process;
  /** The writes about somebody: action, availability or message, and how long it is to hold. */
  calls(who: Person): readonly string[];
  /** Does all that comes due until that instant, in order, and leaves the clock there. */
  runTo(instant: number): Promise<void>;
  close(): Promise<void>;
}

export function every(rrule: string, from: string, to: string): ScheduleTiming {
  return { kind: 'recurring', rrule, from: from as `${number}:${number}`, to: to as `${number}:${number}` };
}

export function once(startsAt: number, endsAt: number): ScheduleTiming {
  return { kind: 'once', startsAt, endsAt };
}

export async function openStage(where: StoreFolder): Promise<Stage> {
  const clock = { now: monday };
  const now = () => clock.now;
  const log = quietLog();
  const simulator = await startSimulator({ now, teamsClients: 'off', maxLoggedRequests: 100_000 });
  const client = createGraphClient({
    baseUrl: simulator.url,
    access: asDeveloper('local-development-token'),
    attemptMs: 10_000,
  });
  const store = await openStore(where, { now, log });
  const told: { userId: Guid; news: ScheduleNews }[] = [];
  const shared = 'databaseUrl' in where;
  const process = (wrap: (send: SendBatch) => SendBatch = (send) => send): Process => {
    const sendBatch = wrap(createSendBatch(client, now));
    const personStates = createPersonStates({
      store: () => Promise.resolve(store.personStates),
      shared,
      now,
      log,
    });
    const parts = { sendBatch, sessionId, now, random: () => 0.5 };
    const sessions = createSessions({ ...parts, ...store, log, givenUp: () => undefined });
    const order = createOrder();
    const starts = scheduleStarts({
      ...parts,
      hold: order.hold,
      ...recordedStarts(store.people, { ...parts, personStates, sessions }),
      store,
      sessions,
      tell: (userId, news) => told.push({ userId, news }),
      written: () => undefined,
    });
    const scheduler = createScheduler({ works: [starts, sessions.renewals], now, pollMs: 1000, log });
    const schedules = createSchedules({
      store,
      chainOf: async (userId) => (await personStates.recall(userId)).state.chain,
      chained: { add: () => undefined },
      now,
    });
    return {
      schedules,
      order,
      runDue: () => scheduler.runDue(clock.now),
      add: async (who, status, timing, message) => {
        const rule = { status, timing, ...(message === undefined ? {} : { message }) };
        const { changed } = await schedules.change(who, { kind: 'add', rule, zone: 'UTC' });
        const [added] = changed;
        if (added === undefined) throw new Error('nothing was added');
        return added;
      },
      ask: (who, request) => schedules.change(who, request),
      choose: async (who, wanted, chain) => {
        const begun = chain === undefined ? {} : { chain };
        const judged = validate(
          { who, door: 'chat', wanted, assumed: [], ...begun },
          { sessionId },
          clock.now,
        );
        if (!judged.ok) throw new Error(judged.problem.code);
        const { steps } = judged.value;
        const sent = await createSendBatch(client, now)(
          tenantId,
          steps.slice(0, 1).map(({ request }) => request),
        );
        const [result] = sent;
        if (result === undefined) throw new Error('nothing was sent');
        personStates.record({
          outcome: { change: judged.value, steps: [{ step: steps[0], result }] },
          did: 'change',
          kept: true,
        });
        await personStates.flush();
      },
    };
  };
  const first = process();
  return {
    ...first,
    clock,
    simulator,
    store,
    told,
    person: async () => {
      const userId = guid(randomUUID()) as Guid;
      const who = { userId, tenantId, account: `29:${userId}` };
      await store.people.put(userId, tenantId, { accountId: who.account });
      return who;
    },
    another: process,
    calls: ({ userId }) =>
      simulator
        .requests()
        .filter((one) => one.action !== 'batch' && one.userId === userId)
        .map(({ body }) => callText(body)),
    runTo: async (instant) => {
      for (;;) {
        const dues = await Promise.all(
          [store.schedules, store.sessionStore].map((rows) => rows.nextDue(clock.now)),
        );
        const due = Math.min(...dues.map((at) => at ?? Infinity));
        if (due > instant) break;
        clock.now = Math.max(clock.now, due);
        await first.runDue();
      }
      clock.now = instant;
    },
    close: async () => {
      await simulator.close();
      await store.close();
    },
  };
}

function callText(body: unknown): string {
  const { availability, activity, expirationDuration, statusMessage } = body as {
    availability?: string;
    activity?: string;
    expirationDuration?: string;
    statusMessage?: { message: { content: string } };
  };
  if (statusMessage !== undefined) return `“${statusMessage.message.content}”`;
  if (availability === undefined) return 'clear';
  const name =
    activity === availability || activity === 'OffWork' ? availability : `${availability}/${activity ?? ''}`;
  return `${name} ${expirationDuration ?? ''}`;
}
