/** "at 5", "in 2 hours", "this afternoon", "from 3 to 5": when something starts. */

import type { Period } from '../languages/language.ts';
import { is, isMark, type Item } from '../lexer/items.ts';
import { readDuration, skipFor } from './duration.ts';
import type { SaidEnd } from './ends.ts';
import type { DateOrder } from './locale.ts';
import { duringOf, isToday, readMoment, type SaidMoment } from './moment.ts';
import { readBareNumber } from './numbers.ts';
import { isUpcoming, readNamedEnd } from './periods.ts';

/** A start, which no command takes yet; `perhapsEnd` if it may have been meant as an end ("by 4pm", "busy 5pm"). */
export interface StartMatch {
  readonly perhapsEnd: boolean;
  /** "today", "this afternoon": it lasts as long as they do. */
  readonly during: Period | undefined;
  readonly next: number;
}

/** A time without "until": a start, or nobody knows. */
export function readStarting(items: readonly Item[], at: number, order: DateOrder): StartMatch | undefined {
  const item = items[at];
  const upcoming = is(item, 'startAt') ? at + 1 : at;
  if (isUpcoming(items, upcoming)) return { perhapsEnd: false, during: undefined, next: upcoming + 2 };
  if (is(item, 'in')) {
    const duration = readDuration(items, skipFor(items, at + 1));
    if (duration !== undefined) return { perhapsEnd: false, during: undefined, next: duration.next };
    const bare = readBareNumber(items, at + 1);
    if (bare !== undefined) return { perhapsEnd: false, during: undefined, next: bare.next };
    const vagueNext = readNamedEnd(items, at + 1, order, 'none');
    if (vagueNext !== undefined) return { perhapsEnd: false, during: undefined, next: vagueNext.next };
  }
  const later = readDuration(items, at);
  if (later !== undefined && is(items[later.next], 'fromNow'))
    return { perhapsEnd: false, during: undefined, next: later.next + 1 };
  const by = is(item, 'by');
  const prefixed = by || is(item, 'startAt');
  if (prefixed) {
    let index = at + 1;
    if (is(items[index], 'about')) index += 1;
    const moment = readMoment(items, index, order, false) ?? readMoment(items, at, order, true);
    // "for 3" is a length; "for tomorrow" a start.
    if (is(item, 'for') && moment?.day === undefined) return undefined;
    if (moment !== undefined) return { perhapsEnd: by, during: duringOf(moment), next: moment.next };
    const named = readNamedEnd(items, index, order, 'none');
    return named === undefined ? undefined : { perhapsEnd: by, during: undefined, next: named.next };
  }
  const moment = readMoment(items, at, order, true);
  if (moment === undefined) return undefined;
  const clockOnly = moment.day === undefined || (isToday(moment) && moment.part === undefined);
  return { perhapsEnd: clockOnly, during: duringOf(moment), next: moment.next };
}

/** "3-5pm", "from 3 to 5", "between 3 and 5". */
export function readRange(items: readonly Item[], at: number, order: DateOrder): RangeMatch | undefined {
  const prefixed = is(items[at], 'startAt') || is(items[at], 'for');
  const from = prefixed ? readFrom(items, at + 1, order) : readMoment(items, at, order, false);
  if (from?.clock === undefined) return undefined;
  const joint = items[from.next];
  const joins = (['untilMaybe', 'until', 'and', 'through'] as const).some((role) => is(joint, role));
  if (!joins && !isMark(joint, '-–—')) return undefined;
  const to = readMoment(items, from.next + 1, order, false);
  if (to?.clock === undefined || items[to.next]?.senses.unit !== undefined) return undefined;
  // "busy 2-4" may be hours, a date, or a range.
  const told = (item: Item) => isMark(item, ':') || item.senses.meridiem !== undefined;
  const evident = is(items[at], 'for') ? false : prefixed || items.slice(at, to.next).some(told);
  return { said: evident ? { kind: 'range', from, to } : undefined, next: to.next };
}

/** "from 10 to 11": ten, and not ten to eleven. */
function readFrom(items: readonly Item[], at: number, order: DateOrder): SaidMoment | undefined {
  for (let joint = at + 1; joint < Math.min(at + 7, items.length); joint += 1) {
    if (!is(items[joint], 'untilMaybe')) continue;
    const from = readMoment(items.slice(0, joint), at, order, false);
    if (from?.next === joint) return from;
  }
  return readMoment(items, at, order, false);
}

interface RangeMatch {
  /** Undefined where it may be something else. */
  readonly said: SaidEnd | undefined;
  readonly next: number;
}
