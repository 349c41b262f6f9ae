/** What a meeting is called. */

import { quote } from '../commands/quote.ts';
import type { MeetingName } from '../presence/meeting.ts';

/** A title says nothing more beyond that, and a card has a limit. */
const longestTitle = 80;

/** Its title on one line, as plain text: other people's words. Undefined: it has none. */
export function titleOf(meeting: MeetingName | undefined): string | undefined {
  const title = quote(meeting?.title ?? '', longestTitle);
  return title === '' ? undefined : title;
}
