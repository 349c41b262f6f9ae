/**
 * Meetings that have ended, remembered for as long as meetings are: an event of before the end, however late it comes,
 * opens nothing any more.
 *
 * It is a row beside the meeting's own and not a key that was seen: a meeting of Teams keeps its id when it is held
 * again, a minute or a week later, so what counts is when the end was.
 */

import type { Instant } from '../presence/intent.ts';
import type { MeetingKey } from '../presence/meeting.ts';
import type { Meetings } from '../store/meetings.ts';

/** No source has such a name: a hook's has no spaces. */
const endedKey = (key: MeetingKey): MeetingKey => ({ ...key, source: `${key.source} ended` });

/** Until when everything that is heard of the meeting is of one that has ended; undefined: it never has. */
export async function endedAt(meetings: Meetings, key: MeetingKey): Promise<Instant | undefined> {
  return (await meetings.find(endedKey(key)))?.heardAt;
}

/** Remembers an end; an earlier one changes nothing. */
export async function rememberEnd(meetings: Meetings, key: MeetingKey, at: Instant): Promise<void> {
  const known = await endedAt(meetings, key);
  if (known === undefined || known < at)
    await meetings.start({ ...endedKey(key), startedAt: at, heardAt: at });
}
