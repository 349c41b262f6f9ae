/**
 * What was changed is on record, so that undo, extend and a card's buttons know it after a restart and in another
 * process. Each change is a row, and a ledger is what its person's rows come to, one after the other: there is one way
 * to make a ledger, whether from what was just done or from what was done before.
 *
 * A status message's text is in the rows, since undo puts it back: in its person's own rows alone, which are a part of
 * their export, which `forget me` erases, and which are kept for thirty days.
 */

import type { Guid, Instant } from '../presence/intent.ts';
import { emptyLedger, enter, entryOf, type Ledger } from '../presence/ledger.ts';
import type { HeldLedgers, Ledgers } from '../presence/ports.ts';
import type { ChangeRow, Changes } from '../store/changes.ts';
import { entryIn, rowOf } from './entries.ts';

interface LedgerParts {
  readonly memory: HeldLedgers;
  /**
   * Where changes are kept, the same for as long as the process runs; undefined: no store is open, and none is to be
   * opened for this. May reject, and is asked again then.
   */
  readonly changes: () => Promise<Changes> | undefined;
  /** Whether other processes write there as well. */
  readonly shared: boolean;
  readonly log: { warn(facts: object, message: string): void };
  /** So long may looking back take. */
  readonly answerMs?: number;
}

export interface KeptLedgers extends Ledgers {
  /**
   * Forgets the person in this process, and what of them is not written yet. To be called before their rows are erased,
   * so that none is written afterwards, and after that, so that nothing which was read meanwhile is remembered.
   */
  readonly forget: (userId: Guid) => void;
  /** Keeps what nobody chose, as a meeting's doing: a part of the history, of no ledger. Never throws, never waits. */
  note(row: Background): void;
  /** Rows that wait for the store to be opened, and those that had to be dropped meanwhile. */
  readonly counts: { readonly waiting: number; readonly dropped: number };
}

/** What a meeting has changed, or an automation; `what` and `outcome` are the caller's own words, as JSON. */
interface Background {
  readonly userId: Guid;
  readonly at: Instant;
  readonly door: 'meeting' | 'hook';
  readonly what: unknown;
  readonly until?: Instant;
  readonly outcome: unknown;
}

/** So many changes back undo and an old card's buttons know what was. */
const mostEntries = 50;
const mostWaiting = 5000;
const againMs = 5000;
const attempts = 3;
/** What came in there is the person's own choice. */
const ownDoors = ['chat', 'card', 'extension'];

/** Ledgers that outlive the process. A change is remembered at once, and written whenever the store can be. */
export function createLedgers(parts: LedgerParts): KeptLedgers {
  const { memory, shared, log, answerMs = 1500 } = parts;
  /** Ledgers to which nothing on record could be added: no other process writes. Gone when the memory drops them. */
  const whole = new WeakSet<Ledger>();
  const waiting: ChangeRow[] = [];
  let dropped = 0;
  let forgotten = 0;
  let open: Changes | undefined;
  let handing: Promise<Changes | undefined> | undefined;
  let again: NodeJS.Timeout | undefined;

  /** Hands over what waits, in order; gives where to, or undefined where no store is open and none shall be. */
  const handOver = (): Promise<Changes | undefined> => {
    if (open !== undefined) return Promise.resolve(open);
    handing ??= Promise.resolve()
      .then(parts.changes)
      .finally(() => {
        handing = undefined;
      })
      .then(
        (changes) => {
          if (changes === undefined) return undefined;
          open = changes;
          for (const row of waiting.splice(0)) append(changes, row);
          return changes;
        },
        (error: unknown) => {
          later();
          throw error;
        },
      );
    return handing;
  };
  const append = (changes: Changes, row: ChangeRow) => {
    changes.append(row);
    // The next press may come to another process.
    if (shared) void changes.flush();
  };
  const tryToHandOver = () => {
    // Whoever opens the store tells of it.
    handOver().catch(() => undefined);
  };
  const later = () => {
    again ??= setTimeout(() => {
      again = undefined;
      if (waiting.length > 0) tryToHandOver();
    }, againMs).unref();
  };
  const keep = (row: ChangeRow) => {
    if (open !== undefined) {
      append(open, row);
      return;
    }
    waiting.push(row);
    if (waiting.length > mostWaiting) {
      // The oldest: what is left is still what came last.
      waiting.shift();
      dropped += 1;
    }
    if (handing === undefined) tryToHandOver();
  };

  /** After a change to a ledger in memory: it is as whole as it was. */
  const still = (userId: Guid, before: Ledger) => {
    if (whole.has(before)) whole.add(memory.get(userId));
  };

  const lookBack = async (userId: Guid, late: AbortSignal): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const changes = await handOver();
      if (changes === undefined) return;
      const before = memory.get(userId);
      const forgottenBefore = forgotten;
      const rows = await changes.latest(userId, mostEntries, ownDoors);
      if (late.aborted || forgotten !== forgottenBefore) return;
      // Something was done meanwhile, which may be in the rows or not.
      if (memory.get(userId) !== before) continue;
      memory.put(userId, withTold(ledgerOf(rows), before));
      whole.add(memory.get(userId));
      return;
    }
  };

  return {
    get: (userId) => memory.get(userId),
    recall: async (userId) => {
      if (!shared && whole.has(memory.get(userId))) return memory.get(userId);
      const late = new AbortController();
      const timer = setTimeout(() => {
        late.abort(new Error(`no answer within ${answerMs} ms`));
      }, answerMs);
      await Promise.race([lookBack(userId, late.signal), aborted(late.signal)]).catch((error: unknown) => {
        log.warn({ error: String(error) }, 'what was changed before could not be looked up');
      });
      clearTimeout(timer);
      return memory.get(userId);
    },
    record: (outcome, did) => {
      const { change } = outcome;
      const before = memory.get(change.who.userId);
      const entry = entryOf(before, outcome, did);
      const after = enter(before, entry);
      memory.put(change.who.userId, after);
      still(change.who.userId, before);
      keep(rowOf(change, entry));
      return after;
    },
    note: keep,
    told: (userId, receipt) => {
      const before = memory.get(userId);
      memory.told(userId, receipt);
      still(userId, before);
    },
    forget: (userId) => {
      forgotten += 1;
      memory.forget(userId);
      waiting.splice(0, waiting.length, ...waiting.filter((row) => row.userId !== userId));
    },
    get counts() {
      return { waiting: waiting.length, dropped };
    },
  };
}

/** What rows come to, the newest first as the store gives them. Before one that cannot be read nothing is sure. */
function ledgerOf(rows: readonly ChangeRow[]): Ledger {
  // A write of which the answer was lost was repeated.
  const once = new Map(rows.toReversed().map((row) => [JSON.stringify([row.what, row.outcome]), row]));
  const ledger = [...once.values()].reduce((sofar, row) => {
    const entry = entryIn(row);
    return entry === undefined ? emptyLedger : enter(sofar, entry);
  }, emptyLedger);
  // A ledger of its own, even for somebody of whom nothing is on record.
  return { ...ledger };
}

/** What was said is remembered by the process that said it, and of the last change alone. */
function withTold(ledger: Ledger, { told, last }: Ledger): Ledger {
  return told === undefined || last?.id !== ledger.last?.id ? ledger : { ...ledger, told };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('late'));
    });
  });
}
