/**
 * Room for the embedded store to write. A PostgreSQL whose disk is full refuses what it cannot write, and so does the
 * embedded one as long as it is a table that cannot grow. But where its log cannot grow it spins for ever, inside this
 * process, and nothing else runs in it any more (seen with PGlite 0.5.16: an insert after a segment's end, with less
 * room than the next segment of 16 MB). So nothing is written when the disk is nearly full. Reading goes on, and
 * writing does once there is room.
 */

import type { PGlite } from '@electric-sql/pglite';
// By its default export, whose calls a test can answer itself.
import fs from 'node:fs';

/** Raised instead of writing; its message tells the operator what to do. */
class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
}

const megabyte = 1024 * 1024;
/** Two segments of the log and what tables take meanwhile. */
const leastBytes = 48 * megabyte;
/** Whatever changes something, alone or among others. */
const writing = /\b(?:insert|update|delete|create|alter|drop|truncate|merge)\b/i;

/** Has that database refuse to write when there is too little room where its folder is. */
export function guardRoom(pglite: PGlite, folder: string): void {
  // Looked at each time: it costs a hundredth of a query, and a loop of queries lets no timer run.
  const judge = (text: string) => {
    if (writing.test(text) && roomIn(folder) < leastBytes) throw new NoRoomError(tooLittle(folder));
  };
  const query = pglite.query.bind(pglite);
  const exec = pglite.exec.bind(pglite);
  const transaction = pglite.transaction.bind(pglite);
  pglite.query = async (text, ...more) => {
    judge(text);
    return query(text, ...more);
  };
  pglite.exec = async (text, ...more) => {
    judge(text);
    return exec(text, ...more);
  };
  // What it does by itself at the begin and the end of a transaction is not asked about.
  pglite.transaction = (work) =>
    transaction((tx) => {
      const inner = tx.query.bind(tx);
      tx.query = async (text, ...more) => {
        judge(text);
        return inner(text, ...more);
      };
      return work(tx);
    });
}

/** Bytes that this process may still write there; without an end where the file system does not tell. */
function roomIn(folder: string): number {
  try {
    const { blocks, bavail, bsize } = fs.statfsSync(folder);
    return blocks === 0 ? Infinity : bavail * bsize;
  } catch {
    return Infinity;
  }
}

function tooLittle(folder: string): string {
  return (
    `Less than ${leastBytes / megabyte} MB are left where the data folder ${folder} is, and nothing more is written to it. ` +
    'Make room there; no restart is needed.'
  );
}
