/**
 * `POST /hooks/meetings`: other systems tell of meetings, signed as Standard Webhooks say, with a key for each source.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { Webhook } from 'standardwebhooks';
import type { Attending } from '../meetings/attend.ts';
import { hookEvent } from '../meetings/hook.ts';
import { parseJson, readBytes } from './body.ts';

/** What hooks need of the store and of meetings. */
export interface HookReceiver {
  readonly take: Attending['take'];
  readonly seen: { first(key: string, expiresAt: number): Promise<boolean> };
}

export interface HookParts {
  /** The key of each source, `whsec_…`. None: there is no such address. */
  readonly keys: Readonly<Record<string, string>>;
  /** The bot's own: only people of it can be named. */
  readonly tenantId: string;
  /** Undefined while the store is not there. */
  readonly receiver: () => HookReceiver | undefined;
  /** Told of each answer's status. */
  readonly answered?: (status: number) => void;
  readonly now: () => number;
  readonly log: { warn(fields: object, text: string): void };
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Twice what two thousand people take. */
const maxBytes = 512 * 1024;
/** A sender that does not hear our answer sends again, with the same id, for about that long. */
const rememberedMs = 3 * 86_400_000;
const mostId = 256;
/** Seconds until somebody should ask again. */
const againSeconds = 10;

/** Serves the hook on that server. */
export function serveHooks(server: Pick<Server, 'post'>, parts: HookParts): void {
  const hooks = new Map(Object.entries(parts.keys).map(([source, key]) => [source, new Webhook(key)]));
  if (hooks.size === 0) return;
  const only = hooks.size === 1 ? [...hooks.keys()][0] : undefined;
  const answer = async (request: Request, response: Response, named: string | undefined) => {
    const source = named ?? only;
    const hook = source === undefined ? undefined : hooks.get(source);
    const { status, body } =
      source === undefined || hook === undefined
        ? noSource(named)
        : await receive(parts, request, source, hook);
    // What was refused before it was read is not waited for.
    if (!request.complete) response.header('Connection', 'close');
    if (status === 503) response.header('Retry-After', String(againSeconds));
    response.send(status, body);
    parts.answered?.(status);
  };
  server.post('/hooks/meetings', async (request: Request, response: Response) => {
    await answer(request, response, undefined);
  });
  server.post('/hooks/meetings/:source', async (request: Request, response: Response) => {
    const { source } = request.params as { readonly source?: string };
    await answer(request, response, source ?? '');
  });
}

function noSource(named: string | undefined): Answer {
  const error =
    named === undefined
      ? 'There are several sources: name one, as in /hooks/meetings/name.'
      : 'There is no such source.';
  return { status: 404, body: { error } };
}

async function receive(
  { tenantId, receiver, now, log }: HookParts,
  request: IncomingMessage,
  source: string,
  hook: Webhook,
): Promise<Answer> {
  const headers = signedHeaders(request);
  if (headers === undefined) return unsigned;
  const bytes = await readBytes(request, maxBytes);
  if (bytes === undefined)
    return refused(`The body must be JSON, not packed, of at most ${maxBytes / 1024} KB.`);
  // Signed before it is looked at; the library keeps the window of five minutes.
  if (!isSigned(hook, bytes, headers)) return unsigned;
  const read = hookEvent(parseJson(bytes), source, tenantId);
  if (!read.ok) return refused(read.problems.join('; '));
  const meetings = receiver();
  if (meetings === undefined) return notNow;
  const id = `hook ${source} ${headers['webhook-id']}`;
  try {
    // Looked at, and noted only when all is kept: what failed half-way is taken again when it is sent again.
    if (!(await meetings.seen.first(id, 0))) return repeated;
    const { accepted, unknown, late } = await meetings.take(read.event);
    await meetings.seen.first(id, now() + rememberedMs);
    return { status: 200, body: { accepted: accepted.length, unknown, ...(late ? { late } : {}) } };
  } catch (error) {
    log.warn({ error: String(error), source }, 'a meeting was told of and could not be kept');
    return notNow;
  }
}

const unsigned: Answer = {
  status: 401,
  body: {
    error:
      "webhook-id, webhook-timestamp and webhook-signature must be there, made with this source's key, within five minutes.",
  },
};
const notNow: Answer = { status: 503, body: { error: 'Not now. Send the same again later.' } };
/** Success and no error: whoever sends again has not heard our answer, and must not go on sending. */
const repeated: Answer = { status: 200, body: { repeated: true } };

function refused(error: string): Answer {
  return { status: 400, body: { error } };
}

const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
type Signed = Readonly<Record<(typeof names)[number], string>>;

function signedHeaders({ headers }: IncomingMessage): Signed | undefined {
  const [id, timestamp, signature] = names.map((name) => headers[name]);
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signature !== 'string')
    return undefined;
  if (id === '' || id.length > mostId || !/^\d{1,12}$/.test(timestamp)) return undefined;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}

function isSigned(hook: Webhook, bytes: Buffer, headers: Signed): boolean {
  try {
    hook.verify(bytes, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
