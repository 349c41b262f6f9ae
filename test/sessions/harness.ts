/** Sessions on a clock that is moved by hand: the real planner, pipeline, scheduler and store, the simulator over HTTP. */

import { createSendBatch } from '../../src/graph/batch.ts';
import { asDeveloper } from '../../src/graph/access.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import type { Claim, ClaimSource } from '../../src/presence/claim.ts';
import type { Written } from '../../src/presence/outcome.ts';
import type { SendBatch } from '../../src/presence/ports.ts';
import { reconcile } from '../../src/sessions/reconcile.ts';
import { createScheduler } from '../../src/sessions/scheduler.ts';
import {
  createSessions,
  type OpenedSession,
  type Sessions,
  type SessionsParts,
  type Wanted,
} from '../../src/sessions/sessions.ts';
import type { SlotStatus } from '../../src/sessions/slot-status.ts';
import {
  developmentAppId,
  startSimulator,
  type LoggedRequest,
  type Simulator,
} from '../../src/simulator/index.ts';
import { createBudget, defaultBudget, type BudgetLimit } from '../../src/store/budget.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createSessionStore, type SessionStore } from '../../src/store/session-slots.ts';
import type { Store } from '../../src/store/store.ts';
import type { StoreLog, StoreFolder } from '../../src/store/store-folder.ts';
import { quietLog } from '../support/stores.ts';
import { nine } from './samples.ts';

export interface Stage {
  readonly clock: { now: number };
  readonly simulator: Simulator;
  readonly sessions: OneByOne;
  readonly sessionStore: SessionStore;
  /** Every request that the operator was told of. */
  readonly written: Written[];
  /** Who was told of what Graph refused for good. */
  readonly told: Guid[];
  /** The same on the same store, as another process would have it. */
  another(parts?: Partial<SessionsParts>): OneByOne;
  /** The calls about people in order, batches themselves left out. */
  calls(userId?: Guid): readonly LoggedRequest[];
  /** Does all that comes due until that instant, in order, and leaves the clock there. */
  runTo(instant: number, pollMs?: number): Promise<void>;
  close(): Promise<void>;
}

export const sessionId = guid(developmentAppId) as Guid;

interface StageOptions {
  readonly budget?: BudgetLimit;
  /** Real milliseconds in which Graph has to answer. */
  readonly attemptMs?: number;
  /** In place of a token that speaks for all. */
  readonly sendBatch?: (simulator: Simulator, now: () => number) => SendBatch;
}

/** Sessions of one person at a time. */
export interface OneByOne extends Sessions {
  hold(wanted: Wanted): Promise<OpenedSession>;
  endOf(
    userId: Guid,
    source: ClaimSource | 'all',
  ): Promise<{ readonly ended: readonly Claim[]; readonly status: SlotStatus | undefined }>;
  /** Settles them as if they had come due. */
  ring(userIds: readonly Guid[]): Promise<void>;
}

export function oneByOne(parts: SessionsParts): OneByOne {
  const sessions = createSessions(parts);
  return {
    ...sessions,
    hold: async (wanted) => {
      const [opened] = await sessions.openMany([wanted]);
      if (opened === undefined) throw new Error('nothing was opened');
      return opened;
    },
    endOf: async (userId, source) => {
      const { ended, statuses } = await sessions.endMany([userId], source);
      return { ended, status: statuses.get(userId) };
    },
    ring: async (userIds) => {
      for (const [userId, one] of await reconcile(parts, userIds, { waiting: false }))
        if (one.kind === 'givenUp') parts.givenUp(userId, one);
    },
  };
}

/** Real milliseconds in which Graph has to answer: so many that nobody who is only busy is late. */
const patientMs = 10_000;

/** What sessions of real time on that store need. */
export function sessionsPartsOf(
  { sessionStore, budget }: Pick<Store, 'sessionStore' | 'budget'>,
  baseUrl: string,
  attemptMs = patientMs,
  log: StoreLog = quietLog(),
): SessionsParts {
  const client = createGraphClient({ baseUrl, access: asDeveloper('local-development-token'), attemptMs });
  return {
    sessionStore,
    budget,
    sendBatch: createSendBatch(client, Date.now),
    sessionId,
    now: Date.now,
    random: Math.random,
    log,
    givenUp: () => undefined,
  };
}

export async function openStage(
  where: StoreFolder,
  { budget: limit = defaultBudget, attemptMs = patientMs, sendBatch }: StageOptions = {},
): Promise<Stage> {
  const clock = { now: nine };
  const now = () => clock.now;
  const log = quietLog();
  const simulator = await startSimulator({ now, teamsClients: 'off', maxLoggedRequests: 200_000 });
  const client = createGraphClient({
    baseUrl: simulator.url,
    access: asDeveloper('local-development-token'),
    attemptMs,
  });
  const database = await openDatabase(where, log);
  const sessionStore = createSessionStore(database, now, () => undefined);
  const told: Guid[] = [];
  const written: Written[] = [];
  let seed = 1;
  const budget = createBudget(database.db, limit, now, log);
  const parts: SessionsParts = {
    sessionStore,
    budget,
    sendBatch: sendBatch?.(simulator, now) ?? createSendBatch(client, now),
    sessionId,
    now,
    random: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
    log,
    givenUp: (userId) => told.push(userId),
    written: (one) => written.push(one),
  };
  const sessions = oneByOne(parts);
  const scheduler = createScheduler({ works: [sessions.renewals], now, pollMs: 1000, log });
  return {
    clock,
    simulator,
    sessions,
    sessionStore,
    told,
    written,
    another: (more = {}) => oneByOne({ ...parts, ...more }),
    calls: (userId) =>
      simulator
        .requests()
        .filter((one) => one.action !== 'batch' && (userId === undefined || one.userId === userId)),
    runTo: async (instant, pollMs = 1000) => {
      for (;;) {
        const due = await sessionStore.nextDue(clock.now);
        if (due === undefined || due > instant) break;
        clock.now = Math.max(clock.now, Math.min(instant, Math.ceil(due / pollMs) * pollMs));
        await scheduler.runDue(clock.now);
      }
      clock.now = instant;
    },
    close: async () => {
      await simulator.close();
      await budget.close();
      await database.close();
    },
  };
}
