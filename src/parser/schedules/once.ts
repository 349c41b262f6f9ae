/** The pieces of what is once → when it begins and ends: a start, days, or a length from now. */

import type { Temporal } from 'temporal-polyfill';
import type { Assumption } from '../../presence/intent.ts';
import { localNow, type Now, type Resolved, type TimeContext } from '../time/calendar.ts';
import type { SaidEnd } from '../time/ends.ts';
import type { SaidMoment } from '../time/moment.ts';
import { resolvePeriod } from '../time/resolve-period.ts';
import { resolve } from '../time/resolve.ts';
import type { Pieces, SaidWindow } from './pieces.ts';
import { dateOn, impossible, startOf, type Timed, unclear, usual } from './timed.ts';

/** "in 20 minutes for 2 hours" */
export function fromLater({ later, length, until, allDay }: Pieces, context: TimeContext): Timed {
  if (later === undefined || later.unclear || until !== undefined || allDay) return unclear;
  if (later.days === 0 && later.seconds === 0) return { kind: 'refuse', code: 'emptyDuration' };
  const startsAt = localNow(context).local.add({
    days: later.days,
    seconds: later.seconds,
  }).epochMilliseconds;
  return lasting(startsAt, length, context, []);
}

function lasting(
  startsAt: number,
  length: Pieces['length'],
  context: TimeContext,
  assumed: readonly Assumption[],
): Timed {
  if (length === undefined) return { kind: 'timing', timing: { kind: 'once', startsAt }, assumed };
  if (length.unclear || length.more || length.days > 366) return unclear;
  if (length.days === 0 && length.seconds === 0) return { kind: 'refuse', code: 'emptyDuration' };
  const from = localNow({ now: startsAt, zone: context.zone }).local;
  const endsAt = from.add({ days: length.days, seconds: length.seconds }).epochMilliseconds;
  return { kind: 'timing', timing: { kind: 'once', startsAt, endsAt }, assumed };
}

/** "at 3pm for an hour", "tomorrow at 9", "after 6pm". */
export function fromStart(pieces: Pieces, moment: SaidMoment, context: TimeContext): Timed {
  const { day, length, until, allDay, start } = pieces;
  if (allDay || (day !== undefined && moment.day !== undefined)) return unclear;
  const meant = { ...moment, day: moment.day ?? day?.moment.day, part: moment.part ?? day?.moment.part };
  const resolved = resolve(meant, context);
  if (resolved.kind === 'ask') return resolved;
  if (resolved.kind === 'refuse') return resolved;
  const startsAt = resolved.at;
  if (until !== undefined) {
    const seen = { ...context, now: startsAt };
    const end = length === undefined ? endOf(until, seen, context) : undefined;
    if (end === undefined) return unclear;
    if (end.kind !== 'instant') return end.kind === 'ask' ? { ...end, times: [] } : end;
    if (end.at <= startsAt) return unclear;
    return {
      kind: 'timing',
      timing: { kind: 'once', startsAt, endsAt: end.at },
      assumed: [...resolved.assumed, ...end.assumed],
    };
  }
  if (length === undefined && start?.mark === 'after') {
    const endsAt = startOf(localNow({ now: startsAt, zone: context.zone }).today.add({ days: 1 }), context);
    return { kind: 'timing', timing: { kind: 'once', startsAt, endsAt }, assumed: resolved.assumed };
  }
  return lasting(startsAt, length, context, resolved.assumed);
}

/** "until 5pm", "until the end of the day", of what starts at that moment. */
function endOf(until: SaidEnd, seen: TimeContext, context: TimeContext): Resolved | undefined {
  if (until.kind === 'period') return resolvePeriod(until.period, seen);
  if (until.kind !== 'moment' || until.moment.clock === undefined) return undefined;
  return resolve(until.moment, until.moment.day === undefined ? seen : context);
}

/** "24 Dec to 2 Jan": both days, and all between. */
export function ofSpan({ from, to }: SaidWindow, context: TimeContext): Timed {
  const now = localNow(context);
  // "Monday to Wednesday next week": both are.
  const early =
    to.day?.kind === 'weekday' && from.day?.kind === 'weekday' && to.day.next === 'week' && !from.day.next
      ? { ...from, day: { ...from.day, next: to.day.next } }
      : from;
  const first = dateOn(early, now, false);
  if ('kind' in first) return first;
  const last = dateAfter(to, first, now);
  if ('kind' in last) return last;
  const [startsAt, endsAt] = [startOf(first, context), startOf(last.add({ days: 1 }), context)];
  if (startsAt >= endsAt) return impossible;
  // "Friday to Sunday", on a Friday: it has begun.
  return startsAt <= context.now
    ? unclear
    : { kind: 'timing', timing: { kind: 'once', startsAt, endsAt }, assumed: [] };
}

/** That day, the first one not before the other. */
function dateAfter(moment: SaidMoment, first: Temporal.PlainDate, now: Now): Temporal.PlainDate | Timed {
  const { day } = moment;
  if (day?.kind === 'weekday' && !day.next)
    return first.add({ days: (day.weekday - first.dayOfWeek + 7) % 7 });
  const date = dateOn(moment, now, false);
  if ('kind' in date || date.toString() >= first.toString()) return date;
  return day?.kind === 'date' && day.year === undefined ? date.add({ years: 1 }) : impossible;
}

/** "tomorrow", "all day Thursday": all of it, unless that is hardly meant. */
export function ofDay(
  { length, until, allDay }: Pieces,
  moment: SaidMoment,
  context: TimeContext,
  passing: boolean,
): Timed {
  const now = localNow(context);
  if (until !== undefined) return unclear;
  if (length !== undefined || (passing && !allDay))
    return { kind: 'ask', code: 'whichHour', times: ['at 9am', 'at 1pm'] };
  const date = dateOn(moment, now, true);
  if ('kind' in date) return date;
  if (moment.part !== undefined)
    return {
      kind: 'ask',
      code: 'whichHour',
      days: date.toString(),
      times: usual[moment.part],
    };
  const startsAt = startOf(date, context);
  if (startsAt <= context.now) return unclear;
  return {
    kind: 'timing',
    timing: { kind: 'once', startsAt, endsAt: startOf(date.add({ days: 1 }), context) },
    assumed: [],
  };
}
