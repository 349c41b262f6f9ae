/** The one Graph client of the process, and a single attempt of a call with it. */

import {
  AuthenticationHandler,
  Client,
  GraphClientError,
  HTTPMessageHandler,
  ResponseType,
  type AuthenticationProvider,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { isLoopback } from '../config.ts';

/** A Graph client whose every call is one attempt: no retries, no redirects, the bare response. */
export type GraphClient = Client;

interface GraphOptions {
  /** Root before `/v1.0`, without a trailing slash. */
  readonly baseUrl: string;
  readonly authentication: Middleware;
  /** Milliseconds from sending a request until its answer is complete. Getting a token is bounded by itself. */
  readonly attemptMs: number;
}

/** Signs each request with a token from the provider; the SDK does so over https to Graph's own hosts alone. */
export function bearer(provider: AuthenticationProvider): Middleware {
  return new AuthenticationHandler(provider);
}

/**
 * Signs each request with one fixed token. The SDK's own handler strips tokens from plain http, so local mode
 * needs this one; it refuses anything but loopback, so that production can never use it.
 */
export function fixedToken(token: string): Middleware {
  return link(async (context, next) => {
    const url = new URL(typeof context.request === 'string' ? context.request : context.request.url);
    if (!isLoopback(url.hostname)) throw new Error('a fixed token is for a Graph on loopback only');
    const headers = new Headers(context.options?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    context.options = { ...context.options, headers };
    await next(context);
  });
}

/**
 * The client of the process. Its chain is sign-in and transport alone: the SDK's retry handler sleeps without
 * an end that a newer choice could bring, so the one retry policy is ours (`send.ts`).
 */
export function createGraphClient({ baseUrl, authentication, attemptMs }: GraphOptions): GraphClient {
  return Client.initWithMiddleware({
    baseUrl: `${baseUrl}/`,
    defaultVersion: 'v1.0',
    middleware: [keepingCauses(), authentication, bounded(attemptMs), new HTTPMessageHandler()],
  });
}

/** The SDK turns an error into its own and forgets what caused it, but lets its own kind pass with what is in it. */
function keepingCauses(): Middleware {
  return link(async (context, next) => {
    try {
      await next(context);
    } catch (error) {
      throw Object.assign(new GraphClientError('no answer'), { customError: error });
    }
  });
}

/** The time a request may take begins when it is sent, so that a slow sign-in is never taken for a slow Graph. */
function bounded(attemptMs: number): Middleware {
  return link(async (context, next) => {
    context.options = { ...context.options, redirect: 'manual', signal: AbortSignal.timeout(attemptMs) };
    await next(context);
  });
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
  client: GraphClient,
  call: { readonly path: string; readonly body?: unknown },
): Promise<Response> {
  const request = client.api(call.path).responseType(ResponseType.RAW);
  const answer: unknown = await (call.body === undefined ? request.get() : request.post(call.body));
  if (!(answer instanceof Response)) throw new TypeError('Graph client gave no response');
  return answer;
}
