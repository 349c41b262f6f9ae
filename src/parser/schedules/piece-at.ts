/** Reads the one piece of time ahead that begins at an item. */

import { is, isMark, type Item } from '../lexer/items.ts';
import type { Day, Match } from '../time/dates.ts';
import type { SaidMoment } from '../time/moment.ts';
import { isHyphened } from './day-words.ts';
import { readMonthDay } from './month-day.ts';
import type { Piece, SaidStart, TimeReader } from './pieces.ts';
import { readRecurrence } from './recurrence.ts';
import type { WeekWord } from '../languages/schedules.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

/** The piece that stands there. */
export function pieceAt(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  reader: TimeReader,
): Piece | undefined {
  const item = items[at];
  if (
    item === undefined ||
    item.kind === 'mark' ||
    (item.kind === 'word' && !item.known && !mayBegin(phrases, items, at))
  )
    return undefined;
  const quietHours = phraseAt(phrases.quietHours, items, at);
  if (quietHours !== undefined) return { key: 'quietHours', value: true, next: quietHours.next };
  if (item.senses.status !== undefined) return undefined;
  const recurrence = readRecurrence(phrases, items, at, reader);
  if (recurrence !== undefined) return { key: 'recurrence', ...recurrence };
  const allDay = phraseAt(phrases.marks.allDay, items, at);
  if (allDay !== undefined) return { key: 'allDay', value: true, next: allDay.next };
  return (
    readSpan(phrases, items, at, reader) ??
    readWindow(phrases, items, at, reader) ??
    readLater(items, at, reader) ??
    readUntil(items, at, reader) ??
    readLength(items, at, reader) ??
    readStart(phrases, items, at, reader)
  );
}

/** Plural weekdays and the like, which the tables of words need not know. */
function mayBegin(phrases: SchedulePhrases, items: readonly Item[], at: number): boolean {
  return [phrases.days, phrases.each, phrases.quietHours, phrases.marks.allDay].some(
    (seek) => seek(items, at) !== undefined,
  );
}

function readLater(items: readonly Item[], at: number, reader: TimeReader): Piece | undefined {
  const found = reader.later(items, at);
  return found && { key: 'later', ...found };
}

function readUntil(items: readonly Item[], at: number, reader: TimeReader): Piece | undefined {
  const found = reader.until(items, at);
  return found && { key: 'until', ...found };
}

function readLength(items: readonly Item[], at: number, reader: TimeReader): Piece | undefined {
  const found = reader.length(items, at);
  return found && { key: 'length', ...found };
}

/** What joins the two ends of a stretch; "and" only behind "between". */
function jointAt(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  and: boolean,
): number | undefined {
  if (isMark(items[at], '-–—~')) return at + 1;
  if (isHyphened(items, at)) return at;
  return (phraseAt(phrases.marks.to, items, at) ?? (and ? phraseAt(phrases.marks.and, items, at) : undefined))
    ?.next;
}

const weekday = (day: number, next: false | 'week'): Day => ({ kind: 'weekday', weekday: day, next });

/** The first and the last day of what is said as a whole; this week has begun. */
const wholeDays: Readonly<Record<WeekWord, readonly [Day, Day] | undefined>> = {
  thisWeek: undefined,
  nextWeek: [weekday(1, 'week'), weekday(7, 'week')],
  weekend: [weekday(6, false), weekday(7, false)],
};

/** "from Monday to Wednesday next week", "24-28 Dec", "all weekend": days alone. */
function readSpan(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  reader: TimeReader,
): Piece | undefined {
  const whole = phraseAt(phrases.weeks, items, at);
  const days = whole && wholeDays[whole.meaning];
  if (whole !== undefined && days !== undefined)
    return {
      key: 'span',
      value: { from: ofDay(days[0], whole.next), to: ofDay(days[1], whole.next), sure: true },
      next: whole.next,
    };
  const between = phraseAt(phrases.marks.between, items, at);
  const mark = between ?? phraseAt(phrases.marks.from, items, at) ?? phraseAt(phrases.marks.at, items, at);
  const start = mark?.next ?? at;
  const first = reader.day(items, start) ?? bareDay(items, start);
  if (first === undefined) return undefined;
  const joint = jointAt(phrases, items, first.next, between !== undefined);
  const second = joint === undefined ? undefined : reader.day(items, joint);
  if (joint === undefined || second === undefined) return undefined;
  const from = dayIn(first.value, second.value);
  const thisWeek = items.slice(start, second.next).some((item) => is(item, 'this'));
  return (
    from && {
      key: 'span',
      value: { from: ofDay(from, first.next), to: ofDay(second.value, second.next), sure: !thisWeek },
      next: closed(items, second.next),
    }
  );
}

/** Behind "まで", where the language ends a stretch with it. */
function closed(items: readonly Item[], at: number): number {
  return is(items[at], 'untilAfter') ? at + 1 : at;
}

