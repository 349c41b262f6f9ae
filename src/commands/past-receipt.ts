/** The present state of an older receipt: only read, never changed. */

import { emptyState, type PersonState } from '../presence/person-state.ts';
import { undoLast } from '../presence/undo.ts';
import { checkHoldings } from '../presence/holding-status.ts';
import { sameReference } from '../presence/card-reference.ts';
import type { CardReference } from '../presence/card-reference.ts';
import type { Slot } from '../presence/pairs.ts';
import type { Recalled } from '../presence/ports.ts';
import { stepsOf } from '../presence/schedule.ts';
import type { Answer, PastReceipt } from './answer.ts';
import type { CommandContext } from './context.ts';

/** The state of a reference by now, with what else there is to say about it. */
export function pastReceipt(
  reference: CardReference,
  context: CommandContext,
  { known = true, ...more }: Partial<Pick<PastReceipt, 'known' | 'reported' | 'note' | 'rest'>> = {},
): PastReceipt {
  const now = context.now();
  const personState = context.state();
  if (!known) {
    // Another process may have changed it. The buttons stay, to be pressed later.
    const checked = checkHoldings(emptyState, reference, now);
    return { kind: 'pastReceipt', reference, checked, personState, known, ...more };
  }
  const checked = checkHoldings(personState, reference, now);
  return {
    kind: 'pastReceipt',
    reference: upToDate(reference, personState, now, checked),
    checked,
    personState,
    known,
    ...more,
  };
}

/** The same receipt again if everything still holds; otherwise the present state. */
export function receiptNow(
  reference: CardReference,
  context: CommandContext,
  recalled: Pick<Recalled, 'known' | 'stack'>,
): Answer {
  const { known } = recalled;
  const rest = restNow(reference, context, recalled);
  const found = pastReceipt(reference, context, { known, ...rest });
  const { told } = found.personState;
  const stillSo =
    told !== undefined &&
    sameReference(told.reference, reference) &&
    sameReference(told.reference, found.reference) &&
    found.checked.every(({ status }) => status.kind === 'running');
  return stillSo ? { kind: 'receipt', receipt: told, ...rest } : found;
}

/** What is to come after what a reference is about, where that still runs. */
export function restNow(
  reference: CardReference,
  context: CommandContext,
  { known, stack }: Pick<Recalled, 'known' | 'stack'>,
): Pick<PastReceipt, 'rest'> {
  const state = context.state();
  const isRunning = checkHoldings(state, reference, context.now()).some(
    ({ holding, status }) => holding.slot !== 'message' && status.kind === 'running',
  );
  const next = known && isRunning ? stepsOf(stack.chained ?? [], state.chain) : [];
  return next.length === 0 ? {} : { rest: { next, cancelled: [] } };
}

/** The reference with the ends that hold now, and with `undo` only where it would still do something. */
function upToDate(
  reference: CardReference,
  personState: PersonState,
  now: number,
  checked: PastReceipt['checked'],
): CardReference {
  const change = isAbout(personState, reference) ? personState.last?.id : reference.change;
  const undoable = change !== undefined && undoLast(personState, now, change).kind === 'undo';
  return {
    ...(undoable ? { change } : {}),
    holds: checked.map(({ holding, status }) =>
      status.kind === 'running' && status.holding.endsAt !== undefined
        ? { ...holding, endsAt: status.holding.endsAt }
        : holding,
    ),
  };
}

/** Whether the last change was a press on this card, such as an extension: then the card can undo it. */
function isAbout({ last, origins }: PersonState, { holds }: CardReference): boolean {
  const own = ({ slot, put }: { readonly slot: Slot; readonly put: unknown }) =>
    put !== undefined && holds.some((hold) => hold.slot === slot && hold.origin === origins[slot]);
  return last?.door === 'card' && last.touches.length > 0 && last.touches.every(own);
}
