/** The Graph calls: interactive ones, and background work. */

import { audited } from '../observability/logs.ts';
import { callCounter, type Metrics } from '../observability/metrics.ts';
import { createApply, type SendOptions } from '../graph/send.ts';
import { createSendBatch, createSendEach } from '../graph/batch.ts';
import { createGraphClient, type GraphClient } from '../graph/client.ts';
import { createReadCalendar } from '../graph/read-calendar.ts';
import {
  createLook,
  createLookOwn,
  createRead,
  createReadMany,
  createReadOwn,
} from '../graph/read-presence.ts';
import type { Outbound } from '../outbound/client.ts';
import { senderOf } from '../persistence/conversation-references.ts';
import type { Written } from '../presence/outcome.ts';
import type {
  Apply,
  LookAt,
  ReadCalendar,
  ReadPresence,
  ReadPresences,
  SendBatch,
} from '../presence/ports.ts';
import type { Store } from '../store/store.ts';
import type { GraphAccount } from './identity.ts';

export interface Graph {
  readonly apply: Apply;
  readonly read: ReadPresence;
  readonly readMany: ReadPresences;
  /** For work that nobody waits for. */
  readonly readCalm: ReadPresence;
  readonly readCalendar: ReadCalendar;
  /** Whether the bot may read other people's presence. */
  readonly readsOthers: boolean;
  readonly lookAt: LookAt;
  /** Sends requests about many people; delegated mode needs the store to find them. */
  readonly sendBatch: (store: Store) => SendBatch;
  /**
   * Sets who counts interactive calls against a tenant's budget. Set later, since this is a circle: the budget is in the store,
   * and the work on the store calls Graph.
   */
  readonly countSpent: (count: (tenantId: string) => void) => void;
}

interface GraphParts {
  readonly account: GraphAccount;
  readonly attemptMs: number;
  readonly outbound: Outbound;
  readonly sending: SendOptions;
  readonly metrics: Pick<Metrics, 'count'>;
  /** Called with each written change. */
  readonly written: (written: Written) => void;
}

export function createGraph({ account, attemptMs, outbound, sending, metrics, written }: GraphParts): Graph {
  const { delegated, ...options } = account;
  const sdk = createGraphClient({ ...options, attemptMs, outbound });
  let spent: (tenantId: string) => void = () => undefined;
  const interactive: GraphClient = {
    ...sdk,
    onCall: callCounter(metrics, 'interactive', (tenantId) => {
      // Interactive calls never wait for the tenant's budget, but they count against it.
      spent(tenantId);
    }),
  };
  const background: GraphClient = { ...sdk, onCall: callCounter(metrics, 'background') };
  const read = createRead(interactive, sending);
  return {
    apply: audited(createApply(interactive, sending), written),
    read,
    readMany: delegated ? createReadOwn(read) : createReadMany(interactive, sending),
    readCalm: createRead(background, sending),
    readCalendar: createReadCalendar(background, sending),
    readsOthers: !delegated,
    lookAt: delegated ? createLookOwn(background, sending) : createLook(background, sending),
    sendBatch: ({ people }) =>
      delegated
        ? createSendEach(background, sending, async (userId) => senderOf(await people.find(userId)))
        : createSendBatch(background, sending.now),
    countSpent: (count) => {
      spent = count;
    },
  };
}
