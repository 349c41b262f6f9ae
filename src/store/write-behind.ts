/** Writes in batches, a little later: what must not make anybody wait, and may be lost with the process. */

import type { StoreLog } from './store.ts';

export interface WriteBehind<Row> {
  /** Remembers a row to be written. Never throws; when the memory for rows is full, the row is dropped and counted. */
  readonly add: (row: Row) => void;
  /** Writes what is waiting. Never rejects. */
  readonly flush: () => Promise<void>;
  /** Whether such a row still waits, after a flush because the database did not take it. */
  readonly waits: (which: (row: Row) => boolean) => boolean;
  /** Such rows need not be written any more. One that is under way may be. */
  readonly remove: (which: (row: Row) => boolean) => void;
  readonly counts: Counts;
}

/** Since the process started, in rows. */
interface Counts {
  readonly written: number;
  /** No room, or refused by the database itself. */
  readonly dropped: number;
  /** Batches that the database did not take. */
  readonly failures: number;
}

const afterMs = 500;
/** A database that is away is asked ever more rarely, down to this. */
const longestMs = 10_000;
const mostWaiting = 5000;
const batch = 500;

/**
 * Collects rows for `write`, which gets at most 500 at a time, in order, and may reject. Rows wait for a database that
 * is away for as long as there is room; those that it refuses are parted until the bad one is found and dropped.
 */
export function createWriteBehind<Row>(
  write: (rows: readonly Row[]) => Promise<void>,
  log: StoreLog,
): WriteBehind<Row> {
  let waiting: Row[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let failedInARow = 0;
  const counts = { written: 0, dropped: 0, failures: 0 };

  const later = () => {
    timer ??= setTimeout(() => void flush(), Math.min(afterMs * 2 ** failedInARow, longestMs)).unref();
  };

  const writeAll = async () => {
    let size = batch;
    while (waiting.length > 0) {
      const rows = waiting.slice(0, size);
      try {
        await write(rows);
        counts.written += rows.length;
        failedInARow = 0;
        size = batch;
      } catch (error) {
        counts.failures += 1;
        log.warn({ error: String(error), rows: rows.length }, 'a batch could not be written');
        if (!isRefusal(error)) {
          failedInARow += 1;
          later();
          return;
        }
        if (rows.length > 1) {
          size = Math.ceil(rows.length / 2);
          continue;
        }
        counts.dropped += 1;
        size = batch;
      }
      const done = new Set(rows);
      waiting = waiting.filter((row) => !done.has(row));
    }
  };

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    // One at work and one after it are enough, however many ask.
    next ??= writing.then(() => {
      next = undefined;
      return writeAll();
    });
    writing = next;
    return next;
  };

  return {
    add: (row) => {
      if (waiting.length >= mostWaiting) {
        counts.dropped += 1;
        return;
      }
      waiting.push(row);
      later();
    },
    flush,
    waits: (which) => waiting.some(which),
    remove: (which) => {
      waiting = waiting.filter((row) => !which(row));
    },
    counts,
  };
}

/** The row's own fault, and not the database's health: it will never be written. */
function isRefusal(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Data or a constraint: https://www.postgresql.org/docs/current/errcodes-appendix.html
  return /^2[23][0-9A-Z]{3}$/.test(code);
}
