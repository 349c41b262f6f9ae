/** What the validator lets through: Graph requests in order, and what each one promises. */

import { formatDuration, parseDuration } from './duration.ts';
import {
  isStatus,
  type Assumption,
  type ChainId,
  type Door,
  type Guid,
  type Holding,
  type Instant,
  type Sender,
} from './intent.ts';
import { pairOf, type Pair, type PreferredPair, type SessionPair, type Slot } from './pairs.ts';
import type { WorkPlace } from './work-location.ts';

type PairBody<P extends Pair> = Pick<P, 'availability' | 'activity'>;

/** One call of Graph's presence API about one user, with its parameters. */
export type GraphRequest = { readonly userId: Guid } & (
  | {
      readonly action: 'setUserPreferredPresence';
      readonly body: PairBody<PreferredPair> & { readonly expirationDuration: string };
    }
  | {
      readonly action: 'setPresence';
      readonly body: { readonly sessionId: Guid } & PairBody<SessionPair> & {
          readonly expirationDuration: string;
        };
    }
  | { readonly action: 'clearUserPreferredPresence'; readonly body: Readonly<Record<string, never>> }
  | { readonly action: 'clearPresence'; readonly body: { readonly sessionId: Guid } }
  | {
      readonly action: 'setStatusMessage';
      readonly body: {
        readonly statusMessage: {
          readonly message: { readonly content: string; readonly contentType: 'text' };
          readonly expiryDateTime?: { readonly dateTime: string; readonly timeZone: 'UTC' };
        };
      };
    }
  | { readonly action: 'setManualLocation'; readonly body: { readonly workLocationType: WorkPlace } }
  | { readonly action: 'clearLocation'; readonly body: Readonly<Record<string, never>> }
);

/** The path of a request below the version root: `/users/{id}/presence/{action}`. */
export function requestPath(request: Pick<GraphRequest, 'userId' | 'action'>): string {
  return `/users/${request.userId}/presence/${request.action}`;
}

/** What is sent with it; undefined: nothing, which is what that one call asks for. */
export function sentBody({ action, body }: GraphRequest): GraphRequest['body'] | undefined {
  return action === 'clearLocation' ? undefined : body;
}

/** One request and what holds in its slot once Graph has accepted it; undefined: the slot is empty. */
export interface ChangeStep {
  readonly slot: Slot;
  readonly request: GraphRequest;
  readonly holding: Holding | undefined;
  /** A session that lasts longer than this one request can make it: it has to be renewed. */
  readonly renewed?: true;
}

/** A judged request, ready to be applied: steps in order, at least one. */
export interface Change {
  readonly who: Sender;
  readonly door: Door;
  /** The time zone that its receipt is read in, as far as that is known. */
  readonly zone?: string | undefined;
  /** When it was judged. */
  readonly at: Instant;
  readonly steps: readonly [ChangeStep, ...ChangeStep[]];
  readonly assumed: readonly Assumption[];
  /** Other valid ends that may have been meant. Left out if there is none. */
  readonly otherEnds?: readonly Instant[];
  /** The chain of statuses that begins with it, or goes on. */
  readonly chain?: ChainId;
  /** Undo and extend only change the person's own session; a meeting's waiting claim stays. */
  readonly leavesMeetings?: true;
}

/** Names a change among those of its person: the instant it was judged, or the next one that is still free. */
export type ChangeId = Instant;

/** How a change came about. */
export type Did = 'change' | 'undo' | 'extend';

/** A request that is later than this gets a new duration. */
const lateMs = 5000;

/**
 * A step's request as it must be sent at that instant: one that had to wait asks for what is left until the end
 * that was promised, though never for less than Graph takes.
 */
export function requestAt({ request, holding }: ChangeStep, now: Instant): GraphRequest {
  if (request.action !== 'setPresence' && request.action !== 'setUserPreferredPresence') return request;
  if (holding === undefined || !isStatus(holding)) return request;
  const asked = parseDuration(request.body.expirationDuration) ?? 0;
  const left = Math.ceil((holding.endsAt - now) / 1000);
  // A renewed session always asks for a whole piece.
  if (left > pairOf(holding.pair).maxSeconds) return request;
  if (Math.abs(asked - left) * 1000 < lateMs) return request;
  const { minSeconds, maxSeconds } = pairOf(holding.pair);
  const expirationDuration = formatDuration(Math.min(Math.max(left, minSeconds), maxSeconds));
  return request.action === 'setPresence'
    ? { ...request, body: { ...request.body, expirationDuration } }
    : { ...request, body: { ...request.body, expirationDuration } };
}

/** Whose presence, and in which application's session: https://learn.microsoft.com/graph/api/presence-setpresence */
interface Target {
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

/** Says where they work today: https://learn.microsoft.com/graph/api/presence-setmanuallocation */
export function setLocationRequest(userId: Guid, place: WorkPlace): GraphRequest {
  return { userId, action: 'setManualLocation', body: { workLocationType: place } };
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
    case 'location':
      return { userId, action: 'clearLocation', body: {} };
  }
}

/** Graph's dateTimeTimeZone: no `Z`, no offset, the zone beside it. */
function utc(instant: Instant): { dateTime: string; timeZone: 'UTC' } {
  return { dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: 'UTC' };
}
