/** Nobody opens a session behind an end. */

import type { Guid, Instant } from '../presence/intent.ts';
import type { MeetingKey } from '../presence/meeting.ts';
import { endedAt } from './ended.ts';
import { claimSourceOf } from './event.ts';
import type { MeetingParts } from './parts.ts';
import { endAll, type Held } from './sessions.ts';

/**
 * Looks again after opening: whose meeting was ended meanwhile (`over` is what was known of its end before), or who has
 * left it or said "not for this meeting", loses the session again. Whoever ends something notes that before looking for
 * sessions, and a session is opened before this look: so one of the two finds it. Gives who lost theirs.
 */
export async function takeBack(
  { store, sessions }: MeetingParts,
  key: MeetingKey,
  over: Instant | undefined,
  held: readonly Held[],
): Promise<ReadonlySet<Guid>> {
  if (held.length === 0) return new Set();
  const { meetings } = store;
  const isOver = (await endedAt(meetings, key)) !== over || (await meetings.find(key)) === undefined;
  const there = isOver ? [] : await meetings.attendances(key);
  const staying = new Set(
    there.flatMap(({ userId, leftAt, declined }) => (leftAt === undefined && !declined ? [userId] : [])),
  );
  const lost = held.map(({ claim }) => claim.userId).filter((userId) => !staying.has(userId));
  await endAll(sessions, lost, claimSourceOf(key));
  return new Set(lost);
}
