import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Want } from '../../src/presence/intent.ts';
import { emptyState, type PersonState } from '../../src/presence/person-state.ts';
import { undoing } from '../../src/presence/undo.ts';
import type { Did } from '../../src/presence/change.ts';
import { ending, fatesOf, prolonging, sameMark } from '../../src/presence/mark.ts';
import type { Mark } from '../../src/presence/card-reference.ts';
import type { Outcome, Result } from '../../src/presence/outcome.ts';
import type { PreferredId } from '../../src/presence/pairs.ts';
import { receiptOf } from '../../src/presence/receipt-of.ts';
import { validate } from '../../src/presence/validate.ts';
import { now, policy, record, wish } from './samples.ts';

const minute = 60_000;

type Kind = 'applied' | 'absent' | 'refused' | 'lost';

/** What becomes of a wish when Graph answers each step in the given way: the ledger after it, and its card's mark. */
function told(
  before: PersonState,
  want: Want,
  { at = now, did = 'change', kinds = [] }: { at?: number; did?: Did; kinds?: Kind[] } = {},
): { ledger: PersonState; mark: Mark } {
  const judged = validate(wish(want), policy, at);
  assert.ok(judged.ok);
  const steps = judged.value.steps.map((step, index): Outcome['steps'][number] => {
    const kind = kinds[index] ?? 'applied';
    const call = { request: step.request, at };
    const failed = (mayHold: boolean): Result => ({
      kind: 'failed',
      call,
      failure: { by: 'refused', mayHold },
    });
    if (kind === 'applied' || kind === 'absent') return { step, result: { kind, call } };
    return { step, result: failed(kind === 'lost') };
  });
  const outcome = { change: judged.value, steps };
  const after = record(before, outcome, did);
  return { ledger: after, mark: receiptOf(outcome, { did, before, after }, at).mark };
}

const prefer = (status: PreferredId, minutes: number, message?: string): Want => ({
  kind: 'prefer',
  status,
  end: { said: 'duration', seconds: minutes * 60 },
  ...(message === undefined ? {} : { message }),
});
const busy = told(emptyState, prefer('busy', 60));
const clear: Want = { kind: 'clear', slots: ['preferred'] };
const kindsOf = (ledger: PersonState, mark: Mark, at = now) =>
  fatesOf(ledger, mark, at).map(({ standing }) => standing.kind);

describe('what has become of what a card tells', () => {
  it('it runs until its end, and then has ended by itself', () => {
    assert.deepEqual(kindsOf(busy.ledger, busy.mark, now + 60 * minute - 1), ['running']);
    assert.deepEqual(kindsOf(busy.ledger, busy.mark, now + 60 * minute), ['ended']);
  });

  it('it was cleared, or replaced', () => {
    assert.deepEqual(kindsOf(told(busy.ledger, clear).ledger, busy.mark), ['cleared']);
    assert.deepEqual(kindsOf(told(busy.ledger, prefer('away', 5)).ledger, busy.mark), ['replaced']);
  });

  it('it runs again when what replaced it is undone', () => {
    const { ledger } = told(busy.ledger, prefer('away', 5));
    const undone = undoing(ledger, now);
    assert.ok(undone.kind === 'undo');
    assert.deepEqual(kindsOf(told(ledger, undone.want, { did: 'undo' }).ledger, busy.mark), ['running']);
  });

  it('it runs longer when it was extended, and is the same when it was said again', () => {
    const longer = prolonging(busy.ledger, now, busy.mark, 1800);
    assert.ok(longer.kind === 'extend');
    const extended = told(busy.ledger, longer.want, { did: 'extend' });
    assert.deepEqual(kindsOf(extended.ledger, busy.mark, now + 89 * minute), ['running']);
    const again = told(busy.ledger, prefer('busy', 60), { at: now + 1000 });
    assert.deepEqual(kindsOf(again.ledger, busy.mark), ['running']);
  });

  it('is unknown to a bot that was restarted, unless its end has passed', () => {
    assert.deepEqual(kindsOf(emptyState, busy.mark), ['unknown']);
    assert.deepEqual(kindsOf(emptyState, busy.mark, now + 60 * minute), ['ended']);
  });

  it('is in doubt after a request without a clear answer, whatever that asked for', () => {
    for (const want of [clear, prefer('away', 30)])
      assert.deepEqual(kindsOf(told(busy.ledger, want, { kinds: ['lost'] }).ledger, busy.mark), ['inDoubt']);
  });

  it('is no longer in doubt once it is over either way', () => {
    const cleared = told(busy.ledger, clear, { kinds: ['lost'] }).ledger;
    assert.deepEqual(kindsOf(cleared, busy.mark, now + 60 * minute), ['ended']);
    const away = told(busy.ledger, prefer('away', 90), { kinds: ['lost'] }).ledger;
    assert.deepEqual(kindsOf(away, busy.mark, now + 60 * minute), ['inDoubt']);
    assert.deepEqual(kindsOf(away, busy.mark, now + 90 * minute), ['ended']);
  });
});

