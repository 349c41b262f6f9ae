/** How English, and the languages that are read in any order, read the times in a schedule. */

import { is, type Item } from '../lexer/items.ts';
import { readDayIn } from '../phrases/days.ts';
import type { Phrases } from '../phrases/lexicon.ts';
import { readMomentIn } from '../phrases/moments.ts';
import { readTimeIn } from '../phrases/times.ts';
import { readDay } from '../time/dates.ts';
import { readDuration } from '../time/duration.ts';
import { readEnding } from '../time/ends.ts';
import type { DateOrder } from '../time/locale.ts';
import { readMoment } from '../time/moment.ts';
import type { TimeReader } from './pieces.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

/** How English reads times. */
export function englishTimes(order: DateOrder): TimeReader {
  return {
    moment: (items, at, strict) => readMoment(items, at, order, strict),
    day: (items, at) => readDay(items, at, order),
    range: () => undefined,
    start: () => undefined,
    length: (items, at) => {
      const ending = readEnding(items, at, order, false);
      const counted = ending !== undefined && !ending.back && ending.said.kind === 'duration';
      return counted ? { value: ending.said.duration, next: ending.next } : undefined;
    },
    later: (items, at) => {
      const inside = is(items[at], 'in') && isIn(items[at]);
      const duration = readDuration(items, inside ? at + 1 : at);
      if (duration === undefined) return undefined;
      if (inside) return { value: duration, next: duration.next };
      return is(items[duration.next], 'fromNow') ? { value: duration, next: duration.next + 1 } : undefined;
    },
    until: (items, at) => {
      if (!is(items[at], 'until') && !is(items[at], 'through')) return undefined;
      const ending = readEnding(items, at, order, false);
      const timed = ending?.said.kind === 'moment' || ending?.said.kind === 'period';
      return ending !== undefined && timed && !ending.back
        ? { value: ending.said, next: ending.next }
        : undefined;
    },
  };
}

/** "after 2 hours" and "within 2 hours" are other things. */
function isIn(item: Item | undefined): boolean {
  return item !== undefined && item.text.split(' ').includes('in');
}

/** How a language that is read in any order reads times. */
export function timesIn(phrases: Phrases, schedules: SchedulePhrases, order: DateOrder): TimeReader {
  const time = (items: readonly Item[], at: number) => readTimeIn({ phrases, order }, items, at);
  return {
    moment: (items, at, strict) => readMomentIn(phrases, items, at, order, strict),
    day: (items, at) => readDayIn(phrases, items, at, order),
    range: (items, at) => {
      const said = time(items, at);
      if (said?.kind !== 'end' || said.said.kind !== 'range') return undefined;
      const { from, to } = said.said;
      return { value: { from, to, sure: true }, next: said.next };
    },
    start: (items, at) => {
      const after = phraseAt(schedules.marks.after, items, at);
      const behind = after && readMomentIn(phrases, items, after.next, order, false);
      if (behind?.clock !== undefined) return { value: { moment: behind, mark: 'after' }, next: behind.next };
      const said = time(items, at);
      if (said?.kind !== 'start' || said.moment === undefined) return undefined;
      const later = phraseAt(schedules.afterBehind, items, said.next);
      if (later !== undefined) return { value: { moment: said.moment, mark: 'after' }, next: later.next };
      const from = is(items[at], 'from') || is(items[said.next - 1], 'fromAfter');
      const mark = from ? 'from' : is(items[at], 'at') ? 'at' : 'none';
      return { value: { moment: said.moment, mark }, next: said.next };
    },
    length: (items, at) => {
      const said = time(items, at);
      const counted = said?.kind === 'end' && said.said.kind === 'duration';
      return counted ? { value: said.said.duration, next: said.next } : undefined;
    },
    later: (items, at) => {
      const said = time(items, at);
      return said?.kind === 'later' && said.said.kind === 'duration'
        ? { value: said.said.duration, next: said.next }
        : undefined;
    },
    until: (items, at) => {
      const said = time(items, at);
      const timed = said?.kind === 'end' && (said.said.kind === 'moment' || said.said.kind === 'period');
      return timed ? { value: said.said, next: said.next } : undefined;
    },
  };
}
