/** Runs each delivery of the same thing once: Teams sends an activity again when the answer is late. */

import { LRUCache } from 'lru-cache';

/** Teams sends again within seconds; what was answered need not be kept for longer than that may take. */
const keptMs = 5 * 60_000;
/** In this process's memory. */
const mostBytes = 16 * 1024 * 1024;

/**
 * The newest keys are remembered for some minutes; those whose task rejected, or gave what is not final, only until
 * then.
 */
export function createDedupe<T>(isFinal: (result: T) => boolean) {
  const seen = new LRUCache<string, Promise<T>>({ maxSize: mostBytes, ttl: keptMs, ttlAutopurge: true });
  /** The result of the run under that key, which takes about that many bytes; `task` is called for a new key alone. */
  return (key: string, bytes: number, task: () => Promise<T>): Promise<T> => {
    const known = seen.get(key);
    if (known !== undefined) return known;
    const run = task();
    const forget = () => {
      if (seen.get(key) === run) seen.delete(key);
    };
    seen.set(key, run, { size: bytes });
    run.then((result) => {
      if (!isFinal(result)) forget();
    }, forget);
    return run;
  };
}
