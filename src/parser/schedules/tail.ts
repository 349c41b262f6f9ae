/** What stands behind a verb about schedules: which are meant, and the times. */

import { pairs } from '../../presence/pairs.ts';
import type { WhichSchedules } from '../../presence/schedule.ts';
import type { WeekWord } from '../languages/schedules.ts';
import type { Item } from '../lexer/items.ts';
import type { SaidEnd } from '../time/ends.ts';
import { hoursOf, localTime } from './hours.ts';
import { pieceAt } from './piece-at.ts';
import type { Recurrence, SaidStart, SaidWindow, TimeReader } from './pieces.ts';
import { rruleOf } from './recurring.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

/** What stands behind the verb. */
export interface Tail {
  readonly which: WhichSchedules;
  /** Schedules, or quiet hours, by their name. */
  readonly named: boolean;
  readonly day: SaidStart | undefined;
  readonly period: WeekWord | undefined;
  readonly end: SaidEnd | undefined;
  readonly hours: SaidWindow | SaidStart | undefined;
}

interface Times {
  readonly day: SaidStart;
  readonly period: WeekWord;
  readonly end: SaidEnd;
  readonly hours: SaidWindow | SaidStart;
  /** The days that it comes again on, and the hours, as it was once said. */
  readonly days: Recurrence;
  readonly window: SaidWindow;
}

/** Everything behind the verb; undefined if anything else is there. */
export function readTail(
  phrases: SchedulePhrases,
  items: readonly Item[],
  reader: TimeReader,
  locale: string,
): Tail | undefined {
  let which: WhichSchedules = {};
  let named = false;
  const times: { -readonly [Key in keyof Times]?: Times[Key] } = {};
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    // "免打扰时段" begins with a status.
    const quietHours = phraseAt(phrases.quietHours, items, at);
    const noun = quietHours ?? phraseAt(phrases.rules, items, at);
    const every = phraseAt(phrases.all, items, at);
    const { status, occasion } = item.senses;
    const pair = occasion ? undefined : pairs.find(({ id }) => id === status)?.id;
    if (noun !== undefined) {
      if (quietHours !== undefined && which.quietHours === true) return undefined;
      if (quietHours !== undefined) which = { ...which, quietHours: true };
      named = true;
      at = noun.next;
      continue;
    }
    if (pair !== undefined && which.status === undefined && !which.quietHours && times.hours === undefined) {
      which = { ...which, status: pair };
      at += 1;
      continue;
    }
    const time = timeAt(phrases, items, at, reader);
    if (time !== undefined) {
      if (time.key in times) return undefined;
      Object.assign(times, { [time.key]: time.value });
      at = time.next;
      continue;
    }
    if (every !== undefined) which = { ...which, every: true };
    const small = every ?? phraseAt(phrases.small, items, at);
    if (small === undefined) return undefined;
    at = small.next;
  }
  const { day, period, end, hours } = times;
  const again = againOf(times, locale);
  // Quiet hours, and a rule beside them.
  const twice = which.status !== undefined && which.quietHours === true;
  if (again === undefined || (twice && Object.keys(again).length > 0)) return undefined;
  return { which: { ...which, ...again }, named, day, period, end, hours };
}

/** The days and hours of those that are meant; undefined: none can be told. */
function againOf(
  { days, window }: Pick<Partial<Times>, 'days' | 'window'>,
  locale: string,
): Pick<WhichSchedules, 'rrule' | 'from' | 'to'> | undefined {
  // "every morning" is no time that a rule is known by.
  if (days?.part !== undefined) return undefined;
  const rrule = days === undefined ? {} : { rrule: rruleOf(days) };
  if (window === undefined) return rrule;
  const { from, to } = window;
  if (from.clock === undefined || to.clock === undefined || (from.day ?? to.day) !== undefined)
    return undefined;
  const hours = hoursOf(from.clock, to.clock, { from: from.part, to: to.part }, locale);
  return typeof hours === 'string'
    ? undefined
    : { ...rrule, from: localTime(hours.from), to: localTime(hours.to) };
}

function timeAt(phrases: SchedulePhrases, items: readonly Item[], at: number, reader: TimeReader) {
  const week = phraseAt(phrases.weeks, items, at);
  if (week !== undefined) return { key: 'period', value: week.meaning, next: week.next } as const;
  // "to 9pm", "to 9-11": what it is moved to.
  const to = phraseAt(phrases.marks.to, items, at);
  const moved = to === undefined ? undefined : pieceAt(phrases, items, to.next, reader);
  if (moved?.key === 'window' || moved?.key === 'start') return { ...moved, key: 'hours' } as const;
  const start = to === undefined ? undefined : reader.moment(items, to.next, false);
  const piece = pieceAt(phrases, items, at, reader);
  if (start?.clock !== undefined && piece?.key !== 'until')
    return { key: 'hours', value: { moment: start, mark: 'at' }, next: start.next } as const;
  if (piece?.key === 'day' || piece?.key === 'window') return piece;
  if (piece?.key === 'recurrence') return { ...piece, key: 'days' } as const;
  if (piece?.key === 'until') return { ...piece, key: 'end' } as const;
  if (piece?.key === 'length')
    return { key: 'end', value: { kind: 'duration', duration: piece.value }, next: piece.next } as const;
  return undefined;
}
