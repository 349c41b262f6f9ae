import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createQuietCollection } from '../../src/timing/collect-when-quiet.ts';

const mebibyte = 1024 * 1024;

describe('A collection when nothing happens', () => {
  let used: number;
  let collected: number;
  let look: (at: number, cpuMs: number) => void;
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

  /** Looks every two seconds, with so much work since the last time. */
  const pass = (seconds: number, cpuMs: number) => {
    for (const end = at + seconds * 1000; at < end;) look((at += 2000), cpuMs);
  };

  it('comes once, ten seconds after the last work', () => {
    pass(20, 2000);
    used = 80 * mebibyte;
    pass(8, 10);
    assert.equal(collected, 0);
    pass(2, 10);
    assert.equal(collected, 1);
    pass(600, 10);
    assert.equal(collected, 1);
  });

  it('does not come while there is work, nor for little garbage', () => {
    used = 80 * mebibyte;
    for (let minute = 0; minute < 10; minute += 1) {
      pass(2, 200);
      pass(8, 10);
    }
    assert.equal(collected, 0);
    used = 40 * mebibyte;
    pass(60, 10);
    assert.equal(collected, 0);
  });

  it('comes again after two minutes at the earliest', () => {
    const burst = () => {
      pass(2, 2000);
      used = 80 * mebibyte;
    };
    burst();
    pass(20, 10);
    burst();
    pass(90, 10);
    assert.equal(collected, 1);
    pass(20, 10);
    assert.equal(collected, 2);
  });
});
