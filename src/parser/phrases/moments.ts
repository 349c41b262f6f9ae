/** Day, time of day and part of the day in any order, and stretches of time by their ends. */

import { is, isMark, type Item } from '../lexer/items.ts';
import type { Daypart } from '../languages/language.ts';
import type { ClockTime } from '../time/clock.ts';
import type { Day } from '../time/dates.ts';
import type { DateOrder } from '../time/locale.ts';
import type { SaidMoment } from '../time/moment.ts';
import type { SaidPeriod } from '../time/resolve-period.ts';
import { readClockIn } from './clocks.ts';
import { readDayIn } from './days.ts';
import type { Phrases } from './lexicon.ts';
import { once } from './once.ts';

/** The moment that starts there. `strict`: a number alone is none. */
export function readMomentIn(
  phrases: Phrases,
  items: readonly Item[],
  at: number,
  order: DateOrder,
  strict: boolean,
): SaidMoment | undefined {
  return readMomentInOnce(items, at, strict ? `strict ${order}` : order, () =>
    readMomentInAnew(phrases, items, at, order, strict),
  );
}

const readMomentInOnce = once<SaidMoment | undefined>();

function readMomentInAnew(
  phrases: Phrases,
  items: readonly Item[],
  at: number,
  order: DateOrder,
  strict: boolean,
): SaidMoment | undefined {
  let day: Day | undefined;
  let weekday: number | undefined;
  let clock: ClockTime | undefined;
  let part: Daypart | undefined;
  let index = at;
  let end = at;
  let linked = false;
  while (index < items.length) {
    const item = items[index];
    const dated = readDayIn(phrases, items, index, order);
    const clocked =
      clock === undefined
        ? readClockIn(
            phrases,
            items,
            index,
            strict && day === undefined && !linked && items[index + 1]?.senses.daypart === undefined,
          )
        : undefined;
    const named = item?.senses.daypart !== undefined && part === undefined;
    const takesDay =
      day === undefined ||
      (day.kind === 'weekday' && (dated?.value.kind === 'date' || dated?.value.kind === 'dayOfMonth'));
    if (dated !== undefined && takesDay && dated.next >= (clocked?.next ?? 0)) {
      weekday = day?.kind === 'weekday' ? day.weekday : undefined;
      day = dated.value;
      // "Montagmorgen", "明朝"
      const both = item?.senses.weekday !== undefined || item?.senses.dayAndPart === true;
      if (part === undefined && both) part = item.senses.daypart;
      index = dated.next;
      const noted = day.kind === 'date' ? notedWeekday(phrases, items, index) : undefined;
      if (noted !== undefined) {
        weekday = noted;
        index += 3;
      }
    } else if (day === undefined && part === undefined && item?.senses.tonight === true) {
      day = { kind: 'offset', days: 0 };
      part = 'night';
      index += 1;
    } else if (
      named &&
      (clocked === undefined || clock !== undefined || isClockNext(phrases, items, index))
    ) {
      part = item.senses.daypart;
      index += 1;
    } else if (day?.kind === 'weekday' && weekday === undefined && isDateBefore(items, index)) {
      weekday = day.weekday;
      day = { kind: 'dayOfMonth', day: Number(item?.text) };
      index += 1;
    } else if (clocked !== undefined) {
      clock = clocked;
      index = clocked.next;
    } else if (index > at && (is(item, 'at') || is(item, 'small') || isMark(item, ','))) {
      linked = is(item, 'at');
      index += 1;
      continue;
    } else break;
    linked = false;
    end = index;
  }
  // "25時" is 1:00 of the night that begins now; of which night "明日25時" is, not all agree.
  if (clock?.pastMidnight === true && (day !== undefined || part !== undefined))
    clock = { ...clock, impossible: true };
  return end === at
    ? undefined
    : { day, weekday, clock, part: lateIn(part, clock), zone: undefined, next: end };
}

/** "las ocho de la tarde", "下午7点": with a time from seven on, that afternoon is the evening; "夜2時" is of the night. */
function lateIn(part: Daypart | undefined, clock: ClockTime | undefined): Daypart | undefined {
  // "minuit ce soir"
  if (clock?.midnight === true && part !== 'morning') return undefined;
  const hour = clock?.hour ?? 0;
  if (part === 'evening' && hour >= 1 && hour <= 3) return 'night';
  return part === 'afternoon' && ((hour >= 7 && hour < 12) || (hour >= 19 && hour < 24)) ? 'evening' : part;
}

