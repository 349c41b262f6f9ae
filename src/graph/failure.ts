/** Who failed, from an HTTP answer or a network error. */

import * as z from 'zod';
import { SignInError } from '../entra/reason.ts';
import type { Failure } from '../presence/outcome.ts';
import { SignedOutError, TokenStoreError } from './access.ts';

export interface GraphError {
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

/** Names come in any casing (`innerError`, `innererror`, `InnerError`), and any part may be missing or null. */
export const anyCase = z
  .record(z.string(), z.unknown())
  .transform((record) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value])),
  );

/** Graph's own words in an error answer's body; empty where there are none. */
export function errorOf(body: string): GraphError {
  const error = anyCase.safeParse(anyCase.safeParse(parseJson(body)).data?.error).data;
  const inner = anyCase.safeParse(error?.innererror).data;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const [code, message, requestId] = [text(error?.code), text(error?.message), text(inner?.['request-id'])];
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** JSON as it is, or undefined where it is none: a gateway's error page, or nothing at all. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The failure behind an HTTP answer that is no success. */
export function statusFailure(
  status: number,
  { code, message }: GraphError,
  retryAfterMs: number | undefined,
): Failure {
  return {
    by: byStatus(status),
    // After 503 nothing was done; any other server error may have come after the change.
    mayHold: status >= 500 && status !== 503,
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    // A wait of 0 is left out.
    ...(retryAfterMs ? { retryAfter: Math.ceil(retryAfterMs / 1000) } : {}),
  };
}

/** The directory's own word, and Exchange's. */
const denials: ReadonlySet<string> = new Set(['Authorization_RequestDenied', 'ErrorAccessDenied']);

/**
 * Whether Graph would not take the token (401), or misses a permission in it: 403 without words, or with the
 * directory's or Exchange's own code. A 403 with a reason is a no to what was asked.
 */
export function deniedStatus(status: number, { code, message }: GraphError): 401 | 403 | undefined {
  if (status === 401) return 401;
  return status === 403 && (message === undefined || denials.has(code ?? '')) ? 403 : undefined;
}

function byStatus(status: number): Failure['by'] {
  if (status === 429) return 'throttled';
  return status >= 500 ? 'unreachable' : 'refused';
}

/** Errors before anything of the request was sent. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The failure behind an attempt without any answer. */
export function networkFailure(error: unknown): Failure {
  const causes = chain(error);
  const signIn = causes.find((one) => one instanceof SignInError);
  if (signIn !== undefined) {
    const { code, hint } = signIn;
    return {
      by: 'signIn',
      mayHold: false,
      ...(code === undefined ? {} : { code }),
      ...(hint === undefined ? {} : { hint }),
    };
  }
  if (causes.some((one) => one instanceof SignedOutError)) return { by: 'signedOut', mayHold: false };
  if (causes.some((one) => one instanceof TokenStoreError)) {
    return {
      by: 'signInService',
      mayHold: false,
      hint: "the Bot Service is out of reach, or does not take the bot's own identity",
    };
  }
  const codes = causes.flatMap((one) => ('code' in one && typeof one.code === 'string' ? [one.code] : []));
  const code = causes.some(({ name }) => name === 'TimeoutError') ? 'timeout' : codes.at(-1);
  return {
    by: 'unreachable',
    mayHold: !codes.some((one) => neverSent.has(one)),
    ...(code === undefined ? {} : { code }),
  };
}

/** An error and what caused it, outermost first. */
function chain(error: unknown): readonly Error[] {
  const causes: Error[] = [];
  for (let one = error; one instanceof Error && causes.length < 8; one = innerOf(one)) causes.push(one);
  return causes;
}

/** The Graph client's own error holds what was thrown in `customError`; everybody else uses `cause`. */
function innerOf(error: Error): unknown {
  return error.cause ?? ('customError' in error ? error.customError : undefined);
}
