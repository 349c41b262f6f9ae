/** When a person is reminded of an end: five minutes before one that they named, of what they set for an hour or more. Pure. */

import type { CardReference } from './card-reference.ts';
import type { Change } from './change.ts';
import { isKnownTo } from './explained.ts';
import type { Holding, Instant } from './intent.ts';
import type { Slot } from './pairs.ts';
import type { PersonState } from './person-state.ts';
import type { Receipt } from './receipt.ts';
import type { Schedule } from './schedule.ts';

/** So long before the end. */
const beforeEndMs = 5 * 60_000;
/** Of what lasts for less nobody is reminded. */
const leastLengthMs = 3_600_000;
/** A reminder that comes later than that before the end is of no use. */
const leastLeftMs = 60_000;

const statusSlots = ['preferred', 'session'] as const satisfies readonly Slot[];

/** A status whose end the person is reminded of. */
export type Ending = Extract<Holding, { slot: 'preferred' | 'session' }>;

/** What somebody is told before an end: what ends, what its buttons are about, and what comes after it. */
export interface EndingNews {
  readonly ending: Ending;
  readonly reference: CardReference;
  readonly next: readonly Schedule[];
}

/** When they are next to be reminded after that instant; undefined: of nothing that is known. */
export function nextReminder(state: PersonState, now: Instant): Instant | undefined {
  const ahead = endingsOf(state)
    .map(({ endsAt }) => endsAt - beforeEndMs)
    .filter((at) => at > now);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

/** What they are to be reminded of at that instant. */
export function endingsAt(state: PersonState, now: Instant): readonly Ending[] {
  return endingsOf(state).filter(({ endsAt }) => endsAt - beforeEndMs <= now && endsAt - now >= leastLeftMs);
}

/** What holds as they chose it, to an end that they named. */
function endingsOf(state: PersonState): readonly Ending[] {
  return statusSlots.flatMap((slot): readonly Ending[] => {
    const holding = state.holdings[slot];
    const changed = state.changed[slot];
    const isNamed = changed !== undefined && state.unnamed?.[slot] !== changed;
    if (holding === undefined || !isNamed || state.doubts.includes(slot)) return [];
    return isLong(holding, state.origins[slot] ?? changed) ? [holding] : [];
  });
}

/** Whether it lasts long enough from then on. Ends are whole seconds. */
export function isLong(holding: Holding, from: Instant): boolean {
  // A session that only lets a status show ends with it.
  const isOfStatus =
    holding.slot === 'preferred' || (holding.slot === 'session' && holding.shows === undefined);
  return isOfStatus && holding.endsAt - from > leastLengthMs - 1000;
}

/** What the buttons of a reminder are about: the status, and the message that ends with it. */
export function referenceTo({ holdings, origins }: PersonState, ending: Ending): CardReference {
  const origin = origins[ending.slot] ?? 0;
  const { message } = holdings;
  const isWith = message?.endsAt === ending.endsAt && origins.message === origin;
  return {
    holds: [
      { slot: ending.slot, pair: ending.pair, endsAt: ending.endsAt, origin },
      ...(isWith ? [{ slot: 'message', endsAt: ending.endsAt, origin } as const] : []),
    ],
  };
}

/** Whether the receipt is one of the first few that a reminder could follow. */
export function offersReminder(
  { did, holds, assumed, explained }: Receipt,
  { at }: Pick<Change, 'at'>,
): boolean {
  const isNamed = !assumed.some(({ code }) => code === 'defaultEnd');
  return (
    did === 'change' && isNamed && holds.some((one) => isLong(one, at)) && !isKnownTo(explained).reminders
  );
}
