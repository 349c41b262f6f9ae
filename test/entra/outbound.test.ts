/** Graph is reached with tokens of the real identity library, from a token endpoint behind TLS. */

import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { AVERY, BOT_ID, TENANT_ID, person } from '../support/activities.ts';
import { ASSERTION, OTHER_TENANT, SECRET, startWorld } from './production.ts';

const world = await startWorld([TENANT_ID, OTHER_TENANT]);
after(() => world.close());
const { entra, graph, connector, certificates, graphCalls } = world;
afterEach(async () => {
  await world.stop();
  entra.lifetime(3599);
  entra.outage();
  entra.clear();
  graph.reset();
  connector.clear();
});

const proofs: [how: string, proof: Record<string, string>][] = [
  ['secret', { BOT_PASSWORD: SECRET }],
  ['certificate', { BOT_CERTIFICATE_PATH: certificates.client.file }],
  ['federated', { AZURE_FEDERATED_TOKEN_FILE: certificates.keep('token', ASSERTION) }],
];

describe('the bot', () => {
  for (const [how, proof] of proofs) {
    it(`proves who it is by its ${how}, to Graph and to the Bot Service alike`, async () => {
      const bot = world.start(proof);
      assert.match((await bot.say('dnd 2h')) ?? '', /Do not disturb/);
      assert.equal(graph.state(AVERY.aadObjectId).preferred?.availability, 'DoNotDisturb');
      assert.deepEqual(
        entra.calls.map(({ status, clientId, tenant, ...call }) => [call.how, status, clientId, tenant]),
        [
          [how, 200, BOT_ID, TENANT_ID],
          [how, 200, BOT_ID, TENANT_ID],
        ],
      );
    });
  }

  it('asks for one token in a hundred changes, by ten people at once', async (test) => {
    const bot = world.start({ BOT_PASSWORD: SECRET });
    const people = Array.from({ length: 10 }, (_, n) =>
      person(`person-${n}`, `Person ${n}`, `44444444-4444-4444-8444-44444444440${n}`),
    );
    let writes = 0;
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(people.map((from) => bot.say(`busy ${round + 5}m`, { from })));
      writes += graph.requests().filter(({ status }) => status === 200).length;
      graph.clearRequests();
    }
    assert.equal(writes, 100);
    assert.equal(graphCalls().length, 1);
    test.diagnostic(`${graphCalls().length} token call for ${writes} changes`);
  });

  it('has a token of its own for each tenant', async () => {
    const bot = world.start({ BOT_PASSWORD: SECRET });
    await bot.say('dnd 2h');
    await bot.say('dnd 3h', { tenant: OTHER_TENANT });
    await bot.say('dnd 4h', { tenant: OTHER_TENANT });
    assert.deepEqual(
      graphCalls().map(({ tenant }) => tenant),
      [TENANT_ID, OTHER_TENANT],
    );
  });
});

describe('a token that is about to end', () => {
  it('is renewed while it still serves, and nobody waits for that', async () => {
    // Below two minutes of life it is renewed beside the next request.
    entra.lifetime(121);
    const bot = world.start({ BOT_PASSWORD: SECRET });
    await bot.say('dnd 2h');
    assert.equal(graphCalls().length, 1);
    entra.lifetime(3599);
    while (graphCalls().length < 2) assert.match((await bot.say('busy 1h')) ?? '', /Busy/);
    await bot.say('away 1h');
    assert.equal(graphCalls().length, 2);
    assert.deepEqual([...new Set(graph.requests().map(({ status }) => status))], [200]);
  });

  it('serves on while Entra is out of order', async () => {
    entra.lifetime(121);
    const bot = world.start({ BOT_PASSWORD: SECRET });
    await bot.say('dnd 2h');
    entra.outage(503);
    const { length } = entra.calls;
    while (entra.calls.length === length) assert.match((await bot.say('busy 1h')) ?? '', /Busy/);
    assert.match((await bot.say('brb 1h')) ?? '', /Be right back/);
    // It is asked until it can again, for the Bot Service's token as for Graph's.
    entra.outage();
    const unanswered = () =>
      [...Map.groupBy(entra.calls, ({ scope }) => scope).values()].some(
        (calls) => calls.at(-1)?.status !== 200,
      );
    while (unanswered()) await entra.waitForCalls(entra.calls.length + 1, 20_000);
  });
});

describe('a token that Graph does not take', () => {
  it('is given up for another one, once, and the change is made', async () => {
    const bot = world.start({ BOT_PASSWORD: SECRET });
    await bot.say('dnd 2h');
    graph.addFault({ kind: 'answer', status: 401 });
    assert.match((await bot.say('busy 1h')) ?? '', /Busy/);
    assert.equal(graphCalls().length, 2);
    assert.deepEqual(
      graph.requests().map(({ status }) => status),
      [200, 401, 200],
    );
  });

  it('is given up once by many who find out at the same time', async () => {
    const bot = world.start({ BOT_PASSWORD: SECRET });
    await bot.say('dnd 2h');
    graph.revokeToken(graphCalls()[0]?.token ?? '');
    await Promise.all(Array.from({ length: 5 }, () => bot.say('status')));
    assert.equal(graphCalls().length, 2);
  });
});
