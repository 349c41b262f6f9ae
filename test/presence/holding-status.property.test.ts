/** Whatever was done in whatever order, a card's button touches what that card tells of, and no later choice. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Holding, WantedPresence } from '../../src/presence/intent.ts';
import { emptyState, type PersonState } from '../../src/presence/person-state.ts';
import { extendLast } from '../../src/presence/extend.ts';
import { undoLast } from '../../src/presence/undo.ts';
import type { Did } from '../../src/presence/change.ts';
import { endFromCard, extendFromCard, setEndFromCard } from '../../src/presence/card-requests.ts';
import type { CardReference } from '../../src/presence/card-reference.ts';
import type { Outcome, RequestResult } from '../../src/presence/outcome.ts';
import type { Slot } from '../../src/presence/pairs.ts';
import { receiptOf } from '../../src/presence/receipt-of.ts';
import { validate } from '../../src/presence/validate.ts';
import { now, policy, record, request } from './samples.ts';

const minute = 60_000;
const slots: readonly Slot[] = ['preferred', 'session', 'message'];

/**
 * What really stands in a slot, kept apart from the ledger: who set it (the number of the choice; what is lengthened
 * or put back is still the same choice) and until when; nobody, once it is cleared.
 */
interface Truth {
  readonly by: number | undefined;
  readonly text: string;
  readonly endsAt: number;
}
type Truths = Readonly<Record<Slot, Truth>>;

interface Card {
  readonly reference: CardReference;
  /** The choices that were made when it was shown, by slot. */
  readonly of: Truths;
}

function whatOf(holding: Holding): string {
  if (holding.slot === 'message') return holding.text;
  return holding.slot === 'location' ? holding.place : holding.pair;
}

const nothing: Truth = { by: undefined, text: '', endsAt: 0 };

class World {
  personState: PersonState = emptyState;
  at = now;
  truths: Truths = { preferred: nothing, session: nothing, message: nothing, location: nothing };
  /** Every state that was ever there, to recognise what undo puts back. */
  readonly known: Truth[] = [];
  readonly cards: Card[] = [];
  choices = 0;

  /** Carries a wish out; Graph answers each step in turn. Gives the slots that really changed. */
  carryOut(wanted: WantedPresence, did: Did, answers: readonly ('applied' | 'refused' | 'lost')[]): Slot[] {
    const judged = validate(request(wanted), policy, this.at);
    if (!judged.ok) return [];
    this.choices += 1;
    const before = this.truths;
    const steps = judged.value.steps.map((step, index): Outcome['steps'][number] => {
      const answered = answers[index] ?? 'applied';
      const call = { request: step.request, at: this.at };
      const result: RequestResult =
        answered === 'applied'
          ? { kind: 'applied', call }
          : { kind: 'failed', call, failure: { by: 'refused', mayHold: answered === 'lost' } };
      // What was lost on the way back holds all the same: the harder case for a bot that cannot know.
      if (answered !== 'refused')
        this.truths = { ...this.truths, [step.slot]: this.truthOf(step, did, answered) };
      return { step, result };
    });
    const outcome = { change: judged.value, steps };
    const after = record(this.personState, outcome, did);
    const { reference } = receiptOf(outcome, { did, before: this.personState, after }, this.at);
    this.personState = after;
    this.cards.push({ reference, of: this.truths });
    return slots.filter((slot) => before[slot] !== this.truths[slot]);
  }

  truthOf(
    { slot, holding }: Outcome['steps'][number]['step'],
    did: Did,
    answered: 'applied' | 'lost',
  ): Truth {
    if (holding === undefined) return nothing;
    const text = whatOf(holding);
    const endsAt = holding.endsAt ?? Infinity;
    const old = this.truths[slot];
    const same =
      did === 'undo'
        ? this.known.findLast((one) => one.text === text && one.endsAt === endsAt)
        : // Where the answer was lost, the same thing to another end is as good as lengthened.
          old.text === text &&
            (did === 'extend' || answered === 'lost' || Math.abs(old.endsAt - endsAt) < minute)
          ? old
          : undefined;
    const truth = { by: same?.by ?? this.choices, text, endsAt };
    this.known.push(truth);
    return truth;
  }

  press(
    card: Card,
    button: 'undo' | 'extend' | 'end' | 'endAt',
  ): { wanted: WantedPresence; did: Did } | undefined {
    if (button === 'undo') {
      const { change } = card.reference;
      const found = change === undefined ? undefined : undoLast(this.personState, this.at, change);
      return found?.kind === 'undo' ? { wanted: found.wanted, did: 'undo' } : undefined;
    }
    if (button === 'end') {
      const found = endFromCard(this.personState, this.at, card.reference);
      return found.kind === 'end' ? { wanted: found.wanted, did: 'change' } : undefined;
    }
    const found =
      button === 'endAt'
        ? setEndFromCard(this.personState, this.at, card.reference, now + 200 * minute)
        : extendFromCard(this.personState, this.at, card.reference, 1800);
    return found.kind === 'extend' ? { wanted: found.wanted, did: 'extend' } : undefined;
  }
}

