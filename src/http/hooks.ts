/**
 * `POST /hooks/meetings`: other systems tell of meetings, signed as Standard Webhooks say, with a key for each source.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

import { type KeyObject, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, IncomingHttpHeaders } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { hookEvent } from '../meetings/hook.ts';
import type { MeetingsService } from '../meetings/meetings.ts';
import { mayBeJson, parseJson, readBytes } from './body.ts';

/** What hooks need of the store and of meetings. */
export interface HookReceiver {
  readonly handle: MeetingsService['handle'];
  readonly deliveries: { first(key: string, expiresAt: number): Promise<boolean> };
}

export interface HookParts {
  /** The key of each source, `whsec_…`. None: no hook. */
  readonly keys: Readonly<Record<string, string>>;
  /** The bot's own tenant: only its people can be named. */
  readonly tenantId: string;
  /** Undefined while the store is not there. */
  readonly receiver: () => HookReceiver | undefined;
  /** Told of each answer's status. */
  readonly answered?: (status: number) => void;
  readonly now: () => number;
  readonly log: { warn(fields: object, text: string): void };
}

interface HookAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Twice the size of an event with two thousand participants. */
const maxBytes = 512 * 1024;
/** Senders that get no answer retry for about that long with the same id. */
const rememberedMs = 3 * 86_400_000;
/** Bodies read at once (16 MB), from senders that are not authenticated yet. */
const maxReaders = 32;
/** Seconds until somebody should ask again. */
const againSeconds = 10;

/** Serves the hook on that server. */
export function serveHooks(server: Pick<Server, 'post'>, parts: HookParts): void {
  const keys = new Map(Object.entries(parts.keys).map(([source, key]) => [source, signingKey(key)]));
  if (keys.size === 0) return;
  const only = keys.size === 1 ? [...keys.keys()][0] : undefined;
  const readers = createReadLimit(maxReaders);
  const answer = async (request: Request, response: Response, named: string | undefined) => {
    const source = named ?? only;
    const key = source === undefined ? undefined : keys.get(source);
    const { status, body } =
      source === undefined || key === undefined
        ? noSource(named)
        : await receive(parts, readers, request, { source, key });
    // A body that was not read is not waited for.
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

function noSource(named: string | undefined): HookAnswer {
  const error =
    named === undefined
      ? 'There are several sources: name one, as in /hooks/meetings/name.'
      : 'There is no such source.';
  return { status: 404, body: { error } };
}

async function receive(
  { tenantId, receiver, now, log }: HookParts,
  readers: ReadLimit,
  request: IncomingMessage,
  { source, key }: { readonly source: string; readonly key: KeyObject },
): Promise<HookAnswer> {
  const signed = signedIn(request.headers, now());
  if (signed === undefined) return unsigned;
  if (!mayBeJson(request, maxBytes)) return noJson;
  const bytes = await readers.read(async () => (await readBytes(request, maxBytes)) ?? noJson);
  if (bytes === undefined) return notNow;
  if (!Buffer.isBuffer(bytes)) return bytes;
  // The signature is checked before the body is parsed.
  if (!isSigned(signed, bytes, key)) return unsigned;
  const read = hookEvent(parseJson(bytes.toString('utf8')), source, tenantId);
  if (!read.ok) return refused(read.problems.join('; '));
  const meetings = receiver();
  if (meetings === undefined) return notNow;
  const id = `hook ${source} ${signed.id}`;
  try {
    // Only checked here, and recorded once everything is stored: a delivery that failed half-way is taken again.
    if (!(await meetings.deliveries.first(id, 0))) return repeated;
    const { accepted, unknown, late } = await meetings.handle(read.event);
    await meetings.deliveries.first(id, now() + rememberedMs);
    return { status: 200, body: { accepted: accepted.length, unknown, ...(late ? { late } : {}) } };
  } catch (error) {
    log.warn({ error: String(error), source }, 'a meeting was told of and could not be kept');
    return notNow;
  }
}

const unsigned: HookAnswer = {
  status: 401,
  body: {
    error:
      "webhook-id, webhook-timestamp and webhook-signature must be there, made with this source's key, within five minutes.",
  },
};
const noJson = refused(`The body must be JSON, not packed, of at most ${maxBytes / 1024} KB.`);
const notNow: HookAnswer = { status: 503, body: { error: 'Not now. Send the same again later.' } };
/** Success, so that a sender that missed the first answer stops retrying. */
const repeated: HookAnswer = { status: 200, body: { repeated: true } };

function refused(error: string): HookAnswer {
  return { status: 400, body: { error } };
}

interface ReadLimit {
  /**
   * The result of the read; undefined if there were too many and this one was given up. The oldest read gives
   * way to the newest, so that slow senders keep nobody out.
   */
  read<T>(reading: () => Promise<T>): Promise<T | undefined>;
}

/** So many at once. */
function createReadLimit(most: number): ReadLimit {
  const waysOut = new Set<() => void>();
  return {
    read: async (reading) => {
      const { promise: gaveWay, resolve } = Promise.withResolvers<undefined>();
      const giveWay = () => {
        waysOut.delete(giveWay);
        resolve(undefined);
      };
      waysOut.add(giveWay);
      const [oldest] = waysOut;
      if (waysOut.size > most) oldest?.();
      try {
        return await Promise.race([reading(), gaveWay]);
      } finally {
        waysOut.delete(giveWay);
      }
    },
  };
}

/** What is signed besides the body, and the signatures: a sender that rotates its key sends several. */
interface Signed {
  readonly id: string;
  /** Seconds, as they were sent. */
  readonly timestamp: string;
  readonly signatures: readonly Buffer[];
}

/** Tolerance in seconds for clocks and delivery; the standard names none. */
const toleranceSeconds = 5 * 60;
const mostId = 256;
const mostSignatures = 10;
/** 32 bytes in base64, of the only version that is made with a shared key. */
const signature = /^v1,([A-Za-z0-9+/]{43}=)$/;

/** The signature in the headers; undefined if it cannot be valid for any body. */
function signedIn(headers: IncomingHttpHeaders, now: number): Signed | undefined {
  const [id = '', timestamp = '', given = ''] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`] ?? ''),
  );
  if (id === '' || id.length > mostId || !/^\d{1,12}$/.test(timestamp)) return undefined;
  if (Math.abs(Math.floor(now / 1000) - Number(timestamp)) > toleranceSeconds) return undefined;
  const signatures = given
    .split(' ', mostSignatures)
    .map((one) => signature.exec(one)?.[1])
    .filter((one) => one !== undefined)
    .map((one) => Buffer.from(one, 'base64'));
  return signatures.length === 0 ? undefined : { id, timestamp, signatures };
}

/** The key behind `whsec_…`. */
function signingKey(text: string): KeyObject {
  return createSecretKey(text.slice('whsec_'.length), 'base64');
}

/** Whether one of the signatures is valid for that key and body. */
function isSigned({ id, timestamp, signatures }: Signed, body: Buffer, key: KeyObject): boolean {
  const right = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  return signatures.some((one) => one.length === right.length && timingSafeEqual(one, right));
}
