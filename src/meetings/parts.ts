/** What meetings are given by whoever wires them. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { News } from '../presence/meeting.ts';
import type { Store } from '../store/store.ts';
import type { MeetingChat, MeetingEvent } from './event.ts';
import type { MeetingPolicy } from './policy.ts';
import type { MeetingSessions } from './sessions.ts';

export interface MeetingParts {
  readonly store: Pick<Store, 'people' | 'meetings' | 'seen' | 'leases'>;
  readonly sessions: MeetingSessions;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, news: News) => void;
  /** Says hello in a meeting's chat, once for each. Neither throws nor waits. */
  readonly welcome: (chat: MeetingChat, tenantId: string) => void;
  /** Told of each event as it comes. */
  readonly heard?: (event: MeetingEvent) => void;
  readonly now: () => Instant;
  readonly policy: MeetingPolicy;
}
