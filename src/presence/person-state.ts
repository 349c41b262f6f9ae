/**
 * What this bot itself has set for a person, as far as it knows: Graph cannot be asked for an old preferred
 * presence or for an expiration, so undo, extend and `details` rest on this alone. Pure: a record goes in and
 * a new one comes out.
 */

import type { Assumption, Door, Holding, Instant, Want } from './intent.ts';
import { hasSession, meetingOnTop, noStack, type MeetingName, type Stack } from './meeting.ts';
import { doubtful, type Call, type Outcome, type StepOutcome } from './outcome.ts';
import { pairOf, type Slot } from './pairs.ts';
import type { Receipt } from './receipt.ts';

type Holdings = { readonly [S in Slot]?: Extract<Holding, { slot: S }> | undefined };

/** Names a change among those of its person: the instant it was judged, or the next one that is still free. */
export type ChangeId = Instant;

type Origins = { readonly [S in Slot]?: ChangeId };

/** What a change did to one slot, and what this bot surely had there before. */
interface Touch {
  readonly slot: Slot;
  /** Undefined: it was cleared. */
  readonly put: Holding | undefined;
  readonly before: Holding | undefined;
  /** The change that `before` goes back to. */
  readonly beforeOrigin?: ChangeId;
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
  /** Slots where a later request went out without a clear answer: it may hold instead. */
  readonly doubts: readonly Slot[];
  /** The last change that Graph accepted, or may have accepted, at least a part of; or what was last chosen for a meeting. */
  readonly last?: {
    readonly id: ChangeId;
    readonly touches: readonly Touch[];
    readonly undone: boolean;
    /** Where it came in. */
    readonly door: Door;
    readonly meeting?: MeetingChoice;
  };
  /** The last request sent. */
  readonly call?: Call;
  /** What was said of the last change: as long as nothing came after it, it can be said again. */
  readonly told?: Receipt;
}

export const emptyState: PersonState = { holdings: {}, origins: {}, changed: {}, doubts: [] };

/** What a person pressed on the card of a meeting: a session for it, its end, or “not for this meeting”. */
export interface MeetingChoice {
  readonly meeting: MeetingName;
  readonly chose: 'session' | 'end' | 'decline';
}

/** How a change came about. */
export type Did = 'change' | 'undo' | 'extend';

/** What is sure of a step: Graph took it, there was nothing to clear, it may hold, or it changed nothing. */
type Came = 'applied' | 'absent' | 'mayHold' | 'open';

/** A change as a state takes it: all that it needs of an outcome, and what it decided when it first took it. */
export interface Entry {
  readonly id: ChangeId;
  readonly did: Did;
  readonly door: Door;
  readonly steps: readonly EntryStep[];
  /** The last request that was sent for it. */
  readonly call?: Call;
  /** What was said of it. */
  readonly told?: Receipt;
  /** In place of steps. */
  readonly meeting?: MeetingChoice;
}

interface EntryStep {
  readonly slot: Slot;
  /** What was to hold; undefined: nothing. */
  readonly holding: Holding | undefined;
  readonly came: Came;
  /** The change that the slot goes back to if Graph took it: cards name it, so nobody decides it anew. */
  readonly origin: ChangeId;
}

/** An outcome as that state takes it. */
export function entryOf(state: PersonState, { change, steps }: Outcome, did: Did): Entry {
  const id = nextId(state, change.at);
  const call = steps.flatMap(({ result }) => ('call' in result ? (result.call ?? []) : [])).at(-1);
  return {
    id,
    did,
    door: change.door,
    steps: steps.map((one) => {
      const { slot, holding } = one.step;
      return { slot, holding, came: cameOf(one), origin: originOf(state, slot, holding, did) ?? id };
    }),
    ...(call === undefined ? {} : { call }),
  };
}

/** A choice about a meeting as that state takes it. */
export function meetingEntry(state: PersonState, meeting: MeetingChoice, now: Instant): Entry {
  return { id: nextId(state, now), did: 'change', door: 'card', steps: [], meeting };
}

function nextId({ last }: PersonState, at: Instant): ChangeId {
  return Math.max(at, (last?.id ?? 0) + 1);
}

