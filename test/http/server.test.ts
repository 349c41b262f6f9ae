import assert from 'node:assert/strict';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { after, beforeEach, describe, it } from 'node:test';
import { message } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';

const bot = await startBot();
after(() => bot.close());
const url = `http://127.0.0.1:${bot.app.port}`;

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

describe('health', () => {
  for (const path of ['/healthz', '/readyz']) {
    it(`GET ${path} answers 200`, async () => {
      const response = await fetch(url + path);
      assert.equal(response.status, 200);
      await response.text();
    });
  }
});

describe('what is no Teams activity gets 400, a generic body and changes nothing', () => {
  const good = message({ text: 'dnd 2h', serviceUrl: bot.connector.url });
  const bodies: [string, unknown][] = [
    ['nothing', ''],
    ['no JSON', '{'],
    ['an array', [good]],
    ['a text', '"dnd 2h"'],
    ['null', 'null'],
    ['an empty object', {}],
    ['no type', { ...good, type: undefined }],
    ['another channel', { ...good, channelId: 'webchat' }],
    ['the emulator', { ...good, channelId: 'emulator' }],
    ['no sender', { ...good, from: undefined }],
    ['a sender without an id', { ...good, from: { name: 'Avery' } }],
    ['no conversation', { ...good, conversation: undefined }],
    ['a text that is a number', { ...good, text: 5 }],
    ['entities that are none', { ...good, entities: 'all' }],
    ['a service URL that is none', { ...good, serviceUrl: 'file:///etc/passwd' }],
  ];
  for (const [name, body] of bodies) {
    it(name, async () => {
      const { status, body: text } = await bot.post(body);
      assert.equal(status, 400);
      assert.doesNotMatch(text, /stack|at |\.ts|zod|SyntaxError/i);
      assert.deepEqual(bot.simulator.requests(), []);
      assert.deepEqual(bot.connector.received, []);
    });
  }

  it('a body over 256 KB', async () => {
    const { status } = await bot.post({ ...good, padding: 'x'.repeat(256 * 1024) });
    assert.equal(status, 400);
  });

  it('a small body that unpacks to a large one', async () => {
    const packed = gzipSync(JSON.stringify({ ...good, padding: 'x'.repeat(5_000_000) }));
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: packed,
    });
    assert.equal(response.status, 400);
  });

  it('a body of another content type', async () => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(good),
    });
    assert.equal(response.status, 400);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('a body that never ends', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const open = request(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      open.on('response', (response) => {
        resolve(response.statusCode ?? 0);
        open.destroy();
      });
      open.on('error', reject);
      const pour = () => {
        if (!open.destroyed && !open.writableEnded) open.write('x'.repeat(65_536), pour);
      };
      pour();
    });
    assert.equal(status, 400);
  });
});

describe('what is not there', () => {
  it('an unknown path is 404 and says nothing more', async () => {
    const response = await fetch(`${url}/api/other`);
    assert.equal(response.status, 404);
    assert.doesNotMatch(await response.text(), /stack|node_modules/);
  });

  it('the messaging endpoint takes POST alone', async () => {
    const response = await fetch(`${url}/api/messages`);
    assert.equal(response.status, 405);
    await response.text();
  });
});
