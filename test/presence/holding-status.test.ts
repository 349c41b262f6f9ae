import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WantedPresence } from '../../src/presence/intent.ts';
import { emptyState, type PersonState } from '../../src/presence/person-state.ts';
import { undoLast } from '../../src/presence/undo.ts';
import type { Did } from '../../src/presence/change.ts';
import { checkHoldings } from '../../src/presence/holding-status.ts';
import { sameReference } from '../../src/presence/card-reference.ts';
import { endFromCard, extendFromCard } from '../../src/presence/card-requests.ts';
import type { CardReference } from '../../src/presence/card-reference.ts';
import type { Outcome, RequestResult } from '../../src/presence/outcome.ts';
import type { PreferredId } from '../../src/presence/pairs.ts';
import { receiptOf } from '../../src/presence/receipt-of.ts';
import { validate } from '../../src/presence/validate.ts';
import { now, policy, record, request } from './samples.ts';

const minute = 60_000;

type Kind = 'applied' | 'absent' | 'refused' | 'lost';

/** What becomes of a wish when Graph answers each step in the given way: the ledger after it, and its card's mark. */
function told(
  before: PersonState,
  wanted: WantedPresence,
  { at = now, did = 'change', kinds = [] }: { at?: number; did?: Did; kinds?: Kind[] } = {},
): { personState: PersonState; reference: CardReference } {
  const judged = validate(request(wanted), policy, at);
  assert.ok(judged.ok);
  const steps = judged.value.steps.map((step, index): Outcome['steps'][number] => {
    const kind = kinds[index] ?? 'applied';
    const call = { request: step.request, at };
    const failed = (mayHold: boolean): RequestResult => ({
      kind: 'failed',
      call,
      failure: { by: 'refused', mayHold },
    });
    if (kind === 'applied' || kind === 'absent') return { step, result: { kind, call } };
    return { step, result: failed(kind === 'lost') };
  });
  const outcome = { change: judged.value, steps };
  const after = record(before, outcome, did);
  return { personState: after, reference: receiptOf(outcome, { did, before, after }, at).reference };
}

const prefer = (status: PreferredId, minutes: number, message?: string): WantedPresence => ({
  kind: 'prefer',
  status,
  end: { said: 'duration', seconds: minutes * 60 },
  ...(message === undefined ? {} : { message }),
});
const busy = told(emptyState, prefer('busy', 60));
const clear: WantedPresence = { kind: 'clear', slots: ['preferred'] };
const kindsOf = (personState: PersonState, reference: CardReference, at = now) =>
  checkHoldings(personState, reference, at).map(({ status }) => status.kind);

describe('what has become of what a card tells', () => {
  it('it runs until its end, and then has ended by itself', () => {
    assert.deepEqual(kindsOf(busy.personState, busy.reference, now + 60 * minute - 1), ['running']);
    assert.deepEqual(kindsOf(busy.personState, busy.reference, now + 60 * minute), ['ended']);
  });

  it('it was cleared, or replaced', () => {
    assert.deepEqual(kindsOf(told(busy.personState, clear).personState, busy.reference), ['cleared']);
    assert.deepEqual(kindsOf(told(busy.personState, prefer('away', 5)).personState, busy.reference), [
      'replaced',
    ]);
  });

  it('it runs again when what replaced it is undone', () => {
    const { personState } = told(busy.personState, prefer('away', 5));
    const undone = undoLast(personState, now);
    assert.ok(undone.kind === 'undo');
    assert.deepEqual(kindsOf(told(personState, undone.wanted, { did: 'undo' }).personState, busy.reference), [
      'running',
    ]);
  });

  it('it runs longer when it was extended, and is the same when it was said again', () => {
    const longer = extendFromCard(busy.personState, now, busy.reference, 1800);
    assert.ok(longer.kind === 'extend');
    const extended = told(busy.personState, longer.wanted, { did: 'extend' });
    assert.deepEqual(kindsOf(extended.personState, busy.reference, now + 89 * minute), ['running']);
    const again = told(busy.personState, prefer('busy', 60), { at: now + 1000 });
    assert.deepEqual(kindsOf(again.personState, busy.reference), ['running']);
  });

  it('is unknown to a bot that was restarted, unless its end has passed', () => {
    assert.deepEqual(kindsOf(emptyState, busy.reference), ['unknown']);
    assert.deepEqual(kindsOf(emptyState, busy.reference, now + 60 * minute), ['ended']);
  });

  it('is in doubt after a request without a clear answer, whatever that asked for', () => {
    for (const wanted of [clear, prefer('away', 30)])
      assert.deepEqual(
        kindsOf(told(busy.personState, wanted, { kinds: ['lost'] }).personState, busy.reference),
        ['inDoubt'],
      );
  });

  it('is no longer in doubt once it is over either way', () => {
    const cleared = told(busy.personState, clear, { kinds: ['lost'] }).personState;
    assert.deepEqual(kindsOf(cleared, busy.reference, now + 60 * minute), ['ended']);
    const away = told(busy.personState, prefer('away', 90), { kinds: ['lost'] }).personState;
    assert.deepEqual(kindsOf(away, busy.reference, now + 60 * minute), ['inDoubt']);
    assert.deepEqual(kindsOf(away, busy.reference, now + 90 * minute), ['ended']);
  });
});

