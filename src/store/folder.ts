/** The folder of the embedded store: what has to be true of it, and what SQLite's errors mean for whoever runs the bot. */

// By its default export, whose calls a test can answer itself.
import fs from 'node:fs';
import { join } from 'node:path';
import { StoreProblem } from './store-problem.ts';

/** The database of a data folder; its log stands beside it. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'presence.sqlite');

const elsewhere = 'set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL';

/**
 * File systems of other machines by Linux' number, linux/magic.h. Their locks and shared memory are not to be relied on,
 * and SQLite's log needs both: https://www.sqlite.org/wal.html. FUSE is left out: what is behind it, nobody can tell.
 */
const networkTypes: ReadonlyMap<number, string> = new Map([
  [0x69_69, 'NFS'],
  [0x51_7b, 'SMB'],
  [0xff_53_4d_42, 'SMB (CIFS)'],
  [0xfe_53_4d_42, 'SMB'],
  [0x53_46_41_4f, 'AFS'],
  [0x00_c3_64_00, 'Ceph'],
]);

/**
 * Makes the folder if it is missing, and the file for this process's user alone.
 * @throws StoreProblem
 */
export function prepareFolder(dataDir: string): void {
  // The first version kept a PostgreSQL there.
  if (fs.existsSync(join(dataDir, 'postgres'))) {
    throw new StoreProblem(
      'version',
      `The data folder ${dataDir} holds the store of an earlier version of this bot, which this one neither reads nor changes. ` +
        `Move the folder away, or ${elsewhere}. What the earlier version has set at Graph ends by itself within four hours.`,
    );
  }
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    refuseNetwork(dataDir);
    fs.closeSync(fs.openSync(databaseFile(dataDir), 'a', 0o600));
  } catch (error) {
    throw error instanceof StoreProblem ? error : unwritable(dataDir, error);
  }
}

function refuseNetwork(dataDir: string): void {
  const type = networkTypes.get(fs.statfsSync(dataDir).type >>> 0);
  if (type === undefined) return;
  throw new StoreProblem(
    'network',
    `The data folder ${dataDir} is on a network drive (${type}), where the embedded store would be damaged sooner or later. ` +
      `To keep anything, ${elsewhere}.`,
  );
}

function unwritable(dataDir: string, cause: unknown): StoreProblem {
  const why = cause instanceof Error ? cause.message : 'for no known reason';
  return new StoreProblem(
    'unwritable',
    `The data folder ${dataDir} cannot be written (${why}). Make sure that it is a folder and that this process may write there, or ${elsewhere}.`,
    { cause },
  );
}

/** By the primary result code, https://www.sqlite.org/rescode.html */
const problems: ReadonlyMap<number, (dataDir: string, cause: unknown) => StoreProblem> = new Map([
  [
    5, // SQLITE_BUSY
    (dataDir, cause) =>
      new StoreProblem(
        'taken',
        `Another process is using the data folder ${dataDir}, and the embedded store takes one at a time. ` +
          'Stop the other process, or give this one a DATA_DIR of its own; for several processes set DATABASE_URL to a PostgreSQL.',
        { cause },
      ),
  ],
  [8, unwritable], // SQLITE_READONLY
  [10, unwritable], // SQLITE_IOERR
  [11, damaged], // SQLITE_CORRUPT
  [
    13, // SQLITE_FULL
    (dataDir, cause) =>
      new StoreProblem(
        'full',
        `The disk of the data folder ${dataDir} is full, and nothing more can be kept. Make room there; no restart is needed.`,
        { cause },
      ),
  ],
  [14, unwritable], // SQLITE_CANTOPEN
  [26, damaged], // SQLITE_NOTADB
]);

function damaged(dataDir: string, cause: unknown): StoreProblem {
  return new StoreProblem(
    'damaged',
    `The file ${databaseFile(dataDir)} is damaged, and is left as it is. Stop the bot, and put a backup of the folder in its place; ` +
      'or move the folder away to start with an empty one. What is set at Graph ends by itself within four hours.',
    { cause },
  );
}

/** What an error means while the file is being opened: what has no other reason is damage. */
export function openingProblem(error: unknown, dataDir: string): StoreProblem {
  const problem = problemOf(error, dataDir);
  return problem instanceof StoreProblem ? problem : damaged(dataDir, error);
}

/** What an error of SQLite's means; any other error stays what it is. */
export function problemOf(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return error;
  return problems.get(error.errcode & 0xff)?.(dataDir, error) ?? error;
}
