/**
 * What this bot has set for people, in this process and on record: one state for each. A plain change is entered in
 * memory at once and written behind; it waits for no store. Whoever looks back asks whether the state is known at all.
 *
 * A status message's text is in the state, since undo puts it back: in its person's own rows alone, which are a part of
 * their export, which `forget me` erases, and which are kept for thirty days.
 */

import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Guid } from '../presence/intent.ts';
import { noStack, type Stack } from '../presence/meeting.ts';
import type { Outcome } from '../presence/outcome.ts';
import {
  emptyState,
  enter,
  enterByTime,
  entryOf,
  meetingEntry,
  newestChange,
  type ChangeId,
  type Did,
  type Entry,
  type PersonState,
} from '../presence/person-state.ts';
import type { PersonStates } from '../presence/ports.ts';
import type { Receipt } from '../presence/receipt.ts';
import type { ChangeRow } from '../store/changes.ts';
import type { PersonStateStore, StateEntries, StateRow } from '../store/person-states.ts';
import type { Tx } from '../store/tables.ts';
import { bounded, within } from '../waits/within.ts';
import { changeRow, meetingRow } from './change-row.ts';

export interface PersonStatesParts {
  /** Where they are kept, opened if need be; may reject, and is asked again then. Undefined: nothing outlives the process. */
  readonly store?: () => Promise<PersonStateStore>;
  /** What wants a person's session; rejects while that is out of reach. */
  readonly stack?: (userId: Guid) => Promise<Stack>;
  /** Whether other processes write there as well. */
  readonly shared?: boolean;
  /** Whether there was nothing on record when this process began: while it is being made, there is nothing to wait for. */
  readonly isNew?: () => boolean;
  readonly log: { warn(facts: object, message: string): void };
  /** So long may looking back take, in milliseconds. */
  readonly answerMs?: number;
}

export interface KeptPersonStates extends PersonStates {
  /**
   * Forgets the person in this process, and what of them is not written yet; what is being written is when this resolves.
   * To be called before their rows are erased, so that none is written afterwards, and after that, so that nothing which
   * was read meanwhile is remembered. Never rejects.
   */
  readonly forget: (userId: Guid) => Promise<void>;
  /**
   * Records a change together with something else, as a claim: `commit` runs a transaction and calls `write` in it. It
   * is remembered when this resolves; where `commit` rejects, so does this, and nothing is.
   */
  recordWith(
    change: { readonly outcome: Outcome; readonly did: Did; readonly told?: Receipt },
    commit: (write: (tx: Tx) => Promise<void>) => Promise<void>,
  ): Promise<PersonState>;
  /** Writes what is waiting. Never rejects. */
  readonly flush: () => Promise<void>;
  /** Changes that wait for the store, those written, and those dropped because too many waited or it refused them. */
  readonly counts: { readonly waiting: number; readonly written: number; readonly dropped: number };
}

/** Sixteen megabytes of people last heard of: some 4,000. Whoever is not among them is read anew. */
const mostBytes = 16 * 1024 * 1024;
/** An object takes about that many bytes for each character of its JSON: test/persistence/person-states.test.ts measures it. */
const bytesOfCharacter = 4;
/** Changes that wait for a store that is away, two kilobytes each at the most but for long messages. */
const mostWaiting = 5000;
/** So many people are remembered of whom something could not be kept: their state is not known any more. */
const mostLost = 10_000;
const batchSize = 100;
const afterMs = 500;
/** A store that is away is asked ever more rarely, down to this. */
const longestMs = 10_000;
/** A second or so in all. */
const mostLooks = 20;
const againMs = 50;

/** What of a person is not written yet, and the state with it. */
interface Waiting extends Omit<StateEntries, 'userId'> {
  readonly state: PersonState;
}

