/** A Graph request body that somebody typed or pasted, narrowed to a request. */

import * as z from 'zod';
import { parseDuration } from './duration.ts';
import { guid, type End, type Instant, type WantedPresence } from './intent.ts';
import { pairs } from './pairs.ts';
import { failed, passed, type Judged } from './problem.ts';
import type { Policy } from './validate.ts';

const bodySchema = z.strictObject({
  availability: z.string(),
  activity: z.string(),
  expirationDuration: z.string().optional(),
  sessionId: z.string().optional(),
});

const messageSchema = z.strictObject({
  statusMessage: z.strictObject({
    message: z.strictObject({ content: z.string(), contentType: z.string().optional() }),
    expiryDateTime: z.strictObject({ dateTime: z.string(), timeZone: z.string().optional() }).optional(),
  }),
});

/** PowerShell writes them with a capital, and its users as they like. */
const fields = new Map(
  [
    ...['availability', 'activity', 'expirationDuration', 'sessionId', 'statusMessage', 'message', 'content'],
    ...['contentType', 'expiryDateTime', 'dateTime', 'timeZone'],
  ].map((field) => [field.toLowerCase(), field]),
);

/** The body with Graph's own spelling of its fields. */
function spelled(body: unknown): unknown {
  const object = z.record(z.string(), z.unknown()).safeParse(body);
  if (!object.success) return body;
  const parts = Object.entries(object.data);
  return Object.fromEntries(
    parts.map(([key, part]) => [fields.get(key.toLowerCase()) ?? key, spelled(part)]),
  );
}

/** The instant of a wall-clock time in a zone by its IANA or Windows name; undefined if there is none. */
export type InstantIn = (dateTime: string, timeZone: string) => Instant | undefined;

/**
 * The request behind a body of `setUserPreferredPresence` (no sessionId), of `setPresence` (this bot's sessionId,
 * or none where the pair exists as a session alone), or of `setStatusMessage`. Nothing in a body can name another
 * user.
 */
export function requestFromBody(
  body: unknown,
  policy: Policy,
  instantIn: InstantIn = inUtc,
): Judged<WantedPresence> {
  const written = spelled(body);
  return z.object({ statusMessage: z.unknown() }).safeParse(written).data?.statusMessage === undefined
    ? presenceRequest(written, policy)
    : messageRequest(written, instantIn);
}

function inUtc(dateTime: string, timeZone: string): Instant | undefined {
  const at = timeZone.toUpperCase() === 'UTC' ? Date.parse(`${dateTime}Z`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

function messageRequest(body: unknown, instantIn: InstantIn): Judged<WantedPresence> {
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success)
    return failed(badBody(parsed.error, 'message.content, contentType and expiryDateTime'));
  const { message, expiryDateTime } = parsed.data.statusMessage;
  const { content, contentType = 'text' } = message;
  if (contentType.toLowerCase() !== 'text')
    return failed({ code: 'badBody', field: 'contentType', expected: 'plainText' });
  if (content.trim() === '') return passed({ kind: 'clear', slots: ['message'] });
  if (expiryDateTime === undefined)
    return passed({ kind: 'message', text: content, end: { said: 'nothing' } });
  const at = instantIn(expiryDateTime.dateTime, expiryDateTime.timeZone ?? 'UTC');
  return at === undefined
    ? failed({ code: 'badBody', field: 'expiryDateTime', expected: 'dateTime' })
    : passed({ kind: 'message', text: content, end: { said: 'instant', at } });
}

function presenceRequest(body: unknown, policy: Policy): Judged<WantedPresence> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success)
    return failed(badBody(parsed.error, 'availability, activity, expirationDuration and sessionId'));
  const { availability, activity, expirationDuration, sessionId } = parsed.data;
  if (sessionId !== undefined && guid(sessionId) !== policy.sessionId)
    return failed({ code: 'foreignSession' });
  const allowed = sessionId === undefined ? pairs : pairs.filter(({ slot }) => slot === 'session');
  const pair = allowed.find((one) => one.availability === availability && one.activity === activity);
  if (pair === undefined) return failed({ code: 'badPair', availability, activity, allowed });
  const seconds = expirationDuration === undefined ? undefined : parseDuration(expirationDuration);
  if (expirationDuration !== undefined && seconds === undefined) {
    return failed({
      code: 'badBody',
      field: 'expirationDuration',
      expected: 'duration',
    });
  }
  const end: End = seconds === undefined ? { said: 'nothing' } : { said: 'duration', seconds };
  return passed(
    pair.slot === 'preferred'
      ? { kind: 'prefer', status: pair.id, end }
      : { kind: 'open', session: pair.id, end },
  );
}

function badBody(error: z.ZodError, known: string) {
  const [issue] = error.issues;
  return issue?.code === 'unrecognized_keys'
    ? ({ code: 'badBody', field: issue.keys.join(', '), known } as const)
    : ({ code: 'badBody', field: issue?.path.join('.') ?? '', expected: 'text' } as const);
}
