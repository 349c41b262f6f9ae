/** The hook on a real server, with whatever receives what it takes. */

import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { HookParts } from '../../src/http/hooks.ts';
import { startServer } from '../../src/http/server.ts';

export const key = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
export const otherKey = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

export interface Sending {
  readonly path?: string;
  readonly id?: string;
  /** Milliseconds before now at which it is signed. */
  readonly ago?: number;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent in place of what was signed. */
  readonly instead?: string;
}

export async function startHooked(hooks: HookParts) {
  const server = await startServer({
    bot: {
      receive: () => Promise.resolve({ status: 200 }),
      idle: () => Promise.resolve(),
    },
    host: '127.0.0.1',
    port: 0,
    limits: { maxBodyBytes: 262_144, headersMs: 10_000, requestMs: 15_000, maxConnections: 100 },
    pages: {},
    missing: () => Promise.resolve([]),
    hooks,
  });
  return {
    port: server.port,
    close: () => server.close(),
    /** Sends a body, signed as the standard says. */
    send: async (body: unknown, sending: Sending = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const id = sending.id ?? `msg_${randomUUID()}`;
      const at = new Date(hooks.now() - (sending.ago ?? 0));
      const response = await fetch(`http://127.0.0.1:${server.port}${sending.path ?? '/hooks/meetings'}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': new Webhook(sending.key ?? key).sign(id, at, text),
          ...sending.headers,
        },
        body: sending.instead ?? text,
      });
      return {
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        body: (await response.json()) as Record<string, unknown>,
      };
    },
  };
}