/** Person states in this process, and on record where there is a store. */
export function createPersonStates(parts: PersonStatesParts): KeptPersonStates {
  const { shared = false, log, answerMs = 3000 } = parts;
  const next = shared ? enterByTime : enter;
  /** As last read or written. */
  const rows = new LRUCache<Guid, StateRow & { readonly state: PersonState }>({
    maxSize: mostBytes,
    sizeCalculation: (row) => bytesOfCharacter * JSON.stringify(row).length,
  });
  const waiting = new Map<Guid, Waiting>();
  const lost = new LRUCache<Guid, true>({ max: mostLost });
  let count = 0;
  let written = 0;
  let dropped = 0;
  let forgotten = 0;
  let opened = false;
  let failedInARow = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  let following: Promise<void> | undefined;

  const open = async (store: () => Promise<PersonStateStore>): Promise<PersonStateStore> => {
    const found = await store();
    opened = true;
    return found;
  };
  const get = (userId: Guid): PersonState =>
    waiting.get(userId)?.state ?? rows.get(userId)?.state ?? emptyState;

  /** Where nobody else writes, a row need not be read again; a version alone does not tell that one was forgotten since. */
  const baseOf = (userId: Guid) => (shared ? undefined : rows.get(userId));

  /** The row is that state now, and what is not in it yet is entered over it. */
  const found = (userId: Guid, { version, state = emptyState }: StateRow) => {
    rows.set(userId, { version, state });
    const left = waiting.get(userId);
    if (left !== undefined) waiting.set(userId, { ...left, state: left.entries.reduce(next, state) });
  };

  const add = (userId: Guid, entry: Entry, change: ChangeRow): PersonState => {
    const state = enter(get(userId), entry);
    if (parts.store === undefined) {
      rows.set(userId, { version: 0, state });
      return state;
    }
    const { entries = [], changes = [] } = waiting.get(userId) ?? {};
    // Of the last request and the last receipt, only the last one counts.
    const earlier = entries.slice(-1).map(({ call: _, told: __, ...rest }) => rest);
    waiting.set(userId, {
      entries: [...entries.slice(0, -1), ...earlier, entry],
      changes: [...changes, change],
      state,
    });
    count += 1;
    if (count > mostWaiting) dropOldest();
    if (shared) void flush();
    else later();
    return state;
  };
  const dropOldest = () => {
    const [oldest] = waiting.keys();
    if (oldest !== undefined) drop(oldest);
  };
  const drop = (userId: Guid) => {
    const entries = waiting.get(userId)?.entries.length ?? 0;
    dropped += entries;
    count -= entries;
    waiting.delete(userId);
    rows.delete(userId);
    lost.set(userId, true);
  };

  /** What was taken from those waiting is in that row. */
  const settle = (userId: Guid, taken: Waiting | undefined, row: StateRow | undefined) => {
    const now = waiting.get(userId);
    // Forgotten meanwhile: nothing of the row is to be remembered.
    if (row?.state === undefined || (taken !== undefined && now?.changes[0] !== taken.changes[0])) return;
    const length = taken?.changes.length ?? 0;
    written += length;
    count -= length;
    if (now === undefined || now.changes.length === length) waiting.delete(userId);
    else
      waiting.set(userId, { ...now, entries: now.entries.slice(length), changes: now.changes.slice(length) });
    found(userId, row);
  };

  const writeAll = async (store: () => Promise<PersonStateStore>): Promise<void> => {
    let size = batchSize;
    while (waiting.size > 0) {
      const taken = [...waiting].slice(0, size);
      try {
        const kept = await open(store);
        const all = taken.map(([userId, { entries, changes }]) => ({
          userId,
          base: baseOf(userId),
          entries,
          changes,
        }));
        for (const [userId, row] of await kept.write(all)) settle(userId, new Map(taken).get(userId), row);
        failedInARow = 0;
        size = batchSize;
      } catch (error) {
        log.warn({ error: String(error), people: taken.length }, 'changes could not be written');
        if (!isRefusal(error)) {
          failedInARow += 1;
          later();
          return;
        }
        // One of them cannot be written at all: the others can, one by one.
        const [first] = taken;
        if (size === 1 && first !== undefined) drop(first[0]);
        size = size === 1 ? batchSize : 1;
      }
    }
  };
  const later = () => {
    timer ??= setTimeout(() => void flush(), Math.min(afterMs * 2 ** failedInARow, longestMs)).unref();
  };
  const flush = (): Promise<void> => {
    const { store } = parts;
    if (store === undefined) return Promise.resolve();
    clearTimeout(timer);
    timer = undefined;
    // One at work and one after it are enough, however many ask.
    following ??= writing.then(() => {
      following = undefined;
      return writeAll(store);
    });
    writing = following;
    return following;
  };

  /** One look at the row: whether it can be read. Undefined: something was written or forgotten meanwhile. */
  const look = async (store: () => Promise<PersonStateStore>, userId: Guid): Promise<boolean | undefined> => {
    const before = rows.get(userId);
    if (!shared && before !== undefined) return true;
    const forgottenBefore = forgotten;
    const row = await (await open(store)).find(userId);
    if (rows.get(userId) !== before || forgotten !== forgottenBefore) return undefined;
    if (row.state === undefined) {
      log.warn({ version: row.version }, 'the state of a person on record cannot be read');
      return false;
    }
    found(userId, row);
    return true;
  };

  /** Whether the state is known, once it was looked up where need be; what another process just did is waited for. */
  const know = async (userId: Guid, since: ChangeId): Promise<boolean> => {
    const { store } = parts;
    if (store === undefined) return true;
    if (lost.has(userId)) return false;
    let known: boolean | undefined;
    for (let looks = 0; looks < mostLooks; looks += 1) {
      known = await look(store, userId);
      const isBehind = shared && newestChange(get(userId)) < since;
      if (known === false || (known === true && !isBehind)) return known;
      if (isBehind) await delay(againMs);
    }
    return known === true;
  };

  const inTime = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      const answered = await within(answerMs, work);
      if (!answered.late) return answered.value;
      log.warn({ ms: answerMs }, 'what was set before could not be looked up in time');
    } catch (error) {
      log.warn({ error: String(error) }, 'what was set before could not be looked up');
    }
    return undefined;
  };

  return {
    get,
    recall: async (userId, since = 0) => {
      if (!opened && parts.isNew?.() === true) return { state: get(userId), known: true, stack: noStack };
      const [isKnown, stack] = await Promise.all([
        inTime(know(userId, since)),
        parts.stack === undefined ? noStack : inTime(parts.stack(userId)),
      ]);
      const known = isKnown === true && stack !== undefined;
      return { state: get(userId), known, stack: stack ?? noStack };
    },
    record: (outcome, did) => {
      const { who } = outcome.change;
      const entry = entryOf(get(who.userId), outcome, did);
      return add(who.userId, entry, changeRow(outcome.change, entry));
    },
    told: (userId, receipt) => {
      const left = waiting.get(userId);
      const last = left?.entries.at(-1);
      const state = { ...get(userId), told: receipt };
      if (left === undefined || last === undefined)
        rows.set(userId, { version: rows.get(userId)?.version ?? 0, state });
      else {
        const entries = [...left.entries.slice(0, -1), { ...last, told: receipt }];
        waiting.set(userId, { ...left, entries, state });
      }
    },
    chose: (userId, choice, at) => {
      const entry = meetingEntry(get(userId), choice, at);
      add(userId, entry, meetingRow(userId, entry, choice));
    },
    recordWith: async ({ outcome, did, told }, commit) => {
      const { store } = parts;
      if (store === undefined) throw new Error('nothing outlives this process');
      const { userId } = outcome.change.who;
      const recorded = writing.then(async () => {
        const kept = await open(store);
        const taken = waiting.get(userId);
        const entry = { ...entryOf(get(userId), outcome, did), ...(told === undefined ? {} : { told }) };
        const all = {
          userId,
          base: baseOf(userId),
          entries: [...(taken?.entries ?? []), entry],
          changes: [...(taken?.changes ?? []), changeRow(outcome.change, entry)],
        };
        let row: StateRow | undefined;
        await commit(async (tx) => {
          row = (await kept.writeIn(tx, [all])).get(userId);
        });
        settle(userId, taken, row);
        return row?.state ?? emptyState;
      });
      writing = recorded.catch(() => undefined);
      return recorded;
    },
    forget: async (userId) => {
      forgotten += 1;
      count -= waiting.get(userId)?.entries.length ?? 0;
      waiting.delete(userId);
      rows.delete(userId);
      lost.delete(userId);
      await bounded(longestMs, writing, 'writing').catch(() => undefined);
      rows.delete(userId);
    },
    flush,
    get counts() {
      return { waiting: count, written, dropped };
    },
  };
}

/** The row's own fault, and not the database's health: it will never be written. */
function isRefusal(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Data or a constraint: https://www.postgresql.org/docs/current/errcodes-appendix.html
  return /^2[23][0-9A-Z]{3}$/.test(code);
}
