/** Folders for a test: gone when its process ends, however it ends by itself. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();

/** A new, empty folder of this test file's own. */
export function temporaryFolder(name = 'presence-bot-'): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  if (made.size === 0) process.once('exit', removeAll);
  made.add(folder);
  return folder;
}

function removeAll(): void {
  // What a child that was killed still writes is waited for.
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
