/** A Graph and a Bot Connector in one that say yes to everything, as cheaply as can be. */

import { once } from 'node:events';
import { createServer } from 'node:http';

export async function startSink(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url?.startsWith('/v1.0/') === true) response.writeHead(200).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
