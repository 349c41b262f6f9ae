/** "until 5pm", "for 2 hours", "the rest of the day", "back in 10 minutes", "from 3 to 5": when something ends or starts. */

import { readMoment, type DateOrder, type Moment } from './dates.ts';
import { readDuration, type Duration } from './duration.ts';
import { readNumber } from './numbers.ts';
import { is, isMark, type Item } from './phrases.ts';

/** What was said of an end, before any clock is asked. */
export type SaidEnd =
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'midnight' }
  /** A number of which nobody said the unit. */
  | { readonly kind: 'bare'; readonly digits: string }
  /**
   * Understood, but no length or time that could be computed; `exact` are its words that would be clear,
   * `roughly` what it is said to be near.
   */
  | { readonly kind: 'vague'; readonly exact: readonly Item[]; readonly roughly?: SaidEnd };

/** An end, with the index behind it. */
export interface Ending {
  readonly said: SaidEnd;
  /** As said after "back": it also names a status. */
  readonly back: boolean;
  readonly next: number;
}

/** A start, which no command takes yet; `perhapsEnd` if it may have been meant as an end ("by 4pm", "busy 5pm"). */
export interface Starting {
  readonly perhapsEnd: boolean;
  readonly today: boolean;
  readonly next: number;
}

/** An end of any form. `hasStatus` says whether a state came before it: then "to 5pm" is one too. */
export function readEnding(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  hasStatus: boolean,
): Ending | undefined {
  return (
    readUntil(items, at, order, hasStatus) ??
    readBack(items, at, order) ??
    readLength(items, at) ??
    readPostfix(items, at, order)
  );
}

function readUntil(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  hasStatus: boolean,
): Ending | undefined {
  const item = items[at];
  const sure = is(item, 'until');
  const through = is(item, 'through');
  if (!sure && !through && !(hasStatus && is(item, 'untilMaybe'))) return undefined;
  const about = is(items[at + 1], 'about');
  const start = about ? at + 2 : at + 1;
  const point = readPoint(items, start, order, !sure && !through);
  if (point === undefined) return sure ? { said: vague, back: false, next: at + 1 } : undefined;
  const { end, next } = point;
  // "through Friday" includes Friday.
  const inclusive = through && end.kind === 'moment' && end.moment.clock === undefined;
  const exact = end.kind === 'moment' ? [...items.slice(at, at + 1), ...items.slice(start, next)] : items.slice(start, next); // prettier-ignore
  return finish(items, inclusive ? vague : end, about, next, false, exact);
}

const vague: SaidEnd = { kind: 'vague', exact: [] };

/** The end with what may stand after it; roughly, it is vague, though its `exact` words would not be. */
function finish(
  items: readonly Item[],
  end: SaidEnd,
  about: boolean,
  next: number,
  back: boolean,
  exact: readonly Item[],
): Ending {
  const tail = is(items[next], 'whole') ? next + 1 : next;
  const ish = is(items[tail], 'ish');
  const roughly = (about || ish) && end.kind !== 'vague';
  return { said: roughly ? { kind: 'vague', exact, roughly: end } : end, back, next: ish ? tail + 1 : tail };
}

interface Point {
  readonly end: SaidEnd;
  readonly next: number;
}

/** What may follow "until". */
function readPoint(items: readonly Item[], at: number, order: DateOrder, strict: boolean): Point | undefined {
  const named = readNamedEnd(items, at);
  if (named !== undefined) return named;
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
  return moment === undefined ? undefined : { end: { kind: 'moment', moment }, next: moment.next };
}

function readNamedEnd(items: readonly Item[], at: number): Point | undefined {
  const item = items[at];
  if (item?.senses.end === 'day') {
    const today = items[at + 1]?.senses.day === 0 ? 1 : 0;
    return { end: { kind: 'midnight' }, next: at + 1 + today };
  }
  if (item?.senses.end === 'unclear' || is(item, 'vague')) return { end: vague, next: at + 1 };
  if (is(item, 'article') && items[at + 1]?.senses.end !== undefined) return readNamedEnd(items, at + 1);
  return undefined;
}

