/**
 * The Bot Service's user-token API, as the SDK's UserTokenClient calls it: who signed in by which connection, and
 * the tokens that they have. https://learn.microsoft.com/azure/bot-service/bot-builder-concept-authentication
 * A judge, not a friend: it knows the connections, tokens and codes that it was told of, and no others.
 */

import { randomInt, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { answer, listen, stop, textOf } from './loopback.ts';

type Operation = 'get' | 'exchange' | 'signOut' | 'signInResource' | 'other';

/** A request; never a token or a code. */
export interface StoreCall {
  readonly operation: Operation;
  /** Of a sign-in resource whoever its state names; empty where the request names none. */
  readonly userId: string;
  readonly connectionName: string;
  readonly channelId: string;
  /** Whether a magic code came with it. */
  readonly withCode: boolean;
  /** Whether there was an Authorization header: without one it is refused, but nothing checks what it holds. */
  readonly authorized: boolean;
  readonly status: number;
}

export interface TokenStoreOptions {
  /** The names of the bot's OAuth connections; the first is meant where a control names none. */
  readonly connections: readonly [string, ...string[]];
  /** By default msteams. */
  readonly channelId?: string;
  /** Epoch milliseconds; Date.now by default. */
  readonly now?: () => number;
}

export interface Held {
  readonly token: string;
  /** Epoch milliseconds; in an hour by default. */
  readonly expires?: number;
  readonly connection?: string;
}

export interface TokenStore {
  /** What the SDK takes for `OAuthUrl`. */
  readonly url: string;
  /** Every request since the start or the last `clear`; grows while it is read. */
  readonly calls: readonly StoreCall[];
  /** The user has signed in, and nothing more is to be done: as after single sign-on. */
  signIn(userId: string, held: Held): void;
  /** The user has signed in on the sign-in page; the token is given to whoever shows this code, once. */
  magicCode(userId: string, held: Held): string;
  /** What Teams sends of that user in `signin/tokenExchange` may be exchanged for this token. */
  exchangeable(userId: string, teamsToken: string, held: Held): void;
  /**
   * Whether, and with which status, exchanges fail because the user has not consented yet. By default 400, of which
   * the SDK's client makes an answer with an `error` and no token; of any other but 404 it makes an exception.
   */
  consentNeeded(needed: boolean, status?: number): void;
  /** The token that the user has now. */
  tokenOf(userId: string, connection?: string): string | undefined;
  /** Answers everything with that status and those words, none by default, until it is called with nothing. */
  outage(status?: number, words?: string): void;
  /** Answers nothing from now on, until it is called with false. */
  hang(hanging?: boolean): void;
  /** Forgets the calls. */
  clear(): void;
  /** Drops open sockets. */
  close(): Promise<void>;
}

const operations: Readonly<Record<string, Operation>> = {
  'GET /api/usertoken/GetToken': 'get',
  'POST /api/usertoken/exchange': 'exchange',
  'DELETE /api/usertoken/SignOut': 'signOut',
  'GET /api/botsignin/GetSignInResource': 'signInResource',
};

/** Which identity provider a connection signs in with: Microsoft Entra. */
const entraProvider = '30dd229c-58e3-4a48-bdfd-91ec48eb906c';

const hourMs = 3_600_000;

const parsed = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});
const exchangeSchema = parsed.pipe(z.object({ token: z.string().min(1) }));
const stateSchema = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64').toString('utf8'))
  .pipe(parsed)
  .pipe(
    z.object({
      connectionName: z.string(),
      msAppId: z.string().min(1),
      conversation: z.object({ user: z.object({ id: z.string().min(1) }), channelId: z.string() }),
    }),
  );

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startTokenStore(options: TokenStoreOptions): Promise<TokenStore> {
  const { connections, channelId = 'msteams', now = Date.now } = options;
  const held = new Map<string, Required<Held>>();
  const behindCodes = new Map<string, Required<Held>>();
  const exchanges = new Map<string, Required<Held>>();
  const calls: StoreCall[] = [];
  let consent: number | undefined;
  let outage: { readonly status: number; readonly words: string } | undefined;
  let gate: PromiseWithResolvers<void> | undefined;

  const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);
  const complete = ({ token, expires = now() + hourMs, connection = connections[0] }: Held) => ({
    token,
    expires,
    connection,
  });

  const server = createServer((request, response) => {
    take(request, response).catch((error: unknown) => {
      // The bot hung up while it was still sending: nobody is left to answer.
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  const url = `http://127.0.0.1:${await listen(server)}`;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    const field = (name: string) => searchParams.get(name) ?? '';
    const operation = operations[`${request.method ?? ''} ${pathname}`] ?? 'other';
    const call = {
      operation,
      userId: operation === 'signInResource' ? userIn(field('state')) : field('userId'),
      connectionName: field('connectionName'),
      channelId: field('channelId'),
      withCode: field('code') !== '',
      authorized: request.headers.authorization !== undefined,
    };
    if (gate !== undefined) await gate.promise;
    if (outage !== undefined) {
      calls.push({ ...call, status: outage.status });
      response.writeHead(outage.status, { 'content-type': 'application/json' });
      response.end(outage.words);
      return;
    }
    const { status, body: words } = judge(call, field, body);
    calls.push({ ...call, status });
    answer(response, status, words);
  }

  function judge(call: Omit<StoreCall, 'status'>, field: (name: string) => string, body: string): Answer {
    if (!call.authorized)
      return refused(401, 'Unauthorized', 'Authorization has been denied for this request.');
    if (call.operation === 'other') return refused(404, 'NotFound', 'No such operation.');
    if (call.operation === 'signInResource') return signInResource(field('state'));
    const wrong = wrongPlace(call);
    if (wrong !== undefined) return wrong;
    const key = keyOf(call.userId, call.connectionName);
    switch (call.operation) {
      case 'get':
        return getToken(key, field('code'));
      case 'exchange':
        return exchange(key, body);
      case 'signOut':
        held.delete(key);
        return { status: 200, body: {} };
    }
  }

  function wrongPlace({ userId, connectionName, channelId: channel }: Omit<StoreCall, 'status'>) {
    if (userId === '') return refused(400, 'BadArgument', 'Missing required parameter userId.');
    if (channel !== channelId) return refused(400, 'BadArgument', `Unknown channel '${channel}'.`);
    return unknownConnection(connectionName);
  }

  function unknownConnection(name: string): Answer | undefined {
    return connections.includes(name)
      ? undefined
      : refused(400, 'BadArgument', `Connection setting '${name}' was not found for this bot.`);
  }

  function getToken(key: string, code: string): Answer {
    if (code !== '') {
      const found = behindCodes.get(`${key} ${code}`);
      behindCodes.delete(`${key} ${code}`);
      if (found === undefined) return { status: 404 };
      held.set(key, found);
    }
    return tokenAnswer(held.get(key));
  }

  function exchange(key: string, body: string): Answer {
    const asked = exchangeSchema.safeParse(body);
    if (!asked.success) return refused(400, 'BadArgument', 'Missing required parameter token.');
    if (consent !== undefined) return refused(consent, 'BadRequest', 'Consent Required');
    const found = exchanges.get(`${key} ${asked.data.token}`);
    if (found === undefined) return refused(400, 'BadRequest', 'The token cannot be exchanged.');
    held.set(key, found);
    return tokenAnswer(found);
  }

  function signInResource(text: string): Answer {
    const state = stateSchema.safeParse(text);
    if (!state.success) return refused(400, 'BadArgument', 'Invalid state.');
    const { connectionName, msAppId } = state.data;
    const wrong = unknownConnection(connectionName);
    if (wrong !== undefined) return wrong;
    const body = {
      signInLink: `${url}/api/oauth/signin?signin=${randomUUID()}`,
      tokenExchangeResource: {
        id: randomUUID(),
        uri: `api://botid-${msAppId}`,
        providerId: entraProvider,
      },
    };
    return { status: 200, body };
  }

  function tokenAnswer(found: Required<Held> | undefined): Answer {
    if (found === undefined || found.expires <= now()) return { status: 404 };
    const { connection, token, expires } = found;
    return {
      status: 200,
      body: { channelId, connectionName: connection, token, expiration: new Date(expires).toISOString() },
    };
  }

  return {
    url,
    calls,
    signIn: (userId, given) => {
      const full = complete(given);
      held.set(keyOf(userId, full.connection), full);
    },
    magicCode: (userId, given) => {
      const code = String(randomInt(100_000, 1_000_000));
      const full = complete(given);
      behindCodes.set(`${keyOf(userId, full.connection)} ${code}`, full);
      return code;
    },
    exchangeable: (userId, teamsToken, given) => {
      const full = complete(given);
      exchanges.set(`${keyOf(userId, full.connection)} ${teamsToken}`, full);
    },
    consentNeeded: (needed, status = 400) => {
      consent = needed ? status : undefined;
    },
    tokenOf: (userId, connection = connections[0]) => held.get(keyOf(userId, connection))?.token,
    outage: (status, words = '') => {
      outage = status === undefined ? undefined : { status, words };
    },
    hang: (hanging = true) => {
      gate?.resolve();
      gate = hanging ? Promise.withResolvers() : undefined;
    },
    clear: () => {
      calls.length = 0;
    },
    close: () => stop(server),
  };
}

function userIn(state: string): string {
  return stateSchema.safeParse(state).data?.conversation.user.id ?? '';
}

function refused(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
