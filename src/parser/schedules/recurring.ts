/** The pieces of a schedule that comes again and again → its days and its hours. */

import type { Assumption } from '../../presence/intent.ts';
import type { LocalDate, ScheduleTiming } from '../../presence/schedule.ts';
import { localNow, type Now, type TimeContext } from '../time/calendar.ts';
import type { SaidEnd } from '../time/ends.ts';
import { resolvePeriod } from '../time/resolve-period.ts';
import { hoursOf, localTime, minuteOf } from './hours.ts';
import type { Pieces, Recurrence } from './pieces.ts';
import { bareHour, dateOn, dateText, impossible, type Timed, unclear, usual } from './timed.ts';

/** Monday first. */
export const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Those days at those hours; a question where either is unclear. */
export function recurring(pieces: Pieces, recurrence: Recurrence, context: TimeContext): Timed {
  const hours = hoursEach(pieces, recurrence, context.locale);
  if ('kind' in hours) return hours;
  const now = localNow(context);
  const until = pieces.until === undefined ? undefined : lastDay(pieces.until, context, now);
  const first = pieces.day === undefined ? undefined : firstDay(pieces, now);
  for (const bound of [until, first]) if (typeof bound === 'object' && 'kind' in bound) return bound;
  const rrule = [
    rruleOf(recurrence),
    ...(typeof until === 'string' ? [`UNTIL=${until.replaceAll('-', '')}`] : []),
  ].join(';');
  const { from, to, assumed } = hours;
  const timing: ScheduleTiming = {
    kind: 'recurring',
    rrule,
    from: localTime(from),
    ...(to === undefined ? {} : { to: localTime(to) }),
    ...(typeof first === 'string' ? { startsOn: first } : {}),
  };
  return { kind: 'timing', timing, assumed };
}

/** Those days as the value of an RRULE without an end. */
export function rruleOf({ freq, interval, weekdays, nth, monthDay }: Recurrence): string {
  return [
    `FREQ=${freq}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(weekdays.length > 0
      ? [`BYDAY=${weekdays.map((day) => `${nth ?? ''}${dayNames[day - 1] ?? ''}`).join(',')}`]
      : []),
    ...(monthDay === undefined ? [] : [`BYMONTHDAY=${monthDay}`]),
  ].join(';');
}

interface Each {
  readonly from: number;
  readonly to: number | undefined;
  readonly assumed: readonly Assumption[];
}

function hoursEach(
  pieces: Pieces,
  { part, weekdays, monthDay, listed }: Recurrence,
  locale: string,
): Each | Timed {
  const { window, start, length, allDay, later } = pieces;
  if (later !== undefined || (window !== undefined && (start ?? length ?? allDay) !== undefined))
    return unclear;
  if (window !== undefined) {
    const { from, to } = window;
    if (from.clock === undefined || to.clock === undefined || from.day !== undefined || to.day !== undefined)
      return unclear;
    const hours = hoursOf(from.clock, to.clock, { from: from.part ?? part, to: to.part }, locale);
    if (typeof hours === 'string') return hours === 'unclear' ? unclear : impossible;
    // Quiet hours are at night for most, and by day for some.
    if (pieces.quietHours && hours.bare && !window.from.clock?.certain && !window.to.clock?.certain)
      return unclear;
    return { from: hours.from, to: hours.to, assumed: hours.bare ? [bareHour] : [] };
  }
  if (start !== undefined) {
    const { moment, mark } = start;
    if (moment.clock === undefined || moment.day !== undefined || allDay) return unclear;
    const from = minuteOf(moment.clock, moment.part ?? part, locale);
    if (typeof from === 'string') return from === 'unclear' ? unclear : impossible;
    const assumed = moment.clock.certain || (moment.part ?? part) !== undefined ? [] : [bareHour];
    if (length === undefined)
      return { from: from % 1440, to: mark === 'after' || mark === 'from' ? 1440 : undefined, assumed };
    const minutes = length.seconds / 60;
    if (length.unclear || length.days > 0 || minutes < 1 || !Number.isInteger(minutes)) return unclear;
    const to = from + minutes;
    return { from: from % 1440, to: to > 1440 ? to - 1440 : to, assumed };
  }
  const weekend = listed !== true && weekdays.length > 0 && weekdays.every((day) => day > 5);
  if (length === undefined && part === undefined && (allDay || weekend))
    return { from: 0, to: 1440, assumed: [] };
  const days =
    weekdays.length === 0 && monthDay === undefined
      ? 'every day'
      : weekdays.join() === '1,2,3,4,5'
        ? 'every weekday'
        : undefined;
  return {
    kind: 'ask',
    code: 'vagueEnd',
    ...(part === undefined || days === undefined ? {} : { days }),
    times: part === undefined ? ['9am-12pm', '1pm-5pm', 'all day'] : usual[part],
  };
}

/** "until Friday" is that day too; "until December" the day before it. */
function lastDay(said: SaidEnd, context: TimeContext, now: Now): LocalDate | Timed {
  if (said.kind === 'moment' && said.moment.clock === undefined && said.moment.part === undefined) {
    const date = dateOn(said.moment, now, true);
    return 'kind' in date ? date : dateText(date);
  }
  if (said.kind !== 'period') return unclear;
  const resolved = resolvePeriod(said.period, context);
  if (resolved.kind !== 'instant') return { ...resolved, ...(resolved.kind === 'ask' ? { times: [] } : {}) };
  return dateText(localNow({ now: resolved.at - 1, zone: context.zone }).today);
}

function firstDay({ day }: Pieces, now: Now): LocalDate | Timed {
  if (day === undefined || day.moment.part !== undefined) return unclear;
  // "every Monday 9-11 tomorrow"
  if (day.mark !== 'from') return { kind: 'ask', code: 'notSure' };
  const date = dateOn(day.moment, now, false);
  return 'kind' in date ? date : dateText(date);
}
