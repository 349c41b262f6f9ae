/** What the operator is told of each change: an audit line, and who failed. Never anybody's words, and no token. */

import type { Change, Step } from './presence/change.ts';
import { accepted, doubtful, type Outcome, type StepOutcome } from './presence/outcome.ts';
import type { Apply } from './presence/ports.ts';

interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** One line for each change, whatever came of it, and a warning for each request that Graph did not take. */
export function audited(apply: Apply, audit: Log, log: Log): Apply {
  return async (change, stop) => {
    const outcome = await apply(change, stop);
    audit.info(lineOf(outcome), 'presence change');
    for (const { step, result } of outcome.steps) {
      if (result.kind !== 'failed') continue;
      const { by, code, hint, grant, mayHold } = result.failure;
      const { status, requestId } = result.call;
      const permission = grant?.permission;
      log.warn(
        { action: step.request.action, by, code, hint, permission, status, requestId, mayHold },
        'Graph did not take a request',
      );
    }
    return outcome;
  };
}

function lineOf({ change, steps }: Outcome) {
  return {
    audit: true,
    who: change.who.userId,
    tenant: change.who.tenantId,
    door: change.door,
    outcome: overall(steps),
    steps: steps.map(({ step, result }) => ({
      what: whatOf(step),
      ...untilOf(step),
      outcome: result.kind === 'stopped' && result.why === 'newer' ? 'superseded' : result.kind,
      ...('call' in result ? { status: result.call.status, requestId: result.call.requestId } : {}),
    })),
  };
}

/** `applied` when Graph took all of it, `uncertain` when it may hold what it never clearly took. */
function overall(steps: readonly StepOutcome[]): 'applied' | 'partly' | 'uncertain' | 'notApplied' {
  if (steps.every(accepted)) return 'applied';
  if (steps.some(doubtful)) return 'uncertain';
  return steps.some(accepted) ? 'partly' : 'notApplied';
}

/** Which slot, and what is in it afterwards; of a message only that there is one. */
function whatOf({ slot, holding }: Step): string {
  if (holding === undefined) return `${slot}: cleared`;
  return holding.slot === 'message' ? 'message: set' : `${slot}: ${holding.pair}`;
}

function untilOf({ holding }: Change['steps'][number]): { readonly until?: string } {
  return holding?.endsAt === undefined ? {} : { until: new Date(holding.endsAt).toISOString() };
}
