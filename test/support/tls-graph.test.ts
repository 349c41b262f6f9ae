import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { request } from 'node:https';
import { after, afterEach, describe, it } from 'node:test';
import { startSimulator } from '../../src/simulator/index.ts';
import { AVERY, BOT_ID } from './activities.ts';
import { makeCertificates } from './certificates.ts';
import { listen, stop } from './loopback.ts';
import { startTlsGraph } from './tls-graph.ts';

const certificates = await makeCertificates();
const simulator = await startSimulator({ tokens: {} });
simulator.addToken('issued', { kind: 'application', appId: BOT_ID });
const graph = await startTlsGraph(certificates, simulator.url);
after(async () => {
  await Promise.all([graph.close(), simulator.close()]);
  certificates.remove();
});
afterEach(() => {
  simulator.reset();
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** Sets Avery to Busy with that token. */
function set(token: string): Promise<Answer> {
  const path = `/v1.0/users/${AVERY.aadObjectId}/presence/setUserPreferredPresence`;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'client-request-id': '55555555-5555-4555-8555-555555555555',
  };
  const asked = { method: 'POST', ca: certificates.ca, agent: false as const, headers };
  return new Promise((resolve, reject) => {
    request(`${graph.url}${path}`, asked, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, text });
      });
    })
      .once('error', reject)
      .end('{"availability":"Busy","activity":"Busy","expirationDuration":"PT1H"}');
  });
}

describe('Graph behind TLS', () => {
  it('hands on the request with its headers, and the answer with its own', async () => {
    const { status, headers } = await set('issued');
    assert.equal(status, 200);
    assert.equal(headers['client-request-id'], '55555555-5555-4555-8555-555555555555');
    const [logged] = simulator.requests();
    assert.equal(headers['request-id'], logged?.requestId);
    assert.equal(logged?.appId, BOT_ID);
    assert.deepEqual(logged.body, { availability: 'Busy', activity: 'Busy', expirationDuration: 'PT1H' });
  });

  it('refuses as the service refuses', async () => {
    const { status, text } = await set('made-up');
    assert.equal(status, 401);
    assert.match(text, /InvalidAuthenticationToken/);
    simulator.addFault({ kind: 'answer', status: 429, retryAfter: 7 });
    assert.equal((await set('issued')).headers['retry-after'], '7');
  });

  it('resets the connection where the service does', async () => {
    simulator.addFault({ kind: 'reset' });
    await assert.rejects(set('issued'), { code: 'ECONNRESET' });
  });

  it('hangs up on the service when it is hung up on', async (test) => {
    const service = createServer();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<ServerResponse>();
    service.on('request', (_, response) => {
      arrive(response);
    });
    const front = await startTlsGraph(certificates, `http://127.0.0.1:${await listen(service)}`);
    test.after(() => Promise.all([front.close(), stop(service)]));
    const asking = request(front.url, { ca: certificates.ca, agent: false }).end();
    const hungUp = once(asking, 'error');
    const gone = once(await arrived, 'close');
    asking.destroy(new Error('enough'));
    await Promise.all([hungUp, gone]);
  });
});
