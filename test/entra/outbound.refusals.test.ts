/** What Entra or Graph refuses the bot: the operator is told why, the user the truth, and nothing goes round in circles. */

import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { BOT_ID, TENANT_ID, cardAction } from '../support/activities.ts';
import { OTHER_TENANT, SECRET, startWorld } from './production.ts';

const world = await startWorld();
after(() => world.close());
const { entra, graph, connector, certificates, graphCalls } = world;
afterEach(async () => {
  entra.release();
  await world.stop();
  entra.clear();
  entra.register(app);
  graph.reset();
  connector.clear();
});

const app = {
  clientId: BOT_ID,
  tenants: [TENANT_ID],
  secrets: [SECRET],
  certificates: [certificates.client],
};
const operators = /The people who run this bot need to check its credentials/;

const stranger = await certificates.makeClient();

describe('a credential that Entra does not take', () => {
  const wrong: [string, Record<string, string>, string, RegExp][] = [
    ['a wrong secret', { BOT_PASSWORD: 'wrong' }, 'AADSTS7000215', /the client secret is wrong/],
    [
      'a certificate that is not registered',
      { BOT_CERTIFICATE_PATH: stranger.file },
      'AADSTS700027',
      /the certificate is not registered/,
    ],
    [
      'a federated token of somebody else',
      { AZURE_FEDERATED_TOKEN_FILE: certificates.keep('strange', 'an.assertion.of-others') },
      'AADSTS700213',
      /no federated credential of the app matches/,
    ],
  ];
  for (const [name, proof, code, hint] of wrong) {
    it(`${name} is told to the operator at the start, with what to do`, async () => {
      const bot = world.start(proof);
      const [line] = await bot.said(/\{[^\n]*cannot sign in to Microsoft Entra[^\n]*/);
      assert.equal((JSON.parse(line) as { code: string }).code, code);
      assert.match(line, hint);
      const health = await fetch((await bot.endpoint()).replace('/api/messages', '/readyz'));
      assert.equal(health.status, 503);
      const { missing } = (await health.json()) as { missing: readonly string[] };
      assert.equal(missing.length, 1);
      assert.match(String(missing), new RegExp(`^sign-in to Microsoft Entra: ${code}, `));
      assert.match(String(missing), hint);
      const pressed = cardAction({
        serviceUrl: connector.url,
        verb: 'run',
        data: { say: 'dnd 2h' },
        at: new Date(),
      });
      const { status, body } = await bot.post(pressed);
      assert.equal(status, 200);
      assert.match(body, operators);
      assert.deepEqual(graph.requests(), []);
      for (const secret of ['wrong"', 'an.assertion.of-others', 'PRIVATE KEY'])
        assert.ok(!bot.output().includes(secret));
    });
  }

  it('a secret that has run out is told to the user too', async () => {
    const bot = world.start({ BOT_PASSWORD: SECRET });
    assert.match((await bot.say('dnd 2h')) ?? '', /Do not disturb/);
    graph.addFault({ kind: 'answer', status: 401 });
    entra.refuseNext(7000222);
    const words = (await bot.say('busy 1h')) ?? '';
    assert.match(words, /^Not done: Busy\. I can't sign in to Microsoft Graph/);
    assert.match(words, operators);
    assert.match(words, /AADSTS7000222/);
    await bot.said(/"by":"signIn","code":"AADSTS7000222","hint":"the client secret has run out/);
    // Nothing was asked for again and again.
    assert.equal(graphCalls().length, 2);
  });

  it('a tenant in which the app is unknown changes nothing, and the others are served', async () => {
    const bot = world.start({ BOT_PASSWORD: SECRET });
    assert.match((await bot.say('dnd 2h', { tenant: OTHER_TENANT })) ?? '', /can't sign in.*AADSTS700016/);
    await bot.said(/AADSTS700016.*an administrator there has to consent/);
    assert.match((await bot.say('dnd 2h')) ?? '', /Do not disturb/);
  });
});

describe('an Entra that does not answer', () => {
  it('is waited for no longer than the bound, and nothing is claimed', async () => {
    const bot = world.start({ BOT_PASSWORD: SECRET }, { tokenMs: 3000 });
    await bot.say('help');
    entra.hang();
    assert.match((await bot.say('dnd 2h', { tenant: OTHER_TENANT })) ?? '', /^Not done: .*can't sign in/);
    await bot.said(/"by":"signIn".*does not answer/);
    assert.deepEqual(graph.requests(), []);
    // What nobody waits for any more still comes, and must not come into the next test.
    const { length } = entra.calls;
    entra.release();
    await entra.waitForCalls(length + 1);
  });
});

describe('what Graph refuses', () => {
  it('a token twice: it is asked for once more and no oftener', async () => {
    const bot = world.start({ BOT_PASSWORD: SECRET });
    await bot.say('dnd 2h');
    graph.addFault({ kind: 'answer', status: 401, times: 'always' });
    assert.match((await bot.say('busy 1h')) ?? '', /Not done: Busy.*can't sign in/);
    assert.deepEqual(
      graph.requests().map(({ status }) => status),
      [200, 401, 401],
    );
    assert.equal(graphCalls().length, 2);
  });

  it('a missing consent: the user gets a text for the administrator, with the page of the user’s own tenant', async () => {
    const bot = world.start({ BOT_PASSWORD: SECRET });
    graph.addFault({ kind: 'answer', status: 403, times: 'always' });
    const words = (await bot.say('dnd 2h')) ?? '';
    assert.match(words, /Presence\.ReadWrite\.All/);
    assert.ok(words.includes(`${entra.url}/${TENANT_ID}/adminconsent?client_id=${BOT_ID}`), words);
    await bot.said(/"by":"consent".*"permission":"Presence.ReadWrite.All"/);
  });

  it('as soon as it is granted the bot goes on, without a restart', async () => {
    const bot = world.start({ BOT_PASSWORD: SECRET });
    graph.addFault({ kind: 'answer', status: 403 });
    assert.match((await bot.say('dnd 2h')) ?? '', /administrator/);
    assert.match((await bot.say('dnd 2h')) ?? '', /Do not disturb/);
    // The token that lacked the permission was not used again.
    assert.equal(graphCalls().length, 2);
  });
});
