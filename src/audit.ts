/** What the operator is told of each change: an audit line, and who failed. Never anybody's words, and no token. */

import type { Told } from './leases/settle.ts';
import type { Change, GraphRequest, Step } from './presence/change.ts';
import type { Instant } from './presence/intent.ts';
import { accepted, doubtful, type Outcome, type Result, type StepOutcome } from './presence/outcome.ts';
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
    for (const { step, result } of outcome.steps) warnOf(step.request.action, result, log);
    return outcome;
  };
}

/** The same for what nobody waits for: one line for each request that is made of what is on record. */
export function auditedKeeper(audit: Log, log: Log): (told: Told) => void {
  return ({ userId, tenantId, door, set, result }) => {
    const outcome = result.kind === 'failed' && result.failure.mayHold ? 'uncertain' : overallOf(result);
    const step = {
      what: set === undefined ? 'session: cleared' : `session: ${set.claim.pair}`,
      // As of every change: what is promised. What was asked of Graph may be a piece of it.
      ...(set === undefined ? {} : { until: isoOf(set.claim.endsAt), piece: isoOf(set.until) }),
      ...outcomeOf(result),
    };
    const source = set?.claim.source.kind;
    audit.info(
      { audit: true, who: userId, tenant: tenantId, door, source, outcome, steps: [step] },
      'presence change',
    );
    warnOf(set === undefined ? 'clearPresence' : 'setPresence', result, log);
  };
}

function overallOf(result: Result): 'applied' | 'notApplied' {
  return result.kind === 'applied' || result.kind === 'absent' ? 'applied' : 'notApplied';
}

function warnOf(action: GraphRequest['action'], result: Result, log: Log): void {
  if (result.kind !== 'failed') return;
  const { by, code, hint, grant, mayHold } = result.failure;
  const { status, requestId } = result.call;
  const permission = grant?.permission;
  log.warn(
    { action, by, code, hint, permission, status, requestId, mayHold },
    'Graph did not take a request',
  );
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
      ...outcomeOf(result),
    })),
  };
}

function outcomeOf(result: Result) {
  return {
    outcome: result.kind === 'stopped' && result.why === 'newer' ? 'superseded' : result.kind,
    ...('call' in result ? { status: result.call.status, requestId: result.call.requestId } : {}),
  };
}

/** `applied` when Graph took all of it, `uncertain` when it may hold what it never clearly took. */
export function overall(steps: readonly StepOutcome[]): 'applied' | 'partly' | 'uncertain' | 'notApplied' {
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
  return holding?.endsAt === undefined ? {} : { until: isoOf(holding.endsAt) };
}

function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}
