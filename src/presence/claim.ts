/**
 * Who wants a person's session slot, and what it holds. Graph keeps one session for each application and user, so several requests of
 * one person contend for it: what they said themselves, and each meeting that goes on.
 */

import type { Guid, Instant } from './intent.ts';
import type { SessionPairId } from './pairs.ts';

/** Where a claim came from; a person has at most one claim of each source, and the newer replaces the older. */
export type ClaimSource =
  /** The person asked for it. */
  | { readonly kind: 'asked' }
  /** A Teams meeting they are in. */
  | { readonly kind: 'meeting'; readonly meetingId: string }
  /** A meeting of another system, told by a signed hook. */
  | { readonly kind: 'hook'; readonly source: string; readonly meetingId: string }
  /** A schedule of theirs. */
  | { readonly kind: 'schedule'; readonly id: string }
  /** An event of their calendar, by a hash of its id. */
  | { readonly kind: 'calendar'; readonly key: string };

/** A request for the session slot, held until an instant at the latest. */
export interface Claim {
  /** Names this very claim: one that replaces it has another. */
  readonly id: string;
  readonly userId: Guid;
  readonly tenantId: string;
  readonly source: ClaimSource;
  readonly pair: SessionPairId;
  /** The promise: nothing that is sent to Graph for it may hold any longer. */
  readonly endsAt: Instant;
  readonly openedAt: Instant;
}

/** The source as one text, the same for the same source and for no other. */
export function sourceKey(source: ClaimSource): string {
  switch (source.kind) {
    case 'asked':
      return JSON.stringify(['asked']);
    case 'meeting':
      return JSON.stringify(['meeting', source.meetingId]);
    case 'hook':
      return JSON.stringify(['hook', source.source, source.meetingId]);
    case 'schedule':
      return JSON.stringify(['schedule', source.id]);
    case 'calendar':
      return JSON.stringify(['calendar', source.key]);
  }
}

/** What the slot holds at Graph, as far as is known. */
export interface Held {
  /** The claim it was set for; undefined: unsure, but until `until` something of ours may be there. */
  readonly claimId: string | undefined;
  readonly pair: SessionPairId;
  readonly until: Instant;
}

/** The state of a person's slot between calls. */
export interface SlotState {
  readonly held: Held | undefined;
  /** What was tried last: a claim's id, or `clear`. */
  readonly goal: string | undefined;
  /** When that request is to be tried again, or renewed. */
  readonly nextAt: Instant;
  /** How often it has failed in a row. */
  readonly failures: number;
}
