/** Small English pieces that several replies share. */

import type { Instant } from '../../presence/intent.ts';
import { pairOf, type PairId, type Slot } from '../../presence/pairs.ts';
import { momentOf, partsOf, zoneLabel, type Moment, type View } from '../time.ts';

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

/** "3:00 PM", "tomorrow, 9:00 AM", "midnight tonight" or "Mon, Nov 23, 9:00 AM"; undefined without a zone. */
function when(instant: Instant, view: View): string | undefined {
  const moment = momentOf(instant, view, 'en');
  if (moment === undefined) return undefined;
  const time = clockText(moment);
  if (moment.day === 'today') return time;
  if (moment.day === 'tomorrow') return moment.startOfDay ? 'midnight tonight' : `tomorrow, ${time}`;
  return moment.startOfDay ? `the start of ${moment.date}` : `${moment.date}, ${time}`;
}

/** "1:11 AM"; "the second 1:11 AM" on the night when the clocks show it twice. */
function clockText({ time, twice }: Moment): string {
  return twice === undefined ? time : `the ${twice} ${time}`;
}

/** "until 3:00 PM today (New York)": never without its day, for an end that was not said in full. */
export function untilDayText(endsAt: Instant, view: View): string {
  const moment = momentOf(endsAt, view, 'en');
  return moment?.day === 'today' && view.zone !== undefined
    ? `until ${clockText(moment)} today (${zoneLabel(view.zone)})`
    : untilText(endsAt, view);
}

/** Further away than this an hour says nothing. */
const hourMattersMs = 2 * 86_400_000;

/** "until you change it, at the latest Wed, Mar 18 (New York)", for an end that nobody said. */
export function untilChangedText(endsAt: Instant, view: View): string {
  const moment = momentOf(endsAt, view, 'en');
  if (moment === undefined || view.zone === undefined)
    return `until you change it, for ${durationText(minutesBetween(view.now, endsAt))} at the longest`;
  const day = moment.day === 'today' ? 'today' : moment.date;
  const time = moment.day === 'today' || endsAt - view.now < hourMattersMs ? `, ${clockText(moment)}` : '';
  return `until you change it, at the latest ${day}${time} (${zoneLabel(view.zone)})`;
}

/** "Mon, Nov 23, 5:00 PM", as it can be said to the bot; undefined without a zone. */
export function saidEnd(instant: Instant, view: View): string | undefined {
  const moment = momentOf(instant, view, 'en');
  switch (moment?.day) {
    case undefined:
      return undefined;
    case 'today':
      return moment.typed;
    case 'tomorrow':
      return moment.startOfDay ? 'midnight tonight' : `tomorrow, ${moment.typed}`;
    case 'thisWeek':
    case 'later':
      return moment.startOfDay ? moment.date : `${moment.date}, ${moment.typed}`;
  }
}

/** "Until Mon 5 PM", for a button. */
export function untilTitle(endsAt: Instant, view: View): string {
  const moment = momentOf(endsAt, view, 'en');
  if (moment === undefined) return `For ${durationText(minutesBetween(view.now, endsAt))}`;
  const time = clockText(moment).replace(/:00(?= [AP]M$)/, '');
  switch (moment.day) {
    case 'today':
      return `Until ${time}`;
    case 'tomorrow':
      return moment.startOfDay ? 'Until midnight' : `Until tomorrow ${time}`;
    case 'thisWeek':
      return `Until ${moment.weekday} ${time}`;
    case 'later':
      return `Until ${moment.date}, ${time}`;
  }
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

/** "at 2:07 PM", and "tomorrow, 9:30 AM" of another day. */
export function atText(instant: Instant, view: View): string {
  const text = timeText(instant, view);
  return /^\d/.test(text) ? `at ${text}` : text;
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
