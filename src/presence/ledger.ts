/**
 * What this bot itself has set for a person, as far as it knows: Graph cannot be asked for an old preferred
 * presence or for an expiration, so undo, extend and `details` rest on this alone. Pure: a record goes in and
 * a new one comes out.
 */

import type { Assumption, Holding, Instant, Want } from './intent.ts';
import { accepted, type Call, type Outcome } from './outcome.ts';
import { pairOf, type Slot } from './pairs.ts';

type Holdings = { readonly [S in Slot]?: Extract<Holding, { slot: S }> | undefined };

export interface Ledger {
  readonly holdings: Holdings;
  /** The last change Graph accepted at least a part of: what it touched and what was there before. */
  readonly last?: { readonly touched: readonly Slot[]; readonly before: Holdings; readonly undone: boolean };
  /** The last request sent. */
  readonly call?: Call;
}

export const emptyLedger: Ledger = { holdings: {} };

/** The ledger after an outcome; `undo` marks the change before it as undone, so that a second undo does nothing. */
export function record(ledger: Ledger, outcome: Outcome, kind: 'change' | 'undo'): Ledger {
  const calls = outcome.steps.flatMap(({ result }) => ('call' in result ? [result.call] : []));
  const call = calls.at(-1) ?? ledger.call;
  const taken = outcome.steps.filter(accepted).map(({ step }) => step);
  const next = call === undefined ? ledger : { ...ledger, call };
  if (taken.length === 0) return next;
  const holdings = taken.reduce<Holdings>(
    (held, { slot, holding }) => ({ ...held, [slot]: holding }),
    ledger.holdings,
  );
  return {
    ...next,
    holdings,
    last: { touched: taken.map(({ slot }) => slot), before: ledger.holdings, undone: kind === 'undo' },
  };
}

/** What this bot has set in that slot and has not ended by then. */
export function inForce<S extends Slot>(
  { holdings }: Pick<Ledger, 'holdings'>,
  slot: S,
  now: Instant,
): Holdings[S] {
  const holding = holdings[slot];
  return holding?.endsAt !== undefined && holding.endsAt <= now ? undefined : holding;
}

type Undoing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'already' }
  | { readonly kind: 'undo'; readonly want: Want; readonly assumed: readonly Assumption[] };

/** The wish that puts back what this bot had set before its last change, and clears where it had set nothing. */
export function undoing({ last }: Ledger, now: Instant): Undoing {
  if (last === undefined) return { kind: 'nothing' };
  if (last.undone) return { kind: 'already' };
  const holdings: Holding[] = [];
  const emptied: Slot[] = [];
  const assumed: Assumption[] = [];
  for (const slot of last.touched) {
    const before = inForce({ holdings: last.before }, slot, now);
    if (before !== undefined && canStillHold(before, now)) holdings.push(before);
    else emptied.push(slot);
    if (before !== undefined && !canStillHold(before, now)) {
      assumed.push({ code: 'tooLittleLeft', holding: before });
    }
  }
  return { kind: 'undo', want: { kind: 'put', holdings, emptied }, assumed };
}

function canStillHold(holding: Holding, now: Instant): boolean {
  return holding.slot === 'message' || holding.endsAt - now >= pairOf(holding.pair).minSeconds * 1000;
}

/**
 * What `extend` lengthens: what the last change set and still holds, all to one new end.
 * `to` gives the new end from the old one. Undefined if nothing this bot knows of has an end.
 */
export function extending(ledger: Ledger, now: Instant, to: (endsAt: Instant) => Instant): Want | undefined {
  const slots = ledger.last?.touched ?? [];
  const held = slots.flatMap((slot) => inForce(ledger, slot, now) ?? []);
  const holdings = held.flatMap((holding) =>
    holding.endsAt === undefined ? [] : [{ ...holding, endsAt: to(holding.endsAt) }],
  );
  return holdings.length === 0 ? undefined : { kind: 'put', holdings, emptied: [] };
}