function readBack(items: readonly Item[], at: number, order: DateOrder): Ending | undefined {
  if (!is(items[at], 'back')) return undefined;
  let index = at + 1;
  const preposition = items[index];
  const inside = is(preposition, 'in');
  const around = is(preposition, 'about') || is(preposition, 'by');
  if (inside || around || is(preposition, 'until') || is(preposition, 'at')) index += 1;
  const about = is(preposition, 'about') || is(items[index], 'about');
  if (is(items[index], 'about')) index += 1;
  const lead = items.slice(at, about ? index - 1 : index);
  const back = (end: SaidEnd, next: number) =>
    finish(items, end, about, next, true, [...lead, ...items.slice(index, next)]);
  const named = readNamedEnd(items, index);
  if (named !== undefined) return back(named.end, named.next);
  const duration = readDuration(items, skipFor(items, index));
  if (duration !== undefined) return back({ kind: 'duration', duration }, duration.next);
  if (inside) {
    const bare = readBare(items, index);
    if (bare !== undefined) return back(bare.end, bare.next);
  }
  const strict = index === at + 1;
  const moment = readMoment(items, index, order, strict);
  if (moment === undefined) return undefined;
  return back({ kind: 'moment', moment }, moment.next);
}

function skipFor(items: readonly Item[], at: number): number {
  let index = at;
  while (is(items[index], 'for') || is(items[index], 'next')) index += 1;
  return index;
}

/** "for 2 hours", "2 hours", "for the next hour", "for 30", "for a while", "for the day". */
function readLength(items: readonly Item[], at: number): Ending | undefined {
  let index = is(items[at], 'for') ? at + 1 : at;
  while (isFiller(items, index)) index += 1;
  const about = is(items[index], 'about');
  if (about) index += 1;
  while (isFiller(items, index)) index += 1;
  const end = (said: SaidEnd, next: number) =>
    finish(items, said, about, next, false, items.slice(index, next));
  // "lunch" alone is a state; "for lunch" and "until lunch" are ends.
  const alone = index === at && items[index]?.senses.status !== undefined;
  const named = alone ? undefined : readNamedEnd(items, index);
  if (named !== undefined) return end(named.end, named.next);
  const between = readBetween(items, index);
  if (between !== undefined) return end(vague, between);
  const duration = readDuration(items, index);
  if (duration !== undefined) {
    // "2 hours from now" is a start; "for 2 hours from now" is a length.
    if (index === at && is(items[duration.next], 'fromNow')) return undefined;
    return end({ kind: 'duration', duration }, duration.next);
  }
  const before = items[index - 1];
  const single = index > at && (is(before, 'next') || is(before, 'another') || is(before, 'whole'));
  if (single && items[index]?.senses.unit !== undefined) {
    if (is(items[index], 'plural')) return end(vague, index + 1);
    const one = readDuration([oneItem, ...items.slice(index)], 0);
    if (one !== undefined) return end({ kind: 'duration', duration: one }, index + one.next - 1);
  }
  if (index === at + 1 && about) return undefined;
  const bare = readBare(items, index);
  return bare === undefined ? undefined : end(bare.end, bare.next);
}

/** "2-3 hours", "2 or 3 hours": where it ends, or undefined. */
function readBetween(items: readonly Item[], at: number): number | undefined {
  const first = readNumber(items, at);
  if (first === undefined) return undefined;
  const joint = items[first.next];
  if (!isMark(joint, '-') && !is(joint, 'untilMaybe') && !is(joint, 'or')) return undefined;
  return readDuration(items, first.next + 1)?.next;
}

const oneItem: Item = {
  kind: 'number',
  text: '1',
  from: 0,
  to: 0,
  glued: false,
  value: 1,
  senses: { roles: new Set() },
  known: true,
  name: false,
};