/** "jueves **26** a las 11": behind a weekday and before "at", a number is of the month. */
function isDateBefore(items: readonly Item[], at: number): boolean {
  const number = items[at]?.kind === 'number' ? Number(items[at].text) : 0;
  return number >= 1 && number <= 31 && is(items[at + 1], 'at') && !is(items[at + 1], 'until');
}

/** The weekday behind a date, by its first letter: "11月23日(月)". */
function notedWeekday({ table }: Phrases, items: readonly Item[], at: number): number | undefined {
  const [opens, day, closes] = items.slice(at, at + 3);
  if (!isMark(opens, '(') || !isMark(closes, ')') || day?.text.length !== 1) return undefined;
  const index = table.weekdays.findIndex((words) => words.trim().startsWith(day.text));
  return index < 0 || !table.verbLast ? undefined : index + 1;
}

/** "中午12点": a part of the day, where a time follows it; alone it is noon. */
function isClockNext(phrases: Phrases, items: readonly Item[], at: number): boolean {
  return items[at]?.senses.clock !== undefined && readClockIn(phrases, items, at + 1, true) !== undefined;
}

/** A stretch with the index behind it. */
export interface PeriodIn {
  readonly said: SaidPeriod;
  readonly next: number;
}

/** "Ende der Woche", "Tagesende", "den ganzen Nachmittag", "今天结束". */
export function readPeriodIn(
  phrases: Phrases,
  items: readonly Item[],
  at: number,
  order: DateOrder,
): PeriodIn | undefined {
  const item = items[at];
  if (item?.senses.endOf !== undefined) {
    const next = is(items[at + 1], 'next') && item.senses.endOf !== 'business';
    return {
      said: { period: item.senses.endOf, edge: 'end', ...(next ? { next } : {}) },
      next: next ? at + 2 : at + 1,
    };
  }
  if (is(item, 'endOf') || is(item, 'restOf')) {
    const start = skipSmall(items, at + 1);
    const found = readStretch(phrases, items, start, order);
    if (found === undefined) return undefined;
    return is(item, 'restOf') ? { ...found, said: { ...found.said, running: 'rest' } } : found;
  }
  if (is(item, 'all')) {
    const found = readStretch(phrases, items, skipSmall(items, at + 1), order);
    return found && { ...found, said: { ...found.said, running: 'all' } };
  }
  const stretch = readStretch(phrases, items, at, order);
  const after = stretch === undefined ? 0 : skipSmall(items, stretch.next);
  if (stretch === undefined) return undefined;
  if (is(items[after], 'endAfter')) return { ...stretch, next: after + 1 };
  if (is(items[after], 'restOf')) return { said: { ...stretch.said, running: 'rest' }, next: after + 1 };
  return undefined;
}

function skipSmall(items: readonly Item[], at: number): number {
  let index = at;
  const says = (item: Item | undefined) => is(item, 'restOf') || is(item, 'endAfter');
  while (
    index < at + 3 &&
    (is(items[index], 'small') || is(items[index], 'possessive')) &&
    !says(items[index])
  )
    index += 1;
  return index;
}

/** "der Woche", "diesen Nachmittag", "nächsten Monat", "heute", "November". */
function readStretch(
  phrases: Phrases,
  items: readonly Item[],
  at: number,
  order: DateOrder,
): PeriodIn | undefined {
  const following = is(items[at], 'next');
  const index = following || is(items[at], 'this') ? at + 1 : at;
  const { period, month, daypart } = items[index]?.senses ?? {};
  const named = period ?? (items[index]?.senses.day === undefined ? daypart : undefined);
  // "la semaine prochaine": the word may stand behind.
  const behind = !following && period !== undefined && is(items[index + 1], 'next');
  if (named !== undefined)
    return {
      said: { period: named, edge: 'end', ...(following || behind ? { next: true } : {}) },
      next: behind ? index + 2 : index + 1,
    };
  if (month !== undefined) return { said: { period: 'month', edge: 'end', month }, next: index + 1 };
  const day = readDayIn(phrases, items, at, order);
  if (day === undefined) return undefined;
  const both = items[at]?.senses.dayAndPart === true;
  const part = items[both ? at : day.next]?.senses.daypart;
  const today = day.value.kind === 'offset' && day.value.days === 0;
  return {
    said: { period: part ?? 'day', edge: 'end', ...(today ? {} : { of: day.value }) },
    next: part === undefined || both ? day.next : day.next + 1,
  };
}
