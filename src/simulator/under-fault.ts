import { refusalAnswer, type SimulatorAnswer, type RequestIds } from './answer.ts';
import { tooManyRequests, type IncomingCall } from './call.ts';
import type { StandingFault } from './faults.ts';
import { refusal, type SimulatedRefusal } from './refusal.ts';
import type { LoggedRequest } from './request-log.ts';
import type { World } from './world.ts';

/** Instead of an answer: the connection must be reset. `lost`: after the request took effect. */
export type FaultEnding = SimulatorAnswer | 'reset' | 'lost';

/** The two steps of every request, for a fault to fall before, between or after. */
export interface Steps {
  /** Reads the body. */
  readonly receive: () => Promise<void>;
  /** Judges the request and gives it effect. */
  readonly act: () => FaultEnding | Promise<FaultEnding>;
}

/** Runs a request under the fault that is due for it, if any, and writes into the log which one that was. */
export async function underFault(
  world: World,
  call: IncomingCall,
  logged: LoggedRequest,
  ids: RequestIds,
  { receive, act }: Steps,
): Promise<FaultEnding> {
  const fault = world.faults.take({
    method: call.method,
    path: call.url,
    action: 'action' in call.route ? call.route.action : undefined,
    userId: call.userId,
    inBatch: call.inBatch,
  });
  logged.fault = fault?.id;
  if (fault?.kind === 'reset') return 'reset';
  await receive();
  switch (fault?.kind) {
    case undefined:
      return act();
    case 'answer':
      return refusalAnswer(refusalOf(fault), ids, world.clock.now(), retryAfter(fault));
    case 'body': {
      const ending = await act();
      return typeof ending === 'string' ? ending : withBody(ending, fault);
    }
    case 'hang':
      return (await world.waits.hold()) ? act() : 'reset';
    case 'slow': {
      if (fault.when === 'before') return (await world.waits.delay(fault.delayMs)) ? act() : 'reset';
      const ending = await act();
      return (await world.waits.delay(fault.delayMs)) ? ending : 'lost';
    }
    case 'resetAfterApplying': {
      const ending = await act();
      return ending === 'reset' ? ending : withLostAnswer(ending, logged);
    }
  }
}

function withLostAnswer(ending: SimulatorAnswer | 'lost', logged: LoggedRequest): 'lost' {
  if (ending !== 'lost') logged.status = ending.status;
  return 'lost';
}

/** A success must not say 204 any more, which forbids a body. */
function withBody(
  { status, headers }: SimulatorAnswer,
  { body, contentType }: Extract<StandingFault, { kind: 'body' }>,
): SimulatorAnswer {
  return {
    status: status === 204 ? 200 : status,
    headers: { ...headers, 'Content-Type': contentType },
    text: body,
  };
}

type AnswerFault = Extract<StandingFault, { kind: 'answer' }>;

const usual: ReadonlyMap<number, SimulatedRefusal> = new Map(
  [
    refusal(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'),
    // With an empty message, as the presence service sends it.
    refusal(403, 'Forbidden', ''),
    refusal(404, 'NotFound', 'The resource could not be found.'),
    tooManyRequests,
    refusal(500, 'InternalServerError', 'An internal server error occurred.'),
    refusal(503, 'ServiceUnavailable', 'The service is temporarily unavailable.'),
    refusal(504, 'GatewayTimeout', 'The gateway timed out.'),
  ].map((one) => [one.status, one]),
);

function refusalOf({ status, code, message }: AnswerFault): SimulatedRefusal {
  const { code: usualCode, message: usualMessage } = usual.get(status) ?? refusal(status, 'UnknownError', '');
  return refusal(status, code ?? usualCode, message ?? usualMessage);
}

function retryAfter({ retryAfter: wanted }: AnswerFault): Record<string, string> {
  if (wanted === undefined) return {};
  if (typeof wanted !== 'object') return { 'Retry-After': String(wanted) };
  // From the real clock, not the simulator's: callers compare the date with their own.
  return { 'Retry-After': new Date(Date.now() + wanted.dateInSeconds * 1000).toUTCString() };
}
