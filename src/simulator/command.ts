import * as z from 'zod';
import { readCalendarQuery, type CalendarQuery } from './calendar.ts';
import { readDateTimeZone } from './date-time-zone.ts';
import { readDuration } from './duration.ts';
import { isAmong, preferredPairs, sessionPairs, type SimulatedPair } from './pairs.ts';
import type { Payload } from './payload.ts';
import { badArgument, badRequest, refusal, type SimulatedRefusal } from './refusal.ts';
import { readObjectId, type Action } from './route.ts';
import { readShape, required, withoutAnnotations } from './shape.ts';
import type { StatusMessage } from './slots.ts';
import type { Undocumented } from './undocumented.ts';
import { workLocationTypes, type WorkLocation } from './work-location.ts';

/** A call whose body has been judged: what is left to do. Durations are in seconds. */
export type SimulatorCommand =
  | CalendarQuery
  | { readonly action: 'getPresence' | 'clearPresence' | 'clearUserPreferredPresence' }
  | { readonly action: 'getPresencesByUserId'; readonly ids: readonly string[] }
  | {
      readonly action: 'setPresence' | 'setUserPreferredPresence';
      readonly pair: SimulatedPair;
      readonly seconds: number;
    }
  | { readonly action: 'setStatusMessage'; readonly statusMessage: StatusMessage | undefined }
  | { readonly action: 'setManualLocation'; readonly location: WorkLocation }
  | { readonly action: 'clearLocation' };

/** What the judgement of a body depends on besides the body. */
export interface Circumstances {
  /** The application that owns the token. */
  readonly appId: string;
  /** The simulated instant, epoch milliseconds. */
  readonly now: number;
  readonly undocumented: Undocumented;
  /** Path and query of the call. */
  readonly url: string;
}

/** Judges the body of a call. */
export function readCommand(
  action: Action,
  payload: Payload,
  circumstances: Circumstances,
): SimulatorCommand | SimulatedRefusal {
  if (action === 'getPresence') return { action };
  if (action === 'getCalendarView') return readCalendarQuery(circumstances.url);
  const { undocumented } = circumstances;
  // Documented: no body.
  if (action === 'clearLocation' && payload.kind === 'none') return { action };
  if (payload.kind === 'refused') return payload.refusal;
  if (payload.kind === 'none') {
    return action === 'clearUserPreferredPresence' && undocumented.emptyBody === 'accept'
      ? { action }
      : badRequest('Empty Payload. JSON content expected.');
  }
  const body = withoutAnnotations(payload.value, undocumented.nulls);
  switch (action) {
    case 'getPresencesByUserId':
      return readIds(body, undocumented);
    case 'setPresence':
      return readSetPresence(body, circumstances);
    case 'clearPresence': {
      const read = readShape(sessionShape, body, action, undocumented);
      if (!read.ok) return read.refusal;
      return wrongSession(read.value.sessionId, circumstances) ?? { action };
    }
    case 'setUserPreferredPresence':
      return readSetPreferred(body, undocumented);
    case 'clearUserPreferredPresence': {
      const read = readShape(emptyShape, body, action, undocumented);
      return read.ok ? { action } : read.refusal;
    }
    case 'setStatusMessage':
      return readSetStatusMessage(body, circumstances);
    case 'setManualLocation':
      return readSetLocation(body, undocumented);
    case 'clearLocation': {
      const read = readShape(emptyShape, body, action, undocumented);
      return read.ok ? { action } : read.refusal;
    }
  }
}

const emptyShape = z.strictObject({});
const idsShape = z.strictObject({ ids: z.array(z.string()) });
const sessionShape = z.strictObject({ sessionId: z.string() });
const preferredShape = z.strictObject({
  availability: z.string(),
  activity: z.string(),
  expirationDuration: z.string().optional(),
});
const setPresenceShape = preferredShape.extend({ sessionId: z.string() });
const statusMessageShape = z.strictObject({
  statusMessage: z.strictObject({
    message: z.strictObject({ content: z.string(), contentType: z.string() }),
    expiryDateTime: z.strictObject({ dateTime: z.string(), timeZone: z.string() }).optional(),
  }),
});

const locationShape = z.strictObject({ workLocationType: z.string(), placeId: z.string().optional() });

function readSetLocation(body: unknown, undocumented: Undocumented): SimulatorCommand | SimulatedRefusal {
  const action = 'setManualLocation';
  const read = readShape(locationShape, body, action, undocumented);
  if (!read.ok) return read.refusal;
  const { placeId } = read.value;
  const workLocationType = workLocationTypes.find((type) => type === read.value.workLocationType);
  if (workLocationType === undefined)
    return badArgument('The provided [WorkLocationType] is not one of office, remote and timeOff.');
  return { action, location: { workLocationType, ...(placeId === undefined ? {} : { placeId }) } };
}

const mostIds = 650;

