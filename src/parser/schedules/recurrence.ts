/** "every weekday", "on Mondays and Fridays", "the last Friday of the month": days that come again and again. */

import type { DaysWord } from '../languages/schedules.ts';
import { isMark, type Item } from '../lexer/items.ts';
import type { Match } from '../time/dates.ts';
import { isHyphened, ordinalAt, weekdayAt } from './day-words.ts';
import { readMonthDay } from './month-day.ts';
import type { Recurrence, TimeReader } from './pieces.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

const everyDay = { freq: 'DAILY', interval: 1, weekdays: [] } as const;
const week = (weekdays: readonly number[], interval = 1): Recurrence => ({
  freq: 'WEEKLY',
  interval,
  weekdays,
});
const workdays = week([1, 2, 3, 4, 5]);

const named: Readonly<Partial<Record<DaysWord, Recurrence>>> = {
  daily: everyDay,
  everyOtherDay: { ...everyDay, interval: 2 },
  weekdays: workdays,
  weekends: week([6, 7]),
  mornings: { ...everyDay, part: 'morning' },
  afternoons: { ...everyDay, part: 'afternoon' },
  evenings: { ...everyDay, part: 'evening' },
  nights: { ...everyDay, part: 'night' },
  weekdayMornings: { ...workdays, part: 'morning' },
  weekdayAfternoons: { ...workdays, part: 'afternoon' },
  weekdayEvenings: { ...workdays, part: 'evening' },
};

/** Those days, if that is where they are said. */
export function readRecurrence(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  reader: Pick<TimeReader, 'day'>,
): Match<Recurrence> | undefined {
  const monthly = readMonthly(phrases, items, at) ?? readMonthDay(phrases, items, at, reader);
  if (monthly !== undefined) return monthly;
  const each = readEach(phrases, items, at);
  const found = phraseAt(phrases.days, items, at);
  if (found === undefined || (each !== undefined && each.next > found.next)) return each;
  const fixed = named[found.meaning];
  if (fixed !== undefined) return { value: fixed, next: found.next };
  const { meaning, next } = found;
  const other = meaning === 'everyOther' || meaning === 'everyOtherWeek';
  if (meaning === 'every' || meaning === 'everyOther') {
    const monthlyDay = readMonthly(phrases, items, next, 'every');
    if (monthlyDay !== undefined) return monthlyDay;
  } else if (meaning !== 'everyWeek' && meaning !== 'everyOtherWeek') return undefined;
  return withDays(phrases, items, next, other ? 2 : 1);
}

function withDays(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  interval: number,
): Match<Recurrence> | undefined {
  const days = readDays(phrases, items, at);
  return days && { value: week(days.value, interval), next: days.next };
}

/** "Mondays", and what is listed beside it; "le mardi" only where another one is. */
function readEach(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
): Match<Recurrence> | undefined {
  const first = phraseAt(phrases.each, items, at)?.next ?? at;
  if (first > at) return withDays(phrases, items, at, 1);
  const lead = phraseAt(phrases.listed, items, at);
  if (lead !== undefined && phraseAt(phrases.each, items, lead.next) !== undefined)
    return withDays(phrases, items, lead.next, 1);
  if (phraseAt(phrases.listedWeekday, items, at) === undefined) return undefined;
  const days = withDays(phrases, items, at, 1);
  return days !== undefined && days.value.weekdays.length > 1
    ? { ...days, value: { ...days.value, listed: true } }
    : undefined;
}

/** Weekdays with what joins them: "Mon, Wed and Fri", "Monday to Thursday". */
function readDays(phrases: SchedulePhrases, items: readonly Item[], at: number): Match<number[]> | undefined {
  const days = new Set<number>();
  let next = at;
  for (let index = at; index < items.length;) {
    const joint = skipJoint(phrases, items, index);
    const day = isHyphened(items, index) ? undefined : weekdayAt(phrases, items, joint);
    if (day === undefined) {
      const to = days.size === 0 ? undefined : spanTo(phrases, items, index);
      if (to === undefined) break;
      const first = [...days].at(-1) ?? to.value;
      for (let one = first; one !== to.value; one = (one % 7) + 1) days.add(one);
      days.add(to.value);
      index = next = to.next;
      continue;
    }
    days.add(day.value);
    index = next = day.next;
  }
  return days.size === 0 ? undefined : { value: [...days].sort(), next };
}

function skipJoint(phrases: SchedulePhrases, items: readonly Item[], at: number): number {
  let index = at;
  while (index < at + 4) {
    if (isMark(items[index], ',&/+')) index += 1;
    else {
      const small = phraseAt(phrases.listed, items, index);
      if (small === undefined) break;
      index = small.next;
    }
  }
  return index;
}

function spanTo(phrases: SchedulePhrases, items: readonly Item[], at: number): Match<number> | undefined {
  const next = isMark(items[at], '-–—')
    ? at + 1
    : isHyphened(items, at)
      ? at
      : phraseAt(phrases.marks.to, items, at)?.next;
  return next === undefined ? undefined : weekdayAt(phrases, items, next);
}

/** "on the first Monday of every month"; behind "every" and behind "every month", where the month need not be said. */
function readMonthly(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  behindWord?: 'every' | 'everyMonth',
): Match<Recurrence> | undefined {
  let index = at;
  for (let small = phraseAt(phrases.listed, items, index); small !== undefined && index < at + 3;) {
    index = small.next;
    small = phraseAt(phrases.listed, items, index);
  }
  const month = behindWord
    ? undefined
    : phraseAt(phrases.days, items, at, ({ meaning }) => meaning === 'everyMonth');
  if (month !== undefined) return readMonthly(phrases, items, month.next, 'everyMonth');
  const last = phraseAt(phrases.days, items, index, ({ meaning }) => meaning === 'last');
  const ordinal = ordinalAt(phrases, items, index);
  const monday = phraseAt(phrases.nthMonday, items, index);
  const nth = last === undefined ? (ordinal?.value ?? Number(monday?.meaning ?? 0)) : -1;
  const behind = last?.next ?? ordinal?.next;
  const day = monday ? { value: 1, next: monday.next } : behind && weekdayAt(phrases, items, behind);
  if (nth === 0 || nth > 4) return undefined;
  if (!day) return undefined;
  const of = phraseAt(phrases.days, items, day.next, ({ meaning }) => meaning === 'ofMonth');
  // "every last Friday" is of the month; "every second Tuesday" is every other one.
  const isSure = behindWord === 'everyMonth' || (behindWord === 'every' && nth === -1);
  if (of === undefined && !isSure) return undefined;
  return {
    value: { freq: 'MONTHLY', interval: 1, weekdays: [day.value], nth },
    next: of?.next ?? day.next,
  };
}
