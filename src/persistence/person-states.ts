/**
 * What this bot has set for people, in this process and on record: one state for each. A plain change is entered in
 * memory at once and written behind; it waits for no store. Whoever looks back asks whether the state is known at all.
 */

import { LRUCache } from 'lru-cache';
import type { Guid, Instant } from '../presence/intent.ts';
import { emptyState, type PersonState } from '../presence/person-state.ts';
import { enter, enterByTime, choiceEntry, type StateEntry } from '../presence/state-entry.ts';
import type { ChangeResult, PersonStates } from '../presence/ports.ts';
import { entered } from '../presence/receipt-of.ts';
import type { Receipt } from '../presence/receipt.ts';
import type { ChangeRow, PersonStateStore, StateEntries, StateRow } from '../store/person-states.ts';
import { isRefusal } from '../store/store-problem.ts';
import type { Tx } from '../store/tables.ts';
import { bounded } from '../timing/with-timeout.ts';
import { changeRow, choiceRow } from './change-row.ts';
import { createRecall, type RecallParts } from './recall.ts';

export interface PersonStatesParts extends RecallParts {
  readonly now: () => Instant;
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
    result: ChangeResult,
    commit: (write: (tx: Tx) => Promise<void>) => Promise<void>,
  ): Promise<Receipt>;
  /** Writes what is waiting. Never rejects. */
  readonly flush: () => Promise<void>;
  /** Changes that wait for the store, those written, and those dropped because too many waited or it refused them. */
  readonly counts: { readonly waiting: number; readonly written: number; readonly dropped: number };
}

/** Eight megabytes of people last heard of: some 2,000. Whoever is not among them is read anew. */
const mostBytes = 8 * 1024 * 1024;
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

/** What of a person is not written yet, and the state with it. */
type UnwrittenState = Required<Pick<StateEntries, 'entries' | 'changes' | 'state'>>;

/** Person states in this process, and on record where there is a store. */
export function createPersonStates(parts: PersonStatesParts): KeptPersonStates {
  const { shared = false, now, log } = parts;
  const next = shared ? enterByTime : enter;
  /** As last read or written. */
  const rows = new LRUCache<Guid, StateRow & { readonly state: PersonState }>({
    maxSize: mostBytes,
    sizeCalculation: ({ state, length = JSON.stringify(state).length }) => bytesOfCharacter * length,
  });
  const waiting = new Map<Guid, UnwrittenState>();
  const lost = new LRUCache<Guid, true>({ max: mostLost });
  let count = 0;
  let written = 0;
  let dropped = 0;
  let forgotten = 0;
  let failedInARow = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  let following: Promise<void> | undefined;
  const recordings = new Set<Promise<void>>();

  const get = (userId: Guid): PersonState =>
    waiting.get(userId)?.state ?? rows.get(userId)?.state ?? emptyState;

  /** Where nobody else writes, a row need not be read again; a version alone does not tell that one was forgotten since. */
  const baseOf = (userId: Guid) => (shared ? undefined : rows.get(userId));

  /** The row is that state now, and what is not in it yet is entered over it. */
  const found = (userId: Guid, { state = emptyState, ...row }: StateRow) => {
    rows.set(userId, { ...row, state });
    const left = waiting.get(userId);
    if (left !== undefined) waiting.set(userId, { ...left, state: left.entries.reduce(next, state) });
  };

  /** `state` is the one after that entry. */
  const add = (userId: Guid, entry: StateEntry, state: PersonState, change: ChangeRow): void => {
    if (parts.store === undefined) {
      rows.set(userId, { version: 0, state });
      return;
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
    const [oldest] = waiting.keys();
    if (count > mostWaiting && oldest !== undefined) drop(oldest);
    if (shared) void flush();
    else later();
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
  const settle = (userId: Guid, taken: UnwrittenState | undefined, row: StateRow | undefined) => {
    const left = waiting.get(userId);
    // Forgotten meanwhile: nothing of the row is to be remembered.
    if (row?.state === undefined || (taken !== undefined && left?.changes[0] !== taken.changes[0])) return;
    const length = taken?.changes.length ?? 0;
    written += length;
    count -= length;
    if (left === undefined || left.changes.length === length) waiting.delete(userId);
    else
      waiting.set(userId, {
        ...left,
        entries: left.entries.slice(length),
        changes: left.changes.slice(length),
      });
    found(userId, row);
  };

  const writeAll = async (store: () => Promise<PersonStateStore>): Promise<void> => {
    let size = batchSize;
    while (waiting.size > 0) {
      const taken = new Map([...waiting].slice(0, size));
      try {
        const kept = await store();
        const all = Array.from(taken, ([userId, unwritten]) => ({
          userId,
          base: baseOf(userId),
          ...unwritten,
        }));
        for (const [userId, row] of await kept.write(all)) settle(userId, taken.get(userId), row);
        failedInARow = 0;
        size = batchSize;
      } catch (error) {
        log.warn({ error: String(error), people: taken.size }, 'changes could not be written');
        if (!isRefusal(error)) {
          failedInARow += 1;
          later();
          return;
        }
        // One of them cannot be written at all: the others can, one by one.
        const [first] = taken.keys();
        if (size === 1 && first !== undefined) drop(first);
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

  return {
    get,
    recall: createRecall(parts, {
      get,
      row: (userId) => rows.get(userId),
      isLost: (userId) => lost.has(userId),
      forgotten: () => forgotten,
      found,
    }),
    record: (result) => {
      const { who } = result.outcome.change;
      const { entry, after, receipt } = entered(get(who.userId), result, now());
      add(who.userId, entry, after, changeRow(result.outcome.change, entry));
      return receipt;
    },
    chose: (userId, choice, at) => {
      const state = get(userId);
      const entry = choiceEntry(state, choice, at);
      add(userId, entry, enter(state, entry), choiceRow(userId, entry, choice));
    },
    recordWith: async (result, commit) => {
      const { store } = parts;
      if (store === undefined) throw new Error('nothing outlives this process');
      const { change } = result.outcome;
      const { userId } = change.who;
      // What was entered before is written before, and by nobody else meanwhile.
      if (waiting.has(userId)) await flush();
      if (waiting.has(userId)) throw new Error('earlier changes could not be written');
      const kept = await store();
      const { entry, after, receipt } = entered(get(userId), result, now());
      const changes = [changeRow(change, entry)];
      const all = { userId, base: baseOf(userId), entries: [entry], state: after, changes };
      let row: StateRow | undefined;
      const recording = commit(async (tx) => {
        row = (await kept.writeIn(tx, [all])).get(userId);
      });
      recordings.add(recording);
      try {
        await recording;
      } finally {
        recordings.delete(recording);
      }
      written += 1;
      settle(userId, undefined, row);
      return receipt;
    },
    forget: async (userId) => {
      forgotten += 1;
      count -= waiting.get(userId)?.entries.length ?? 0;
      waiting.delete(userId);
      rows.delete(userId);
      lost.delete(userId);
      await bounded(longestMs, Promise.allSettled([writing, ...recordings]), 'writing').catch(
        () => undefined,
      );
      rows.delete(userId);
    },
    flush,
    get counts() {
      return { waiting: count, written, dropped };
    },
  };
}
