import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { developmentToken, startSimulator } from '../../src/simulator/index.ts';
import { AVERY, BOT_ID, message } from './activities.ts';
import { wordsOf } from './bot.ts';
import { makeCertificates } from './certificates.ts';
import { startConnector } from './connector.ts';
import { startIssuer } from './issuer.ts';
import { killAll } from './process.ts';
import { startProduction } from './production-process.ts';
import { startTlsGraph } from './tls-graph.ts';

const certificates = await makeCertificates();
const issuer = await startIssuer();
const connector = await startConnector();
const bot = { kind: 'application', appId: BOT_ID } as const;
// The token of the host's managed identity, and the one that signs for a Graph on loopback.
const simulator = await startSimulator({ tokens: { 'a.managed.token': bot, [developmentToken]: bot } });
const graph = await startTlsGraph(certificates, simulator.url);
after(async () => {
  await Promise.all([issuer.close(), connector.close(), graph.close(), simulator.close()]);
  certificates.remove();
});
afterEach(killAll);

describe('a bot in production as a process of its own', () => {
  it('takes the Bot Service’s messages, asks Graph over TLS, answers, and stops when told to', async () => {
    const { environment } = issuer;
    const started = startProduction({ certificates, graphRoot: graph.url, environment });
    const post = async (authorization: string) => {
      const { status } = await fetch(await started.endpoint(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify(message({ text: 'dnd 2h', serviceUrl: connector.url, at: new Date() })),
      });
      return status;
    };
    assert.equal(await post('Bearer made-up'), 401);
    assert.equal(await post(`Bearer ${issuer.mint({ serviceUrl: connector.url })}`), 200);
    assert.match(wordsOf((await connector.waitForReplies(1))[0]), /Do not disturb/);
    assert.equal(simulator.state(AVERY.aadObjectId).preferred?.availability, 'DoNotDisturb');
    started.child.kill('SIGTERM');
    assert.equal(await started.ended, 0);
  });

  it('says what is wrong with its environment, and ends', async () => {
    const { BOT_TYPE, ...environment } = issuer.environment;
    assert.equal(BOT_TYPE, 'UserAssignedMSI');
    const started = startProduction({ certificates, graphRoot: graph.url, environment });
    await assert.rejects(started.endpoint(), /BOT_TYPE: set it to SingleTenant or UserAssignedMSI/);
    assert.equal(await started.ended, 1);
  });

  it('takes the options of a test, and no others', async () => {
    const { environment } = issuer;
    const options = { patienceMs: 100, invokeMs: 100, attemptMs: 'soon' as unknown as number };
    const started = startProduction({ certificates, graphRoot: graph.url, environment, options });
    assert.equal(await started.ended, 1);
    assert.match(started.output(), /attemptMs/);
  });
});
