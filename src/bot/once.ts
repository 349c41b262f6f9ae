/** Runs each delivery of the same thing once: Teams sends an activity again when the answer is late. */

import { LRUCache } from 'lru-cache';

/** The newest `limit` keys are remembered, in this process's memory. */
export function createOnce<T>(limit = 10_000) {
  const seen = new LRUCache<string, Promise<T>>({ max: limit });
  /** The result of the first run under that key; `task` is called for a new key alone. */
  return (key: string, task: () => Promise<T>): Promise<T> => {
    const known = seen.get(key);
    if (known !== undefined) return known;
    const run = task();
    seen.set(key, run);
    return run;
  };
}
