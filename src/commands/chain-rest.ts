/** What a change made of its person's chain. */

import type { Receipt } from '../presence/receipt.ts';
import type { ChainRest } from '../presence/schedule.ts';
import { logUnreached, type RecordsOf } from './recorded.ts';

/**
 * What is to come after the change, and what no more; undefined: neither, or it cannot be told. Nothing is looked up for
 * people without a chain.
 */
export async function restAfter(
  { chain, holds, cleared, open }: Receipt,
  { records, who, log }: RecordsOf,
): Promise<ChainRest | undefined> {
  const status = holds.find(({ slot }) => slot !== 'message');
  const slots = [...holds, ...cleared, ...open.map(({ step }) => step)].map(({ slot }) => slot);
  const isOfStatus = slots.some((slot) => slot !== 'message');
  if (chain === undefined || records === undefined || !isOfStatus) return undefined;
  try {
    const rest = await records.followChain(who, {
      ...chain,
      ...(status?.endsAt === undefined ? {} : { from: status.endsAt }),
    });
    return rest.next.length + rest.cancelled.length === 0 ? undefined : rest;
  } catch (error) {
    logUnreached(error, { log });
    return undefined;
  }
}
