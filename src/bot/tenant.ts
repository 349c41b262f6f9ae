/** Whose people may speak to the bot: the SDK checks the token, and the token names no tenant. */

import { z } from 'zod';
import { guid, type Guid } from '../presence/intent.ts';
import type { Envelope } from './envelope.ts';

const withTenant = z.looseObject({ tenant: z.looseObject({ id: z.unknown() }).nullish() });

/** Whether every tenant that the activity names is on the list, and it names one. */
export function isFromTenant(activity: Envelope, allowed: readonly Guid[]): boolean {
  const data = withTenant.safeParse(activity.channelData ?? {}).data;
  if (data === undefined) return false;
  const named = [activity.conversation.tenantId, data.tenant?.id].filter((one) => one != null);
  return (
    named.length > 0 &&
    named.every((one) => {
      const tenant = typeof one === 'string' ? guid(one) : undefined;
      return tenant !== undefined && allowed.includes(tenant);
    })
  );
}
