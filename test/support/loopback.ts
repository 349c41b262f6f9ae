/** What every fake service here does alike: listen on this machine alone, read a body, answer, and stop at once. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Listens on a free port of 127.0.0.1 and gives it. */
export async function listen(server: Server): Promise<number> {
  // A client keeps its sockets for the whole test; Node's five seconds would reset them under it.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server has no port');
  return address.port;
}

/** Drops open sockets and stops. */
export async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

/** The body as text; a test's service has no reason to bound it. */
export async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Answers with JSON, or with no body at all where there is none. */
export function answer(response: ServerResponse, status: number, body?: unknown): void {
  // In one process with restify, writeHead gives nothing back: restify replaces it for every server.
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
