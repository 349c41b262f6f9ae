/** The routes of personal keys: `/api/me` and `/mcp`. What answers there is loaded when somebody first calls. */

import type { Request, Response, Server } from 'restify';
import type { KeyDoor } from '../keys/door.ts';
import type { KeyRequestParts, KeyResponse } from '../keys/request.ts';
import { readJson } from './body.ts';

/** Opens the door, loaded if need be. */
export type OpenKeyDoor = () => Promise<KeyDoor>;

/** A sentence with its message is far smaller. */
const maxBytes = 16 * 1024;

/**
 * No web page has business here: one that a browser was led to under another name would be stopped by nothing else.
 * https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning
 */
const fromPage: KeyResponse = { status: 403, body: { error: 'Requests of web pages are not taken here.' } };
export interface KeyParts {
  readonly open: OpenKeyDoor;
  /** Told of each answer's status. */
  readonly answered?: (status: number) => void;
}

/** Serves them on that server. */
export function serveKeys(server: Pick<Server, 'get' | 'post'>, { open, answered }: KeyParts): void {
  const route = (method: KeyRequestParts['method'], path: KeyRequestParts['path']) => {
    const handle = async (request: Request, response: Response) => {
      const answer = await answerTo(request, method, path, open);
      send(request, response, answer);
      answered?.(answer.status);
    };
    if (method === 'GET') server.get(path, handle);
    else server.post(path, handle);
  };
  route('GET', '/api/me');
  route('POST', '/api/me');
  route('POST', '/api/me/undo');
  route('POST', '/mcp');
  server.get('/api/me/openapi.json', async (_request: Request, response: Response) => {
    response.send(200, (await open()).openApi);
  });
}

async function answerTo(
  request: Request,
  method: KeyRequestParts['method'],
  path: KeyRequestParts['path'],
  open: OpenKeyDoor,
): Promise<KeyResponse> {
  const { headers } = request;
  if (headers.origin !== undefined) return fromPage;
  const door = await open();
  return door.answer({
    method,
    path,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()])),
    query: Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams),
    readBody: async () => (isEmpty(request) ? undefined : ((await readJson(request, maxBytes)) ?? null)),
  });
}

/** A request that says that it brings nothing. */
function isEmpty({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

function send(request: Request, response: Response, { status, headers = {}, body }: KeyResponse): void {
  for (const [name, value] of Object.entries(headers)) response.header(name, value);
  // What stands in an answer is its owner's alone.
  response.header('Cache-Control', 'no-store');
  if (!request.complete) response.header('Connection', 'close');
  if (body === undefined) response.send(status);
  else response.send(status, body);
}
