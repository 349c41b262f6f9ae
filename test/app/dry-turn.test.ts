import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { makeDryTurn } from '../../src/app/dry-turn.ts';

describe('a dry turn', () => {
  it('makes a card, and asks nobody but the bot itself whether it is up', async (t) => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ method, url }, response) => {
      asked.push(`${method} ${url}`);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    t.after(() => server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const message = await makeDryTurn(Date.UTC(2026, 2, 10, 9), { host: '127.0.0.1', port });
    assert.match(JSON.stringify(message), /AdaptiveCard.*Do not disturb/);
    assert.deepEqual(asked, ['GET /healthz']);
  });
});
