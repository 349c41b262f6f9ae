/** Reads a user's presence back from Graph. */

import { z } from 'zod';
import type { ReadPresence } from '../presence/ports.ts';
import type { Snapshot } from '../presence/snapshot.ts';
import type { GraphClient } from './client.ts';
import { parseJson } from './failure.ts';
import { send, type SendOptions } from './send.ts';

// Everything but availability and activity is absent in some clouds, or null.
const presenceSchema = z.object({
  availability: z.string(),
  activity: z.string(),
  statusMessage: z
    .object({
      message: z.object({ content: z.string().nullish() }).nullish(),
      expiryDateTime: z.object({ dateTime: z.string(), timeZone: z.string().nullish() }).nullish(),
    })
    .nullish(),
  outOfOfficeSettings: z
    .object({ isOutOfOffice: z.boolean().nullish(), message: z.string().nullish() })
    .nullish(),
});

/** A reader on that client. */
export function createRead(client: GraphClient, options: SendOptions): ReadPresence {
  const never = new AbortController().signal;
  return async (userId) => {
    const sent = await send(client, () => ({ path: `/users/${userId}/presence` }), never, options);
    if (sent.kind === 'failed') return { ok: false, failure: sent.failure };
    const parsed = presenceSchema.safeParse(sent.kind === 'ok' ? parseJson(sent.text) : undefined);
    return parsed.success
      ? { ok: true, snapshot: snapshotOf(parsed.data) }
      : { ok: false, failure: { by: 'unreachable', code: 'unreadable answer', mayHold: false } };
  };
}

/** Pinned messages carry this suffix on the wire. */
const pinned = '<pinnednote></pinnednote>';

function snapshotOf({
  availability,
  activity,
  statusMessage,
  outOfOfficeSettings,
}: z.infer<typeof presenceSchema>): Snapshot {
  const text = statusMessage?.message?.content?.replace(pinned, '').trim() ?? '';
  const endsAt = expiry(statusMessage?.expiryDateTime ?? undefined);
  const outOfOffice = outOfOfficeSettings?.isOutOfOffice === true ? outOfOfficeSettings : undefined;
  return {
    availability,
    activity,
    ...(text === '' ? {} : { message: { text, ...(endsAt === undefined ? {} : { endsAt }) } }),
    ...(outOfOffice === undefined
      ? {}
      : { outOfOffice: { ...(outOfOffice.message ? { message: outOfOffice.message } : {}) } }),
  };
}

/** An instant, if Graph names it in UTC; in any other zone the end is left unsaid rather than guessed. */
function expiry(
  end: { dateTime: string; timeZone?: string | null | undefined } | undefined,
): number | undefined {
  if (end === undefined || (end.timeZone ?? 'UTC').toUpperCase() !== 'UTC') return undefined;
  const instant = Date.parse(/Z$/i.test(end.dateTime) ? end.dateTime : `${end.dateTime}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}
