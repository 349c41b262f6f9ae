/** A time of day, by the generic forms that all languages write and by the patterns of the table. */

import { is, isMark, type Item } from '../lexer/items.ts';
import type { ClockTime } from '../time/clock.ts';
import { type Amount, readAmount } from './amounts.ts';
import type { Phrases } from './lexicon.ts';
import { once } from './once.ts';
import { matchPattern, type PatternMatch } from './patterns.ts';

/** The time of day that starts there; where nothing says that one must follow (`strict`), no number alone is one. */
export function readClockIn(
  phrases: Phrases,
  items: readonly Item[],
  at: number,
  strict: boolean,
): ClockTime | undefined {
  return readClockInOnce(items, at, strict ? 'strict' : '', () =>
    readClockInAnew(phrases, items, at, strict),
  );
}

const readClockInOnce = once<ClockTime | undefined>();

function readClockInAnew(
  phrases: Phrases,
  items: readonly Item[],
  at: number,
  strict: boolean,
): ClockTime | undefined {
  let found = readNamed(items, at);
  for (const pattern of phrases.patterns) {
    if (pattern.kind !== 'clock') continue;
    const match = matchPattern(pattern, items, at);
    if (match === undefined || match.next <= (found?.next ?? at)) continue;
    found = clockOf(pattern.result, match);
  }
  const plain = readDigits(phrases, items, at, strict);
  if (plain !== undefined && plain.next > (found?.next ?? at))
    return withHalf(items, plain, plain.fullClock === true);
  // "las diez y media pm"
  return found !== undefined && halfAt(items, found.next) !== undefined
    ? withHalf(items, found, false)
    : found;
}

function readNamed(items: readonly Item[], at: number): ClockTime | undefined {
  const named = items[at]?.senses.clock;
  if (named === undefined) return undefined;
  const after = gluedMinutes(items, at + 1);
  const hour = named === 'noon' ? 12 : after === undefined ? 24 : 0;
  return { ...time(hour, after?.value ?? 0, true, after?.next ?? at + 1), midnight: hour === 24 };
}

/** "0時**15分**", "中午十二点**半**": where words have spaces between them, a length may follow a time. */
function gluedMinutes(items: readonly Item[], at: number): Amount | undefined {
  if (items[at]?.glued !== true) return undefined;
  if (is(items[at], 'halfAfter')) return { value: 30, next: at + 1 };
  const amount = readAmount(items, at);
  const isMinutes = amount !== undefined && items[amount.next]?.senses.unit === 'minute';
  return isMinutes && items[amount.next]?.glued === true ? { ...amount, next: amount.next + 1 } : undefined;
}

function time(hour: number, minute: number, certain: boolean, next: number): ClockTime {
  const impossible = hour > 24 || minute > 59 || (hour === 24 && minute > 0);
  return {
    hour,
    minute,
    certain: certain || hour > 12 || hour === 0,
    next,
    impossible,
    midnight: false,
    half: false,
  };
}

/**
 * `hour -30 +minute @24`: the hour, minutes to add or take, and whether the 24-hour clock says it so. With `@30`, hours
 * past 24 are those of the next morning.
 */
function clockOf(result: readonly string[], { captured, zero, next }: PatternMatch): ClockTime {
  const [first = 'hour', ...rest] = result;
  const hour = amountOf(first, captured);
  let minutes = hour * 60;
  let fullClock = false;
  let pastMidnight = false;
  for (const part of rest) {
    if (part === '@24') fullClock = true;
    else if (part === '@30') pastMidnight = hour > 24;
    else minutes += (part.startsWith('-') ? -1 : 1) * amountOf(part.slice(1), captured);
  }
  // "Viertel vor eins" is on the same round of the clock as one.
  const wrapped = minutes < 60 && hour > 0 && hour <= 12 ? minutes + 12 * 60 : minutes;
  // "midi et demi": a table that names the hour itself means that one.
  const made = time(Math.floor(wrapped / 60), wrapped % 60, zero || hour > 12 || first !== 'hour', next);
  if (pastMidnight) return { ...time(Math.floor(minutes / 60) - 24, minutes % 60, true, next), pastMidnight };
  return fullClock ? { ...made, fullClock } : made;
}

