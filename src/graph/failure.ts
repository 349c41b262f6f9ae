/** Who failed, from what the wire gave. */

import { z } from 'zod';
import type { Failure } from '../presence/outcome.ts';

interface GraphError {
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

const errorSchema = z.object({
  error: z.object({
    code: z.string().optional(),
    message: z.string().optional(),
    // Seen in several casings: `innerError`, `innererror`.
    innerError: z.record(z.string(), z.unknown()).optional(),
    innererror: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** Graph's own words in an error answer; empty where there are none. */
export async function errorOf(response: Response): Promise<GraphError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success) return {};
  const { code, message, innerError, innererror } = parsed.data.error;
  const requestId = (innerError ?? innererror)?.['request-id'];
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined || message === '' ? {} : { message }),
    ...(typeof requestId === 'string' ? { requestId } : {}),
  };
}

/** The failure behind an HTTP answer that is no success. */
export function statusFailure(status: number, error: GraphError, retryAfterMs: number | undefined): Failure {
  return {
    by: byStatus(status),
    // After 503 nothing was done; any other server error may have come after the deed.
    mayHold: status >= 500 && status !== 503,
    ...(error.code === undefined ? {} : { code: error.code }),
    ...(error.message === undefined ? {} : { message: error.message }),
    ...(retryAfterMs === undefined ? {} : { retryAfter: Math.ceil(retryAfterMs / 1000) }),
  };
}

function byStatus(status: number): Failure['by'] {
  if (status === 401) return 'signIn';
  if (status === 403) return 'consent';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'unreachable' : 'refused';
}

/** Raised when no token could be had; kept apart from a Graph that cannot be reached. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
}

/** Before these nothing of the request had left the machine. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** The failure behind an attempt without any answer. */
export function networkFailure(error: unknown): Failure {
  const causes = chain(error);
  if (causes.some((one) => one instanceof SignInError)) return { by: 'signIn', mayHold: false };
  const codes = causes.flatMap((one) => ('code' in one && typeof one.code === 'string' ? [one.code] : []));
  const code = codes.at(-1) ?? (causes.some(({ name }) => name === 'TimeoutError') ? 'timeout' : undefined);
  return {
    by: 'unreachable',
    mayHold: !codes.some((one) => neverSent.has(one)),
    ...(code === undefined ? {} : { code }),
  };
}

/** An error and what caused it, outermost first; the SDK wraps what fetch threw. */
function chain(error: unknown): readonly Error[] {
  const causes: Error[] = [];
  for (let one = error; one instanceof Error && causes.length < 8; one = innerOf(one)) causes.push(one);
  return causes;
}

function innerOf(error: Error): unknown {
  return error.cause ?? ('customError' in error ? error.customError : undefined);
}
