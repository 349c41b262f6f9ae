/**
 * What this bot itself has set for a person, as far as it knows: Graph cannot be asked for an old preferred
 * presence or for an expiration, so undo, extend and `details` rest on this alone. Pure: a record goes in and
 * a new one comes out.
 */

import type { Assumption, Holding, Instant, Want } from './intent.ts';
import { accepted, doubtful, type Call, type Outcome } from './outcome.ts';
import { pairOf, type Slot } from './pairs.ts';

/** A holding of this bot's; in doubt where Graph never clearly said that it took it. */
export type Held<S extends Slot = Slot> = Extract<Holding, { slot: S }> & { readonly inDoubt?: true };

type Holdings = { readonly [S in Slot]?: Held<S> | undefined };

/** What a change did to one slot, and what this bot had there before. */
interface Touch {
  readonly slot: Slot;
  /** Undefined: it was cleared. */
  readonly put: Holding | undefined;
  readonly before: Held | undefined;
}

export interface Ledger {
  readonly holdings: Holdings;
  /** The last change that Graph accepted, or may have accepted, at least a part of. */
  readonly last?: { readonly touches: readonly Touch[]; readonly undone: boolean };
  /** The last request sent. */
  readonly call?: Call;
}

export const emptyLedger: Ledger = { holdings: {} };

/** The ledger after an outcome. After `undo` only what it did not reach is left to be undone. */
export function record(ledger: Ledger, outcome: Outcome, kind: 'change' | 'undo'): Ledger {
  const call = outcome.steps.flatMap(({ result }) => ('call' in result ? (result.call ?? []) : [])).at(-1);
  const called = call === undefined ? ledger : { ...ledger, call };
  const taken = outcome.steps.filter((step) => accepted(step) || doubtful(step));
  if (taken.length === 0) return called;
  const holdings = taken.reduce<Holdings>((held, one) => {
    const { slot, holding } = one.step;
    return { ...held, [slot]: holding && doubtful(one) ? { ...holding, inDoubt: true } : holding };
  }, ledger.holdings);
  const touched = taken.map(({ step: { slot, holding } }): Touch => ({
    slot,
    put: holding,
    before: ledger.holdings[slot],
  }));
  if (kind === 'change') return { ...called, holdings, last: { touches: touched, undone: false } };
  const undone = outcome.steps.filter(accepted).map(({ step }) => step.slot);
  const left = ledger.last?.touches.filter(({ slot }) => !undone.includes(slot)) ?? [];
  return { ...called, holdings, last: { touches: left, undone: left.length === 0 } };
}

/** What this bot has set in that slot and has not ended by then. */
export function inForce<S extends Slot>(
  { holdings }: Pick<Ledger, 'holdings'>,
  slot: S,
  now: Instant,
): Holdings[S] {
  const holding = holdings[slot];
  return ended(holding, now) ? undefined : holding;
}

function ended(holding: Holding | undefined, now: Instant): boolean {
  return holding?.endsAt !== undefined && holding.endsAt <= now;
}

export type Undoing =
  | { readonly kind: 'undo'; readonly want: Want; readonly assumed: readonly Assumption[] }
  | { readonly kind: 'none'; readonly why: 'noChange' | 'already' | 'ended' | 'cleared' };

/**
 * The wish that puts back what this bot had set before its last change, and clears what it set where it had set
 * nothing. What has ended by itself is left alone: whatever stands in its place now is somebody else's choice.
 */
export function undoing({ last }: Ledger, now: Instant): Undoing {
  if (last === undefined) return { kind: 'none', why: 'noChange' };
  if (last.undone) return { kind: 'none', why: 'already' };
  const holdings: Holding[] = [];
  const emptied: Slot[] = [];
  const assumed: Assumption[] = [];
  for (const { slot, put, before } of last.touches) {
    if (before !== undefined && !ended(before, now) && canStillHold(before, now))
      holdings.push(holdingOf(before));
    else if (put !== undefined && !ended(put, now)) {
      emptied.push(slot);
      assumed.push({ code: 'emptied', slot, why: whyEmptied(before, now) });
    }
  }
  if (holdings.length > 0 || emptied.length > 0) {
    return { kind: 'undo', want: { kind: 'put', holdings, emptied }, assumed };
  }
  return { kind: 'none', why: last.touches.every(({ put }) => put === undefined) ? 'cleared' : 'ended' };
}

function whyEmptied(before: Holding | undefined, now: Instant) {
  if (before === undefined) return 'nothingBefore';
  return ended(before, now) ? 'ended' : 'tooLittleLeft';
}

function canStillHold(before: Holding, now: Instant): boolean {
  return before.slot === 'message' || before.endsAt - now >= pairOf(before.pair).minSeconds * 1000;
}

/** A holding without what the ledger notes of it. */
function holdingOf({ inDoubt, ...holding }: Held): Holding {
  return holding;
}

export type Extending =
  | { readonly kind: 'extend'; readonly want: Want }
  | { readonly kind: 'none'; readonly why: 'nothing' | 'inDoubt' }
  /** The new end is no later than the present one. */
  | { readonly kind: 'none'; readonly why: 'notLater'; readonly endsAt: Instant };

/**
 * What `extend` lengthens: what the last change set and still holds; where that left nothing with an end, the
 * status or session that does. `to` gives the new end from the old one.
 */
export function extending(ledger: Ledger, now: Instant, to: (endsAt: Instant) => Instant): Extending {
  const withEnd = (slots: readonly Slot[]) =>
    slots.flatMap((slot) => {
      const held = inForce(ledger, slot, now);
      return held?.endsAt === undefined ? [] : [{ held, endsAt: held.endsAt }];
    });
  const last = withEnd(ledger.last?.touches.map(({ slot }) => slot) ?? []);
  const found = last.length > 0 ? last : withEnd(['preferred', 'session']).slice(0, 1);
  const [first] = found;
  if (first === undefined) return { kind: 'none', why: 'nothing' };
  if (found.some(({ held }) => held.inDoubt)) return { kind: 'none', why: 'inDoubt' };
  if (to(first.endsAt) <= first.endsAt) return { kind: 'none', why: 'notLater', endsAt: first.endsAt };
  const holdings = found.map(({ held, endsAt }) => ({ ...held, endsAt: to(endsAt) }));
  return { kind: 'extend', want: { kind: 'put', holdings, emptied: [] } };
}
