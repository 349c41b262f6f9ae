/** The only file that knows prom-client. Loaded when `/metrics` is first asked for. */

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { metricDefinitions, prefix, type MetricDefinition, type MetricName } from './metric-definitions.ts';

/** An increment of a counter, or a value for a histogram. */
export interface MetricEntry {
  readonly name: MetricName;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Present values of gauges; missing names have none. */
export type MetricReading = Readonly<Partial<Record<MetricName, number>>>;

export interface MetricsRegistry {
  note(entry: MetricEntry): void;
  /** All metrics as text, with the given gauges. */
  text(reading: MetricReading): Promise<string>;
  readonly contentType: string;
}

/** Resolution of the event loop monitor in milliseconds; prom-client's default of ten costs an idle process 1 % of a CPU. */
const lookMs = 100;

type Metric = Counter | Gauge | Histogram;

export function createMetricsRegistry(): MetricsRegistry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: lookMs });
  const metrics = new Map<MetricName, Metric>(
    // Object.entries loses the type of the names.
    Object.entries<MetricDefinition>(metricDefinitions).map(([name, figure]) => [
      name as MetricName,
      metricOf(name, figure, registry),
    ]),
  );
  const read = [...metrics].filter(([name]) => Object.keys(metricDefinitions[name].labels).length === 0);
  return {
    note: ({ name, labels, value }) => {
      const metric = metrics.get(name);
      if (metric instanceof Counter) metric.inc(labels, value);
      else if (metric instanceof Histogram) metric.observe(labels, value);
    },
    text: (reading) => {
      for (const [name, metric] of read) {
        const value = reading[name];
        if (value === undefined) metric.remove();
        else if (metric instanceof Gauge) metric.set(value);
        else if (metric instanceof Counter) {
          metric.reset();
          metric.inc(value);
        }
      }
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function metricOf(
  name: string,
  { kind, help, labels, buckets }: MetricDefinition,
  registry: Registry,
): Metric {
  const common = { name: prefix + name, help, labelNames: Object.keys(labels), registers: [registry] };
  switch (kind) {
    case 'counter':
      return new Counter(common);
    case 'gauge':
      return new Gauge(common);
    case 'histogram':
      return new Histogram({ ...common, ...(buckets === undefined ? {} : { buckets: [...buckets] }) });
  }
}
