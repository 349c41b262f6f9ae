/** Keeps what people were promised of their sessions: opens, renews and ends them, whatever restarts. */

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Claim, ClaimSource } from '../presence/claim.ts';
import type { Guid } from '../presence/intent.ts';
import { dueWork, type DueWork } from '../sessions/scheduler.ts';
import type { Taken } from '../store/leases.ts';
import type { StoreLog } from '../store/store.ts';
import type { Settlement } from './outcome.ts';
import { settle, settleTaken, type Cause, type SettleParts } from './settle.ts';

export interface KeeperParts extends SettleParts {
  readonly log: StoreLog;
  /**
   * Graph refused for good what nobody was waiting for: the person is to be told, once. `claims` are what is lost;
   * empty where a session could not be ended. Not called for what `hold` and `end` answer themselves.
   */
  readonly givenUp: (userId: Guid, lost: Extract<Settlement, { kind: 'givenUp' }>) => void;
}

/** A wish for the slot, as it is brought. */
type Wanted = Pick<Claim, 'userId' | 'tenantId' | 'source' | 'pair' | 'endsAt'>;

export interface Keeper {
  /**
   * Keeps a claim, in place of an earlier one of the same source, and settles the slot. When this resolves the claim
   * is durable. The settlement's holder may be another, stronger claim of the person's; undefined: somebody else was
   * settling them for long, and the claim is settled a little later.
   * Rejects with the database's error where it could not be kept: then nothing was.
   */
  hold(wanted: Wanted): Promise<{ readonly claim: Claim; readonly settlement: Settlement | undefined }>;
  /**
   * Ends a person's claims of that source, or all, and settles the slot: the next claim takes it over, or it is
   * cleared. `ended` is empty where there was nothing to end; then Graph is not asked.
   */
  end(
    userId: Guid,
    source: ClaimSource | 'all',
  ): Promise<{ readonly ended: readonly Claim[]; readonly settlement: Settlement | undefined }>;
  /** Settles people who have come due and were taken just now. Rejects with the database's error: then they come again. */
  settleDue(taken: readonly Taken[]): Promise<void>;
  /** Settles those of the people whom nobody else is settling, as if they had come due. */
  ring(userIds: readonly Guid[]): Promise<void>;
}

/** If this process dies between keeping a claim and settling it, somebody does so after that. */
const orphanedMs = 15_000;
/** Somebody who waits is asked for again and again while another process speaks to Graph about them. */
const patienceMs = 12_000;
const pollMs = 50;
/** As many as go in one batch of Graph's. */
const batch = 20;
const atOnce = 4;

export function createKeeper(parts: KeeperParts): Keeper {
  const { leases, now } = parts;

  const settleNow = async (userId: Guid, cause: Cause): Promise<Settlement | undefined> => {
    for (let waited = 0; waited <= patienceMs; waited += pollMs) {
      const settlement = (await settle(parts, [userId], 'urgent', cause)).get(userId);
      if (settlement !== undefined) return settlement;
      if ((await leases.known([userId])).length === 0) return { kind: 'empty' };
      await delay(pollMs);
    }
    return undefined;
  };

  const tell = (settlements: ReadonlyMap<Guid, Settlement>) => {
    for (const [userId, settlement] of settlements) {
      if (settlement.kind === 'givenUp') parts.givenUp(userId, settlement);
    }
  };

  return {
    hold: async (wanted) => {
      const { userId, tenantId, source, pair, endsAt } = wanted;
      const claim = { id: randomUUID(), userId, tenantId, source, pair, endsAt, openedAt: now() };
      await leases.hold(claim, now() + orphanedMs);
      return { claim, settlement: await settled(settleNow(userId, source.kind), parts.log) };
    },
    end: async (userId, source) => {
      const ended = await leases.end(userId, source, now() + orphanedMs);
      const cause = source === 'all' ? 'end' : source.kind;
      const settlement = ended.length === 0 ? undefined : await settled(settleNow(userId, cause), parts.log);
      return { ended, settlement };
    },
    settleDue: async (taken) => {
      tell(await settleTaken(parts, taken, now(), 'background'));
    },
    ring: async (userIds) => {
      tell(await settle(parts, userIds, 'background'));
    },
  };
}

/** What was kept is kept: a database that fails after that is not the caller's concern, the row is due. */
async function settled(
  settling: Promise<Settlement | undefined>,
  log: StoreLog,
): Promise<Settlement | undefined> {
  return settling.catch((error: unknown) => {
    log.warn({ error: String(error) }, 'a session was not settled at once; it is tried again');
    return undefined;
  });
}

/** The keeper's work that comes due: renewals, and what could not be settled before. */
export const renewals = ({ leases }: Pick<KeeperParts, 'leases'>, keeper: Keeper): DueWork =>
  dueWork('leases', leases, (taken) => keeper.settleDue(taken), { batch, atOnce });
