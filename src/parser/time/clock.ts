/** "3pm", "15:45", "half past three", "noon": a time of day, and how sure it is which half of the day. */

import type { Daypart } from '../languages/language.ts';
import { is, isMark, type Item } from '../lexer/items.ts';
import { readNumber } from './numbers.ts';

/** `bare` is an hour on the 12-hour clock of which nobody said the half. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly certain: boolean;
  readonly next: number;
  /** 25:00, 13 pm. */
  readonly impossible: boolean;
  /** "midnight": with a day, which end of it? */
  readonly midnight: boolean;
  /** "half three": half past three in Britain, half past two to many others. */
  readonly half: boolean;
  /** "8 Uhr": as the 24-hour clock writes it, though some say it of the evening. */
  readonly fullClock?: boolean;
  /** "25時": an hour of the next morning, counted on from midnight. */
  readonly pastMidnight?: boolean;
}

interface Face {
  readonly hour: number;
  readonly minute: number;
  readonly next: number;
  /** Written as only the 24-hour clock writes: `15`, `09:30`, `0930`. */
  readonly military: boolean;
  /** Cannot be anything but a time of day: `3:30`, `half past 3`. */
  readonly evident: boolean;
  readonly half?: true;
}

/**
 * The time of day that starts there. Where nothing says that a clock time must follow (`strict`),
 * a number alone is not one.
 */
export function readClock(items: readonly Item[], at: number, strict: boolean): ClockTime | undefined {
  const named = items[at]?.senses.clock;
  if (named !== undefined) {
    const hour = named === 'noon' ? 12 : 24;
    return {
      hour,
      minute: 0,
      certain: true,
      next: at + 1,
      impossible: false,
      midnight: hour === 24,
      half: false,
    };
  }
  const face = readRelative(items, at) ?? readFace(items, at);
  if (face === undefined) return undefined;
  return withHalf(items, face, strict);
}

function withHalf(items: readonly Item[], face: Face, strict: boolean): ClockTime | undefined {
  let next = face.next;
  let said = face.evident;
  const skipIsh = () => {
    const item = items[next];
    if (item?.text === 'ish' && is(item, 'ish')) next += 1;
  };
  skipIsh();
  if (is(items[next], 'oclock') || isHourSign(items[next], face)) {
    said = true;
    next += 1;
  }
  const meridiem = items[next]?.senses.meridiem;
  if (meridiem !== undefined) next += 1;
  skipIsh();
  const named = items[next]?.senses.clock;
  // "12:00 noon"
  if (named !== undefined && face.hour % 12 === 0 && face.minute === 0) return readClock(items, next, strict);
  if (strict && !said && meridiem === undefined) return undefined;
  const { hour, minute, half: halfOf } = face;
  const half = halfOf === true;
  const wrongMinute = minute > 59;
  if (meridiem === undefined) {
    const impossible = wrongMinute || hour > 24 || (hour === 24 && minute > 0);
    return {
      hour,
      minute,
      certain: face.military || hour > 12 || hour === 0,
      next,
      impossible,
      midnight: false,
      half,
    };
  }
  const impossible = wrongMinute || hour > 12 || hour === 0;
  return {
    hour: (hour % 12) + (meridiem === 'pm' ? 12 : 0),
    minute,
    certain: true,
    next,
    impossible,
    midnight: false,
    half,
  };
}

/** "15h", "1500 hours": hours that are too many to be a length are a time of day. */
function isHourSign(item: Item | undefined, { hour, military, evident }: Face): boolean {
  if (item?.senses.unit !== 'hour') return false;
  return (military && evident) || (item.glued && hour > 12);
}

