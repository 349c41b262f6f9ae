import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { retryAfterMs } from '../../src/timing/retry-after.ts';

const now = Date.parse('2026-11-20T19:07:00Z');
const hour = 3_600_000;

describe('Retry-After', () => {
  const cases: [string | undefined, number | undefined][] = [
    ['2', 2000],
    ['2.128', 2128],
    ['0', 0],
    ['-5', 0],
    ['Fri, 20 Nov 2026 19:07:30 GMT', 30_000],
    ['Friday, 20-Nov-26 19:07:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 19:06:30 GMT', 0],
    // Each of two proxies has added its own.
    ['2, 2', 2000],
    ['2,30', 30_000],
    ['Fri, 20 Nov 2026 19:07:30 GMT, 5', 30_000],
    ['5, Fri, 20 Nov 2026 19:07:30 GMT, 0', 30_000],
    ['soon, 3', 3000],
    ['99999999999999', hour],
    ['Fri, 31 Dec 9999 23:59:59 GMT', hour],
    ['soon', undefined],
    // Numbers and dates to JavaScript, and to nobody else.
    ['1e3', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['2 2', undefined],
    ['2026-11-20', undefined],
    ['', undefined],
    [' ', undefined],
    [',', undefined],
    [undefined, undefined],
  ];
  for (const [header, expected] of cases) {
    it(`${JSON.stringify(header)} is ${expected} ms`, () => {
      assert.equal(retryAfterMs(header, now), expected);
    });
  }
});
