import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignInError } from '../../src/entra/reason.ts';
import { networkFailure } from '../../src/graph/failure.ts';
import { retryAfterMs, retryDelay } from '../../src/graph/retry.ts';

const now = Date.parse('2026-11-20T19:07:00Z');

describe('Retry-After', () => {
  const cases: [string | undefined, number | undefined][] = [
    ['2', 2000],
    ['2.128', 2128],
    ['0', 0],
    ['Fri, 20 Nov 2026 19:07:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 19:06:30 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [header, expected] of cases) {
    it(`${JSON.stringify(header)} is ${expected} ms`, () => {
      assert.equal(retryAfterMs(header, now), expected);
    });
  }
});

describe('what is worth repeating', () => {
  for (const status of [429, 502, 503, 504]) {
    it(`${status}, three times at most`, () => {
      assert.equal(retryDelay({ status }, 1, now, 0), 1000);
      assert.equal(retryDelay({ status }, 3, now, 0), 4000);
      assert.equal(retryDelay({ status }, 4, now, 0), undefined);
    });
  }
  for (const status of [400, 401, 403, 404, 409, 500]) {
    it(`not ${status}`, () => {
      assert.equal(retryDelay({ status }, 1, now, 0), undefined);
    });
  }
  it('no answer at all', () => {
    assert.equal(retryDelay({}, 1, now, 0.5), 1250);
  });
});

describe('an attempt without an answer', () => {
  const caused = (code: string) =>
    new Error('Graph client', { cause: Object.assign(new Error('fetch'), { code }) });
  it('was never sent when nobody listened', () => {
    assert.equal(networkFailure(caused('ECONNREFUSED')).mayHold, false);
    assert.equal(networkFailure(caused('ENOTFOUND')).mayHold, false);
  });
  it('may hold when the connection broke or time ran out', () => {
    assert.equal(networkFailure(caused('ECONNRESET')).mayHold, true);
    assert.equal(networkFailure(new DOMException('slow', 'TimeoutError')).mayHold, true);
  });
  it('is a sign-in that failed when no token could be had', () => {
    const failure = networkFailure(new Error('wrapped', { cause: new SignInError(undefined, undefined) }));
    assert.deepEqual(failure, { by: 'signIn', mayHold: false });
  });
});