describe('ending', () => {
  it('clears what of it runs, and leaves what came later', () => {
    const both = told(emptyState, prefer('busy', 60, 'deep work'));
    const found = endFromCard(both.personState, now, both.reference);
    assert.deepEqual(found, {
      kind: 'end',
      wanted: { kind: 'put', holdings: [], emptied: ['preferred', 'message'] },
    });
    const later = told(both.personState, prefer('away', 60)).personState;
    assert.deepEqual(endFromCard(later, now, both.reference), {
      kind: 'end',
      wanted: { kind: 'put', holdings: [], emptied: ['message'] },
    });
  });

  it('clears nothing that is over, gone, replaced or unknown', () => {
    assert.equal(endFromCard(busy.personState, now + 60 * minute, busy.reference).kind, 'none');
    for (const personState of [
      emptyState,
      told(busy.personState, clear).personState,
      told(busy.personState, prefer('away', 5)).personState,
    ])
      assert.equal(endFromCard(personState, now, busy.reference).kind, 'none');
  });

  it('tries again what may not have been cleared', () => {
    assert.equal(
      endFromCard(told(busy.personState, clear, { kinds: ['lost'] }).personState, now, busy.reference).kind,
      'end',
    );
  });

  it('leaves what an undo may have put back', () => {
    const { personState, reference } = told(busy.personState, prefer('away', 30));
    const undone = undoLast(personState, now);
    assert.ok(undone.kind === 'undo');
    const lost = told(personState, undone.wanted, { did: 'undo', kinds: ['lost'] }).personState;
    assert.equal(endFromCard(lost, now, reference).kind, 'none');
  });

  it('leaves what may be a later choice', () => {
    const away = told(busy.personState, prefer('away', 30), { kinds: ['lost'] }).personState;
    assert.equal(endFromCard(away, now, busy.reference).kind, 'none');
    // Nor when something else was done since, and nobody remembers what was in doubt.
    const message = told(away, { kind: 'message', text: 'lab', end: { said: 'nothing' } }).personState;
    assert.equal(endFromCard(message, now, busy.reference).kind, 'none');
  });
});

describe('prolonging', () => {
  it('counts from the end that the card shows, so that a second press asks for the same', () => {
    const first = extendFromCard(busy.personState, now, busy.reference, 1800);
    assert.ok(first.kind === 'extend' && first.wanted.kind === 'put');
    assert.deepEqual(
      first.wanted.holdings.map(({ endsAt }) => endsAt),
      [now + 90 * minute],
    );
    const { personState, reference } = told(busy.personState, first.wanted, { did: 'extend' });
    assert.deepEqual(extendFromCard(personState, now, busy.reference, 1800), {
      kind: 'none',
      why: 'added',
      endsAt: now + 90 * minute,
    });
    assert.equal(extendFromCard(personState, now, reference, 1800).kind, 'extend');
  });

  it('is known to be added though ends are whole seconds from the moment of a press', () => {
    const first = extendFromCard(busy.personState, now + 300, busy.reference, 1800);
    assert.ok(first.kind === 'extend');
    const { personState } = told(busy.personState, first.wanted, { did: 'extend', at: now + 300 });
    const second = extendFromCard(personState, now + 600, busy.reference, 1800);
    assert.ok(second.kind === 'none' && second.why === 'added', JSON.stringify(second));
  });

  it('lengthens the part that an earlier press did not reach', () => {
    const both = told(emptyState, prefer('busy', 60, 'deep work'));
    const first = extendFromCard(both.personState, now, both.reference, 1800);
    assert.ok(first.kind === 'extend');
    const half = told(both.personState, first.wanted, {
      did: 'extend',
      kinds: ['applied', 'refused'],
    }).personState;
    const second = extendFromCard(half, now, both.reference, 1800);
    assert.ok(second.kind === 'extend' && second.wanted.kind === 'put');
    assert.deepEqual(
      second.wanted.holdings.map(({ slot }) => slot),
      ['message'],
    );
  });

  it('builds on nothing that is in doubt, over, or without an end', () => {
    const doubt = told(busy.personState, clear, { kinds: ['lost'] }).personState;
    assert.deepEqual(extendFromCard(doubt, now, busy.reference, 1800), { kind: 'none', why: 'inDoubt' });
    const over = extendFromCard(busy.personState, now + 60 * minute, busy.reference, 1800);
    assert.ok(over.kind === 'none' && over.why === 'over');
    const message = told(emptyState, { kind: 'message', text: 'lab', end: { said: 'nothing' } });
    assert.equal(extendFromCard(message.personState, now, message.reference, 1800).kind, 'none');
  });
});

describe('a mark', () => {
  it('offers an undo only where it would do something', () => {
    assert.equal(busy.reference.change, now);
    assert.equal(told(emptyState, clear).reference.change, undefined);
    assert.equal(told(emptyState, prefer('busy', 60), { kinds: ['refused'] }).reference.change, undefined);
    assert.equal(told(emptyState, prefer('busy', 60), { kinds: ['lost'] }).reference.change, now);
    assert.equal(told(busy.personState, clear).reference.change, now + 1);
    const undone = undoLast(busy.personState, now);
    assert.ok(undone.kind === 'undo');
    assert.deepEqual(told(busy.personState, undone.wanted, { did: 'undo' }).reference, { holds: [] });
  });

  it('is the same as another of the same change to the same ends', () => {
    assert.ok(sameReference(busy.reference, structuredClone(busy.reference)));
    assert.ok(!sameReference(busy.reference, { holds: busy.reference.holds }));
    assert.ok(!sameReference(busy.reference, { ...busy.reference, holds: [] }));
    for (const part of [{ origin: 1 }, { endsAt: 1 }, { slot: 'message' as const }])
      assert.ok(
        !sameReference(busy.reference, {
          ...busy.reference,
          holds: busy.reference.holds.map((one) => ({ ...one, ...part })),
        }),
      );
  });
});
