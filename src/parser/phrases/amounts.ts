/** Numbers in digits, in words, and in Chinese and Japanese numerals. */

import { is, isMark, type Item } from '../lexer/items.ts';
import { readNumber } from '../time/numbers.ts';

/** A number, with the index behind it. */
export interface Amount {
  readonly value: number;
  readonly next: number;
  /** Written in digits without decimals. */
  readonly digits?: string;
}

const han = new Map(
  Array.from('〇一二三四五六七八九').map((character, value) => [character, value] as const),
);
for (const [character, value] of [
  ['零', 0],
  ['两', 2],
  ['兩', 2],
] as const)
  han.set(character, value);

/** Whether a number can begin with that item. */
export function mayCount({ kind, senses, text }: Item): boolean {
  return kind === 'number' || senses.number !== undefined || isNumeral(text);
}

/** Whether that is a Chinese or Japanese numeral. */
export function isNumeral(text: string): boolean {
  return han.has(text) || text === '十' || text === '百';
}

/** The number that starts there. */
export function readAmount(items: readonly Item[], at: number): Amount | undefined {
  const first = items[at];
  if (first === undefined) return undefined;
  if (first.kind === 'number') return readDigits(items, at);
  return readHan(items, at) ?? readWords(items, at);
}

/** "1,5"; but of "16.45 Uhr" and "25.11." only the first number. */
function readDigits(items: readonly Item[], at: number): Amount | undefined {
  const first = items[at];
  if (first === undefined || first.text.length > 9) return undefined;
  return (
    readNumber(items, at) ??
    (isMark(items[at + 1], '.') ? undefined : { value: Number(first.text), next: at + 1, digits: first.text })
  );
}

/** "三", "十五", "四十五", "一百二十". */
function readHan(items: readonly Item[], at: number): Amount | undefined {
  let next = at;
  let total = 0;
  let last: number | undefined;
  for (; next < Math.min(items.length, at + 6); next += 1) {
    const text = items[next]?.text ?? '';
    const digit = han.get(text);
    if (digit !== undefined) {
      if (last !== undefined && last !== 0) break;
      last = digit;
    } else if (text === '十' || text === '百') {
      total += (last ?? 1) * (text === '十' ? 10 : 100);
      last = undefined;
    } else break;
  }
  return next === at ? undefined : { value: total + (last ?? 0), next };
}

/** "quarante-cinq", "quarenta e cinco": tens, "and", ones. */
function readWords(items: readonly Item[], at: number): Amount | undefined {
  const first = items[at]?.senses.number;
  if (first === undefined) return undefined;
  if (first < 20 || first % 10 !== 0 || is(items[at], 'small')) return { value: first, next: at + 1 };
  const joined = is(items[at + 1], 'and') ? at + 2 : at + 1;
  const second = items[joined]?.senses.number;
  const ones =
    second !== undefined &&
    Number.isInteger(second) &&
    second > 0 &&
    second < (first === 60 || first === 80 ? 20 : 10);
  return ones ? { value: first + second, next: joined + 1 } : { value: first, next: at + 1 };
}
