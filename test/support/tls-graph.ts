/** A presence service behind TLS, as Graph is: the SDK signs nothing that goes over plain http. */

import { request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Certificates } from './certificates.ts';
import { listen, stop } from './loopback.ts';

export interface TlsGraph {
  /** Root before `/v1.0`: `https://localhost:<port>`. */
  readonly url: string;
  /** Drops open sockets. */
  close(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1; it hands on every request and answer as it is, a reset connection too. */
export async function startTlsGraph(
  certificates: Pick<Certificates, 'server'>,
  target: string,
): Promise<TlsGraph> {
  const server = createServer(certificates.server, (request, response) => {
    handOn(target, request, response);
  });
  const port = await listen(server);
  return { url: `https://localhost:${port}`, close: () => stop(server) };
}

function handOn(target: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = '/' } = request;
  const onward = send(`${target}${url}`, { method, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
    answer.once('error', () => response.destroy());
  });
  onward.once('error', () => request.socket.destroy());
  // Whoever hangs up on us hangs up on the service.
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}
