/** What the validator gives instead of throwing: what is wrong, and what would be right. */

import type { Pair } from './pairs.ts';

export type Problem =
  /** The end is too near or too far; `seconds` is what was asked for, elapsed. */
  | { readonly code: 'outOfBounds'; readonly pair: Pair; readonly seconds: number }
  /** The end is not in the future, or is no instant at all. */
  | { readonly code: 'endPassed' }
  /** A status message may last at most `maxSeconds`. */
  | { readonly code: 'messageTooFar'; readonly maxSeconds: number }
  /** Meetings can be paused for at most `maxSeconds`, or without an end. */
  | { readonly code: 'pauseTooFar'; readonly maxSeconds: number }
  | { readonly code: 'messageEmpty' }
  | { readonly code: 'messageTooLong'; readonly length: number; readonly max: number }
  /** Teams status messages are plain text; markup is refused rather than sanitised. */
  | { readonly code: 'messageMarkup' }
  /** Only a person's own sign-in may set their work location, and here the bot has none. */
  | { readonly code: 'locationNotHere' }
  /** A work location is for today alone. */
  | { readonly code: 'locationOtherDay' }
  /** When their day ends is not known without a time zone. */
  | { readonly code: 'locationNoZone' }
  /** Nothing was left to do. */
  | { readonly code: 'nothingToDo' }
  /** A request body that Graph would not take: the field that is wrong, and what it should be or which ones there are. */
  | {
      readonly code: 'badBody';
      readonly field: string;
      readonly expected: 'text' | 'plainText' | 'dateTime' | 'duration';
    }
  | { readonly code: 'badBody'; readonly field: string; readonly known: string }
  /** Availability and activity do not form a pair that this call can write. */
  | {
      readonly code: 'badPair';
      readonly availability: string;
      readonly activity: string;
      readonly allowed: readonly Pair[];
    }
  | { readonly code: 'foreignSession' }
  /** It would have to be renewed, and what has to be renewed cannot be put on record at present. */
  | { readonly code: 'notKept'; readonly maxSeconds: number };

/** A result of judging: what passed, or why it did not. */
export type Judged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function passed<T>(value: T): Judged<T> {
  return { ok: true, value };
}

export function failed<T>(problem: Problem): Judged<T> {
  return { ok: false, problem };
}
