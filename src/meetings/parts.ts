/** What meetings are given by whoever wires them. */

import type { Claim } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Failure } from '../presence/outcome.ts';
import type { SessionPairId } from '../presence/pairs.ts';
import type { MeetingKey } from '../store/meetings.ts';
import type { Store } from '../store/store.ts';
import type { MeetingChat } from './event.ts';
import type { MeetingPolicy } from './policy.ts';
import type { MeetingSessions } from './sessions.ts';

/** A meeting as people are told of it. */
export interface MeetingName {
  readonly key: MeetingKey;
  readonly title?: string;
}

/** What a person is told, once for each meeting. */
export type News =
  /** A session was opened for the meeting; it is prolonged while the meeting is known to run. */
  | {
      readonly kind: 'set';
      readonly meeting: MeetingName;
      readonly pair: SessionPairId;
      readonly until: Instant;
      /** Graph has not taken it yet; it is tried again. */
      readonly pending: boolean;
      /** A stronger claim of theirs that has the slot. A preferred presence may hide it as well: the ledger knows. */
      readonly hiddenBy?: Claim;
    }
  /** What should it be? */
  | { readonly kind: 'ask'; readonly meeting: MeetingName }
  /** It could not be set, and nothing is tried again. */
  | { readonly kind: 'gone'; readonly meeting: MeetingName; readonly failure: Failure | undefined };

export interface MeetingParts {
  readonly store: Pick<Store, 'people' | 'meetings' | 'seen' | 'leases'>;
  readonly sessions: MeetingSessions;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, news: News) => void;
  /** Says hello in a meeting's chat, once for each. Neither throws nor waits. */
  readonly welcome: (chat: MeetingChat, tenantId: string) => void;
  readonly now: () => Instant;
  readonly policy: MeetingPolicy;
}
