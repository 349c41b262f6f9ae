/** One of the processes that share the test files: takes the next that no other has taken, until there is none. */

import { closeSync, openSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const { TEST_FILES, TEST_TAKEN } = z
  .object({ TEST_FILES: z.string(), TEST_TAKEN: z.string() })
  .parse(process.env);

// A test may wait for a timer that keeps nobody from ending.
const awake = setInterval(() => undefined, 60_000);
for (const file of z.array(z.string()).parse(JSON.parse(TEST_FILES))) {
  // A suite, so that the hooks of a file are its own; begun when those before it have ended.
  if (!take(file)) continue;
  await describe(file, () => import(pathToFileURL(resolve(file)).href));
  // For the others, and for the processes that tests start and kill: by itself it is written at an orderly end alone.
  flushCompileCache();
}
clearInterval(awake);

// What a file has left open would keep everybody waiting, and nobody would know for what.
setTimeout(() => {
  console.error(`still open after the last test: ${process.getActiveResourcesInfo().join(', ')}`);
  process.exit(1);
}, 10_000).unref();

/** Whether no other process had it: of all that try to make the same file, one can. */
function take(file: string): boolean {
  try {
    closeSync(openSync(join(TEST_TAKEN, encodeURIComponent(file)), 'wx'));
    return true;
  } catch {
    return false;
  }
}
