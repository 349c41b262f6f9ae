import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Holding, Want } from '../../src/presence/intent.ts';
import { emptyLedger, extending, inForce, record, undoing, type Ledger } from '../../src/presence/ledger.ts';
import type { Outcome, Result } from '../../src/presence/outcome.ts';
import { validate } from '../../src/presence/validate.ts';
import { now, policy, wish } from './samples.ts';

const minute = 60_000;

/** What becomes of a wish when Graph answers each step with the given kind. */
function outcomeOf(want: Want, at: number, ...kinds: Result['kind'][]): Outcome {
  const judged = validate(wish(want), policy, at);
  assert.ok(judged.ok);
  const steps = judged.value.steps.map((step, index): Outcome['steps'][number] => {
    const kind = kinds[index] ?? 'applied';
    const call = { request: step.request, at };
    if (kind === 'failed')
      return { step, result: { kind, call, failure: { by: 'refused', mayHold: false } } };
    return { step, result: kind === 'applied' || kind === 'absent' ? { kind, call } : { kind } };
  });
  return { change: judged.value, steps };
}

const busy = (minutes: number): Want => ({
  kind: 'prefer',
  status: 'busy',
  end: { said: 'duration', seconds: minutes * 60 },
});
const dnd = (minutes: number): Want => ({ ...busy(minutes), status: 'doNotDisturb' }) as Want;
const after = (...outcomes: Outcome[]): Ledger =>
  outcomes.reduce((ledger, outcome) => record(ledger, outcome, 'change'), emptyLedger);

describe('undo', () => {
  it('clears what the bot set when it had set nothing before', () => {
    const undone = undoing(after(outcomeOf(busy(60), now)), now);
    assert.deepEqual(undone, {
      kind: 'undo',
      want: { kind: 'put', holdings: [], emptied: ['preferred'] },
      assumed: [],
    });
  });

  it('puts back what the bot had set before, to its own end', () => {
    const ledger = after(outcomeOf(busy(60), now), outcomeOf(dnd(30), now + minute));
    const before: Holding = { slot: 'preferred', pair: 'busy', endsAt: now + 60 * minute };
    assert.deepEqual(undoing(ledger, now + 2 * minute), {
      kind: 'undo',
      want: { kind: 'put', holdings: [before], emptied: [] },
      assumed: [],
    });
  });

  it('clears when what was there before has ended meanwhile', () => {
    const ledger = after(outcomeOf(busy(10), now), outcomeOf(dnd(60), now + minute));
    const undone = undoing(ledger, now + 11 * minute);
    assert.ok(undone.kind === 'undo' && undone.want.kind === 'put');
    assert.deepEqual(undone.want.emptied, ['preferred']);
  });

  it('says so when too little is left of a session to put it back', () => {
    const open = (seconds: number): Want => ({
      kind: 'open',
      session: 'presenting',
      end: { said: 'duration', seconds },
    });
    const ledger = after(
      outcomeOf(open(600), now),
      outcomeOf({ ...open(3600), session: 'inACall' } as Want, now + minute),
    );
    const undone = undoing(ledger, now + 6 * minute);
    assert.ok(undone.kind === 'undo');
    assert.deepEqual(
      undone.assumed.map(({ code }) => code),
      ['tooLittleLeft'],
    );
  });

  it('twice does nothing the second time', () => {
    const ledger = after(outcomeOf(busy(60), now));
    const undone = undoing(ledger, now);
    assert.ok(undone.kind === 'undo');
    const then = record(ledger, outcomeOf(undone.want, now), 'undo');
    assert.deepEqual(undoing(then, now), { kind: 'already' });
  });

  it('touches only what Graph had accepted', () => {
    const want: Want = { ...busy(60), message: 'deep work' } as Want;
    const undone = undoing(after(outcomeOf(want, now, 'applied', 'failed')), now);
    assert.ok(undone.kind === 'undo' && undone.want.kind === 'put');
    assert.deepEqual(undone.want.emptied, ['preferred']);
  });

  it('has nothing to do before the first change', () => {
    assert.deepEqual(undoing(emptyLedger, now), { kind: 'nothing' });
  });
});

describe('extend', () => {
  it('moves a status and its message to one later end', () => {
    const ledger = after(outcomeOf({ ...busy(60), message: 'deep work' } as Want, now));
    const want = extending(ledger, now, (endsAt) => endsAt + 30 * minute);
    assert.ok(want?.kind === 'put');
    assert.deepEqual(
      want.holdings.map(({ slot, endsAt }) => [slot, endsAt]),
      [
        ['preferred', now + 90 * minute],
        ['message', now + 90 * minute],
      ],
    );
  });

  it('has nothing to lengthen once it has ended', () => {
    const ledger = after(outcomeOf(busy(60), now));
    assert.equal(
      extending(ledger, now + 60 * minute, (endsAt) => endsAt),
      undefined,
    );
  });

  it('has nothing to lengthen after a clear', () => {
    const ledger = after(outcomeOf(busy(60), now), outcomeOf({ kind: 'clear', slots: ['preferred'] }, now));
    assert.equal(
      extending(ledger, now, (endsAt) => endsAt),
      undefined,
    );
  });
});

describe('the ledger', () => {
  it('knows nothing of a change that Graph refused, but keeps its call for support', () => {
    const ledger = after(outcomeOf(busy(60), now, 'failed'));
    assert.equal(inForce(ledger, 'preferred', now), undefined);
    assert.equal(ledger.call?.request.action, 'setUserPreferredPresence');
    assert.deepEqual(undoing(ledger, now), { kind: 'nothing' });
  });

  it('forgets a holding when it ends', () => {
    const ledger = after(outcomeOf(busy(60), now));
    assert.equal(inForce(ledger, 'preferred', now + 60 * minute - 1)?.pair, 'busy');
    assert.equal(inForce(ledger, 'preferred', now + 60 * minute), undefined);
  });
});
