/** What stands behind a verb about schedules: which are meant, and the times. */

import { pairs } from '../../presence/pairs.ts';
import type { WhichSchedules } from '../../presence/schedule.ts';
import type { Item } from '../lexer/items.ts';
import type { SaidEnd } from '../time/ends.ts';
import { pieceAt } from './piece-at.ts';
import type { SaidStart, SaidWindow, TimeReader } from './pieces.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

/** What stands behind the verb. */
export interface Tail {
  readonly which: WhichSchedules;
  /** Schedules, or quiet hours, by their name. */
  readonly named: boolean;
  readonly day: SaidStart | undefined;
  readonly period: 'thisWeek' | 'nextWeek' | undefined;
  readonly end: SaidEnd | undefined;
  readonly hours: SaidWindow | SaidStart | undefined;
}

/** Everything behind the verb; undefined if anything else is there. */
export function readTail(
  phrases: SchedulePhrases,
  items: readonly Item[],
  reader: TimeReader,
): Tail | undefined {
  let which: WhichSchedules = {};
  let named = false;
  const times = new Map<string, Tail['day' | 'period' | 'end' | 'hours']>();
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    const { status, occasion } = item.senses;
    const pair = occasion ? undefined : pairs.find(({ id }) => id === status)?.id;
    const quietHours = phraseAt(phrases.quietHours, items, at);
    const noun = phraseAt(phrases.rules, items, at);
    if (pair !== undefined && which.status === undefined && !which.quietHours && !times.has('hours')) {
      which = { ...which, status: pair };
      at += 1;
      continue;
    }
    if ((quietHours ?? noun) !== undefined) {
      if (quietHours !== undefined) which = { ...which, quietHours: true };
      named = true;
      at = (quietHours ?? noun)?.next ?? at + 1;
      continue;
    }
    const time = timeAt(phrases, items, at, reader);
    if (time !== undefined) {
      if (times.has(time.key)) return undefined;
      times.set(time.key, time.value);
      at = time.next;
      continue;
    }
    const small = phraseAt(phrases.small, items, at);
    if (small === undefined) return undefined;
    at = small.next;
  }
  const get = <Key extends 'day' | 'period' | 'end' | 'hours'>(key: Key) => times.get(key) as Tail[Key];
  return { which, named, day: get('day'), period: get('period'), end: get('end'), hours: get('hours') };
}

function timeAt(phrases: SchedulePhrases, items: readonly Item[], at: number, reader: TimeReader) {
  const week = phraseAt(phrases.weeks, items, at);
  if (week !== undefined) return { key: 'period', value: week.meaning, next: week.next } as const;
  // "to 9pm", "to 9-11": what it is moved to.
  const to = phraseAt(phrases.marks.to, items, at);
  const moved = to === undefined ? undefined : pieceAt(phrases, items, to.next, reader);
  if (moved?.key === 'window' || moved?.key === 'start') return { ...moved, key: 'hours' } as const;
  const start = to === undefined ? undefined : reader.moment(items, to.next, false);
  const piece = pieceAt(phrases, items, at, reader);
  if (start?.clock !== undefined && piece?.key !== 'until')
    return { key: 'hours', value: { moment: start, mark: 'at' }, next: start.next } as const;
  if (piece?.key === 'day') return { ...piece, key: 'day' } as const;
  if (piece?.key === 'until') return { ...piece, key: 'end' } as const;
  if (piece?.key === 'length')
    return { key: 'end', value: { kind: 'duration', duration: piece.value }, next: piece.next } as const;
  return undefined;
}