function cameOf(one: StepOutcome): Came {
  if (doubtful(one)) return 'mayHold';
  const { kind } = one.result;
  return kind === 'applied' || kind === 'absent' ? kind : 'open';
}

/** The state after an entry. After `undo` only what it tried and did not reach is left to be undone. */
export function enter(state: PersonState, { id, did, door, steps, call, told, meeting }: Entry): PersonState {
  const sure = steps.filter(({ came }) => came === 'applied' || came === 'absent');
  const doubted = steps.filter(({ came }) => came === 'mayHold').map(({ slot }) => slot);
  const settled = sure.map(({ slot }) => slot);
  const next: PersonState = {
    ...state,
    ...(call === undefined ? {} : { call }),
    ...(told === undefined ? {} : { told }),
    holdings: sure.reduce<Holdings>(
      (held, { slot, holding }) => ({ ...held, [slot]: holding }),
      state.holdings,
    ),
    origins: sure.reduce<Origins>((all, { slot, origin }) => ({ ...all, [slot]: origin }), state.origins),
    changed: [...settled, ...doubted].reduce<Origins>((all, slot) => ({ ...all, [slot]: id }), state.changed),
    doubts: [...state.doubts.filter((slot) => !settled.includes(slot)), ...doubted],
  };
  if (meeting !== undefined) return { ...next, last: { id, door, touches: [], undone: false, meeting } };
  if (did === 'undo') {
    const tried = steps.map(({ slot }) => slot);
    const left =
      state.last?.touches.filter(({ slot }) => tried.includes(slot) && !settled.includes(slot)) ?? [];
    return { ...next, last: { id: state.last?.id ?? id, door, touches: left, undone: left.length === 0 } };
  }
  // Clearing what was not there has touched nothing.
  const touches = steps
    .filter(({ came }) => came === 'applied' || came === 'mayHold')
    .map(({ slot, holding }): Touch => ({ slot, put: holding, ...beforeOf(state, slot, holding) }));
  return touches.length === 0 ? next : { ...next, last: { id, door, touches, undone: false } };
}

/** The same where another process may have entered something newer before: that stays. */
export function enterByTime(state: PersonState, entry: Entry): PersonState {
  const { told: _, ...late } = entry;
  const { last } = state;
  const newest = last === undefined || last.id <= entry.id;
  const steps = entry.steps.filter(({ slot }) => (state.changed[slot] ?? 0) <= entry.id);
  const entered = enter(state, { ...(newest ? entry : late), steps });
  return newest ? entered : { ...entered, last };
}

/** The newest change that the state knows; 0: none. */
export function newestChange({ last, changed }: PersonState): ChangeId {
  return Math.max(0, last?.id ?? 0, ...Object.values(changed));
}

/** The earlier change that a slot's new state goes back to; undefined: it goes back to the one that made it. */
function originOf(
  { holdings, origins, last }: PersonState,
  slot: Slot,
  put: Holding | undefined,
  did: Did,
): ChangeId | undefined {
  if (put === undefined) return undefined;
  if (did === 'undo') return last?.touches.find((touch) => touch.slot === slot)?.beforeOrigin;
  const held = holdings[slot];
  return did === 'extend' || (held !== undefined && saysTheSame(held, put)) ? origins[slot] : undefined;
}

/** Ends nearer than this are the same end, said again. */
const sameEndMs = 60_000;

/**
 * What undo goes back to in a slot. Saying the same again, as a double click does, is no new choice: what was there
 * before the first time stays what was there before.
 */
function beforeOf(
  { holdings, origins, last }: PersonState,
  slot: Slot,
  put: Holding | undefined,
): Pick<Touch, 'before' | 'beforeOrigin'> {
  const held = holdings[slot];
  const first = last?.touches.find((touch) => touch.slot === slot);
  const again = first !== undefined && held !== undefined && put !== undefined && saysTheSame(held, put);
  const [before, origin] = again ? [first.before, first.beforeOrigin] : [held, origins[slot]];
  return { before, ...(origin === undefined ? {} : { beforeOrigin: origin }) };
}

function saysTheSame(one: Holding, other: Holding): boolean {
  const apart = Math.abs((one.endsAt ?? Infinity) - (other.endsAt ?? Infinity));
  return sameThing(one, other) && (one.endsAt === other.endsAt || apart < sameEndMs);
}

