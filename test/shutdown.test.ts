/** SIGTERM, whatever hangs: the process ends by itself within its bound, and at once where it is told twice. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { after, afterEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { message } from './support/activities.ts';
import { startConnector } from './support/connector.ts';
import { killAll, start } from './support/process.ts';

/** What an orchestrator waits at least before it kills, in milliseconds. */
const promisedMs = 10_000;
const listening = /listening on port (\d+)/;

/** Takes connections and says nothing, for ever. */
async function silence(): Promise<{
  readonly server: Server;
  readonly port: number;
  readonly reached: Promise<unknown>;
}> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return { server, port: address.port, reached: once(server, 'connection') };
}

const nobody = await silence();
const connector = await startConnector();
afterEach(killAll);
after(async () => {
  nobody.server.close();
  await connector.close();
});
const silentDatabase = `postgres://bot:secret@127.0.0.1:${nobody.port}/presence`;
const silentGraph = `http://127.0.0.1:${nobody.port}`;

/** Begins a turn that never ends by itself. */
async function startTurn(port: string | undefined): Promise<void> {
  const reached = once(nobody.server, 'connection');
  void fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message({ text: 'dnd 2h', serviceUrl: connector.url })),
  }).catch(() => undefined);
  await reached;
}

describe('a process that is told to end', () => {
  for (const [name, environment, isTurn] of [
    ['a database that never answers', { DATABASE_URL: silentDatabase }, false],
    ['neither ever answering', { DATABASE_URL: silentDatabase, GRAPH_BASE_URL: silentGraph }, true],
  ] as const) {
    it(`exits 0 in time with ${name}`, async () => {
      const bot = start({ APP_ENV: 'local', PORT: '0', ...environment });
      const [, port] = await bot.said(listening);
      if ('DATABASE_URL' in environment) await once(nobody.server, 'connection');
      if (isTurn) await startTurn(port);
      bot.child.kill('SIGTERM');
      const ended = await Promise.race([
        bot.ended,
        delay(promisedMs, 'not within ten seconds', { ref: false }),
      ]);
      assert.equal(ended, 0);
    });
  }

  it('ends at once when it is told a second time', async () => {
    const bot = start({ APP_ENV: 'local', PORT: '0', GRAPH_BASE_URL: silentGraph });
    const [, port] = await bot.said(listening);
    await startTurn(port);
    bot.child.kill('SIGTERM');
    const isStopping = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      return answer === undefined || (await answer.text()).includes('it is stopping');
    };
    while (!(await isStopping())) await delay(20);
    bot.child.kill('SIGTERM');
    // The orderly end would have been 0.
    assert.equal(await bot.ended, 1);
  });
});