/** Words inside a length that change nothing: "for the next", "for another", "for exactly". */
function isFiller(items: readonly Item[], at: number): boolean {
  const item = items[at];
  return (
    is(item, 'next') ||
    is(item, 'another') ||
    is(item, 'whole') ||
    (is(item, 'the') && is(items[at + 1], 'next'))
  );
}

function readBare(items: readonly Item[], at: number): Point | undefined {
  const number = readNumber(items, at);
  if (number === undefined || is(items[at], 'article')) return undefined;
  const digits = number.digits ?? String(number.value);
  const after = items[number.next];
  // "2 parsecs": the next word was meant as the unit.
  if (after?.kind === 'word' && !after.known) return undefined;
  if (after?.senses.meridiem !== undefined || (isMark(after, ':/') && after?.glued === true))
    return undefined;
  return { end: { kind: 'bare', digits }, next: number.next };
}

/** "18時まで": languages that say "until" after the time. */
function readPostfix(items: readonly Item[], at: number, order: DateOrder): Ending | undefined {
  const moment = readMoment(items, at, order, false);
  if (moment === undefined || !is(items[moment.next], 'untilAfter')) return undefined;
  return { said: { kind: 'moment', moment }, back: false, next: moment.next + 1 };
}

/** A time without "until": a start, or nobody knows. */
export function readStarting(items: readonly Item[], at: number, order: DateOrder): Starting | undefined {
  const item = items[at];
  if (is(item, 'in')) {
    const duration = readDuration(items, skipFor(items, at + 1));
    if (duration !== undefined) return { perhapsEnd: false, today: false, next: duration.next };
    const bare = readBare(items, at + 1);
    if (bare !== undefined) return { perhapsEnd: false, today: false, next: bare.next };
    const vagueNext = readNamedEnd(items, at + 1);
    if (vagueNext !== undefined) return { perhapsEnd: false, today: false, next: vagueNext.next };
  }
  const later = readDuration(items, at);
  if (later !== undefined && is(items[later.next], 'fromNow'))
    return { perhapsEnd: false, today: false, next: later.next + 1 };
  const by = is(item, 'by');
  const prefixed = by || is(item, 'startAt');
  if (prefixed) {
    let index = at + 1;
    if (is(items[index], 'about')) index += 1;
    const moment = readMoment(items, index, order, false) ?? readMoment(items, at, order, true);
    // "for 3" is a length; "for tomorrow" a start.
    if (is(item, 'for') && moment?.day === undefined) return undefined;
    if (moment !== undefined) return { perhapsEnd: by, today: isToday(moment), next: moment.next };
    const named = readNamedEnd(items, index);
    return named === undefined ? undefined : { perhapsEnd: by, today: false, next: named.next };
  }
  const moment = readMoment(items, at, order, true);
  if (moment === undefined) return undefined;
  const clockOnly = moment.day === undefined || isToday(moment);
  return { perhapsEnd: clockOnly, today: isToday(moment) && moment.clock === undefined, next: moment.next };
}

function isToday({ day, part }: Moment): boolean {
  return day?.kind === 'offset' && day.days === 0 && part === undefined;
}

/** "3-5pm", "from 3 to 5", "between 3 and 5": where it ends, or undefined. */
export function readRange(items: readonly Item[], at: number, order: DateOrder): number | undefined {
  const prefixed = is(items[at], 'startAt') || is(items[at], 'for');
  const first = readMoment(items, prefixed ? at + 1 : at, order, false);
  if (first?.clock === undefined) return undefined;
  const joint = items[first.next];
  if (
    !isMark(joint, '-') &&
    !is(joint, 'untilMaybe') &&
    !is(joint, 'until') &&
    !is(joint, 'and') &&
    !is(joint, 'through')
  )
    return undefined;
  const second = readMoment(items, first.next + 1, order, false);
  if (second?.clock === undefined) return undefined;
  return items[second.next]?.senses.unit === undefined ? second.next : undefined;
}
