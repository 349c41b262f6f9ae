/** What wants a person's session slot, in the order in which it would have it: what `why` answers from. */

import { compareClaims, holderOf } from '../leases/holder.ts';
import { planOf } from '../leases/plan.ts';
import type { Claim } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Layer, Stack } from '../presence/meeting.ts';
import type { Store } from '../store/store.ts';
import { meetingOf } from './event.ts';

/** The stack of a person as the store has it. */
export async function stackOf(
  { leases, meetings }: Pick<Store, 'leases' | 'meetings'>,
  userId: Guid,
  now: Instant,
): Promise<Stack> {
  const claims = await leases.claims(userId);
  const { layers, ...rest } = orderOf(claims, now);
  const named = await Promise.all(
    layers.map(async (claim): Promise<Layer> => {
      const key = meetingOf(claim.source, claim.tenantId);
      if (key === undefined) return { claim };
      const title = (await meetings.find(key))?.title;
      return { claim, meeting: { key, ...(title === undefined ? {} : { title }) } };
    }),
  );
  return { layers: named, ...rest };
}

/** Claims that have not ended, the strongest first, and what follows when that ends. Pure. */
function orderOf(
  claims: readonly Claim[],
  now: Instant,
): Pick<Stack, 'next'> & { readonly layers: readonly Claim[] } {
  const layers = claims.filter(({ endsAt }) => endsAt > now).sort((one, other) => compareClaims(other, one));
  const first = layers[0];
  if (first === undefined) return { layers };
  const at = first.endsAt;
  // Of what has less left by then than Graph takes, nothing is set any more.
  return { layers, next: { at, claim: holderOf(layers.filter((one) => planOf(one, at) !== undefined)) } };
}
