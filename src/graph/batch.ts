/** Presence requests about several people of one tenant in one call: Graph's `$batch`. */

import * as z from 'zod';
import { requestPath, type GraphRequest } from '../presence/change.ts';
import { guid, type Sender, type Guid } from '../presence/intent.ts';
import type { Call, Failure, SendResult } from '../presence/outcome.ts';
import type { SendBatch } from '../presence/ports.ts';
import type { OutboundAnswer } from '../outbound/client.ts';
import { retryAfterMs } from '../timing/retry-after.ts';
import { attempt, type GraphClient } from './client.ts';
import {
  anyCase,
  errorOf,
  networkFailure,
  parseJson,
  deniedStatus,
  statusFailure,
  type GraphError,
} from './failure.ts';
import { resultOf, send, type SendOptions } from './send.ts';

/** https://learn.microsoft.com/graph/json-batching#batch-size-limitations */
const mostParts = 20;

const answerSchema = z.object({ responses: z.array(z.unknown()) });
const partSchema = z.object({
  id: z.string(),
  status: z.int().min(100).max(599),
  headers: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  body: z.unknown().optional(),
});

type BatchPart = z.infer<typeof partSchema>;

/** Sends requests in as few batches as fit, all at the same time; one attempt each. */
export function createSendBatch(client: GraphClient, now: () => number): SendBatch {
  return async (tenantId, requests) => {
    const starts = Array.from(
      { length: Math.ceil(requests.length / mostParts) },
      (_, batch) => batch * mostParts,
    );
    const results = await Promise.all(
      starts.map((start) => sendBatch(client, tenantId, requests.slice(start, start + mostParts), now)),
    );
    const parts = results.flat();
    for (const part of parts) {
      const { request, status } = part.call;
      client.onCall?.({
        tenantId,
        action: request.action,
        ...(status === undefined ? {} : { status }),
        ...(part.kind === 'failed' ? { failure: part.failure } : {}),
      });
    }
    return parts;
  };
}

async function sendBatch(
  client: GraphClient,
  tenantId: string,
  requests: readonly GraphRequest[],
  now: () => number,
): Promise<readonly SendResult[]> {
  const named = (status: number, error: GraphError, retryAfter: number | undefined): Failure => {
    const permit = deniedStatus(status, error);
    const failure = statusFailure(status, error, retryAfter);
    const who = personOf(tenantId, requests[0]);
    return permit === undefined || who === undefined
      ? failure
      : { ...failure, ...client.access.failure(permit, who, 'write') };
  };
  const forAll = (failure: Failure, answer: BatchAnswer = {}) =>
    requests.map((request): SendResult => ({
      kind: 'failed',
      call: { request, at: now(), ...answer },
      failure,
    }));
  let answer: OutboundAnswer;
  try {
    answer = await post(client, personOf(tenantId, requests[0]), { requests: requests.map(partOf) });
  } catch (error) {
    return forAll(networkFailure(error));
  }
  const { status, ok, header, text = '' } = answer;
  const outer = answerOf(status, header('request-id'));
  if (!ok) {
    const retryAfter = retryAfterMs(header('retry-after'), now());
    const { requestId, ...error } = errorOf(text);
    return forAll(named(status, error, retryAfter), {
      ...answerOf(status, requestId),
      ...outer,
    });
  }
  const parsed = answerSchema.safeParse(parseJson(text));
  if (!parsed.success) return forAll(unreadable, outer);
  // Parts come back in any order; an unreadable part only affects its own person.
  const byId = new Map(
    parsed.data.responses.flatMap((one) => {
      const part = partSchema.safeParse(one).data;
      return part === undefined ? [] : [[part.id, part] as const];
    }),
  );
  return requests.map((request, index) => {
    const part = byId.get(String(index));
    if (part === undefined)
      return { kind: 'failed', call: { request, at: now(), ...outer }, failure: unreadable };
    return resultOfPart(request, part, now(), named);
  });
}

