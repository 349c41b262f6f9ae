/** Who speaks, where, when and in which language: what a turn knows besides the words. */

import * as z from 'zod';
import { resolveZone } from '../parser/time/zone.ts';
import type { ReadContext } from '../parser/reading.ts';
import { guid, type Guid, type Instant, type Sender } from '../presence/intent.ts';
import type { View } from '../replies/time.ts';
import { clientInfoIn, type Envelope } from './envelope.ts';
import { plainName } from './mentions.ts';

const withTenant = z.looseObject({ tenant: z.looseObject({ id: z.unknown() }).nullish() });

/** Whether the activity names a tenant, and every tenant that it names is allowed. */
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

/** The tenants that an activity names (undefined for one that is no GUID), or undefined if its channel data is malformed. */
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
 * tenant counts as the bot's own; production refuses it before.
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

/** Time, zone and locale for the replies: the first zone that the client sent and that we know. */
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

/** The offset at the end of a local timestamp; `Z` does not tell where the sender is. */
function offsetOf(timestamp: string | null | undefined): string | undefined {
  return /[+-]\d\d:\d\d$/.exec(timestamp ?? '')?.[0];
}

/** Whether others read the conversation, so that the bot has to be mentioned. */
export function isGroup({ conversation }: Envelope): boolean {
  const { conversationType, isGroup: group, id } = conversation;
  if (conversationType === 'personal') return false;
  return conversationType != null || group === true || id.startsWith('19:');
}

/** What the bot is called there. Its name without an @ counts as a mention of it, too. */
export function botNamesIn({ recipient }: Envelope): readonly string[] {
  const name = plainName(recipient?.name ?? '');
  return name === '' ? [] : [name];
}

/** The parser's context. */
export function readContextOf(activity: Envelope, { now, zone, locale: language }: View): ReadContext {
  // People write dates as their own machine does, whatever language the replies are in.
  return { now, zone, locale: clientLocaleOf(activity), language, bot: botNamesIn(activity) };
}
