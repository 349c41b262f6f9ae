/** A process of its own that sends bad tokens: what that costs is not the bot's. Forked, and told what to send. */

import { Agent, request } from 'node:http';
import { z } from 'zod';

const orders = z.object({
  url: z.url(),
  /** One after the other, and again from the first. */
  authorizations: z.array(z.string()).min(1),
  /** So many in all, and so many at once. */
  count: z.int(),
  together: z.int(),
  /** What each must be answered. */
  expected: z.int(),
});

const agent = new Agent({ keepAlive: true });

function send(url: string, authorization: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization };
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => {
        resolve(response.statusCode ?? 0);
      });
    })
      .once('error', reject)
      .end('{"text":"dnd 2h"}');
  });
}

process.on('message', (told) => {
  const { url, authorizations, count, together, expected } = orders.parse(told);
  let left = count;
  const one = async () => {
    for (; left > 0;) {
      left -= 1;
      const status = await send(url, authorizations[left % authorizations.length] ?? '');
      if (status !== expected) throw new Error(`it was answered ${status}`);
    }
  };
  void Promise.all(Array.from({ length: together }, one)).then(() => process.send?.('sent'));
});
