/** A meeting is over: so are the sessions that it opened. */

import { claimSourceOf } from './event.ts';
import { rememberEnd } from './ended.ts';
import type { Heard } from './fold.ts';
import type { MeetingParts } from './parts.ts';
import { endAll } from './sessions.ts';

/**
 * Ends a meeting. Safe to repeat, and to be interrupted: the end is remembered first, so that nobody opens a session
 * behind it (`gather` looks again after opening), and the meeting is forgotten last, so that a repetition finds whom it
 * is about.
 */
export async function endMeeting(
  { store, sessions, policy }: MeetingParts,
  { event: { key, at: said }, at }: Heard,
): Promise<void> {
  const { meetings } = store;
  await rememberEnd(meetings, key, at);
  const meeting = await meetings.find(key);
  if (meeting === undefined) {
    // It may have overtaken its start. One that says when it was is recognised by that.
    if (said === undefined) await rememberEnd(meetings, key, at + policy.lateMs);
    return;
  }
  // It is the end of an earlier one with the same id.
  if (meeting.startedAt > at) return;
  const source = claimSourceOf(key);
  const there = (await meetings.attendances(key)).map(({ userId }) => userId);
  await endAll(sessions, there, source);
  const gone = (await meetings.end(key)).map(({ userId }) => userId);
  const known = new Set(there);
  await endAll(
    sessions,
    gone.filter((userId) => !known.has(userId)),
    source,
  );
}
