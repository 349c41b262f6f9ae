/**
 * What a card's buttons are about. A card may be old, and pressed twice: its reference names the change it tells of, and
 * what that change set, so that a press never touches what somebody chose later.
 */

import { isSameEnd, type Holding, type Instant, type WantedPresence } from './intent.ts';
import { meetingOnTop, noStack, type Stack } from './meeting.ts';
import type { ChangeId } from './change.ts';
import type { Extending } from './extend.ts';
import type { CardReference, ReferencedHolding } from './card-reference.ts';
import { sameThing, type PersonState } from './person-state.ts';

/** What has become of something that was set. */
type HoldingStatus =
  /** It runs, as far as this bot knows; perhaps to another end than the card's. */
  | { readonly kind: 'running'; readonly holding: Holding }
  /** It ran until a later request went out without a clear answer; `replaced`: perhaps by another choice. */
  | { readonly kind: 'inDoubt'; readonly holding: Holding; readonly replaced: boolean }
  | { readonly kind: 'ended'; readonly at: Instant }
  /** Taken back through this bot. */
  | { readonly kind: 'cleared' }
  /** A later choice through this bot stands in its place. */
  | { readonly kind: 'replaced' }
  /** It was undone, and what was there before it is back. */
  | { readonly kind: 'undone' }
  /** It no longer runs, and nothing is sure of how it ended. */
  | { readonly kind: 'over' }
  /** This bot does not remember: it was started anew since. */
  | { readonly kind: 'unknown' };

/** What has become of it by then, from what this bot remembers. */
function standingOf(personState: PersonState, hold: ReferencedHolding, now: Instant): HoldingStatus {
  const { holdings, origins, changed, doubts } = personState;
  const { slot, origin, endsAt } = hold;
  const holding = holdings[slot];
  if (origins[slot] === origin && holding !== undefined) {
    const doubted = doubts.includes(slot) ? doubtOf(personState, holding, now) : undefined;
    if (doubted !== undefined) return doubted;
    return holding.endsAt !== undefined && holding.endsAt <= now
      ? { kind: 'ended', at: holding.endsAt }
      : { kind: 'running', holding };
  }
  const since = origins[slot];
  // A record that is older than the card tells nothing of what the card set.
  if (since !== undefined && (changed[slot] ?? 0) >= origin) return gone(hold, since, holding, now);
  return endsAt !== undefined && endsAt <= now ? { kind: 'ended', at: endsAt } : { kind: 'unknown' };
}

/** What has become of what no longer stands in its slot; `since` is the change that the slot goes back to now. */
function gone(
  { origin, endsAt }: ReferencedHolding,
  since: ChangeId,
  stands: Holding | undefined,
  now: Instant,
): HoldingStatus {
  // It may have been over by itself before anything came after it.
  if (endsAt !== undefined && since >= endsAt) return { kind: 'over' };
  if (stands === undefined) return { kind: 'cleared' };
  if (stands.endsAt !== undefined && stands.endsAt <= now) return { kind: 'over' };
  return { kind: since > origin ? 'replaced' : 'undone' };
}

/** What to say of a holding after a later request without a clear answer; undefined: it is over either way. */
function doubtOf({ last, origins }: PersonState, holding: Holding, now: Instant): HoldingStatus | undefined {
  const touch = last?.touches.find(({ slot }) => slot === holding.slot);
  const over = [holding, touch?.put].every((one) => one === undefined || (one.endsAt ?? Infinity) <= now);
  if (touch !== undefined && over) return undefined;
  const replaced =
    touch === undefined ||
    (touch.put !== undefined && !sameThing(touch.put, holding)) ||
    // An undo may have put back an earlier choice.
    (touch.before !== undefined && touch.beforeOrigin !== origins[holding.slot]);
  return { kind: 'inDoubt', holding, replaced };
}

/** Each of a reference's holdings with what has become of it. */
export interface ReferencedStatus {
  readonly hold: ReferencedHolding;
  readonly standing: HoldingStatus;
}

export function statusesOf(
  personState: PersonState,
  reference: CardReference,
  now: Instant,
): readonly ReferencedStatus[] {
  return reference.holds.map((hold) => ({ hold, standing: standingOf(personState, hold, now) }));
}

/** Whether two references are about the same, to the same ends. */
export function isSameReference(one: CardReference, other: CardReference): boolean {
  const told = ({ change, holds }: CardReference) => [
    change,
    ...holds.flatMap(({ slot, origin, endsAt }) => [slot, origin, endsAt]),
  ];
  const [all, others] = [told(one), told(other)];
  return all.length === others.length && all.every((part, at) => part === others[at]);
}

