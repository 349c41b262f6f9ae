/** Whose people may speak to the bot: the token names no tenant, the activity does. */

import { z } from 'zod';
import { guid, type Guid } from '../presence/intent.ts';
import type { Envelope } from './envelope.ts';

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
