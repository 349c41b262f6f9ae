/** Keeps what people were promised of their sessions: opens, renews and ends them, whatever restarts. */

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Claim, ClaimSource } from '../presence/claim.ts';
import type { Guid } from '../presence/intent.ts';
import type { StoreLog } from '../store/store-folder.ts';
import { batchSize, reconcile, reconcileTaken, type Occasion, type ReconcileParts } from './reconcile.ts';
import { dueWork, type DueWork } from './scheduler.ts';
import type { Settlement } from './settlement.ts';

export interface SessionsParts extends ReconcileParts {
  readonly log: StoreLog;
  /**
   * Graph refused for good what nobody was waiting for: the person is to be told, once. `claims` are what is lost;
   * empty where a session could not be ended. Not called for what `openMany` and `endMany` answer themselves.
   */
  readonly givenUp: (userId: Guid, lost: Extract<Settlement, { kind: 'givenUp' }>) => void;
}

/** A claim, as it is brought. */
export type Wanted = Pick<Claim, 'userId' | 'tenantId' | 'source' | 'pair' | 'endsAt'>;

/** The claim is durable. The slot's holder may be another, stronger one; undefined: it is settled a little later. */
export interface OpenedSession {
  readonly claim: Claim;
  readonly settlement: Settlement | undefined;
}

export interface Sessions {
  /**
   * Keeps claims of different people, each in place of an earlier one of the same source, and settles their slots. One by
   * itself has somebody waiting; many are background work, so that people who wait come first.
   * Rejects with the database's error where they could not be kept: then none was.
   */
  openMany(wanted: readonly Wanted[]): Promise<readonly OpenedSession[]>;
  /**
   * Ends those people's claims of that source, or all, and settles their slots: the next claim takes over, or the slot is
   * cleared. Gives the claims that were ended, and how the slots stand; where there was nothing to end, Graph is not asked.
   */
  endMany(
    userIds: readonly Guid[],
    source: ClaimSource | 'all',
  ): Promise<{ readonly ended: readonly Claim[]; readonly settled: ReadonlyMap<Guid, Settlement> }>;
  /** What comes due: renewals, and what could not be settled before. */
  readonly renewals: DueWork;
}

/** If this process dies between keeping a claim and settling it, somebody does so after that. */
const orphanedMs = 15_000;
/** Somebody who waits is asked for again and again while another process has them. */
const patienceMs = 12_000;
const pollMs = 50;
/** People settled together: a few batches of Graph's twenty, well within the time for which they are taken. */
const chunk = 100;
const renewed = { batch: batchSize, atOnce: 4 };

export function createSessions(parts: SessionsParts): Sessions {
  const { sessionStore, now, log } = parts;

  const settleMany = async (userIds: readonly Guid[], occasion: Occasion) => {
    const settled = new Map<Guid, Settlement>();
    for (let first = 0; first < userIds.length; first += chunk)
      for (const [userId, one] of await reconcile(parts, userIds.slice(first, first + chunk), occasion))
        settled.set(userId, one);
    return settled;
  };

  const settleOne = async (userId: Guid, occasion: Occasion) => {
    for (let waited = 0; waited <= patienceMs; waited += pollMs) {
      const settled = await reconcile(parts, [userId], occasion);
      if (settled.size > 0) return settled;
      if ((await sessionStore.known([userId])).length === 0)
        return new Map([[userId, { kind: 'empty' } as const]]);
      await delay(pollMs);
    }
    return new Map<Guid, Settlement>();
  };

  /** How the slots stand. What was kept is kept: a database that fails after that is not the caller's concern, the rows are due. */
  const settle = async (userIds: readonly Guid[], cause: Occasion['cause'] & string) => {
    const [first, ...rest] = userIds;
    if (first === undefined) return new Map<Guid, Settlement>();
    const settling =
      rest.length === 0
        ? settleOne(first, { waiting: true, cause })
        : settleMany(userIds, { waiting: false, cause });
    return settling.catch((error: unknown) => {
      log.warn({ error: String(error) }, 'sessions were not settled at once; it is tried again');
      return new Map<Guid, Settlement>();
    });
  };

  return {
    openMany: async (wanted) => {
      const [first] = wanted;
      if (first === undefined) return [];
      const claims = wanted.map((one): Claim => ({ ...one, id: randomUUID(), openedAt: now() }));
      await sessionStore.hold(claims, now() + orphanedMs);
      const settled = await settle(
        claims.map(({ userId }) => userId),
        first.source.kind,
      );
      return claims.map((claim) => ({ claim, settlement: settled.get(claim.userId) }));
    },
    endMany: async (userIds, source) => {
      if (userIds.length === 0) return { ended: [], settled: new Map() };
      const ended = await sessionStore.end(userIds, source, now() + orphanedMs);
      const concerned = [...new Set(ended.map(({ userId }) => userId))];
      return { ended, settled: await settle(concerned, source === 'all' ? 'end' : source.kind) };
    },
    renewals: dueWork(
      'session_slots',
      sessionStore,
      async (taken) => {
        const settled = await reconcileTaken(parts, taken, now(), { waiting: false });
        for (const [userId, one] of settled) if (one.kind === 'givenUp') parts.givenUp(userId, one);
      },
      renewed,
    ),
  };
}
