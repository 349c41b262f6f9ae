/** Keeps what people were promised of their sessions: opens, renews and ends them, whatever restarts. */

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Claim, ClaimSource } from '../presence/claim.ts';
import type { Guid } from '../presence/intent.ts';
import { chunksOf } from '../store/chunks.ts';
import type { StoreLog } from '../store/store-folder.ts';
import { batchSize, reconcile, reconcileLocked, type Occasion, type ReconcileParts } from './reconcile.ts';
import { dueWork, type DueWork } from './scheduler.ts';
import type { SlotStatus } from './slot-status.ts';

export interface SessionsParts extends ReconcileParts {
  readonly log: StoreLog;
  /**
   * Graph refused for good what nobody was waiting for: the person is to be told, once. `claims` are what is lost;
   * empty where a session could not be ended. Not called for what `openMany` and `endMany` answer themselves.
   */
  readonly givenUp: (userId: Guid, lost: Extract<SlotStatus, { kind: 'givenUp' }>) => void;
}

/** A claim, as it is brought. */
export type Wanted = Pick<Claim, 'userId' | 'tenantId' | 'source' | 'pair' | 'endsAt'>;

/** The claim is durable. The slot's holder may be another, stronger one; undefined: Graph is told a little later. */
export interface OpenedSession {
  readonly claim: Claim;
  readonly status: SlotStatus | undefined;
}

export interface Sessions {
  /**
   * Keeps claims of different people, each in place of an earlier one of the same source, and reconciles their slots. One by
   * itself has somebody waiting; many are background work, so that people who wait come first.
   * Rejects with the database's error where they could not be kept: then none was.
   */
  openMany(wanted: readonly Wanted[]): Promise<readonly OpenedSession[]>;
  /**
   * Ends those people's claims of that source, or all, and reconciles their slots: the next claim takes over, or the slot is
   * cleared. Gives the claims that were ended, and how the slots stand; where there was nothing to end, Graph is not asked.
   */
  endMany(
    userIds: readonly Guid[],
    source: ClaimSource | 'all',
  ): Promise<{ readonly ended: readonly Claim[]; readonly statuses: ReadonlyMap<Guid, SlotStatus> }>;
  /** What comes due: renewals, and what could not be reconciled before. */
  readonly renewals: DueWork;
}

/** If this process dies between keeping a claim and reconciling it, another does so after that. */
const orphanedMs = 15_000;
/** Somebody who waits is asked for again and again while another process has them. */
const patienceMs = 12_000;
const pollMs = 50;
/** People reconciled together: a few batches of Graph's twenty, well within the time for which they are locked. */
const peopleAtOnce = 100;
const renewed = { batch: batchSize, atOnce: 4 };

export function createSessions(parts: SessionsParts): Sessions {
  const { sessionStore, now, log } = parts;

  const reconcileMany = async (userIds: readonly Guid[], occasion: Occasion) => {
    const statuses = new Map<Guid, SlotStatus>();
    for (const some of chunksOf(userIds, peopleAtOnce))
      for (const [userId, status] of await reconcile(parts, some, occasion)) statuses.set(userId, status);
    return statuses;
  };

  const reconcileOne = async (userId: Guid, occasion: Occasion) => {
    for (let waited = 0; waited <= patienceMs; waited += pollMs) {
      const statuses = await reconcile(parts, [userId], occasion);
      if (statuses.size > 0) return statuses;
      if ((await sessionStore.known([userId])).length === 0)
        return new Map([[userId, { kind: 'empty' } as const]]);
      await delay(pollMs);
    }
    return new Map<Guid, SlotStatus>();
  };

  /** How the slots stand. The claims are kept: a database that fails now is not the caller's concern, the rows are due. */
  const reconcileNow = async (userIds: readonly Guid[], cause: Occasion['cause'] & string) => {
    const [first, ...rest] = userIds;
    if (first === undefined) return new Map<Guid, SlotStatus>();
    const reconciling =
      rest.length === 0
        ? reconcileOne(first, { waiting: true, cause })
        : reconcileMany(userIds, { waiting: false, cause });
    return reconciling.catch((error: unknown) => {
      log.warn({ error: String(error) }, 'sessions were not reconciled at once; it is tried again');
      return new Map<Guid, SlotStatus>();
    });
  };

  return {
    openMany: async (wanted) => {
      const [first] = wanted;
      if (first === undefined) return [];
      const claims = wanted.map((one): Claim => ({ ...one, id: randomUUID(), openedAt: now() }));
      await sessionStore.putClaims(claims, now() + orphanedMs);
      const statuses = await reconcileNow(
        claims.map(({ userId }) => userId),
        first.source.kind,
      );
      return claims.map((claim) => ({ claim, status: statuses.get(claim.userId) }));
    },
    endMany: async (userIds, source) => {
      if (userIds.length === 0) return { ended: [], statuses: new Map() };
      const ended = await sessionStore.removeClaims(userIds, source, now() + orphanedMs);
      const concerned = [...new Set(ended.map(({ userId }) => userId))];
      return { ended, statuses: await reconcileNow(concerned, source === 'all' ? 'end' : source.kind) };
    },
    renewals: dueWork(
      'session_slots',
      sessionStore,
      async (locked) => {
        const statuses = await reconcileLocked(parts, locked, now(), { waiting: false });
        for (const [userId, status] of statuses) if (status.kind === 'givenUp') parts.givenUp(userId, status);
      },
      renewed,
    ),
  };
}
