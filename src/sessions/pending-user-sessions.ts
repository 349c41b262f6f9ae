/**
 * What users of this process are choosing for their sessions at this moment, and what they chose while the store was out
 * of reach. Nothing that comes of older records is sent about them before it is on record.
 */

import type { Claim } from '../presence/claim.ts';
import type { ChangeId } from '../presence/change.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { PersonState } from '../presence/person-state.ts';
import type { SessionStore } from '../store/session-slots.ts';
import type { LockedPerson } from '../store/slot-locks.ts';
import { withTimeout } from '../timing/with-timeout.ts';
import { lateRecordOf, type Choice } from './choice.ts';

export interface PendingUserSessions {
  /** Does the work while nothing else is sent about the user; it begins when nothing is in flight. */
  exclusively<T>(userId: Guid, work: () => Promise<T>): Promise<T>;
  /** Keeps a choice that is not on record, and as which change the person's state has it. */
  keep(choice: Choice, change: ChangeId): void;
  /** Somebody's kept choice is on record, or is not wanted any more. */
  drop(userId: Guid): void;
  /** Choices that are not on record yet. */
  unrecorded(): readonly Choice[];
  /** Records what those people chose, which unlocks them; gives the others. */
  recordFirst(sessionStore: SessionStore, locked: readonly LockedPerson[]): Promise<readonly LockedPerson[]>;
  /** Whether something that comes of the record may be sent about the person. */
  maySend(userId: Guid): boolean;
  /** Something is being sent about those people. */
  sending(userIds: readonly Guid[], sent: Promise<unknown>): void;
}

/** No batch of calls takes longer, but for its sign-in. */
const sendingMs = 12_000;

/** Choices that wait for a store that is away: two kilobytes each at the most. */
const mostUnrecorded = 5000;

interface PendingSessionParts {
  /** Told of claims that a choice has ended. */
  readonly ended: (userId: Guid, claims: readonly Claim[]) => void;
  /** The state of somebody that is on record, whichever process wrote it. */
  readonly stateOf: (userId: Guid) => Promise<Pick<PersonState, 'changed' | 'doubts'> | undefined>;
  readonly now: () => Instant;
}

interface Unrecorded {
  readonly choice: Choice;
  readonly change: ChangeId;
}

export function createPendingUserSessions({ ended, stateOf, now }: PendingSessionParts): PendingUserSessions {
  const choosing = new Set<Guid>();
  const unrecorded = new Map<Guid, Unrecorded>();
  const inFlight = new Map<Guid, Promise<unknown>>();
  /** Whether something else was surely chosen after it, in another process: even a clearing, which leaves no claim. */
  const isOver = async ({ choice, change }: Unrecorded): Promise<boolean> => {
    const { changed = {}, doubts = [] } = (await stateOf(choice.change.who.userId)) ?? {};
    return !doubts.includes('session') && (changed.session ?? 0) > change;
  };
  return {
    exclusively: async (userId, work) => {
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
      // The newest choices matter most: each user was told that it may not last.
      unrecorded.delete(userId);
      unrecorded.set(userId, { choice, change });
      const [oldest] = unrecorded.keys();
      if (unrecorded.size > mostUnrecorded && oldest !== undefined) unrecorded.delete(oldest);
    },
    drop: (userId) => {
      unrecorded.delete(userId);
    },
    unrecorded: () => [...unrecorded.values()].map(({ choice }) => choice),
    recordFirst: async (sessionStore, locked) => {
      const others: LockedPerson[] = [];
      for (const one of locked) {
        const { userId } = one;
        const kept = unrecorded.get(userId);
        // Where the record is newer, the choice is dropped.
        const late =
          kept === undefined || (await isOver(kept)) ? undefined : lateRecordOf(one, kept.choice, now());
        if (late !== undefined) await sessionStore.recordOne(late.result);
        if (kept !== undefined && unrecorded.get(userId) === kept) unrecorded.delete(userId);
        if (late === undefined) others.push(one);
        else if (late.over.length > 0) ended(userId, late.over);
      }
      return others;
    },
    maySend: (userId) => !choosing.has(userId) && !unrecorded.has(userId),
    sending: (userIds, sent) => {
      const done = sent.then(
        () => undefined,
        () => undefined,
      );
      for (const userId of userIds) {
        inFlight.set(userId, done);
        void done.then(() => {
          if (inFlight.get(userId) === done) inFlight.delete(userId);
        });
      }
    },
  };
}
