/** What became of a change: for each of its steps, what Graph answered or who failed. */

import type { Change, GraphRequest, ChangeStep } from './change.ts';
import type { ClaimSource } from './claim.ts';
import type { Door, Guid, Instant } from './intent.ts';

/** One call as it went over the wire, for support. Never holds a token. */
export interface Call {
  readonly request: GraphRequest;
  /** When the last attempt was answered or given up. */
  readonly at: Instant;
  readonly status?: number;
  readonly requestId?: string;
}

/** Who failed, with Graph's own words kept for support. */
export interface Failure {
  readonly by:
    /** The bot's own sign-in: no token, or Graph would not take it (401). */
    | 'signIn'
    /** The person has to sign in, for the first time or again: their own token is missing or no longer serves. */
    | 'signedOut'
    /** The Bot Service, which keeps people's own tokens, gave no answer. */
    | 'signInService'
    /** The permission was not granted (403). */
    | 'consent'
    /** Graph said no to what was asked. */
    | 'refused'
    /** Graph asked to slow down (429). */
    | 'throttled'
    /** Graph could not be reached, or answered with a server error. */
    | 'unreachable'
    /** Graph accepted the call, but its answer could not be read. */
    | 'unreadable';
  readonly code?: string;
  readonly message?: string;
  /** For the operator: what can be done about it. */
  readonly hint?: string;
  /** The permission that is missing, and the page where an administrator can grant it. */
  readonly grant?: { readonly permission: string; readonly link?: string };
  /** The person has signed in, but Graph no longer accepts their token. */
  readonly stale?: true;
  /** Seconds Graph asked to wait. */
  readonly retryAfter?: number;
  /** The request was sent without a clear answer: it may have taken effect. */
  readonly mayHold: boolean;
}

export type RequestResult =
  | { readonly kind: 'applied'; readonly call: Call }
  /** Clearing a session that does not exist (404): the request is fulfilled. */
  | { readonly kind: 'absent'; readonly call: Call }
  | { readonly kind: 'failed'; readonly call: Call; readonly failure: Failure }
  /** Given up before Graph had clearly taken it: a newer choice of the same person came, or the bot is stopping. */
  | {
      readonly kind: 'stopped';
      readonly why: 'newer' | 'shutdown';
      /** An attempt had gone out without a clear answer. */
      readonly mayHold: boolean;
      readonly call?: Call;
    }
  /** Not sent, because the step before it was not accepted. */
  | { readonly kind: 'skipped' };

/** The result of a request that was sent once, or could not be. */
export type SendResult = Extract<RequestResult, { kind: 'applied' | 'absent' | 'failed' }>;

export interface StepOutcome {
  readonly step: ChangeStep;
  readonly result: RequestResult;
}

export interface Outcome {
  readonly change: Change;
  readonly steps: readonly StepOutcome[];
}

/** Whether that step may have taken effect although Graph never clearly said so. */
export function doubtful({ result }: StepOutcome): boolean {
  return (
    (result.kind === 'failed' && result.failure.mayHold) || (result.kind === 'stopped' && result.mayHold)
  );
}

/** Whether Graph has accepted that step. */
export function accepted({ result }: StepOutcome): boolean {
  return result.kind === 'applied' || result.kind === 'absent';
}

/** What was written to Graph for one person: for the audit line and the metrics. */
export interface Written {
  readonly userId: Guid;
  readonly tenantId: string;
  /** From background work: a renewal, or clearing an unwanted session. */
  readonly door: Door | ClaimSource['kind'] | 'renewal' | 'end';
  /** The source of a background session's claim. */
  readonly source?: ClaimSource['kind'];
  readonly steps: readonly StepOutcome[];
  /** Whether somebody waits for the answer. */
  readonly waiting: boolean;
}

/** The record of an interactive change. */
export function writtenOf({ change: { who, door }, steps }: Outcome): Written {
  return { userId: who.userId, tenantId: who.tenantId, door, steps, waiting: true };
}

/** `applied` if Graph accepted every step, `uncertain` if a step without a clear answer may have taken effect. */
export function overall(steps: readonly StepOutcome[]): 'applied' | 'partly' | 'uncertain' | 'notApplied' {
  if (steps.every(accepted)) return 'applied';
  if (steps.some(doubtful)) return 'uncertain';
  return steps.some(accepted) ? 'partly' : 'notApplied';
}
