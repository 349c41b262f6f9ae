/** Calls to Graph with the one retry policy, bounded in time and stopped by a newer choice; and the executor of changes. */

import { setTimeout as delay } from 'node:timers/promises';
import {
  type GraphRequest,
  requestAt,
  requestPath,
  sentBody,
  type Change,
  type ChangeStep,
} from '../presence/change.ts';
import {
  type Failure,
  type SendResult,
  accepted,
  type RequestResult,
  type StepOutcome,
} from '../presence/outcome.ts';
import { isTokenless, waitingDelay } from '../presence/retry.ts';
import { retryAfterMs } from '../timing/retry-after.ts';
import { withinAfter } from '../timing/with-timeout.ts';
import { attempt, type GraphCall, type GraphClient } from './client.ts';
import { errorOf, networkFailure, deniedStatus, statusFailure } from './failure.ts';
import type { Sender } from '../presence/intent.ts';
import type { Apply } from '../presence/ports.ts';

export interface SendOptions {
  /** Milliseconds after which no further attempt begins. */
  readonly totalMs: number;
  readonly now: () => number;
  /** Raised when the process ends. */
  readonly closing?: AbortSignal;
  /** Waits that many milliseconds; rejects when the signal is raised. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** Milliseconds one attempt may take once it is sent. */
export const defaultAttemptMs = 10_000;

/** For interactive calls: a minute in all. */
export const sendDefaults: SendOptions = {
  totalMs: 60_000,
  now: Date.now,
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
};

/** Graph's answer to the last attempt, as far as there was one. */
interface GraphAnswer {
  readonly status?: number;
  readonly requestId?: string;
}

type Sent = GraphAnswer & {
  /** An attempt got no clear answer: it may have taken effect. */
  readonly unclear: boolean;
} & (
    | { readonly kind: 'ok'; readonly text: string }
    | { readonly kind: 'failed'; readonly failure: Failure }
    /** Stopped while it waited to be repeated, or before it was sent at all. */
    | { readonly kind: 'stopped' }
  );

/** The result of a write; undefined if it was stopped before that was clear. */
export function resultOf(sent: Sent, request: GraphRequest, at: number): SendResult | undefined {
  const { status, requestId, unclear } = sent;
  const call = {
    request,
    at,
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { requestId }),
  };
  switch (sent.kind) {
    case 'ok':
      return { kind: 'applied', call };
    case 'stopped':
      return undefined;
    case 'failed':
      // No session to clear answers 404: it is cleared. After an attempt without a clear answer it may have been that
      // one which cleared it.
      return status === 404 && request.action === 'clearPresence'
        ? { kind: unclear ? 'applied' : 'absent', call }
        : { kind: 'failed', call, failure: sent.failure };
  }
}

interface SendAttempt {
  readonly answer: GraphAnswer;
  /** The body of a success; a write's is empty and never parsed. */
  readonly text?: string;
  readonly failure?: Failure;
  /** Milliseconds that Graph asked to wait. */
  readonly askedMs?: number | undefined;
  /** The token that Graph refused, or that lacks a permission. */
  readonly refusedToken?: string;
}

/** Sends a call, built anew for each attempt, until Graph accepts or refuses it, time is up, or `stop` is raised. Never rejects. */
export async function send(
  client: GraphClient,
  callAt: (now: number) => GraphCall,
  stop: AbortSignal,
  options: SendOptions,
): Promise<Sent> {
  const started = options.now();
  let unclear = false;
  let answer: GraphAnswer = {};
  let renewed = false;
  for (let attempts = 1; !stop.aborted; attempts += 1) {
    const call = callAt(options.now());
    const attempted = await inTime(once(client, call, options.now), options.closing);
    const { failure, text = '', askedMs, refusedToken } = attempted;
    answer = attempted.answer;
    client.onCall?.({
      tenantId: call.who.tenantId,
      action: actionOf(call.path),
      ...(answer.status === undefined ? {} : { status: answer.status }),
      ...(failure === undefined ? {} : { failure }),
    });
    if (failure === undefined) return { kind: 'ok', text, unclear, ...answer };
    unclear ||= failure.mayHold;
    if (refusedToken !== undefined) {
      client.access.refused(call.who, refusedToken);
      // Only once: with a person's token, 401 is also the answer to a request about somebody else.
      if (answer.status === 401 && !renewed) {
        renewed = true;
        continue;
      }
    }
    const now = options.now();
    const wait = isTokenless(failure)
      ? undefined
      : waitingDelay({ status: answer.status, askedMs }, attempts, Math.random());
    if (wait === undefined || now + wait - started > options.totalMs) {
      return { kind: 'failed', failure: { ...failure, mayHold: unclear }, unclear, ...answer };
    }
    // If `stop` interrupts the wait, the loop ends.
    await options.sleep(wait, stop).catch(() => undefined);
  }
  return { kind: 'stopped', unclear, ...answer };
}

