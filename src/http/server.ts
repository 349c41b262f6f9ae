/** The HTTP surface: the messaging endpoint, the hook for meetings, the routes of personal keys, two pages for people and two health checks. */

import type { Request, Response, Server } from 'restify';
import type { Bot } from '../teams/bot.ts';
import { readJson } from './body.ts';
import { createLimitedServer, type HttpLimits, listen, type RunningServer } from './limited-server.ts';
import { serveHooks, type HookParts } from './hooks.ts';
import { serveKeys, type KeyParts } from './keys.ts';
import { readFileSync } from 'node:fs';

export interface ServerParts {
  readonly bot: Bot;
  readonly host: string;
  readonly port: number;
  readonly limits: HttpLimits & { readonly maxBodyBytes: number };
  /** Undefined: no hook. */
  readonly hooks?: HookParts;
  /** Undefined: nobody has personal keys. */
  readonly keys?: KeyParts | undefined;
  readonly pages: Pages;
  /** What is missing, in words that anybody may read. */
  readonly missing: () => Promise<readonly string[]>;
  /** Undefined: `/metrics` is not on this port. */
  readonly metrics?: ReadMetrics | undefined;
}

/** Listens, or rejects with Node's own error (its `code` EADDRINUSE where the port is taken). */
export async function startServer({
  bot,
  host,
  port,
  limits,
  hooks,
  keys,
  pages,
  missing,
  metrics,
}: ServerParts): Promise<RunningServer> {
  const server = createLimitedServer(limits);
  const { maxBodyBytes } = limits;
  server.post('/api/messages', async (request: Request, response: Response) => {
    const answered = await bot.receive(
      () => readJson(request, maxBodyBytes),
      request.headers.authorization ?? '',
    );
    const { status, body: answer, retryAfter, sent } = answered;
    // However the answer ends, the follow-up need not wait any longer.
    if (sent !== undefined) response.once('close', sent);
    // A small unread body is discarded; for a larger one, or one of unknown size, the connection is closed.
    if (!request.complete && !(Number(request.headers['content-length']) <= maxBodyBytes)) {
      response.header('Connection', 'close');
    }
    if (retryAfter !== undefined) response.header('Retry-After', String(retryAfter));
    if (answer === undefined) response.send(status);
    else response.send(status, answer);
  });
  if (hooks !== undefined) serveHooks(server, hooks);
  if (keys !== undefined) serveKeys(server, keys);
  servePages(server, pages);
  server.get('/healthz', (_request: Request, response: Response, next: () => void) => {
    response.send(200, { status: 'up' });
    next();
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const all = await missing();
    if (all.length === 0) response.send(200, { status: 'ready' });
    else response.send(503, { status: 'not ready', missing: all });
  });
  if (metrics !== undefined) serveMetrics(server, metrics);
  return listen(server, port, host);
}

/** Gives all metrics as text, and its media type. */
export type ReadMetrics = () => Promise<{ readonly type: string; readonly text: string }>;

function serveMetrics(server: Pick<Server, 'get'>, read: ReadMetrics): void {
  server.get('/metrics', async (_request: Request, response: Response) => {
    const { type, text } = await read();
    response.sendRaw(200, text, { 'Content-Type': type });
  });
}

/** A server for `/metrics` only. Rejects as `listen` does. */
export function startMetricsServer(
  read: ReadMetrics,
  port: number,
  host: string,
  limits: HttpLimits,
): Promise<RunningServer> {
  const server = createLimitedServer(limits);
  serveMetrics(server, read);
  return listen(server, port, host);
}

/** Addresses of the operator's own pages; those left out are served here. */
interface Pages {
  readonly privacy?: string;
  readonly terms?: string;
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'public, max-age=3600',
};

function servePages(server: Pick<Server, 'get' | 'head'>, pages: Pages): void {
  for (const name of ['privacy', 'terms'] as const) {
    const elsewhere = pages[name];
    const text = readFileSync(new URL(`./pages/${name}.html`, import.meta.url), 'utf8');
    const answer = (_request: Request, response: Response, next: () => void) => {
      if (elsewhere === undefined) response.sendRaw(200, text, headers);
      else response.sendRaw(302, '', { Location: elsewhere });
      next();
    };
    server.get(`/${name}`, answer);
    // Link checkers use HEAD.
    server.head(`/${name}`, answer);
  }
}
