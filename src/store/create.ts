/**
 * Makes the embedded database where there is none yet. That is seconds of work without a pause: PostgreSQL's own
 * initdb, our tables, and those of the jobs. It happens in a thread beside, so that nobody's turn waits for it.
 *
 * It is made in a folder that becomes the database's only when all is done: what a creation leaves behind that was cut
 * off, by kill -9 or a full disk, never looks like a database, and the next one makes it anew.
 */

import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Raised when the folder cannot hold a database; its message tells the operator what to do. */
class FolderUnfitError extends Error {
  override readonly name = 'FolderUnfitError';
}

/** It takes about five seconds of one core. */
const createMs = 5 * 60_000;
/** What a new database takes is 40 MB; it grows with what is kept. */
const neededBytes = 100_000_000;

/** Where the database of a data folder is. */
export const databaseFolder = (dataDir: string): string => join(dataDir, 'postgres');

/**
 * Makes the database of that folder unless it is there; only for the process that holds the folder's lock.
 * @throws FolderUnfitError
 */
export async function createIfMissing(dataDir: string): Promise<void> {
  const folder = databaseFolder(dataDir);
  if (existsSync(folder) && readdirSync(folder).length > 0) return;
  const unfinished = `${folder}.new`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    await createBeside(unfinished);
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(unfinished, folder);
  } catch (error) {
    removeQuietly(unfinished);
    throw await unfit(dataDir, error);
  }
}

async function createBeside(folder: string): Promise<void> {
  const worker = new Worker(new URL('create-worker.ts', import.meta.url), {
    workerData: folder,
    // It needs none of the process's secrets.
    env: {},
  });
  const timer = setTimeout(() => void worker.terminate(), createMs);
  try {
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`it was not done within ${createMs / 60_000} minutes`));
      });
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Room may be what is missing. What cannot be removed now is removed at the next attempt. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The error that led here says more.
  }
}

/** What to do about a data folder that cannot be used, for whatever went wrong with it. */
export async function unfit(dataDir: string, cause: unknown): Promise<FolderUnfitError> {
  const free = await statfs(dataDir).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Infinity,
  );
  const why = cause instanceof Error ? cause.message : 'for no known reason';
  const room =
    free < neededBytes
      ? `There are ${Math.floor(free / 1e6)} MB free: make room for at least ${neededBytes / 1e6} MB there`
      : `Make sure that it is a folder with ${neededBytes / 1e6} MB free and that this process may write there`;
  return new FolderUnfitError(
    `The embedded store could not be made in the data folder ${dataDir} (${why}). ${room}, ` +
      'or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL.',
    { cause },
  );
}
