/** Nobody opens a session behind an end. */

import type { Guid } from '../presence/intent.ts';
import type { MeetingKey } from '../presence/meeting.ts';
import type { Attendance } from '../store/meetings.ts';
import { endedAt } from './ended.ts';
import { claimSourceOf } from './event.ts';
import type { MeetingParts } from './parts.ts';
import { endAll, type Held } from './sessions.ts';

/**
 * Looks again after opening, where `before` is who was in the meeting then: whose meeting was ended meanwhile, or who
 * has left it, or has said "not for this meeting" or "End now", loses the session again. Whoever ends something notes
 * that before looking for sessions, and a session is opened before this look: so one of the two finds it. Gives who lost
 * theirs.
 */
export async function takeBack(
  { store, sessions }: MeetingParts,
  key: MeetingKey,
  before: ReadonlyMap<Guid, Attendance>,
  held: readonly Held[],
): Promise<ReadonlySet<Guid>> {
  if (held.length === 0) return new Set();
  const { meetings } = store;
  const over = await endedAt(meetings, key);
  const isStaying = ({ userId, joinedAt, leftAt, declined, endedAt: ended }: Attendance) =>
    leftAt === undefined &&
    !declined &&
    ended === before.get(userId)?.endedAt &&
    // Who has joined after the end is in the next meeting of that id.
    (over === undefined || joinedAt > over);
  const staying = new Set(
    (await meetings.attendances(key)).flatMap((one) => (isStaying(one) ? [one.userId] : [])),
  );
  const lost = held.map(({ claim }) => claim.userId).filter((userId) => !staying.has(userId));
  await endAll(sessions, lost, claimSourceOf(key));
  return new Set(lost);
}