export type EndRequest =
  | { readonly kind: 'end'; readonly wanted: WantedPresence }
  | { readonly kind: 'none'; readonly holdingStatuses: readonly ReferencedStatus[] };

/** Whether "End now" would clear it: it runs, or may, and nothing else can stand in its place. */
export function canEnd({ standing }: ReferencedStatus): boolean {
  return standing.kind === 'running' || (standing.kind === 'inDoubt' && !standing.replaced);
}

/** The request behind "End now": clears what of it still runs, and nothing that came after it. */
export function endingReferenced(
  personState: PersonState,
  now: Instant,
  reference: CardReference,
): EndRequest {
  const holdingStatuses = statusesOf(personState, reference, now);
  const slots = holdingStatuses.filter(canEnd).map(({ hold }) => hold.slot);
  // Only that: what waits for its turn in the session, as a meeting does, has it then.
  const wanted: WantedPresence = { kind: 'put', holdings: [], emptied: slots };
  return slots.length === 0 ? { kind: 'none', holdingStatuses } : { kind: 'end', wanted };
}

export type ExtendRequest =
  | Extending
  | { readonly kind: 'none'; readonly why: 'over'; readonly holdingStatuses: readonly ReferencedStatus[] }
  | { readonly kind: 'none'; readonly why: 'passed' }
  /** It has the end that is asked for. */
  | { readonly kind: 'none'; readonly why: 'already'; readonly endsAt: Instant };

/**
 * The request behind "+30 min": the end that the card shows and so many seconds more, so that a second press of the same
 * button asks for the same end again and changes nothing.
 */
export function extendingReferenced(
  personState: PersonState,
  now: Instant,
  reference: CardReference,
  seconds: number,
  stack: Stack = noStack,
): ExtendRequest {
  const holdingStatuses = statusesOf(personState, reference, now);
  if (holdingStatuses.some(({ standing }) => standing.kind === 'inDoubt'))
    return { kind: 'none', why: 'inDoubt' };
  const running = holdingStatuses.flatMap(({ hold, standing }) =>
    standing.kind === 'running' && standing.holding.endsAt !== undefined && hold.endsAt !== undefined
      ? [{ held: standing.holding, endsAt: standing.holding.endsAt, to: hold.endsAt + seconds * 1000 }]
      : [],
  );
  const [first] = running;
  if (first === undefined) return { kind: 'none', why: 'over', holdingStatuses };
  const top = meetingOnTop(stack);
  if (top !== undefined && running.some(({ held }) => held.slot === 'session'))
    return { kind: 'none', why: 'byRule', meeting: top.meeting };
  const later = running.filter(({ endsAt, to }) => to > endsAt && !isSameEnd(endsAt, to));
  if (later.length === 0) {
    const why = running.every(({ endsAt, to }) => isSameEnd(endsAt, to)) ? 'added' : 'notLater';
    return { kind: 'none', why, endsAt: first.endsAt };
  }
  const holdings = later.map(({ held, to }) => ({ ...held, endsAt: to }));
  return { kind: 'extend', wanted: { kind: 'put', holdings, emptied: [] } };
}

/**
 * The request behind "Until …": that very end for what the card tells of and still runs. A second press of the same
 * button finds it there and changes nothing.
 */
export function replacingEnd(
  state: PersonState,
  now: Instant,
  reference: CardReference,
  endsAt: Instant,
  stack: Stack = noStack,
): ExtendRequest {
  const holdingStatuses = statusesOf(state, reference, now);
  if (holdingStatuses.some(({ standing }) => standing.kind === 'inDoubt'))
    return { kind: 'none', why: 'inDoubt' };
  const running = holdingStatuses.flatMap(({ standing }) =>
    standing.kind === 'running' ? [standing.holding] : [],
  );
  if (running.length === 0) return { kind: 'none', why: 'over', holdingStatuses };
  const top = meetingOnTop(stack);
  if (top !== undefined && running.some(({ slot }) => slot === 'session'))
    return { kind: 'none', why: 'byRule', meeting: top.meeting };
  if (endsAt <= now) return { kind: 'none', why: 'passed' };
  const moved = running.filter((held) => held.endsAt === undefined || !isSameEnd(held.endsAt, endsAt));
  if (moved.length === 0) return { kind: 'none', why: 'already', endsAt };
  return {
    kind: 'extend',
    wanted: { kind: 'put', holdings: moved.map((held) => ({ ...held, endsAt })), emptied: [] },
  };
}

/** The newest change that a reference names. */
export function newestIn({ change = 0, holds }: CardReference): ChangeId {
  return Math.max(change, ...holds.map(({ origin }) => origin));
}
