/**
 * Metrics. Loading prom-client takes a tenth of a second, which no start and no turn should
 * pay for: entries wait in a list until that is full or `/metrics` is first asked for.
 */

import { setTimeout as delay } from 'node:timers/promises';
import type { MetricsRegistry, MetricEntry, MetricReading } from './registry.ts';
import type { CounterName, HistogramName, Labels } from './metric-definitions.ts';
import type { CallReport } from '../graph/client.ts';
import type { Instant } from '../presence/intent.ts';
import { overall, type Written } from '../presence/outcome.ts';
import { isTokenless } from '../presence/retry.ts';
import type { Store } from '../store/store.ts';

export interface Metrics {
  /** Adds 1, or `times`. Takes less than a microsecond, and never throws. */
  count<Name extends CounterName>(name: Name, labels: Labels<Name>, times?: number): void;
  observe<Name extends HistogramName>(name: Name, labels: Labels<Name>, value: number): void;
  /** Sets what reads the gauges when `/metrics` is asked for. */
  read(reading: () => Promise<MetricReading>): void;
  /** Loads prom-client before the first request. */
  load(): Promise<void>;
  /** All metrics in Prometheus' text format. */
  readonly text: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** Without `/metrics`. */
export const noMetrics: Pick<Metrics, 'count' | 'observe' | 'read'> = {
  count: () => undefined,
  observe: () => undefined,
  read: () => undefined,
};

/** Entries that wait, less than a megabyte, before the registry is loaded. */
const maxQueued = 5000;
/** A store that does not answer must not delay the other metrics. */
const readingMs = 2000;

export function createMetrics(): Metrics {
  let waiting: MetricEntry[] = [];
  let registry: MetricsRegistry | undefined;
  let opening: Promise<MetricsRegistry> | undefined;
  let reading: () => Promise<MetricReading> = () => Promise.resolve({});

  const open = (): Promise<MetricsRegistry> => {
    opening ??= import('./registry.ts').then(({ createMetricsRegistry }) => {
      registry = createMetricsRegistry();
      for (const entry of waiting) registry.note(entry);
      waiting = [];
      return registry;
    });
    return opening;
  };

  /** Never rejects: a request for `/metrics` reports the error. */
  const load = async (): Promise<void> => {
    await open().catch(() => undefined);
  };

  const note = (entry: MetricEntry): void => {
    if (registry !== undefined) {
      registry.note(entry);
      return;
    }
    waiting.push(entry);
    if (waiting.length === maxQueued) void load();
  };

  return {
    count: (name, labels, value = 1) => {
      note({ name, labels, value });
    },
    observe: (name, labels, value) => {
      note({ name, labels, value });
    },
    read: (given) => {
      reading = given;
    },
    load,
    text: async () => {
      const opened = await open();
      const none: MetricReading = {};
      const now = await Promise.race([reading().catch(() => none), delay(readingMs, none, { ref: false })]);
      return { type: opened.contentType, text: await opened.text(now) };
    },
  };
}

type Counting = Pick<Metrics, 'count'>;

/** Whether the attempt may have reached Graph, and so counts against its limits. */
function mayHaveReachedGraph({ status, failure }: CallReport): boolean {
  return status !== undefined || failure === undefined || !isTokenless(failure);
}

/** Counts attempts for that kind of work; `sent` is called with the tenant of each. */
export function callCounter(
  { count }: Counting,
  work: 'interactive' | 'background',
  sent: (tenantId: string) => void = () => undefined,
) {
  return (called: CallReport): void => {
    const { tenantId, action, status, failure } = called;
    if (mayHaveReachedGraph(called)) {
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

/** Counts interactive changes, and renewals. */
export function writtenCounter({ count }: Counting) {
  return ({ door, steps, waiting }: Written): void => {
    if (waiting) count('changes_total', { door, outcome: overall(steps) });
    else for (const { result } of steps) count('renewals_total', { door, outcome: result.kind });
  };
}

/** A session that is overdue for longer than this is late. */
const lateMs = 60_000;
/** Time limit for the store's answer. */
const answerMs = 1500;

/** The store's gauges, and counts of changes written behind. Never rejects. */
export async function readStoreMetrics(
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
