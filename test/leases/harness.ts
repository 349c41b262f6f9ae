/** The keeper on a clock that is moved by hand: the real planner, keeper, scheduler and store, the simulator over HTTP. */

import { createSendTogether } from '../../src/graph/batch.ts';
import { asDeveloper } from '../../src/graph/access.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createKeeper, renewals, type Keeper, type KeeperParts } from '../../src/leases/keeper.ts';
import type { Told } from '../../src/leases/settle.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import type { SendTogether } from '../../src/presence/ports.ts';
import { createScheduler } from '../../src/sessions/scheduler.ts';
import {
  developmentAppId,
  startSimulator,
  type LoggedRequest,
  type Simulator,
} from '../../src/simulator/index.ts';
import { createBudget, defaultBudget, type BudgetLimit } from '../../src/store/budget.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createLeases, type Leases } from '../../src/store/leases.ts';
import type { Store, StoreLog, Where } from '../../src/store/store.ts';
import { quietLog } from '../support/stores.ts';
import { nine } from './samples.ts';

export interface Stage {
  readonly clock: { now: number };
  readonly simulator: Simulator;
  readonly keeper: Keeper;
  readonly leases: Leases;
  /** Who was told of what Graph refused for good. */
  /** Every request that the operator was told of. */
  readonly reported: Told[];
  readonly told: Guid[];
  /** Another keeper on the same store, as another process would have it. */
  another(parts?: Partial<KeeperParts>): Keeper;
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
  readonly together?: (simulator: Simulator, now: () => number) => SendTogether;
}

/** What a keeper of real time on that store needs. */
export function keeperPartsOf(
  { leases, budget }: Pick<Store, 'leases' | 'budget'>,
  baseUrl: string,
  attemptMs = 10_000,
  log: StoreLog = quietLog(),
): KeeperParts {
  const client = createGraphClient({ baseUrl, access: asDeveloper('local-development-token'), attemptMs });
  return {
    leases,
    budget,
    together: createSendTogether(client, Date.now),
    sessionId,
    now: Date.now,
    random: Math.random,
    log,
    givenUp: () => undefined,
  };
}

export async function openStage(
  where: Where,
  { budget: limit = defaultBudget, attemptMs = 2000, together }: StageOptions = {},
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
  const leases = createLeases(database, now, () => undefined);
  const told: Guid[] = [];
  const reported: Told[] = [];
  let seed = 1;
  const budget = createBudget(database.db, limit, now, log);
  const parts: KeeperParts = {
    leases,
    budget,
    together: together?.(simulator, now) ?? createSendTogether(client, now),
    sessionId,
    now,
    random: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
    log,
    givenUp: (userId) => told.push(userId),
    told: (one) => reported.push(one),
  };
  const keeper = createKeeper(parts);
  const scheduler = createScheduler({ works: [renewals(parts, keeper)], now, pollMs: 1000, log });
  return {
    clock,
    simulator,
    keeper,
    leases,
    told,
    reported,
    another: (more = {}) => createKeeper({ ...parts, ...more }),
    calls: (userId) =>
      simulator
        .requests()
        .filter((one) => one.action !== 'batch' && (userId === undefined || one.userId === userId)),
    runTo: async (instant, pollMs = 1000) => {
      for (;;) {
        const due = await leases.nextDue(clock.now);
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
