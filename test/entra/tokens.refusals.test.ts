/** An Entra that asks to wait without measure: nobody waits longer for it than a token is worth. */

import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import type { BotIdentity } from '../../src/config/config.ts';
import { clouds } from '../../src/config/clouds.ts';
import { SignInError } from '../../src/entra/reason.ts';
import { createTokens } from '../../src/entra/tokens.ts';
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
