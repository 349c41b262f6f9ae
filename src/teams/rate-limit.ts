/** How much one person may ask for in a minute. */

import { LRUCache } from 'lru-cache';
import type { Instant } from '../presence/intent.ts';
import type { Turn } from './turn.ts';

interface RateLimited {
  /** Whole seconds until the person's minute is over. */
  readonly seconds: number;
  /** Whether it is the first that is held in this minute: the one to be told of. */
  readonly first: boolean;
}

/** Counts the turn in; undefined: go on. */
export type RateLimit = (turn: Turn, kind: 'command' | 'lookup') => RateLimited | undefined;

const minuteMs = 60_000;
/** So many people's minutes are counted at once, in this process's memory: far more than Graph takes changes of in one. */
const peopleLimit = 10_000;
/** Looking up changes nothing, and a search asks at each letter. */
const lookupsPerCommand = 4;

/** Limit for each person; look-ups have four times as many. */
export function createRateLimit(commandsPerMinute: number): RateLimit {
  const counts = {
    command: createCount(commandsPerMinute),
    lookup: createCount(commandsPerMinute * lookupsPerCommand),
  };
  return ({ sender, activity, view }, kind) => counts[kind](sender?.userId ?? activity.from.id, view.now);
}

/** A person's minute begins with their first request in it. */
function createCount(perMinute: number) {
  const minutes = new LRUCache<string, { readonly endsAt: number; count: number }>({ max: peopleLimit });
  return (who: string, at: Instant): RateLimited | undefined => {
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
