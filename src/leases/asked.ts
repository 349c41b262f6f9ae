/**
 * What people ask of their sessions themselves. Their change is sent by the one executor, like every other; here the
 * person is taken before, so that no renewal gets between, and put on record after it: what Graph took is then renewed
 * by the keeper, and what was there before is over. A newer choice ends every earlier claim, a meeting's too.
 */

import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Change } from '../presence/change.ts';
import type { Claim } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Sessions, SessionTurn } from '../presence/ports.ts';
import type { Leases, Taken } from '../store/leases.ts';
import { reasonOf } from '../store/problem.ts';
import type { StoreLog } from '../store/store.ts';
import { bounded, within, withinAfter } from '../waits/within.ts';
import { choiceOf, giveBackAsWas, record } from './choice.ts';
import type { Choices } from './choices.ts';
import { keepTaken } from './taken.ts';

interface AskedParts {
  /** The store's leases, opened if need be; rejects while they are out of reach. */
  readonly leases: () => Promise<Leases>;
  readonly choices: Choices;
  /** Claims that a newer choice has ended. */
  readonly ended: (userId: Guid, claims: readonly Claim[]) => void;
  /** Raised when the process ends. */
  readonly closing: AbortSignal;
  readonly now: () => Instant;
  readonly log: StoreLog;
}

interface Asked extends Sessions {
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

export function createAsked({ leases: open, choices, ended, closing, now, log }: AskedParts): Asked {
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
    (flushing ??= recordAll().finally(() => {
      flushing = undefined;
    }));
  const recordAll = async (): Promise<void> => {
    try {
      for (const { change } of choices.waiting()) {
        const leases = await open();
        const { userId, tenantId } = change.who;
        const taken = await leases.takeOne(userId, tenantId, now() + orphanedMs);
        const [other] = await choices.recordFirst(leases, taken === undefined ? [] : [taken]);
        if (other !== undefined) await giveBackAsWas(leases, other);
      }
    } catch (error) {
      log.warn({ error: reasonOf(error) }, 'what people chose is not on record yet; it is tried again');
    }
  };

  /** The person, for this process alone. */
  const take = async ({ who, steps }: Change, leases: Leases, stop: AbortSignal): Promise<Taken> => {
    const ms = steps.some((step) => step.renewed) ? longMs : briefMs;
    const takeNow = async () => {
      const taken = await leases.takeOne(who.userId, who.tenantId, now() + orphanedMs);
      return choices.recordFirst(leases, taken === undefined ? [] : [taken]);
    };
    for (let waited = 0; waited <= busyMs && !stop.aborted; waited += pollMs) {
      const taking = takeNow();
      const done = await Promise.race([within(ms, taking), raised(stop)]);
      if (done.late) {
        // Whoever comes so late is not waited for any more.
        void taking.then(([taken]) => taken && giveBackAsWas(leases, taken)).catch(() => undefined);
        throw new Error('the store gives no turn');
      }
      const [taken] = done.value;
      if (taken !== undefined) return taken;
      await Promise.race([delay(pollMs), raised(stop)]);
    }
    throw new Error('somebody else is settling the session');
  };

  const answerOf = async <T>(recording: Promise<T>): Promise<T> => {
    const done = await withinAfter(closing, lastMs, bounded(longMs, recording, 'answer of the store'));
    if (done.late) throw new Error('the process ends');
    return done.value;
  };

  /** The turn while the store is out of reach. */
  const unkept = async (change: Change, error: unknown): Promise<SessionTurn> => {
    const { userId } = change.who;
    log.warn({ error: reasonOf(error) }, 'the store is out of reach for a session');
    await choices.begin(userId);
    return {
      keeps: false,
      end: (outcome) => {
        const choice = choiceOf(outcome);
        if (choice !== undefined) choices.keep(choice);
        choices.end(userId);
        later();
        return Promise.resolve(false);
      },
    };
  };

  const kept = async (leases: Leases, taken: Taken): Promise<SessionTurn> => {
    const { userId } = taken;
    const letGo = keepTaken(leases, [taken], mostMs);
    await choices.begin(userId);
    return {
      keeps: true,
      end: async (outcome) => {
        const choice = choiceOf(outcome);
        try {
          // Nothing was taken, or nobody can say: what was promised before is still promised.
          if (choice === undefined) await answerOf(giveBackAsWas(leases, taken));
          else {
            const over = await answerOf(record(leases, taken, choice, now()));
            choices.drop(userId);
            if (over.length > 0) ended(userId, over);
          }
          return choice !== undefined;
        } catch (error) {
          log.warn({ error: reasonOf(error) }, 'a session could not be put on record');
          if (choice !== undefined) choices.keep(choice);
          return false;
        } finally {
          letGo();
          choices.end(userId);
          later();
        }
      },
    };
  };

  return {
    begin: async (change, stop) => {
      const renewed = change.steps.some((step) => step.renewed);
      try {
        const opened = await Promise.race([within(renewed ? longMs : briefMs, open()), raised(stop)]);
        if (opened.late) throw new Error('the store is not open');
        const leases = opened.value;
        return await kept(leases, await take(change, leases, stop));
      } catch (error) {
        return unkept(change, error);
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
