/**
 * The small language in which a table says how its clock times, lengths and days are built:
 *
 *     clock: halb {hour} uhr? = hour -30
 *     clock: {minute} vor halb {hour} = hour -30 -minute
 *     length: {n} und eine halbe {unit} = n unit 0.5 unit
 *     day: {month} {d} = month month day d
 *
 * Left of `=`: words (`nach/past` are choices, `et_demie` is two words, `uhr?` may be left out) and captures in braces:
 * hour 0-30, minute 0-59, n any number, m 1-12, d 1-31, and weekday, month, unit by their words.
 * Right of it: what they come to, see `Result`.
 */

import type { Item } from '../lexer/items.ts';
import { type Amount, mayCount, readAmount } from './amounts.ts';

type Capture = 'hour' | 'minute' | 'n' | 'm' | 'd' | 'year' | 'weekday' | 'month' | 'unit';

interface Place {
  readonly optional: boolean;
  readonly capture: Capture | undefined;
  readonly literals: readonly string[];
}

/** One rule of a table. */
export interface Pattern {
  readonly kind: 'clock' | 'length' | 'day';
  readonly places: readonly Place[];
  /** The words right of `=`. */
  readonly result: readonly string[];
}

/** What a pattern found: its captures by name, and the index behind it. */
export interface PatternMatch {
  readonly captured: ReadonlyMap<string, number | Item>;
  /** Whether the hour was written with a leading zero. */
  readonly zero: boolean;
  readonly next: number;
}

const captures: ReadonlySet<string> = new Set<Capture>([
  'hour',
  'minute',
  'n',
  'm',
  'd',
  'year',
  'weekday',
  'month',
  'unit',
]);

/** The rules of a table, with the words that they are made of. */
export function patternsIn(lines: readonly string[]): {
  readonly patterns: readonly Pattern[];
  readonly literals: ReadonlySet<string>;
} {
  const patterns = lines.map(patternOf);
  const literals = new Set(patterns.flatMap(({ places }) => places.flatMap((place) => place.literals)));
  return { patterns, literals };
}

function patternOf(line: string): Pattern {
  const colon = line.indexOf(':');
  const equals = line.lastIndexOf('=');
  const kind = line.slice(0, colon).trim();
  if (kind !== 'clock' && kind !== 'length' && kind !== 'day') throw new SyntaxError(`no pattern: ${line}`);
  const places = split(line.slice(colon + 1, equals)).map((text) => placeOf(text, line));
  return { kind, places, result: split(line.slice(equals + 1)) };
}

function split(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function placeOf(text: string, line: string): Place {
  const optional = text.endsWith('?');
  const bare = optional ? text.slice(0, -1) : text;
  if (!bare.startsWith('{'))
    return {
      optional,
      capture: undefined,
      literals: bare.split('/').map((word) => word.replaceAll('_', ' ')),
    };
  const capture = bare.slice(1, -1);
  if (!isCapture(capture)) throw new SyntaxError(`no capture ${bare}: ${line}`);
  return { optional, capture, literals: [] };
}

function isCapture(name: string): name is Capture {
  return captures.has(name);
}

/** Whether the pattern may begin with that item: most cannot, and are not tried. */
function mayBegin({ places: [first] }: Pattern, item: Item | undefined): boolean {
  if (first === undefined || item === undefined) return false;
  if (first.optional) return true;
  const { capture, literals } = first;
  if (capture === 'unit' || capture === 'weekday' || capture === 'month')
    return item.senses[capture] !== undefined;
  if (capture !== undefined) return mayCount(item);
  const known = item.senses.literals;
  return known === undefined
    ? item.kind === 'mark' && literals.includes(item.text)
    : literals.some((literal) => known.has(literal));
}

/** That pattern, if it stands there. */
export function matchPattern(pattern: Pattern, items: readonly Item[], at: number): PatternMatch | undefined {
  if (!mayBegin(pattern, items[at])) return undefined;
  const { places } = pattern;
  const captured = new Map<string, number | Item>();
  let next = at;
  let zero = false;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index];
    if (place === undefined) break;
    const end =
      place.capture === undefined
        ? literalAt(place, items, next)
        : captureAt(place.capture, items, next, captured, places[index + 1]);
    if (end === undefined) {
      if (place.optional) continue;
      return undefined;
    }
    if (place.capture === 'hour') zero = /^0\d/.test(items[next]?.text ?? '');
    next = end;
  }
  return { captured, zero, next };
}

function literalAt({ literals }: Place, items: readonly Item[], at: number): number | undefined {
  const item = items[at];
  const known = item?.senses.literals;
  if (known !== undefined && literals.some((literal) => known.has(literal))) return at + 1;
  return item?.kind === 'mark' && literals.includes(item.text) ? at + 1 : undefined;
}

const limits: Readonly<Record<'hour' | 'minute' | 'm' | 'd' | 'year', readonly [number, number]>> = {
  hour: [0, 30],
  minute: [0, 59],
  m: [1, 12],
  d: [1, 31],
  year: [2020, 2099],
};

function captureAt(
  capture: Capture,
  items: readonly Item[],
  at: number,
  captured: Map<string, number | Item>,
  following: Place | undefined,
): number | undefined {
  const item = items[at];
  if (item === undefined) return undefined;
  if (capture === 'unit' || capture === 'weekday' || capture === 'month') {
    if (item.senses[capture] === undefined) return undefined;
    captured.set(capture, item);
    return at + 1;
  }
  // "16.45" is an hour and a minute, and no decimal.
  const plain = item.kind === 'number' && capture !== 'n';
  const amount = plain ? { value: Number(item.text), next: at + 1 } : readAmount(items, at);
  if (amount === undefined || !fits(capture, amount)) return undefined;
  const behind = items[amount.next];
  // "15 Uhr 2 Stunden": the number of a length is no minute.
  const counts = capture === 'hour' || capture === 'minute';
  if (
    counts &&
    behind?.senses.unit !== undefined &&
    (following === undefined || literalAt(following, items, amount.next) === undefined)
  )
    return undefined;
  captured.set(capture, amount.value);
  return amount.next;
}

function fits(capture: Exclude<Capture, 'unit' | 'weekday' | 'month'>, { value }: Amount): boolean {
  if (capture === 'n') return true;
  const [least, most] = limits[capture];
  return Number.isInteger(value) && value >= least && value <= most;
}
