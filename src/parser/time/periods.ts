/** "the rest of the week", "end of tomorrow", "all morning", "next month": a stretch of time as it was said. */

import type { Period } from '../languages/language.ts';
import { is, type Item } from '../lexer/items.ts';
import { readDay } from './dates.ts';
import type { DateOrder } from './locale.ts';
import type { SaidPeriod } from './resolve-period.ts';

/** What stands before it: "until", "through", "for", or nothing. */
export type Preposition = 'until' | 'through' | 'for' | 'none';

/** A stretch with the index behind it; without one, it is understood and can be told by nobody ("the week"). */
export interface PeriodMatch {
  readonly said: SaidPeriod | undefined;
  readonly next: number;
}

/** The stretch that is named there, if one is. */
function readPeriod(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  lead: Preposition,
): PeriodMatch | undefined {
  const start = skipOwn(items, at);
  const word = items[start];
  if (word?.kind !== 'word' || !word.known) return undefined;
  if (word.senses.endOf !== undefined)
    return untold(onDay(items, start + 1, order, { period: word.senses.endOf, edge: 'end' }), lead);
  const rest = is(word, 'restOf');
  if (is(word, 'endOf') || rest) {
    const found = readEndOf(items, start + 1, order, rest);
    if (found !== undefined) return rest ? found : untold(found, lead);
    return lead === 'none' ? undefined : unclear(items, start);
  }
  const whole = is(word, 'whole') && start > at;
  if ((is(word, 'all') || whole) && (lead === 'none' || lead === 'for')) {
    const noun = readNoun(items, skipOwn(items, start + 1), order);
    // "for the whole week": seven days, or what is left of this one?
    if (noun === undefined || (lead === 'for' && isLong(noun.said)))
      return noun && { said: undefined, next: noun.next };
    return { ...noun, said: { ...noun.said, running: 'all' } };
  }
  return readNamed(items, at, start, order, lead);
}

/** "busy end of week": then, or until then? Only of today is that clear. */
function untold(read: PeriodMatch, lead: Preposition): PeriodMatch {
  const today = read.said?.period === 'day' && read.said.of === undefined;
  return lead === 'none' && !today ? { said: undefined, next: read.next } : read;
}

/** Without "end of" or "all" before it. */
function readNamed(
  items: readonly Item[],
  at: number,
  start: number,
  order: DateOrder,
  lead: Preposition,
): PeriodMatch | undefined {
  const word = items[start];
  const next = is(word, 'next');
  const past = lead === 'until' && is(word, 'startAt') && is(word, 'past');
  const nounAt = past ? skipOwn(items, start + 1) : next || is(word, 'this') ? start + 1 : start;
  const part = partOf(items[nounAt], lead);
  const period = items[nounAt]?.senses.period ?? part;
  const named = next || is(word, 'this') || (start > at && lead !== 'none') || part !== undefined;
  if (period === undefined || is(items[nounAt], 'plural')) return undefined;
  const end = (said: SaidPeriod) => ({ said, next: nounAt + 1 });
  if (past) return period === 'weekend' ? end({ period, edge: 'end' }) : undefined;
  if (period === 'business') return undefined;
  if (next) {
    // "next week Wednesday" is a day.
    if (readDay(items, start, order) !== undefined) return undefined;
    // "for the next week" is a length, and "next weekend" one of two.
    if (lead === 'for' || lead === 'none' || period === 'day' || period === 'weekend') return undefined;
    return end({ period, edge: lead === 'until' ? 'start' : 'end', next });
  }
  if (period === 'weekend') {
    if (lead === 'none') return is(word, 'this') ? end({ period, edge: 'end', running: 'all' }) : undefined;
    if (lead === 'for') return end({ period, edge: 'end', running: 'all' });
    return end({ period, edge: lead === 'until' ? 'start' : 'end' });
  }
  if (is(word, 'this') && (lead === 'none' || lead === 'for'))
    return end({ period, edge: 'end', running: 'all' });
  if (lead === 'through' && named) return end({ period, edge: 'end' });
  if (lead === 'for' && named && !isLong({ period })) return end({ period, edge: 'end', running: 'all' });
  return named ? { said: undefined, next: nounAt + 1 } : undefined;
}

