/**
 * Gives back what a burst of work took: garbage, and the pages that it filled. V8 would do so itself once little is
 * allocated, but learns how much that is from its collections only, of which a process at rest has none, so that it
 * waits for ever.
 */

import { getHeapStatistics } from 'node:v8';

interface QuietParts {
  /** Collects all garbage, and gives the pages back. */
  readonly collect: () => void;
  /** Bytes of the heap in use, garbage included. */
  readonly usedBytes: () => number;
}

const lookMs = 5000;
/** More CPU between two looks is work: at rest it is a tenth of that, on PostgreSQL a fifth. */
const workMs = 100;
const quietMs = 10_000;
/** Less garbage than this is left alone. */
const worthBytes = 16 * 1024 * 1024;
/** What was compiled for objects that are gone has to be compiled again, half a second of CPU: not more often than this. */
const againMs = 120_000;

/** Looks at that instant, in milliseconds, whether to collect; `cpuMs`: CPU time of the process since the last look. */
export function createQuietCollection({ collect, usedBytes }: QuietParts) {
  let workedAt = -Infinity;
  let collectedAt = -Infinity;
  let keptBytes = usedBytes();
  return (at: number, cpuMs: number): void => {
    if (cpuMs > workMs) workedAt = at;
    if (at - workedAt < quietMs || at - collectedAt < againMs) return;
    if (usedBytes() - keptBytes < worthBytes) return;
    collect();
    collectedAt = at;
    keptBytes = usedBytes();
  };
}

/** Looks from now on, where Node was started with `--expose-gc`. */
export function collectWhenQuiet(): void {
  const { gc } = globalThis;
  if (gc === undefined) return;
  const look = createQuietCollection({
    collect: () => {
      // As V8 does where memory runs out: a plain one keeps the empty pages for itself.
      gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    },
    usedBytes: () => getHeapStatistics().used_heap_size,
  });
  // Not how busy the event loop was: where others share the machine, waiting for a processor counts as that.
  let before = process.cpuUsage();
  setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    look(performance.now(), (user + system) / 1000);
  }, lookMs).unref();
}
