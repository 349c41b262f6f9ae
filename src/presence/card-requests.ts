/** The requests behind the buttons of a receipt, and why there may be none. Pure. */

import type { CardHolding, CardReference } from './card-reference.ts';
import type { ExtendDecision } from './extend.ts';
import { canEnd, checkHoldings, type CheckedHolding } from './holding-status.ts';
import { isSameEnd, type Holding, type Instant, type WantedPresence } from './intent.ts';
import { meetingOnTop, noStack, type Stack } from './meeting.ts';
import type { PersonState } from './person-state.ts';

type CardEndDecision =
  | { readonly kind: 'end'; readonly wanted: WantedPresence }
  | { readonly kind: 'none'; readonly checked: readonly CheckedHolding[] };

/** "End now": clears what of the card still runs, and nothing that came after it. */
export function endFromCard(state: PersonState, now: Instant, reference: CardReference): CardEndDecision {
  const checked = checkHoldings(state, reference, now);
  const emptied = checked.filter(canEnd).map(({ holding }) => holding.slot);
  // Not `clear`, which also ends waiting meetings: here the next one gets the session.
  return emptied.length === 0
    ? { kind: 'none', checked }
    : { kind: 'end', wanted: { kind: 'put', holdings: [], emptied } };
}

export type CardExtendDecision =
  | ExtendDecision
  | { readonly kind: 'none'; readonly why: 'over'; readonly checked: readonly CheckedHolding[] }
  | { readonly kind: 'none'; readonly why: 'passed' }
  /** It already has that end. */
  | { readonly kind: 'none'; readonly why: 'already'; readonly endsAt: Instant };

/**
 * "+30 min": so many seconds after the end that the card shows. A second press of the same button asks for the same end
 * again, and changes nothing.
 */
export function extendFromCard(
  state: PersonState,
  now: Instant,
  reference: CardReference,
  seconds: number,
  stack: Stack = noStack,
): CardExtendDecision {
  const found = runningOn(state, now, reference, stack, (held, { endsAt }) =>
    held.endsAt === undefined || endsAt === undefined
      ? undefined
      : { held, endsAt: held.endsAt, to: endsAt + seconds * 1000 },
  );
  if (found.kind === 'none') return found;
  const { first, running } = found;
  const later = running.filter(({ endsAt, to }) => to > endsAt && !isSameEnd(endsAt, to));
  if (later.length === 0) {
    const why = running.every(({ endsAt, to }) => isSameEnd(endsAt, to)) ? 'added' : 'notLater';
    return { kind: 'none', why, endsAt: first.endsAt };
  }
  const holdings = later.map(({ held, to }) => ({ ...held, endsAt: to }));
  return { kind: 'extend', wanted: { kind: 'put', holdings, emptied: [] } };
}

/** "Until …": exactly that end. A second press changes nothing. */
export function setEndFromCard(
  state: PersonState,
  now: Instant,
  reference: CardReference,
  endsAt: Instant,
  stack: Stack = noStack,
): CardExtendDecision {
  const found = runningOn(state, now, reference, stack, (held) => ({ held }));
  if (found.kind === 'none') return found;
  if (endsAt <= now) return { kind: 'none', why: 'passed' };
  const moved = found.running.filter(
    ({ held }) => held.endsAt === undefined || !isSameEnd(held.endsAt, endsAt),
  );
  if (moved.length === 0) return { kind: 'none', why: 'already', endsAt };
  const holdings = moved.map(({ held }) => ({ ...held, endsAt }));
  return { kind: 'extend', wanted: { kind: 'put', holdings, emptied: [] } };
}

/** The card's holdings that still run and may get another end: at least one, or why there is none. */
function runningOn<T extends { readonly held: Holding }>(
  state: PersonState,
  now: Instant,
  reference: CardReference,
  stack: Stack,
  pick: (held: Holding, card: CardHolding) => T | undefined,
):
  | { readonly kind: 'running'; readonly first: T; readonly running: readonly T[] }
  | Exclude<CardExtendDecision, { kind: 'extend' }> {
  const checked = checkHoldings(state, reference, now);
  if (checked.some(({ status }) => status.kind === 'inDoubt')) return { kind: 'none', why: 'inDoubt' };
  const running = checked.flatMap(({ holding, status }) =>
    status.kind === 'running' ? (pick(status.holding, holding) ?? []) : [],
  );
  const [first] = running;
  if (first === undefined) return { kind: 'none', why: 'over', checked };
  const top = meetingOnTop(stack);
  return top !== undefined && running.some(({ held }) => held.slot === 'session')
    ? { kind: 'none', why: 'byRule', meeting: top.meeting }
    : { kind: 'running', first, running };
}
