/** What happens, as the figures of `/metrics` have it: never who, and nobody's words. */

import { setTimeout as delay } from 'node:timers/promises';
import type { Called } from '../graph/client.ts';
import type { MetricReading } from './registry.ts';
import type { Metrics } from './metrics.ts';
import type { Instant } from '../presence/intent.ts';
import { overall, type Written } from '../presence/outcome.ts';
import { isTokenless } from '../presence/retry.ts';
import type { Store } from '../store/store.ts';

type Counting = Pick<Metrics, 'count'>;

/** Whether that attempt reached Graph, or may have: it counts there too. */
function wasSent({ status, failure }: Called): boolean {
  return status !== undefined || failure === undefined || !isTokenless(failure);
}

/** Counts attempts at Graph that are made for such work; `sent` is told whose budget each one is spent of. */
export function callCounter(
  { count }: Counting,
  work: 'interactive' | 'background',
  sent: (tenantId: string) => void = () => undefined,
) {
  return (called: Called): void => {
    const { tenantId, action, status, failure } = called;
    if (wasSent(called)) {
      count('graph_calls_total', { action, status: classOf(status), work });
      sent(tenantId);
    }
    if (failure === undefined) return;
    count('graph_failures_total', { by: failure.by, work });
    if (failure.retryAfter !== undefined)
      count('graph_throttled_seconds_total', { work }, failure.retryAfter);
  };
}

function classOf(status: number | undefined): string {
  if (status === undefined) return 'none';
  return status === 429 ? '429' : `${Math.floor(status / 100)}xx`;
}

/** Counts what was asked of Graph: people's changes, and what nobody waits for. */
export function writtenCounter({ count }: Counting) {
  return ({ door, steps, waiting }: Written): void => {
    if (waiting) count('changes_total', { door, outcome: overall(steps) });
    else for (const { result } of steps) count('renewals_total', { door, outcome: result.kind });
  };
}

/** A session that was not looked at for so long after its time is late. */
const lateMs = 60_000;
/** A store that does not answer is told of in time for whoever asks. */
const answerMs = 1500;

/** What the store has to tell at this moment, and of the changes that were written behind. Never rejects. */
export async function storeFigures(
  memory: { missing(): string | undefined; store(): Store | undefined } | undefined,
  { written, dropped }: { readonly written: number; readonly dropped: number },
  now: Instant,
): Promise<MetricReading> {
  const store = memory?.store();
  if (store === undefined) return memory?.missing() === undefined ? {} : { store_up: 0 };
  const { sessionStore } = store;
  const rows = { history_rows_written_total: written, history_rows_dropped_total: dropped };
  const counts = Promise.all([sessionStore.count(), sessionStore.countDue(now - lateMs)]).catch(
    () => undefined,
  );
  const read = await Promise.race([counts, delay(answerMs, undefined, { ref: false })]);
  if (read === undefined) return { ...rows, store_up: 0 };
  return { ...rows, store_up: 1, people_with_lease: read[0], leases_late: read[1] };
}
