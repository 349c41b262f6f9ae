/** Writes in batches, a little later: what must not make anybody wait, and may be lost with the process. */

import type { StoreLog } from './store.ts';

export interface WriteBehind<Row> {
  /** Remembers a row to be written. Never throws; when the memory for rows is full, the row is dropped and counted. */
  readonly add: (row: Row) => void;
  /** Writes what is waiting. Never rejects. */
  readonly flush: () => Promise<void>;
  readonly counts: Counts;
}

/** Since the process started, in rows. */
interface Counts {
  readonly written: number;
  /** No room, or refused by the database time and again. */
  readonly dropped: number;
  /** Batches that the database did not take. */
  readonly failures: number;
}

const afterMs = 500;
const mostWaiting = 5000;
const batch = 500;
/** A batch that fails that often is not the database's fault: it would hold up all after it for ever. */
const attempts = 5;

/** Collects rows for `write`, which gets at most 500 at a time, in order, and may reject. */
export function createWriteBehind<Row>(
  write: (rows: readonly Row[]) => Promise<void>,
  log: StoreLog,
): WriteBehind<Row> {
  let waiting: Row[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let failedInARow = 0;
  const counts = { written: 0, dropped: 0, failures: 0 };

  const later = () => {
    timer ??= setTimeout(() => void flush(), afterMs).unref();
  };

  const writeAll = async () => {
    while (waiting.length > 0) {
      const rows = waiting.slice(0, batch);
      try {
        await write(rows);
        counts.written += rows.length;
        failedInARow = 0;
      } catch (error) {
        counts.failures += 1;
        failedInARow += 1;
        log.warn({ error: String(error), rows: rows.length }, 'a batch could not be written');
        if (failedInARow < attempts) {
          later();
          return;
        }
        counts.dropped += rows.length;
        failedInARow = 0;
      }
      waiting = waiting.slice(rows.length);
    }
  };

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(writeAll);
    return writing;
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
    counts,
  };
}
