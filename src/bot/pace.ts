/** How much one person may ask for in a minute. */

import { LRUCache } from 'lru-cache';
import type { Instant } from '../presence/intent.ts';

export interface Held {
  /** Whole seconds until the person's minute is over. */
  readonly seconds: number;
  /** Whether it is the first that is held in this minute: the one to be told of. */
  readonly first: boolean;
}

/** Undefined: go on. */
export type Pace = (who: string, at: Instant) => Held | undefined;

const minuteMs = 60_000;
/** So many people's minutes are counted at once, in this process's memory. */
const peopleLimit = 50_000;

/** A person's minute begins with their first request in it. */
export function createPace(perMinute: number): Pace {
  const minutes = new LRUCache<string, { readonly endsAt: number; count: number }>({ max: peopleLimit });
  return (who, at) => {
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
