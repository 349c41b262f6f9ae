/** A length of time: "2 Std. 30 Min.", "une heure et demie", "一个半小时", "1h30". */

import { parseDuration } from '../../presence/duration.ts';
import type { Unit } from '../languages/language.ts';
import { is, isMark, type Item } from '../lexer/items.ts';
import { type Duration, type DurationPart, secondsOf } from '../time/duration.ts';
import { readAmount } from './amounts.ts';
import type { Phrases } from './lexicon.ts';
import { once } from './once.ts';
import { matchPattern, type PatternMatch } from './patterns.ts';

/** The longest length that starts there. */
export function readLengthIn(phrases: Phrases, items: readonly Item[], at: number): Duration | undefined {
  return readLengthInOnce(items, at, '', () => readLengthInAnew(phrases, items, at));
}

const readLengthInOnce = once<Duration | undefined>();

function readLengthInAnew(phrases: Phrases, items: readonly Item[], at: number): Duration | undefined {
  const first = items[at];
  if (first?.kind === 'iso') {
    const length = parseDuration(first.text);
    return length === undefined
      ? undefined
      : sum([{ unit: 'second', amount: length, next: at + 1, more: false }]);
  }
  const parts: DurationPart[] = [];
  let part = readPart(phrases, items, at);
  while (part !== undefined) {
    parts.push(part);
    part = readFollowing(phrases, items, part);
  }
  return parts.length === 0 ? undefined : sum(parts);
}

function readPart(phrases: Phrases, items: readonly Item[], at: number): DurationPart | undefined {
  const { more, start } = skipMore(items, at);
  let found = readWhole(items, start) ?? readCounted(items, start) ?? readAnother(items, at);
  for (const pattern of phrases.patterns) {
    if (pattern.kind !== 'length') continue;
    const match = matchPattern(pattern, items, start);
    if (match === undefined || match.next <= (found?.next ?? start)) continue;
    found = lengthOf(pattern.result, match);
  }
  return found === undefined ? undefined : { ...found, more: more || found.more };
}

function skipMore(items: readonly Item[], at: number): { readonly more: boolean; readonly start: number } {
  const more = is(items[at], 'more') || is(items[at], 'another');
  return { more, start: more ? at + 1 : at };
}

/** "Viertelstunde": a whole length in one word, with an article or a number before it. */
function readWhole(items: readonly Item[], at: number): DurationPart | undefined {
  const length = items[at]?.senses.seconds;
  if (length !== undefined) return dayed(length, at + 1);
  const amount = readAmount(items, at);
  if (amount === undefined) return undefined;
  const counted = items[amount.next]?.senses.seconds;
  // "2 hora y media" is no three hours: only what is less than an hour is counted.
  if (counted === undefined || (counted >= secondsOf.hour && amount.value !== 1)) return undefined;
  return dayed(counted * amount.value, amount.next + 1);
}

/** "otra hora": one more of them. */
function readAnother(items: readonly Item[], at: number): DurationPart | undefined {
  const unit = is(items[at], 'another') ? items[at + 1]?.senses.unit : undefined;
  return unit === undefined ? undefined : { unit, amount: 1, next: at + 2, more: true };
}

/** Whole days stay days, so that they keep the clock. */
function dayed(length: number, next: number): DurationPart {
  return length % secondsOf.day === 0
    ? { unit: 'day', amount: length / secondsOf.day, next, more: false }
    : { unit: 'second', amount: length, next, more: false };
}

/** "2 Stunden", "2 weitere Stunden", "2 Std.", "une heure et demie". */
function readCounted(items: readonly Item[], at: number): DurationPart | undefined {
  const amount = readAmount(items, at);
  if (amount === undefined) return undefined;
  const { more, start } = skipMore(items, amount.next);
  const unit = items[start]?.senses.unit;
  if (unit === undefined) return undefined;
  const half = is(items[start + 1], 'halfAfter') ? 1 : 0;
  const dotted = isMark(items[start + 1], '.') && items[start + 1]?.glued === true && half === 0 ? 1 : 0;
  return { unit, amount: amount.value + half / 2, next: start + 1 + half + dotted, more };
}

/** "1 Stunde **30 Minuten**", "1 Std. **und 10 Min.**", "1h**30**". */
function readFollowing(
  phrases: Phrases,
  items: readonly Item[],
  last: DurationPart,
): DurationPart | undefined {
  const joined = is(items[last.next], 'and') ? last.next + 1 : last.next;
  const bare = items[last.next];
  const after = items[last.next + 1];
  if (last.unit === 'hour' && bare?.kind === 'number' && bare.glued && bare.text.length === 2)
    if (after?.senses.unit === undefined || !after.glued)
      return { unit: 'minute', amount: Number(bare.text), next: last.next + 1, more: false };
  if (is(items[joined], 'halfAfter') && joined > last.next)
    return { unit: last.unit, amount: 0.5, next: joined + 1, more: false };
  const part = readPart(phrases, items, joined);
  return part !== undefined && secondsOf[part.unit] < secondsOf[last.unit] ? part : undefined;
}

/** `n unit 0.5 unit`: pairs of a number and a unit, summed. */
function lengthOf(result: readonly string[], { captured, next }: PatternMatch): DurationPart {
  let total = 0;
  for (let index = 0; index < result.length; index += 2) {
    const amount = captured.get(result[index] ?? '');
    const value = typeof amount === 'number' ? amount : Number(result[index]);
    const named = result[index + 1] ?? '';
    const unit = captured.get(named);
    const length =
      typeof unit === 'object'
        ? secondsOf[unit.senses.unit ?? 'minute']
        : isUnit(named)
          ? secondsOf[named]
          : 0;
    total += value * length;
  }
  return dayed(total, next);
}

function isUnit(name: string): name is Unit {
  return Object.hasOwn(secondsOf, name);
}

function sum(parts: readonly DurationPart[]): Duration {
  let total = 0;
  let days = 0;
  for (const { unit, amount } of parts) {
    const length = amount * secondsOf[unit];
    if (secondsOf[unit] >= secondsOf.day) days += Math.floor(length / secondsOf.day);
    total += secondsOf[unit] >= secondsOf.day ? length % secondsOf.day : length;
  }
  return {
    seconds: Math.round(total),
    days,
    next: parts.at(-1)?.next ?? 0,
    unclear: parts.some(({ unit }) => unit === 'month' || unit === 'year'),
    more: parts.some(({ more }) => more),
  };
}