/** A batch has one token, the tenant's: any of its people can stand for the tenant. */
function personOf(tenant: string, first: GraphRequest | undefined): Sender | undefined {
  const tenantId = guid(tenant);
  return first === undefined || tenantId === undefined
    ? undefined
    : { userId: first.userId, tenantId, account: '' };
}

/** The one place that calls. */
async function post(client: GraphClient, who: Sender | undefined, body: unknown): Promise<OutboundAnswer> {
  if (who === undefined) throw new Error('a batch of nobody');
  return (await attempt(client, { who, path: '/$batch', body })).answer;
}

/** Parts have no order: a person is in a batch once, and no part depends on another. */
function partOf(request: GraphRequest, index: number) {
  return {
    id: String(index),
    method: 'POST',
    url: requestPath(request),
    // A part with a body needs it: https://learn.microsoft.com/graph/json-batching#creating-a-batch-request
    headers: { 'Content-Type': 'application/json' },
    body: request.body,
  };
}

/** The batch was accepted, but its answer lacks this part: it may have been done. */
const unreadable: Failure = { by: 'unreadable', mayHold: true };

type BatchAnswer = Pick<Call, 'status' | 'requestId'>;

function answerOf(status: number, requestId: string | undefined): BatchAnswer {
  return { status, ...(requestId === undefined ? {} : { requestId }) };
}

/** A header in JSON may be a number. */
const headerSchema = z.union([z.string(), z.number().transform(String)]);

type FailureNaming = (status: number, error: GraphError, retryAfter: number | undefined) => Failure;

function resultOfPart(
  request: GraphRequest,
  { status, headers, body }: BatchPart,
  at: number,
  failureOf: FailureNaming,
): SendResult {
  const named = anyCase.safeParse(headers ?? {}).data ?? {};
  const header = (name: string) => headerSchema.safeParse(named[name]).data;
  const { requestId, ...error } = errorOf(typeof body === 'string' ? body : JSON.stringify(body ?? null));
  const call: Call = { request, at, ...answerOf(status, header('request-id') ?? requestId) };
  if (status >= 200 && status < 300) return { kind: 'applied', call };
  // No session to clear: the request is fulfilled.
  if (status === 404 && request.action === 'clearPresence') return { kind: 'absent', call };
  return {
    kind: 'failed',
    call,
    failure: failureOf(status, error, retryAfterMs(header('retry-after'), at)),
  };
}

/**
 * The person behind an id; undefined if their token cannot be asked for. Rejects while the store is out of
 * reach.
 */
type PersonOf = (userId: Guid) => Promise<Sender | undefined>;

/** The store did not answer about this person: retried later, without holding up the others. */
const notAsked: Failure = { by: 'unreachable', code: 'person out of reach', mayHold: false };

/** Sends each request once; an unknown person counts as not signed in. */
export function createSendEach(client: GraphClient, options: SendOptions, personOf: PersonOf): SendBatch {
  const never = new AbortController().signal;
  // No retries: the renewal itself tries again later.
  const brief: SendOptions = { ...options, totalMs: 0 };
  return (_tenantId, requests) =>
    Promise.all(
      requests.map(async (request): Promise<SendResult> => {
        const who = await personOf(request.userId).catch(() => 'out of reach' as const);
        const at = options.now();
        if (who === 'out of reach') return { kind: 'failed', call: { request, at }, failure: notAsked };
        if (who === undefined)
          return { kind: 'failed', call: { request, at }, failure: { by: 'signedOut', mayHold: false } };
        const callAt = () => ({ who, path: requestPath(request), body: request.body });
        const sent = await send(client, callAt, never, brief);
        const stopped: Failure = { by: 'unreachable', mayHold: sent.unclear };
        const call = { request, at: options.now() };
        return resultOf(sent, request, call.at) ?? { kind: 'failed', call, failure: stopped };
      }),
    );
}
