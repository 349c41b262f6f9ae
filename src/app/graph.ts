/** Graph as the bot calls it: for people, who wait, and for work that nobody waits for. */

import { audited } from '../observability/audit.ts';
import { callCounter, type Metrics } from '../observability/metrics.ts';
import { createApply, type SendOptions } from '../graph/send.ts';
import { createSendBatch } from '../graph/batch.ts';
import { createGraphClient, type GraphClient } from '../graph/client.ts';
import { createSendEach } from '../graph/each.ts';
import { createRead, createReadMany, createReadOwn } from '../graph/read-presence.ts';
import type { Outbound } from '../outbound/client.ts';
import { senderOf } from '../persistence/conversation-references.ts';
import type { Written } from '../presence/outcome.ts';
import type { Apply, ReadPresence, ReadPresences, SendBatch } from '../presence/ports.ts';
import type { Store } from '../store/store.ts';
import type { GraphAccount } from './identity.ts';

export interface Graph {
  readonly apply: Apply;
  readonly read: ReadPresence;
  readonly readMany: ReadPresences;
  /** Whether anybody's presence but the asker's own may be read. */
  readonly readsOthers: boolean;
  /** How requests about many people are sent, with the store that knows them. */
  readonly sendBatch: (store: Store) => SendBatch;
  /**
   * Takes who counts what people's own calls spend of a tenant's budget. A true circle: the budget is kept in the store,
   * and what works on the store calls Graph.
   */
  readonly countSpent: (count: (tenantId: string) => void) => void;
}

interface GraphParts {
  readonly account: GraphAccount;
  readonly attemptMs: number;
  readonly outbound: Outbound;
  readonly sending: SendOptions;
  readonly metrics: Pick<Metrics, 'count'>;
  /** Told of each change as it was written. */
  readonly written: (written: Written) => void;
}

export function createGraph({ account, attemptMs, outbound, sending, metrics, written }: GraphParts): Graph {
  const { delegated, ...options } = account;
  const sdk = createGraphClient({ ...options, attemptMs, outbound });
  let spent: (tenantId: string) => void = () => undefined;
  const interactive: GraphClient = {
    ...sdk,
    onCall: callCounter(metrics, 'interactive', (tenantId) => {
      // Whoever waits never asks the tenant's budget; what they spend of it is gone all the same.
      spent(tenantId);
    }),
  };
  const background: GraphClient = { ...sdk, onCall: callCounter(metrics, 'background') };
  const read = createRead(interactive, sending);
  return {
    apply: audited(createApply(interactive, sending), written),
    read,
    readMany: delegated ? createReadOwn(read) : createReadMany(interactive, sending),
    readsOthers: !delegated,
    sendBatch: ({ people }) =>
      delegated
        ? createSendEach(background, sending, async (userId) => senderOf(await people.find(userId)))
        : createSendBatch(background, sending.now),
    countSpent: (count) => {
      spent = count;
    },
  };
}
