/** Rate limit for each person. */

import { createPerMinute, type OverLimit } from '../timing/per-minute.ts';
import type { Turn } from './turn.ts';

/** Counts the turn; undefined if it is within the limit. */
export type RateLimit = (turn: Turn, kind: 'command' | 'lookup') => OverLimit | undefined;

/** Look-ups change nothing, and a search sends one for each letter typed. */
const lookupsPerCommand = 4;

/** So many commands of one person in a minute, and four times as many look-ups. */
export function createRateLimit(commandsPerMinute: number): RateLimit {
  const counts = {
    command: createPerMinute(commandsPerMinute),
    lookup: createPerMinute(commandsPerMinute * lookupsPerCommand),
  };
  return ({ sender, activity, view }, kind) => counts[kind](sender?.userId ?? activity.from.id, view.now);
}
