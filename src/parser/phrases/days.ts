/** A day, by the forms that all languages share and by the patterns of the table. */

import { is, isMark, type Item } from '../lexer/items.ts';
import type { Day, Match } from '../time/dates.ts';
import type { DateOrder } from '../time/locale.ts';
import type { Phrases } from './lexicon.ts';
import { once } from './once.ts';
import { matchPattern, type PatternMatch } from './patterns.ts';

/** The day that is named there. */
export function readDayIn(
  phrases: Phrases,
  items: readonly Item[],
  at: number,
  order: DateOrder,
): Match<Day> | undefined {
  return readDayInOnce(items, at, order, () => readDayInAnew(phrases, items, at, order));
}

const readDayInOnce = once<Match<Day> | undefined>();

function readDayInAnew(
  phrases: Phrases,
  items: readonly Item[],
  at: number,
  order: DateOrder,
): Match<Day> | undefined {
  let found =
    readOffset(items, at) ?? readWeekday(items, at) ?? readNamed(items, at) ?? readNumeric(items, at, order);
  for (const pattern of phrases.patterns) {
    if (pattern.kind !== 'day') continue;
    const match = matchPattern(pattern, items, at);
    if (match === undefined || match.next <= (found?.next ?? at)) continue;
    const value = dayOf(pattern.result, match);
    // "el 3 de diciembre"
    const named = value?.kind === 'dayOfMonth' ? readNamed(items, match.next - 1) : undefined;
    if (value !== undefined) found = named ?? { value, next: match.next };
  }
  return found;
}

function readOffset(items: readonly Item[], at: number): Match<Day> | undefined {
  const days = items[at]?.senses.day;
  return days === undefined ? undefined : { value: { kind: 'offset', days }, next: at + 1 };
}

/** "Montag", "nächsten Montag", "Montag nächster Woche". */
function readWeekday(items: readonly Item[], at: number): Match<Day> | undefined {
  const next = is(items[at], 'next');
  const index = next || is(items[at], 'this') ? at + 1 : at;
  const weekday = items[index]?.senses.weekday;
  if (weekday === undefined) return undefined;
  const dotted =
    isMark(items[index + 1], '.') && (items[index]?.text.length ?? 9) < 4 ? index + 2 : index + 1;
  if (!next && is(items[dotted], 'next') && items[dotted + 1]?.senses.period === 'week')
    return { value: { kind: 'weekday', weekday, next: 'week' }, next: dotted + 2 };
  return { value: { kind: 'weekday', weekday, next }, next: dotted };
}

function dayNumber(item: Item | undefined): number | undefined {
  if (item?.kind !== 'number' || item.text.length > 2) return undefined;
  const value = Number(item.text);
  return value >= 1 && value <= 31 ? value : undefined;
}

/** "25. November 2026", "25 de noviembre", "25 nov". */
function readNamed(items: readonly Item[], at: number): Match<Day> | undefined {
  const day = dayNumber(items[at]);
  if (day === undefined) return undefined;
  let index = at + 1;
  if (isMark(items[index], '.') && items[index]?.glued === true) index += 1;
  if (is(items[index], 'small')) index += 1;
  const month = items[index]?.senses.month;
  if (month === undefined) return undefined;
  // "27 nov. à midi"
  if (
    isMark(items[index + 1], '.') &&
    items[index + 1]?.glued === true &&
    (items[index]?.text.length ?? 9) < 6
  )
    index += 1;
  const yearAt = is(items[index + 1], 'small') ? index + 2 : index + 1;
  const year = items[yearAt];
  if (year?.kind === 'number' && /^20\d\d$/.test(year.text) && !isMark(items[yearAt + 1], ':'))
    return { value: { kind: 'date', year: Number(year.text), month, day }, next: yearAt + 1 };
  return { value: { kind: 'date', year: undefined, month, day }, next: index + 1 };
}

/** "2026-11-25", "25.11.", "25.11.2026", "25/11". */
function readNumeric(items: readonly Item[], at: number, order: DateOrder): Match<Day> | undefined {
  const [a, mark, b, mark2, c] = items.slice(at, at + 5);
  if (a?.kind !== 'number' || b?.kind !== 'number' || mark?.glued !== true || !b.glued) return undefined;
  if (!isMark(mark, '/-.')) return undefined;
  const closed = mark2?.glued === true && mark2.text === mark.text;
  const third = closed && c?.kind === 'number' && c.glued ? c : undefined;
  if (a.text.length === 4 && third !== undefined)
    return {
      value: { kind: 'date', year: Number(a.text), month: Number(b.text), day: Number(third.text) },
      next: at + 5,
    };
  if (a.text.length > 2 || b.text.length > 2) return undefined;
  // "16.45" is a time, "9-11" a range.
  if (mark.text === '-' && third === undefined) return undefined;
  if (mark.text === '.' && !closed) return undefined;
  if (third !== undefined && third.text.length !== 4 && third.text.length !== 2) return undefined;
  const year =
    third === undefined ? undefined : Number(third.text.length === 2 ? `20${third.text}` : third.text);
  const next = third !== undefined ? at + 5 : mark.text === '.' ? at + 4 : at + 3;
  const [first, second] = [Number(a.text), Number(b.text)];
  const written = mark.text === '.' ? 'dayFirst' : order;
  if (written === 'unknown' && first <= 12 && second <= 12 && first !== second)
    return { value: { kind: 'ambiguous', first, second }, next };
  const monthFirst = first > 12 ? false : second > 12 ? true : written === 'monthFirst';
  const [month, day] = monthFirst ? [first, second] : [second, first];
  return { value: { kind: 'date', year, month, day }, next };
}

/** `month m day d`, `day d`, `weekday weekday next/week`, `offset 7`. */
function dayOf(result: readonly string[], { captured }: PatternMatch): Day | undefined {
  const value = (name: string | undefined): number | undefined => {
    const found = captured.get(name ?? '');
    if (typeof found === 'number') return found;
    if (found !== undefined) return found.senses.month ?? found.senses.weekday;
    return name !== undefined && /^-?\d+$/.test(name) ? Number(name) : undefined;
  };
  const after = (word: string) =>
    result.includes(word) ? value(result[result.indexOf(word) + 1]) : undefined;
  if (result[0] === 'weekday') {
    const weekday = value(result[1]);
    const which = result[2] === 'week' ? 'week' : result[2] === 'next';
    return weekday === undefined ? undefined : { kind: 'weekday', weekday, next: which };
  }
  if (result[0] === 'offset') return { kind: 'offset', days: value(result[1]) ?? 0 };
  const day = result.indexOf('day') < 0 ? undefined : value(result[result.lastIndexOf('day') + 1]);
  const month = result[0] === 'month' ? value(result[1]) : undefined;
  if (day === undefined) return undefined;
  return month === undefined
    ? { kind: 'dayOfMonth', day }
    : { kind: 'date', year: after('year'), month, day };
}
