/** A server with limits: no client can keep a connection open for ever by sending or reading slowly. */

import type { AddressInfo } from 'node:net';
import { createServer, type Next, type Request, type Response, type Server } from 'restify';

/** What one client may cost before anything is known of it. */
export interface HttpLimits {
  /** Time limit in milliseconds for a request's headers, from the start of its connection or its own. */
  readonly headersMs: number;
  /** Time limit in milliseconds for the whole request. */
  readonly requestMs: number;
  readonly maxConnections: number;
  /** From a request's headers until the whole answer is read; by default half a minute more than `requestMs`. */
  readonly answerMs?: number;
}

/** How often Node checks for late requests; with its default of half a minute, 15 seconds would become 45. */
const lookMs = 1000;
/** A connection between two requests is kept for so long. */
const idleMs = 5000;
const answerMoreMs = 30_000;
/** More unanswered requests than this on one connection are an attack: browsers, proxies and the Bot Service wait for each answer. */
const maxUnanswered = 16;

/** The server, without routes yet. */
export function createLimitedServer(limits: HttpLimits): Server {
  const { headersMs, requestMs, maxConnections, answerMs = requestMs + answerMoreMs } = limits;
  const server = createServer({ name: 'teams-presence-bot' });
  Object.assign(server.server, {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    maxConnections,
    connectionsCheckingInterval: lookMs,
  });
  // restify listens for `upgrade` and answers nothing. Without a listener Node takes such a request for a plain one,
  // as RFC 9110, section 7.8, lets a server do.
  server.server.removeAllListeners('upgrade');
  const unanswered = new WeakMap<Request['socket'], number>();
  server.pre((request: Request, response: Response, next: Next) => {
    const { socket } = request;
    if (!hasAddress(request)) {
      response.header('Connection', 'close');
      response.send(400, { error: 'This is no address.' });
      next(false);
      return;
    }
    const waiting = (unanswered.get(socket) ?? 0) + 1;
    if (socket.destroyed || waiting > maxUnanswered) {
      socket.destroy();
      next(false);
      return;
    }
    unanswered.set(socket, waiting);
    const tooLong = setTimeout(() => socket.destroy(), answerMs).unref();
    response.once('close', () => {
      clearTimeout(tooLong);
      unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1);
    });
    // A request for another protocol gets an answer, and its connection is closed.
    if (request.headers.upgrade !== undefined) response.header('Connection', 'close');
    next();
  });
  return server;
}

/** restify makes a URL of the target and the Host header, and what that throws would end the process. */
function hasAddress(request: Request): boolean {
  try {
    request.getUrl();
    return true;
  } catch {
    return false;
  }
}

export interface RunningServer {
  readonly port: number;
  /** Takes no more requests, and resolves when those under way are answered. */
  readonly close: () => Promise<void>;
}

/** Listens, or rejects with Node's own error (its `code` EADDRINUSE where the port is taken). */
export async function listen(server: Server, port: number, host: string): Promise<RunningServer> {
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
