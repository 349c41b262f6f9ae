/** "2-4pm", "Friday 5pm to Monday 9am" → when it begins and ends. */

import type { Temporal } from 'temporal-polyfill';
import type { Assumption } from '../../presence/intent.ts';
import { localNow, type Now, place, type TimeContext } from '../time/calendar.ts';
import type { Day } from '../time/dates.ts';
import type { SaidMoment } from '../time/moment.ts';
import { resolve } from '../time/resolve.ts';
import { hoursOf } from './hours.ts';
import type { Pieces, SaidWindow } from './pieces.ts';
import { bareHour, dateOn, impossible, startOf, type Timed, unclear } from './timed.ts';

/** "tomorrow 2-4pm": of bare hours the likelier ones, which are said to be assumed. */
export function ofWindow(pieces: Pieces, window: SaidWindow, context: TimeContext): Timed {
  const { from, to, sure } = window;
  const { day, length, until, allDay } = pieces;
  if ((length ?? until ?? allDay) !== undefined || (day !== undefined && from.day !== undefined))
    return unclear;
  const said = from.day ?? day?.moment.day;
  // "busy 2-4" may be hours, and a date.
  if (!sure && said === undefined) return { kind: 'ask', code: 'notSure', times: [] };
  const part = from.part ?? day?.moment.part;
  const now = localNow(context);
  if (from.clock === undefined || to.clock === undefined) return mixed(from, to, context, now);
  if (window.shared && day === undefined) {
    const hours = hoursOf(from.clock, to.clock, { from: from.part, to: to.part }, context.locale);
    const both = typeof hours !== 'string' && hours.to > hours.from;
    if (both)
      return ofWindow(
        pieces,
        { from: { ...from, day: to.day }, to: { ...to, day: undefined }, sure },
        context,
      );
  }
  const apart = to.day !== undefined;
  const hours = apart
    ? undefined
    : hoursOf(from.clock, to.clock, { from: part, to: to.part }, context.locale);
  if (typeof hours === 'string') return hours === 'unclear' ? unclear : impossible;
  if (hours === undefined) return mixed({ ...from, day: said, part }, to, context, now);
  const date =
    said === undefined
      ? now.today
      : dateOn({ ...from, day: said, weekday: from.weekday ?? day?.moment.weekday }, now, false);
  if ('kind' in date) return date;
  const assumed = hours.bare ? [bareHour] : [];
  const on = (when: Temporal.PlainDate): Timed | undefined => {
    const start = place(when, Math.floor(hours.from / 60), hours.from % 60, now);
    const ends = hours.to <= hours.from ? when.add({ days: 1 }) : when;
    const end = place(ends, Math.floor(hours.to / 60), hours.to % 60, now);
    if (start.at <= context.now || end.at <= start.at) return undefined;
    const timing = { kind: 'once', startsAt: start.at, endsAt: end.at } as const;
    return { kind: 'timing', timing, assumed: [...assumed, ...start.assumed, ...end.assumed] };
  };
  const again = said?.kind === 'weekday' && !said.next ? on(date.add({ days: 7 })) : undefined;
  return on(date) ?? again ?? passed(said, now);
}

function passed(said: Day | undefined, now: Now): Timed {
  if (said !== undefined && said.kind !== 'offset') return { kind: 'refuse', code: 'past' };
  return { kind: 'ask', code: 'justPassed', times: [now.today.add({ days: 1 }).toString()] };
}

/** "Friday 5pm to Monday 9am", "tonight from 7 until tomorrow 8:30": two days, each with its time or its edge. */
function mixed(from: SaidMoment, to: SaidMoment, context: TimeContext, now: Now): Timed {
  const start = from.clock === undefined ? dayEdge(from, 0, context, now) : resolve(from, context);
  if (start.kind !== 'instant') return start.kind === 'timing' ? unclear : start;
  const end =
    to.clock === undefined
      ? dayEdge(to, 1, context, now)
      : resolve(to, { ...context, now: to.day?.kind === 'weekday' ? start.at : context.now });
  if (end.kind !== 'instant') return end.kind === 'timing' ? unclear : end;
  if (end.at <= start.at || start.at <= context.now) return unclear;
  const timing = { kind: 'once', startsAt: start.at, endsAt: end.at } as const;
  return { kind: 'timing', timing, assumed: [...start.assumed, ...end.assumed] };
}

function dayEdge(
  moment: SaidMoment,
  days: number,
  context: TimeContext,
  now: Now,
): Timed | { readonly kind: 'instant'; readonly at: number; readonly assumed: readonly Assumption[] } {
  if (moment.part !== undefined) return unclear;
  const date = dateOn(moment, now, false);
  return 'kind' in date ? date : { kind: 'instant', at: startOf(date.add({ days }), context), assumed: [] };
}
