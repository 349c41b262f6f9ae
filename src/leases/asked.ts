/**
 * What people ask of their sessions themselves. Their change is sent by the one executor, like every other; here the
 * person is taken before, so that no renewal gets between, and put on record after it: what Graph took is then renewed
 * by the keeper, and what was there before is over. A newer choice ends every earlier claim, a meeting's too.
 */

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Change } from '../presence/change.ts';
import type { Claim } from '../presence/claim.ts';
import { parseDuration } from '../presence/duration.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import { accepted, type StepOutcome } from '../presence/outcome.ts';
import type { Sessions, SessionTurn } from '../presence/ports.ts';
import type { Leases, SlotState, Taken } from '../store/leases.ts';
import type { StoreLog } from '../store/store.ts';
import { bounded } from '../waits/within.ts';
import { planOf } from './plan.ts';

interface AskedParts {
  /** The store's leases, opened if need be; rejects while they are out of reach. */
  readonly leases: () => Promise<Leases>;
  /** Whether nothing was ever put on record, so that there is nothing to end. */
  readonly untouched: () => boolean;
  /** Claims that a newer choice has ended. */
  readonly ended: (userId: Guid, claims: readonly Claim[]) => void;
  readonly now: () => Instant;
  readonly log: StoreLog;
}

/** As long as a change may take, its repetitions included. */
const takenMs = 80_000;
/** A renewal under way is over by then, or nearly. */
const busyMs = 5000;
const pollMs = 50;
/** What needs no renewal does not wait for the store, or hardly; what does may wait for it to open the first time. */
const briefMs = 2000;
const longMs = 10_000;
/** If this process dies between keeping a claim and recording what holds, it is settled after that. */
const orphanedMs = 15_000;
/** What could not be ended because the store was out of reach is ended once it is back. */
const againMs = 15_000;

export function createAsked({
  leases: open,
  untouched,
  ended,
  now,
  log,
}: AskedParts): Sessions & { close(): void } {
  /** People whose earlier claims are over, though the store does not know it yet. */
  const toEnd = new Set<Guid>();
  const timer = setInterval(() => void endAll(), againMs).unref();

  const endAll = async (): Promise<void> => {
    for (const userId of toEnd) {
      let stillOurs = true;
      try {
        const leases = await open();
        const taken = await take(leases, userId);
        // Whoever has asked for something since has ended it, and what is on record now is theirs.
        stillOurs = toEnd.delete(userId);
        if (!stillOurs) await giveBack(leases, taken, taken?.state, []);
        else {
          // The slot is not to be cleared: what Graph holds is the newer choice that could not be put on record.
          await giveUp(leases, taken);
          if (taken !== undefined) ended(userId, taken.claims);
        }
      } catch {
        // Once more, when the time has come again.
        if (stillOurs) toEnd.add(userId);
        return;
      }
    }
  };

  /** The turn while the store is out of reach. */
  const unkept = (userId: Guid, error: unknown): SessionTurn => {
    log.warn({ error: nameOf(error) }, 'the store is out of reach for a session');
    return {
      keeps: false,
      end: (outcome) => {
        if (outcome.steps.some((one) => one.step.slot === 'session' && accepted(one))) toEnd.add(userId);
        return Promise.resolve(false);
      },
    };
  };

  return {
    begin: async (change) => {
      const { userId } = change.who;
      const renewed = change.steps.some((step) => step.renewed);
      // What needs no renewal is no reason to make a store.
      if (!renewed && untouched()) return nothingToKeep;
      const ms = renewed ? longMs : briefMs;
      try {
        const leases = await bounded(ms, open(), 'store');
        return await bounded(ms, takeTurn(change, leases, { ended, now, log, toEnd }), 'turn of the store');
      } catch (error) {
        return unkept(userId, error);
      }
    },
    close: () => {
      clearInterval(timer);
    },
  };
}

const nothingToKeep: SessionTurn = { keeps: false, end: () => Promise.resolve(true) };

