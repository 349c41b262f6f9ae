/** Which claim holds, and what is told to Graph about it. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decide } from '../../src/sessions/decide.ts';
import { strongestOf } from '../../src/sessions/decide.ts';
import type { Claim } from '../../src/presence/claim.ts';
import { pairOf } from '../../src/presence/pairs.ts';
import type { SlotState } from '../../src/presence/claim.ts';
import { claimOf, claims, hour, minute, nine } from './samples.ts';

const empty: SlotState = { held: undefined, goal: undefined, nextAt: 0, failures: 0 };
const order = ['Away', 'Available', 'Busy', 'DoNotDisturb'];
const rank = ({ pair }: Claim) => order.indexOf(pairOf(pair).availability);
const many = fc.uniqueArray(claims, { selector: ({ id }) => id, minLength: 1, maxLength: 6 });

describe('the claim that holds', () => {
  it('is the strongest; among equals the one asked for; among those the newest', () => {
    fc.assert(
      fc.property(
        many,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
        (some, ages) => {
          const all = some.map((claim, index) => ({
            ...claim,
            openedAt: nine - (ages[index] ?? 0) * minute,
          }));
          const holder = strongestOf(all);
          assert.ok(holder !== undefined);
          for (const other of all) {
            assert.ok(rank(holder) >= rank(other));
            if (rank(holder) > rank(other)) continue;
            const [mine, theirs] = [holder, other].map(({ source }) => source.kind === 'asked');
            assert.ok(mine === true || theirs === false);
            if (mine === theirs) assert.ok(holder.openedAt >= other.openedAt);
          }
        },
      ),
    );
  });

  it('is the same whatever order they come in', () => {
    fc.assert(
      fc.property(many, (some) => {
        assert.equal(strongestOf(some)?.id, strongestOf(some.toReversed())?.id);
      }),
    );
  });

  it('is none of none', () => {
    assert.equal(strongestOf([]), undefined);
  });
});

describe('a person’s slot', () => {
  it('is set for the holder, and then left alone until its renewal', () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 0, max: 23 * 60 }), (some, minutes) => {
        const now = nine + minutes * minute;
        const { step, holder, over } = decide(some, empty, now);
        for (const claim of over) assert.ok(claim.endsAt - now < 5 * minute);
        if (holder === undefined) {
          assert.equal(step.kind, 'gone');
          return;
        }
        assert.ok(step.kind === 'set' && step.claim.id === holder.id);
        // Graph takes no less than five minutes.
        assert.ok(step.plan.until <= holder.endsAt || step.plan.until === now + 5 * minute);
        const { until, nextAt = holder.endsAt } = step.plan;
        const held = { claimId: holder.id, pair: holder.pair, until };
        const state = { held, goal: step.goal, nextAt, failures: 0 };
        assert.equal(decide(some, state, now).step.kind, 'rest');
        assert.equal(decide(some, state, Math.min(nextAt, until) - 1).step.kind, 'rest');
      }),
    );
  });

  const first = claimOf({ pair: 'inACall' });
  const held = { claimId: first.id, pair: first.pair, until: nine + 4 * hour };
  const holding: SlotState = { held, goal: first.id, nextAt: nine + 3 * hour, failures: 0 };

  it('is cleared when its claim was taken away, though not when it has run out', () => {
    assert.deepEqual(decide([], holding, nine).step, { kind: 'clear', goal: 'clear' });
    assert.deepEqual(decide([], holding, nine + 4 * hour).step, { kind: 'gone' });
    assert.deepEqual(decide([first], holding, first.endsAt).step, { kind: 'gone' });
  });

  it('is taken by a stronger claim, and goes back when that has ended', () => {
    const meeting = claimOf({ source: { kind: 'meeting', meetingId: 'm' }, endsAt: nine + hour });
    const { step } = decide([first, meeting], holding, nine);
    assert.ok(step.kind === 'set' && step.claim === meeting);
    const taken: SlotState = {
      held: { claimId: meeting.id, pair: meeting.pair, until: meeting.endsAt },
      goal: meeting.id,
      nextAt: meeting.endsAt,
      failures: 0,
    };
    for (const now of [nine + minute, meeting.endsAt]) {
      const back = decide(now === meeting.endsAt ? [first, meeting] : [first], taken, now);
      assert.ok(back.step.kind === 'set' && back.step.claim === first);
    }
  });

  it('is not set again for what a weaker claim says, unless it is the holder’s own newer choice', () => {
    const weaker = claimOf({ pair: 'sessionAway', source: { kind: 'meeting', meetingId: 'm' } });
    assert.equal(decide([first, weaker], holding, nine).step.kind, 'rest');
    const newer = claimOf({ pair: 'inACall', openedAt: nine + 1 });
    const { step } = decide([newer], holding, nine + 1);
    assert.ok(step.kind === 'set' && step.claim === newer);
  });

  it('is cleared of a stronger session when too little is left of the weaker to be set', () => {
    const short = claimOf({ pair: 'sessionAway', endsAt: nine + 4 * minute });
    const { step, over } = decide([short], holding, nine);
    assert.equal(step.kind, 'clear');
    assert.deepEqual(over, [short]);
  });

  it('that is unsure is put right, and one that failed waits for its time', () => {
    const unsure = { ...holding, held: { ...held, claimId: undefined }, goal: undefined };
    assert.equal(decide([first], unsure, nine).step.kind, 'set');
    assert.equal(decide([], unsure, nine).step.kind, 'clear');
    const failed = { ...unsure, goal: first.id, nextAt: nine + minute, failures: 1 };
    assert.equal(decide([first], failed, nine).step.kind, 'rest');
    assert.equal(decide([first], failed, nine + minute).step.kind, 'set');
    assert.equal(
      decide([], failed, nine).step.kind,
      'clear',
      'a newer choice does not wait for an older one',
    );
  });
});
