/** The one executor: a judged change → Graph, its requests strictly in order. */

import { requestAt, requestPath, type Change, type ChangeStep } from '../presence/change.ts';
import type { Sender } from '../presence/intent.ts';
import { accepted, type Failure, type RequestResult, type StepOutcome } from '../presence/outcome.ts';
import type { Apply } from '../presence/ports.ts';
import type { GraphClient } from './client.ts';
import { resultOf, send, type SendOptions } from './send.ts';

/** An executor on that client. */
export function createApply(client: GraphClient, options: SendOptions): Apply {
  const applyStep = async (who: Sender, step: ChangeStep, stop: AbortSignal): Promise<RequestResult> => {
    let { request } = step;
    const callAt = (now: number) => {
      request = requestAt(step, now);
      return { who, path: requestPath(request), body: request.body };
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
 * Nothing is built on what Graph did not take. Clearing a slot builds on nothing, so only what would befall it too
 * keeps it back: a sign-in, a permission or a Graph that is out of reach.
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
