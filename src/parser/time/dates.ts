/** "tomorrow", "next Monday", "Nov 25", "25/11", "the 25th": a day. */

import { is, isMark, type Item } from '../lexer/items.ts';
import type { DateOrder } from './locale.ts';

/** A day as it was said. */
export type Day =
  | { readonly kind: 'offset'; readonly days: number }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      /** "next Friday"; `week` for "Friday next week". */ readonly next: boolean | 'week';
    }
  | { readonly kind: 'date'; readonly year: number | undefined; readonly month: number; readonly day: number }
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  /** 3/4 where nobody knows which order the writer uses. */
  | { readonly kind: 'ambiguous'; readonly first: number; readonly second: number };

/** What was recognised, with the index behind it. */
export interface Match<T> {
  readonly value: T;
  readonly next: number;
}

/** A day alone. */
export function readDay(items: readonly Item[], at: number, order: DateOrder): Match<Day> | undefined {
  const item = items[at];
  if (item === undefined) return undefined;
  if (item.senses.day !== undefined)
    return { value: { kind: 'offset', days: item.senses.day }, next: at + 1 };
  return (
    readWeekday(items, at) ??
    readNamedDate(items, at) ??
    readNumericDate(items, at, order) ??
    readOrdinal(items, at)
  );
}

function readWeekday(items: readonly Item[], at: number): Match<Day> | undefined {
  // "next week Friday"
  const before = isNextWeek(items, at);
  const next = is(items[at], 'next');
  const index = before ? at + 2 : next || is(items[at], 'this') ? at + 1 : at;
  const weekday = items[index]?.senses.weekday;
  if (weekday === undefined) return undefined;
  if (before) return { value: { kind: 'weekday', weekday, next: 'week' }, next: index + 1 };
  const after = is(items[index + 1], 'of') ? index + 2 : index + 1;
  if (!next && isNextWeek(items, after))
    return { value: { kind: 'weekday', weekday, next: 'week' }, next: after + 2 };
  const here = !next && is(items[after], 'this') && isWeek(items[after + 1]);
  if (here) return { value: { kind: 'weekday', weekday, next }, next: after + 2 };
  return { value: { kind: 'weekday', weekday, next }, next: index + 1 };
}

function isNextWeek(items: readonly Item[], at: number): boolean {
  return is(items[at], 'next') && isWeek(items[at + 1]);
}

function isWeek(item: Item | undefined): boolean {
  return item?.senses.period === 'week' && !is(item, 'plural');
}

/** A day of the month in digits with or without its ending, or in words. */
function readDayNumber(
  items: readonly Item[],
  at: number,
): (Match<number> & { ending: boolean }) | undefined {
  const item = items[at];
  if (item?.kind === 'number' && item.text.length <= 2) {
    const value = Number(item.text);
    if (value < 1 || value > 31) return undefined;
    const following = items[at + 1];
    const ending = following?.glued === true && following.senses.ordinalEnding === true;
    return { value, next: ending ? at + 2 : at + 1, ending };
  }
  const ordinal = item?.senses.ordinal;
  return ordinal === undefined ? undefined : { value: ordinal, next: at + 1, ending: true };
}

function readYear(items: readonly Item[], at: number): Match<number> | undefined {
  const index = isMark(items[at], ',') ? at + 1 : at;
  const item = items[index];
  if (item?.kind !== 'number' || item.text.length !== 4 || !item.text.startsWith('20')) return undefined;
  // "Nov 25 2030" might be half past eight; with a comma, or beside a clock time, it is a year.
  return { value: Number(item.text), next: index + 1 };
}

/** "Nov 25", "November 25th, 2026", "25 November", "the 25th of November". */
function readNamedDate(items: readonly Item[], at: number): Match<Day> | undefined {
  const start = is(items[at], 'the') ? at + 1 : at;
  const month = items[start]?.senses.month;
  if (month !== undefined) {
    const dayAt = is(items[start + 1], 'the') ? start + 2 : start + 1;
    const day = readDayNumber(items, dayAt);
    if (day === undefined || isClockMark(items, day.next)) return undefined;
    const year = readYear(items, day.next);
    return {
      value: { kind: 'date', year: year?.value, month, day: day.value },
      next: year?.next ?? day.next,
    };
  }
  const day = readDayNumber(items, start);
  if (day === undefined) return undefined;
  const monthAt = is(items[day.next], 'of') ? day.next + 1 : day.next;
  const named = items[monthAt]?.senses.month;
  if (named === undefined) return undefined;
  const year = readYear(items, monthAt + 1);
  return {
    value: { kind: 'date', year: year?.value, month: named, day: day.value },
    next: year?.next ?? monthAt + 1,
  };
}

function isClockMark(items: readonly Item[], at: number): boolean {
  return (
    (isMark(items[at], ':') && items[at]?.glued === true) ||
    (items[at]?.senses.meridiem !== undefined && items[at].senses.roles.size === 0)
  );
}

/** 2026-11-25, 25/11, 11/25/2026, 25.11.2026. */
function readNumericDate(items: readonly Item[], at: number, order: DateOrder): Match<Day> | undefined {
  const [a, mark, b, mark2, c] = items.slice(at, at + 5);
  if (a?.kind !== 'number' || b?.kind !== 'number' || mark?.glued !== true || !b.glued) return undefined;
  if (!isMark(mark, '/-.')) return undefined;
  const third =
    mark2?.glued === true && mark2.text === mark.text && c?.kind === 'number' && c.glued ? c : undefined;
  const next = third === undefined ? at + 3 : at + 5;
  if (a.text.length === 4 && third !== undefined)
    return {
      value: { kind: 'date', year: Number(a.text), month: Number(b.text), day: Number(third.text) },
      next,
    };
  if (a.text.length > 2 || b.text.length > 2) return undefined;
  // 3.30 is half past three and 3-5 a range; only the slash needs no year.
  if (third === undefined && mark.text !== '/') return undefined;
  if (third !== undefined && third.text.length !== 4 && third.text.length !== 2) return undefined;
  const year =
    third === undefined ? undefined : Number(third.text.length === 2 ? `20${third.text}` : third.text);
  const [first, second] = [Number(a.text), Number(b.text)];
  const dotted = mark.text === '.' ? 'dayFirst' : order;
  const monthFirst = first > 12 ? false : second > 12 ? true : dotted === 'monthFirst';
  if (dotted === 'unknown' && first <= 12 && second <= 12 && first !== second)
    return { value: { kind: 'ambiguous', first, second }, next };
  const [month, day] = monthFirst ? [first, second] : [second, first];
  return { value: { kind: 'date', year, month, day }, next };
}

/** "the 25th", "25th". */
function readOrdinal(items: readonly Item[], at: number): Match<Day> | undefined {
  const the = is(items[at], 'the');
  const day = readDayNumber(items, the ? at + 1 : at);
  if (day?.ending !== true) return undefined;
  // "second" alone is a unit or an order of things.
  if (!the && items[at]?.kind !== 'number') return undefined;
  return { value: { kind: 'dayOfMonth', day: day.value }, next: day.next };
}
