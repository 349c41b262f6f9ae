/** Events of meetings, from Teams or from a hook, and how their parts are read. */

import type { ClaimSource } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { MeetingChat, MeetingKey, MeetingRole } from '../presence/meeting.ts';

export interface Participant {
  readonly userId: Guid;
  readonly role?: MeetingRole;
}

export interface MeetingEvent {
  readonly kind: 'started' | 'joined' | 'left' | 'ended';
  readonly key: MeetingKey;
  readonly title?: string;
  /** When it ends at the latest. */
  readonly endsAt?: Instant;
  /** When it happened, by the sender's clock; undefined: it does not say. */
  readonly at?: Instant;
  /** Whom it is about; empty for an end, which is everybody's. */
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
    case 'schedule':
    case 'calendar':
      return undefined;
    case 'meeting':
      return { tenantId, source: teamsSource, meetingId: source.meetingId };
    case 'hook':
      return { tenantId, source: source.source, meetingId: source.meetingId };
  }
}

/** Teams' and the hook's words, in lower case. Whoever organises a meeting presents in it. */
const roles = new Map<string, MeetingRole>([
  ['starter', 'starter'],
  ['organizer', 'presenter'],
  ['organiser', 'presenter'],
  ['co-organizer', 'presenter'],
  ['presenter', 'presenter'],
  ['attendee', 'attendee'],
]);
export const roleWords: readonly string[] = [...roles.keys()];

/** The role of that name, in any case; undefined: none that means anything here. */
export function roleOf(name: string | undefined): MeetingRole | undefined {
  return roles.get(name?.toLowerCase() ?? '');
}

/** The years that JavaScript and every database write alike. */
const first = Date.UTC(1970);
const last = Date.UTC(9999, 11, 31);

/** The instant of a date as ISO 8601 writes it, from 1970 to 9999; undefined for anything else. */
export function instantOf(text: string | undefined): Instant | undefined {
  const at = Date.parse(text ?? '');
  return at >= first && at < last ? at : undefined;
}
