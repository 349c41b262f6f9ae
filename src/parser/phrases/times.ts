/** Ends, starts and ranges, with their small words before or after them. */

import type { Period } from '../languages/language.ts';
import { is, isMark, type Item } from '../lexer/items.ts';
import type { SaidEnd } from '../time/ends.ts';
import type { DateOrder } from '../time/locale.ts';
import { duringOf, isToday, type SaidMoment } from '../time/moment.ts';
import type { Phrases } from './lexicon.ts';
import { readClockIn } from './clocks.ts';
import { readLengthIn } from './lengths.ts';
import { readMomentIn, readPeriodIn } from './moments.ts';
import { once } from './once.ts';
import { isShortening, skip, skipAfter } from './small-words.ts';

/** What was said of time there. */
export type TimeIn = (
  | { readonly kind: 'end'; readonly said: SaidEnd; readonly more: boolean }
  /** "in 20 Minuten": begins then, or one is back then. */
  | { readonly kind: 'later'; readonly said: SaidEnd }
  | {
      readonly kind: 'start';
      readonly perhapsEnd: boolean;
      readonly during: Period | undefined;
      readonly moment?: SaidMoment;
    }
) & { readonly next: number };

/** Everything that reading a time needs to know. */
export interface TimeTable {
  readonly phrases: Phrases;
  readonly order: DateOrder;
}

const vague: SaidEnd = { kind: 'vague', exact: [] };

/** The time that starts there, the longest reading of it. */
export function readTimeIn(table: TimeTable, items: readonly Item[], at: number): TimeIn | undefined {
  return readTimeInOnce(items, at, table.order, () => readTimeInAnew(table, items, at));
}

const readTimeInOnce = once<TimeIn | undefined>();

function readTimeInAnew(table: TimeTable, items: readonly Item[], at: number): TimeIn | undefined {
  const found =
    readUntil(table, items, at) ??
    longest([
      readRange(table, items, at),
      readLength(table, items, at),
      readPeriod(table, items, at),
      readPoint(table, items, at),
    ]);
  if (found !== undefined) return found;
  const item = items[at];
  if (is(item, 'vague')) return { kind: 'end', said: vague, more: false, next: at + 1 };
  return undefined;
}

function longest(found: readonly (TimeIn | undefined)[]): TimeIn | undefined {
  let best: TimeIn | undefined;
  for (const one of found) if (one !== undefined && one.next > (best?.next ?? 0)) best = one;
  return best;
}

function end(said: SaidEnd, next: number, more = false): TimeIn {
  return { kind: 'end', said, more, next };
}

/** "bis 15 Uhr", "jusqu'à vendredi inclus", "bis in zwei Stunden". */
function readUntil(table: TimeTable, items: readonly Item[], at: number): TimeIn | undefined {
  const through = is(items[at], 'through');
  if (!through && !is(items[at], 'until')) return undefined;
  const start = skip(items, at + 1, ['small', 'at', 'about']);
  const near = items.slice(at + 1, start).some((item) => is(item, 'about'));
  const length = readLengthFromNow(table, items, at + 1, start);
  if (length !== undefined) return length;
  // "hasta el 25": the article may be part of the day.
  const [whole, bare] = [readEndPoint(table, items, at + 1), readEndPoint(table, items, start)];
  const point = whole !== undefined && whole.next >= (bare?.next ?? 0) ? whole : bare;
  if (point === undefined) return end(vague, at + 1);
  const after = skipAfter(items, point.next, ['untilAfter']);
  const closed = is(items[after], 'inclusive') ? after + 1 : after;
  return rough(through || closed > after ? inclusive(point.said) : point.said, near, items, closed);
}

/** "in zwei Stunden", "一小时后": behind "until", the length until then. */
function readLengthFromNow(
  { phrases }: TimeTable,
  items: readonly Item[],
  from: number,
  to: number,
): TimeIn | undefined {
  const led = items.findIndex((item, index) => index >= from && index <= to && is(item, 'in'));
  const duration = readLengthIn(phrases, items, led < 0 ? to : led + 1);
  if (duration === undefined) return undefined;
  const after = is(items[duration.next], 'inAfter');
  return led >= 0 || after
    ? end({ kind: 'duration', duration }, after ? duration.next + 1 : duration.next)
    : undefined;
}

