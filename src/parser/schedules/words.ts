/** The words of schedules in one language, ready to be sought among items. */

import { patternsOf, phrasesAt } from '../grammar/patterns.ts';
import {
  type DaysWord,
  type ManageVerb,
  type ScheduleWords,
  scheduleWords,
  type TimeMark,
  type WeekWord,
} from '../languages/schedules.ts';
import type { Item } from '../lexer/items.ts';
import { lazy } from '../lexer/lexicon.ts';
import { withoutAccents } from '../phrases/fold.ts';
import { expressions } from '../phrases/rules.ts';

/** What a phrase means that begins with an item and ends with another; `next` is the index behind it. */
export interface Found<T> {
  readonly meaning: T;
  readonly next: number;
}

/** The longest phrase that stands there, of those that fit. */
export type Seek<T> = (
  items: readonly Item[],
  at: number,
  fits?: (found: Found<T>) => boolean,
) => Found<T> | undefined;

/** Phrases of one language by what they mean. */
export interface SchedulePhrases {
  readonly days: Seek<DaysWord>;
  readonly each: Seek<string>;
  readonly listedWeekday: Seek<string>;
  readonly marks: Readonly<Record<TimeMark, Seek<'it'>>>;
  readonly listed: Seek<'it'>;
  readonly quietHours: Seek<'it'>;
  readonly plan: Seek<'it'>;
  readonly whole: Seek<keyof ScheduleWords['whole']>;
  readonly heads: Readonly<Record<ManageVerb, Seek<'it'>>>;
  /** Any of those. */
  readonly head: Seek<ManageVerb>;
  readonly weeks: Seek<WeekWord>;
  readonly rules: Seek<'it'>;
  readonly small: Seek<'it'>;
  readonly all: Seek<'it'>;
  readonly then: Seek<'it'>;
  readonly ordinals: Seek<string>;
  readonly nthMonday: Seek<string>;
  readonly afterBehind: Seek<'it'>;
  readonly say: ScheduleWords['say'];
}

/** Those phrases of each language, built when they are first sought. */
export const schedulePhrases: ReadonlyMap<string, () => SchedulePhrases> = new Map(
  Object.entries(scheduleWords).map(([code, words]) => [code, lazy(() => build(words, code === 'en'))]),
);

/** Those of English. */
export const englishSchedules = lazy(() => build(scheduleWords.en, true));

/** `inWords`: sought word by word; otherwise by their letters, since some languages write no spaces. */
function build(words: ScheduleWords, inWords: boolean): SchedulePhrases {
  const seek = <T extends string>(table: Readonly<Record<T, string>>): Seek<T> =>
    inWords ? seekWords(table) : seekLetters(table);
  const one = (text: string) => seek({ it: text });
  const numbered = (texts: readonly string[]) =>
    seek(Object.fromEntries(texts.map((text, index) => [String(index + 1), text])));
  const each = <T extends string>(table: Readonly<Record<T, string>>) => {
    const sought: Partial<Record<T, Seek<'it'>>> = {};
    for (const key in table) sought[key] = one(table[key]);
    return sought as Readonly<Record<T, Seek<'it'>>>;
  };
  return {
    days: seek(words.days),
    each: numbered(words.eachWeekday),
    listedWeekday: numbered(words.listedWeekday ?? []),
    marks: each(words.marks),
    listed: one(words.listed),
    quietHours: one(words.quietHours),
    plan: one(words.plan ?? ''),
    whole: seek(words.whole),
    heads: each(words.heads),
    head: seek(words.heads),
    weeks: seek(words.weeks),
    rules: one(words.rules),
    small: one(words.small),
    all: one(words.all),
    then: one(words.then),
    ordinals: numbered(words.ordinals),
    nthMonday: numbered(words.nthMonday ?? []),
    afterBehind: one(words.afterBehind ?? ''),
    say: words.say,
  };
}

