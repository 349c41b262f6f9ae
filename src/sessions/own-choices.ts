/**
 * What people of this process choose for their sessions at this moment, and what they chose while the store was out of
 * reach. Nothing that comes of older records is sent about them before it is on record.
 */

import type { Claim } from '../presence/claim.ts';
import type { ChangeId } from '../presence/change.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { PersonState } from '../presence/person-state.ts';
import type { SessionStore, TakenPerson } from '../store/session-slots.ts';
import { withTimeout } from '../timing/with-timeout.ts';
import { recordLate, type Choice } from './choice.ts';

export interface OwnChoices {
  /** Somebody chooses: nothing else is sent about them until the work is done, which begins when nothing is under way. */
  choosing<T>(userId: Guid, work: () => Promise<T>): Promise<T>;
  /** Keeps a choice that is not on record, and as which change their state has it. */
  keep(choice: Choice, change: ChangeId): void;
  /** What was kept of somebody is on record, or is not wanted any more. */
  drop(userId: Guid): void;
  /** Those that wait to be put on record. */
  waiting(): readonly Choice[];
  /** Puts on record what waits of people who were taken, which gives them back; gives the others. */
  recordFirst(sessionStore: SessionStore, taken: readonly TakenPerson[]): Promise<readonly TakenPerson[]>;
  /** Whether something that comes of the record may be sent about the person. */
  maySend(userId: Guid): boolean;
  /** Something is being sent about those people. */
  sending(userIds: readonly Guid[], sent: Promise<unknown>): void;
}

/** No batch of calls takes longer, but for its sign-in. */
const sendingMs = 12_000;

/** Choices that wait for a store that is away: two kilobytes each at the most. */
const mostUnrecorded = 5000;

interface OwnChoicesParts {
  /** Told of claims that a choice has ended. */
  readonly ended: (userId: Guid, claims: readonly Claim[]) => void;
  /** The state of somebody that is on record, whichever process wrote it. */
  readonly stateOf: (userId: Guid) => Promise<Pick<PersonState, 'changed' | 'doubts'> | undefined>;
  readonly now: () => Instant;
}

/** A choice, and as which change its person's state has it. */
interface Unrecorded {
  readonly choice: Choice;
  readonly change: ChangeId;
}

export function createOwnChoices({ ended, stateOf, now }: OwnChoicesParts): OwnChoices {
  const choosing = new Set<Guid>();
  const unrecorded = new Map<Guid, Unrecorded>();
  /** Whether something else was surely chosen after it, in another process: even a clearing, of which no claim tells. */
  const isOver = async ({ choice, change }: Unrecorded): Promise<boolean> => {
    const { changed = {}, doubts = [] } = (await stateOf(choice.change.who.userId)) ?? {};
    return !doubts.includes('session') && (changed.session ?? 0) > change;
  };
  const inFlight = new Map<Guid, Promise<unknown>>();
  return {
    choosing: async (userId, work) => {
      choosing.add(userId);
      try {
        await withTimeout(sendingMs, Promise.resolve(inFlight.get(userId)));
        return await work();
      } finally {
        choosing.delete(userId);
      }
    },
    keep: (choice, change) => {
      const { userId } = choice.change.who;
      // The newest choices matter most: each was told that it may not last.
      unrecorded.delete(userId);
      unrecorded.set(userId, { choice, change });
      const [oldest] = unrecorded.keys();
      if (unrecorded.size > mostUnrecorded && oldest !== undefined) unrecorded.delete(oldest);
    },
    drop: (userId) => {
      unrecorded.delete(userId);
    },
    waiting: () => [...unrecorded.values()].map(({ choice }) => choice),
    recordFirst: async (sessionStore, taken) => {
      const others: TakenPerson[] = [];
      for (const one of taken) {
        const { userId } = one;
        const kept = unrecorded.get(userId);
        // What is over is as if it had never been: the record is newer.
        const over =
          kept === undefined || (await isOver(kept))
            ? undefined
            : await recordLate(sessionStore, one, kept.choice, now());
        if (kept !== undefined && unrecorded.get(userId) === kept) unrecorded.delete(userId);
        if (over === undefined) others.push(one);
        else if (over.length > 0) ended(userId, over);
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
        inFlight.set(userId, over);
        void over.then(() => {
          if (inFlight.get(userId) === over) inFlight.delete(userId);
        });
      }
    },
  };
}
