/** What `/readyz` tells, from its parts. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignInError } from '../../src/entra/reason.ts';
import { createReadiness, type ReadinessParts } from '../../src/app/readiness.ts';

const now = () => Date.UTC(2026, 10, 20, 19, 7);
const parts: ReadinessParts = { draining: () => false, memory: undefined, signIn: () => undefined, now };
const withStore = (ping: () => Promise<void>): ReadinessParts => ({
  ...parts,
  memory: { missing: () => undefined, store: () => ({ ping }) },
});

describe('nothing is missing', () => {
  for (const [name, given] of [
    ['where nothing outlives the process', parts],
    [
      'of a store that nothing needs yet',
      { ...parts, memory: { missing: () => undefined, store: () => undefined } },
    ],
    ['of a store that answers', withStore(() => Promise.resolve())],
  ] as const) {
    it(name, async () => {
      assert.deepEqual(await createReadiness(given)(), []);
    });
  }
});

describe('what is missing', () => {
  it('is said all at once', async () => {
    const missing = await createReadiness({
      ...parts,
      draining: () => true,
      memory: { missing: () => 'store: it is being opened', store: () => undefined },
      signIn: () => new SignInError('AADSTS7000222', 'the client secret has run out'),
    })();
    assert.deepEqual(missing, [
      'process: it is stopping, and takes no more turns',
      'store: it is being opened',
      'sign-in to Microsoft Entra: AADSTS7000222, the client secret has run out',
    ]);
  });

  it('a store that does not answer any more is told of with the time, and never by its address', async () => {
    const missing = await createReadiness(
      withStore(() => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:5432 password=hunter2'))),
    )();
    assert.match(String(missing), /^store: no answer since 2026-11-20T19:07:00.000Z; plain changes work/);
    assert.doesNotMatch(String(missing), /10\.1|hunter2/);
  });

  it('is asked of the database once, however many ask', async () => {
    let pings = 0;
    const missing = createReadiness(
      withStore(() => {
        pings += 1;
        return Promise.resolve();
      }),
    );
    await Promise.all(Array.from({ length: 50 }, missing));
    assert.equal(pings, 1);
  });

  it('a sign-in that fails without a reason points to the log', async () => {
    const missing = await createReadiness({
      ...parts,
      signIn: () => new SignInError(undefined, undefined),
    })();
    assert.deepEqual(missing, ['sign-in to Microsoft Entra: no token; the log has more']);
  });

  it('a Bot Connector that does not answer is told of with the time', async () => {
    const missing = await createReadiness({ ...parts, connectorSilentSince: now })();
    assert.match(
      missing.join(),
      /^Bot Connector: no answer since 2026-11-20T19:07:00.000Z; changes are made/,
    );
  });
});
