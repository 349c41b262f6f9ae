/**
 * The Temporal API: the runtime's own where it has one, else the polyfill, loaded on first use
 * because most sentences hold no clock time and loading it takes longer than reading thousands of them.
 */

import { createRequire } from 'node:module';
import type * as polyfill from 'temporal-polyfill';

type Temporal = typeof polyfill.Temporal;

let loaded: Temporal | undefined;

/** Temporal, at most 30 ms late the first time; `temporal()` after the start makes the first sentence as fast as the rest. */
export function temporal(): Temporal {
  loaded ??=
    (globalThis as { Temporal?: Temporal }).Temporal ??
    (createRequire(import.meta.url)('temporal-polyfill') as typeof polyfill).Temporal;
  return loaded;
}
