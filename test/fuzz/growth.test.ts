import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { growthOf } from './growth.ts';
import { seeded } from './mutants.ts';

const random = seeded(20261121);
/** A heap at rest goes up and down by that much. */
const breath = 1e6;
const heap = (grown: (count: number) => number) =>
  Array.from({ length: 11 }, (_, n) => ({
    count: 20_000 + n * 1000,
    bytes: 80e6 + grown(n * 1000) + (random() - 0.5) * breath,
  }));

describe('growth for each activity', () => {
  it('is none where the heap only breathes', () => {
    for (let times = 0; times < 50; times += 1) assert.ok(Math.abs(growthOf(heap(() => 0))) < 100);
  });

  it('is what leaks', () => {
    for (let times = 0; times < 50; times += 1) {
      assert.ok(Math.abs(growthOf(heap((count) => 512 * count)) - 512) < 100);
    }
  });

  it('is not made by one sample', () => {
    const samples = heap(() => 0);
    const odd = samples.map(({ count, bytes }, n) => ({ count, bytes: n === 10 ? bytes + 40e6 : bytes }));
    assert.ok(growthOf(odd) < 100);
  });

  it('needs two samples', () => {
    assert.ok(Number.isNaN(growthOf([])));
    assert.ok(Number.isNaN(growthOf(heap(() => 0).slice(0, 1))));
  });
});
