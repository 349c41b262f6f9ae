/**
 * One process at a time on a folder. PGlite takes no lock of its own, and two processes on one folder silently lose
 * what they were told had been committed.
 *
 * The lock must be gone the moment its holder is, however it died, so it has to be one the kernel holds. Node has no
 * call for locking a file, but SQLite, which is a part of Node, holds one from `BEGIN EXCLUSIVE` until its
 * connection closes: fcntl on POSIX, LockFileEx on Windows. Nothing is ever written to the file. What was not chosen:
 * - a file with a process id, or a lock that is kept fresh: both outlive kill -9, and taking over a stale one races;
 * - a listening socket in the folder: its name outlives its process, and unlinking a stale one races;
 * - an abstract socket: the kernel frees it, but it belongs to a network namespace, so two containers on one volume
 *   would both get it. A file's lock goes with the file.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Raised when another process uses the folder; its message tells the operator what to do. */
export class FolderTakenError extends Error {
  override readonly name = 'FolderTakenError';
}

/** A process that was killed a moment ago may not be gone yet. */
const attempts = 10;
const waitMs = 100;

/**
 * Takes that folder for this process, made if it is missing, and gives what lets go of it.
 * @throws FolderTakenError within a second when somebody else has it.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Loaded here, since a bot on PostgreSQL has no need of it.
  const { DatabaseSync } = await import('node:sqlite');
  for (let attempt = 1; ; attempt += 1) {
    const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
    try {
      lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      return () => {
        lock.close();
      };
    } catch (error) {
      lock.close();
      if (!isBusy(error)) throw error;
      if (attempt === attempts) throw new FolderTakenError(taken(folder), { cause: error });
    }
    await delay(waitMs);
  }
}

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function taken(folder: string): string {
  return (
    `Another process is using the data folder ${folder}, and the embedded store takes one at a time. ` +
    'Stop the other process, or give this one a DATA_DIR of its own; for several processes set DATABASE_URL to a PostgreSQL.'
  );
}
