import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignInError } from '../../src/entra/reason.ts';
import { networkFailure } from '../../src/graph/failure.ts';
import { waitingDelay } from '../../src/presence/retry.ts';

describe('what is worth repeating', () => {
  for (const status of [429, 502, 503, 504]) {
    it(`${status}, three times at most`, () => {
      assert.equal(waitingDelay({ status }, 1, 0), 1000);
      assert.equal(waitingDelay({ status }, 3, 0), 4000);
      assert.equal(waitingDelay({ status }, 4, 0), undefined);
    });
  }
  for (const status of [400, 401, 403, 404, 409, 500]) {
    it(`not ${status}`, () => {
      assert.equal(waitingDelay({ status }, 1, 0), undefined);
    });
  }
  it('no answer at all', () => {
    assert.equal(waitingDelay({}, 1, 0.5), 1250);
  });
  it('never sooner than without being asked to wait, and as late as asked', () => {
    assert.equal(waitingDelay({ status: 429, askedMs: 0 }, 1, 0), 1000);
    assert.equal(waitingDelay({ status: 429, askedMs: 2000 }, 3, 0.5), 5000);
    assert.equal(waitingDelay({ status: 429, askedMs: 9000 }, 3, 0.5), 9000);
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
