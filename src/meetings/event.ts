/** What is heard of a meeting, whoever tells it. */

import type { ClaimSource } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { MeetingKey } from '../presence/meeting.ts';

/** What somebody is in a meeting; they may be several. */
export type Role = 'starter' | 'presenter' | 'attendee';

export interface Participant {
  readonly userId: Guid;
  /** Undefined: nobody said. */
  readonly role?: Role;
}

/** The chat of a meeting, where the bot may write. */
export interface MeetingChat {
  readonly id: string;
  readonly serviceUrl: string;
}

export interface MeetingEvent {
  readonly kind: 'started' | 'joined' | 'left' | 'ended';
  readonly key: MeetingKey;
  readonly title?: string;
  /** When it is to be over at the latest. */
  readonly endsAt?: Instant;
  /** When it happened, by the clock of whoever tells it; undefined: they do not say. */
  readonly at?: Instant;
  /** Whom it is about; of an end, nobody: it is everybody's. */
  readonly people: readonly Participant[];
  readonly chat?: MeetingChat;
}

/** Meetings that Teams itself tells of. */
export const teamsSource = 'teams';

/** The source of the claims that a meeting makes. */
export function claimSourceOf({ source, meetingId }: MeetingKey): ClaimSource {
  return source === teamsSource ? { kind: 'meeting', meetingId } : { kind: 'hook', source, meetingId };
}

/** The meeting that a person's claim is for; undefined: it is for none. */
export function meetingOf(source: ClaimSource, tenantId: string): MeetingKey | undefined {
  switch (source.kind) {
    case 'asked':
      return undefined;
    case 'meeting':
      return { tenantId, source: teamsSource, meetingId: source.meetingId };
    case 'hook':
      return { tenantId, source: source.source, meetingId: source.meetingId };
  }
}