/** "24", before "-28 Dec". */
function bareDay(items: readonly Item[], at: number): Match<Day> | undefined {
  const item = items[at];
  if (item?.kind !== 'number' || item.text.length > 2) return undefined;
  return { value: { kind: 'dayOfMonth', day: Number(item.text) }, next: at + 1 };
}

function dayIn(first: Day, second: Day): Day | undefined {
  if (first.kind !== 'dayOfMonth') return first;
  return second.kind === 'date' ? { ...second, day: first.day } : undefined;
}

function ofDay(day: Day, next: number): SaidMoment {
  return { day, weekday: undefined, clock: undefined, part: undefined, zone: undefined, next };
}

/** "9-12", "from 2 to 4pm", "between 9 and 11", "Friday 5pm to Monday 9am". */
function readWindow(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  reader: TimeReader,
): Piece | undefined {
  const own = reader.range(items, at);
  if (own !== undefined) {
    const hours = beforeDays(phrases, items, at, own.next, reader);
    return { key: 'window', ...(reader.range(hours, at) ?? own) };
  }
  const between = phraseAt(phrases.marks.between, items, at);
  const mark = between ?? phraseAt(phrases.marks.from, items, at) ?? phraseAt(phrases.marks.at, items, at);
  const start = mark?.next ?? at;
  for (let index = start + 1; index < Math.min(start + 9, items.length); index += 1) {
    const joint = jointAt(phrases, items, index, between !== undefined);
    if (joint === undefined) continue;
    const from = reader.moment(items.slice(0, index), start, false);
    if (from?.next !== index || (from.clock === undefined && from.day === undefined)) continue;
    const to = reader.moment(beforeDays(phrases, items, joint, joint + 4, reader), joint, false);
    if (to === undefined || (to.clock === undefined && from.clock === undefined)) continue;
    if (to.clock === undefined && to.day === undefined) continue;
    // "lundi à 9h", where the word for "to" is that for "at".
    const isPoint = from.clock === undefined && to.day === undefined;
    if (isPoint && phraseAt(phrases.marks.at, items, index) !== undefined) continue;
    if (items[to.next]?.senses.unit !== undefined) continue;
    const told = items
      .slice(start, to.next)
      .some((item) => isMark(item, ':') || item.senses.meridiem !== undefined);
    const sure =
      told ||
      mark !== undefined ||
      from.day !== undefined ||
      from.part !== undefined ||
      to.part !== undefined;
    const shared = from.day === undefined && to.day !== undefined && reader.day(items, joint) === undefined;
    return {
      key: 'window',
      value: { from, to, sure, ...(shared ? { shared } : {}) },
      next: closed(items, to.next),
    };
  }
  return undefined;
}

/** Without "on the 1st of every month" or "Mon-Thu" behind the hours, whose days are none of theirs. */
function beforeDays(
  phrases: SchedulePhrases,
  items: readonly Item[],
  from: number,
  to: number,
  reader: TimeReader,
): readonly Item[] {
  for (let at = from + 1; at < Math.min(to, items.length); at += 1)
    if (readMonthDay(phrases, items, at, reader) !== undefined || isSeveralDays(phrases, items, at, reader))
      return items.slice(0, at);
  return items;
}

/** "Mon-Thu", "Mon, Wed and Fri". */
function isSeveralDays(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  reader: TimeReader,
): boolean {
  const first = reader.day(items, at);
  if (first === undefined) return false;
  const joined = isMark(items[first.next], ',&/+')
    ? first.next + 1
    : (jointAt(phrases, items, first.next, true) ?? phraseAt(phrases.listed, items, first.next)?.next);
  return joined !== undefined && reader.day(items, joined) !== undefined;
}

function readStart(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  reader: TimeReader,
): Piece | undefined {
  const own = reader.start(items, at);
  if (own !== undefined) return { key: own.value.moment.clock === undefined ? 'day' : 'start', ...own };
  for (const mark of ['after', 'from', 'at'] as const) {
    const found = phraseAt(phrases.marks[mark], items, at);
    const moment = found && reader.moment(items, found.next, false);
    if (moment !== undefined) return isRough(items, at, moment) ? undefined : startOf(moment, mark);
  }
  const moment = reader.moment(items, at, true);
  if (moment === undefined || isRough(items, at, moment)) return undefined;
  // "dnd 1/2" may be half of anything, and "busy 1st" the first thing.
  const short =
    moment.clock === undefined &&
    items[at]?.kind === 'number' &&
    (isMark(items[at + 1], '/') || moment.day?.kind === 'dayOfMonth');
  return short && moment.next <= at + 3 ? undefined : startOf(moment, 'none');
}

/** "at 3ish": nothing to begin at. */
function isRough(items: readonly Item[], at: number, { next }: SaidMoment): boolean {
  return items.slice(at, next).some((item) => is(item, 'ish'));
}

function startOf(moment: SaidMoment, mark: SaidStart['mark']): Piece {
  return { key: moment.clock === undefined ? 'day' : 'start', value: { moment, mark }, next: moment.next };
}
