/** "until 5pm", "for 2 hours", "the rest of the day", "back in 10 minutes": when something ends. */

import { is, isMark, type Item } from '../lexer/items.ts';
import { type Duration, readBetween, readDuration, readSingle, skipFor } from './duration.ts';
import type { DateOrder } from './locale.ts';
import { readMoment, type SaidMoment } from './moment.ts';
import { readBareNumber } from './numbers.ts';
import { isUpcoming, type PeriodMatch, type Preposition, readMonth, readNamedEnd } from './periods.ts';
import type { SaidPeriod } from './resolve-period.ts';

/** What was said of an end, before any clock is asked. */
export type SaidEnd =
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'moment'; readonly moment: SaidMoment }
  | { readonly kind: 'period'; readonly period: SaidPeriod }
  /** "from 2pm to 4pm": its end, once it has begun. */
  | { readonly kind: 'range'; readonly from: SaidMoment; readonly to: SaidMoment }
  /** A number of which nobody said the unit; `counted` if "for" says that it is a length. */
  | { readonly kind: 'bare'; readonly digits: string; readonly counted: boolean }
  /** "about an hour", "around 4". */
  | { readonly kind: 'near'; readonly of: Exclude<SaidEnd, { kind: 'near' }> }
  /**
   * Understood, but no length or time that could be computed; `exact` are its words that would be clear,
   * `roughly` what it is said to be near.
   */
  | { readonly kind: 'vague'; readonly exact: readonly Item[]; readonly roughly?: SaidEnd };

/** An end, with the index behind it. */
export interface EndMatch {
  readonly said: SaidEnd;
  /** As said after "back": it also names a status. */
  readonly back: boolean;
  readonly next: number;
}

/** An end of any form. `hasStatus` says whether a state came before it: then "to 5pm" is one too. */
export function readEnding(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  hasStatus: boolean,
): EndMatch | undefined {
  return (
    readUntil(items, at, order, hasStatus) ??
    readBack(items, at, order) ??
    readLength(items, at, order) ??
    readPostfix(items, at, order)
  );
}

function readUntil(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  hasStatus: boolean,
): EndMatch | undefined {
  const item = items[at];
  const sure = is(item, 'until');
  const through = is(item, 'through');
  if (!sure && !through && !(hasStatus && is(item, 'untilMaybe'))) return undefined;
  const lead = through ? 'through' : 'until';
  // "after the weekend" is no rough time.
  const direct = sure ? readNamedEnd(items, at + 1, order, lead) : undefined;
  if (direct !== undefined) return finish(items, endOf(direct), undefined, direct.next, false, []);
  const about = isAbout(items, at + 1) ? items[at + 1] : undefined;
  const start = about === undefined ? at + 1 : at + 2;
  const point = readPoint(items, start, order, !sure && !through, lead);
  if (point === undefined) return sure ? { said: vague, back: false, next: at + 1 } : undefined;
  const { next } = point;
  const end = through ? inclusive(point.end) : point.end;
  const exact =
    end.kind === 'moment'
      ? [...items.slice(at, at + 1), ...items.slice(start, next)]
      : items.slice(start, next);
  return finish(items, end, about, next, false, exact);
}

/** "through Friday" includes Friday; "through 5pm" is until five. */
function inclusive(end: SaidEnd): SaidEnd {
  if (end.kind !== 'moment' || end.moment.clock !== undefined || end.moment.day === undefined) return end;
  const { day, part = 'day' } = end.moment;
  return { kind: 'period', period: { period: part, edge: 'end', of: day } };
}

/** "about", or "~" before a number. */
function isAbout(items: readonly Item[], at: number): boolean {
  if (is(items[at], 'about')) return true;
  const number = items[at + 1];
  return isMark(items[at], '~') && !isMark(items[at - 1], '~') && number?.kind === 'number' && number.glued;
}

const vague: SaidEnd = { kind: 'vague', exact: [] };
const endOfToday: SaidEnd = { kind: 'period', period: { period: 'day', edge: 'end' } };

/** The end with what may stand after it; roughly, it is vague, though its `exact` words would not be. */
function finish(
  items: readonly Item[],
  end: SaidEnd,
  about: Item | undefined,
  next: number,
  back: boolean,
  exact: readonly Item[],
): EndMatch {
  const tail = is(items[next], 'whole') ? next + 1 : next;
  if (is(items[tail], 'inclusive')) return { said: inclusive(end), back, next: tail + 1 };
  const ish = is(items[tail], 'ish') ? items[tail] : undefined;
  const rough = [about, ish].filter((item) => item !== undefined);
  const after = ish === undefined ? tail : tail + 1;
  if (rough.length === 0 || end.kind === 'vague' || end.kind === 'near')
    return { said: end, back, next: after };
  const near = rough.every((item) => is(item, 'near') || isMark(item, '~'));
  return {
    said: near ? { kind: 'near', of: end } : { kind: 'vague', exact, roughly: end },
    back,
    next: after,
  };
}

interface EndPoint {
  readonly end: SaidEnd;
  readonly next: number;
}

