/** Which picture stands for what. */

import { type PairId, pairOf } from '../presence/pairs.ts';

/** The pictures that cards have. */
export type IconId =
  | 'available'
  | 'busy'
  | 'doNotDisturb'
  | 'away'
  | 'offline'
  | 'outOfOffice'
  | 'unknown'
  | 'cleared'
  | 'problem'
  | 'message'
  | 'key'
  | 'office'
  | 'remote'
  | 'timeOff';

/** By availability in lower case: Graph's values are open sets, in any casing. */
const icons: Readonly<Record<string, IconId>> = {
  available: 'available',
  availableidle: 'available',
  busy: 'busy',
  busyidle: 'busy',
  donotdisturb: 'doNotDisturb',
  berightback: 'away',
  away: 'away',
  availableinactive: 'away',
  offline: 'offline',
  outofoffice: 'outOfOffice',
};

/** The picture of an availability as Graph reports it. */
export function iconOf(availability: string): IconId {
  const key = availability.toLowerCase();
  return (Object.hasOwn(icons, key) ? icons[key] : undefined) ?? 'unknown';
}

/** The picture of a pair this bot can set. */
export function iconOfPair(id: PairId): IconId {
  return iconOf(pairOf(id).availability);
}