describe('ending', () => {
  it('clears what of it runs, and leaves what came later', () => {
    const both = told(emptyState, prefer('busy', 60, 'deep work'));
    const found = ending(both.ledger, now, both.mark);
    assert.deepEqual(found, {
      kind: 'end',
      want: { kind: 'put', holdings: [], emptied: ['preferred', 'message'] },
    });
    const later = told(both.ledger, prefer('away', 60)).ledger;
    assert.deepEqual(ending(later, now, both.mark), {
      kind: 'end',
      want: { kind: 'put', holdings: [], emptied: ['message'] },
    });
  });

  it('clears nothing that is over, gone, replaced or unknown', () => {
    assert.equal(ending(busy.ledger, now + 60 * minute, busy.mark).kind, 'none');
    for (const ledger of [
      emptyState,
      told(busy.ledger, clear).ledger,
      told(busy.ledger, prefer('away', 5)).ledger,
    ])
      assert.equal(ending(ledger, now, busy.mark).kind, 'none');
  });

  it('tries again what may not have been cleared', () => {
    assert.equal(ending(told(busy.ledger, clear, { kinds: ['lost'] }).ledger, now, busy.mark).kind, 'end');
  });

  it('leaves what an undo may have put back', () => {
    const { ledger, mark } = told(busy.ledger, prefer('away', 30));
    const undone = undoing(ledger, now);
    assert.ok(undone.kind === 'undo');
    const lost = told(ledger, undone.want, { did: 'undo', kinds: ['lost'] }).ledger;
    assert.equal(ending(lost, now, mark).kind, 'none');
  });

  it('leaves what may be a later choice', () => {
    const away = told(busy.ledger, prefer('away', 30), { kinds: ['lost'] }).ledger;
    assert.equal(ending(away, now, busy.mark).kind, 'none');
    // Nor when something else was done since, and nobody remembers what was in doubt.
    const message = told(away, { kind: 'message', text: 'lab', end: { said: 'nothing' } }).ledger;
    assert.equal(ending(message, now, busy.mark).kind, 'none');
  });
});

describe('prolonging', () => {
  it('counts from the end that the card shows, so that a second press asks for the same', () => {
    const first = prolonging(busy.ledger, now, busy.mark, 1800);
    assert.ok(first.kind === 'extend' && first.want.kind === 'put');
    assert.deepEqual(
      first.want.holdings.map(({ endsAt }) => endsAt),
      [now + 90 * minute],
    );
    const { ledger, mark } = told(busy.ledger, first.want, { did: 'extend' });
    assert.deepEqual(prolonging(ledger, now, busy.mark, 1800), {
      kind: 'none',
      why: 'added',
      endsAt: now + 90 * minute,
    });
    assert.equal(prolonging(ledger, now, mark, 1800).kind, 'extend');
  });

  it('is known to be added though ends are whole seconds from the moment of a press', () => {
    const first = prolonging(busy.ledger, now + 300, busy.mark, 1800);
    assert.ok(first.kind === 'extend');
    const { ledger } = told(busy.ledger, first.want, { did: 'extend', at: now + 300 });
    const second = prolonging(ledger, now + 600, busy.mark, 1800);
    assert.ok(second.kind === 'none' && second.why === 'added', JSON.stringify(second));
  });

  it('lengthens the part that an earlier press did not reach', () => {
    const both = told(emptyState, prefer('busy', 60, 'deep work'));
    const first = prolonging(both.ledger, now, both.mark, 1800);
    assert.ok(first.kind === 'extend');
    const half = told(both.ledger, first.want, { did: 'extend', kinds: ['applied', 'refused'] }).ledger;
    const second = prolonging(half, now, both.mark, 1800);
    assert.ok(second.kind === 'extend' && second.want.kind === 'put');
    assert.deepEqual(
      second.want.holdings.map(({ slot }) => slot),
      ['message'],
    );
  });

  it('builds on nothing that is in doubt, over, or without an end', () => {
    const doubt = told(busy.ledger, clear, { kinds: ['lost'] }).ledger;
    assert.deepEqual(prolonging(doubt, now, busy.mark, 1800), { kind: 'none', why: 'inDoubt' });
    const over = prolonging(busy.ledger, now + 60 * minute, busy.mark, 1800);
    assert.ok(over.kind === 'none' && over.why === 'over');
    const message = told(emptyState, { kind: 'message', text: 'lab', end: { said: 'nothing' } });
    assert.equal(prolonging(message.ledger, now, message.mark, 1800).kind, 'none');
  });
});

describe('a mark', () => {
  it('offers an undo only where it would do something', () => {
    assert.equal(busy.mark.change, now);
    assert.equal(told(emptyState, clear).mark.change, undefined);
    assert.equal(told(emptyState, prefer('busy', 60), { kinds: ['refused'] }).mark.change, undefined);
    assert.equal(told(emptyState, prefer('busy', 60), { kinds: ['lost'] }).mark.change, now);
    assert.equal(told(busy.ledger, clear).mark.change, now + 1);
    const undone = undoing(busy.ledger, now);
    assert.ok(undone.kind === 'undo');
    assert.deepEqual(told(busy.ledger, undone.want, { did: 'undo' }).mark, { holds: [] });
  });

  it('is the same as another of the same change to the same ends', () => {
    assert.ok(sameMark(busy.mark, structuredClone(busy.mark)));
    assert.ok(!sameMark(busy.mark, { holds: busy.mark.holds }));
    assert.ok(!sameMark(busy.mark, { ...busy.mark, holds: [] }));
    for (const part of [{ origin: 1 }, { endsAt: 1 }, { slot: 'message' as const }])
      assert.ok(
        !sameMark(busy.mark, { ...busy.mark, holds: busy.mark.holds.map((one) => ({ ...one, ...part })) }),
      );
  });
});
