/** What is read at a place of a sentence is asked for again and again: it is read once. */

import type { Item } from '../lexer/items.ts';

/** The same function, which reads each place of each sentence once for each `key`. Its results depend on nothing else. */
export function once<T>(): (items: readonly Item[], at: number, key: string, make: () => T) => T {
  const known = new WeakMap<readonly Item[], Map<string, ({ readonly value: T } | undefined)[]>>();
  return (items, at, key, make) => {
    let keys = known.get(items);
    if (keys === undefined) {
      keys = new Map();
      known.set(items, keys);
    }
    let places = keys.get(key);
    if (places === undefined) {
      places = [];
      keys.set(key, places);
    }
    const found = places[at];
    if (found !== undefined) return found.value;
    const value = make();
    places[at] = { value };
    return value;
  };
}
