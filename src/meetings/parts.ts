/** What meetings are given by whoever wires them. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { MeetingKey, News } from '../presence/meeting.ts';
import type { Policy } from '../presence/validate.ts';
import type { Store } from '../store/store.ts';
import type { MeetingChat, MeetingEvent } from './event.ts';
import type { MeetingPolicy } from './policy.ts';
import type { MeetingSessions } from './sessions.ts';

/**
 * Whether Teams says that a person is in a meeting at present; undefined: it does not say. Never rejects, and takes some
 * seconds at the most.
 */
export type IsIn = (
  meeting: MeetingKey & { readonly chat: MeetingChat },
  userId: Guid,
) => Promise<boolean | undefined>;

export interface MeetingParts {
  readonly store: Pick<Store, 'people' | 'meetings' | 'seen' | 'leases'>;
  readonly sessions: MeetingSessions;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, news: News) => void;
  /** Says hello in a meeting's chat, once for each. Neither throws nor waits. */
  readonly welcome: (chat: MeetingChat, tenantId: string) => void;
  /** Asks Teams about a meeting of which nothing is heard; without it, nobody is asked. */
  readonly isIn?: IsIn;
  /** Told of each event as it comes. */
  readonly heard?: (event: MeetingEvent) => void;
  readonly now: () => Instant;
  /** What may be set at all. */
  readonly presence: Policy;
  readonly policy: MeetingPolicy;
}