/** "for the afternoon"; anywhere else a part of the day belongs to a moment. */
function partOf(item: Item | undefined, lead: Preposition): Period | undefined {
  return lead === 'for' && item?.text.includes(' ') === true ? item.senses.daypart : undefined;
}

/** What stands behind "end of": "the day", "this week", "next month", "November", "tomorrow", "Friday". */
function readEndOf(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  running: boolean,
): PeriodMatch | undefined {
  const noun = readNoun(items, skipOwn(items, at), order);
  return noun && { ...noun, said: { ...noun.said, ...(running ? { running: 'rest' } : {}) } };
}

function readNoun(
  items: readonly Item[],
  at: number,
  order: DateOrder,
): { readonly said: SaidPeriod; readonly next: number } | undefined {
  const next = is(items[at], 'next');
  const nounAt = next || is(items[at], 'this') ? at + 1 : at;
  const item = items[nounAt];
  const period = item?.senses.period ?? item?.senses.daypart;
  if (period !== undefined && !is(item, 'plural'))
    return onDay(items, nounAt + 1, order, { period, edge: 'end', ...(next ? { next } : {}) });
  const day = readDay(items, at, order);
  if (day !== undefined) return { said: { period: 'day', edge: 'end', of: day.value }, next: day.next };
  const month = item?.senses.month;
  return month === undefined || next
    ? undefined
    : { said: { period: 'month', edge: 'end', month }, next: nounAt + 1 };
}

/** "end of day Friday", "cob on the 25th", "all day today". */
function onDay(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  said: SaidPeriod,
): { readonly said: SaidPeriod; readonly next: number } {
  if (isLong(said)) return { said, next: at };
  const day = readDay(items, at, order) ?? (is(items[at], 'at') ? readDay(items, at + 1, order) : undefined);
  return day === undefined ? { said, next: at } : { said: { ...said, of: day.value }, next: day.next };
}

/** "end of play-off": the whole phrase is named. */
function unclear(items: readonly Item[], at: number): PeriodMatch | undefined {
  const noun = skipOwn(items, at + 1);
  return items[noun]?.kind === 'word' ? { said: undefined, next: noun + 1 } : undefined;
}

function isLong({ period }: Pick<SaidPeriod, 'period'>): boolean {
  return (
    period === 'hour' || period === 'week' || period === 'month' || period === 'year' || period === 'weekend'
  );
}

/** Without "the" and "my" before it. */
function skipOwn(items: readonly Item[], at: number): number {
  const own = is(items[at], 'article') || is(items[at], 'possessive') || is(items[at], 'the');
  return own && items[at]?.senses.number === undefined ? at + 1 : at;
}

/** The start of a month by its name: "until December". */
export function readMonth(items: readonly Item[], at: number, lead: Preposition): PeriodMatch | undefined {
  const month = items[at]?.senses.month;
  if (month === undefined || items[at + 1]?.kind === 'number') return undefined;
  return { said: { period: 'month', edge: lead === 'through' ? 'end' : 'start', month }, next: at + 1 };
}

/** An end that has a name: of a stretch of time, or one that nobody can compute. */
export function readNamedEnd(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  lead: Preposition,
): PeriodMatch | undefined {
  const item = items[at];
  if (item?.senses.end === 'unclear' || is(item, 'vague')) return { said: undefined, next: at + 1 };
  if (is(item, 'article') && items[at + 1]?.senses.end !== undefined)
    return { said: undefined, next: at + 2 };
  const period = readPeriod(items, at, order, lead);
  if (period !== undefined) return period;
  // "until Friday cob"; without "until", that may be when it starts.
  const day = lead === 'none' ? undefined : readDay(items, at, order);
  const onDay = day === undefined ? undefined : readPeriod(items, day.next, order, lead);
  if (day === undefined || onDay?.said?.edge !== 'end' || onDay.said.of !== undefined || isLong(onDay.said))
    return undefined;
  return { said: { ...onDay.said, of: day.value }, next: onDay.next };
}

/** "next week", the one that is to come; "the next week" is a length. */
export function isUpcoming(items: readonly Item[], at: number): boolean {
  const [next, week] = [items[at], items[at + 1]];
  if (!is(next, 'next') || next?.text.includes(' ') === true || is(items[at - 1], 'the')) return false;
  return ['week', 'month', 'year', 'weekend'].includes(week?.senses.period ?? '') && !is(week, 'plural');
}
