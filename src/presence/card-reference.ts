/**
 * What a card's buttons are about. A card may be old, and pressed twice: a press must never
 * touch what the person chose later.
 */

import type { ChangeId } from './change.ts';
import type { Instant } from './intent.ts';
import type { PairId, Slot } from './pairs.ts';

/** A holding as the card shows it, with the change that set it. */
export interface CardHolding {
  readonly slot: Slot;
  /** Of a status or session; a message has none. */
  readonly pair?: PairId;
  readonly endsAt?: Instant;
  readonly origin: ChangeId;
}

export interface CardReference {
  /** What `undo` takes back; left out where there is nothing to undo. */
  readonly change?: ChangeId;
  readonly holds: readonly CardHolding[];
}

/** Whether two references are about the same, to the same ends. */
export function sameReference(one: CardReference, other: CardReference): boolean {
  const partsOf = ({ change, holds }: CardReference) => [
    change,
    ...holds.flatMap(({ slot, origin, endsAt }) => [slot, origin, endsAt]),
  ];
  const [parts, others] = [partsOf(one), partsOf(other)];
  return parts.length === others.length && parts.every((part, at) => part === others[at]);
}

/** The newest change that a reference names. */
export function newestChangeIn({ change = 0, holds }: CardReference): ChangeId {
  return Math.max(change, ...holds.map(({ origin }) => origin));
}
