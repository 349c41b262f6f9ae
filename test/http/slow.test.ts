/** Senders that take their time, over bare sockets. */

import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { message } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { ended, open as openAt } from './sockets.ts';

const bot = await startBot({
  environment: {
    HEADERS_TIMEOUT_SECONDS: '1',
    REQUEST_TIMEOUT_SECONDS: '2',
    MAX_CONNECTIONS: '50',
  },
});
after(() => bot.close());
const open = () => openAt(bot.app.port);

/** Sends a byte at a time until nobody listens any more. */
async function dribble(socket: Socket, text: string): Promise<void> {
  for (const byte of text) {
    if (socket.destroyed) return;
    socket.write(byte);
    await delay(100);
  }
}

const start = 'POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n';

describe('a sender that takes its time', () => {
  const slow: [string, string, string][] = [
    ['over the headers', '', `${start}X-Slow: ${'a'.repeat(200)}`],
    ['over the body', `${start}Content-Length: 5000\r\n\r\n`, '{'.repeat(200)],
    ['over a body in chunks', `${start}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n{\r\n'.repeat(100)],
    ['and sends nothing at all', '', ''],
  ];
  for (const [name, first, rest] of slow) {
    it(`${name}, is hung up on, and keeps nobody waiting`, async () => {
      const sockets = await Promise.all(Array.from({ length: 20 }, open));
      const ends = sockets.map(ended);
      for (const socket of sockets) {
        if (first !== '') socket.write(first);
        void dribble(socket, rest);
      }
      assert.match(await bot.say('dnd 2h'), /Do not disturb/);
      for (const said of await Promise.all(ends)) assert.match(said, /^(?:$|HTTP\/1\.1 4\d\d )/);
    });
  }

  it('in great numbers is not let in, and there is room again when they have gone', async () => {
    const sockets = await Promise.all(Array.from({ length: 80 }, open));
    await delay(200);
    assert.ok(sockets.filter(({ destroyed, readableEnded }) => destroyed || readableEnded).length >= 25);
    for (const socket of sockets) socket.destroy();
    await delay(100);
    const { status } = await bot.post(message({ text: 'help', serviceUrl: bot.connector.url }));
    assert.equal(status, 200);
  });
});
