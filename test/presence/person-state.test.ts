import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Holding, WantedPresence } from '../../src/presence/intent.ts';
import { emptyState, inForce, type PersonState } from '../../src/presence/person-state.ts';
import { enterByTime, entryOf } from '../../src/presence/state-entry.ts';
import { extendLast } from '../../src/presence/extend.ts';
import { undoLast } from '../../src/presence/undo.ts';
import type { PreferredId, SessionPairId } from '../../src/presence/pairs.ts';
import type { Outcome } from '../../src/presence/outcome.ts';
import { validate } from '../../src/presence/validate.ts';
import { now, policy, record, request } from './samples.ts';

const minute = 60_000;

/** What becomes of a wish when Graph answers each step in the given way; `lost` is a failure that may hold. */
function outcomeOf(
  wanted: WantedPresence,
  at: number,
  ...kinds: ('applied' | 'absent' | 'failed' | 'lost')[]
): Outcome {
  const judged = validate(request(wanted), policy, at);
  assert.ok(judged.ok);
  const steps = judged.value.steps.map((step, index): Outcome['steps'][number] => {
    const kind = kinds[index] ?? 'applied';
    const call = { request: step.request, at };
    if (kind === 'applied' || kind === 'absent') return { step, result: { kind, call } };
    return { step, result: { kind: 'failed', call, failure: { by: 'refused', mayHold: kind === 'lost' } } };
  });
  return { change: judged.value, steps };
}

const prefer = (status: PreferredId, minutes: number): Extract<WantedPresence, { kind: 'prefer' }> => ({
  kind: 'prefer',
  status,
  end: { said: 'duration', seconds: minutes * 60 },
});
const busy = (minutes: number) => prefer('busy', minutes);
const dnd = (minutes: number) => prefer('doNotDisturb', minutes);
const withMessage = (wanted: Extract<WantedPresence, { kind: 'prefer' }>): WantedPresence => ({
  ...wanted,
  message: 'deep work',
});
const after = (...outcomes: Outcome[]): PersonState =>
  outcomes.reduce((personState, outcome) => record(personState, outcome, 'change'), emptyState);

