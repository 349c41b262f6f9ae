/** "2h", "an hour and a half", "1h30", "PT45M": a length of time. Knows nothing of what stands around it. */

import { parseDuration } from '../../presence/duration.ts';
import type { Unit } from '../languages/language.ts';
import { is, isMark, type Item } from '../lexer/items.ts';
import { readNumber } from './numbers.ts';

/** A length of time, with the index behind it. */
export interface Duration {
  /** Elapsed time. */
  readonly seconds: number;
  /** Days on the calendar: they keep the clock when it changes. */
  readonly days: number;
  readonly next: number;
  /** Months and years have no one length. */
  readonly unclear: boolean;
  /** "30 more minutes". */
  readonly more: boolean;
}

/** Months and years as they are counted where no one length is theirs. */
export const secondsOf: Readonly<Record<Unit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 7 * 86_400,
  fortnight: 14 * 86_400,
  month: 30 * 86_400,
  year: 365 * 86_400,
};

/** One number with its unit; `more`: "30 more minutes". */
export interface DurationPart {
  readonly unit: Unit;
  readonly amount: number;
  readonly next: number;
  readonly more: boolean;
}

/** The longest duration that starts there. */
export function readDuration(items: readonly Item[], at: number): Duration | undefined {
  const first = items[at];
  if (first?.kind === 'iso') return readIso(first, at);
  const part = readPart(items, at) ?? readClockLike(items, at);
  if (part === undefined) return undefined;
  const parts = [part];
  let last = part;
  for (;;) {
    const following = readFollowing(items, last);
    if (following === undefined) break;
    parts.push(following);
    last = following;
  }
  return sum(parts);
}

function readIso(item: Item, at: number): Duration | undefined {
  const weeks = /^P(\d{1,4})W$/.exec(item.text)?.[1];
  const length =
    weeks === undefined ? (parseDuration(item.text) ?? fractionOf(item)) : Number(weeks) * secondsOf.week;
  if (length === undefined) return undefined;
  const days = Math.floor(length / secondsOf.day);
  return { seconds: length - days * secondsOf.day, days, next: at + 1, unclear: false, more: false };
}

/** "PT1.5H", as ISO 8601 allows of the smallest part. */
function fractionOf({ text }: Item): number | undefined {
  const [, whole, part, unit] = /^PT(\d{1,4})[.,](\d{1,3})([HM])$/.exec(text) ?? [];
  if (whole === undefined || part === undefined) return undefined;
  const length = Number(`${whole}.${part}`) * (unit === 'H' ? secondsOf.hour : secondsOf.minute);
  return Number.isInteger(length) ? length : undefined;
}

function sum(parts: readonly DurationPart[]): Duration {
  let total = 0;
  let days = 0;
  for (const { unit, amount } of parts) {
    if (secondsOf[unit] < secondsOf.day) total += amount * secondsOf[unit];
    else {
      const exact = (amount * secondsOf[unit]) / secondsOf.day;
      days += Math.floor(exact);
      total += (exact - Math.floor(exact)) * secondsOf.day;
    }
  }
  return {
    seconds: Math.round(total),
    days,
    next: parts.at(-1)?.next ?? 0,
    unclear: parts.some(({ unit }) => unit === 'month' || unit === 'year'),
    more: parts.some(({ more }) => more),
  };
}

/** A number with its unit, or a share of one: "90 min", "half an hour", "two and a half hours". */
function readPart(items: readonly Item[], at: number): DurationPart | undefined {
  return readShareOf(items, at) ?? readCounted(items, at);
}

function readShareOf(items: readonly Item[], at: number): DurationPart | undefined {
  let index = at;
  const count = readNumber(items, index);
  if (count !== undefined && count.value < 1) return undefined;
  if (count !== undefined && items[count.next]?.senses.share !== undefined) index = count.next;
  const share = items[index]?.senses.share;
  if (share === undefined || (index === at && is(items[index], 'plural'))) return undefined;
  index += 1;
  if (is(items[index], 'of')) index += 1;
  if (is(items[index], 'article')) index += 1;
  const unit = items[index]?.senses.unit;
  if (unit === undefined || (count === undefined && is(items[index], 'plural'))) return undefined;
  const times = count !== undefined && index > count.next ? count.value : 1;
  if (times * share >= 1 || times === 0) return undefined;
  return { unit, amount: times * share, next: index + 1, more: false };
}

function readCounted(items: readonly Item[], at: number): DurationPart | undefined {
  const count = readNumber(items, at);
  if (count === undefined) return undefined;
  const added = readAddedShare(items, count.next);
  let index = added?.next ?? count.next;
  // "½ an hour"
  if (count.value < 1 && is(items[index], 'of')) index += 1;
  if (count.value < 1 && is(items[index], 'article')) index += 1;
  const more = is(items[index], 'more');
  if (more || is(items[index], 'whole')) index += 1;
  const unit = items[index]?.senses.unit;
  if (unit === undefined) return undefined;
  // "a minutes" has lost its number, and "1645 hrs" is a time of day.
  if (count.value === 1 && is(items[at], 'article') && is(items[index], 'plural')) return undefined;
  if (unit === 'hour' && (count.digits?.length ?? 0) > 3) return undefined;
  // "5 a.m." is no unit, and "5 m" is minutes only because a number stands before it.
  return { unit, amount: count.value + (added?.share ?? 0), next: index + 1, more };
}

