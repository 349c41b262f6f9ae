/**
 * What this bot itself has set for a person, as far as it knows: Graph cannot be asked for an old preferred
 * presence or for an expiration, so undo, extend and `details` rest on this alone. Pure: a record goes in and
 * a new one comes out.
 */

import type { Assumption, Holding, Instant, Want } from './intent.ts';
import { accepted, doubtful, type Call, type Outcome } from './outcome.ts';
import { pairOf, type Slot } from './pairs.ts';

type Holdings = { readonly [S in Slot]?: Extract<Holding, { slot: S }> | undefined };

/** What a change did to one slot, and what this bot surely had there before. */
interface Touch {
  readonly slot: Slot;
  /** Undefined: it was cleared. */
  readonly put: Holding | undefined;
  readonly before: Holding | undefined;
}

export interface Ledger {
  /** What Graph has surely accepted. */
  readonly holdings: Holdings;
  /** Slots where a later request went out without a clear answer: it may hold instead. */
  readonly doubts: readonly Slot[];
  /** The last change that Graph accepted, or may have accepted, at least a part of. */
  readonly last?: { readonly touches: readonly Touch[]; readonly undone: boolean };
  /** The last request sent. */
  readonly call?: Call;
}

export const emptyLedger: Ledger = { holdings: {}, doubts: [] };

/** The ledger after an outcome. After `undo` only what it tried and did not reach is left to be undone. */
export function record(ledger: Ledger, outcome: Outcome, kind: 'change' | 'undo'): Ledger {
  const call = outcome.steps.flatMap(({ result }) => ('call' in result ? (result.call ?? []) : [])).at(-1);
  const sure = outcome.steps.filter(accepted).map(({ step }) => step);
  const doubted = outcome.steps.filter(doubtful).map(({ step }) => step.slot);
  const settled = sure.map(({ slot }) => slot);
  const next: Ledger = {
    ...ledger,
    ...(call === undefined ? {} : { call }),
    holdings: sure.reduce<Holdings>(
      (held, { slot, holding }) => ({ ...held, [slot]: holding }),
      ledger.holdings,
    ),
    doubts: [...ledger.doubts.filter((slot) => !settled.includes(slot)), ...doubted],
  };
  if (kind === 'undo') {
    const tried = outcome.steps.map(({ step }) => step.slot);
    const left =
      ledger.last?.touches.filter(({ slot }) => tried.includes(slot) && !settled.includes(slot)) ?? [];
    return { ...next, last: { touches: left, undone: left.length === 0 } };
  }
  // Clearing what was not there has touched nothing.
  const touches = outcome.steps
    .filter((one) => one.result.kind === 'applied' || doubtful(one))
    .map(({ step: { slot, holding } }): Touch => ({
      slot,
      put: holding,
      before: beforeOf(ledger, slot, holding),
    }));
  return touches.length === 0 ? next : { ...next, last: { touches, undone: false } };
}

/** Ends nearer than this are the same end, said again. */
const sameEndMs = 60_000;

/**
 * What undo goes back to in a slot. Saying the same again, as a double click does, is no new choice: what was there
 * before the first time stays what was there before.
 */
function beforeOf({ holdings, last }: Ledger, slot: Slot, put: Holding | undefined): Holding | undefined {
  const held = holdings[slot];
  const first = last?.touches.find((touch) => touch.slot === slot);
  return first !== undefined && held !== undefined && put !== undefined && saysTheSame(held, put)
    ? first.before
    : held;
}

function saysTheSame(one: Holding, other: Holding): boolean {
  const what = (holding: Holding) => (holding.slot === 'message' ? holding.text : holding.pair);
  const apart = Math.abs((one.endsAt ?? Infinity) - (other.endsAt ?? Infinity));
  return what(one) === what(other) && (one.endsAt === other.endsAt || apart < sameEndMs);
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
  | { readonly kind: 'none'; readonly why: 'noChange' | 'already' | Leaving };

/**
 * The wish that puts back what this bot had set before its last change, and clears what it set where it had set
 * nothing. What has ended by itself is left alone: whatever stands in its place now is somebody else's choice.
 */
export function undoing({ last }: Ledger, now: Instant): Undoing {
  if (last === undefined) return { kind: 'none', why: 'noChange' };
  if (last.undone) return { kind: 'none', why: 'already' };
  const fates = last.touches.map((touch) => ({ slot: touch.slot, fate: fateOf(touch, now) }));
  const holdings = fates.flatMap(({ fate }) => (fate.kind === 'putBack' ? [fate.holding] : []));
  const emptied = fates.flatMap(({ slot, fate }) => (fate.kind === 'empty' ? [{ slot, why: fate.why }] : []));
  if (holdings.length > 0 || emptied.length > 0) {
    return {
      kind: 'undo',
      want: { kind: 'put', holdings, emptied: emptied.map(({ slot }) => slot) },
      assumed: emptied.map((one) => ({ code: 'emptied', ...one })),
    };
  }
  const reasons = fates.flatMap(({ fate }) => (fate.kind === 'leave' ? [fate.why] : []));
  return { kind: 'none', why: reasons.find((why) => why !== 'cleared') ?? 'cleared' };
}

/** Why undo leaves a slot as it is: it was only cleared, or what was there is over. */
type Leaving = 'cleared' | 'ended' | 'tooLittleLeft';

type Fate =
  | { readonly kind: 'putBack'; readonly holding: Holding }
  | { readonly kind: 'empty'; readonly why: 'nothingBefore' | 'ended' | 'tooLittleLeft' }
  | { readonly kind: 'leave'; readonly why: Leaving };

/** What undo does with one slot. */
function fateOf({ put, before }: Touch, now: Instant): Fate {
  if (put !== undefined && ended(put, now)) return { kind: 'leave', why: 'ended' };
  if (before === undefined) {
    return put === undefined ? { kind: 'leave', why: 'cleared' } : { kind: 'empty', why: 'nothingBefore' };
  }
  if (!ended(before, now) && canStillHold(before, now)) return { kind: 'putBack', holding: before };
  return { kind: put === undefined ? 'leave' : 'empty', why: ended(before, now) ? 'ended' : 'tooLittleLeft' };
}

function canStillHold(before: Holding, now: Instant): boolean {
  return before.slot === 'message' || before.endsAt - now >= pairOf(before.pair).minSeconds * 1000;
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
  const touches = ledger.last?.touches ?? [];
  if (touches.some(({ slot, put }) => ledger.doubts.includes(slot) && !ended(put, now))) {
    return { kind: 'none', why: 'inDoubt' };
  }
  const last = withEnd(touches.map(({ slot }) => slot));
  const found = last.length > 0 ? last : withEnd(['preferred', 'session']).slice(0, 1);
  const [first] = found;
  if (first === undefined) return { kind: 'none', why: 'nothing' };
  if (ledger.doubts.includes(first.held.slot)) return { kind: 'none', why: 'inDoubt' };
  if (to(first.endsAt) <= first.endsAt) return { kind: 'none', why: 'notLater', endsAt: first.endsAt };
  const holdings = found.map(({ held, endsAt }) => ({ ...held, endsAt: to(endsAt) }));
  return { kind: 'extend', want: { kind: 'put', holdings, emptied: [] } };
}
