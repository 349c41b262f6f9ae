/** Activities about meetings, which are never answered in the meeting: each participant is notified in their own chat. */

import type { MeetingEvent } from '../meetings/event.ts';
import { teamsEvent } from '../meetings/teams.ts';
import type { Guid } from '../presence/intent.ts';
import { tenantOf } from './activity-context.ts';
import type { Envelope } from './envelope.ts';
import { traced } from './errors.ts';
import type { Log } from './log.ts';
import type { HttpAnswer } from './receive.ts';

export interface MeetingParts {
  /** The bot's own directory. */
  readonly home: Guid;
  /** Handles a Teams meeting event; rejects if it could not be stored. */
  readonly handleMeetingEvent: (event: MeetingEvent) => Promise<void>;
  readonly log: Log;
}

/** Passes the event on, and gives its HTTP answer: where it could not be stored, Teams may send it again. */
export async function handleMeetingActivity(
  activity: Envelope,
  { home, handleMeetingEvent, log }: MeetingParts,
): Promise<HttpAnswer> {
  const event = teamsEvent(activity, tenantOf(activity) ?? home);
  try {
    if (event !== undefined) await handleMeetingEvent(event);
    return { status: 200 };
  } catch (error) {
    log.warn(traced(error), 'a meeting was told of and could not be kept');
    return { status: 503, retryAfter: 10, body: { error: 'Not now.' } };
  }
}
