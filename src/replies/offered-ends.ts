/** Other ends that a receipt offers as buttons: other readings of what was said, or sooner ends if none was said. */

import { temporal } from '../parser/time/temporal.ts';
import { isStatus, type Instant } from '../presence/intent.ts';
import { pairOf, type PairId } from '../presence/pairs.ts';
import type { Receipt } from '../presence/receipt.ts';
import type { View } from './time.ts';

/** So many seconds later, or at that hour so many days later on the person's own calendar. */
type ShorterEnd = { readonly seconds: number } | { readonly days: number; readonly hour: number };

const minutes = (count: number): ShorterEnd => ({ seconds: count * 60 });
const endOfDay: ShorterEnd = { days: 1, hour: 0 };
const tomorrowMorning: ShorterEnd = { days: 1, hour: 8 };

/** Sooner ends for what was set without one. Graph's defaults last a day or a week, and nobody notices. What suits each status, and a status message alone; at most two, since a card has room for no more. */
const shorterEnds: Readonly<Record<PairId | 'message', readonly ShorterEnd[]>> = {
  available: [minutes(60), endOfDay],
  busy: [minutes(60), endOfDay],
  doNotDisturb: [minutes(60), endOfDay],
  beRightBack: [minutes(15), minutes(30)],
  away: [minutes(60), endOfDay],
  offline: [tomorrowMorning],
  sessionAvailable: [minutes(30)],
  sessionAway: [minutes(15), minutes(30)],
  inACall: [minutes(15), minutes(30)],
  inAConferenceCall: [minutes(30), minutes(45)],
  presenting: [minutes(30), minutes(45)],
  message: [endOfDay],
};

/** Two beside undo, +30 min, end and refresh are the six actions that a card may have. */
const mostOthers = 2;

/** Whether nobody said an end: what holds got the default of its kind, or none. */
export function isEndless({ assumed }: Pick<Receipt, 'assumed'>): boolean {
  return assumed.some(({ code }) => code === 'defaultEnd' || code === 'noEnd');
}

/** The ends that can still take the place of the receipt's own, soonest first where they are sooner ones. */
export function offeredEnds(receipt: Receipt, view: View): readonly Instant[] {
  if (!isEndless(receipt))
    return receipt.otherEnds.filter((at) => isPossible(at, receipt, view)).slice(0, mostOthers);
  const sooner = shorterEndsOf(receipt).flatMap((end) => instantOf(end, receipt.at, view.zone) ?? []);
  return [...new Set(sooner)]
    .filter(
      (at) => isPossible(at, receipt, view) && receipt.holds.every(({ endsAt }) => at < (endsAt ?? Infinity)),
    )
    .sort((one, other) => one - other);
}

/** What suits the status that holds, or the message where there is no status. */
export function shorterEndsOf({ holds }: Pick<Receipt, 'holds'>): readonly ShorterEnd[] {
  const status = holds.find(isStatus);
  if (status !== undefined) return shorterEnds[status.pair];
  return holds.some(({ slot }) => slot === 'message') ? shorterEnds.message : [];
}

/** Time goes by while a card lies there: nothing is offered that would be refused. */
function isPossible(at: Instant, { holds }: Receipt, { now }: View): boolean {
  return holds.every((one) => {
    const least = isStatus(one) ? pairOf(one.pair).minSeconds : 1;
    return at - now >= least * 1000;
  });
}

/** When that is, counted from when the receipt was made; undefined: nobody knows without a zone. */
function instantOf(end: ShorterEnd, from: Instant, zone: string | undefined): Instant | undefined {
  if ('seconds' in end) return from + end.seconds * 1000;
  if (zone === undefined) return undefined;
  const { Instant } = temporal();
  const day = Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: end.days });
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: end.hour } }).epochMilliseconds;
}
