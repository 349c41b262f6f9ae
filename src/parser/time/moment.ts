/** A day with a time of day, part of the day and zone, in any order: "tomorrow at 9", "Friday 17:00 CET". */

import type { Daypart, Period } from '../languages/language.ts';
import { is, isMark, type Item } from '../lexer/items.ts';
import { type ClockTime, readClock } from './clock.ts';
import type { Day, Match } from './dates.ts';
import { readDay } from './dates.ts';
import type { DateOrder } from './locale.ts';

/** A point in time as it was said. */
export interface SaidMoment {
  readonly day: Day | undefined;
  /** "Friday 27 November": the weekday that the date must have. */
  readonly weekday: number | undefined;
  readonly clock: ClockTime | undefined;
  readonly part: Daypart | undefined;
  /** The zone named after the time, if one was. */
  readonly zone: ZoneWord | undefined;
  readonly next: number;
}

/** Day, time and part of the day in any order, each at most once. `strict`: see `readClock`. */
export function readMoment(
  items: readonly Item[],
  at: number,
  order: DateOrder,
  strict: boolean,
): SaidMoment | undefined {
  let day: Day | undefined;
  let weekday: number | undefined;
  let clock: ClockTime | undefined;
  let part: Daypart | undefined;
  let zone: ZoneWord | undefined;
  let isoTime = false;
  let index = at;
  let end = at;
  for (;;) {
    const item = items[index];
    if (item === undefined) break;
    const dayBefore = day?.kind === 'weekday' && !day.next ? day.weekday : undefined;
    const readDayHere =
      day === undefined || (dayBefore !== undefined && clock === undefined)
        ? readDay(items, index, order)
        : undefined;
    if (
      readDayHere !== undefined &&
      (day === undefined || readDayHere.value.kind === 'date' || readDayHere.value.kind === 'dayOfMonth')
    ) {
      day = readDayHere.value;
      weekday = dayBefore;
      index = readDayHere.next;
      if (isIsoDate(items, index - 5, index) && items[index]?.text === 't' && items[index]?.glued) {
        index += 1;
        isoTime = true;
      }
    } else if (day === undefined && item.senses.tonight === true && part === undefined) {
      day = { kind: 'offset', days: 0 };
      part = 'night';
      index += 1;
    } else if (part === undefined && is(item, 'this') && items[index + 1]?.senses.daypart !== undefined) {
      if (day !== undefined) break;
      day = { kind: 'offset', days: 0 };
      part = items[index + 1]?.senses.daypart;
      index += 2;
    } else if (part === undefined && item.senses.daypart !== undefined) {
      part = item.senses.daypart;
      index += 1;
    } else {
      // After a day, or before a part of it, a number alone can only be an hour.
      const readClockHere =
        clock === undefined
          ? readClock(
              items,
              index,
              strict && day === undefined && items[index + 1]?.senses.daypart === undefined,
            )
          : undefined;
      if (readClockHere !== undefined) {
        clock = isoTime ? { ...readClockHere, certain: true } : readClockHere;
        index = readClockHere.next;
        const named = readZone(items, index, day?.kind === 'date');
        if (named !== undefined) {
          zone = named.value;
          index = named.next;
        }
      } else if (index > at && connects(items, index)) {
        index += 1;
        continue;
      } else break;
    }
    end = index;
  }
  return end === at ? undefined : { day, weekday, clock, part, zone, next: end };
}

function isIsoDate(items: readonly Item[], from: number, to: number): boolean {
  return from >= 0 && to - from === 5 && items[from]?.text.length === 4;
}

function connects(items: readonly Item[], at: number): boolean {
  const item = items[at];
  return isMark(item, ',') || is(item, 'at');
}

/** A zone as it was said: by its offset, or by a name of `zoneUses`. */
export type ZoneWord =
  | { readonly kind: 'offset'; readonly offset: string }
  | { readonly kind: 'named'; readonly name: string };

/** The zone named there, right after a time; "Z" and "+02:00" are zones as well, `iso`: and "-05:00" after a date. */
function readZone(items: readonly Item[], at: number, iso: boolean): Match<ZoneWord> | undefined {
  const item = items[at];
  const name = item?.senses.zone;
  if (name !== undefined) {
    const shift = name === 'UTC' || name === 'GMT' ? readOffset(items, at + 1) : undefined;
    return shift ?? { value: { kind: 'named', name }, next: at + 1 };
  }
  // "10:00-11:00" is no offset.
  if (item?.glued !== true || (!iso && isMark(item, '-'))) return undefined;
  if (item.text === 'z') return { value: { kind: 'offset', offset: '+00:00' }, next: at + 1 };
  const offset = readOffset(items, at);
  // A bare "+2" after a date is no zone.
  return offset !== undefined && offset.next === at + 4 ? offset : undefined;
}

/** "+2", "+02", "+5:30", "+02:00"; what follows is no part of anything else. */
function readOffset(items: readonly Item[], at: number): Match<ZoneWord> | undefined {
  const [sign, hours, colon, minutes] = items.slice(at, at + 4);
  if (!isMark(sign, '+-') || sign?.glued !== true || hours?.kind !== 'number' || !hours.glued)
    return undefined;
  if (hours.text.length > 2 || is(items[at + 2], 'plural')) return undefined;
  const full =
    isMark(colon, ':') && colon?.glued === true && minutes?.kind === 'number' && minutes.text.length === 2;
  const offset = `${sign.text}${hours.text.padStart(2, '0')}:${full ? minutes.text : '00'}`;
  return { value: { kind: 'offset', offset }, next: full ? at + 4 : at + 2 };
}

/** "today", "this afternoon": what it lasts for. "Tonight" has no end that all agree on. */
export function duringOf(moment: SaidMoment): Period | undefined {
  if (!isToday(moment) || moment.clock !== undefined || moment.part === 'night') return undefined;
  return moment.part ?? 'day';
}

/** Whether its day is today, and said so. */
export function isToday({ day }: Pick<SaidMoment, 'day'>): boolean {
  return day?.kind === 'offset' && day.days === 0;
}
