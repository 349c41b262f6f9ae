/** Folders for a test: gone when its process ends, however it ends by itself. */

import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();

/** A new, empty folder of this test file's own. `TEST_FOLDERS` names where, if not among the machine's own. */
export function temporaryFolder(
  name = 'presence-bot-',
  parent = process.env['TEST_FOLDERS'] ?? tmpdir(),
): string {
  const folder = mkdtempSync(join(parent, name));
  if (made.size === 0) process.once('exit', removeAll);
  made.add(folder);
  return folder;
}

function removeAll(): void {
  // What a child that was killed still writes is waited for.
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Where files are kept in memory: the embedded database waits for its disk at every commit, which is most of the time
 * of a test that makes thousands. Undefined where there is no such place, or too little room in it.
 */
export function inMemory(): string | undefined {
  const place = '/dev/shm';
  try {
    accessSync(place, constants.W_OK);
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize > 1_000_000_000 ? place : undefined;
  } catch {
    return undefined;
  }
}