describe('undo', () => {
  it('clears what the bot set when it had set nothing before, and says why', () => {
    assert.deepEqual(undoLast(after(outcomeOf(busy(60), now)), now), {
      kind: 'undo',
      wanted: { kind: 'put', holdings: [], emptied: ['preferred'] },
      assumed: [{ code: 'emptied', slot: 'preferred', why: 'nothingBefore' }],
    });
  });

  it('goes back to what another process had set before, though that is heard of later', () => {
    const entry = (outcome: Outcome) => entryOf(emptyState, outcome, 'change');
    const first = entry(outcomeOf(busy(60), now));
    const second = entry(outcomeOf(dnd(30), now + minute));
    const state = [second, first].reduce(enterByTime, emptyState);
    assert.deepEqual(
      undoLast(state, now + 2 * minute),
      undoLast([first, second].reduce(enterByTime, emptyState), now + 2 * minute),
    );
    assert.equal(undoLast(state, now + 2 * minute).kind, 'undo');
  });

  it('puts back what the bot had set before, to its own end', () => {
    const personState = after(outcomeOf(busy(60), now), outcomeOf(dnd(30), now + minute));
    const before: Holding = { slot: 'preferred', pair: 'busy', endsAt: now + 60 * minute };
    assert.deepEqual(undoLast(personState, now + 2 * minute), {
      kind: 'undo',
      wanted: { kind: 'put', holdings: [before], emptied: [] },
      assumed: [],
    });
  });

  it('clears when what was there before has ended meanwhile, and says so', () => {
    const personState = after(outcomeOf(busy(10), now), outcomeOf(dnd(60), now + minute));
    const undone = undoLast(personState, now + 11 * minute);
    assert.ok(undone.kind === 'undo');
    assert.deepEqual(undone.assumed, [{ code: 'emptied', slot: 'preferred', why: 'ended' }]);
  });

  it('says so when too little is left of a session to put it back', () => {
    const open = (session: SessionPairId, seconds: number): WantedPresence => ({
      kind: 'open',
      session,
      end: { said: 'duration', seconds },
    });
    const personState = after(
      outcomeOf(open('presenting', 600), now),
      outcomeOf(open('inACall', 3600), now + minute),
    );
    const undone = undoLast(personState, now + 6 * minute);
    assert.ok(undone.kind === 'undo');
    assert.deepEqual(undone.assumed, [{ code: 'emptied', slot: 'session', why: 'tooLittleLeft' }]);
  });

  it('leaves alone what has ended by itself: what stands there now is the person’s own choice', () => {
    const personState = after(outcomeOf(busy(10), now));
    assert.deepEqual(undoLast(personState, now + 24 * 60 * minute), { kind: 'none', why: 'ended' });
  });

  it('leaves a status alone that ended by itself, even where an earlier one would still run', () => {
    const personState = after(outcomeOf(busy(120), now), outcomeOf(dnd(10), now));
    assert.deepEqual(undoLast(personState, now + 11 * minute), { kind: 'none', why: 'ended' });
  });

  it('after a doubt puts back what surely was there, not what may have been', () => {
    const personState = after(
      outcomeOf(busy(120), now),
      outcomeOf(dnd(180), now, 'lost'),
      outcomeOf(prefer('away', 60), now),
    );
    const undone = undoLast(personState, now);
    assert.ok(undone.kind === 'undo' && undone.wanted.kind === 'put');
    assert.deepEqual(
      undone.wanted.holdings.map((one) => one.slot === 'preferred' && one.pair),
      ['busy'],
    );
  });

  it('after the same was said twice, as by a double click, goes back to before the first', () => {
    const personState = after(
      outcomeOf(busy(120), now),
      outcomeOf(dnd(60), now + minute),
      outcomeOf(dnd(60), now + minute + 1000),
    );
    const undone = undoLast(personState, now + 2 * minute);
    assert.ok(undone.kind === 'undo' && undone.wanted.kind === 'put');
    assert.deepEqual(
      undone.wanted.holdings.map((one) => one.slot === 'preferred' && one.pair),
      ['busy'],
    );
  });

  it('after another end was chosen goes back to the end before it', () => {
    const personState = after(outcomeOf(busy(60), now), outcomeOf(busy(120), now));
    const undone = undoLast(personState, now);
    assert.ok(undone.kind === 'undo' && undone.wanted.kind === 'put');
    assert.deepEqual(
      undone.wanted.holdings.map(({ endsAt }) => endsAt),
      [now + 60 * minute],
    );
  });

  it('is not taken by a clear of what was not there', () => {
    const absent = outcomeOf({ kind: 'clear', slots: ['session'] }, now, 'absent');
    const undone = undoLast(after(outcomeOf(dnd(120), now), absent), now);
    assert.ok(undone.kind === 'undo' && undone.wanted.kind === 'put');
    assert.deepEqual(undone.wanted.emptied, ['preferred']);
  });

  it('of a clear says why when what was cleared is over', () => {
    const cleared = outcomeOf({ kind: 'clear', slots: ['preferred'] }, now);
    const personState = after(outcomeOf(busy(10), now), cleared);
    assert.deepEqual(undoLast(personState, now + 11 * minute), { kind: 'none', why: 'ended' });
  });

  it('of a clear, done, is done', () => {
    const personState = after(
      outcomeOf(busy(60), now),
      outcomeOf({ kind: 'clear', slots: ['session', 'preferred'] }, now),
    );
    const undone = undoLast(personState, now);
    assert.ok(undone.kind === 'undo');
    const then = record(personState, outcomeOf(undone.wanted, now), 'undo');
    assert.deepEqual(undoLast(then, now), { kind: 'none', why: 'already' });
  });

  it('of a clear brings back only what the bot knows of', () => {
    const cleared = outcomeOf({ kind: 'clear', slots: ['preferred'] }, now);
    assert.deepEqual(undoLast(after(cleared), now), { kind: 'none', why: 'cleared' });
    const undone = undoLast(after(outcomeOf(busy(60), now), cleared), now);
    assert.ok(undone.kind === 'undo' && undone.wanted.kind === 'put');
    assert.deepEqual(
      undone.wanted.holdings.map(({ slot }) => slot),
      ['preferred'],
    );
  });

  it('twice does nothing the second time', () => {
    const personState = after(outcomeOf(busy(60), now));
    const undone = undoLast(personState, now);
    assert.ok(undone.kind === 'undo');
    const then = record(personState, outcomeOf(undone.wanted, now), 'undo');
    assert.deepEqual(undoLast(then, now), { kind: 'none', why: 'already' });
  });

  it('that succeeded by half can be finished', () => {
    const personState = after(outcomeOf(withMessage(busy(60)), now));
    const undone = undoLast(personState, now);
    assert.ok(undone.kind === 'undo');
    const half = record(personState, outcomeOf(undone.wanted, now, 'applied', 'failed'), 'undo');
    const rest = undoLast(half, now);
    assert.ok(rest.kind === 'undo' && rest.wanted.kind === 'put');
    assert.deepEqual(rest.wanted.emptied, ['message']);
  });

  it('touches only what Graph had accepted', () => {
    const undone = undoLast(after(outcomeOf(withMessage(busy(60)), now, 'applied', 'failed')), now);
    assert.ok(undone.kind === 'undo' && undone.wanted.kind === 'put');
    assert.deepEqual(undone.wanted.emptied, ['preferred']);
  });

  it('takes back what may hold although its answer was lost', () => {
    const personState = after(outcomeOf(busy(60), now), outcomeOf(dnd(30), now, 'lost'));
    const undone = undoLast(personState, now);
    assert.ok(undone.kind === 'undo' && undone.wanted.kind === 'put');
    assert.deepEqual(
      undone.wanted.holdings.map((one) => one.slot === 'preferred' && one.pair),
      ['busy'],
    );
  });

  it('has nothing to do before the first change', () => {
    assert.deepEqual(undoLast(emptyState, now), { kind: 'none', why: 'noChange' });
  });
});