function readIds(body: unknown, undocumented: Undocumented): SimulatorCommand | SimulatedRefusal {
  const read = readShape(idsShape, body, 'getPresencesByUserId', undocumented);
  if (!read.ok) return read.refusal;
  if (read.value.ids.length === 0) return badArgument('[Ids]: At least one id is required.');
  if (read.value.ids.length > mostIds) {
    return badArgument(`[Ids]: A maximum of ${mostIds} user ids is supported for each request.`);
  }
  const ids = new Set<string>();
  for (const text of read.value.ids) {
    const id = readObjectId(text);
    if (id === undefined) return badArgument('[Ids]: Every id must be the object id of a user.');
    ids.add(id);
  }
  return { action: 'getPresencesByUserId', ids: [...ids] };
}

function readSetPresence(body: unknown, circumstances: Circumstances): SimulatorCommand | SimulatedRefusal {
  const { undocumented } = circumstances;
  const read = readShape(setPresenceShape, body, 'setPresence', undocumented);
  if (!read.ok) return read.refusal;
  const wrong = wrongSession(read.value.sessionId, circumstances) ?? wrongPair(sessionPairs, read.value);
  if (wrong) return wrong;
  // https://learn.microsoft.com/graph/api/presence-setpresence: 5 minutes when left out, 5 to 240 minutes inclusive.
  const seconds = readExpiration(read.value.expirationDuration ?? 'PT5M', undocumented);
  if (typeof seconds !== 'number') return seconds;
  if (seconds < 5 * 60 || seconds > 240 * 60) return outOfRange;
  return { action: 'setPresence', pair: read.value, seconds };
}

function readSetPreferred(body: unknown, undocumented: Undocumented): SimulatorCommand | SimulatedRefusal {
  const read = readShape(preferredShape, body, 'setUserPreferredPresence', undocumented);
  if (!read.ok) return read.refusal;
  const wrong = wrongPair(preferredPairs, read.value);
  if (wrong) return wrong;
  // https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence: the defaults, and no bounds.
  const short = ['Busy', 'DoNotDisturb'].includes(read.value.availability);
  const seconds = readExpiration(read.value.expirationDuration ?? (short ? 'P1D' : 'P7D'), undocumented);
  if (typeof seconds !== 'number') return seconds;
  const { preferredMinimumSeconds, preferredMaximumSeconds } = undocumented;
  if (seconds < preferredMinimumSeconds || seconds > preferredMaximumSeconds) return outOfRange;
  return { action: 'setUserPreferredPresence', pair: read.value, seconds };
}

const pin = '<pinnednote></pinnednote>';

function readSetStatusMessage(
  body: unknown,
  { now, undocumented }: Circumstances,
): SimulatorCommand | SimulatedRefusal {
  const action = 'setStatusMessage';
  const read = readShape(statusMessageShape, body, action, undocumented);
  if (!read.ok) return read.refusal;
  const { message, expiryDateTime } = read.value.statusMessage;
  if (message.contentType !== 'text') {
    return badArgument('[StatusMessage]: Only the content type text is supported.');
  }
  const text = message.content.endsWith(pin) ? message.content.slice(0, -pin.length) : message.content;
  if (text.length > undocumented.statusMessageLimit) {
    return badArgument(
      `[StatusMessage]: The message is longer than ${undocumented.statusMessageLimit} characters.`,
    );
  }
  const endsAt = expiryDateTime ? readDateTimeZone(expiryDateTime) : Number.POSITIVE_INFINITY;
  if (typeof endsAt === 'string') {
    return badArgument(`[StatusMessage]: The value of expiryDateTime.${endsAt} is not valid.`);
  }
  if (endsAt <= now && undocumented.pastStatusMessage === 'refuse') {
    return badArgument('[StatusMessage]: The expiryDateTime is in the past.');
  }
  if (text === '') return { action, statusMessage: undefined };
  const content = { content: message.content, publishedAt: now, endsAt };
  return { action, statusMessage: expiryDateTime ? { ...content, expiryDateTime } : content };
}

const outOfRange = badArgument('The provided [ExpirationDuration] is out of range.');

function readExpiration(text: string, { fractionalSeconds }: Undocumented): number | SimulatedRefusal {
  const seconds = readDuration(text, fractionalSeconds);
  return seconds ?? badRequest(`Cannot convert the literal '${text}' to the expected type 'Edm.Duration'.`);
}

function wrongPair(pairs: readonly SimulatedPair[], pair: SimulatedPair): SimulatedRefusal | undefined {
  if (isAmong(pairs, pair)) return undefined;
  return badArgument('The provided [Availability] and [Activity] are not a supported combination.');
}

function wrongSession(
  sessionId: string,
  { appId, undocumented }: Circumstances,
): SimulatedRefusal | undefined {
  if (sessionId.trim() === '') return required('sessionId');
  if (sessionId.toLowerCase() === appId.toLowerCase()) return undefined;
  const codes = { 400: 'InvalidArgument', 403: 'Forbidden', 404: 'NotFound' } as const;
  const status = undocumented.foreignSessionStatus;
  return refusal(status, codes[status], '[SessionId]: Provide the ID of the application as the SessionId.');
}
