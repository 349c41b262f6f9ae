/** What a real attempt gives when there is no Graph, or no token: the SDK must not hide who failed. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { signInError } from '../../src/entra/reason.ts';
import { asDeveloper } from '../../src/graph/access.ts';
import { attempt, createGraphClient } from '../../src/graph/client.ts';
import { networkFailure } from '../../src/graph/failure.ts';
import { sender } from '../presence/samples.ts';

const call = { who: sender, path: '/users/x/presence/clearUserPreferredPresence', body: {} };

async function failureOf(client: ReturnType<typeof createGraphClient>) {
  return attempt(client, call).then(
    () => undefined,
    (error: unknown) => networkFailure(error),
  );
}

/** A port of this machine that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('an attempt', () => {
  it('at a closed port was never sent', async () => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}`;
    const client = createGraphClient({ baseUrl, access: asDeveloper('t'), attemptMs: 3000 });
    assert.deepEqual(await failureOf(client), { by: 'unreachable', mayHold: false, code: 'ECONNREFUSED' });
  });

  it('without a token is a failed sign-in, with Entra’s own number', async () => {
    const access = {
      ...asDeveloper(''),
      token: () => Promise.reject(signInError(new Error('AADSTS7000215: Invalid client secret'))),
    };
    const client = createGraphClient({
      baseUrl: 'https://graph.microsoft.com',
      access,
      attemptMs: 3000,
    });
    assert.deepEqual(await failureOf(client), {
      by: 'signIn',
      mayHold: false,
      code: 'AADSTS7000215',
      hint: 'the client secret is wrong: BOT_PASSWORD takes its value, not its id',
    });
  });

  it('that is not answered in time may hold', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const client = createGraphClient({
      baseUrl: `http://127.0.0.1:${port}`,
      access: asDeveloper('t'),
      attemptMs: 100,
    });
    assert.deepEqual(await failureOf(client), { by: 'unreachable', mayHold: true, code: 'timeout' });
    server.closeAllConnections();
    server.close();
  });

  it('follows no redirect, and never sends a fixed token off this machine', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:1/' });
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const here = createGraphClient({
      baseUrl: `http://127.0.0.1:${port}`,
      access: asDeveloper('t'),
      attemptMs: 3000,
    });
    assert.equal((await attempt(here, call)).answer.status, 307);
    const away = createGraphClient({
      baseUrl: 'http://192.0.2.1',
      access: asDeveloper('t'),
      attemptMs: 3000,
    });
    await assert.rejects(attempt(away, call));
    server.close();
    server.closeAllConnections();
  });
});