function amountOf(word: string, captured: PatternMatch['captured']): number {
  const value = captured.get(word);
  if (typeof value === 'number') return value;
  return /^\d+$/.test(word) ? Number(word) : 0;
}

/** "15:30", "15.30", "1530", "3pm", "15"; a number in words where a time must follow. */
function readDigits(
  { table }: Phrases,
  items: readonly Item[],
  at: number,
  strict: boolean,
): ClockTime | undefined {
  const [first, mark, second] = items.slice(at, at + 3);
  if (first === undefined) return undefined;
  if (first.kind !== 'number') return strict ? undefined : readWord(items, at);
  const { text } = first;
  const split = mark?.glued === true && second?.kind === 'number' && second.glued && second.text.length === 2;
  if (split && text.length <= 2 && isMark(mark, ':.')) {
    // "25.11.": a date.
    if (isMark(mark, '.') && isMark(items[at + 3], '.') && items[at + 3]?.glued === true) return undefined;
    if (isMark(mark, '.') && strict) return undefined;
    return withHalf(
      items,
      time(Number(text), Number(second.text), text.startsWith('0'), at + 3),
      table.fullClock,
    );
  }
  if (halfAt(items, at + 1) !== undefined)
    // "340pm", "1140 a. m."
    return withHalf(
      items,
      text.length < 3
        ? time(Number(text), 0, false, at + 1)
        : time(Number(text.slice(0, -2)), Number(text.slice(-2)), false, at + 1),
      false,
    );
  if (strict || (isMark(mark, '.,:/') && mark?.glued === true && second?.kind === 'number')) return undefined;
  if (mark?.senses.unit !== undefined) return undefined;
  if (text.length === 4 && Number(text.slice(2)) < 60 && Number(text) < 2400)
    return time(Number(text.slice(0, 2)), Number(text.slice(2)), true, at + 1);
  return text.length > 2 || Number(text) > 30
    ? undefined
    : time(Number(text), 0, text.startsWith('0'), at + 1);
}

function readWord(items: readonly Item[], at: number): ClockTime | undefined {
  const amount = readAmount(items, at);
  if (amount === undefined || !Number.isInteger(amount.value) || amount.value < 1 || amount.value > 24)
    return undefined;
  // "um eine Viertelstunde"
  const { unit, seconds } = items[amount.next]?.senses ?? {};
  return unit === undefined && seconds === undefined ? time(amount.value, 0, false, amount.next) : undefined;
}

function withHalf(items: readonly Item[], clock: ClockTime, fullClock: boolean): ClockTime {
  const half = halfAt(items, clock.next);
  if (half === undefined) return fullClock ? { ...clock, fullClock } : clock;
  const impossible = clock.impossible || clock.hour > 12 || clock.hour === 0;
  const hour = (clock.hour % 12) + (half.meridiem === 'pm' ? 12 : 0);
  return { ...clock, hour, certain: true, impossible, next: half.next };
}

/** "pm", "p. m.", "p.m", "p m". */
function halfAt(
  items: readonly Item[],
  at: number,
): { readonly meridiem: 'am' | 'pm'; readonly next: number } | undefined {
  const known = items[at]?.senses.meridiem;
  if (known !== undefined) return { meridiem: known, next: at + 1 };
  const letter = items[at]?.text;
  const m = isMark(items[at + 1], '.') ? at + 2 : at + 1;
  if ((letter !== 'a' && letter !== 'p') || items[m]?.text !== 'm') return undefined;
  const closed = isMark(items[m + 1], '.') && items[m + 1]?.glued === true;
  return { meridiem: letter === 'a' ? 'am' : 'pm', next: closed ? m + 2 : m + 1 };
}