/** "and a half", "and a quarter", "and 3/4". */
function readAddedShare(items: readonly Item[], at: number): { share: number; next: number } | undefined {
  if (!is(items[at], 'and')) return undefined;
  let index = at + 1;
  const number = readNumber(items, index);
  if (number !== undefined && number.digits === undefined && number.value < 1)
    return { share: number.value, next: number.next };
  const times = number !== undefined && items[number.next]?.senses.share !== undefined ? number : undefined;
  if (times !== undefined) index = times.next;
  const share = items[index]?.senses.share;
  if (share === undefined) return undefined;
  return { share: share * (times?.value ?? 1), next: index + 1 };
}

/** "1:30 h", "1:30 hours": hours and minutes. */
function readClockLike(items: readonly Item[], at: number): DurationPart | undefined {
  const [hours, colon, minutes, unit] = items.slice(at, at + 4);
  if (hours?.kind !== 'number' || !isMark(colon, ':') || minutes?.kind !== 'number') return undefined;
  if (unit?.senses.unit !== 'hour' || minutes.text.length !== 2 || Number(minutes.text) > 59)
    return undefined;
  return {
    unit: 'minute',
    amount: Number(hours.text) * 60 + Number(minutes.text),
    next: at + 4,
    more: false,
  };
}

/** What may follow a part: a share of its own unit, or a smaller unit. */
function readFollowing(items: readonly Item[], last: DurationPart): DurationPart | undefined {
  let index = last.next;
  // Nothing follows "1.5 hours" but another length.
  if (!Number.isInteger(last.amount)) return undefined;
  const share = readAddedShare(items, index);
  if (share !== undefined && items[share.next]?.senses.unit === undefined) {
    // "an hour and a half" is 1.5 hours; "an hour and half an hour" has a unit of its own.
    if (readPart(items, index + 1) === undefined)
      return { unit: last.unit, amount: share.share, next: share.next, more: false };
  }
  if (isMark(items[index], ',&+') || is(items[index], 'and')) index += 1;
  if (isMark(items[index - 1], ',') && is(items[index], 'and')) index += 1;
  const part = readPart(items, index);
  // "1h 90m" is no compound that anybody writes.
  if (part !== undefined) return part.amount * secondsOf[part.unit] < secondsOf[last.unit] ? part : undefined;
  return index === last.next || is(items[index - 1], 'and') ? readBareMinutes(items, index, last) : undefined;
}

/** "1h30", "1 hour 20": a number alone after hours is minutes, unless it begins something else. */
function readBareMinutes(items: readonly Item[], at: number, last: DurationPart): DurationPart | undefined {
  // "15h30" may well be a time of day.
  if (last.unit !== 'hour' || (last.amount > 12 && items[at]?.glued === true)) return undefined;
  const number = readNumber(items, at);
  // "2h5" might be half past, and "2h three" anything; "1h05" is clear.
  if (number?.digits === undefined ? (number?.value ?? 0) < 10 : number.digits.length !== 2) return undefined;
  if (number === undefined || !Number.isInteger(number.value) || number.value >= 60) return undefined;
  if (is(items[at], 'article')) return undefined;
  const after = items[number.next];
  if (
    after !== undefined &&
    (isMark(after, ':/-') || after.senses.meridiem !== undefined || after.senses.unit)
  )
    return undefined;
  if (after?.senses.month !== undefined || after?.senses.ordinalEnding === true) return undefined;
  return { unit: 'minute', amount: number.value, next: number.next, more: false };
}

/** "2-3 hours", "2 or 3 hours": where it ends, or undefined. */
export function readBetween(items: readonly Item[], at: number): number | undefined {
  const first = readNumber(items, at);
  if (first === undefined) return undefined;
  const joint = items[first.next];
  if (!isMark(joint, '-') && !is(joint, 'untilMaybe') && !is(joint, 'or')) return undefined;
  return readDuration(items, first.next + 1)?.next;
}

/** "hour", after "another" or "the next": one of them. */
export function readSingle(items: readonly Item[], at: number): Duration | undefined {
  const one = readDuration([oneItem, ...items.slice(at)], 0);
  return one && { ...one, next: at + one.next - 1 };
}

/** Without "for" and "the next" before a length. */
export function skipFor(items: readonly Item[], at: number): number {
  let index = at;
  while (is(items[index], 'for') || is(items[index], 'next')) index += 1;
  return index;
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
