/** Histories of one person, lived through by one process or by several on the same record. */

import fc from 'fast-check';
import { createPersonStates, type KeptPersonStates } from '../../src/persistence/person-states.ts';
import type { Guid, Sender, WantedPresence } from '../../src/presence/intent.ts';
import { extendLast } from '../../src/presence/extend.ts';
import { undoLast } from '../../src/presence/undo.ts';
import type { Did } from '../../src/presence/change.ts';
import type { PersonState } from '../../src/presence/person-state.ts';
import { endFromCard, extendFromCard } from '../../src/presence/card-requests.ts';
import type { CardReference } from '../../src/presence/card-reference.ts';
import type { Outcome, RequestResult } from '../../src/presence/outcome.ts';
import type { Slot } from '../../src/presence/pairs.ts';
import { validate } from '../../src/presence/validate.ts';
import type { PersonStateStore } from '../../src/store/person-states.ts';
import { now, policy, record, sender } from '../presence/samples.ts';

/** As late as the last step that was lived. */
export const clock = { now };

const quiet = { warn: () => undefined };

/** A process on that record, as it has just been started. */
export function processOn(store: PersonStateStore, shared = false): KeptPersonStates {
  return createPersonStates({
    store: () => Promise.resolve(store),
    shared,
    now: () => clock.now,
    log: quiet,
    answerMs: 10_000,
  });
}

export type Answered = 'applied' | 'absent' | 'refused' | 'lost' | 'newer';

const calls = { made: 0 };

/** What came of a wish, with Graph's answers in turn; undefined: it was refused before anything was sent. */
export function outcomeOf(
  userId: Guid,
  wanted: WantedPresence,
  at: number,
  answers: readonly Answered[] = [],
): Outcome | undefined {
  const who: Sender = { ...sender, userId };
  const judged = validate({ who, door: 'chat', wanted, assumed: [] }, policy, at);
  if (!judged.ok) return undefined;
  const steps = judged.value.steps.map((step, index) => {
    calls.made += 1;
    const call = { request: step.request, at: at + 40, status: 200, requestId: String(calls.made) };
    return { step, result: resultOf(answers[index] ?? 'applied', call) };
  });
  return { change: judged.value, steps };
}

function resultOf(
  answered: Answered,
  call: Extract<RequestResult, { kind: 'applied' }>['call'],
): RequestResult {
  switch (answered) {
    case 'applied':
    case 'absent':
      return { kind: answered, call };
    case 'refused':
      return { kind: 'failed', call, failure: { by: 'refused', mayHold: false } };
    case 'lost':
      return { kind: 'failed', call, failure: { by: 'unreachable', mayHold: true } };
    case 'newer':
      return { kind: 'stopped', why: 'newer', mayHold: false };
  }
}

const seconds = fc.constantFrom(600, 1800, 9000);
const end = fc.oneof(
  seconds.map((amount) => ({ said: 'duration', seconds: amount }) as const),
  fc.constant({ said: 'nothing' } as const),
);
const text = fc.constantFrom('writing', 'in the lab', 'a ` “tick” \u0000 \ud800 🎧');
const wanted: fc.Arbitrary<WantedPresence> = fc.oneof(
  fc.record({ kind: fc.constant('prefer'), status: fc.constantFrom('busy', 'doNotDisturb', 'offline'), end }),
  fc.record({ kind: fc.constant('prefer'), status: fc.constantFrom('busy', 'away'), end, message: text }),
  fc.record({ kind: fc.constant('open'), session: fc.constantFrom('presenting', 'inACall'), end }),
  fc.record({ kind: fc.constant('message'), text, end }),
  fc.record({
    kind: fc.constant('clear'),
    slots: fc.constantFrom<Slot[]>(['preferred'], ['session', 'preferred'], ['message']),
  }),
);
const step = fc.record({
  said: fc.oneof(
    { weight: 3, arbitrary: wanted.map((wanted) => ({ does: 'choose', wanted: wanted }) as const) },
    fc.record({ does: fc.constantFrom('undo', 'extend', 'undo of', 'extend of', 'end'), which: fc.nat(9) }),
  ),
  minutes: fc.constantFrom(0, 0, 1, 7, 40, 200),
  answers: fc.array(fc.constantFrom<Answered>('applied', 'applied', 'absent', 'refused', 'lost', 'newer'), {
    maxLength: 2,
  }),
  /** Which of several processes gets it, or whether this is the one before which a process starts anew. */
  by: fc.nat(2),
});
export const history = fc.array(step, { minLength: 2, maxLength: 12 });
export type Step = (typeof history extends fc.Arbitrary<infer T> ? T : never)[number];

interface Lived {
  readonly userId: Guid;
  readonly at: number;
  /** The marks of all cards so far. */
  readonly references: readonly CardReference[];
}
export const born = (userId: Guid): Lived => ({ userId, at: now, references: [] });

/** Whether it asks what was before. */
export const looksBack = ({ said }: Step) => said.does !== 'choose';

/** Carries a step out on those states, as the desk does; `also` is a state that hears of everything. */
export function live(
  states: Pick<KeptPersonStates, 'get' | 'record'>,
  { userId, at: before, references }: Lived,
  { said, minutes, answers }: Step,
  also?: { state: PersonState },
): Lived {
  const at = before + minutes * 60_000;
  const state = states.get(userId);
  const requested = wishOf(state, said, references, at);
  const outcome = requested && outcomeOf(userId, requested.wanted, at, answers);
  if (requested === undefined || outcome === undefined) return { userId, at, references };
  clock.now = at;
  const receipt = states.record({ outcome, did: requested.did, kept: true });
  if (also !== undefined) also.state = record(also.state, outcome, requested.did);
  return { userId, at, references: [...references, receipt.reference] };
}

function wishOf(
  state: PersonState,
  said: Step['said'],
  references: readonly CardReference[],
  at: number,
): { wanted: WantedPresence; did: Did } | undefined {
  if (said.does === 'choose') return { wanted: said.wanted, did: 'change' };
  const later = (endsAt: number) => endsAt + 600_000;
  const reference = references[references.length - 1 - said.which];
  if (said.does === 'undo') {
    const found = undoLast(state, at);
    return found.kind === 'undo' ? { wanted: found.wanted, did: 'undo' } : undefined;
  }
  if (said.does === 'extend') {
    const found = extendLast(state, at, later);
    return found.kind === 'extend' ? { wanted: found.wanted, did: 'extend' } : undefined;
  }
  if (reference === undefined) return undefined;
  if (said.does === 'end') {
    const found = endFromCard(state, at, reference);
    return found.kind === 'end' ? { wanted: found.wanted, did: 'change' } : undefined;
  }
  if (said.does === 'extend of') {
    const found = extendFromCard(state, at, reference, 1800);
    return found.kind === 'extend' ? { wanted: found.wanted, did: 'extend' } : undefined;
  }
  const found = reference.change === undefined ? undefined : undoLast(state, at, reference.change);
  return found?.kind === 'undo' ? { wanted: found.wanted, did: 'undo' } : undefined;
}
