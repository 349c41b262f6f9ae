/** The receipt of an outcome: the one place that decides what may be said. Pure. */

import type { CardReference, CardHolding } from './card-reference.ts';
import type { ChangeId, Did, ChangeStep } from './change.ts';
import { isStatus, type ChainId, type Holding, type Instant } from './intent.ts';
import { accepted, type Outcome } from './outcome.ts';
import { pairOf, type SessionPairId } from './pairs.ts';
import { inForce, type PersonState } from './person-state.ts';
import type { ChangeResult } from './ports.ts';
import type { Hiding, Receipt } from './receipt.ts';
import { enter, entryOf, type StateEntry } from './state-entry.ts';
import { undoLast } from './undo.ts';

interface ReceiptParts {
  readonly did: Did;
  /** Whether what became of the session is on record. */
  readonly kept?: boolean;
  readonly before: PersonState;
  readonly after: PersonState;
}

/** A change as that state takes it, the state after it, and what may be said of it. */
export function entered(
  before: PersonState,
  { outcome, did, kept }: ChangeResult,
  now: Instant,
): { readonly entry: StateEntry; readonly after: PersonState; readonly receipt: Receipt } {
  const entry = entryOf(before, outcome, did);
  const after = enter(before, entry);
  const receipt = receiptOf(outcome, { did, before, after, kept }, now);
  return { entry: { ...entry, told: receipt }, after: { ...after, told: receipt }, receipt };
}

/** The receipt of an outcome, with the states before and after it. */
export function receiptOf(
  outcome: Outcome,
  { did, before, after, kept = true }: ReceiptParts,
  now: Instant,
): Receipt {
  const taken = outcome.steps.filter(accepted);
  const holds = taken.flatMap(({ step }) => step.holding ?? []);
  const cleared = taken.flatMap(({ step, result }) =>
    step.holding === undefined ? [{ slot: step.slot, absent: result.kind === 'absent' }] : [],
  );
  const endless = outcome.change.assumed.some(({ code }) => code === 'defaultEnd');
  return {
    did: did === 'extend' && isShorter(outcome, before) ? 'shorten' : did,
    at: now,
    reference: markOf(holds, { before, after }, now),
    holds,
    cleared,
    open: outcome.steps.filter((step) => !accepted(step)),
    assumed: outcome.change.assumed.filter((one) =>
      // Why a slot was emptied is worth saying if it was; what was assumed of an end, if something has one.
      one.code === 'emptied'
        ? cleared.some(({ slot, absent }) => slot === one.slot && !absent)
        : holds.length > 0,
    ),
    otherEnds: holds.length > 0 ? (outcome.change.otherEnds ?? []) : [],
    ...(kept || !taken.some(({ step }) => step.slot === 'session') ? {} : { mayReturn: true }),
    ...chainOf(before.chain, after.chain),
    ...(before.explained === undefined ? {} : { explained: before.explained }),
    hiding: taken.flatMap(({ step }) => hidingOf(step, holds, before, { kept, now, endless })),
  };
}

function chainOf(before: ChainId | undefined, after: ChainId | undefined): Pick<Receipt, 'chain'> {
  if (before === undefined && after === undefined) return {};
  return {
    chain: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  };
}

/** Whether an end was moved to an earlier time, or set where there was none. */
function isShorter({ steps }: Outcome, { holdings }: PersonState): boolean {
  return steps.some(
    ({ step: { slot, holding } }) => (holding?.endsAt ?? Infinity) < (holdings[slot]?.endsAt ?? Infinity),
  );
}

function markOf(
  holds: readonly Holding[],
  { before, after }: Pick<ReceiptParts, 'before' | 'after'>,
  now: Instant,
): CardReference {
  const { last, origins } = after;
  // A change without touches has nothing to undo.
  const touched = last !== undefined && last !== before.last;
  return {
    ...(touched && undoLast(after, now).kind === 'undo' ? { change: last.id } : {}),
    holds: holds.flatMap((holding) => {
      const origin = origins[holding.slot];
      return origin === undefined ? [] : [markedHold(holding, origin)];
    }),
  };
}

function markedHold(holding: Holding, origin: ChangeId): CardHolding {
  const { slot, endsAt } = holding;
  return {
    slot,
    origin,
    ...(isStatus(holding) ? { pair: holding.pair } : {}),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
}

/** Most people stay signed in to Teams no longer than this. */
const signedInMs = 8 * 3_600_000;

function hidingOf(
  { holding, renewed }: ChangeStep,
  holds: readonly Holding[],
  before: PersonState,
  { kept, now, endless }: { readonly kept: boolean; readonly now: Instant; readonly endless: boolean },
): readonly Hiding[] {
  // The sender is signed in now, and a default end does not mean that they want to be seen until then.
  const outlasts = !endless && (holding?.endsAt ?? now) - now > signedInMs;
  switch (holding?.slot) {
    case 'preferred':
      // Appearing offline is not hidden by being offline, and it shows beside a session of this bot.
      return holding.pair === 'offline' || holds.some(({ slot }) => slot === 'session') || !outlasts
        ? []
        : [{ code: 'needsSession' }];
    case 'session': {
      const lost: Hiding = { code: 'notKept', until: now + pairOf(holding.pair).maxSeconds * 1000 };
      const losing = renewed === true && !kept ? [lost] : [];
      // It is meant to be beneath the status that it lets show.
      if (holding.shows !== undefined) return losing;
      const ontop = holds.find((one) => one.slot === 'preferred') ?? inForce(before, 'preferred', now);
      const top: Hiding =
        ontop === undefined || before.doubts.includes('preferred')
          ? { code: 'manualOnTop' }
          : { code: 'preferredOnTop', pair: ontop.pair, endsAt: ontop.endsAt };
      const lapsing = sessionHiding[holding.pair].filter(
        ({ code }) => code !== 'fades' || renewed !== true || !kept,
      );
      return [top, ...lapsing, ...losing];
    }
    case 'message':
    case 'location':
    case undefined:
      return [];
  }
}

const sessionHiding: Readonly<Record<SessionPairId, readonly Hiding[]>> = {
  sessionAvailable: [{ code: 'fades' }, { code: 'outranked', pair: 'sessionAvailable' }],
  inACall: [{ code: 'outranked', pair: 'inACall' }],
  inAConferenceCall: [{ code: 'outranked', pair: 'inAConferenceCall' }],
  sessionAway: [{ code: 'outranked', pair: 'sessionAway' }],
  presenting: [],
};
