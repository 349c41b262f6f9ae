import type { SimulatedPair } from './pairs.ts';
import { seenAt, statusMessageAt } from './seen.ts';
import type { Slots, StatusMessage } from './slots.ts';
import type { Undocumented } from './undocumented.ts';
import type { Users } from './users.ts';
import { locationAt } from './work-location.ts';

/** A presence resource as Graph writes it. https://learn.microsoft.com/graph/api/resources/presence */
export type PresenceReading = Readonly<Record<string, unknown>>;

/** What a reader gets of a user. `self`: the reader is that user; times of a status message are for them alone. */
export function readPresence(
  users: Users,
  id: string,
  self: boolean,
  now: number,
  undocumented: Undocumented,
): PresenceReading {
  const slots = users.read(id);
  const message = statusMessageAt(slots, now);
  const seen = cased(seenAt(slots, now), undocumented);
  const location = workLocation(slots, now);
  const visible = `${seen.availability}/${seen.activity}/${JSON.stringify([slots.outOfOffice, message, location])}`;
  return {
    id,
    ...seen,
    ...(undocumented.sequenceNumbers ? { sequenceNumber: users.sequenceNumber(id, visible) } : {}),
    outOfOfficeSettings: outOfOffice(slots),
    ...statusMessage(message, self, undocumented),
    workLocation: location,
  };
}

/** The entry of getPresencesByUserId for an unknown id. */
export function unknownPresence(id: string, undocumented: Undocumented): PresenceReading {
  return { id, ...cased({ availability: 'PresenceUnknown', activity: 'PresenceUnknown' }, undocumented) };
}

function outOfOffice({ outOfOffice: { isOutOfOffice, message } }: Readonly<Slots>): PresenceReading {
  return { message, isOutOfOffice };
}

/** Without any: documented as unspecified, by none. */
function workLocation({ workLocations }: Readonly<Slots>, now: number): PresenceReading {
  const {
    workLocationType = 'unspecified',
    source = 'none',
    placeId = null,
  } = locationAt(workLocations, now) ?? {};
  return { workLocationType, source, placeId };
}

function statusMessage(
  message: StatusMessage | undefined,
  self: boolean,
  undocumented: Undocumented,
): PresenceReading {
  if (!message) return undocumented.missingStatusMessage === 'null' ? { statusMessage: null } : {};
  const times = self || undocumented.statusMessageTimesShownTo === 'everyone';
  const expiryDateTime =
    message.expiryDateTime ?? (undocumented.endlessStatusMessage === 'year9999' ? lastInstant : undefined);
  const content = undocumented.statusMessageTags === 'strip' ? withoutTags(message.content) : message.content;
  return {
    statusMessage: {
      message: { content, contentType: 'text' },
      ...(times ? { publishedDateTime: new Date(message.publishedAt).toISOString() } : {}),
      ...(times && expiryDateTime ? { expiryDateTime } : {}),
    },
  };
}

/** The last instant that the service's own dates can name. */
const lastInstant = { dateTime: '9999-12-31T23:59:59.9999999', timeZone: 'UTC' };

function withoutTags(content: string): string {
  return content.replace(/<(?!\/?pinnednote>)[^<>]*>/g, '');
}

function cased({ availability, activity }: SimulatedPair, { readingCase }: Undocumented): SimulatedPair {
  if (readingCase === 'pascal') return { availability, activity };
  return { availability: camel(availability), activity: camel(activity) };
}

function camel(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
