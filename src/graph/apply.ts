/** The one executor: a judged change → Graph, its requests strictly in order. */

import { requestPath, type Change, type Step } from '../presence/change.ts';
import type { Result, StepOutcome } from '../presence/outcome.ts';
import type { Apply } from '../presence/ports.ts';
import type { GraphClient } from './client.ts';
import { send, type SendOptions } from './send.ts';

/** An executor on that client. */
export function createApply(client: GraphClient, options: SendOptions): Apply {
  const applyStep = async (step: Step, stop: AbortSignal): Promise<Result> => {
    const { request } = step;
    const sent = await send(client, { path: requestPath(request), body: request.body }, stop, options);
    if (sent.kind === 'stopped') return { kind: 'superseded' };
    const { status, requestId } = sent;
    const call = {
      request,
      at: options.now(),
      ...(status === undefined ? {} : { status }),
      ...(requestId === undefined ? {} : { requestId }),
    };
    if (sent.kind === 'ok') return { kind: 'applied', call };
    // No session to clear answers 404: the wish is fulfilled.
    if (status === 404 && request.action === 'clearPresence') return { kind: 'absent', call };
    return { kind: 'failed', call, failure: sent.failure };
  };
  return async (change: Change, stop: AbortSignal) => {
    const steps: StepOutcome[] = [];
    for (const step of change.steps) {
      const halted = steps.some(({ result }) => result.kind === 'failed' || result.kind === 'superseded');
      steps.push({ step, result: halted ? { kind: 'skipped' } : await applyStep(step, stop) });
    }
    return { change, steps };
  };
}
