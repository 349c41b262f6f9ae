/** The HTTP client under everything that the bot calls. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { after, describe, it, type TestContext } from 'node:test';
import { createOutbound, NoAnswerError } from '../../src/outbound/client.ts';
import { timeLimit } from '../../src/timing/with-timeout.ts';

const never = new AbortController().signal;
const outbound = createOutbound();

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Its address; it is gone when the test ends. */
async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${portOf(server)}`;
}

const get = (url: string, signal = never) => outbound.send({ method: 'GET', url, headers: {}, signal });

describe('a call', () => {
  it('sends what it is given, and gives status, headers and body', async (t) => {
    const url = await serve(t, (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        const { method, headers, url: path } = request;
        response.writeHead(418, { 'Retry-After': '2' });
        response.end(JSON.stringify([method, path, headers['x-one'], body]));
      });
    });
    const answer = await outbound.send({
      method: 'PUT',
      url: `${url}/a%20b?c=d`,
      headers: { 'x-one': '1' },
      body: 'ž',
      signal: never,
    });
    assert.equal(answer.status, 418);
    assert.equal(answer.header('retry-after'), '2');
    assert.equal(answer.header('x-none'), undefined);
    assert.deepEqual(JSON.parse(answer.text ?? ''), ['PUT', '/a%20b?c=d', '1', 'ž']);
  });

  it('uses connections again', async (t) => {
    const ports = new Set<number | undefined>();
    const url = await serve(t, (request, response) => {
      ports.add(request.socket.remotePort);
      response.end();
    });
    for (let n = 0; n < 10; n += 1) await get(url);
    assert.ok(ports.size < 3);
  });

  it('that is not answered ends with its signal', async (t) => {
    const url = await serve(t, () => undefined);
    const { signal } = timeLimit(50);
    await assert.rejects(
      get(url, signal),
      (error) =>
        error instanceof NoAnswerError && error.cause instanceof Error && error.cause.name === 'TimeoutError',
    );
    await assert.rejects(get(url, AbortSignal.abort()), NoAnswerError);
  });

  it('has a status even where the body breaks off, or does not come', async (t) => {
    const url = await serve(t, ({ url: path }, response) => {
      response.writeHead(201, { 'content-length': '9' });
      response.write('half', () => {
        if (path === '/broken') response.destroy();
      });
    });
    for (const path of ['/broken', '/hanging']) {
      const { status, text } = await get(url + path, timeLimit(200).signal);
      assert.deepEqual([status, text], [201, undefined]);
    }
  });

  it('follows no redirect', async (t) => {
    const url = await serve(t, (_request, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:1/' });
      response.end();
    });
    assert.equal((await get(url)).status, 307);
  });
});

describe('a proxy', () => {
  const tunnels: string[] = [];
  const proxy = createServer().on('connect', ({ url = '' }, socket, head) => {
    tunnels.push(url);
    const [host = '', port] = url.split(':');
    const there = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      there.write(head);
      there.pipe(socket).pipe(there);
    });
    there.on('error', () => socket.destroy());
    socket.on('error', () => there.destroy());
  });
  after(() => {
    proxy.close();
    proxy.closeAllConnections();
  });

  it('is called first, except for the hosts that are called without', async (t) => {
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const url = await serve(t, (_request, response) => response.end('there'));
    const http = `http://127.0.0.1:${portOf(proxy)}`;
    const request = { method: 'GET', url, headers: {}, signal: never };
    assert.equal((await createOutbound({ http }).send(request)).text, 'there');
    assert.deepEqual(tunnels, [new URL(url).host]);
    assert.equal((await createOutbound({ http, except: '127.0.0.1' }).send(request)).text, 'there');
    assert.equal(tunnels.length, 1);
  });
});
