/** What a meeting wants of somebody's session slot. Pure. */

import type { Guid, Instant } from '../presence/intent.ts';
import { pairOf, type SessionPairId } from '../presence/pairs.ts';
import type { Meeting } from '../store/meetings.ts';
import { claimSourceOf } from './event.ts';
import type { Wanted } from './sessions.ts';

/** The claim, for an hour or as long as the meeting is to last; none where less is left of it than Graph takes. */
export function wantedFor(
  meeting: Meeting,
  userId: Guid,
  pair: SessionPairId,
  now: Instant,
  leaseMs: number,
): readonly Wanted[] {
  const endsAt = Math.min(now + leaseMs, meeting.endsAt ?? Infinity);
  return endsAt - now < pairOf(pair).minSeconds * 1000
    ? []
    : [{ userId, tenantId: meeting.tenantId, source: claimSourceOf(meeting), pair, endsAt }];
}
