/** Sessions of a meeting that is known to run go on. */

import { sourceKey } from '../presence/claim.ts';
import type { Instant } from '../presence/intent.ts';
import type { Attendance, Meeting } from '../store/meetings.ts';
import { eachOf } from './each.ts';
import { claimSourceOf } from './event.ts';
import type { MeetingParts } from './parts.ts';
import { findRuled } from './ruled.ts';
import { isPaused } from './rules.ts';
import { holdAll, type Held } from './sessions.ts';
import { wantedFor } from './wanted.ts';

/** Look-ups at a time. */
const atOnce = 8;

/**
 * Prolongs what those who are in the meeting have of it: once in each half hour in which anything is heard, however
 * much that is. So a session has half an hour to an hour left after every event. What has ended meanwhile, by its time
 * or by the person, stays so; who has paused is left to their end.
 */
export async function prolong(
  parts: MeetingParts,
  meeting: Meeting,
  heardAt: Instant,
  there: readonly Attendance[],
): Promise<readonly Held[]> {
  const { store, sessions, now, policy } = parts;
  const at = now();
  const spell = (instant: Instant) => Math.floor((instant - meeting.startedAt) / policy.prolongMs);
  if (spell(at) === spell(heardAt)) return [];
  const ruled = await findRuled(
    store.people,
    meeting.tenantId,
    there.map(({ userId }) => userId),
  );
  const going = [...ruled.values()].filter(({ pausedUntil }) => !isPaused(pausedUntil, at));
  const source = sourceKey(claimSourceOf(meeting));
  const wanted = await eachOf(going, atOnce, async (person) => {
    const claims = await store.leases.claims(person.userId);
    const own = claims.find((claim) => sourceKey(claim.source) === source && claim.endsAt > at);
    const longer = own === undefined ? [] : wantedFor(parts, meeting, person, own.pair, at);
    return longer.filter(({ endsAt }) => own !== undefined && endsAt > own.endsAt);
  });
  return holdAll(sessions, wanted.flat());
}
