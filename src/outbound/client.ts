/** The one HTTP client of the process: connections are kept, and nothing is repeated or followed. */

import Agent from 'undici/lib/dispatcher/agent.js';
import type { Dispatcher } from 'undici';
import type { Proxies } from '../config/config.ts';

interface OutboundRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
  /** Aborts the call. */
  readonly signal: AbortSignal;
}

export interface OutboundAnswer {
  readonly status: number;
  /** 2xx. */
  readonly ok: boolean;
  /** A header by its name in small letters; of several the values with commas between. */
  readonly header: (name: string) => string | undefined;
  /** The whole body; undefined: it broke off, or was not there in time. */
  readonly text: string | undefined;
}

export interface Outbound {
  /** @throws NoAnswerError when there is not even a status. */
  readonly send: (request: OutboundRequest) => Promise<OutboundAnswer>;
}

/** There was no answer; the cause is the network's error or the signal's reason. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

const settings = {
  // Microsoft's front doors keep connections for longer; each new one costs a handshake.
  keepAliveTimeout: 30_000,
  // The signal bounds the whole call.
  headersTimeout: 0,
  bodyTimeout: 0,
  /** No expected answer comes near it. */
  maxResponseSize: 16 * 1024 * 1024,
} as const;

/** A client with connections of its own, which keep no process alive. */
export function createOutbound(proxies?: Proxies): Outbound {
  const dispatcher = proxies === undefined ? new Agent(settings) : undefined;
  let proxied: Promise<Dispatcher> | undefined;
  return {
    send: async (request) => call(dispatcher ?? (await (proxied ??= throughProxies(proxies ?? {}))), request),
  };
}

async function throughProxies({ http, https, except }: Proxies): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import('undici');
  return new EnvHttpProxyAgent({
    ...settings,
    ...(http === undefined ? {} : { httpProxy: http }),
    ...(https === undefined ? {} : { httpsProxy: https }),
    ...(except === undefined ? {} : { noProxy: except }),
  });
}

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

function call(
  dispatcher: Dispatcher,
  { method, url, headers, body, signal }: OutboundRequest,
): Promise<OutboundAnswer> {
  return new Promise((resolve, reject) => {
    const { origin, pathname, search } = new URL(url);
    const chunks: Buffer[] = [];
    let controller: Dispatcher.DispatchController | undefined;
    let begun: { readonly status: number; readonly headers: Headers } | undefined;

    const end = (text: string | undefined, cause?: unknown): void => {
      signal.removeEventListener('abort', giveUp);
      if (begun === undefined) reject(new NoAnswerError('no answer', { cause }));
      else resolve(answerOf(begun.status, begun.headers, text));
    };
    const giveUp = (): void => {
      end(undefined, signal.reason);
      controller?.abort(new Error('given up'));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) {
      giveUp();
      return;
    }
    dispatcher.dispatch(
      { origin, path: pathname + search, method, headers, body: body ?? null },
      {
        onRequestStart: (given) => {
          controller = given;
          if (signal.aborted) given.abort(new Error('given up'));
        },
        onResponseStart: (_controller, status, given) => {
          begun = { status, headers: given };
        },
        onResponseData: (_controller, chunk) => {
          chunks.push(chunk);
        },
        onResponseEnd: () => {
          end(Buffer.concat(chunks).toString());
        },
        onResponseError: (_controller, error) => {
          end(undefined, error);
        },
      },
    );
  });
}

function answerOf(status: number, headers: Headers, text: string | undefined): OutboundAnswer {
  return {
    status,
    ok: status >= 200 && status < 300,
    header: (name) => {
      const value = headers[name];
      return typeof value === 'string' ? value : value?.join(', ');
    },
    text,
  };
}
