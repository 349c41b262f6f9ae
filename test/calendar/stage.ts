/** Calendars on a real store and a simulated Graph, with a clock that the test moves. */

import { randomUUID } from 'node:crypto';
import { createCalendar, type CalendarService } from '../../src/calendar/calendar.ts';
import { asDeveloper } from '../../src/graph/access.ts';
import { createSendBatch } from '../../src/graph/batch.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createReadCalendar } from '../../src/graph/read-calendar.ts';
import { createRead } from '../../src/graph/read-presence.ts';
import { sendDefaults } from '../../src/graph/send.ts';
import { senderOf } from '../../src/persistence/conversation-references.ts';
import { createPersonStates } from '../../src/persistence/person-states.ts';
import { recordedStarts } from '../../src/persistence/recorded-starts.ts';
import type { CalendarCondition, CalendarEffect, CalendarNews } from '../../src/presence/calendar.ts';
import { guid, type Guid, type Sender, type WantedPresence } from '../../src/presence/intent.ts';
import { validate } from '../../src/presence/validate.ts';
import { createScheduler } from '../../src/sessions/scheduler.ts';
import { createSessions } from '../../src/sessions/sessions.ts';
import {
  developmentAppId,
  developmentToken,
  startSimulator,
  type CalendarInput,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/index.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { quietLog } from '../support/stores.ts';

/** A Monday, 9:00 in UTC. */
export const nine = Date.UTC(2026, 10, 23, 9);
export const minute = 60_000;
export const hour = 60 * minute;

const tenantId = guid('11111111-1111-4111-8111-111111111111') as Guid;
const sessionId = guid(developmentAppId) as Guid;

export type TestEvent = Partial<Omit<CalendarInput['events'][number], 'start' | 'end'>>;

export interface Stage {
  readonly clock: { now: number };
  readonly simulator: Simulator;
  readonly store: Store;
  readonly calendar: CalendarService;
  readonly told: readonly CalendarNews[];
  readonly who: Sender;
  rule(when: CalendarCondition, then: CalendarEffect, zone?: string): Promise<void>;
  /** Puts one event, or several, in the calendar; from and to in minutes after nine. */
  events(...all: readonly (readonly [from: number, to: number, event?: TestEvent])[]): void;
  /** Their own choice, through the bot. */
  choose(wanted: WantedPresence): Promise<void>;
  /** Does all that comes due until so many minutes after nine, in order, and leaves the clock there. */
  runTo(minutes: number): Promise<void>;
  /** What colleagues see. */
  seen(): string;
  /** The presence writes: action, and availability with its length. */
  writes(): readonly string[];
  /** The requests for the calendar: how many minutes after nine. */
  polls(): readonly number[];
  /** The same on the same store, as a process that was started anew. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(where: StoreFolder, options: SimulatorOptions = {}): Promise<Stage> {
  const clock = { now: nine };
  const now = () => clock.now;
  const log = quietLog();
  const roles = ['Presence.ReadWrite.All', 'Calendars.ReadBasic'];
  const simulator = await startSimulator({
    now,
    tokens: { [developmentToken]: { kind: 'application', appId: developmentAppId, roles } },
    ...options,
  });
  const client = createGraphClient({
    baseUrl: simulator.url,
    access: asDeveloper(developmentToken),
    attemptMs: 10_000,
  });
  // Nobody sleeps here: what fails is tried again when it is due.
  const sending = { ...sendDefaults, now, totalMs: 0 };
  const userId = guid(randomUUID()) as Guid;
  const who: Sender = { userId, tenantId, account: `29:${userId}` };
  const told: CalendarNews[] = [];
  const sendBatch = createSendBatch(client, now);

  const start = async () => {
    const store = await openStore(where, { now, log });
    const personStates = createPersonStates({ store: () => Promise.resolve(store.personStates), now, log });
    const parts = { sendBatch, sessionId, now, random: () => 0.5 };
    const sessions = createSessions({ ...parts, ...store, log, givenUp: () => undefined });
    const calendar = createCalendar({
      ...parts,
      ...recordedStarts(store.people, { personStates, sessions, sessionId, now }, 'calendar'),
      store,
      sessions,
      readCalendar: createReadCalendar(client, sending),
      readPresence: createRead(client, sending),
      presence: { sessionId, maxSessionSeconds: 86_400 },
      senderOf: async (one) => senderOf(await store.people.find(one)),
      tell: (_userId, news) => told.push(news),
      written: () => undefined,
    });
    const works = [calendar.looks, sessions.renewals];
    const scheduler = createScheduler({ works, now, pollMs: 1000, log });
    return { store, personStates, calendar, scheduler };
  };
  let process = await start();
  await process.store.people.put(userId, tenantId, { accountId: who.account });

  return {
    clock,
    simulator,
    get store() {
      return process.store;
    },
    get calendar() {
      return process.calendar;
    },
    told,
    who,
    rule: async (when, then, zone = 'UTC') => {
      await process.calendar.change(who, { kind: 'add', rule: { when, then }, zone });
      await process.scheduler.runDue(clock.now);
    },
    events: (...all) => {
      simulator.setCalendar({
        userId,
        events: all.map(([from, to, event = {}], index) => ({
          id: `event ${index}`,
          start: new Date(nine + from * minute).toISOString(),
          end: new Date(nine + to * minute).toISOString(),
          ...event,
        })),
      });
    },
    choose: async (wanted) => {
      const judged = validate({ who, door: 'chat', wanted, assumed: [] }, { sessionId }, clock.now);
      if (!judged.ok) throw new Error(judged.problem.code);
      const [step] = judged.value.steps;
      const [result] = await sendBatch(tenantId, [step.request]);
      if (result === undefined) throw new Error('nothing was sent');
      process.personStates.record({
        outcome: { change: judged.value, steps: [{ step, result }] },
        did: 'change',
        kept: true,
      });
      await process.personStates.flush();
    },
    runTo: async (minutes) => {
      const until = nine + minutes * minute;
      for (;;) {
        const { store, scheduler } = process;
        const dues = await Promise.all(
          [store.calendars, store.sessionStore].map((rows) => rows.nextDue(clock.now)),
        );
        const due = Math.min(...dues.map((at) => at ?? Infinity));
        if (due > until) break;
        clock.now = Math.max(clock.now, due);
        await scheduler.runDue(clock.now);
      }
      clock.now = until;
    },
    seen: () => {
      const { availability, activity } = simulator.state(userId).seen;
      return availability === activity ? availability : `${availability}/${activity}`;
    },
    writes: () =>
      simulator.requests().flatMap(({ action = '', method, body }) => {
        if (method !== 'POST' || action === 'batch') return [];
        const { availability = '', expirationDuration = '' } = body as Record<string, string>;
        return [[action, availability, expirationDuration].filter((part) => part !== '').join(' ')];
      }),
    polls: () =>
      simulator
        .requests()
        .filter(({ action }) => action === 'getCalendarView')
        .map(({ at }) => (Date.parse(at) - nine) / minute),
    restart: async () => {
      await process.store.close();
      process = await start();
    },
    close: async () => {
      await simulator.close();
      await process.store.close();
    },
  };
}
