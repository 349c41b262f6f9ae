/** Whether the bot can sign in: told once, looked at until it can, and never taken from a single failure. */

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { SignInError } from '../../src/entra/reason.ts';
import { watchSignIn, type SignInWatch } from '../../src/entra/watch.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import { TENANT_ID } from '../support/activities.ts';

const home = guid(TENANT_ID) ?? assert.fail();
const other = guid('99999999-9999-4999-8999-999999999999') ?? assert.fail();
const scope = 'https://graph.example/.default';

let broken: boolean;
let asked: [Guid, string][];
let told: (string | undefined)[];
let counted: string[];
let watch: SignInWatch;
beforeEach(() => {
  [broken, asked, told, counted] = [false, [], [], []];
  watch = watchSignIn(
    {
      get: (tenant, of) => {
        asked.push([tenant, of]);
        return broken || tenant === other
          ? Promise.reject(new SignInError('AADSTS7000222', 'it has run out'))
          : Promise.resolve('token');
      },
      refused: () => undefined,
    },
    {
      home,
      scopes: [scope, 'bot'],
      failed: (tenant) => counted.push(tenant),
      beganToFail: ({ code }) => told.push(code),
      againMs: 1,
    },
  );
});
const until = async (holds: () => boolean) => {
  while (!holds()) await turn();
};

describe('a sign-in', () => {
  it('that works is asked for once, for everything that is needed', async () => {
    await watch.look();
    assert.equal(watch.failing(), undefined);
    assert.deepEqual(asked, [
      [home, scope],
      [home, 'bot'],
    ]);
  });

  it('that fails is told once, looked at again by itself, and over when it works', async () => {
    broken = true;
    const looking = watch.look();
    await until(() => asked.length >= 6);
    assert.equal(watch.failing()?.code, 'AADSTS7000222');
    broken = false;
    await looking;
    assert.equal(watch.failing(), undefined);
    assert.deepEqual(told, ['AADSTS7000222']);
  });

  it('that fails for a single token and works a moment later is no reason not to be ready', async () => {
    broken = true;
    await assert.rejects(watch.tokens.get(home, scope), SignInError);
    broken = false;
    await until(() => asked.length === 3);
    await turn();
    assert.equal(watch.failing(), undefined);
    assert.deepEqual([told, counted], [[], ['own']]);
  });

  it('that begins to fail while the bot runs is noticed by the tokens that fail', async () => {
    broken = true;
    await assert.rejects(watch.tokens.get(home, scope), SignInError);
    await until(() => watch.failing() !== undefined);
    watch.close();
    assert.deepEqual(told, ['AADSTS7000222']);
  });

  it('in another tenant is that tenant’s own affair', async () => {
    await assert.rejects(watch.tokens.get(other, scope), SignInError);
    assert.deepEqual(counted, ['other']);
    for (let n = 0; n < 20; n += 1) await turn();
    assert.deepEqual([asked.length, watch.failing()], [1, undefined]);
  });
});
