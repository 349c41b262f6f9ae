/** Reads a user's presence back from Graph. */

import * as z from 'zod';
import { guid, type Guid, type Instant, type Sender } from '../presence/intent.ts';
import type { LookAt, ReadPresence, ReadPresences, Snapshot } from '../presence/ports.ts';
import { locationSources, workPlaces } from '../presence/work-location.ts';
import type { GraphClient } from './client.ts';
import { parseJson } from './failure.ts';
import { send, type SendOptions } from './send.ts';

// Everything but availability and activity is absent in some clouds, or null.
const presenceSchema = z.object({
  availability: z.string().min(1),
  activity: z.string().min(1),
  statusMessage: z
    .object({
      message: z.object({ content: z.string().nullish() }).nullish(),
      expiryDateTime: z
        .object({ dateTime: z.string(), timeZone: z.string().nullish() })
        .nullish()
        .catch(undefined),
    })
    .nullish(),
  outOfOfficeSettings: z
    .object({ isOutOfOffice: z.boolean().nullish(), message: z.string().nullish() })
    .nullish(),
  workLocation: z
    .object({ workLocationType: z.string().nullish(), source: z.string().nullish() })
    .nullish()
    .catch(undefined),
});

/** A reader on that client. */
export function createRead(client: GraphClient, options: SendOptions): ReadPresence {
  const never = new AbortController().signal;
  return async (who, userId) => {
    const sent = await send(client, () => ({ who, path: `/users/${userId}/presence` }), never, options);
    if (sent.kind === 'failed') return { ok: false, failure: sent.failure };
    const parsed = presenceSchema.safeParse(sent.kind === 'ok' ? parseJson(sent.text) : undefined);
    return parsed.success
      ? { ok: true, snapshot: snapshotOf(parsed.data, options.now()) }
      : { ok: false, failure: unreadable };
  };
}

/** https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid */
const mostIds = 650;
const presencesSchema = z.object({ value: z.array(z.unknown()) });
const idSchema = z.object({ id: z.string() });

/** Milliseconds after which reading many is given up: a search must be answered in three seconds, and is asked again. */
const manyMs = 2000;

/** A reader of many on that client: as few calls as the limit of ids in one allows, at the same time. */
export function createReadMany(client: GraphClient, { totalMs, ...options }: SendOptions): ReadPresences {
  const never = new AbortController().signal;
  const brief: SendOptions = { ...options, totalMs: Math.min(totalMs, manyMs) };
  const readSome = async (who: Sender, ids: readonly Guid[]) => {
    const path = '/communications/getPresencesByUserId';
    const sent = await send(client, () => ({ who, path, body: { ids } }), never, brief);
    if (sent.kind === 'failed') return { ok: false, failure: sent.failure } as const;
    const parsed = presencesSchema.safeParse(sent.kind === 'ok' ? parseJson(sent.text) : undefined);
    const told = parsed.data?.value;
    const snapshots = told?.flatMap((one) => snapshotsIn(one, brief.now())) ?? [];
    // Graph may leave out everybody; but if it lists someone, at least one entry must be a presence.
    if (told === undefined || (told.length > 0 && snapshots.length === 0))
      return { ok: false, failure: unreadable } as const;
    return { ok: true, snapshots } as const;
  };
  return async (who, userIds) => {
    const ids = [...new Set(userIds)];
    const starts = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, part) => part * mostIds);
    const parts = await Promise.all(starts.map((start) => readSome(who, ids.slice(start, start + mostIds))));
    const snapshots = new Map<Guid, Snapshot>();
    for (const part of parts) {
      if (!part.ok) return part;
      for (const [id, snapshot] of part.snapshots) snapshots.set(id, snapshot);
    }
    return { ok: true, snapshots };
  };
}