/** "half past three", "quarter to four", "ten past 3". */
function readRelative(items: readonly Item[], at: number): Face | undefined {
  let index = at;
  let minutes: number | undefined;
  if (is(items[index], 'article') && items[index + 1]?.senses.share !== undefined) index += 1;
  const share = items[index]?.senses.share;
  if (share !== undefined) {
    minutes = share * 60;
    index += 1;
  } else {
    const number = is(items[index], 'article') ? undefined : readNumber(items, index);
    if (number === undefined || !Number.isInteger(number.value) || number.value > 59) return undefined;
    minutes = number.value;
    index = number.next;
    if (items[index]?.senses.unit === 'minute') index += 1;
  }
  const before = is(items[index], 'to');
  const after = is(items[index], 'past');
  // "half three" is at least a time of day; other shares and numbers need their word.
  if (before || after) index += 1;
  else if (share !== 0.5) return undefined;
  const hour = readNumber(items, index);
  if (hour === undefined || !Number.isInteger(hour.value) || hour.value < 1 || hour.value > 24)
    return undefined;
  if (is(items[index], 'article')) return undefined;
  if (items[hour.next]?.senses.unit !== undefined && !is(items[hour.next], 'oclock')) return undefined;
  if (isMark(items[hour.next], ':')) return undefined;
  if (before && minutes === 30) return undefined;
  const full = hour.value * 60 + (before ? -minutes : minutes);
  const military = hour.value > 12;
  const wrapped = full < 60 ? full + 12 * 60 : full;
  const face = {
    hour: Math.floor(wrapped / 60),
    minute: wrapped % 60,
    next: hour.next,
    military,
    evident: true,
    ...(before || after ? {} : { half: true as const }),
  };
  // "half past twelve" is on the same round of the clock as twelve.
  return !military && face.hour === 0 ? { ...face, hour: 12 } : face;
}

/** "3", "3:30", "3.30", "15h30", "1530", "three thirty". */
function readFace(items: readonly Item[], at: number): Face | undefined {
  const first = items[at];
  if (first === undefined) return undefined;
  if (first.kind !== 'number') return readFaceInWords(items, at);
  const digits = first.text;
  if (digits.length > 4) return undefined;
  if (digits.length > 2) {
    const split = digits.length - 2;
    const hour = Number(digits.slice(0, split));
    const minute = Number(digits.slice(split));
    // "until 2030" is half past eight; "until 2027" is a year.
    if (hour === 20 && minute % 15 !== 0 && minute < 60) return undefined;
    const military = digits.startsWith('0') || hour > 12;
    return { hour, minute, next: at + 1, military, evident: digits.length === 4 && military };
  }
  const separator = items[at + 1];
  const second = items[at + 2];
  const hour = Number(digits);
  const military = digits.length === 2 && digits.startsWith('0');
  // "3 30pm"
  const spaced = separator?.kind === 'number' && !separator.glued && separator.text.length === 2;
  if (spaced && second?.senses.meridiem !== undefined)
    return { hour, minute: Number(separator.text), next: at + 2, military, evident: true };
  if (
    separator?.glued === true &&
    second?.kind === 'number' &&
    second.glued &&
    second.text.length === 2 &&
    (isMark(separator, ':.') || (separator.text === 'h' && separator.senses.unit === 'hour'))
  ) {
    const seconds = isMark(items[at + 3], ':') && items[at + 4]?.text === '00' ? 2 : 0;
    const evident = separator.text !== '.';
    return { hour, minute: Number(second.text), next: at + 3 + seconds, military, evident };
  }
  return { hour, minute: 0, next: at + 1, military, evident: false };
}

function readFaceInWords(items: readonly Item[], at: number): Face | undefined {
  if (is(items[at], 'article')) return undefined;
  const hour = readNumber(items, at);
  if (hour === undefined || hour.value < 1 || hour.value > 12) return undefined;
  const minutes = readNumber(items, hour.next);
  const hasMinutes =
    minutes !== undefined &&
    minutes.value >= 10 &&
    minutes.value < 60 &&
    items[minutes.next]?.senses.unit === undefined &&
    !is(items[hour.next], 'article');
  return hasMinutes
    ? { hour: hour.value, minute: minutes.value, next: minutes.next, military: false, evident: true }
    : { hour: hour.value, minute: 0, next: hour.next, military: false, evident: false };
}

/** The hour of the day that a clock time means in that part of the day, or undefined if it cannot be. */
export function hourIn(part: Daypart, clock: ClockTime): number | undefined {
  const { hour } = clock;
  const fits = ranges[part];
  if (clock.certain) return fits(hour % 24) ? hour : undefined;
  for (const candidate of part === 'night' ? [hour + 12, hour] : [hour, hour + 12]) {
    const wrapped = candidate === 24 ? (part === 'night' ? 24 : 12) : candidate;
    if (fits(wrapped % 24)) return wrapped;
  }
  return undefined;
}

const ranges: Readonly<Record<Daypart, (hour: number) => boolean>> = {
  morning: (hour) => hour < 12,
  afternoon: (hour) => hour >= 12 && hour < 19,
  evening: (hour) => hour >= 16,
  night: (hour) => hour >= 17 || hour < 6,
};
