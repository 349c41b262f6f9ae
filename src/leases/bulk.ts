/**
 * Many people's sessions at once, as a large meeting needs them: each claim is kept by itself, since each is a promise
 * of its own; then Graph is told in batches, as background work, so that people who wait come first.
 */

import { randomUUID } from 'node:crypto';
import type { Claim, ClaimSource } from '../presence/claim.ts';
import type { Guid } from '../presence/intent.ts';
import type { Keeper } from './keeper.ts';
import type { Settlement } from './outcome.ts';
import { settle, type SettleParts } from './settle.ts';

/** A wish for the slot, as it is brought. */
type Wanted = Pick<Claim, 'userId' | 'tenantId' | 'source' | 'pair' | 'endsAt'>;

export interface BulkParts {
  readonly keeper: Pick<Keeper, 'hold' | 'end'>;
  readonly settling: SettleParts;
  readonly log: { warn(fields: object, text: string): void };
}

/** If this process dies between keeping a claim and settling it, somebody does so after that. */
const orphanedMs = 15_000;
/** Claims kept at a time. */
const kept = 8;
/** People settled together: a few batches of Graph's twenty, well within the time for which they are taken. */
const chunk = 100;
const chunksAtOnce = 2;

/** What meetings need of the keeper: sessions of many people at once. */
export function bulkSessions({ keeper, settling, log }: BulkParts) {
  const { leases, now } = settling;
  const settleAll = async (userIds: readonly Guid[]): Promise<ReadonlyMap<Guid, Settlement>> => {
    const chunks = Array.from({ length: Math.ceil(userIds.length / chunk) }, (_, index) =>
      userIds.slice(index * chunk, (index + 1) * chunk),
    );
    const settled = await eachOf(chunks, chunksAtOnce, (some) =>
      settle(settling, some, 'background').catch((error: unknown): ReadonlyMap<Guid, Settlement> => {
        // What was kept is kept, and due.
        log.warn({ error: String(error) }, 'sessions were not settled at once; it is tried again');
        return new Map();
      }),
    );
    return new Map(settled.flatMap((one) => [...one]));
  };
  return {
    openMany: async (wanted: readonly Wanted[]) => {
      const [first] = wanted;
      if (first !== undefined && wanted.length === 1) return [await keeper.hold(first)];
      const claims = wanted.map((one): Claim => ({ ...one, id: randomUUID(), openedAt: now() }));
      await eachOf(claims, kept, (claim) => leases.hold(claim, now() + orphanedMs));
      const settled = await settleAll(claims.map(({ userId }) => userId));
      return claims.map((claim) => ({ claim, settlement: settled.get(claim.userId) }));
    },
    endMany: async (userIds: readonly Guid[], source: ClaimSource): Promise<void> => {
      const [first] = userIds;
      if (first !== undefined && userIds.length === 1) {
        await keeper.end(first, source);
        return;
      }
      const ended = await eachOf(userIds, kept, (userId) => leases.end(userId, source, now() + orphanedMs));
      await settleAll(userIds.filter((_, index) => (ended[index]?.length ?? 0) > 0));
    },
  };
}

/**
 * The results of doing something about each, in order, with at most so many under way. Rejects with the first that
 * rejects; those under way go on, and no more are begun.
 */
async function eachOf<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  // One iterator for all: whoever is free takes the next.
  const rest = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of rest) {
      if (failed) return;
      results[index] = await work(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
