/** The one Graph client of the process, and a single attempt of a call with it. */

import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  ResponseType,
  type AuthenticationProvider,
  type Middleware,
} from '@microsoft/microsoft-graph-client';

/** A Graph client whose every call is one attempt: no redirects, no retries, the bare response. */
export type GraphClient = Client;

export interface GraphOptions {
  /** Root before `/v1.0`, without a trailing slash. */
  readonly baseUrl: string;
  readonly authentication: Middleware;
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
  let next: Middleware | undefined;
  return {
    setNext: (middleware) => {
      next = middleware;
    },
    execute: async (context) => {
      const url = new URL(typeof context.request === 'string' ? context.request : context.request.url);
      if (!isLoopback(url.hostname)) throw new Error('a fixed token is for a Graph on loopback only');
      const headers = new Headers(context.options?.headers);
      headers.set('Authorization', `Bearer ${token}`);
      context.options = { ...context.options, headers };
      await next?.execute(context);
    },
  };
}

/** Whether that host name means this machine alone. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}

/**
 * The client of the process. Its chain is sign-in and transport alone: the SDK's retry handler sleeps without
 * an end that a newer choice could bring, so the one retry policy is ours (`send.ts`).
 */
export function createGraphClient({ baseUrl, authentication }: GraphOptions): GraphClient {
  const transport = new HTTPMessageHandler();
  authentication.setNext?.(transport);
  return Client.initWithMiddleware({
    baseUrl: `${baseUrl}/`,
    defaultVersion: 'v1.0',
    middleware: authentication,
  });
}

/** One attempt; resolves with any HTTP answer, rejects when there is none or no token. Aborted by `signal`. */
export async function attempt(
  client: GraphClient,
  call: { readonly path: string; readonly body?: unknown },
  signal: AbortSignal,
): Promise<Response> {
  const request = client.api(call.path).responseType(ResponseType.RAW).options({ signal });
  const answer: unknown = await (call.body === undefined ? request.get() : request.post(call.body));
  if (!(answer instanceof Response)) throw new TypeError('Graph client gave no response');
  return answer;
}
