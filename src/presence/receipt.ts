/** What may be said after a change: what holds now, until when, what was assumed, and what may hide it. */

import type { CardReference } from './card-reference.ts';
import type { Did } from './change.ts';
import type { Explained } from './explained.ts';
import type { Assumption, ChainId, Holding, Instant } from './intent.ts';
import type { StepOutcome } from './outcome.ts';
import type { PreferredId, SessionPairId, Slot } from './pairs.ts';

/** Why colleagues may see something else than what Graph accepted. */
export type Hiding =
  /** A preferred presence shows only while some session exists; without one the user shows Offline. */
  | { readonly code: 'needsSession' }
  /** A status chosen by hand in Teams stays on top of every session. */
  | { readonly code: 'manualOnTop' }
  /** This bot knows of a preferred presence that stays on top of the session. */
  | { readonly code: 'preferredOnTop'; readonly pair: PreferredId; readonly endsAt: Instant }
  /** Among sessions DoNotDisturb > Busy > Available > Away: Teams itself may outrank this one. */
  | { readonly code: 'outranked'; readonly pair: SessionPairId }
  /** An Available session fades after five minutes, whatever its expiration. */
  | { readonly code: 'fades' }
  /** It was to be renewed, and that could not be put on record: it ends by itself then, at the latest. */
  | { readonly code: 'notKept'; readonly until: Instant };

export interface Cleared {
  readonly slot: Slot;
  /** Graph said there was nothing to clear. Known for sessions alone. */
  readonly absent: boolean;
}

export interface Receipt {
  /** An end that was moved is `extend` where it is later than before, `shorten` where it is earlier. */
  readonly did: Did | 'shorten';
  /** When the outcome was known. */
  readonly at: Instant;
  /** What buttons on it would be about. */
  readonly reference: CardReference;
  readonly holds: readonly Holding[];
  readonly cleared: readonly Cleared[];
  /** Steps that Graph did not accept, in order. */
  readonly open: readonly StepOutcome[];
  readonly assumed: readonly Assumption[];
  /** Other ends that may have been meant: each can still take the place of the end of what holds. */
  readonly otherEnds: readonly Instant[];
  readonly hiding: readonly Hiding[];
  /** Graph took it for the session, and it is not on record: an earlier session that is may come back. */
  readonly mayReturn?: true;
  /** The chain that was to go on before the change, and the one that does after it. */
  readonly chain?: { readonly before?: ChainId; readonly after?: ChainId };
  /** What the person had been told before. */
  readonly explained?: Explained;
}
