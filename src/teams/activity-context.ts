/** Who speaks, where, when and in which language: what a turn knows besides the words. */

import { z } from 'zod';
import { resolveZone } from '../parser/time/zone.ts';
import type { ReadContext } from '../parser/reading.ts';
import { guid, type Guid, type Instant, type Sender } from '../presence/intent.ts';
import type { View } from '../replies/time.ts';
import { clientInfoIn, type Envelope } from './envelope.ts';
import { plainName } from './mentions.ts';

const withTenant = z.looseObject({ tenant: z.looseObject({ id: z.unknown() }).nullish() });

/** Whether every tenant that the activity names is on the list, and it names one. */
export function isFromTenant(activity: Envelope, allowed: readonly Guid[]): boolean {
  const named = tenantsIn(activity);
  return (
    named !== undefined &&
    named.length > 0 &&
    named.every((tenant) => tenant !== undefined && allowed.includes(tenant))
  );
}

/** The tenant that the activity names, if it names one. */
export function tenantOf(activity: Envelope): Guid | undefined {
  return tenantsIn(activity)?.[0];
}

/** Each tenant that an activity names, undefined for one that is no GUID; undefined where that cannot be read. */
function tenantsIn({ channelData, conversation }: Envelope): readonly (Guid | undefined)[] | undefined {
  const data = withTenant.safeParse(channelData ?? {}).data;
  if (data === undefined) return undefined;
  return [conversation.tenantId, data.tenant?.id]
    .filter((one) => one != null)
    .map((one) => (typeof one === 'string' ? guid(one) : undefined));
}

/**
 * The authenticated sender: the signed activity's own `from.aadObjectId`, never anything in text, card data or
 * mentions. Undefined for guests and anonymous people, who have no account in this directory. An activity that names no
 * tenant, which production refuses, is of the bot's own.
 */
export function senderOf(activity: Envelope, home: Guid): Sender | undefined {
  const { from } = activity;
  const userId = guid(from.aadObjectId ?? '');
  return userId === undefined
    ? undefined
    : { userId, tenantId: tenantOf(activity) ?? home, account: from.id };
}

/** The locale that the client sent with the activity. */
export function clientLocaleOf(activity: Envelope): string {
  return activity.locale ?? clientInfoIn(activity)?.locale ?? 'en-US';
}

/** The sender's own now: the zone that the client sent with the activity, narrowed, and the locale of the replies. */
export function viewOf(activity: Envelope, now: Instant, locale: string): View {
  const client = clientInfoIn(activity);
  return {
    now,
    zone: resolveZone([
      activity.localTimezone ?? undefined,
      client?.timezone ?? undefined,
      offsetOf(activity.localTimestamp),
    ]),
    locale,
  };
}

/** The offset at the end of a local timestamp; `Z` says nothing of where the sender is. */
function offsetOf(timestamp: string | null | undefined): string | undefined {
  return /[+-]\d\d:\d\d$/.exec(timestamp ?? '')?.[0];
}

/** A conversation where others read along and the bot is spoken to by mention. */
export function isGroup({ conversation }: Envelope): boolean {
  const { conversationType, isGroup: group, id } = conversation;
  if (conversationType === 'personal') return false;
  return conversationType != null || group === true || id.startsWith('19:');
}

/** What the parser needs of the moment. The bot's bare name is a mention of it, too. */
export function readContextOf(activity: Envelope, { now, zone, locale: language }: View): ReadContext {
  const name = plainName(activity.recipient?.name ?? '');
  // Dates are typed as on the person's own machine, whatever language they are answered in.
  return { now, zone, locale: clientLocaleOf(activity), language, bot: name === '' ? [] : [name] };
}
