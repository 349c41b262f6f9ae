/** However background work asks, no window ever holds more than its share. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { spend } from '../../src/store/budget.ts';

const limit = { calls: 50, seconds: 30, backgroundShare: 0.8 };
const asks = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 20_000 }), wanted: fc.integer({ min: 0, max: 60 }) }),
  { maxLength: 60 },
);

it('no 30 seconds, wherever they begin, hold more than eight tenths of the calls', () => {
  fc.assert(
    fc.property(asks, (all) => {
      const calls: number[] = [];
      let spent = {};
      let now = 1_000_000_000_000;
      for (const { after, wanted } of all) {
        now += after;
        const answer = spend(spent, wanted, now, limit);
        spent = answer.spent;
        assert.ok(answer.granted <= wanted && answer.againAt > now);
        calls.push(...Array.from({ length: answer.granted }, () => now));
      }
      for (const from of calls)
        assert.ok(calls.filter((at) => at >= from && at < from + 30_000).length <= 40);
    }),
  );
});

it('what is asked for later is granted, when it was said that it would be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (wanted) => {
      const now = 1_000_000_000_500;
      const first = spend({}, 40, now, limit);
      const refused = spend(first.spent, wanted, now + 1000, limit);
      assert.equal(refused.granted, 0);
      assert.equal(spend(refused.spent, wanted, refused.againAt, limit).granted, wanted);
    }),
  );
});
