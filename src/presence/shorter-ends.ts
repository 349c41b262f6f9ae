/** Sooner ends for what was set without one: Graph's own defaults last a day or a week, and nobody notices. */

import type { PairId } from './pairs.ts';

/** So many seconds later, or at that hour so many days later on the person's own calendar. */
export type ShorterEnd = { readonly seconds: number } | { readonly days: number; readonly hour: number };

const minutes = (count: number): ShorterEnd => ({ seconds: count * 60 });
const endOfDay: ShorterEnd = { days: 1, hour: 0 };
const tomorrowMorning: ShorterEnd = { days: 1, hour: 8 };

/** What suits each status, and a status message alone; at most two, since a card has room for no more. */
export const shorterEnds: Readonly<Record<PairId | 'message', readonly ShorterEnd[]>> = {
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
