import { badRequest, refusal, type SimulatedRefusal } from './refusal.ts';

/** The calls, by the last segment of their path; getPresence is the plain GET, getCalendarView that of the calendar. */
export const actions = [
  'getPresence',
  'getPresencesByUserId',
  'getCalendarView',
  'setPresence',
  'clearPresence',
  'setUserPreferredPresence',
  'clearUserPreferredPresence',
  'setStatusMessage',
  'setManualLocation',
  'clearLocation',
] as const;

export type Action = (typeof actions)[number];

/** A call that exists. `user` is the path's user segment as sent, or 'me', or undefined for a call on many users. */
export interface Route {
  readonly action: Action | 'batch';
  readonly user: string | undefined;
}

const posts: ReadonlySet<string> = new Set(actions.filter((action) => !action.startsWith('get')));

/**
 * Which call a method and a path (with its query) mean, or why Graph knows no such call.
 * Only v1.0 and only canonical spelling: Graph forgives more, but a bot has no reason to need it.
 */
export function readRoute(method: string, url: string): Route | SimulatedRefusal {
  const [path = '', query = ''] = url.split('?', 2);
  const [empty, version, ...segments] = path.split('/');
  if (empty !== '' || version === undefined || version === '') return badRequest('Empty path.');
  if (version !== 'v1.0') return badRequest(`Invalid version: ${version}. Presence needs v1.0 only.`);
  const found = readSegments(segments);
  // Users report that presence refuses query options such as $select.
  const isCalendar = 'action' in found && found.action === 'getCalendarView';
  if (!isCalendar && /(^|&)(\$|%24)/.test(query))
    return badRequest('Query options are not supported for presence.');
  if ('status' in found) return found;
  const expected = found.action === 'getPresence' || isCalendar ? 'GET' : 'POST';
  if (method !== expected) {
    return refusal(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  }
  return found;
}

function readSegments(segments: readonly string[]): Route | SimulatedRefusal {
  const [first, ...rest] = segments;
  switch (first) {
    case '$batch':
      return rest.length === 0 ? { action: 'batch', user: undefined } : unknownSegment(rest[0]);
    case 'communications':
      return rest.length === 1 && rest[0] === 'getPresencesByUserId'
        ? { action: 'getPresencesByUserId', user: undefined }
        : unknownSegment(rest[0]);
    case 'me':
      return readUserSegments('me', rest);
    case 'users':
      return rest[0] === undefined || rest[0] === ''
        ? unknownSegment(first)
        : readUserSegments(rest[0], rest.slice(1));
    case undefined:
    default:
      return unknownSegment(first);
  }
}

function readUserSegments(
  user: string,
  [presence, action, ...more]: readonly string[],
): Route | SimulatedRefusal {
  if (presence === 'calendarView' && action === undefined) return { action: 'getCalendarView', user };
  if (presence !== 'presence') return unknownSegment(presence);
  if (action === undefined) return { action: 'getPresence', user };
  const known = actions.find((one) => one === action && posts.has(one));
  if (known === undefined) return unknownSegment(action);
  return more.length === 0 ? { action: known, user } : unknownSegment(more[0]);
}

function unknownSegment(segment: string | undefined): SimulatedRefusal {
  return badRequest(`Resource not found for the segment '${segment ?? ''}'.`);
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The object id in lower case, or undefined when the text is none (a user principal name, say). */
export function readObjectId(text: string): string | undefined {
  return guid.test(text) ? text.toLowerCase() : undefined;
}
