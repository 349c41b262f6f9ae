/** Connections that somebody wants to hold: with another protocol, without reading, or with more than is ever answered. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { message } from '../support/activities.ts';
import { startProductionBot } from '../support/bot.ts';
import { createLimitedServer, listen } from '../../src/http/limited-server.ts';
import { ended, open, pour } from './sockets.ts';

const bot = await startProductionBot({
  environment: {
    METRICS_PORT: '0',
    HEADERS_TIMEOUT_SECONDS: '4',
    REQUEST_TIMEOUT_SECONDS: '4',
    MAX_CONNECTIONS: '400',
  },
});
after(() => bot.close());
const ports = { main: bot.app.port, metrics: bot.app.metricsPort ?? assert.fail() };
const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';

/** Both ports still answer whoever comes next. */
async function isWell(): Promise<void> {
  assert.equal((await fetch(`http://127.0.0.1:${ports.main}/healthz`)).status, 200);
  assert.equal((await fetch(`http://127.0.0.1:${ports.metrics}/metrics`)).status, 200);
}

describe('a request that asks for another protocol', () => {
  const paths: [string, keyof typeof ports, string, RegExp][] = [
    ['of a path that is there', 'main', 'GET /healthz', /^HTTP\/1\.1 200 /],
    ['of a path that is not', 'main', 'GET /chat', /^HTTP\/1\.1 404 /],
    ['of the messaging endpoint', 'main', 'GET /api/messages', /^HTTP\/1\.1 405 /],
    ['without a token', 'main', 'POST /api/messages', /^HTTP\/1\.1 401 /],
    ['of the metrics', 'metrics', 'GET /metrics', /^HTTP\/1\.1 200 /],
    ['of what the metrics port has not', 'metrics', 'GET /', /^HTTP\/1\.1 404 /],
  ];
  for (const [name, port, line, expected] of paths) {
    it(`${name} is answered as any other and closed, however many come`, async () => {
      const said = await pour(ports[port], `${line} HTTP/1.1\r\nHost: bot\r\n${upgrade}\r\n`, 30);
      for (const one of said) assert.match(one, expected);
      await isWell();
    });
  }

  it('and brings a good token is a plain turn', async () => {
    const { issuer, connector, clock } = bot;
    const body = JSON.stringify(
      message({ text: 'help', serviceUrl: connector.url, at: new Date(clock.now) }),
    );
    const token = issuer.mint({ serviceUrl: connector.url, at: clock.now });
    const head = [
      'POST /api/messages HTTP/1.1',
      'Host: bot',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `Authorization: Bearer ${token}`,
      'Connection: Upgrade, HTTP2-Settings',
      'Upgrade: h2c',
    ];
    const [said] = await pour(ports.main, `${head.join('\r\n')}\r\n\r\n${body}`, 1);
    assert.match(said ?? '', /^HTTP\/1\.1 200 /);
    assert.equal(connector.replies().length, 1);
  });
});

describe('a client that is none of ours', { concurrency: true }, () => {
  const chunk = 'POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n';
  const sent: [string, string, RegExp][] = [
    ['wants a tunnel', 'CONNECT example.test:443 HTTP/1.1\r\nHost: example.test:443\r\n\r\n', /^$/],
    ['speaks HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['speaks something else', 'EHLO example.test\r\n', /^HTTP\/1\.1 400 /],
    [
      'expects what nobody knows',
      `${chunk}Expect: a-miracle\r\nContent-Length: 5\r\n\r\n`,
      /^HTTP\/1\.1 417 /,
    ],
    [
      'waits to be told to go on, and does not',
      `${chunk}Expect: 100-continue\r\nContent-Length: 5000\r\n\r\n`,
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 401 /,
    ],
    ['announces a body and sends none', `${chunk}Content-Length: 5000\r\n\r\n`, /^HTTP\/1\.1 401 /],
    [
      'announces a body for what takes none',
      'GET /healthz HTTP/1.1\r\nHost: bot\r\nContent-Length: 9\r\n\r\n',
      /^HTTP\/1\.1 200 /,
    ],
    ['asks for no address', 'GET http://[bot/healthz HTTP/1.1\r\nHost: bot\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['asks for no host', 'GET /healthz HTTP/1.1\r\nHost: [bot\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['asks once and stays', 'GET /healthz HTTP/1.1\r\nHost: bot\r\n\r\n', /^HTTP\/1\.1 200 /],
  ];
  for (const [name, text, expected] of sent) {
    it(`and ${name} is answered once and let go`, async () => {
      const [main, metrics] = await Promise.all(Object.values(ports).map((port) => pour(port, text, 30)));
      for (const one of main ?? []) assert.match(one, expected);
      // It has no such paths.
      for (const one of metrics ?? []) assert.match(one, /^$|^HTTP\/1\.1 (?:4|100)/);
      await isWell();
    });
  }

  it('and has hung up half is answered and let go', async () => {
    const socket = await open(ports.main);
    const end = ended(socket);
    socket.end('GET /healthz HTTP/1.1\r\nHost: bot\r\n\r\n');
    assert.match(await end, /^HTTP\/1\.1 200 /);
  });

  it('and sends requests without waiting for answers is let go after a few', async () => {
    const one =
      'POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';
    const said = await pour(ports.main, one.repeat(2000), 20);
    for (const answers of said) assert.ok((answers.match(/HTTP\/1\.1 401/g) ?? []).length <= 16);
    await isWell();
  });

  it('and never reads what it asked for is let go', async () => {
    const limits = { headersMs: 10_000, requestMs: 10_000, answerMs: 500, maxConnections: 10 };
    const server = createLimitedServer(limits);
    const asked = once(server, 'after');
    server.get('/much', (_request, response, next) => {
      response.sendRaw(200, 'x'.repeat(50_000_000));
      next();
    });
    const listening = await listen(server, 0, '127.0.0.1');
    const socket = await open(listening.port);
    try {
      socket.pause();
      socket.write('GET /much HTTP/1.1\r\nHost: bot\r\n\r\n');
      await asked;
    } finally {
      // It ends when no connection is left.
      await listening.close();
      socket.destroy();
    }
  });
});