interface TurnParts extends Pick<AskedParts, 'ended' | 'now' | 'log'> {
  readonly toEnd: Set<Guid>;
}

async function takeTurn(change: Change, leases: Leases, parts: TurnParts): Promise<SessionTurn> {
  const { userId } = change.who;
  const { ended, now, log, toEnd } = parts;
  const taken = await take(leases, userId);
  const leaves = ({ source }: Claim) => change.leavesMeetings === true && source.kind !== 'asked';
  const over = taken?.claims.filter((claim) => !leaves(claim)) ?? [];
  const hasMore = over.length < (taken?.claims.length ?? 0);
  const keep = async ({ step, result }: StepOutcome): Promise<void> => {
    const { holding } = step;
    if (holding?.slot !== 'session' || result.kind !== 'applied') {
      // The next claim has the slot at once: whoever settles it finds it empty.
      const empty = { held: undefined, wish: undefined, nextAt: now(), failures: 0 };
      return giveBack(leases, taken, hasMore ? empty : undefined, over);
    }
    const claim: Claim = {
      id: randomUUID(),
      userId,
      tenantId: change.who.tenantId,
      source: { kind: 'asked' },
      pair: holding.pair,
      endsAt: holding.endsAt,
      openedAt: now(),
    };
    await leases.hold(claim, now() + orphanedMs);
    const { request, at } = result.call;
    const until = at + seconds(request.body) * 1000;
    const holder = taken ?? (await take(leases, userId));
    const nextAt = planOf(claim, at)?.nextAt ?? claim.endsAt;
    const held = { claimId: claim.id, pair: claim.pair, until };
    await giveBack(leases, holder, { held, wish: claim.id, nextAt, failures: 0 }, over);
  };
  return {
    keeps: true,
    end: async ({ steps }) => {
      const session = steps.find(({ step }) => step.slot === 'session');
      try {
        if (session === undefined || !accepted(session)) {
          // Nothing was taken, or nobody can say: what was promised before is still promised.
          await bounded(longMs, giveBack(leases, taken, taken?.state, []), 'answer of the store');
          return false;
        }
        await bounded(longMs, keep(session), 'answer of the store');
        toEnd.delete(userId);
        if (over.length > 0) ended(userId, over);
        return true;
      } catch (error) {
        log.warn({ error: nameOf(error) }, 'a session could not be put on record');
        if (session !== undefined && accepted(session)) toEnd.add(userId);
        return false;
      }
    },
  };
}

/** The person, for this process alone; undefined where nothing is on record of their session. */
async function take(leases: Leases, userId: Guid): Promise<Taken | undefined> {
  for (let waited = 0; waited <= busyMs; waited += pollMs) {
    const [taken] = await leases.take([userId], takenMs);
    if (taken !== undefined) return taken;
    if ((await leases.known([userId])).length === 0) return undefined;
    await delay(pollMs);
  }
  throw new Error('somebody else is settling the session');
}

/** Takes off the record what is there, and leaves Graph as it is. */
async function giveUp(leases: Leases, taken: Taken | undefined): Promise<void> {
  if (taken === undefined) return;
  await giveBack(leases, taken, undefined, taken.claims);
}

/** Records the state; undefined: nothing of ours holds. */
async function giveBack(
  leases: Leases,
  taken: Taken | undefined,
  state: SlotState | undefined,
  dropped: readonly Claim[],
): Promise<void> {
  if (taken === undefined) return;
  const { userId, token, revision } = taken;
  const alarm = state !== undefined && state.nextAt !== taken.state.nextAt;
  const ids = dropped.map(({ id }) => id);
  const overtaken = await leases.record([{ userId, token, revision, state, alarm, dropped: ids }]);
  if (overtaken.length > 0) throw new Error('somebody else has settled the session meanwhile');
}

function seconds(body: object): number {
  const text = 'expirationDuration' in body ? String(body.expirationDuration) : '';
  return parseDuration(text) ?? 0;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