/** What may follow "until". */
function readPoint(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  strict: boolean,
  lead: Preposition,
): EndPoint | undefined {
  const named = readNamedEnd(items, at, order, lead);
  if (named !== undefined) return { end: endOf(named), next: named.next };
  // "until yesterday 5pm"
  if (!strict && is(items[at], 'yesterday')) {
    const clock = readMoment(items, is(items[at + 1], 'at') ? at + 2 : at + 1, order, false);
    return yesterday(clock, clock?.next ?? at + 1);
  }
  const duration = readDuration(items, at);
  if (duration !== undefined) {
    if (is(items[duration.next], 'fromNow'))
      return { end: { kind: 'duration', duration }, next: duration.next + 1 };
    const moment = readMoment(items, at, order, strict);
    if (moment === undefined || moment.next < duration.next)
      return strict
        ? undefined
        : { end: { kind: 'vague', exact: items.slice(at, duration.next) }, next: duration.next };
  }
  let index = at;
  while (is(items[index], 'at') && items[index]?.senses.number === undefined && index - at < 2) index += 1;
  const moment = readMoment(items, at, order, strict) ?? readMoment(items, index, order, strict);
  if (moment !== undefined && is(items[moment.next], 'yesterday')) return yesterday(moment, moment.next + 1);
  if (moment !== undefined) return { end: { kind: 'moment', moment }, next: moment.next };
  const month = strict ? undefined : readMonth(items, at, lead);
  return month && { end: endOf(month), next: month.next };
}

function yesterday(said: SaidMoment | undefined, next: number): EndPoint {
  const day = { kind: 'offset', days: -1 } as const;
  const moment = { weekday: undefined, clock: said?.clock, part: said?.part, zone: undefined, day, next };
  return { end: { kind: 'moment', moment }, next };
}

function endOf({ said }: PeriodMatch): SaidEnd {
  return said === undefined ? vague : { kind: 'period', period: said };
}

function readBack(items: readonly Item[], at: number, order: DateOrder): EndMatch | undefined {
  if (!is(items[at], 'back')) return undefined;
  let index = at + 1;
  const preposition = items[index];
  const inside = is(preposition, 'in');
  const around = is(preposition, 'about') || is(preposition, 'by');
  if (inside || around || is(preposition, 'until') || is(preposition, 'at')) index += 1;
  const following = isAbout(items, index) ? items[index] : undefined;
  const about = is(preposition, 'about') ? preposition : following;
  if (following !== undefined) index += 1;
  const lead = items.slice(at, about === undefined ? index : index - 1);
  const back = (end: SaidEnd, next: number) =>
    finish(items, end, about, next, true, [...lead, ...items.slice(index, next)]);
  const named = readNamedEnd(items, index, order, 'until');
  if (named !== undefined) return back(endOf(named), named.next);
  const duration = readDuration(items, skipFor(items, index));
  if (duration !== undefined) return back({ kind: 'duration', duration }, duration.next);
  if (inside) {
    const bare = readBareNumber(items, index);
    if (bare !== undefined) return back({ kind: 'bare', digits: bare.digits, counted: true }, bare.next);
  }
  const strict = index === at + 1;
  const moment = readMoment(items, index, order, strict);
  if (moment === undefined) return undefined;
  return back({ kind: 'moment', moment }, moment.next);
}

/** "for 2 hours", "2 hours", "for the next hour", "for 30", "for a while", "for the day". */
function readLength(items: readonly Item[], at: number, order: DateOrder): EndMatch | undefined {
  const sure = is(items[at], 'for');
  let index = sure ? at + 1 : at;
  const lead = sure ? 'for' : 'none';
  const direct =
    items[index]?.senses.status === undefined ? readNamedEnd(items, index, order, lead) : undefined;
  if (direct !== undefined) return finish(items, endOf(direct), undefined, direct.next, false, []);
  const first = index;
  // "for today" is all that is left of it.
  if (sure && items[index]?.senses.day === 0)
    return finish(items, endOfToday, undefined, index + 1, false, []);
  while (isFiller(items, index)) index += 1;
  const about = isAbout(items, index) ? items[index] : undefined;
  if (about !== undefined) index += 1;
  while (isFiller(items, index)) index += 1;
  const end = (said: SaidEnd, next: number) =>
    finish(items, said, about, next, false, items.slice(index, next));
  // "lunch" alone is a state; "for lunch" and "until lunch" are ends.
  const isOther = index > first || (sure && items[index]?.senses.status !== undefined);
  const named = isOther ? readNamedEnd(items, index, order, lead) : undefined;
  if (named !== undefined) return end(endOf(named), named.next);
  const between = readBetween(items, index);
  if (between !== undefined) return end(vague, between);
  const duration = readDuration(items, index);
  if (duration !== undefined) {
    // "2 hours from now" is a start; "for 2 hours from now" is a length.
    if (index === at && is(items[duration.next], 'fromNow')) return undefined;
    return end({ kind: 'duration', duration }, duration.next);
  }
  const before = items[index - 1];
  if (isUpcoming(items, index - 1)) return undefined;
  const single = index > at && (is(before, 'next') || is(before, 'another') || is(before, 'whole'));
  if (single && items[index]?.senses.unit !== undefined) {
    if (is(items[index], 'plural')) return end(vague, index + 1);
    const one = readSingle(items, index);
    if (one !== undefined) return end({ kind: 'duration', duration: one }, one.next);
  }
  if (index === at + 1 && about !== undefined) return undefined;
  const bare = readBareNumber(items, index);
  return bare && end({ kind: 'bare', digits: bare.digits, counted: sure }, bare.next);
}

/** Words inside a length that change nothing: "for the next", "for another", "for exactly". */
function isFiller(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const small = (['next', 'another', 'whole'] as const).some((role) => is(item, role));
  return small || (is(item, 'the') && is(items[at + 1], 'next'));
}

/** "18時まで": languages that say "until" after the time. */
function readPostfix(items: readonly Item[], at: number, order: DateOrder): EndMatch | undefined {
  const moment = readMoment(items, at, order, false);
  if (moment === undefined || !is(items[moment.next], 'untilAfter')) return undefined;
  return { said: { kind: 'moment', moment }, back: false, next: moment.next + 1 };
}