/** The path's last part, without what was asked of it. */
function actionOf(path: string): string {
  const [bare = ''] = path.split('?', 1);
  return bare.slice(bare.lastIndexOf('/') + 1);
}

/** At shutdown an attempt has this long to be answered, which leaves time for the reply. */
const lastAnswerMs = 4000;

/** The attempt's result; at shutdown, after a short wait, an unclear failure. */
async function inTime(
  attempting: Promise<SendAttempt>,
  closing: AbortSignal | undefined,
): Promise<SendAttempt> {
  if (closing === undefined) return attempting;
  const done = await withinAfter(closing, lastAnswerMs, attempting);
  return done.late ? { answer: {}, failure: { by: 'unreachable', mayHold: true } } : done.value;
}

async function once(client: GraphClient, call: GraphCall, now: () => number): Promise<SendAttempt> {
  let attempted: Awaited<ReturnType<typeof attempt>>;
  try {
    attempted = await attempt(client, call);
  } catch (error) {
    return { answer: {}, failure: networkFailure(error) };
  }
  const { answer: given, token } = attempted;
  // The status is known already: a truncated body does not change what Graph did.
  const { status, ok, header, text = '' } = given;
  const requestId = header('request-id');
  const answer: GraphAnswer = { status, ...(requestId === undefined ? {} : { requestId }) };
  if (ok) return { answer, text };
  const askedMs = retryAfterMs(header('retry-after'), now());
  const { requestId: said, ...error } = errorOf(text);
  const failure = statusFailure(status, error, askedMs);
  const permit = deniedStatus(status, error);
  return {
    answer: { ...(said === undefined ? {} : { requestId: said }), ...answer },
    failure:
      permit === undefined
        ? failure
        : {
            ...failure,
            ...client.access.failure(
              permit,
              call.who,
              call.doing ?? (call.body === undefined ? 'read' : 'write'),
            ),
          },
    askedMs,
    ...(permit === undefined ? {} : { refusedToken: token }),
  };
}

/** The executor of changes: requests strictly in order, each with retries. */
export function createApply(client: GraphClient, options: SendOptions): Apply {
  const applyStep = async (who: Sender, step: ChangeStep, stop: AbortSignal): Promise<RequestResult> => {
    let { request } = step;
    const callAt = (now: number) => {
      request = requestAt(step, now);
      return { who, path: requestPath(request), body: sentBody(request) ?? null };
    };
    const sent = await send(client, callAt, stop, options);
    const result = resultOf(sent, request, options.now());
    if (result !== undefined) return result;
    const { status, requestId, unclear } = sent;
    const call = { request, at: options.now(), status, ...(requestId === undefined ? {} : { requestId }) };
    return {
      kind: 'stopped',
      why: stop.reason === 'shutdown' ? 'shutdown' : 'newer',
      mayHold: unclear,
      ...(status === undefined ? {} : { call: { ...call, status } }),
    };
  };
  return async (change: Change, stop: AbortSignal) => {
    const steps: StepOutcome[] = [];
    for (const step of change.steps) {
      const result: RequestResult = steps.some((before) => halts(before, step))
        ? { kind: 'skipped' }
        : await applyStep(change.who, step, stop);
      steps.push({ step, result });
    }
    return { change, steps };
  };
}

/**
 * After a failed step nothing more is set. Clearing a slot depends on nothing, so it is only skipped for a failure that
 * would affect it too: a sign-in, a permission or an unreachable Graph.
 */
function halts(before: StepOutcome, step: ChangeStep): boolean {
  if (accepted(before)) return false;
  const { result } = before;
  return (
    step.holding !== undefined ||
    result.kind !== 'failed' ||
    result.failure.by !== ('refused' satisfies Failure['by'])
  );
}
