/** The HTTP surface: the messaging endpoint, the hook for meetings, two pages for people and two health checks. */

import type { Request, Response } from 'restify';
import type { Bot } from '../teams/bot.ts';
import { readJson } from './body.ts';
import { createLimitedServer, type HttpLimits, listen, type Listening } from './limited-server.ts';
import { serveHooks, type HookParts } from './hooks.ts';
import { serveMetrics, type ReadMetrics } from './metrics-server.ts';
import { servePages, type Pages } from './pages.ts';

export interface ServerParts {
  readonly bot: Bot;
  readonly host: string;
  readonly port: number;
  readonly limits: HttpLimits & { readonly maxBodyBytes: number };
  /** Undefined: other systems cannot tell of meetings. */
  readonly hooks?: HookParts;
  readonly pages: Pages;
  /** Everything that is needed and not there, in words that anybody may read. */
  readonly missing: () => Promise<readonly string[]>;
  /** Undefined: figures are not for whoever reaches this port. */
  readonly metrics?: ReadMetrics | undefined;
}

/** Listens, or rejects with Node's own error (its `code` EADDRINUSE where the port is taken). */
export async function startServer({
  bot,
  host,
  port,
  limits,
  hooks,
  pages,
  missing,
  metrics,
}: ServerParts): Promise<Listening> {
  const server = createLimitedServer(limits);
  const { maxBodyBytes } = limits;
  server.post('/api/messages', async (request: Request, response: Response) => {
    const answered = await bot.receive(
      () => readJson(request, maxBodyBytes),
      request.headers.authorization ?? '',
    );
    const { status, body: answer, retryAfter, sent } = answered;
    // However the answer ends, what follows it need not wait any longer.
    if (sent !== undefined) response.once('close', sent);
    // A small rest of the body is thrown away as it comes; what is larger, or of unknown size, is not waited for.
    if (!request.complete && !(Number(request.headers['content-length']) <= maxBodyBytes)) {
      response.header('Connection', 'close');
    }
    if (retryAfter !== undefined) response.header('Retry-After', String(retryAfter));
    if (answer === undefined) response.send(status);
    else response.send(status, answer);
  });
  if (hooks !== undefined) serveHooks(server, hooks);
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
