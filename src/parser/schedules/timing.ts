/** The pieces that were said of time ahead → when a status holds, or what is unclear about it. */

import type { TimeContext } from '../time/calendar.ts';
import type { Pieces, Recurrence, SaidWindow } from './pieces.ts';
import { fromLater, fromStart, ofDay, ofSpan } from './once.ts';
import { recurring } from './recurring.ts';
import { type Timed, unclear } from './timed.ts';
import { ofWindow } from './window.ts';

/** What those pieces mean together. `passing`: the status happens in a day rather than fills it. */
export function timingOf(pieces: Pieces, context: TimeContext, passing: boolean): Timed | undefined {
  const { window, span, start, day, later, recurrence, allDay } = pieces;
  const zoned = [window?.from, window?.to, start?.moment].some((moment) => moment?.zone !== undefined);
  if (recurrence !== undefined)
    return zoned || span !== undefined ? unclear : recurring(pieces, recurrence, context);
  const days = span !== undefined && window !== undefined && !zoned ? weekdaysOf(span) : undefined;
  if (days !== undefined) return recurring({ ...pieces }, days, context);
  if (pieces.quietHours && span === undefined) {
    if (window === undefined && start === undefined) return undefined;
    if (day === undefined && window?.from.day === undefined && later === undefined && start === undefined)
      return recurring(pieces, { freq: 'DAILY', interval: 1, weekdays: [] }, context);
  }
  if ([window, span, start, later].filter((piece) => piece !== undefined).length > 1) return unclear;
  if (later !== undefined) return day === undefined ? fromLater(pieces, context) : unclear;
  if (span !== undefined)
    return (day ?? pieces.length ?? pieces.until ?? allDay) === undefined ? ofSpan(span, context) : unclear;
  if (window !== undefined) return zoned ? unclear : ofWindow(pieces, window, context);
  // "busy 2:30" may be a length, an end, or when it begins.
  if (
    start?.mark === 'none' &&
    day === undefined &&
    start.moment.day === undefined &&
    start.moment.part === undefined
  )
    return undefined;
  if (start !== undefined) return fromStart(pieces, start.moment, context);
  if (day === undefined) return undefined;
  return ofDay(pieces, day.moment, context, passing || (allDay === undefined && day.mark === 'from'));
}

/** "Mon-Thu", with a time beside it: each of those days. */
function weekdaysOf({ from, to, sure }: SaidWindow): Recurrence | undefined {
  // "Mon-Wed this week"
  if (!sure) return undefined;
  if (from.day?.kind !== 'weekday' || to.day?.kind !== 'weekday' || from.day.next || to.day.next)
    return undefined;
  const weekdays: number[] = [];
  for (let one = from.day.weekday; one !== to.day.weekday; one = (one % 7) + 1) weekdays.push(one);
  return { freq: 'WEEKLY', interval: 1, weekdays: [...weekdays, to.day.weekday].sort() };
}