describe('extend', () => {
  const half = (endsAt: number) => endsAt + 30 * minute;

  it('moves a status and its message to one later end', () => {
    const found = extendLast(after(outcomeOf(withMessage(busy(60)), now)), now, half);
    assert.ok(found.kind === 'extend' && found.wanted.kind === 'put');
    assert.deepEqual(
      found.wanted.holdings.map(({ slot, endsAt }) => [slot, endsAt]),
      [
        ['preferred', now + 90 * minute],
        ['message', now + 90 * minute],
      ],
    );
  });

  it('of a change that left nothing with an end lengthens the status that still runs', () => {
    const personState = after(
      outcomeOf(busy(60), now),
      outcomeOf({ kind: 'message', text: 'hello', end: { said: 'nothing' } }, now),
    );
    const found = extendLast(personState, now, half);
    assert.ok(found.kind === 'extend' && found.wanted.kind === 'put');
    assert.deepEqual(
      found.wanted.holdings.map(({ slot }) => slot),
      ['preferred'],
    );
  });

  it('has nothing to lengthen once it has ended, or after a clear', () => {
    const personState = after(outcomeOf(busy(60), now));
    assert.deepEqual(extendLast(personState, now + 60 * minute, half), { kind: 'none', why: 'nothing' });
    const cleared = after(outcomeOf(busy(60), now), outcomeOf({ kind: 'clear', slots: ['preferred'] }, now));
    assert.deepEqual(extendLast(cleared, now, half), { kind: 'none', why: 'nothing' });
  });

  it('never shortens', () => {
    const found = extendLast(after(outcomeOf(busy(60), now)), now, () => now + 30 * minute);
    assert.deepEqual(found, { kind: 'none', why: 'notLater', endsAt: now + 60 * minute });
  });

  it('does not build on a clear that nobody knows to hold', () => {
    const personState = after(
      outcomeOf(busy(60), now),
      outcomeOf({ kind: 'clear', slots: ['preferred'] }, now, 'lost'),
    );
    assert.deepEqual(extendLast(personState, now, half), { kind: 'none', why: 'inDoubt' });
  });

  it('no longer doubts what has ended either way', () => {
    const personState = after(outcomeOf(dnd(30), now, 'lost'));
    assert.deepEqual(extendLast(personState, now + 31 * minute, half), { kind: 'none', why: 'nothing' });
  });

  it('does not build on what nobody knows to hold', () => {
    const personState = after(outcomeOf(busy(60), now), outcomeOf(dnd(30), now, 'lost'));
    assert.deepEqual(extendLast(personState, now, half), { kind: 'none', why: 'inDoubt' });
  });
});

describe('the ledger', () => {
  it('knows nothing of a change that Graph refused, but keeps its call for support', () => {
    const personState = after(outcomeOf(busy(60), now, 'failed'));
    assert.equal(inForce(personState, 'preferred', now), undefined);
    assert.equal(personState.call?.request.action, 'setUserPreferredPresence');
    assert.deepEqual(undoLast(personState, now), { kind: 'none', why: 'noChange' });
  });

  it('forgets a holding when it ends', () => {
    const personState = after(outcomeOf(busy(60), now));
    assert.equal(inForce(personState, 'preferred', now + 60 * minute - 1)?.pair, 'busy');
    assert.equal(inForce(personState, 'preferred', now + 60 * minute), undefined);
  });
});
