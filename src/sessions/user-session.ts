/**
 * A change that a user asks of their own session. The user is locked before it is sent, so that no renewal gets between;
 * what Graph took is put on record together with their state, in one transaction, and only then told to them. A newer
 * choice ends every earlier claim, a meeting's too.
 */

import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Change } from '../presence/change.ts';
import type { Claim } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { PersonState } from '../presence/person-state.ts';
import type { Apply, ChangeResult, Write } from '../presence/ports.ts';
import type { Receipt } from '../presence/receipt.ts';
import type { SessionStore } from '../store/session-slots.ts';
import type { LockedPerson } from '../store/slot-locks.ts';
import { reasonOf } from '../store/store-problem.ts';
import type { StoreLog } from '../store/store-folder.ts';
import type { Tx } from '../store/tables.ts';
import { bounded, withTimeout, withinAfter } from '../timing/with-timeout.ts';
import { choiceOf, recordOf, unchanged, type Choice } from './choice.ts';
import type { PendingUserSessions } from './pending-user-sessions.ts';
import { whileLocked } from './while-locked.ts';

interface UserSessionsParts {
  /** The store's session slots, opened if need be; rejects while they are out of reach. */
  readonly sessionStore: () => Promise<SessionStore>;
  readonly apply: Apply;
  readonly personStates: {
    get(userId: Guid): Pick<PersonState, 'changed'>;
    record(result: ChangeResult): Receipt;
    /** In one transaction with what `commit` does in it; rejects where that does, and nothing is recorded then. */
    recordWith(
      result: ChangeResult,
      commit: (write: (tx: Tx) => Promise<void>) => Promise<void>,
    ): Promise<Receipt>;
  };
  readonly pending: PendingUserSessions;
  /** Claims that a newer choice has ended. */
  readonly ended: (userId: Guid, claims: readonly Claim[]) => void;
  /** Raised when the process ends. */
  readonly closing: AbortSignal;
  readonly now: () => Instant;
  readonly log: StoreLog;
}

interface UserSessions {
  readonly write: Write;
  /** Puts on record what waits for the store. Never rejects. */
  flush(): Promise<void>;
  close(): void;
}

/** As long as a change may take, its repetitions included. */
const mostMs = 80_000;
/** A renewal under way is over by then, or nearly, and so is the time of a process that was killed. */
const busyMs = 12_000;
const pollMs = 50;
/** What needs no renewal does not wait for the store, or hardly; what does waits its turn where many ask at once. */
const briefMs = 2000;
const longMs = 30_000;
/** When the process ends, there must be time left to tell. */
const lastMs = 1000;
/** If this process dies with a person in hand, they are looked at after that. */
const orphanedMs = 15_000;
/** What could not be put on record is tried again that often. */
const againMs = 1000;