const seconds = fc.constantFrom(600, 1800, 3600, 9000);
const end = seconds.map((amount) => ({ said: 'duration', seconds: amount }) as const);
const choice = fc.oneof(
  fc.record({
    kind: fc.constant('prefer' as const),
    status: fc.constantFrom('busy' as const, 'doNotDisturb' as const, 'away' as const),
    end,
  }),
  fc.record({
    kind: fc.constant('prefer' as const),
    status: fc.constantFrom('busy' as const, 'away' as const),
    end,
    message: fc.constantFrom('writing', 'in the lab'),
  }),
  fc.record({
    kind: fc.constant('open' as const),
    session: fc.constantFrom('presenting' as const, 'inACall' as const),
    end,
  }),
  fc.record({ kind: fc.constant('message' as const), text: fc.constantFrom('writing', 'hello'), end }),
  fc.record({
    kind: fc.constant('clear' as const),
    slots: fc.constantFrom<Slot[]>(['preferred'], ['session', 'preferred'], ['message'], [...slots]),
  }),
);
const button = fc.constantFrom('undo' as const, 'extend' as const, 'end' as const, 'endAt' as const);
const said = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('choose' as const), wanted: choice }) },
  fc.record({ does: fc.constant('undo' as const) }),
  fc.record({ does: fc.constant('extend' as const) }),
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('press' as const), which: fc.nat(20), button }),
  },
);
const steps = (answers: readonly ('applied' | 'refused' | 'lost')[]) =>
  fc.array(
    fc.record({
      said,
      minutes: fc.constantFrom(0, 0, 1, 7, 40),
      answers: fc.array(fc.constantFrom(...answers), { maxLength: 2 }),
    }),
    { minLength: 3, maxLength: 12 },
  );

type Step = (ReturnType<typeof steps> extends fc.Arbitrary<infer T> ? T : never)[number];

/** Lives through the history; `seen` is called for each press with the world just before it. */
function live(history: readonly Step[], seen: (world: World, card: Card, pressed: Step) => void): void {
  const world = new World();
  for (const step of history) {
    world.at += step.minutes * minute;
    const { said: one, answers } = step;
    if (one.does === 'choose') world.carryOut(one.wanted, 'change', answers);
    else if (one.does === 'undo') {
      const found = undoLast(world.personState, world.at);
      if (found.kind === 'undo') world.carryOut(found.wanted, 'undo', answers);
    } else if (one.does === 'extend') {
      const found = extendLast(world.personState, world.at, (endsAt) => endsAt + 10 * minute);
      if (found.kind === 'extend') world.carryOut(found.wanted, 'extend', answers);
    } else {
      const card = world.cards[one.which % Math.max(world.cards.length, 1)];
      if (card !== undefined) seen(world, card, step);
    }
  }
}

const runs = { numRuns: 1500, seed: 20_261_122 };

it('+30 min, Until … and End now touch only what the card told of, whatever Graph answered before', () => {
  let touched = 0;
  fc.assert(
    fc.property(steps(['applied', 'applied', 'applied', 'refused', 'lost']), (history) => {
      live(history, (world, card, { said: one, answers }) => {
        if (one.does !== 'press') return;
        const wanted = world.press(card, one.button);
        if (wanted === undefined) return;
        const before = world.truths;
        const changed = world.carryOut(wanted.wanted, wanted.did, answers);
        if (one.button === 'undo') return;
        for (const slot of changed) {
          touched += 1;
          const { by } = before[slot];
          assert.ok(by === undefined || by === card.of[slot].by, `${one.button} touched a later ${slot}`);
          assert.ok(
            card.reference.holds.some((hold) => hold.slot === slot),
            `${one.button} touched a ${slot} of which the card says nothing`,
          );
        }
      });
    }),
    runs,
  );
  assert.ok(touched > 300, `only ${touched} presses touched anything`);
});

it('Undo takes back the last change alone', () => {
  let undone = 0;
  fc.assert(
    fc.property(steps(['applied', 'applied', 'refused', 'lost']), (history) => {
      live(history, (world, card, { said: one }) => {
        if (one.does !== 'press') return;
        const wanted = world.press(card, one.button);
        if (one.button === 'undo' && wanted !== undefined) {
          undone += 1;
          assert.equal(card.reference.change, world.personState.last?.id);
        }
        if (wanted !== undefined) world.carryOut(wanted.wanted, wanted.did, []);
      });
    }),
    runs,
  );
  assert.ok(undone > 100, `only ${undone} presses undid anything`);
});

it('what is pressed twice changes nothing the second time', () => {
  let twice = 0;
  fc.assert(
    fc.property(steps(['applied', 'refused', 'lost']), (history) => {
      live(history, (world, card, { said: one }) => {
        if (one.does !== 'press') return;
        const wanted = world.press(card, one.button);
        if (wanted === undefined) return;
        const judged = validate(request(wanted.wanted), policy, world.at);
        world.carryOut(wanted.wanted, wanted.did, []);
        if (!judged.ok) return;
        twice += 1;
        assert.equal(world.press(card, one.button), undefined, one.button);
      });
    }),
    runs,
  );
  assert.ok(twice > 300, `only ${twice} were pressed twice`);
});
