/** Numbers in digits, words, decimals and fractions. */

import { is, isMark, type Item } from '../lexer/items.ts';

/** A number, with the index behind it. */
export interface Quantity {
  readonly value: number;
  /** Index of the first item that is no longer part of it. */
  readonly next: number;
  /** Written in digits without decimals: the only numbers a clock or a date takes. */
  readonly digits?: string;
}

/** "90", "1.5", "1,5", "1 1/2", "forty-five", "a". */
export function readNumber(items: readonly Item[], at: number): Quantity | undefined {
  const first = items[at];
  if (first === undefined) return undefined;
  if (first.kind === 'number') return readDigits(items, at, first);
  return readPointFirst(items, at) ?? readWords(items, at);
}

/** ".5"; but "dnd.5" may be anything. */
function readPointFirst(items: readonly Item[], at: number): Quantity | undefined {
  const [point, digits] = [items[at], items[at + 1]];
  if (!isMark(point, '.') || point?.glued === true || digits?.kind !== 'number' || !digits.glued)
    return undefined;
  return digits.text.length > 2 ? undefined : { value: Number(`0.${digits.text}`), next: at + 2 };
}

const fractions = new Map([
  ['1/2', 1 / 2],
  ['1/4', 1 / 4],
  ['3/4', 3 / 4],
  ['1/3', 1 / 3],
]);

const quarters: ReadonlySet<string> = new Set(['25', '50', '75']);

function readDigits(items: readonly Item[], at: number, first: Item): Quantity | undefined {
  if (first.text.length > 9) return undefined;
  const whole = Number(first.text);
  const mark = items[at + 1];
  const second = items[at + 2];
  const glued = mark?.glued === true && second?.glued === true && second.kind === 'number';
  if (glued && isMark(mark, '.,')) {
    // "1,000" is a thousand to some and one to others.
    if (second.text.length > 2) return undefined;
    // "1.30 hours" is as often an hour and a half as 1.3 hours.
    if (second.text.length === 2 && !quarters.has(second.text)) return undefined;
    return { value: Number(`${first.text}.${second.text}`), next: at + 3 };
  }
  const fraction = readFraction(items, at);
  if (fraction !== undefined) return fraction;
  const part = readFraction(items, at + 1);
  if (part !== undefined) return { value: whole + part.value, next: part.next };
  return { value: whole, next: at + 1, digits: first.text };
}

/** "1/2", as "½" is folded too. */
function readFraction(items: readonly Item[], at: number): Quantity | undefined {
  const [over, bar, under] = [items[at], items[at + 1], items[at + 2]];
  if (over?.kind !== 'number' || under?.kind !== 'number' || !isMark(bar, '/⁄')) return undefined;
  if (bar?.glued !== true || !under.glued) return undefined;
  // "2/3 hours" and "30/45 min" are choices as often as fractions.
  const value = fractions.get(`${over.text}/${under.text}`);
  return value === undefined ? undefined : { value, next: at + 3 };
}

function readWords(items: readonly Item[], at: number): Quantity | undefined {
  const first = items[at]?.senses.number;
  if (first === undefined) return undefined;
  if (first === 100) {
    const rest = readUnderHundred(items, is(items[at + 1], 'and') ? at + 2 : at + 1);
    // "a hundred and a half" is no number of ours.
    return rest === undefined || rest.article
      ? { value: 100, next: at + 1 }
      : { value: 100 + rest.value, next: rest.next };
  }
  return readUnderHundred(items, at);
}

function readUnderHundred(items: readonly Item[], at: number): (Quantity & { article: boolean }) | undefined {
  const first = items[at]?.senses.number;
  if (first === undefined || first >= 100) return undefined;
  const article = is(items[at], 'article');
  const second = items[at + 1]?.senses.number;
  const compound =
    first >= 20 && second !== undefined && second > 0 && second < 10 && !is(items[at + 1], 'article');
  return compound
    ? { value: first + second, next: at + 2, article }
    : { value: first, next: at + 1, article };
}

/** A number of which nobody says what it counts. */
export function readBareNumber(
  items: readonly Item[],
  at: number,
): { readonly digits: string; readonly next: number } | undefined {
  const number = readNumber(items, at);
  if (number === undefined || is(items[at], 'article')) return undefined;
  const after = items[number.next];
  // "2 parsecs": the next word was meant as the unit.
  if (after?.kind === 'word' && !after.known) return undefined;
  if (after?.senses.meridiem !== undefined || (isMark(after, ':/') && after?.glued === true))
    return undefined;
  return { digits: number.digits ?? String(number.value), next: number.next };
}
