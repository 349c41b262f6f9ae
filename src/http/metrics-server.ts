/** `GET /metrics`: on a port of its own, which nobody opens by accident; beside the rest in local mode alone. */

import type { Request, Response, Server } from 'restify';
import { createLimitedServer, type HttpLimits, listen, type Listening } from './limited-server.ts';

/** Gives all figures as text, and the media type of that text. */
export type ReadMetrics = () => Promise<{ readonly type: string; readonly text: string }>;

export function serveMetrics(server: Pick<Server, 'get'>, read: ReadMetrics): void {
  server.get('/metrics', async (_request: Request, response: Response) => {
    const { type, text } = await read();
    response.sendRaw(200, text, { 'Content-Type': type });
  });
}

/** Figures and nothing else. Rejects as `listen` does. */
export function startMetricsServer(
  read: ReadMetrics,
  port: number,
  host: string,
  limits: HttpLimits,
): Promise<Listening> {
  const server = createLimitedServer(limits);
  serveMetrics(server, read);
  return listen(server, port, host);
}