/** What may follow "until": a moment, a stretch's end, or something nobody can compute. */
function readEndPoint(
  { phrases, order }: TimeTable,
  items: readonly Item[],
  at: number,
): { said: SaidEnd; next: number } | undefined {
  const item = items[at];
  const moment = readMomentIn(phrases, items, at, order, false);
  const period = readPeriodIn(phrases, items, at, order);
  if (item?.senses.end === 'unclear' && moment === undefined) return { said: vague, next: at + 1 };
  if (period !== undefined && period.next >= (moment?.next ?? 0))
    return { said: { kind: 'period', period: period.said }, next: period.next };
  if (moment !== undefined) return { said: { kind: 'moment', moment }, next: moment.next };
  const [before, behind] = [is(item, 'next'), is(items[at + 1], 'next')];
  const following = before ? items[at + 1]?.senses.period : behind ? item?.senses.period : undefined;
  if (following !== undefined)
    return {
      said: { kind: 'period', period: { period: following, edge: 'start', next: true } },
      next: at + 2,
    };
  if (item?.senses.period === 'weekend')
    return { said: { kind: 'period', period: { period: 'weekend', edge: 'start' } }, next: at + 1 };
  return undefined;
}

function rough(said: SaidEnd, near: boolean, items: readonly Item[], next: number, more = false): TimeIn {
  const after = is(items[next], 'aboutAfter') ? next + 1 : next;
  if ((!near && after === next) || said.kind === 'vague' || said.kind === 'near')
    return end(said, after, more);
  return end({ kind: 'near', of: said }, after, more);
}

/** "through Friday" includes Friday. */
function inclusive(said: SaidEnd): SaidEnd {
  if (said.kind !== 'moment' || said.moment.clock !== undefined || said.moment.day === undefined) return said;
  return { kind: 'period', period: { period: said.moment.part ?? 'day', edge: 'end', of: said.moment.day } };
}

/** "für 2 Stunden", "2 Stunden lang", "in 2 Stunden", "2時間後". */
function readLength({ phrases }: TimeTable, items: readonly Item[], at: number): TimeIn | undefined {
  let start = at;
  let near = false;
  let later = false;
  let led = false;
  for (; start < at + 4; start += 1) {
    const item = items[start];
    led ||= is(item, 'at') && !is(item, 'for');
    if (item?.senses.number !== undefined && readLengthIn(phrases, items, start) !== undefined) break;
    if (is(item, 'about')) near = true;
    else if (is(item, 'in')) later = true;
    else if (start > at && (is(item, 'small') || isShortening(items, start))) continue;
    else if (!is(item, 'for') && !is(item, 'still')) break;
  }
  const duration = readLengthIn(phrases, items, start);
  if (duration === undefined) return undefined;
  if (start === at && isTimeOfDay(phrases, items, at, duration.next)) return undefined;
  // "volto lá pelas 15h", "retour vers 15h"
  if (led && readClockIn(phrases, items, start, true)?.next === duration.next) return undefined;
  const said: SaidEnd = { kind: 'duration', duration };
  const about = is(items[duration.next], 'aboutAfter') ? duration.next + 1 : duration.next;
  if (is(items[about], 'inAfter')) {
    const next = skipAfter(items, about + 1, ['untilAfter']);
    return next > about + 1 ? end(said, next) : { kind: 'later', said, next };
  }
  if (later) return { kind: 'later', said, next: about };
  const after = skipAfter(items, duration.next, ['forAfter']);
  const more = duration.more || is(items[after], 'more');
  return rough(said, near, items, after + (is(items[after], 'more') ? 1 : 0), more);
}

