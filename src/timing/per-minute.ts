/** So many in a minute, for each of many. */

import { LRUCache } from 'lru-cache';

export interface OverLimit {
  /** Whole seconds until the minute is over. */
  readonly seconds: number;
  /** Whether it is the first one over the limit in this minute: whoever it is is told then. */
  readonly first: boolean;
}

const minuteMs = 60_000;
/** Counted at once, in this process's memory: far more than Graph takes changes from in a minute. */
const most = 4000;

/** Counts one at that instant, in milliseconds; undefined if it is within the limit. A minute begins with the first in it. */
export function createPerMinute(perMinute: number) {
  const minutes = new LRUCache<string, { readonly endsAt: number; count: number }>({ max: most });
  return (who: string, at: number): OverLimit | undefined => {
    const known = minutes.get(who);
    if (known === undefined || at >= known.endsAt) {
      minutes.set(who, { endsAt: at + minuteMs, count: 1 });
      return undefined;
    }
    known.count += 1;
    return known.count <= perMinute
      ? undefined
      : { seconds: Math.ceil((known.endsAt - at) / 1000), first: known.count === perMinute + 1 };
  };
}