/** Reads only the asker's own presence: a person's own permission allows no more. */
export function createReadOwn(read: ReadPresence): ReadPresences {
  return async (who, userIds) => {
    if (!userIds.includes(who.userId)) return { ok: true, snapshots: new Map() };
    const own = await read(who, who.userId);
    return own.ok ? { ok: true, snapshots: new Map([[who.userId, own.snapshot]]) } : own;
  };
}

/** Looks as the application. */
export function createLook(client: GraphClient, options: SendOptions): LookAt {
  const readMany = createReadMany(client, { ...options, totalMs: 0 });
  return async (people) => {
    const [first] = people;
    if (first === undefined) return new Map();
    const read = await readMany(
      first,
      people.map(({ userId }) => userId),
    );
    return read.ok ? read.snapshots : new Map();
  };
}

/** Looks as each person, at themselves. */
export function createLookOwn(client: GraphClient, options: SendOptions): LookAt {
  const read = createRead(client, { ...options, totalMs: 0 });
  return async (people) => {
    const own = await Promise.all(
      people.map(async (who) => [who.userId, await read(who, who.userId)] as const),
    );
    return new Map(own.flatMap(([userId, one]) => (one.ok ? [[userId, one.snapshot] as const] : [])));
  };
}

/** One entry of many: an unreadable presence leaves only its person out. */
function snapshotsIn(one: unknown, now: Instant): readonly (readonly [Guid, Snapshot])[] {
  const id = guid(idSchema.safeParse(one).data?.id ?? '');
  const parsed = presenceSchema.safeParse(one);
  return id === undefined || !parsed.success ? [] : [[id, snapshotOf(parsed.data, now)]];
}

/** Graph accepted the call, but there is no presence in its answer. */
const unreadable = { by: 'unreadable', mayHold: false } as const;

/** Pinned messages carry this suffix on the wire. */
const pinned = '<pinnednote></pinnednote>';

function snapshotOf(presence: z.infer<typeof presenceSchema>, now: Instant): Snapshot {
  const { availability, activity, statusMessage, outOfOfficeSettings } = presence;
  const text = statusMessage?.message?.content?.replace(pinned, '').trim() ?? '';
  const endsAt = expiry(statusMessage?.expiryDateTime ?? undefined, now);
  const outOfOffice = outOfOfficeSettings?.isOutOfOffice === true ? outOfOfficeSettings : undefined;
  const workLocation = locationIn(presence);
  return {
    availability,
    activity,
    ...(text === '' ? {} : { message: { text, ...(endsAt === undefined ? {} : { endsAt }) } }),
    ...(outOfOffice === undefined
      ? {}
      : { outOfOffice: { ...(outOfOffice.message ? { message: outOfOffice.message } : {}) } }),
    ...(workLocation === undefined ? {} : { workLocation }),
  };
}

/** The place, if it is one that is known: values are open sets, in any casing. */
function locationIn({ workLocation }: z.infer<typeof presenceSchema>): Snapshot['workLocation'] {
  const known = <T extends string>(all: readonly T[], said: string | null | undefined): T | undefined =>
    all.find((one) => one.toLowerCase() === said?.toLowerCase());
  const place = known(workPlaces, workLocation?.workLocationType);
  const source = known(locationSources, workLocation?.source);
  return place === undefined ? undefined : { place, ...(source === undefined ? {} : { source }) };
}

/** A date further away than this is not an end: a message without an end gets a date in the year 9999. */
const centuryMs = 100 * 365.25 * 86_400_000;

/** The instant, if it is in UTC and plausible; otherwise the end is left out rather than guessed. */
function expiry(
  end: { dateTime: string; timeZone?: string | null | undefined } | undefined,
  now: Instant,
): Instant | undefined {
  if (end === undefined || (end.timeZone ?? 'UTC').toUpperCase() !== 'UTC') return undefined;
  // Teams writes “never” so.
  if (end.dateTime.startsWith('9999-')) return undefined;
  const instant = Date.parse(/Z$/i.test(end.dateTime) ? end.dateTime : `${end.dateTime}Z`);
  return Math.abs(instant - now) <= centuryMs ? instant : undefined;
}
