/** What a card names, so that its buttons are about just that, however old it is. */

import type { ChangeId } from './change.ts';
import type { Instant } from './intent.ts';
import type { PairId, Slot } from './pairs.ts';

export interface ReferencedHolding {
  readonly slot: Slot;
  /** Of a status or session; a message has none. */
  readonly pair?: PairId;
  readonly endsAt?: Instant;
  readonly origin: ChangeId;
}

export interface CardReference {
  /** What `undo` takes back; left out where there is nothing to undo. */
  readonly change?: ChangeId;
  readonly holds: readonly ReferencedHolding[];
}
