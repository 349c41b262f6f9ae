/** What meetings need of whoever keeps sessions; the keeper of `leases/` is one. */

import type { Claim, ClaimSource } from '../presence/claim.ts';
import type { Guid } from '../presence/intent.ts';
import type { Failure } from '../presence/outcome.ts';
import { eachOf } from './each.ts';

/** A wish for the slot, as it is brought. */
export type Wanted = Pick<Claim, 'userId' | 'tenantId' | 'source' | 'pair' | 'endsAt'>;

/** How the person's slot stands afterwards. */
export interface Standing {
  readonly kind: 'holds' | 'empty' | 'waits' | 'givenUp';
  /** The claim that has the slot, or is to have it. */
  readonly holder?: Claim | undefined;
  /** Of what was given up. */
  readonly failure?: Failure;
}

/** The claim is durable; undefined standing: it is settled a little later. */
export interface Held {
  readonly claim: Claim;
  readonly settlement: Standing | undefined;
}

export interface MeetingSessions {
  /** Keeps a claim, in place of an earlier one of the same source, and settles the slot. Rejects where it was not kept. */
  hold(wanted: Wanted): Promise<Held>;
  /** The same about many people, each once, in the order given: together, and within the budget of background work. */
  holdMany?(wanted: readonly Wanted[]): Promise<readonly Held[]>;
  /** Ends a person's claim of that source: the next claim takes over, or the slot is cleared. */
  end(userId: Guid, source: ClaimSource): Promise<unknown>;
  /** The same about many people. */
  endMany?(userIds: readonly Guid[], source: ClaimSource): Promise<unknown>;
}

const atOnce = 8;

/** Holds them all, together where that can be. */
export async function holdAll(
  sessions: MeetingSessions,
  wanted: readonly Wanted[],
): Promise<readonly Held[]> {
  return wanted.length > 1 && sessions.holdMany !== undefined
    ? sessions.holdMany(wanted)
    : eachOf(wanted, atOnce, (one) => sessions.hold(one));
}

/** Ends them all, together where that can be. */
export async function endAll(
  sessions: MeetingSessions,
  userIds: readonly Guid[],
  source: ClaimSource,
): Promise<void> {
  if (userIds.length > 1 && sessions.endMany !== undefined) await sessions.endMany(userIds, source);
  else await eachOf(userIds, atOnce, (userId) => sessions.end(userId, source));
}
