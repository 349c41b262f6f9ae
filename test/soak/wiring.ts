/** Sessions on a clock that is moved by hand: the one file here that knows by which modules the bot keeps them. */

import type { Guid } from '../../src/presence/intent.ts';
import type { SessionPairId } from '../../src/presence/pairs.ts';
import type { LoggedRequest, Simulator } from '../../src/simulator/index.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { openStage } from '../sessions/harness.ts';
import { TENANT_ID } from '../support/activities.ts';

export { fewestCalls } from '../support/fewest-calls.ts';

export interface Sessions {
  readonly clock: { now: number };
  readonly simulator: Simulator;
  readonly open: (userId: Guid, pair: SessionPairId, endsAt: number) => Promise<void>;
  readonly end: (userId: Guid) => Promise<void>;
  /** Does all that comes due until that instant, looking so often, and leaves the clock there. */
  readonly runTo: (instant: number, pollMs?: number) => Promise<void>;
  /** The calls about people in order, batches themselves left out. */
  readonly calls: () => readonly LoggedRequest[];
  /** How many people have something on record. */
  readonly onRecord: () => Promise<number>;
  /** Whose session was given up. */
  readonly givenUp: readonly Guid[];
  readonly close: () => Promise<void>;
}

/** Graph has so many real milliseconds to answer: many, so that a busy machine is not taken for a Graph that is away. */
export async function openSessions(where: StoreFolder, attemptMs = 30_000): Promise<Sessions> {
  const stage = await openStage(where, { attemptMs });
  const { clock, simulator, sessions, told: givenUp } = stage;
  const source = { kind: 'asked' } as const;
  return {
    clock,
    simulator,
    givenUp,
    open: async (userId, pair, endsAt) => {
      const { status } = await sessions.hold({ userId, tenantId: TENANT_ID, source, pair, endsAt });
      if (status?.kind === 'givenUp') givenUp.push(userId);
    },
    end: async (userId) => {
      const { status } = await sessions.endOf(userId, 'all');
      if (status?.kind === 'givenUp') givenUp.push(userId);
    },
    runTo: (instant, pollMs) => stage.runTo(instant, pollMs),
    calls: () => stage.calls(),
    onRecord: () => stage.sessionStore.count(),
    close: () => stage.close(),
  };
}
