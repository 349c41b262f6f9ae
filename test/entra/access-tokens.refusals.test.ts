/** An Entra that is out of order: nobody waits longer for it than a token is worth, and the bot goes on when it is back. */

import assert from 'node:assert/strict';
import { after, afterEach, describe, it, type TestContext } from 'node:test';
import type { BotIdentity } from '../../src/config/config.ts';
import { clouds } from '../../src/config/clouds.ts';
import { SignInError } from '../../src/entra/reason.ts';
import { createTokens } from '../../src/entra/access-tokens.ts';
import { guid } from '../../src/presence/intent.ts';
import { BOT_ID, TENANT_ID } from '../support/activities.ts';
import { makeCertificates } from '../support/certificates.ts';
import { startEntra } from '../support/entra.ts';

const scope = 'https://graph.microsoft.com/.default';
const certificates = await makeCertificates();
certificates.trust();
const entra = await startEntra({
  certificates,
  applications: [{ clientId: BOT_ID, tenants: [TENANT_ID], secrets: ['s'] }],
});
after(async () => {
  await entra.close();
  certificates.remove();
});
afterEach(() => {
  entra.outage();
  entra.lifetime(3599);
  entra.clear();
});

const [id, tenantId] = [guid(BOT_ID), guid(TENANT_ID)];
assert.ok(id !== undefined && tenantId !== undefined);
const identity: BotIdentity = {
  id,
  tenantId,
  credential: { kind: 'secret', secret: 's' },
  cloud: clouds.public,
  authority: entra.url,
  sdk: clouds.public.sdk,
};

describe('a Retry-After of Entra', () => {
  it('of a day is not waited for, and the next question is asked', async (test) => {
    const tokens = createTokens(identity);
    entra.outage(429, 86_400);
    await assert.rejects(tokens.get(tenantId, scope), (error) => {
      assert.ok(error instanceof SignInError);
      assert.doesNotMatch(String(error.cause), /no token within/);
      return true;
    });
    entra.outage();
    // The library itself keeps quiet for a minute after that.
    test.mock.timers.enable({ apis: ['Date'], now: Date.now() + 61_000 });
    assert.match(await tokens.get(tenantId, scope), /./);
  });
});

describe('an Entra that is out when a token ends', () => {
  // The runner fails a test while which a promise rejects that nobody handles; such a one ends the process of a bot.
  it('leaves the token to serve until then, is asked now and then, and is told of only after that', async (test) => {
    test.mock.timers.enable({ apis: ['Date', 'setTimeout'] });
    entra.lifetime(121);
    const tokens = createTokens(identity);
    const first = await tokens.get(tenantId, scope);
    entra.refuseNext(7000222, 1000);
    for (let second = 1; second < 120; second += 1) {
      await secondPasses(test);
      assert.equal(await tokens.get(tenantId, scope), first);
    }
    const asked = entra.calls.length - 1;
    assert.ok(asked >= 10 && asked <= 40, `asked ${asked} times in two minutes`);
    for (let second = 0; second < 10; second += 1) await secondPasses(test);
    await assert.rejects(tokens.get(tenantId, scope), SignInError);
    entra.clear();
    assert.notEqual(await tokens.get(tenantId, scope), first);
  });
});

/** On the movable clock; whatever Entra was asked before has its answer by then. */
async function secondPasses(test: TestContext): Promise<void> {
  test.mock.timers.tick(1000);
  await (await fetch(entra.url)).text();
}
