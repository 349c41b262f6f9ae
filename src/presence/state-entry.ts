/** How a change enters a person state: an outcome becomes an entry, and an entry a new state. Pure. */

import type { ChangeId, Did } from './change.ts';
import { explainedAfter } from './explained.ts';
import type { Door, Holding, Instant } from './intent.ts';
import { doubtful, type Call, type Outcome, type StepOutcome } from './outcome.ts';
import type { Slot } from './pairs.ts';
import {
  newestChange,
  sameThing,
  type Holdings,
  type LastChange,
  type MeetingChoice,
  type Origins,
  type PersonState,
  type Touch,
} from './person-state.ts';
import type { Receipt } from './receipt.ts';

/** What is certain about a step: applied, nothing to clear, possibly applied, or no effect. */
type Came = 'applied' | 'absent' | 'mayHold' | 'open';

/** A change's entry in a person state: what it needs of an outcome, and what was decided when it was first entered. */
export interface StateEntry {
  readonly id: ChangeId;
  readonly did: Did;
  readonly door: Door;
  readonly steps: readonly EntryStep[];
  /** The last request that was sent for it. */
  readonly call?: Call;
  /** What was said of it. */
  readonly told?: Receipt;
  /** The time zone that it was said in. */
  readonly zone?: string | undefined;
  /** Nobody said its end. */
  readonly unnamed?: true;
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
export function entryOf(state: PersonState, { change, steps }: Outcome, did: Did): StateEntry {
  const id = nextId(state, change.at);
  const call = steps.flatMap(({ result }) => ('call' in result ? (result.call ?? []) : [])).at(-1);
  return {
    id,
    did,
    door: change.door,
    zone: change.zone,
    steps: steps.map((one) => {
      const { slot, holding } = one.step;
      return { slot, holding, came: effectOf(one), origin: originOf(state, slot, holding, did) ?? id };
    }),
    ...(call === undefined ? {} : { call }),
    ...(change.assumed.some(({ code }) => code === 'defaultEnd') ? { unnamed: true } : {}),
  };
}

/** A choice about a meeting as that state takes it. */
export function meetingEntry(state: PersonState, meeting: MeetingChoice, now: Instant): StateEntry {
  return { id: nextId(state, now), did: 'change', door: 'card', steps: [], meeting };
}

function nextId(state: PersonState, at: Instant): ChangeId {
  return Math.max(at, newestChange(state) + 1);
}

function effectOf(one: StepOutcome): Came {
  if (doubtful(one)) return 'mayHold';
  const { kind } = one.result;
  return kind === 'applied' || kind === 'absent' ? kind : 'open';
}

/**
 * The state after an entry. After `undo` only what it tried and did not reach is left to be undone. A store that was cut
 * off may have taken an entry that it is given again: then nothing changes.
 */
export function enter(state: PersonState, entry: StateEntry): PersonState {
  const { id, did, door, steps, call, told, zone, meeting } = entry;
  if (steps.some(({ slot }) => state.changed[slot] === id)) return state;
  const sure = steps.filter(({ came }) => came === 'applied' || came === 'absent');
  const doubted = steps.filter(({ came }) => came === 'mayHold').map(({ slot }) => slot);
  const settled = sure.map(({ slot }) => slot);
  const holds = sure.flatMap(({ holding }) => holding ?? []);
  const next: PersonState = {
    ...state,
    ...(call === undefined ? {} : { call }),
    ...(told === undefined ? {} : { told }),
    ...(holds.length === 0 ? {} : { explained: explainedAfter(holds, zone, state.explained) }),
    holdings: sure.reduce<Holdings>(
      (held, { slot, holding }) => ({ ...held, [slot]: holding }),
      state.holdings,
    ),
    origins: sure.reduce<Origins>((all, { slot, origin }) => ({ ...all, [slot]: origin }), state.origins),
    changed: [...settled, ...doubted].reduce<Origins>((all, slot) => ({ ...all, [slot]: id }), state.changed),
    doubts: [...state.doubts.filter((slot) => !settled.includes(slot)), ...doubted],
    ...(entry.unnamed === true
      ? { unnamed: settled.reduce<Origins>((all, slot) => ({ ...all, [slot]: id }), state.unnamed ?? {}) }
      : {}),
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
export function enterByTime(state: PersonState, entry: StateEntry): PersonState {
  const { told: _, ...late } = entry;
  const { last } = state;
  const newest = last === undefined || last.id <= entry.id;
  const steps = entry.steps.filter(({ slot }) => (state.changed[slot] ?? 0) <= entry.id);
  const entered = enter(state, { ...(newest ? entry : late), steps });
  return newest ? entered : { ...entered, last: goingBackTo(last, entry) };
}

/** The last change, with what was there before it where that is heard of only now. */
function goingBackTo(last: LastChange, { steps }: StateEntry): LastChange {
  const touches = last.touches.map((touch): Touch => {
    const step = steps.find(({ slot, came }) => slot === touch.slot && came === 'applied');
    return step === undefined || (touch.beforeOrigin ?? 0) >= step.origin
      ? touch
      : { ...touch, before: step.holding, beforeOrigin: step.origin };
  });
  return { ...last, touches };
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
  return did === 'extend' || (held !== undefined && isSameChoice(held, put)) ? origins[slot] : undefined;
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
  const again = first !== undefined && held !== undefined && put !== undefined && isSameChoice(held, put);
  const [before, origin] = again ? [first.before, first.beforeOrigin] : [held, origins[slot]];
  return { before, ...(origin === undefined ? {} : { beforeOrigin: origin }) };
}

function isSameChoice(one: Holding, other: Holding): boolean {
  const apart = Math.abs((one.endsAt ?? Infinity) - (other.endsAt ?? Infinity));
  return sameThing(one, other) && (one.endsAt === other.endsAt || apart < sameEndMs);
}
