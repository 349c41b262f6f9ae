/** The HTTP surface: the messaging endpoint and two health checks. */

import type { AddressInfo } from 'node:net';
import { createServer, type Request, type Response } from 'restify';
import type { Bot } from '../bot/bot.ts';
import { readJson } from './body.ts';

export interface ServerParts {
  readonly bot: Bot;
  readonly host: string;
  readonly port: number;
  /** Whether everything needed is up. */
  readonly ready: () => boolean;
}

export interface HttpServer {
  readonly port: number;
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** An activity is a few kilobytes; the largest cards are 25. */
const maxBodyBytes = 256 * 1024;
const requestMs = 15_000;

/** Listens, or rejects with Node's own error (its `code` EADDRINUSE where the port is taken). */
export async function startServer({ bot, host, port, ready }: ServerParts): Promise<HttpServer> {
  const server = createServer({ name: 'teams-presence-bot' });
  // The whole request must have come by then; an activity comes at once.
  server.server.requestTimeout = requestMs;
  server.server.headersTimeout = requestMs;
  server.post('/api/messages', async (request: Request, response: Response) => {
    const body = await readJson(request, maxBodyBytes);
    const { status, body: answer, sent } = await bot.receive(body, request.headers.authorization ?? '');
    // However the answer ends, what follows it need not wait any longer.
    if (sent !== undefined) response.once('close', sent);
    // What is left of a body that was too large is not waited for.
    if (!request.complete) response.header('Connection', 'close');
    if (answer === undefined) response.send(status);
    else response.send(status, answer);
  });
  server.get('/healthz', (_request: Request, response: Response, next: () => void) => {
    response.send(200, { status: 'up' });
    next();
  });
  server.get('/readyz', (_request: Request, response: Response, next: () => void) => {
    response.send(ready() ? 200 : 503, { status: ready() ? 'ready' : 'not ready' });
    next();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address: AddressInfo = server.address();
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
