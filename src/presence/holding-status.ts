/** The present status of the holdings that a card shows. */

import type { CardHolding, CardReference } from './card-reference.ts';
import type { ChangeId } from './change.ts';
import type { Holding, Instant } from './intent.ts';
import { sameThing, type PersonState } from './person-state.ts';

/** What has become of something that was set. */
type HoldingStatus =
  /** It runs, as far as this bot knows; its end may differ from the card's. */
  | { readonly kind: 'running'; readonly holding: Holding }
  /** It ran until a later request went out without a clear answer; `replaced`: perhaps by another choice. */
  | { readonly kind: 'inDoubt'; readonly holding: Holding; readonly replaced: boolean }
  | { readonly kind: 'ended'; readonly at: Instant }
  /** Taken back through this bot. */
  | { readonly kind: 'cleared' }
  /** A later choice through this bot stands in its place. */
  | { readonly kind: 'replaced' }
  /** It was undone, and the earlier status is back. */
  | { readonly kind: 'undone' }
  /** It no longer runs, and how it ended is not known. */
  | { readonly kind: 'over' }
  /** The bot has restarted since, and does not remember it. */
  | { readonly kind: 'unknown' };

/** The status of a card's holding, from what this bot remembers. */
function statusOfHolding(personState: PersonState, card: CardHolding, now: Instant): HoldingStatus {
  const { holdings, origins, changed, doubts } = personState;
  const { slot, origin, endsAt } = card;
  const holding = holdings[slot];
  if (origins[slot] === origin && holding !== undefined) {
    const doubted = doubts.includes(slot) ? doubtOf(personState, holding, now) : undefined;
    if (doubted !== undefined) return doubted;
    return holding.endsAt !== undefined && holding.endsAt <= now
      ? { kind: 'ended', at: holding.endsAt }
      : { kind: 'running', holding };
  }
  const since = origins[slot];
  // A record that is older than the card tells nothing of what the card set.
  if (since !== undefined && (changed[slot] ?? 0) >= origin) return gone(card, since, holding, now);
  return endsAt !== undefined && endsAt <= now ? { kind: 'ended', at: endsAt } : { kind: 'unknown' };
}

/** The status of a holding that is no longer in its slot; `since` is the slot's present origin. */
function gone(
  { origin, endsAt }: CardHolding,
  since: ChangeId,
  stands: Holding | undefined,
  now: Instant,
): HoldingStatus {
  // It may have ended by itself before the later change.
  if (endsAt !== undefined && since >= endsAt) return { kind: 'over' };
  if (stands === undefined) return { kind: 'cleared' };
  if (stands.endsAt !== undefined && stands.endsAt <= now) return { kind: 'over' };
  return { kind: since > origin ? 'replaced' : 'undone' };
}

/** What to say of a holding after a later request without a clear answer; undefined: it is over either way. */
function doubtOf({ last, origins }: PersonState, holding: Holding, now: Instant): HoldingStatus | undefined {
  const touch = last?.touches.find(({ slot }) => slot === holding.slot);
  const over = [holding, touch?.put].every((one) => one === undefined || (one.endsAt ?? Infinity) <= now);
  if (touch !== undefined && over) return undefined;
  const replaced =
    touch === undefined ||
    (touch.put !== undefined && !sameThing(touch.put, holding)) ||
    // An undo may have put back an earlier choice.
    (touch.before !== undefined && touch.beforeOrigin !== origins[holding.slot]);
  return { kind: 'inDoubt', holding, replaced };
}

/** A card's holding, checked against what this bot remembers. */
export interface CheckedHolding {
  readonly holding: CardHolding;
  readonly status: HoldingStatus;
}

/** Each of a card's holdings with what has become of it by then. */
export function checkHoldings(
  state: PersonState,
  { holds }: CardReference,
  now: Instant,
): readonly CheckedHolding[] {
  return holds.map((holding) => ({ holding, status: statusOfHolding(state, holding, now) }));
}

/** Whether "End now" would clear it: it runs, or may, and nothing else can stand in its place. */
export function canEnd({ status }: CheckedHolding): boolean {
  return status.kind === 'running' || (status.kind === 'inDoubt' && !status.replaced);
}
