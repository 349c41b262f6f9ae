import { randomUUID } from 'node:crypto';
import type { SimulatedRefusal } from './refusal.ts';

/** An answer before it is written to a socket or into a batch. An absent body is an empty one. */
export interface SimulatorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** In place of a body: text as it goes over the wire, whatever it is. */
  readonly text?: string;
}

/** The ids that tie an answer to its request; Graph gives back the caller's id, or its own when there is none. */
export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** Fresh ids for one request or one part of a batch. */
export function requestIds(clientRequestId: string | undefined): RequestIds {
  const requestId = randomUUID();
  return { requestId, clientRequestId: clientRequestId ?? requestId };
}

/** A success without content. */
export function emptyAnswer(status: number, ids: RequestIds): SimulatorAnswer {
  return { status, headers: idHeaders(ids) };
}

/** A success with JSON. */
export function jsonAnswer(body: unknown, ids: RequestIds): SimulatorAnswer {
  return { status: 200, headers: { ...idHeaders(ids), 'Content-Type': contentType }, body };
}

/**
 * A refusal in Graph's shape; `now` (epoch ms) is written without zone, as Graph writes it.
 * https://learn.microsoft.com/graph/errors
 */
export function refusalAnswer(
  { status, code, message }: SimulatedRefusal,
  ids: RequestIds,
  now: number,
  headers: Readonly<Record<string, string>> = {},
): SimulatorAnswer {
  const innerError = {
    date: new Date(now).toISOString().slice(0, 19),
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
  };
  return {
    status,
    headers: { ...idHeaders(ids), ...headers, 'Content-Type': contentType },
    body: { error: { code, message, innerError } },
  };
}

const contentType = 'application/json; charset=utf-8';

function idHeaders({ requestId, clientRequestId }: RequestIds): Record<string, string> {
  return { 'request-id': requestId, 'client-request-id': clientRequestId, 'Cache-Control': 'no-store' };
}
