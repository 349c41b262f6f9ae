/**
 * A preferred status that nobody sees, because its person is signed in to Teams nowhere: it shows only beside some
 * session, and any session will do. Away is the one that claims least. Pure.
 * https://learn.microsoft.com/graph/cloud-communications-manage-presence-state#user-preferred-presence
 */

import type { ChangeId } from './change.ts';
import type { Holding, Instant, WantedPresence } from './intent.ts';
import { pairOf, type PreferredId } from './pairs.ts';
import { onTop, showingSession, type PersonState } from './person-state.ts';
import type { Snapshot } from './ports.ts';

type Preferred = Extract<Holding, { slot: 'preferred' }>;

/** The status that a watched change has set, and that still stands; undefined: it was changed, cleared, or has ended. */
export function standing(state: PersonState, origin: ChangeId, now: Instant): Preferred | undefined {
  return state.origins.preferred === origin ? onTop(state, now) : undefined;
}

/** Whether Graph shows somebody as Offline without their having chosen that, which it tells by another activity. */
export function showsOffline({ availability, activity }: Snapshot): boolean {
  return availability.toLowerCase() === 'offline' && activity.toLowerCase() !== 'offwork';
}

/** Never Available: that would keep somebody green who is not there. */
const shownAnyway: ReadonlySet<PreferredId> = new Set(['busy', 'doNotDisturb', 'beRightBack', 'away']);
const session = pairOf('sessionAway');
const longestMs = 24 * 3_600_000;

/** Whether it may be shown anyway, and lasts as long as the shortest session. */
export function canBeShownAnyway({ pair, endsAt }: Preferred, now: Instant): boolean {
  return shownAnyway.has(pair) && endsAt - now >= session.minSeconds * 1000;
}

type ShowDecision =
  | { readonly kind: 'show'; readonly wanted: WantedPresence }
  | { readonly kind: 'none'; readonly why: 'over' | 'already' };

/** The request that lets the status of that change show until its end: a day, or the longest session, at the most. */
export function showAnyway(
  state: PersonState,
  origin: ChangeId,
  now: Instant,
  maxSeconds: number = session.maxSeconds,
): ShowDecision {
  const status = standing(state, origin, now);
  if (status === undefined || !canBeShownAnyway(status, now)) return { kind: 'none', why: 'over' };
  if (showingSession(state, now)?.shows === status.pair) return { kind: 'none', why: 'already' };
  const endsAt = Math.min(status.endsAt, now + longestMs, now + maxSeconds * 1000);
  const away = { slot: 'session', pair: session.id, endsAt, shows: status.pair } as const;
  return { kind: 'show', wanted: { kind: 'put', holdings: [away], emptied: [] } };
}
