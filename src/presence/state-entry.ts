/** How a change enters a person state: an outcome becomes an entry, and an entry a new state. Pure. */

import type { ChangeId, Did } from './change.ts';
import { explainedAfter, knowingReminders } from './explained.ts';
import type { ChainId, Door, Holding, Instant } from './intent.ts';
import { doubtful, type Call, type Outcome, type StepOutcome } from './outcome.ts';
import type { Slot } from './pairs.ts';
import {
  newestChange,
  isSameChoice,
  type Choice,
  type Holdings,
  type LastChange,
  type MeetingChoice,
  type PersonState,
  type Touch,
} from './person-state.ts';
import type { Receipt } from './receipt.ts';
import { isLong } from './reminder.ts';

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
  /** The chain that begins with it, or goes on. */
  readonly chain?: ChainId;
  /** In place of steps. */
  readonly meeting?: MeetingChoice;
  /** In place of steps: they have turned reminders on or off. */
  readonly reminders?: true;
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
    ...(change.chain === undefined ? {} : { chain: change.chain }),
  };
}

/** A choice that is no status as that state takes it. */
export function choiceEntry(state: PersonState, choice: Choice, now: Instant): StateEntry {
  const entry = { id: nextId(state, now), did: 'change', steps: [] } as const;
  return 'meeting' in choice
    ? { ...entry, door: 'card', meeting: choice }
    : { ...entry, door: 'chat', reminders: true };
}

const nextId = (state: PersonState, at: Instant): ChangeId => Math.max(at, newestChange(state) + 1);

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
  const { id, did, steps, call, told, zone } = entry;
  if (steps.some(({ slot }) => state.changed[slot] === id)) return state;
  const settled: Slot[] = [];
  const doubted: Slot[] = [];
  const holds: Holding[] = [];
  const next: Draft = { ...withChain(state, chainAfter(state, entry)) };
  for (const { slot, holding, came, origin } of steps) {
    if (came === 'open') continue;
    next.changed = { ...next.changed, [slot]: id };
    if (came === 'mayHold') {
      doubted.push(slot);
      continue;
    }
    settled.push(slot);
    next.holdings = { ...next.holdings, [slot]: holding };
    next.origins = { ...next.origins, [slot]: origin };
    if (entry.unnamed === true) next.unnamed = { ...next.unnamed, [slot]: id };
    if (holding !== undefined) holds.push(holding);
  }
  next.doubts = [...state.doubts.filter((slot) => !settled.includes(slot)), ...doubted];
  if (call !== undefined) next.call = call;
  if (told !== undefined) next.told = told;
  if (holds.length > 0) {
    const offersReminder = did === 'change' && !entry.unnamed && holds.some((one) => isLong(one, id));
    next.explained = explainedAfter(holds, zone, state.explained, { offersReminder });
  }
  if (entry.reminders) next.explained = knowingReminders(state.explained);
  const last = lastAfter(state, entry, settled);
  if (last !== undefined) next.last = last;
  return next;
}

/** The last change after an entry that settled those slots; undefined: it stays as it was. */
function lastAfter(state: PersonState, entry: StateEntry, settled: readonly Slot[]): LastChange | undefined {
  const { id, did, door, steps, meeting } = entry;
  if (meeting !== undefined) return { id, door, touches: [], undone: false, meeting };
  if (did === 'undo') {
    const tried = steps.map(({ slot }) => slot);
    const left =
      state.last?.touches.filter(({ slot }) => tried.includes(slot) && !settled.includes(slot)) ?? [];
    return { id: state.last?.id ?? id, door, touches: left, undone: left.length === 0 };
  }
  // Clearing what was not there has touched nothing.
  const touches = steps
    .filter(({ came }) => came === 'applied' || came === 'mayHold')
    .map(({ slot, holding }): Touch => ({ slot, put: holding, ...beforeOf(state, slot, holding) }));
  return touches.length === 0
    ? undefined
    : { id, door, touches, undone: false, ...chainOfLast(state, entry) };
}

/** A state that is being made. */
type Draft = { -readonly [K in keyof PersonState]: PersonState[K] };

function withChain(state: PersonState, chain: ChainId | undefined): PersonState {
  if (state.chain === chain) return state;
  const { chain: _, ...rest } = state;
  return chain === undefined ? rest : { ...rest, chain };
}

/** The chain that goes on after an entry: a newer choice of a status ends it, and undoing that choice brings it back. */
function chainAfter(
  { chain, last }: PersonState,
  { chain: own, did, door, steps }: StateEntry,
): ChainId | undefined {
  if (steps.every(({ came }) => came === 'open')) return chain;
  if (did === 'undo') return last?.chainBefore;
  if (own !== undefined) return own;
  // Another end is no other choice, and what a schedule starts is nobody's.
  const isChoice = did === 'change' && door !== 'schedule' && steps.some(isOfStatus);
  return isChoice ? undefined : chain;
}

/** Whether it sets or clears a status of its own: a session that only lets one show is none, nor is a message. */
function isOfStatus({ slot, holding }: EntryStep): boolean {
  return slot !== 'message' && !(holding?.slot === 'session' && holding.shows !== undefined);
}

/** Which chain an entry is of, and the one that undoing it goes back to. The steps of a chain are undone as one change. */
function chainOfLast(
  state: PersonState,
  { id, chain: own, did, steps }: StateEntry,
): Partial<Pick<LastChange, 'id' | 'chain' | 'chainBefore'>> {
  const { chain: had, last } = state;
  const goesOn = own !== undefined && own === had;
  const isAgain = steps.some(({ slot, holding }) => slot !== 'message' && isSaidAgain(state, slot, holding));
  const before = isAgain ? last?.chainBefore : goesOn ? undefined : had;
  const chain = own ?? (did === 'extend' ? had : undefined);
  return {
    id: goesOn && last?.chain === own ? last.id : id,
    ...(chain === undefined ? {} : { chain }),
    ...(before === undefined ? {} : { chainBefore: before }),
  };
}

/** The same where another process may have entered something newer before: that stays. */
export function enterByTime(state: PersonState, entry: StateEntry): PersonState {
  const { told: _, ...late } = entry;
  const { last } = state;
  const newest = last === undefined || last.id <= entry.id;
  const steps = entry.steps.filter(({ slot }) => (state.changed[slot] ?? 0) <= entry.id);
  const entered = enter(state, { ...(newest ? entry : late), steps });
  return newest ? entered : { ...withChain(entered, state.chain), last: goingBackTo(last, entry) };
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

/**
 * What undo goes back to in a slot. Saying the same again, as a double click does, is no new choice: what was there
 * before the first time stays what was there before.
 */
function beforeOf(
  { holdings, origins, last }: PersonState,
  slot: Slot,
  put: Holding | undefined,
): Pick<Touch, 'before' | 'beforeOrigin'> {
  const first = last?.touches.find((touch) => touch.slot === slot);
  const [before, origin] =
    first !== undefined && isSaidAgain({ holdings, last }, slot, put)
      ? [first.before, first.beforeOrigin]
      : [holdings[slot], origins[slot]];
  return { before, ...(origin === undefined ? {} : { beforeOrigin: origin }) };
}

/** Whether the last change has set the same there. */
function isSaidAgain(
  { holdings, last }: { readonly holdings: Holdings; readonly last?: LastChange | undefined },
  slot: Slot,
  put: Holding | undefined,
): boolean {
  const held = holdings[slot];
  const isLast = last?.touches.some((touch) => touch.slot === slot) ?? false;
  return isLast && held !== undefined && put !== undefined && isSameChoice(held, put);
}
