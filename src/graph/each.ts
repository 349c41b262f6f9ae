/** Presence requests about several people, each with that person's own token: where no token speaks for all. */

import { requestPath } from '../presence/change.ts';
import type { Guid, Sender } from '../presence/intent.ts';
import type { Failure, SendResult } from '../presence/outcome.ts';
import type { SendBatch } from '../presence/ports.ts';
import type { GraphClient } from './client.ts';
import { resultOf, send, type SendOptions } from './send.ts';

/**
 * The person behind an id; undefined: the bot does not know how to ask for their token. Rejects while that is out of
 * reach.
 */
type PersonOf = (userId: Guid) => Promise<Sender | undefined>;

/** Of one whom nobody tells of nothing is known: it is tried again, and the others are not held up. */
const notAsked: Failure = { by: 'unreachable', code: 'person out of reach', mayHold: false };

/** Sends each on that client, once; a person that is not known counts as not signed in. */
export function createSendEach(client: GraphClient, options: SendOptions, personOf: PersonOf): SendBatch {
  const never = new AbortController().signal;
  // Whoever renews tries again by itself.
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
