/** Rate limit for each person. */

import { LRUCache } from 'lru-cache';
import type { Instant } from '../presence/intent.ts';
import type { Turn } from './turn.ts';

interface RateLimited {
  /** Whole seconds until the person's minute is over. */
  readonly seconds: number;
  /** Whether it is the first one over the limit in this minute: the person is told then. */
  readonly first: boolean;
}

/** Counts the turn; undefined if it is within the limit. */
export type RateLimit = (turn: Turn, kind: 'command' | 'lookup') => RateLimited | undefined;

const minuteMs = 60_000;
/** People counted at once, in this process's memory: far more than Graph takes changes from in a minute. */
const peopleLimit = 10_000;
/** Look-ups change nothing, and a search sends one for each letter typed. */
const lookupsPerCommand = 4;

/** So many commands of one person in a minute, and four times as many look-ups. */
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
