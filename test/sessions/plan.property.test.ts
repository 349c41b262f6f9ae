/** Whatever was promised: Graph's bounds are kept, the end is exact, and no call more is made than needed. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { planOf, type RenewalPlan } from '../../src/sessions/renewal-plan.ts';
import { fewestCalls } from '../support/fewest-calls.ts';
import type { Claim } from '../../src/presence/claim.ts';
import { pairOf } from '../../src/presence/pairs.ts';
import { claimOf, claims, hour, minute, nine, sessionPairs, userOf } from './samples.ts';

type Sent = RenewalPlan & { readonly at: number };

/** Every call that a promise takes, each late by as much as `late` says. */
function callsFor(claim: Claim, late: (call: number) => number = () => 0): readonly Sent[] {
  const calls: Sent[] = [];
  let at: number | undefined = claim.openedAt;
  while (at !== undefined) {
    const plan = planOf(claim, at);
    if (plan === undefined) break;
    calls.push({ ...plan, at });
    at = plan.nextAt === undefined ? undefined : plan.nextAt + late(calls.length);
    assert.ok(calls.length < 1000);
  }
  return calls;
}

const isAvailable = ({ pair }: Claim) => pairOf(pair).availability === 'Available';

describe('a promise', () => {
  it('is asked for in durations that Graph takes, which say when the session ends', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        for (const { at, until, seconds } of callsFor(claim)) {
          assert.ok(seconds >= 300 && seconds <= 14_400, String(seconds));
          assert.equal(until, at + seconds * 1000);
        }
      }),
    );
  });

  it('is never outlived, and its last piece carries exactly the rest, to the second', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const calls = callsFor(claim);
        for (const { until } of calls) assert.ok(until <= claim.endsAt);
        const last = calls.at(-1);
        assert.ok(last !== undefined && claim.endsAt - last.until < 1000);
      }),
    );
  });

  it('is kept without a gap, even with renewals up to twenty seconds late', () => {
    fc.assert(
      fc.property(
        claims,
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1 }),
        (claim, delays) => {
          const calls = callsFor(claim, (call) => delays[call % delays.length] ?? 0);
          for (const [index, { at }] of calls.slice(1).entries()) {
            const before = calls[index];
            assert.ok(before !== undefined && at < before.until, 'renewed before it ends');
            if (isAvailable(claim)) assert.ok(at - before.at <= 5 * minute, 'before it fades');
          }
          const last = calls.at(-1);
          assert.ok(last !== undefined && last.until <= claim.endsAt && claim.endsAt - last.until < 1000);
        },
      ),
    );
  });

  it('takes the fewest calls, but for what the margin of safety costs', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const calls = callsFor(claim).length;
        const length = claim.endsAt - claim.openedAt;
        const fewest = fewestCalls(claim.pair, length);
        if (isAvailable(claim)) assert.equal(calls, fewest);
        // Twenty minutes of margin in each of six renewals are less than one piece.
        else assert.ok(calls <= fewest + 1 && calls >= fewest);
      }),
    );
  });

  it('of a day takes at most 0.3 calls an hour, and an Available one at most one in four and a half minutes', () => {
    for (const pair of sessionPairs) {
      for (let user = 0; user < 200; user += 1) {
        const claim = claimOf({ pair, userId: userOf(user), endsAt: nine + 24 * hour });
        const calls = callsFor(claim).length;
        const most = isAvailable(claim) ? (24 * 60) / 4.5 : 0.3 * 24;
        assert.ok(calls <= most, `${pair}: ${calls}`);
      }
    }
  });
});

describe('the renewals of 2,000 people who were set at the same moment', () => {
  it('are spread over ten minutes: no second has more than one in forty of them', () => {
    const seconds = new Map<number, number>();
    for (let user = 0; user < 2000; user += 1) {
      const plan = planOf(claimOf({ userId: userOf(user) }), nine);
      assert.ok(plan?.nextAt !== undefined);
      const before = plan.until - plan.nextAt;
      assert.ok(before >= 10 * minute && before <= 20 * minute);
      const second = Math.floor(plan.nextAt / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    assert.ok(Math.max(...seconds.values()) <= 50);
    assert.ok(seconds.size > 300);
  });
});

describe('what is too short', () => {
  const left: [number, number | undefined][] = [
    [5 * minute, 300],
    [5 * minute - 5000, 300],
    [5 * minute - 5001, undefined],
    [0, undefined],
    [-hour, undefined],
    [5 * minute + 999, 300],
    [5 * minute + 1000, 301],
    [4 * hour, 14_400],
    [4 * hour + 1, 14_400],
  ];
  for (const [ms, expected] of left)
    it(`${ms} ms: ${expected ?? 'not asked for'}`, () => {
      const claim = claimOf({ endsAt: nine + ms });
      assert.equal(planOf(claim, nine)?.seconds, expected);
    });
});
