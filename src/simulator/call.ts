import type { RequestIds, SimulatorAnswer } from './answer.ts';
import { refusalAnswer } from './answer.ts';
import { apply, notFound } from './apply.ts';
import { mailboxBusy } from './calendar.ts';
import { readCommand } from './command.ts';
import type { Payload } from './payload.ts';
import { refusedPermission } from './permissions.ts';
import { badRequest, refusal, type SimulatedRefusal } from './refusal.ts';
import { readObjectId, readRoute, type Route } from './route.ts';
import { identify, type Identity } from './tokens.ts';
import type { World } from './world.ts';

/** A request, or a part of a batch, as far as its first line and its token tell. */
export interface IncomingCall {
  readonly method: string;
  /** With its query, without the host. */
  readonly url: string;
  readonly who: Identity | SimulatedRefusal;
  readonly route: Route | SimulatedRefusal;
  /** Lower-case object id; undefined when the call has no user or names none that can be read. */
  readonly userId: string | undefined;
  readonly inBatch: boolean;
}

/** Reads everything about a call that needs no body. */
export function readCall(
  world: World,
  method: string,
  url: string,
  authorization: string | undefined,
): IncomingCall {
  return callOf(method, url, identify(world.settings.tokens, authorization), false);
}

/** Reads a part of a batch: it has the batch's token, whatever its own headers say. */
export function readPart(method: string, url: string, who: Identity): IncomingCall {
  return callOf(method, `/v1.0/${url.replace(/^\//, '')}`, who, true);
}

function callOf(
  method: string,
  url: string,
  who: Identity | SimulatedRefusal,
  inBatch: boolean,
): IncomingCall {
  const route = readRoute(method, url);
  const user = 'user' in route ? route.user : undefined;
  return { method, url, who, route, userId: user === undefined ? undefined : userIdOf(user, who), inBatch };
}

function userIdOf(user: string, who: Identity | SimulatedRefusal): string | undefined {
  if (user !== 'me') return readObjectId(user);
  return 'kind' in who && who.kind === 'delegated' ? who.userId.toLowerCase() : undefined;
}

/**
 * Judges a call on presence and carries it out, in the order that Graph refuses in: the token, the throttle, the path,
 * the body, the permission, the user. That bodies come before permissions is what users report.
 */
export function answerCall(
  world: World,
  call: IncomingCall,
  payload: Payload,
  ids: RequestIds,
): SimulatorAnswer {
  const now = world.clock.now();
  const refuse = (why: SimulatedRefusal, headers?: Readonly<Record<string, string>>): SimulatorAnswer =>
    refusalAnswer(why, ids, now, headers);

  const { who, route, userId } = call;
  if (!('kind' in who)) return refuse(who);
  const wait = world.budget.spend(who.appId, now);
  if (wait !== undefined) return refuse(tooManyRequests, { 'Retry-After': String(wait) });
  if ('status' in route) return refuse(route);
  if (route.action === 'batch') return refuse(badRequest('A batch cannot hold a batch.'));
  if (route.user === 'me' && userId === undefined) {
    return refuse(badRequest('/me request is only valid with delegated authentication flow.'));
  }
  if (route.user !== undefined && userId === undefined) return refuse(notAnObjectId(world));
  const command = readCommand(route.action, payload, {
    appId: who.appId,
    now,
    undocumented: world.settings.undocumented,
    url: call.url,
  });
  if ('status' in command) return refuse(command);
  const refused = refusedPermission(who, route.action, userId);
  if (refused) return refuse(refused);
  const busy = route.action === 'getCalendarView' && world.calendars.spend(userId ?? '', now);
  if (busy) return refuse(mailboxBusy, { 'Retry-After': String(busy) });
  if (userId !== undefined && !world.users.knows(userId)) return refuse(notFound);
  return apply(world, command, who, userId, ids);
}

/** What the throttle answers. https://learn.microsoft.com/graph/throttling */
export const tooManyRequests: SimulatedRefusal = refusal(429, 'TooManyRequests', 'Too many requests.');

/** A user principal name fails in presence paths; with which status, nobody has written down. */
function notAnObjectId(world: World): SimulatedRefusal {
  const message = "The user segment must be the user's object id.";
  return world.settings.undocumented.notAnObjectIdStatus === 404
    ? refusal(404, 'NotFound', message)
    : refusal(400, 'InvalidArgument', message);
}