/** "occupé 15h30", "9h30", "réunion 9h"; but "occupé 1h30", "réunion 2h" and "pendant 15h" are lengths. */
function isTimeOfDay(phrases: Phrases, items: readonly Item[], at: number, next: number): boolean {
  const clock = readClockIn(phrases, items, at, true);
  if (clock?.next !== next || clock.hour < 6 || clock.hour > 23) return false;
  return clock.hour > 12 || clock.minute > 0 || items[at - 1]?.senses.occasion === true;
}

/** "von 9 bis 11 Uhr", "9-11 Uhr", "9時から11時まで". */
function readRange({ phrases, order }: TimeTable, items: readonly Item[], at: number): TimeIn | undefined {
  const prefixed = is(items[at], 'from');
  const start = prefixed ? skip(items, at + 1, ['small', 'at']) : at;
  const from = readMomentIn(phrases, items, start, order, false);
  if (from?.clock === undefined) return undefined;
  const joint = items[from.next];
  // "2 horas hasta las 12" is a length and an end; "9h à 11h" and "9h-11h" are a range.
  if (!prefixed && is(joint, 'until') && readLengthIn(phrases, items, start)?.next === from.next)
    return undefined;
  const after = is(joint, 'fromAfter');
  if (!is(joint, 'until') && !is(joint, 'untilMaybe') && !isMark(joint, '-') && !after) return undefined;
  const to = readMomentIn(phrases, items, skip(items, from.next + 1, ['small', 'at']), order, false);
  if (to?.clock === undefined || items[to.next]?.senses.unit !== undefined) return undefined;
  const next = skipAfter(items, to.next, ['untilAfter']);
  if (after && next === to.next) return undefined;
  return end({ kind: 'range', from, to }, next);
}

function readPeriod({ phrases, order }: TimeTable, items: readonly Item[], at: number): TimeIn | undefined {
  const start = skip(items, at, ['for', 'small']);
  const period = readPeriodIn(phrases, items, start, order);
  if (period === undefined) return undefined;
  const next = skipAfter(items, period.next, ['untilAfter', 'forAfter']);
  const told = is(items[period.next], 'untilAfter') || period.said.running !== undefined;
  // "busy end of week": then, or until then? Only of today is that clear.
  if (told || (period.said.period === 'day' && period.said.of === undefined))
    return end({ kind: 'period', period: period.said }, next);
  return { kind: 'start', perhapsEnd: false, during: undefined, next };
}

/** A moment without "until" before it. */
function readPoint({ phrases, order }: TimeTable, items: readonly Item[], at: number): TimeIn | undefined {
  const from = is(items[at], 'from');
  const led =
    from || is(items[at], 'at') || is(items[at], 'for') || is(items[at], 'about') || is(items[at], 'in');
  const start = led ? skip(items, at + 1, ['small', 'at', 'about']) : at;
  const only = (found: SaidMoment | undefined) =>
    is(items[at], 'for') && found?.day === undefined ? undefined : found;
  const strict = !from && !is(items[at], 'at');
  const moment =
    only(readMomentIn(phrases, items, start, order, strict)) ?? readMomentIn(phrases, items, at, order, true);
  const afterNumber = moment === undefined ? readMomentIn(phrases, items, start, order, false) : undefined;
  if (moment === undefined) {
    // "3まで"
    if (afterNumber === undefined || !is(items[afterNumber.next], 'untilAfter')) return undefined;
    return rough({ kind: 'moment', moment: afterNumber }, false, items, afterNumber.next + 1);
  }
  const tail = is(items[moment.next], 'aboutAfter') ? moment.next + 1 : moment.next;
  if (is(items[tail], 'untilAfter')) {
    const closed = is(items[tail + 1], 'inclusive');
    const said: SaidEnd = { kind: 'moment', moment };
    return rough(closed ? inclusive(said) : said, tail > moment.next, items, closed ? tail + 2 : tail + 1);
  }
  const begins = is(items[tail], 'fromAfter');
  const clockOnly = moment.day === undefined || (isToday(moment) && moment.part === undefined);
  return {
    kind: 'start',
    perhapsEnd: !from && !begins && clockOnly,
    during: from || begins ? undefined : duringOf(moment),
    moment,
    next: begins ? tail + 1 : tail,
  };
}
