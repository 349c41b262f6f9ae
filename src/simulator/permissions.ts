import { calendarDenied } from './calendar.ts';
import type { Action } from './route.ts';
import { refusal, type SimulatedRefusal } from './refusal.ts';
import type { Identity } from './tokens.ts';

/**
 * Whether the token may make this call for this user (undefined: no single user), or what Graph refuses it with.
 * Permissions: https://learn.microsoft.com/graph/permissions-reference. A missing one is 403 with an empty message,
 * and another user's id with a delegated token is 401, as users report.
 */
export function refusedPermission(
  who: Identity,
  action: Action,
  userId: string | undefined,
): SimulatedRefusal | undefined {
  const own = who.kind === 'delegated' && who.userId.toLowerCase() === userId;
  const held = who.kind === 'delegated' ? who.scopes : (who.roles ?? ['Presence.ReadWrite.All']);
  if (action === 'getCalendarView') {
    const ofAnother = who.kind === 'delegated' && !own;
    const isHeld = held.some((one) => one === 'Calendars.ReadBasic' || one === 'Calendars.ReadBasic.All');
    return isHeld && !ofAnother ? undefined : calendarDenied;
  }
  if (!enough(who.kind, action, own).some((permission) => held.includes(permission))) {
    return refusal(403, 'Forbidden', '');
  }
  if (who.kind === 'delegated' && !isReading(action) && !own) {
    return refusal(401, 'Unauthorized', 'Cannot set the presence of another user');
  }
  return undefined;
}

function enough(
  kind: Identity['kind'],
  action: Exclude<Action, 'getCalendarView'>,
  own: boolean,
): readonly string[] {
  if (kind === 'application') {
    // Work locations are set by the signed-in user alone: https://learn.microsoft.com/graph/api/presence-setmanuallocation
    if (action === 'setManualLocation' || action === 'clearLocation') return [];
    return isReading(action) ? ['Presence.Read.All', 'Presence.ReadWrite.All'] : ['Presence.ReadWrite.All'];
  }
  if (!isReading(action)) return ['Presence.ReadWrite'];
  return action === 'getPresence' && own ? ['Presence.Read', 'Presence.Read.All'] : ['Presence.Read.All'];
}

function isReading(action: Action): boolean {
  return action === 'getPresence' || action === 'getPresencesByUserId';
}
