/** What is read at a place of a sentence is asked for again and again: it is read once. */

import type { Item } from '../lexer/items.ts';

/** The same function, which reads each place of each sentence once for each `key`. Its results depend on nothing else. */
export function once<T>(): (items: readonly Item[], at: number, key: string, make: () => T) => T {
  const known = new WeakMap<readonly Item[], Map<string, { readonly value: T }>>();
  return (items, at, key, make) => {
    let places = known.get(items);
    if (places === undefined) {
      places = new Map();
      known.set(items, places);
    }
    const place = `${at} ${key}`;
    const found = places.get(place);
    if (found !== undefined) return found.value;
    const value = make();
    places.set(place, { value });
    return value;
  };
}
