import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDuration } from '../../src/simulator/duration.ts';

const lengths: readonly (readonly [string, number | undefined])[] = [
  ['PT5M', 300],
  ['PT1H', 3600],
  ['PT90S', 90],
  ['P1D', 86_400],
  ['P7D', 604_800],
  ['P1DT2H3M4S', 93_784],
  ['P0D', 0],
  ['PT0S', 0],
  ['PT007M', 420],
  ['-PT5M', -300],
  ['P', undefined],
  ['PT', undefined],
  ['P1DT', undefined],
  ['', undefined],
  ['P1W', undefined],
  ['P1M', undefined],
  ['P1Y', undefined],
  ['PT1.5H', undefined],
  ['PT1.5S', undefined],
  ['pt5m', undefined],
  ['PT5M ', undefined],
];

describe('the length of a duration', () => {
  for (const [text, seconds] of lengths) {
    it(`${JSON.stringify(text)} is ${seconds === undefined ? 'none' : `${seconds} s`}`, () => {
      assert.equal(readDuration(text, 'refuse'), seconds);
    });
  }

  it('has decimals of a second only where they are wanted, and only of a second', () => {
    assert.equal(readDuration('PT1.5S', 'accept'), 1.5);
    assert.equal(readDuration('PT1.5M', 'accept'), undefined);
  });
});
