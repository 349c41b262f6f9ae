/** The one Graph client of the process, and a single attempt of a call with it. */

import {
  AuthenticationHandler,
  AuthenticationHandlerOptions,
  Client,
  GraphClientError,
  ResponseType,
  type AuthenticationProvider,
  type Context,
  type Middleware,
  type MiddlewareOptions,
} from '@microsoft/microsoft-graph-client';
import { isLoopback } from '../config/config.ts';
import { createOutbound, type Outbound, type OutboundAnswer } from '../outbound/client.ts';
import type { Sender } from '../presence/intent.ts';
import type { Failure } from '../presence/outcome.ts';
import { timeLimit } from '../timing/with-timeout.ts';
import type { Access } from './access.ts';

/** A Graph client whose every call is one attempt: no retries, no redirects, the bare answer. */
export interface GraphClient {
  readonly sdk: Client;
  readonly access: Access;
  /** Told of each attempt, the parts of a batch one by one. */
  readonly onCall?: (called: CallReport) => void;
}

/** An attempt as it ended. */
export interface CallReport {
  readonly tenantId: string;
  /** `setPresence` and its kind; `presence` and `getPresencesByUserId` read. */
  readonly action: string;
  /** Missing: no answer, or nothing was sent, for want of a token. */
  readonly status?: number;
  readonly failure?: Failure;
}

interface GraphOptions {
  /** Root before `/v1.0`, without a trailing slash. */
  readonly baseUrl: string;
  readonly access: Access;
  /** Milliseconds from sending a request until its answer is complete. Getting a token is bounded by itself. */
  readonly attemptMs: number;
  /** The HTTP client; by default its own. */
  readonly outbound?: Outbound | undefined;
}

/** One call about a person, made on their behalf. */
export interface GraphCall {
  readonly who: Sender;
  readonly path: string;
  /** Undefined: it only reads. Null: it writes, and has none. */
  readonly body?: unknown;
  /** What it needs another permission for than presence. */
  readonly doing?: 'calendar';
}

/** One attempt's answer, and the token it was made with. */
interface CallAttempt {
  readonly answer: OutboundAnswer;
  readonly token: string;
}

/**
 * Creates the client. Its middleware is only sign-in and transport: the SDK's retry handler sleeps without
 * being cancellable by a newer choice, so the retry policy is our own (`send.ts`).
 */
export function createGraphClient({
  baseUrl,
  access,
  attemptMs,
  outbound = createOutbound(),
}: GraphOptions): GraphClient {
  const { protocol, hostname } = new URL(baseUrl);
  const sdk = Client.initWithMiddleware({
    baseUrl: `${baseUrl}/`,
    defaultVersion: 'v1.0',
    // The SDK signs over https to Graph's own hosts alone; a test's Graph is on this machine.
    ...(isLoopback(hostname) ? { customHosts: new Set([hostname]) } : {}),
    middleware: [
      protocol === 'http:' ? signedOnLoopback() : new AuthenticationHandler(noToken),
      transport(outbound, attemptMs),
    ],
  });
  return { sdk, access };
}

/** Each request brings its own token; none goes out without. */
const noToken: AuthenticationProvider = {
  getAccessToken: () => Promise.reject(new Error('a request without a token')),
};

/**
 * The SDK's own handler strips tokens from plain http, so local mode needs this one; it refuses anything but
 * loopback, so that no token can ever leave this machine in the clear.
 */
function signedOnLoopback(): Middleware {
  return link(async (context, next) => {
    const url = new URL(typeof context.request === 'string' ? context.request : context.request.url);
    if (!isLoopback(url.hostname)) throw new Error('plain http is for a Graph on loopback only');
    const signed = context.middlewareControl?.getMiddlewareOptions(AuthenticationHandlerOptions);
    const { authenticationProvider = noToken } = (signed ?? {}) as Partial<AuthenticationHandlerOptions>;
    const token = await authenticationProvider.getAccessToken();
    context.options = {
      ...context.options,
      headers: { ...headersOf(context), Authorization: `Bearer ${token}` },
    };
    await next(context);
  });
}

/** Carries the answer of one request. A fetch Response, as the SDK expects, costs more than the call. */
class AnswerOption implements MiddlewareOptions {
  answer: OutboundAnswer | undefined;
}

/** The time limit starts when the request is sent, so that a slow sign-in does not look like a slow Graph. */
function transport(outbound: Outbound, attemptMs: number): Middleware {
  return link(async (context) => {
    const { request, options, middlewareControl } = context;
    const option = middlewareControl?.getMiddlewareOptions(AnswerOption);
    if (!(option instanceof AnswerOption)) throw new TypeError('nowhere to put the answer');
    const { signal, end } = timeLimit(attemptMs);
    try {
      option.answer = await outbound.send({
        url: typeof request === 'string' ? request : request.url,
        method: options?.method ?? 'GET',
        headers: headersOf(context),
        body: typeof options?.body === 'string' ? options.body : undefined,
        signal,
      });
    } catch (error) {
      // The SDK replaces errors and drops their cause, but passes this one on as it is.
      throw Object.assign(new GraphClientError('no answer'), { customError: error });
    } finally {
      end();
    }
  });
}

/** The SDK usually keeps headers as a record. */
function headersOf({ options }: Context): Readonly<Record<string, string>> {
  const { headers = {} } = options ?? {};
  return isRecord(headers) ? headers : Object.fromEntries(new Headers(headers));
}

/** Naming `Headers` would load all of Node's own fetch, which nothing else here does: some 3 MiB. */
function isRecord(headers: HeadersInit): headers is Record<string, string> {
  return Object.getPrototypeOf(headers) === Object.prototype;
}

function link(
  execute: (context: Context, next: (context: Context) => Promise<void>) => Promise<void>,
): Middleware {
  let following: Middleware | undefined;
  return {
    setNext: (middleware) => {
      following = middleware;
    },
    execute: (context) => execute(context, async (given) => following?.execute(given)),
  };
}

/** One attempt; resolves with any HTTP answer, rejects when there is none or no token. */
export async function attempt(
  { sdk, access }: GraphClient,
  { who, path, body }: GraphCall,
): Promise<CallAttempt> {
  const token = await access.token(who);
  const signing = new AuthenticationHandlerOptions({ getAccessToken: () => Promise.resolve(token) });
  const option = new AnswerOption();
  const request = sdk.api(path).middlewareOptions([signing, option]).responseType(ResponseType.RAW);
  await (body === undefined ? request.get() : request.post(body ?? undefined));
  if (option.answer === undefined) throw new TypeError('Graph client gave no answer');
  return { answer: option.answer, token };
}