/** The same status, session or message, whenever it ends. */
export function sameThing(one: Holding, other: Holding): boolean {
  const what = (holding: Holding) => (holding.slot === 'message' ? holding.text : holding.pair);
  return one.slot === other.slot && what(one) === what(other);
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

function ended(holding: Holding | undefined, now: Instant): boolean {
  return holding?.endsAt !== undefined && holding.endsAt <= now;
}

export type Undoing =
  | { readonly kind: 'undo'; readonly want: Want; readonly assumed: readonly Assumption[] }
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
 * The wish that puts back what this bot had set before its last change, and clears what it set where it had set
 * nothing. What has ended by itself is left alone: whatever stands in its place now is somebody else's choice. So is a
 * session that a meeting has by a rule: nobody chose it last.
 * `of` names the change that is meant, as a card's button does; any but the last cannot be undone.
 */
export function undoing(state: PersonState, now: Instant, of?: ChangeId, stack: Stack = noStack): Undoing {
  const { last } = state;
  if (last !== undefined && of !== undefined && of !== last.id)
    return { kind: 'none', why: of > newestChange(state) ? 'notRecorded' : 'notLast' };
  if (last?.meeting !== undefined) {
    const { meeting, chose } = last.meeting;
    const runs = chose === 'session' && hasSession(stack, meeting);
    return runs ? { kind: 'endMeeting', meeting } : { kind: 'none', why: 'meetingOver', meeting };
  }
  const top = meetingOnTop(stack);
  const none = (why: 'noChange' | 'already' | Leaving): Undoing =>
    top === undefined ? { kind: 'none', why } : { kind: 'none', why: 'byRule', meeting: top.meeting };
  if (last === undefined) return none('noChange');
  if (last.undone) return none('already');
  const fates = last.touches
    .filter(({ slot }) => slot !== 'session' || top === undefined)
    .map((touch) => ({ slot: touch.slot, fate: fateOf(touch, now) }));
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
  return none(reasons.find((why) => why !== 'cleared') ?? 'cleared');
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
  /** The session is a meeting's, and ends with it. */
  | { readonly kind: 'none'; readonly why: 'byRule'; readonly meeting: MeetingName | undefined }
  /** The new end is no later than the present one; `added`: just that end was asked for before. */
  | { readonly kind: 'none'; readonly why: 'notLater' | 'added'; readonly endsAt: Instant };

/**
 * What `extend` lengthens: what the last change set and still holds; where that left nothing with an end, what was set
 * last of what has one. `to` gives the new end from the old one.
 */
export function extending(
  state: PersonState,
  now: Instant,
  to: (endsAt: Instant) => Instant,
  stack: Stack = noStack,
): Extending {
  const found = setLast(state, now, stack, ({ endsAt }) => endsAt !== undefined);
  if (found.kind === 'none') return found;
  const holdings = found.holdings.flatMap((one) =>
    one.endsAt === undefined || to(one.endsAt) <= one.endsAt ? [] : [{ ...one, endsAt: to(one.endsAt) }],
  );
  return holdings.length === 0
    ? { kind: 'none', why: 'notLater', endsAt: found.holdings[0]?.endsAt ?? now }
    : { kind: 'extend', want: { kind: 'put', holdings, emptied: [] } };
}

type SetLast =
  | { readonly kind: 'found'; readonly holdings: readonly Holding[] }
  | Extract<Extending, { why: 'byRule' | 'nothing' | 'inDoubt' }>;

/**
 * What a new end is for: what the last change set and still holds, of what may get one; where that is nothing, what
 * the newest change did. What a meeting's rule has set ends by its own buttons.
 */
export function setLast(
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
    slots.flatMap((slot) => inForce(state, slot, now) ?? []).filter(may);
  const touches = state.last?.touches ?? [];
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

/** What was set by the newest change of those that set some. */
function newest({ origins }: PersonState, all: readonly Holding[]): readonly Holding[] {
  const latest = Math.max(...all.map(({ slot }) => origins[slot] ?? 0));
  return all.filter(({ slot }) => (origins[slot] ?? 0) === latest);
}
