/** When a token is asked for anew, on a movable clock. */

import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, it, mock, afterEach } from 'node:test';
import { createRenewed, type Renewed } from '../../src/entra/renewal.ts';

type Asked = PromiseWithResolvers<{
  token: string;
  expiresOnTimestamp: number;
  refreshAfterTimestamp?: number;
} | null>;

let asked: Asked[];
let renewed: Renewed;
beforeEach(() => {
  mock.timers.enable({ apis: ['Date', 'setTimeout'] });
  asked = [];
  renewed = createRenewed(() => {
    const one: Asked = Promise.withResolvers();
    asked.push(one);
    return one.promise;
  }, 10_000);
});
afterEach(() => {
  mock.timers.reset();
});

/** Answers the latest question with a token that lasts an hour. */
const answer = async (token: string, refreshInMs?: number): Promise<void> => {
  const now = Date.now();
  asked.at(-1)?.resolve({
    token,
    expiresOnTimestamp: now + 3_600_000,
    ...(refreshInMs === undefined ? {} : { refreshAfterTimestamp: now + refreshInMs }),
  });
  await turn();
};
const minutes = (many: number) => {
  mock.timers.tick(many * 60_000);
};

describe('a token', () => {
  it('is asked for once by many who need it at the same time, and kept', async () => {
    const all = Promise.all([renewed.get(), renewed.get(), renewed.get()]);
    await answer('a');
    assert.deepEqual(await all, ['a', 'a', 'a']);
    minutes(57);
    assert.equal(await renewed.get(), 'a');
    assert.equal(asked.length, 1);
    assert.equal(renewed.newest(), 'a');
  });

  it('is renewed once beside those who ask for it two minutes before its end', async () => {
    void renewed.get();
    await answer('a');
    minutes(58);
    assert.deepEqual(await Promise.all([renewed.get(), renewed.get()]), ['a', 'a']);
    assert.equal(asked.length, 2);
    await answer('b');
    assert.equal(await renewed.get(), 'b');
    assert.equal(asked.length, 2);
  });

  it('is renewed earlier where Entra asks for that', async () => {
    void renewed.get();
    await answer('a', 30 * 60_000);
    minutes(29);
    await renewed.get();
    assert.equal(asked.length, 1);
    minutes(1);
    assert.equal(await renewed.get(), 'a');
    assert.equal(asked.length, 2);
  });

  it('that nobody asked for until its end is waited for', async () => {
    void renewed.get();
    await answer('a');
    minutes(60);
    const next = renewed.get();
    await answer('b');
    assert.equal(await next, 'b');
  });

  it('that does not come is given up in time, and asked for anew by the next who needs it', async () => {
    const hung = assert.rejects(renewed.get(), /no token within 10000 ms/);
    await turn();
    mock.timers.tick(10_000);
    await hung;
    const next = renewed.get();
    assert.equal(asked.length, 2);
    asked[0]?.reject(new Error('too late to matter'));
    await answer('b');
    assert.equal(await next, 'b');
  });

  it('that the credential does not have is an error, and no token', async () => {
    const none = assert.rejects(renewed.get(), /has no token/);
    asked[0]?.resolve(null);
    await none;
    assert.equal(renewed.newest(), undefined);
  });
});
