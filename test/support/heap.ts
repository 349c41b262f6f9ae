/** How much memory is really in use: measured after a collection, or it would be a measure of garbage. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of heap that are still in use. Takes some 100 ms. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') throw new TypeError('this machine cannot collect garbage when asked');
  // Twice, since what is finalised by the first is freed by the second.
  for (let n = 0; n < 2; n += 1) Reflect.apply(gc, undefined, []);
  return process.memoryUsage().heapUsed;
}
