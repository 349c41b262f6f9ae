import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { refusalAnswer, requestIds, type SimulatorAnswer } from './answer.ts';
import { answerBatch, outline } from './batch.ts';
import { mailboxBusy } from './calendar.ts';
import { answerCall, readCall, type IncomingCall } from './call.ts';
import { logCall } from './log-call.ts';
import { readPayload, type Payload } from './payload.ts';
import { refusal } from './refusal.ts';
import type { LoggedRequest } from './request-log.ts';
import { underFault, type FaultEnding } from './under-fault.ts';
import type { World } from './world.ts';

/** Answers a request under the control routes, given its body. */
export type ControlHandler = (method: string, url: URL, body: string) => ControlAnswer;

/** An answer of the control routes: JSON, or plain text when the body is a string. */
export interface ControlAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The port of the control routes is Graph's own, so that one address is enough to play with. */
export const controlPath = '/_simulator';

/** The HTTP server of one simulator, not yet listening. */
export function presenceServer(world: World, control: ControlHandler): Server {
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const work =
      url === controlPath || url.startsWith(`${controlPath}/`) || url.startsWith(`${controlPath}?`)
        ? serveControl(request, response, url, control)
        : servePresence(world, request, response, url);
    work.catch((error: unknown) => {
      // A caller that hangs up is not an error; everything else is a bug, logged with its stack.
      if (!(error instanceof Error && 'code' in error && error.code === 'ECONNRESET')) console.error(error);
      response.destroy();
    });
  });
  // Longer than a client's own idle time: the server must not be the one that closes a connection under a request.
  server.keepAliveTimeout = 120_000;
  return server;
}

async function serveControl(
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
  control: ControlHandler,
): Promise<void> {
  const bytes = await readBody(request, 1024 * 1024);
  const answer =
    bytes === 'tooLarge'
      ? { status: 413, body: { error: 'The body is larger than 1 MiB.' } }
      : control(
          request.method ?? 'GET',
          new URL(url, `http://127.0.0.1:${request.socket.localPort ?? 0}`),
          bytes.toString('utf8'),
        );
  const isText = typeof answer.body === 'string';
  response.writeHead(answer.status, {
    'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
  });
  response.end(isText ? answer.body : `${JSON.stringify(answer.body, null, 2)}\n`);
}

async function servePresence(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
): Promise<void> {
  const sentId = request.headers['client-request-id'];
  const clientRequestId = typeof sentId === 'string' ? sentId : undefined;
  const ids = requestIds(clientRequestId);
  const call = readCall(world, request.method ?? 'GET', url, request.headers.authorization);
  const logged = logCall(world, call, ids, clientRequestId, undefined);
  let payload: Payload = { kind: 'none' };
  const asking = isCalendar(call) ? world.calendars.begin(call.userId ?? '') : undefined;
  const ending = await underFault(world, call, logged, ids, {
    receive: async () => {
      const bytes = await readBody(request, world.settings.maxBodyBytes);
      payload =
        bytes === 'tooLarge'
          ? {
              kind: 'refused',
              refusal: refusal(413, 'RequestEntityTooLarge', 'The request body is too large.'),
            }
          : readPayload(request.headers['content-type'], bytes);
      logged.body = loggable(call, payload);
    },
    act: () => {
      if (asking?.tooMany === true) return refusalAnswer(mailboxBusy, ids, world.clock.now());
      return isBatch(call)
        ? answerBatch(world, call.who, payload, ids)
        : answerCall(world, call, payload, ids);
    },
  }).finally(asking?.end);
  finish(request, response, logged, ending);
}

function loggable(call: IncomingCall, payload: Payload): unknown {
  if (payload.kind !== 'json') return undefined;
  return isBatch(call) ? outline(payload) : payload.value;
}

function isBatch({ route }: IncomingCall): boolean {
  return 'action' in route && route.action === 'batch';
}

function isCalendar({ route }: IncomingCall): boolean {
  return 'action' in route && route.action === 'getCalendarView';
}

function finish(
  request: IncomingMessage,
  response: ServerResponse,
  logged: LoggedRequest,
  ending: FaultEnding,
): void {
  if (typeof ending === 'string') {
    logged.ending = ending;
    request.socket.resetAndDestroy();
    return;
  }
  logged.status = ending.status;
  logged.ending = response.destroyed ? 'lost' : 'answered';
  write(response, ending);
}

function write(response: ServerResponse, { status, headers, body, text: given }: SimulatorAnswer): void {
  const text = given ?? (body === undefined ? '' : JSON.stringify(body));
  // 204 forbids a length; every other empty answer must say that it is empty.
  const length = status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(text)) };
  response.writeHead(status, { ...headers, ...length });
  response.end(text);
}

/** The body, or that it is larger than allowed: the rest is then read and dropped, so that the answer arrives. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'tooLarge'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A request without encoding gives bytes.');
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? 'tooLarge' : Buffer.concat(chunks);
}
