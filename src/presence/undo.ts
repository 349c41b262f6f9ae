/** What `undo` does, from what this bot has set for a person. Pure. */

import type { ChangeId } from './change.ts';
import { isStatus, type Assumption, type Holding, type Instant, type WantedPresence } from './intent.ts';
import {
  hasSession,
  meetingOnTop,
  noStack,
  scheduledSince,
  type MeetingName,
  type Stack,
} from './meeting.ts';
import { pairOf } from './pairs.ts';
import { ended, newestChange, type PersonState, type Touch } from './person-state.ts';

export type UndoDecision =
  | { readonly kind: 'undo'; readonly wanted: WantedPresence; readonly assumed: readonly Assumption[] }
  /** The session was chosen on a meeting's card, so it ends as that card ends it. */
  | { readonly kind: 'endMeeting'; readonly meeting: MeetingName }
  | { readonly kind: 'none'; readonly why: 'noChange' | 'notLast' | 'notRecorded' | 'already' | Leaving }
  /** By a rule, the meeting has the session: its own card ends it. Or its card was pressed last, and that is final. */
  | {
      readonly kind: 'none';
      readonly why: 'byRule' | 'meetingOver';
      readonly meeting: MeetingName | undefined;
    };

/**
 * The request that puts back what this bot had set before its last change, and clears what it set where it had set
 * nothing. What has ended by itself is left alone: whatever stands in its place now is somebody else's choice. So is a
 * session that a meeting has by a rule: nobody chose it last.
 * `of` names the change that is meant, as a card's button does; any but the last cannot be undone.
 */
export function undoLast(
  state: PersonState,
  now: Instant,
  of?: ChangeId,
  stack: Stack = noStack,
): UndoDecision {
  const { last } = state;
  if (last !== undefined && of !== undefined && of !== last.id)
    return { kind: 'none', why: of > newestChange(state) ? 'notRecorded' : 'notLast' };
  // A schedule's session is a claim and no change: what came last is what is taken back.
  if (of === undefined && scheduledSince(stack, newestChange(state)) !== undefined)
    return {
      kind: 'undo',
      wanted: { kind: 'put', holdings: [], emptied: ['session'] },
      assumed: [{ code: 'emptied', slot: 'session', why: 'nothingBefore' }],
    };
  if (last?.meeting !== undefined) {
    const { meeting, chose } = last.meeting;
    const runs = chose === 'session' && hasSession(stack, meeting);
    return runs ? { kind: 'endMeeting', meeting } : { kind: 'none', why: 'meetingOver', meeting };
  }
  const top = meetingOnTop(stack);
  const none = (why: 'noChange' | 'already' | Leaving): UndoDecision =>
    top === undefined ? { kind: 'none', why } : { kind: 'none', why: 'byRule', meeting: top.meeting };
  if (last === undefined) return none('noChange');
  if (last.undone) return none('already');
  const effects = last.touches
    .filter(({ slot }) => slot !== 'session' || top === undefined)
    .map((touch) => ({ slot: touch.slot, effect: undoEffect(touch, now) }));
  const holdings = effects.flatMap(({ effect }) => (effect.kind === 'putBack' ? [effect.holding] : []));
  const emptied = effects.flatMap(({ slot, effect }) =>
    effect.kind === 'empty' ? [{ slot, why: effect.why }] : [],
  );
  if (holdings.length > 0 || emptied.length > 0) {
    return {
      kind: 'undo',
      wanted: { kind: 'put', holdings, emptied: emptied.map(({ slot }) => slot) },
      assumed: emptied.map((one) => ({ code: 'emptied', ...one })),
    };
  }
  const reasons = effects.flatMap(({ effect }) => (effect.kind === 'leave' ? [effect.why] : []));
  return none(reasons.find((why) => why !== 'cleared') ?? 'cleared');
}

/** Why undo leaves a slot as it is: it was only cleared, or what was there is over. */
type Leaving = 'cleared' | 'ended' | 'tooLittleLeft';

type UndoEffect =
  | { readonly kind: 'putBack'; readonly holding: Holding }
  | { readonly kind: 'empty'; readonly why: 'nothingBefore' | 'ended' | 'tooLittleLeft' }
  | { readonly kind: 'leave'; readonly why: Leaving };

/** What undo does with one slot. */
function undoEffect({ put, before }: Touch, now: Instant): UndoEffect {
  if (put !== undefined && ended(put, now)) return { kind: 'leave', why: 'ended' };
  if (before === undefined) {
    return put === undefined ? { kind: 'leave', why: 'cleared' } : { kind: 'empty', why: 'nothingBefore' };
  }
  if (!ended(before, now) && canStillHold(before, now)) return { kind: 'putBack', holding: before };
  return { kind: put === undefined ? 'leave' : 'empty', why: ended(before, now) ? 'ended' : 'tooLittleLeft' };
}

function canStillHold(before: Holding, now: Instant): boolean {
  return !isStatus(before) || before.endsAt - now >= pairOf(before.pair).minSeconds * 1000;
}
