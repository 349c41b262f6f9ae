/** A meeting is over: so are the sessions that it opened. */

import { claimSourceOf } from './event.ts';
import { rememberEnd } from './ended.ts';
import type { Heard } from './fold.ts';
import type { MeetingParts } from './parts.ts';
import { endAll } from './sessions.ts';
import { tellOfEnd } from './telling.ts';

/**
 * Ends a meeting. Safe to repeat, and to be interrupted: the end is remembered first, so that nobody opens a session
 * behind it (`gather` looks again after opening), and the meeting is forgotten last, so that a repetition finds whom it
 * is about.
 *
 * The end of an earlier meeting with the same id, which comes after the next one has begun, is recognised by its time:
 * who is known to have joined after it stays. An end that does not say when it was is of what goes on when it comes.
 */
export async function endMeeting(
  parts: MeetingParts,
  { event: { key, at: said }, at }: Heard,
): Promise<void> {
  const { sessions, policy } = parts;
  const { meetings } = parts.store;
  await rememberEnd(meetings, key, at);
  const meeting = await meetings.find(key);
  if (meeting === undefined) {
    // It may have overtaken its start. One that says when it was is recognised by that.
    if (said === undefined) await rememberEnd(meetings, key, at + policy.lateMs);
    return;
  }
  // Nobody is in it who was in the one that has ended.
  if (meeting.startedAt > at) return;
  const source = claimSourceOf(key);
  const there = (await meetings.attendances(key))
    .filter(({ joinedAt }) => said === undefined || joinedAt <= said)
    .map(({ userId }) => userId);
  await endAll(sessions, there, source);
  const gone = await meetings.end(key, said);
  const known = new Set(there);
  await endAll(
    sessions,
    gone.map(({ userId }) => userId).filter((userId) => !known.has(userId)),
    source,
  );
  tellOfEnd(parts, meeting, gone);
}