export function createUserSessions(parts: UserSessionsParts): UserSessions {
  const { apply, personStates, pending, ended, closing, now, log } = parts;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let flushing: Promise<void> | undefined;

  const later = () => {
    if (closed || timer !== undefined || pending.unrecorded().length === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush().then(later);
    }, againMs).unref();
  };
  const flush = (): Promise<void> =>
    (flushing ??= recordWaiting().finally(() => {
      flushing = undefined;
    }));
  const recordWaiting = async (): Promise<void> => {
    try {
      for (const { change } of pending.unrecorded()) {
        const sessionStore = await parts.sessionStore();
        const locked = await lock(sessionStore, change);
        if (locked !== undefined) await sessionStore.recordOne(unchanged(locked));
      }
    } catch (error) {
      log.warn({ error: reasonOf(error) }, 'what users chose is not on record yet; it is tried again');
    }
  };

  /** Locks the user, with what they chose before on record; undefined: somebody else has them. */
  const lock = async (sessionStore: SessionStore, { who }: Change): Promise<LockedPerson | undefined> => {
    const locked = await sessionStore.lockOne(who.userId, who.tenantId, now() + orphanedMs);
    const [left] = await pending.recordFirst(sessionStore, locked === undefined ? [] : [locked]);
    return left;
  };

  /** The same, waiting while somebody else has them. Rejects where the store gives no turn, or `stop` is raised. */
  const waitForLock = async (change: Change, isLong: boolean, stop: AbortSignal) => {
    const ms = isLong ? longMs : briefMs;
    const opened = await Promise.race([withTimeout(ms, parts.sessionStore()), raised(stop)]);
    if (opened.late) throw new Error('the store is not open');
    const sessionStore = opened.value;
    for (let waited = 0; waited <= busyMs && !stop.aborted; waited += pollMs) {
      const locking = lock(sessionStore, change);
      const done = await Promise.race([withTimeout(ms, locking), raised(stop)]);
      if (done.late) {
        // Whoever comes so late is not waited for any more.
        void locking
          .then((locked) => locked && sessionStore.recordOne(unchanged(locked)))
          .catch(() => undefined);
        throw new Error('the store gives no turn');
      }
      const locked = done.value;
      if (locked !== undefined) return { sessionStore, locked };
      await Promise.race([delay(pollMs), raised(stop)]);
    }
    throw new Error('somebody else is reconciling the session');
  };
  type Lock = Awaited<ReturnType<typeof waitForLock>>;

  /** What comes after it was given up is not to be on record: `stop` is raised then. */
  const answerOf = async <T>(recording: (stop: AbortSignal) => Promise<T>): Promise<T> => {
    const givenUp = new AbortController();
    try {
      const answer = bounded(longMs, recording(givenUp.signal), 'answer of the store');
      const done = await withinAfter(closing, lastMs, answer);
      if (done.late) throw new Error('the process ends');
      return done.value;
    } catch (error) {
      givenUp.abort(error);
      throw error;
    }
  };

  /** Puts it on record, and gives the person back. Rejects where that cannot be done, or not in time. */
  const record = async (
    { sessionStore, locked }: Lock,
    result: ChangeResult,
    choice: Choice | undefined,
  ): Promise<Receipt> => {
    // Nothing was locked, or nobody can say: what was promised before is still promised.
    if (choice === undefined) {
      await answerOf(() => sessionStore.recordOne(unchanged(locked)));
      return personStates.record(result);
    }
    const { result: recorded, over } = recordOf(locked, choice, now());
    const receipt = await answerOf((stop) =>
      personStates.recordWith(result, (write) =>
        sessionStore.recordOne(recorded, async (tx) => {
          stop.throwIfAborted();
          await write(tx);
        }),
      ),
    );
    pending.drop(locked.userId);
    if (over.length > 0) ended(locked.userId, over);
    return receipt;
  };

  const send = async (
    lock: Lock | undefined,
    change: Change,
    did: ChangeResult['did'],
    stop: AbortSignal,
  ) => {
    const outcome = await apply(change, stop);
    const choice = choiceOf(outcome);
    try {
      if (lock !== undefined) return await record(lock, { outcome, did, kept: true }, choice);
    } catch (error) {
      log.warn({ error: reasonOf(error) }, 'a session could not be put on record');
    }
    const receipt = personStates.record({ outcome, did, kept: false });
    const { userId } = change.who;
    if (choice !== undefined) pending.keep(choice, personStates.get(userId).changed.session ?? change.at);
    return receipt;
  };

  return {
    write: async (change, did, stop) => {
      const isLong = change.steps.some(({ renewed }) => renewed);
      const lock = await waitForLock(change, isLong, stop).catch((error: unknown) => {
        log.warn({ error: reasonOf(error) }, 'the store is out of reach for a session');
        return undefined;
      });
      // What has to be renewed is not begun where nobody could renew it.
      if (lock === undefined && isLong && !stop.aborted) return 'notKept';
      try {
        const work = () => pending.exclusively(change.who.userId, () => send(lock, change, did, stop));
        return await (lock === undefined
          ? work()
          : whileLocked(lock.sessionStore, [lock.locked], work, mostMs));
      } finally {
        later();
      }
    },
    flush,
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** Late as soon as the signal is raised: whoever has chosen anew, or has to end, waits no longer. */
async function raised(stop: AbortSignal): Promise<{ readonly late: true }> {
  if (!stop.aborted) await once(stop, 'abort');
  return { late: true };
}
