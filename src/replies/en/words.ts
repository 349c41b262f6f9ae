/** Small English pieces that several replies share. */

import type { Instant } from '../../presence/intent.ts';
import { pairOf, type PairId, type Slot } from '../../presence/pairs.ts';
import { momentOf, partsOf, zoneLabel, type View } from '../time.ts';

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** "1 hour 30 minutes"; seconds are said only when nothing larger is, or to be exact. */
export function durationText(seconds: number): string {
  const { days, hours, minutes, seconds: rest } = partsOf(seconds);
  const parts = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
    [rest, 'second'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => plural(count, unit));
  return said.length === 0 ? 'no time at all' : said.join(' ');
}

/** "3:00 PM", "tomorrow, 9:00 AM", "midnight tonight" or "Mon, Nov 23, 9:00 AM"; without a zone, how long it is from now. */
function when(instant: Instant, view: View): string | undefined {
  const moment = momentOf(instant, view, 'en');
  if (moment === undefined) return undefined;
  if (moment.day === 'today') return moment.time;
  if (moment.day === 'tomorrow') return moment.startOfDay ? 'midnight tonight' : `tomorrow, ${moment.time}`;
  return moment.startOfDay ? `the start of ${moment.day.date}` : `${moment.day.date}, ${moment.time}`;
}

/** "until 3:00 PM (New York)"; "for 2 hours" when the zone is unknown. */
export function untilText(endsAt: Instant, view: View): string {
  const at = when(endsAt, view);
  if (at === undefined || view.zone === undefined)
    return `for ${durationText(minutesBetween(view.now, endsAt))}`;
  return `until ${at} (${zoneLabel(view.zone)})`;
}

/** The time of an instant alone, for a second mention. */
export function timeText(instant: Instant, view: View): string {
  return when(instant, view) ?? `${durationText(minutesBetween(view.now, instant))} from now`;
}

/** "at 2:07 PM", of the moment a reply is made; "just now" where the zone is unknown. */
export function nowText(view: View): string {
  return view.zone === undefined ? 'just now' : `at ${timeText(view.now, view)}`;
}

/** Rounded to whole minutes above one, so that a reply a moment later says what was asked. */
function minutesBetween(from: Instant, to: Instant): number {
  const seconds = (to - from) / 1000;
  return seconds < 60 ? seconds : Math.round(seconds / 60) * 60;
}

export const labelOf = (id: PairId): string => pairOf(id).label;

export const slotName: Readonly<Record<Slot, string>> = {
  preferred: 'preferred status',
  session: 'session',
  message: 'status message',
};

/** "a, b and c" */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** Its first letter as a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
