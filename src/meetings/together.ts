/**
 * Many people's sessions at once, as a large meeting needs them: each claim is kept by itself, since each is a promise
 * of its own; then Graph is told in batches, as background work, so that people who wait come first.
 */

import { randomUUID } from 'node:crypto';
import type { Claim } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Leases } from '../store/leases.ts';
import { eachOf } from './each.ts';
import type { MeetingSessions, Standing } from './sessions.ts';

export interface TogetherParts {
  readonly sessions: Pick<MeetingSessions, 'hold' | 'end'>;
  readonly leases: Pick<Leases, 'hold' | 'end'>;
  /**
   * Settles people as background work. Who is not in the answer is settled a little later by itself, as is whoever
   * is never asked about: they are due.
   */
  readonly settle: (userIds: readonly Guid[]) => Promise<ReadonlyMap<Guid, Standing>>;
  readonly now: () => Instant;
  readonly log: { warn(fields: object, text: string): void };
}

/** If this process dies between keeping a claim and settling it, somebody does so after that. */
const orphanedMs = 15_000;
/** Claims kept at a time. */
const kept = 8;
/** People settled together: a few batches of Graph's twenty, well within the time for which they are taken. */
const chunk = 100;
const chunksAtOnce = 2;

/** Sessions that can do many at once. */
export function holdingTogether({ sessions, leases, settle, now, log }: TogetherParts): MeetingSessions {
  const settleAll = async (userIds: readonly Guid[]): Promise<ReadonlyMap<Guid, Standing>> => {
    const chunks = Array.from({ length: Math.ceil(userIds.length / chunk) }, (_, index) =>
      userIds.slice(index * chunk, (index + 1) * chunk),
    );
    const settled = await eachOf(chunks, chunksAtOnce, (some) =>
      settle(some).catch((error: unknown): ReadonlyMap<Guid, Standing> => {
        // What was kept is kept, and due.
        log.warn({ error: String(error) }, 'sessions were not settled at once; it is tried again');
        return new Map();
      }),
    );
    return new Map(settled.flatMap((one) => [...one]));
  };
  return {
    ...sessions,
    holdMany: async (wanted) => {
      const claims = wanted.map((one): Claim => ({ ...one, id: randomUUID(), openedAt: now() }));
      await eachOf(claims, kept, (claim) => leases.hold(claim, now() + orphanedMs));
      const settled = await settleAll(claims.map(({ userId }) => userId));
      return claims.map((claim) => ({ claim, settlement: settled.get(claim.userId) }));
    },
    endMany: async (userIds, source) => {
      const ended = await eachOf(userIds, kept, (userId) => leases.end(userId, source, now() + orphanedMs));
      await settleAll(userIds.filter((_, index) => (ended[index]?.length ?? 0) > 0));
    },
  };
}