/** No phrase is longer. */
const mostItems = 10;

function seekWords<T extends string>(table: Readonly<Record<T, string>>): Seek<T> {
  const patterns = patternsOf(table);
  return (items, at, fits = () => true) => {
    const first = items[at];
    // At most places none of them stands.
    if (first === undefined || !isRead(first) || !patterns.has(firstWordOf(first))) return undefined;
    const { words, nexts } = wordsAt(items, at);
    for (const { meaning, length } of phrasesAt(patterns, words, 0)) {
      const next = nexts.get(length);
      if (next !== undefined && fits({ meaning, next })) return { meaning, next };
    }
    return undefined;
  };
}

interface Words {
  readonly words: readonly string[];
  /** Behind how many words which item begins. */
  readonly nexts: ReadonlyMap<number, number>;
}

const wordsAt = oncePerPlace((items, at): Words => {
  const words: string[] = [];
  const nexts = new Map<number, number>();
  for (let index = at; index < Math.min(at + mostItems, items.length); index += 1) {
    const item = items[index];
    if (item === undefined || !isRead(item)) break;
    words.push(...item.text.split(' '));
    nexts.set(words.length, index + 1);
  }
  return { words, nexts };
});

/** Many phrases are looked for at one place, whose words are the same for all. */
function oncePerPlace<T>(
  make: (items: readonly Item[], at: number) => T,
): (items: readonly Item[], at: number) => T {
  const known = new WeakMap<readonly Item[], Map<number, T>>();
  return (items, at) => {
    const places = known.get(items) ?? new Map<number, T>();
    known.set(items, places);
    const found = places.get(at) ?? make(items, at);
    places.set(at, found);
    return found;
  };
}

function seekLetters<T extends string>(table: Readonly<Record<T, string>>): Seek<T> {
  const all = lazy(() => {
    const each: { readonly meaning: T; readonly expressions: readonly RegExp[] }[] = [];
    for (const meaning in table)
      if (table[meaning].trim() !== '') each.push({ meaning, expressions: expressions(table[meaning]) });
    const sources = each.flatMap((one) => one.expressions.map(({ source }) => source));
    return { each, any: new RegExp(sources.join('|') || '(?!)', 'y') };
  });
  return (items, at, fits = () => true) => {
    const { text, nexts } = lettersAt(items, at);
    const { each, any } = all();
    any.lastIndex = 0;
    // At most places none of them stands.
    if (text === '' || !any.test(text)) return undefined;
    let best: Found<T> | undefined;
    for (const { meaning, expressions: those } of each)
      for (const expression of those) {
        expression.lastIndex = 0;
        if (!expression.test(text)) continue;
        const next = nexts.get(expression.lastIndex);
        if (next === undefined || next <= (best?.next ?? at) || !fits({ meaning, next })) continue;
        best = { meaning, next };
      }
    return best;
  };
}

interface Letters {
  readonly text: string;
  /** Behind how many letters which item begins. */
  readonly nexts: ReadonlyMap<number, number>;
}

const lettersAt = oncePerPlace((items, at): Letters => {
  let text = '';
  const nexts = new Map<number, number>();
  for (let index = at; index < Math.min(at + mostItems, items.length); index += 1) {
    const item = items[index];
    if (item === undefined || !isRead(item)) break;
    text += withoutAccents(item.text).replaceAll(' ', '');
    nexts.set(text.length, index + 1);
  }
  return { text, nexts };
});

function isRead({ kind }: Item): boolean {
  return kind === 'word' || kind === 'number';
}

function firstWordOf({ text }: Item): string {
  const space = text.indexOf(' ');
  return space < 0 ? text : text.slice(0, space);
}

/** The longest phrase that stands there. */
export function phraseAt<T>(
  seek: Seek<T>,
  items: readonly Item[],
  at: number,
  fits?: (found: Found<T>) => boolean,
): Found<T> | undefined {
  return seek(items, at, fits);
}
