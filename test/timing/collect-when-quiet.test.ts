import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createQuietCollection } from '../../src/timing/collect-when-quiet.ts';

const mebibyte = 1024 * 1024;

describe('A collection when nothing happens', () => {
  let used: number;
  let collected: number;
  let look: (at: number, utilization: number) => void;
  let at: number;

  beforeEach(() => {
    [used, collected, at] = [30 * mebibyte, 0, 0];
    look = createQuietCollection({
      collect: () => {
        collected += 1;
        used = 35 * mebibyte;
      },
      usedBytes: () => used,
    });
  });

  /** Looks every two seconds. */
  const pass = (seconds: number, utilization: number) => {
    for (const end = at + seconds * 1000; at < end;) look((at += 2000), utilization);
  };

  it('comes once, ten seconds after the last work', () => {
    pass(20, 0.5);
    used = 80 * mebibyte;
    pass(8, 0.001);
    assert.equal(collected, 0);
    pass(2, 0.001);
    assert.equal(collected, 1);
    pass(600, 0.001);
    assert.equal(collected, 1);
  });

  it('does not come while there is work, nor for little garbage', () => {
    used = 80 * mebibyte;
    for (let minute = 0; minute < 10; minute += 1) {
      pass(2, 0.02);
      pass(8, 0.001);
    }
    assert.equal(collected, 0);
    used = 40 * mebibyte;
    pass(60, 0.001);
    assert.equal(collected, 0);
  });

  it('comes again after two minutes at the earliest', () => {
    const burst = () => {
      pass(2, 0.5);
      used = 80 * mebibyte;
    };
    burst();
    pass(20, 0.001);
    burst();
    pass(90, 0.001);
    assert.equal(collected, 1);
    pass(20, 0.001);
    assert.equal(collected, 2);
  });
});
