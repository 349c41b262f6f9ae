/** A Graph and a Bot Connector in one that say yes to everything, as cheaply as can be. */

import { once } from 'node:events';
import { createServer } from 'node:http';

export interface Sink {
  readonly url: string;
  /** Keeps the last message of each conversation from now on, which costs this process a parse each. */
  keep(): void;
  /** The last message that was kept for that conversation. */
  lastOf(conversation: string): unknown;
  /** Resolves when Graph was asked for so many changes in batches. */
  batched(count: number): Promise<void>;
  close(): void;
}

const presence = '{"availability":"DoNotDisturb","activity":"DoNotDisturb"}';
const json = { 'content-type': 'application/json' };

export async function startSink(): Promise<Sink> {
  const messages = new Map<string, unknown>();
  let keeps = false;
  let inBatches = 0;
  let awaited: { readonly count: number; readonly reached: () => void } | undefined;

  const batch = (body: Buffer) => {
    const { requests } = JSON.parse(body.toString()) as { requests: readonly { id: string }[] };
    inBatches += requests.length;
    if (awaited !== undefined && inBatches >= awaited.count) awaited.reached();
    return JSON.stringify({ responses: requests.map(({ id }) => ({ id, status: 200, body: {} })) });
  };
  const server = createServer((request, response) => {
    const { method, url = '' } = request;
    const conversation = /^\/v3\/conversations\/([^/]+)\//.exec(url)?.[1];
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => {
        chunks.push(chunk);
      })
      .on('end', () => {
        const body = Buffer.concat(chunks);
        if (keeps && conversation !== undefined)
          messages.set(decodeURIComponent(conversation), JSON.parse(body.toString()));
        if (url.endsWith('$batch')) response.writeHead(200, json).end(batch(body));
        else if (conversation !== undefined) response.writeHead(200, json).end('{"id":"1"}');
        else if (method === 'GET') response.writeHead(200, json).end(presence);
        else response.writeHead(200).end();
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    keep: () => {
      keeps = true;
    },
    lastOf: (conversation) => messages.get(conversation),
    batched: (count) =>
      new Promise((reached) => {
        awaited = { count: inBatches + count, reached };
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
