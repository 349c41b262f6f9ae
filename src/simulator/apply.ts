import { emptyAnswer, jsonAnswer, refusalAnswer, type SimulatorAnswer, type RequestIds } from './answer.ts';
import { calendarPage } from './calendar.ts';
import type { SimulatorCommand } from './command.ts';
import { readPresence, unknownPresence, type PresenceReading } from './reading.ts';
import { refusal, type SimulatedRefusal } from './refusal.ts';
import { sessionAt } from './seen.ts';
import type { Identity } from './tokens.ts';
import { withLocation } from './work-location.ts';
import type { World } from './world.ts';

/** No such user, or no such session: the presence service says both with the same status and code. */
export const notFound: SimulatedRefusal = refusal(404, 'NotFound', 'The resource could not be found.');

/** Carries out a judged call on a user that exists. `userId` is in lower case; only a call on many users has none. */
export function apply(
  world: World,
  command: SimulatorCommand,
  who: Identity,
  userId: string | undefined,
  ids: RequestIds,
): SimulatorAnswer {
  const now = world.clock.now();
  if (command.action === 'getPresencesByUserId') {
    const value = readMany(world, command.ids, who, now);
    return jsonAnswer({ '@odata.context': context('Collection(microsoft.graph.presence)'), value }, ids);
  }
  if (userId === undefined) return refusalAnswer(notFound, ids, now);
  const { undocumented } = world.settings;
  const appId = who.appId.toLowerCase();
  switch (command.action) {
    case 'getCalendarView':
      return jsonAnswer(
        {
          '@odata.context': context(`users('${userId}')/calendarView`),
          ...calendarPage(world.calendars.of(userId), command, undocumented),
        },
        ids,
      );
    case 'getPresence': {
      const reading = readPresence(world.users, userId, isSelf(who, userId), now, undocumented);
      return jsonAnswer(
        { '@odata.context': context(`users('${userId}')/presence/$entity`), ...reading },
        ids,
      );
    }
    case 'setPresence': {
      const { availability, activity } = command.pair;
      const endsAt = now + command.seconds * 1000;
      world.users.change(userId).sessions.set(appId, { availability, activity, setAt: now, endsAt });
      break;
    }
    case 'clearPresence': {
      // Documented: 404 when the presence session doesn't exist.
      if (!sessionAt(world.users.read(userId), appId, now)) return refusalAnswer(notFound, ids, now);
      world.users.change(userId).sessions.delete(appId);
      break;
    }
    case 'setUserPreferredPresence': {
      const { availability, activity } = command.pair;
      const endsAt = now + command.seconds * 1000;
      world.users.change(userId).preferred = { availability, activity, setAt: now, endsAt };
      break;
    }
    case 'clearUserPreferredPresence':
      world.users.change(userId).preferred = undefined;
      break;
    case 'setStatusMessage':
      world.users.change(userId).statusMessage = command.statusMessage;
      break;
    case 'setManualLocation': {
      const slots = world.users.change(userId);
      slots.workLocations = withLocation(slots.workLocations, 'manual', command.location, now);
      break;
    }
    case 'clearLocation': {
      // Documented: the manual and the automatic layer.
      const slots = world.users.change(userId);
      const { scheduled } = slots.workLocations;
      slots.workLocations = scheduled === undefined ? {} : { scheduled };
      break;
    }
  }
  return emptyAnswer(undocumented.successStatus, ids);
}

function readMany(
  world: World,
  userIds: readonly string[],
  who: Identity,
  now: number,
): readonly PresenceReading[] {
  const { undocumented } = world.settings;
  return userIds.flatMap((id) => {
    if (world.users.knows(id)) return [readPresence(world.users, id, isSelf(who, id), now, undocumented)];
    return undocumented.unknownIds === 'omit' ? [] : [unknownPresence(id, undocumented)];
  });
}

function isSelf(who: Identity, userId: string): boolean {
  return who.kind === 'delegated' && who.userId.toLowerCase() === userId;
}

function context(of: string): string {
  return `https://graph.microsoft.com/v1.0/$metadata#${of}`;
}
