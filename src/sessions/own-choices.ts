/**
 * What people of this process choose for their sessions at this moment, and what they chose while the store was out of
 * reach. Nothing that comes of older records is sent about them before it is on record.
 */

import type { Claim } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Leases, Taken } from '../store/leases.ts';
import { within } from '../waits/within.ts';
import { recordLate, type Choice } from './choice.ts';

export interface OwnChoices {
  /** Somebody chooses: nothing else is sent about them until the work is done, which begins when nothing is under way. */
  choosing<T>(userId: Guid, work: () => Promise<T>): Promise<T>;
  /** Keeps a choice that is not on record. */
  keep(choice: Choice): void;
  /** What was kept of somebody is on record, or is not wanted any more. */
  drop(userId: Guid): void;
  /** Those that wait to be put on record. */
  waiting(): readonly Choice[];
  /** Puts on record what waits of people who were taken, which gives them back; gives the others. */
  recordFirst(leases: Leases, taken: readonly Taken[]): Promise<readonly Taken[]>;
  /** Whether something that comes of the record may be sent about the person. */
  maySend(userId: Guid): boolean;
  /** Something is being sent about those people. */
  sending(userIds: readonly Guid[], sent: Promise<unknown>): void;
}

/** No batch of calls takes longer, but for its sign-in. */
const sendingMs = 12_000;

/** Choices that wait for a store that is away: two kilobytes each at the most. */
const mostUnrecorded = 5000;

/** `ended` is told of claims that a choice has ended; `now` is asked when one is put on record. */
export function createOwnChoices(
  ended: (userId: Guid, claims: readonly Claim[]) => void,
  now: () => Instant,
): OwnChoices {
  const choosing = new Set<Guid>();
  const unrecorded = new Map<Guid, Choice>();
  const underWay = new Map<Guid, Promise<unknown>>();
  return {
    choosing: async (userId, work) => {
      choosing.add(userId);
      try {
        await within(sendingMs, Promise.resolve(underWay.get(userId)));
        return await work();
      } finally {
        choosing.delete(userId);
      }
    },
    keep: (choice) => {
      const { userId } = choice.change.who;
      // The newest choices matter most: each was told that it may not last.
      unrecorded.delete(userId);
      unrecorded.set(userId, choice);
      const [oldest] = unrecorded.keys();
      if (unrecorded.size > mostUnrecorded && oldest !== undefined) unrecorded.delete(oldest);
    },
    drop: (userId) => {
      unrecorded.delete(userId);
    },
    waiting: () => [...unrecorded.values()],
    recordFirst: async (leases, taken) => {
      const others: Taken[] = [];
      for (const one of taken) {
        const { userId } = one;
        const choice = unrecorded.get(userId);
        if (choice === undefined) others.push(one);
        else {
          const over = await recordLate(leases, one, choice, now());
          if (unrecorded.get(userId) === choice) unrecorded.delete(userId);
          if (over.length > 0) ended(userId, over);
        }
      }
      return others;
    },
    maySend: (userId) => !choosing.has(userId) && !unrecorded.has(userId),
    sending: (userIds, sent) => {
      const over = sent.then(
        () => undefined,
        () => undefined,
      );
      for (const userId of userIds) {
        underWay.set(userId, over);
        void over.then(() => {
          if (underWay.get(userId) === over) underWay.delete(userId);
        });
      }
    },
  };
}
