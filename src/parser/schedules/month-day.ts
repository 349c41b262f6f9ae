/** "on the 1st of every month", "every month on the 15th", "on the last day of the month". */

import { isMark, type Item } from '../lexer/items.ts';
import type { Match } from '../time/dates.ts';
import { ordinalAt, weekdayAt } from './day-words.ts';
import type { Recurrence, TimeReader } from './pieces.ts';
import { phraseAt, type SchedulePhrases } from './words.ts';

type DayReader = Pick<TimeReader, 'day'>;

/** That day of each month, if that is where it is said. */
export function readMonthDay(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  reader: DayReader,
): Match<Recurrence> | undefined {
  const month = phraseAt(phrases.days, items, at, ({ meaning }) => meaning === 'everyMonth');
  for (const start of startsOf(phrases, items, month?.next ?? at)) {
    const last = phraseAt(phrases.days, items, start, ({ meaning }) => meaning === 'lastDay');
    const day = last === undefined ? dayAt(phrases, items, start, reader) : { next: last.next, value: -1 };
    if (day === undefined) continue;
    const of = ofMonthAt(phrases, items, day.next);
    if ((month === undefined) === (of === undefined)) continue;
    return {
      value: { freq: 'MONTHLY', interval: 1, weekdays: [], monthDay: day.value },
      next: of ?? day.next,
    };
  }
  return undefined;
}

/** Behind "of every month". */
function ofMonthAt(phrases: SchedulePhrases, items: readonly Item[], at: number): number | undefined {
  return phraseAt(phrases.days, items, at, ({ meaning }) => meaning === 'ofMonth')?.next;
}

/** There, and behind "on the". */
function startsOf(phrases: SchedulePhrases, items: readonly Item[], at: number): readonly number[] {
  const starts = [at];
  for (let index = at; starts.length < 4;) {
    const small = phraseAt(phrases.listed, items, index) ?? phraseAt(phrases.marks.at, items, index);
    if (small === undefined) break;
    index = small.next;
    starts.push(index);
  }
  return starts;
}

function dayAt(
  phrases: SchedulePhrases,
  items: readonly Item[],
  at: number,
  reader: DayReader,
): Match<number> | undefined {
  const said = reader.day(items, at);
  if (said?.value.kind === 'dayOfMonth') return { value: said.value.day, next: said.next };
  const bare = items[at];
  const value = bare?.kind === 'number' && bare.text.length <= 2 ? Number(bare.text) : 0;
  const next = isMark(items[at + 1], '.') ? at + 2 : at + 1;
  if (value >= 1 && value <= 31 && ofMonthAt(phrases, items, next) !== undefined) return { value, next };
  const ordinal = ordinalAt(phrases, items, at);
  // "the second Monday" is another thing.
  return ordinal !== undefined && weekdayAt(phrases, items, ordinal.next) === undefined ? ordinal : undefined;
}
