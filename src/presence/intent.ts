/** What somebody wants, from any door, unvalidated. Only `validate` turns it into a change. */

import type { PreferredId, SessionPairId, Slot } from './pairs.ts';
import type { WorkPlace } from './work-location.ts';

/** Milliseconds since the epoch: instants are stored, local time is only shown. */
export type Instant = number;

/** A lower-case GUID. Only `guid` makes one. */
export type Guid = string & { readonly __brand: 'guid' };

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The GUID in that text, in lower case, or undefined. */
export function guid(text: string): Guid | undefined {
  return guidPattern.test(text) ? (text.toLowerCase() as Guid) : undefined;
}

/** The authenticated sender: the only person an intent can change. */
export interface Sender {
  /** The user's object id in Microsoft Entra (`from.aadObjectId`). */
  readonly userId: Guid;
  /** The directory that holds that user. */
  readonly tenantId: Guid;
  /** The user's id with this bot in Teams (`from.id`): the Bot Service keeps their sign-in under it. */
  readonly account: string;
}

/** Where a request came in. Every door leads to the same validator. */
export type Door = 'chat' | 'card' | 'extension' | 'meeting' | 'hook' | 'schedule' | 'calendar' | 'key';

/** An end as it was said: nothing, an elapsed duration in seconds, or an instant. */
export type End =
  | { readonly said: 'nothing' }
  | { readonly said: 'duration'; readonly seconds: number }
  | { readonly said: 'instant'; readonly at: Instant };

/** Ends are whole seconds from now, so that one taken a moment later may be nearly a second off. */
export function isSameEnd(one: Instant, other: Instant): boolean {
  return Math.abs(one - other) < 1000;
}

/** Something that holds in a slot until an instant; a message without one holds until it is cleared. */
export type Holding =
  | { readonly slot: 'preferred'; readonly pair: PreferredId; readonly endsAt: Instant }
  | {
      readonly slot: 'session';
      readonly pair: SessionPairId;
      readonly endsAt: Instant;
      /** It is there only so that this status shows, and goes with it. */
      readonly shows?: PreferredId;
    }
  | { readonly slot: 'message'; readonly text: string; readonly endsAt?: Instant }
  /** Until their day ends: Teams forgets it then. */
  | { readonly slot: 'location'; readonly place: WorkPlace; readonly endsAt: Instant };

/** A status or a session. */
export type StatusHolding = Extract<Holding, { slot: 'preferred' | 'session' }>;

/** Whether it is a status or a session. */
export function isStatus(holding: Holding): holding is StatusHolding {
  return holding.slot === 'preferred' || holding.slot === 'session';
}

/** A session that is there only so that a preferred presence shows: that one shows beside any session. */
export type ShowingSession = Extract<Holding, { slot: 'session' }> & { readonly shows: PreferredId };

export type WantedPresence =
  | { readonly kind: 'prefer'; readonly status: PreferredId; readonly end: End; readonly message?: string }
  | { readonly kind: 'open'; readonly session: SessionPairId; readonly end: End; readonly message?: string }
  | { readonly kind: 'message'; readonly text: string; readonly end: End }
  /** Where they work, until their day ends. */
  | { readonly kind: 'locate'; readonly place: WorkPlace; readonly until: Instant }
  | { readonly kind: 'clear'; readonly slots: readonly Slot[] }
  /** Undo and extend: exactly these holdings, and nothing in the emptied slots. */
  | { readonly kind: 'put'; readonly holdings: readonly Holding[]; readonly emptied: readonly Slot[] };

/** What the bot supplied itself because nobody said it. The reply says each one. */
export type Assumption =
  /** No end was said: the pair's documented default is sent. */
  | { readonly code: 'defaultEnd' }
  /** No end was said for a message: it stays until it is cleared. */
  | { readonly code: 'noEnd' }
  /** "until 3": the next three o'clock on the 12-hour clock. */
  | { readonly code: 'bareHour' }
  /** "until 9am" when nine has passed: the next one. */
  | { readonly code: 'nextDay' }
  /** "brb 10": a bare number was read as minutes. */
  | { readonly code: 'minutes' }
  /** "until Monday": its start. */
  | { readonly code: 'startOfDay' }
  /** "rest of the day": the next local midnight. */
  | { readonly code: 'midnight' }
  /** "tomorrow morning", "close of business": the hour that most people mean. */
  | { readonly code: 'usualTime' }
  /** "about an hour", "around 4": exactly that. */
  | { readonly code: 'roughly' }
  /** "9pm GMT": a time that another zone's clock shows. */
  | { readonly code: 'converted'; readonly from: string }
  /** The clock jumps over the time that was said: the first instant after the gap of the same length. */
  | { readonly code: 'clockGap' }
  /** The clock shows the time that was said twice: the first of the two that has not passed. */
  | { readonly code: 'clockOverlap' }
  /** "in a meeting": Graph has no such status to write; Busy is the nearest. */
  | { readonly code: 'meetingAsBusy' }
  /** Undo clears that slot, because nothing that the bot had set there before can be put back. */
  | {
      readonly code: 'emptied';
      readonly slot: Slot;
      readonly why: 'nothingBefore' | 'ended' | 'tooLittleLeft';
    };

export interface Intent {
  readonly who: Sender;
  readonly door: Door;
  readonly wanted: WantedPresence;
  readonly assumed: readonly Assumption[];
  /** What else its end may have meant, the likeliest first. */
  readonly otherEnds?: readonly Instant[];
  /** The session that lets their present status show. */
  readonly shownBy?: ShowingSession | undefined;
  /** The chain of statuses that begins with it, or goes on. */
  readonly chain?: ChainId;
}

/** Names a chain of statuses, one after the other: what is still to come of it holds the same name. */
export type ChainId = string;
