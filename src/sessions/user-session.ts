/**
 * A change that a person asks of their own session. They are taken before it is sent, so that no renewal gets between;
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
import type { SessionStore, TakenPerson } from '../store/session-slots.ts';
import { reasonOf } from '../store/store-problem.ts';
import type { StoreLog } from '../store/store-folder.ts';
import type { Tx } from '../store/tables.ts';
import { bounded, withTimeout, withinAfter } from '../timing/with-timeout.ts';
import { choiceOf, giveBackAsWas, recordingOf, type Choice } from './choice.ts';
import { keepTaken } from './keep-taken.ts';
import type { OwnChoices } from './own-choices.ts';

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
  readonly choices: OwnChoices;
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
  const { apply, personStates, choices, ended, closing, now, log } = parts;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let flushing: Promise<void> | undefined;

  const later = () => {
    if (closed || timer !== undefined || choices.waiting().length === 0) return;
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
      for (const { change } of choices.waiting()) {
        const sessionStore = await parts.sessionStore();
        const taken = await take(sessionStore, change);
        if (taken !== undefined) await giveBackAsWas(sessionStore, taken);
      }
    } catch (error) {
      log.warn({ error: reasonOf(error) }, 'what people chose is not on record yet; it is tried again');
    }
  };

  /** The person, for this process alone, with what waits of them on record; undefined: somebody else has them. */
  const take = async (sessionStore: SessionStore, { who }: Change): Promise<TakenPerson | undefined> => {
    const taken = await sessionStore.takeOne(who.userId, who.tenantId, now() + orphanedMs);
    const [left] = await choices.recordFirst(sessionStore, taken === undefined ? [] : [taken]);
    return left;
  };

  /** The same, waiting while somebody else has them. Rejects where the store gives no turn, or `stop` is raised. */
  const takeTurn = async (change: Change, isLong: boolean, stop: AbortSignal) => {
    const ms = isLong ? longMs : briefMs;
    const opened = await Promise.race([withTimeout(ms, parts.sessionStore()), raised(stop)]);
    if (opened.late) throw new Error('the store is not open');
    const sessionStore = opened.value;
    for (let waited = 0; waited <= busyMs && !stop.aborted; waited += pollMs) {
      const taking = take(sessionStore, change);
      const done = await Promise.race([withTimeout(ms, taking), raised(stop)]);
      if (done.late) {
        // Whoever comes so late is not waited for any more.
        void taking.then((taken) => taken && giveBackAsWas(sessionStore, taken)).catch(() => undefined);
        throw new Error('the store gives no turn');
      }
      const taken = done.value;
      if (taken !== undefined)
        return { sessionStore, taken, letGo: keepTaken(sessionStore, [taken], mostMs) };
      await Promise.race([delay(pollMs), raised(stop)]);
    }
    throw new Error('somebody else is settling the session');
  };
  type Turn = Awaited<ReturnType<typeof takeTurn>>;

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
    { sessionStore, taken }: Turn,
    result: ChangeResult,
    choice: Choice | undefined,
  ): Promise<Receipt> => {
    // Nothing was taken, or nobody can say: what was promised before is still promised.
    if (choice === undefined) {
      await answerOf(() => giveBackAsWas(sessionStore, taken));
      return personStates.record(result);
    }
    const { settled, over } = recordingOf(taken, choice, now());
    const receipt = await answerOf((stop) =>
      personStates.recordWith(result, (write) =>
        sessionStore.recordWith(settled, async (tx) => {
          stop.throwIfAborted();
          await write(tx);
        }),
      ),
    );
    choices.drop(taken.userId);
    if (over.length > 0) ended(taken.userId, over);
    return receipt;
  };

  const send = async (
    turn: Turn | undefined,
    change: Change,
    did: ChangeResult['did'],
    stop: AbortSignal,
  ) => {
    const outcome = await apply(change, stop);
    const choice = choiceOf(outcome);
    try {
      if (turn !== undefined) return await record(turn, { outcome, did, kept: true }, choice);
    } catch (error) {
      log.warn({ error: reasonOf(error) }, 'a session could not be put on record');
    }
    const receipt = personStates.record({ outcome, did, kept: false });
    const { userId } = change.who;
    if (choice !== undefined) choices.keep(choice, personStates.get(userId).changed.session ?? change.at);
    return receipt;
  };

  return {
    write: async (change, did, stop) => {
      const isLong = change.steps.some(({ renewed }) => renewed);
      const turn = await takeTurn(change, isLong, stop).catch((error: unknown) => {
        log.warn({ error: reasonOf(error) }, 'the store is out of reach for a session');
        return undefined;
      });
      // What has to be renewed is not begun where nobody could renew it.
      if (turn === undefined && isLong && !stop.aborted) return 'notKept';
      try {
        return await choices.choosing(change.who.userId, () => send(turn, change, did, stop));
      } finally {
        turn?.letGo();
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
