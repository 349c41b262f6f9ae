/** The body of each request to Graph's presence API: built here and nowhere else. */

import type { GraphRequest } from './change.ts';
import { formatDuration } from './duration.ts';
import type { Guid, Instant } from './intent.ts';
import type { Pair, Slot } from './pairs.ts';

/** Whose presence, and in which application's session: https://learn.microsoft.com/graph/api/presence-setpresence */
export interface Target {
  readonly userId: Guid;
  /** The bot's client id: an application has one session for each person. */
  readonly sessionId: Guid;
}

/** Sets a status or opens the session for that long; `seconds` is within the pair's bounds. */
export function setPairRequest({ userId, sessionId }: Target, pair: Pair, seconds: number): GraphRequest {
  const expirationDuration = formatDuration(seconds);
  if (pair.slot === 'preferred') {
    const { availability, activity } = pair;
    return {
      userId,
      action: 'setUserPreferredPresence',
      body: { availability, activity, expirationDuration },
    };
  }
  const { availability, activity } = pair;
  return { userId, action: 'setPresence', body: { sessionId, availability, activity, expirationDuration } };
}

/** Sets the status message, until that instant or until it is cleared. */
export function setMessageRequest(userId: Guid, text: string, endsAt: Instant | undefined): GraphRequest {
  return {
    userId,
    action: 'setStatusMessage',
    body: {
      statusMessage: {
        message: { content: text, contentType: 'text' },
        ...(endsAt === undefined ? {} : { expiryDateTime: utc(endsAt) }),
      },
    },
  };
}

/** Empties a slot. Graph has no request that clears a status message: an empty one does. */
export function clearRequest({ userId, sessionId }: Target, slot: Slot): GraphRequest {
  switch (slot) {
    case 'preferred':
      return { userId, action: 'clearUserPreferredPresence', body: {} };
    case 'session':
      return { userId, action: 'clearPresence', body: { sessionId } };
    case 'message':
      return setMessageRequest(userId, '', undefined);
  }
}

/** Graph's dateTimeTimeZone: no `Z`, no offset, the zone beside it. */
function utc(instant: Instant): { dateTime: string; timeZone: 'UTC' } {
  return { dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: 'UTC' };
}
