/** What a person's state is known to be, looked up where need be and in time, with what wants their session. */

import { setTimeout as delay } from 'node:timers/promises';
import type { ChangeId } from '../presence/change.ts';
import type { Guid } from '../presence/intent.ts';
import { noStack, type Stack } from '../presence/meeting.ts';
import { newestChange, type PersonState } from '../presence/person-state.ts';
import type { PersonStates } from '../presence/ports.ts';
import type { PersonStateStore, StateRow } from '../store/person-states.ts';
import { withTimeout } from '../timing/with-timeout.ts';

export interface RecallParts {
  /** Where they are kept, opened if need be; may reject, and is asked again then. Undefined: nothing outlives the process. */
  readonly store?: () => Promise<PersonStateStore>;
  /** What wants a person's session; rejects while that is out of reach. */
  readonly stack?: (userId: Guid) => Promise<Stack>;
  /** Whether other processes write there as well. */
  readonly shared?: boolean;
  readonly log: { warn(facts: object, message: string): void };
  /** So long may looking back take, in milliseconds. */
  readonly answerMs?: number;
}

/** What is remembered in this process. */
export interface Remembered {
  readonly get: (userId: Guid) => PersonState;
  /** The row as last read or written. */
  readonly row: (userId: Guid) => StateRow | undefined;
  /** Whether something of theirs could not be kept. */
  readonly isLost: (userId: Guid) => boolean;
  /** How often somebody was forgotten. */
  readonly forgotten: () => number;
  /** Remembers a row that was read. */
  readonly found: (userId: Guid, row: StateRow) => void;
}

/** A second or so in all. */
const mostLooks = 20;
const againMs = 50;

/** Recalls a person's state, and says whether it is known. Never rejects. */
export function createRecall(
  { store, stack, shared = false, log, answerMs = 3000 }: RecallParts,
  { get, row, isLost, forgotten, found }: Remembered,
): PersonStates['recall'] {
  /** One look at the row: whether it can be read. Undefined: something was written or forgotten meanwhile. */
  const look = async (opened: PersonStateStore, userId: Guid): Promise<boolean | undefined> => {
    const [before, forgottenBefore] = [row(userId), forgotten()];
    const read = await opened.find(userId);
    if (row(userId) !== before || forgotten() !== forgottenBefore) return undefined;
    if (read.state === undefined) {
      log.warn({ version: read.version }, 'the state of a person on record cannot be read');
      return false;
    }
    found(userId, read);
    return true;
  };

  /** Whether the state is known, once it was looked up where need be; what another process just did is waited for. */
  const know = async (userId: Guid, since: ChangeId): Promise<boolean> => {
    if (store === undefined) return true;
    if (isLost(userId)) return false;
    let known: boolean | undefined;
    for (let looks = 0; looks < mostLooks; looks += 1) {
      if (!shared && row(userId) !== undefined) return true;
      known = await look(await store(), userId);
      const isBehind = shared && newestChange(get(userId)) < since;
      if (known === false || (known === true && !isBehind)) return known;
      if (isBehind) await delay(againMs);
    }
    return known === true;
  };

  const inTime = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      const answered = await withTimeout(answerMs, work);
      if (!answered.late) return answered.value;
      log.warn({ ms: answerMs }, 'what was set before could not be looked up in time');
    } catch (error) {
      log.warn({ error: String(error) }, 'what was set before could not be looked up');
    }
    return undefined;
  };

  return async (userId, since = 0) => {
    const [known, wanting] = await Promise.all([
      inTime(know(userId, since)),
      stack === undefined ? noStack : inTime(stack(userId)),
    ]);
    return {
      state: get(userId),
      known: known === true && wanting !== undefined,
      stack: wanting ?? noStack,
    };
  };
}
