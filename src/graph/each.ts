/** Presence requests about several people, each with that person's own token. */

import { requestPath } from '../presence/change.ts';
import type { Guid, Sender } from '../presence/intent.ts';
import type { Failure, SendResult } from '../presence/outcome.ts';
import type { SendBatch } from '../presence/ports.ts';
import type { GraphClient } from './client.ts';
import { resultOf, send, type SendOptions } from './send.ts';

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
