/** Another end for what was set: `extend`, and “make it 2 hours”. Pure. */

import { isSameEnd, type Holding, type Instant, type WantedPresence } from './intent.ts';
import {
  hasSession,
  meetingOnTop,
  noStack,
  scheduledSince,
  type MeetingName,
  type Stack,
} from './meeting.ts';
import type { Slot } from './pairs.ts';
import { ended, inForce, newestChange, showingSession, type PersonState } from './person-state.ts';

export type ExtendDecision =
  | { readonly kind: 'extend'; readonly wanted: WantedPresence }
  | { readonly kind: 'none'; readonly why: 'nothing' | 'inDoubt' }
  /** The session is a meeting's, and ends with it. */
  | { readonly kind: 'none'; readonly why: 'byRule'; readonly meeting: MeetingName | undefined }
  /** The new end is no later than the present one; `added`: just that end was asked for before. */
  | { readonly kind: 'none'; readonly why: 'notLater' | 'added'; readonly endsAt: Instant };

/**
 * What `extend` lengthens: what the last change set and still holds; if that has no end, what was set
 * last among what has one. `to` gives the new end from the old one.
 */
export function extendLast(
  state: PersonState,
  now: Instant,
  to: (endsAt: Instant) => Instant,
  stack: Stack = noStack,
): ExtendDecision {
  const found = setLast(state, now, stack, ({ endsAt }) => endsAt !== undefined);
  if (found.kind === 'none') return found;
  const holdings = found.holdings.flatMap((one) =>
    one.endsAt === undefined || to(one.endsAt) <= one.endsAt ? [] : [{ ...one, endsAt: to(one.endsAt) }],
  );
  return holdings.length === 0
    ? { kind: 'none', why: 'notLater', endsAt: found.holdings[0]?.endsAt ?? now }
    : { kind: 'extend', wanted: { kind: 'put', holdings, emptied: [] } };
}

type SetLast =
  | { readonly kind: 'found'; readonly holdings: readonly Holding[] }
  | Extract<ExtendDecision, { why: 'byRule' | 'nothing' | 'inDoubt' }>;

/**
 * What a new end is for: what the last change set and still holds, of what may get one; where that is nothing, what
 * the newest change did. What a meeting's rule has set ends by its own buttons.
 */
function setLast(
  state: PersonState,
  now: Instant,
  stack: Stack,
  may: (holding: Holding) => boolean,
): SetLast {
  const top = meetingOnTop(stack);
  const byRule: SetLast = { kind: 'none', why: 'byRule', meeting: top?.meeting };
  const chosen = state.last?.meeting;
  if (chosen?.chose === 'session' && hasSession(stack, chosen.meeting)) return byRule;
  const running = (slots: readonly Slot[]) =>
    [...new Set(slots.flatMap((slot) => withEndOfItsOwn(state, slot, now) ?? []))].filter(may);
  const scheduled = scheduledSince(stack, newestChange(state));
  if (scheduled !== undefined)
    return {
      kind: 'found',
      holdings: [{ slot: 'session', pair: scheduled.pair, endsAt: scheduled.endsAt }],
    };
  const touches = state.last?.touches ?? [];
  // A work location lasts its day, and what was set before it was not meant.
  if (touches.length > 0 && touches.every(({ slot }) => slot === 'location'))
    return { kind: 'none', why: 'nothing' };
  if (touches.some(({ slot, put }) => state.doubts.includes(slot) && !ended(put, now))) {
    return { kind: 'none', why: 'inDoubt' };
  }
  const last = running(touches.map(({ slot }) => slot));
  const holdings = last.length > 0 ? last : newest(state, running(['preferred', 'session', 'message']));
  if (holdings.length === 0) return top === undefined ? { kind: 'none', why: 'nothing' } : byRule;
  if (top !== undefined && holdings.some(({ slot }) => slot === 'session')) return byRule;
  if (holdings.some(({ slot }) => state.doubts.includes(slot))) return { kind: 'none', why: 'inDoubt' };
  return { kind: 'found', holdings };
}

/** What is in force in a slot; in place of a session that goes with a status, that status. */
function withEndOfItsOwn(state: PersonState, slot: Slot, now: Instant): Holding | undefined {
  const status = inForce(state, 'preferred', now);
  return slot === 'session' && status !== undefined && showingSession(state, now)?.shows === status.pair
    ? status
    : inForce(state, slot, now);
}

/** What was set by the newest change of those that set some. */
function newest({ origins }: PersonState, all: readonly Holding[]): readonly Holding[] {
  const latest = Math.max(...all.map(({ slot }) => origins[slot] ?? 0));
  return all.filter(({ slot }) => (origins[slot] ?? 0) === latest);
}

type SetEndDecision =
  /** `since`: when what gets the end was chosen. */
  | (Extract<ExtendDecision, { kind: 'extend' }> & { readonly since: Instant })
  | Extract<ExtendDecision, { why: 'byRule' | 'nothing' | 'inDoubt' }>
  | { readonly kind: 'none'; readonly why: 'already'; readonly endsAt: Instant };

/** "Make it 2 hours": the request for that end, sooner or later than its own, of what was set last and still runs. */
export function setEndOfLast(
  state: PersonState,
  now: Instant,
  endsAt: Instant,
  stack: Stack,
): SetEndDecision {
  const found = setLast(state, now, stack, () => true);
  if (found.kind === 'none') return found;
  const moved = found.holdings.filter((one) => one.endsAt === undefined || !isSameEnd(one.endsAt, endsAt));
  const [first] = moved;
  if (first === undefined) return { kind: 'none', why: 'already', endsAt };
  return {
    kind: 'extend',
    wanted: { kind: 'put', holdings: moved.map((one) => ({ ...one, endsAt })), emptied: [] },
    since: state.origins[first.slot] ?? now,
  };
}
