/** One call to Graph with the only retry policy there is: bounded in time, and stopped by a newer choice. */

import { setTimeout as delay } from 'node:timers/promises';
import { attempt, type GraphClient } from './client.ts';
import { errorOf, networkFailure, statusFailure } from './failure.ts';
import { retryAfterMs, retryDelay } from './retry.ts';
import type { Failure } from '../presence/outcome.ts';

export interface SendOptions {
  /** Milliseconds one attempt may take. */
  readonly attemptMs: number;
  /** Milliseconds after which no further attempt begins. */
  readonly totalMs: number;
  readonly now: () => number;
  /** Waits that many milliseconds; rejects when the signal is raised. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** Bounds that suit a person who waits: an attempt of ten seconds, a minute in all. */
export const sendDefaults: SendOptions = {
  attemptMs: 10_000,
  totalMs: 60_000,
  now: Date.now,
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
};

interface Answered {
  readonly status: number;
  readonly requestId: string | undefined;
}

export type Sent =
  | ({ readonly kind: 'ok'; readonly body: () => Promise<unknown> } & Answered)
  | ({ readonly kind: 'failed'; readonly failure: Failure } & Partial<Answered>)
  /** Stopped before Graph took it: nothing is under way any more. */
  | { readonly kind: 'stopped' };

/** Sends a call until Graph takes it, says no, time is up, or `stop` is raised. Never rejects. */
export async function send(
  client: GraphClient,
  call: { readonly path: string; readonly body?: unknown },
  stop: AbortSignal,
  options: SendOptions,
): Promise<Sent> {
  const started = options.now();
  for (let attempts = 1; ; attempts += 1) {
    if (stop.aborted) return { kind: 'stopped' };
    const { sent, retryAfter } = await once(client, call, options);
    if (sent.kind !== 'failed') return sent;
    const now = options.now();
    const wait = retryDelay({ status: sent.status, retryAfter }, attempts, now, Math.random());
    if (wait === undefined || sent.failure.by === 'signIn' || now + wait - started > options.totalMs)
      return sent;
    if (!(await slept(options.sleep(wait, stop)))) return { kind: 'stopped' };
  }
}

/** False when the sleep was cut short. */
async function slept(sleep: Promise<unknown>): Promise<boolean> {
  return sleep.then(
    () => true,
    () => false,
  );
}

async function once(
  client: GraphClient,
  call: { readonly path: string; readonly body?: unknown },
  options: SendOptions,
): Promise<{ sent: Sent; retryAfter?: string | undefined }> {
  let response: Response;
  try {
    response = await attempt(client, call, AbortSignal.timeout(options.attemptMs));
  } catch (error) {
    return { sent: { kind: 'failed', failure: networkFailure(error) } };
  }
  const answered = { status: response.status, requestId: response.headers.get('request-id') ?? undefined };
  if (response.ok) {
    // The body of a write is empty and never parsed; whoever reads asks for it.
    return { sent: { kind: 'ok', ...answered, body: () => response.json() } };
  }
  const retryAfter = response.headers.get('retry-after') ?? undefined;
  const error = await errorOf(response);
  const failure = statusFailure(response.status, error, retryAfterMs(retryAfter, options.now()));
  return {
    sent: { kind: 'failed', failure, ...answered, requestId: answered.requestId ?? error.requestId },
    retryAfter,
  };
}
