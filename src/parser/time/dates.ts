/** "tomorrow", "next Monday", "Nov 25", "25/11", "the 25th": a day, and a day with a time of day. */

import { readClock, type ClockTime } from './clock.ts';
import type { DateOrder } from './locale.ts';
import { is, isMark, type Item } from '../lexer/lexicon.ts';
import type { Daypart } from '../languages/language.ts';
import { readZone, type ZoneWord } from './zone-words.ts';

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

/** A point in time as it was said. */
export interface SaidMoment {
  readonly day: Day | undefined;
  /** "Friday 27 November": the weekday that the date must have. */
  readonly weekday: number | undefined;
  readonly clock: ClockTime | undefined;
  readonly part: Daypart | undefined;
  /** The zone named after the time, if one was. */
  readonly zone: ZoneWord | undefined;
  readonly next: number;
}

interface Match<T> {
  readonly value: T;
  readonly next: number;
}

/** Day, time and part of the day in any order, each at most once. `strict`: see `readClock`. */
export function readMoment(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  strict: boolean,
): SaidMoment | undefined {
  let day: Day | undefined;
  let weekday: number | undefined;
  let clock: ClockTime | undefined;
  let part: Daypart | undefined;
  let zone: ZoneWord | undefined;
  let isoTime = false;
  let index = at;
  let end = at;
  for (;;) {
    const item = items[index];
    if (item === undefined) break;
    const dayBefore = day?.kind === 'weekday' && !day.next ? day.weekday : undefined;
    const readDayHere =
      day === undefined || (dayBefore !== undefined && clock === undefined)
        ? readDay(items, index, order)
        : undefined;
    if (
      readDayHere !== undefined &&
      (day === undefined || readDayHere.value.kind === 'date' || readDayHere.value.kind === 'dayOfMonth')
    ) {
      day = readDayHere.value;
      weekday = dayBefore;
      index = readDayHere.next;
      if (isIsoDate(items, index - 5, index) && items[index]?.text === 't' && items[index]?.glued) {
        index += 1;
        isoTime = true;
      }
    } else if (day === undefined && item.senses.tonight === true && part === undefined) {
      day = { kind: 'offset', days: 0 };
      part = 'night';
      index += 1;
    } else if (part === undefined && is(item, 'this') && items[index + 1]?.senses.daypart !== undefined) {
      if (day !== undefined) break;
      day = { kind: 'offset', days: 0 };
      part = items[index + 1]?.senses.daypart;
      index += 2;
    } else if (part === undefined && item.senses.daypart !== undefined) {
      part = item.senses.daypart;
      index += 1;
    } else {
      // After a day, or before a part of it, a number alone can only be an hour.
      const readClockHere =
        clock === undefined
          ? readClock(
              items,
              index,
              strict && day === undefined && items[index + 1]?.senses.daypart === undefined,
            )
          : undefined;
      if (readClockHere !== undefined) {
        clock = isoTime ? { ...readClockHere, certain: true } : readClockHere;
        index = readClockHere.next;
        const named = readZone(items, index, day?.kind === 'date');
        if (named !== undefined) {
          zone = named.value;
          index = named.next;
        }
      } else if (index > at && connects(items, index)) {
        index += 1;
        continue;
      } else break;
    }
    end = index;
  }
  return end === at ? undefined : { day, weekday, clock, part, zone, next: end };
}

function isIsoDate(items: readonly Item[], from: number, to: number): boolean {
  return from >= 0 && to - from === 5 && items[from]?.text.length === 4;
}

function connects(items: readonly Item[], at: number): boolean {
  const item = items[at];
  return isMark(item, ',') || is(item, 'at');
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
