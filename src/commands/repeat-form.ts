/** The form's fields of what repeats → the same rule that a sentence makes. */

import { rruleOf } from '../parser/schedules/recurring.ts';
import type { LocalTime, ScheduleTiming } from '../presence/schedule.ts';
import type { Filled, FilledRepeat, FormProblem } from './answer.ts';

/** How often, to choose from. */
export const repeats = ['once', 'daily', 'weekdays', 'chosen'] as const;
/** The values of the days, Monday first. */
export const dayValues = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

type Timed = { readonly timing: ScheduleTiming } | { readonly problem: FormProblem };

/** When it holds; undefined: it is not to repeat. An end date is the last day. */
export function repeatOf({ length, date, time, repeat }: Filled): Timed | undefined {
  if (repeat === undefined) return undefined;
  const days = daysOf(repeat);
  if ('problem' in days) return days;
  const start = minutesOf(repeat.from);
  if (start === undefined) return { problem: 'noStart' };
  const end = endOf(length, time, start);
  if (typeof end === 'string') return { problem: end };
  const until = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (date !== '' && until === null) return { problem: 'noSuchTime' };
  const rrule = rruleOf({ interval: 1, ...days });
  return {
    timing: {
      kind: 'recurring',
      rrule: until === null ? rrule : `${rrule};UNTIL=${until.slice(1).join('')}`,
      from: textOf(start),
      to: textOf(end),
    },
  };
}

type Days = Pick<Parameters<typeof rruleOf>[0], 'freq' | 'weekdays'>;

function daysOf({ often, days }: FilledRepeat): Days | { readonly problem: FormProblem } {
  switch (often) {
    case 'daily':
      return { freq: 'DAILY', weekdays: [] };
    case 'weekdays':
      return { freq: 'WEEKLY', weekdays: [1, 2, 3, 4, 5] };
    case 'chosen': {
      const chosen = days.split(',');
      const weekdays = dayValues.flatMap((day, index) => (chosen.includes(day) ? [index + 1] : []));
      return weekdays.length === 0 ? { problem: 'noDays' } : { freq: 'WEEKLY', weekdays };
    }
    default:
      return { problem: 'notRepeated' };
  }
}

const dayMinutes = 1440;
const lasting: Readonly<Record<string, number>> = { '15m': 15, '30m': 30, '1h': 60, '2h': 120 };
const nine = 9 * 60;

/** The minute of the day, of the next one where it is not after the start. */
function endOf(length: string, time: string, start: number): number | FormProblem {
  const minutes = lasting[length];
  if (length !== 'own' && time !== '') return 'twoEnds';
  if (minutes !== undefined)
    return start + minutes > dayMinutes ? start + minutes - dayMinutes : start + minutes;
  if (length === 'restOfDay') return dayMinutes;
  // Until nine on the next day, but no longer than a day.
  if (length === 'tomorrow9') return start > nine ? nine : 'noLength';
  return length === 'own' ? (minutesOf(time) ?? 'noTime') : 'noLength';
}

function minutesOf(time: string): number | undefined {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2]);
}

function textOf(minute: number): LocalTime {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}` as LocalTime;
}
