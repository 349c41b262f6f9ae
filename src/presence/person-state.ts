/**
 * What this bot itself has set for a person, as far as it knows. Graph cannot be asked for an old preferred presence or
 * for an expiration, so `undo`, `extend` and `details` rest on this alone. Pure.
 */

import type { ChangeId } from './change.ts';
import type { Explained } from './explained.ts';
import type { ChainId, Door, Holding, Instant, ShowingSession } from './intent.ts';
import type { MeetingName } from './meeting.ts';
import type { Call } from './outcome.ts';
import type { Slot } from './pairs.ts';
import type { Receipt } from './receipt.ts';

export type Holdings = { readonly [S in Slot]?: Extract<Holding, { slot: S }> | undefined };

type Origins = { readonly [S in Slot]?: ChangeId };

/** What a change did to one slot, and what this bot surely had there before. */
export interface Touch {
  readonly slot: Slot;
  /** Undefined: it was cleared. */
  readonly put: Holding | undefined;
  readonly before: Holding | undefined;
  /** The change that `before` goes back to. */
  readonly beforeOrigin?: ChangeId;
}

export interface LastChange {
  readonly id: ChangeId;
  readonly touches: readonly Touch[];
  readonly undone: boolean;
  /** Where it came in. */
  readonly door: Door;
  readonly meeting?: MeetingChoice;
  /** The chain that it is of: its steps are one change, which is undone as a whole. */
  readonly chain?: ChainId;
  /** The chain that was to go on before it, and does again once it is undone. */
  readonly chainBefore?: ChainId;
}

export interface PersonState {
  /** What Graph has surely accepted. */
  readonly holdings: Holdings;
  /**
   * The change that each slot's state goes back to, a clearing included. What is lengthened, said again or put back
   * keeps the one it came from, so that an older card still knows its own.
   */
  readonly origins: Origins;
  /** The newest change that touched each slot. */
  readonly changed: Origins;
  /** The newest change of each slot whose end nobody said. */
  readonly unnamed?: Origins;
  /** The chain whose rest is still to come; any newer choice of the person ends it. */
  readonly chain?: ChainId;
  /** Slots where a later request went out without a clear answer: it may hold instead. */
  readonly doubts: readonly Slot[];
  /** The last change that Graph accepted, or may have accepted, at least a part of; or what was last chosen for a meeting. */
  readonly last?: LastChange;
  /** The last request sent. */
  readonly call?: Call;
  /** What was said of the last change: as long as nothing came after it, it can be said again. */
  readonly told?: Receipt;
  /** What need not be said each time. */
  readonly explained?: Explained;
}

export const emptyState: PersonState = { holdings: {}, origins: {}, changed: {}, doubts: [] };

/** What a person pressed on the card of a meeting: a session for it, its end, or “not for this meeting”. */
export interface MeetingChoice {
  readonly meeting: MeetingName;
  readonly chose: 'session' | 'end' | 'decline';
}

/** What a person chose that is no status. */
export type Choice = MeetingChoice | { readonly reminders: 'on' | 'off' };

/** The newest change that the state knows; 0: none. */
export function newestChange({ last, changed }: PersonState): ChangeId {
  return Math.max(0, last?.id ?? 0, ...Object.values(changed));
}

/** The same status, session or message, whenever it ends. */
export function sameThing(one: Holding, other: Holding): boolean {
  const what = (holding: Holding) => {
    switch (holding.slot) {
      case 'message':
        return holding.text;
      case 'location':
        return holding.place;
      case 'preferred':
      case 'session':
        return holding.pair;
    }
  };
  return one.slot === other.slot && what(one) === what(other);
}

/** Ends nearer than this are the same end, said again. */
const sameEndMs = 60_000;

/** The same, until the same end. */
export function isSameChoice(one: Holding, other: Holding): boolean {
  const apart = Math.abs((one.endsAt ?? Infinity) - (other.endsAt ?? Infinity));
  return sameThing(one, other) && (one.endsAt === other.endsAt || apart < sameEndMs);
}

/** What this bot has set in that slot and has not ended by then. */
export function inForce<S extends Slot>(
  { holdings }: Pick<PersonState, 'holdings'>,
  slot: S,
  now: Instant,
): Holdings[S] {
  const holding = holdings[slot];
  return ended(holding, now) ? undefined : holding;
}

/** The preferred presence of this bot's that surely stays on top of every session; undefined: none, or none that is sure. */
export function onTop(state: PersonState, now: Instant): Holdings['preferred'] {
  return state.doubts.includes('preferred') ? undefined : inForce(state, 'preferred', now);
}

/** The session of this bot's that lets a status show; undefined: none does. */
export function showingSession(state: PersonState, now: Instant): ShowingSession | undefined {
  const session = inForce(state, 'session', now);
  return session?.shows === undefined ? undefined : { ...session, shows: session.shows };
}

/** Whether it has ended by itself by then. */
export function ended(holding: Holding | undefined, now: Instant): boolean {
  return holding?.endsAt !== undefined && holding.endsAt <= now;
}
