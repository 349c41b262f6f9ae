/** The words of schedules in one language, ready to be sought among items. */

import { type Patterns, patternsOf, phrasesAt } from '../grammar/patterns.ts';
import type { DaysWord, ManageVerb, ScheduleWords, TimeMark } from '../languages/schedules.ts';
import type { Item } from '../lexer/items.ts';

/** Phrases of one language by what they mean. */
export interface SchedulePhrases {
  readonly days: Patterns<DaysWord>;
  readonly each: Patterns<string>;
  readonly marks: Readonly<Record<TimeMark, Patterns<string>>>;
  readonly listed: Patterns<string>;
  readonly quietHours: Patterns<string>;
  readonly whole: Patterns<keyof ScheduleWords['whole']>;
  readonly heads: Readonly<Record<ManageVerb, Patterns<string>>>;
  readonly rules: Patterns<string>;
  readonly small: Patterns<string>;
  readonly then: Patterns<string>;
}

/** Those phrases, built when they are first sought. */
export function schedulePhrasesOf(words: ScheduleWords): SchedulePhrases {
  const one = (text: string) => patternsOf({ it: text });
  return {
    days: patternsOf(words.days),
    each: patternsOf(Object.fromEntries(words.eachWeekday.map((text, index) => [String(index + 1), text]))),
    marks: {
      at: one(words.marks.at),
      from: one(words.marks.from),
      after: one(words.marks.after),
      until: one(words.marks.until),
      through: one(words.marks.through),
      between: one(words.marks.between),
      to: one(words.marks.to),
      and: one(words.marks.and),
      in: one(words.marks.in),
      allDay: one(words.marks.allDay),
    },
    listed: one(words.listed),
    quietHours: one(words.quietHours),
    whole: patternsOf(words.whole),
    heads: {
      preview: one(words.heads.preview),
      skip: one(words.heads.skip),
      no: one(words.heads.no),
      not: one(words.heads.not),
      pause: one(words.heads.pause),
      resume: one(words.heads.resume),
      remove: one(words.heads.remove),
      stop: one(words.heads.stop),
      change: one(words.heads.change),
    },
    rules: one(words.rules),
    small: one(words.small),
    then: one(words.then),
  };
}

/** What a phrase means that begins with that item and ends with another, the longest first; `next` is the item behind it. */
export interface Found<T> {
  readonly meaning: T;
  readonly next: number;
}

/** No phrase is longer. */
const mostWords = 8;

/** The longest phrase that stands there. */
export function phraseAt<T>(
  patterns: Patterns<T>,
  items: readonly Item[],
  at: number,
  fits: (found: Found<T>) => boolean = () => true,
): Found<T> | undefined {
  const words: string[] = [];
  const nexts = new Map<number, number>();
  for (let index = at; index < items.length && words.length < mostWords; index += 1) {
    const item = items[index];
    if (item === undefined || (item.kind !== 'word' && item.kind !== 'number')) break;
    words.push(...item.text.split(' '));
    nexts.set(words.length, index + 1);
  }
  for (const { meaning, length } of phrasesAt(patterns, words, 0)) {
    const next = nexts.get(length);
    if (next !== undefined && fits({ meaning, next })) return { meaning, next };
  }
  return undefined;
}
