/**
 * Counts what happens, for `/metrics`. Loading prom-client takes a tenth of a second, which no start and no turn should
 * pay for: what is counted before waits in a list, and the list's end, or the first question, loads it.
 */

import { setTimeout as delay } from 'node:timers/promises';
import type { Book, MetricEntry, MetricReading } from './registry.ts';
import type { CounterName, HistogramName, Labels } from './figures.ts';

export interface Metrics {
  /** Once more, or so many times. Costs less than a microsecond, and never throws. */
  count<Name extends CounterName>(name: Name, labels: Labels<Name>, times?: number): void;
  observe<Name extends HistogramName>(name: Name, labels: Labels<Name>, value: number): void;
  /** What is to be asked for figures that are only read when somebody looks. */
  read(reading: () => Promise<MetricReading>): void;
  /** Gets ready for the first question. */
  load(): Promise<void>;
  /** All figures in Prometheus' own words. */
  readonly text: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** Where nobody can ask. */
export const uncounted: Pick<Metrics, 'count' | 'observe' | 'read'> = {
  count: () => undefined,
  observe: () => undefined,
  read: () => undefined,
};

/** So much waits, less than a megabyte, before the book is opened for it. */
const mostWaiting = 5000;
/** A store that does not answer must not keep the other figures back. */
const readingMs = 2000;

export function createMetrics(): Metrics {
  let waiting: MetricEntry[] = [];
  let book: Book | undefined;
  let opening: Promise<Book> | undefined;
  let reading: () => Promise<MetricReading> = () => Promise.resolve({});

  const open = (): Promise<Book> => {
    opening ??= import('./registry.ts').then(({ createBook }) => {
      book = createBook();
      for (const entry of waiting) book.note(entry);
      waiting = [];
      return book;
    });
    return opening;
  };

  /** Never rejects: whoever asks for the figures is told why there are none. */
  const load = async (): Promise<void> => {
    await open().catch(() => undefined);
  };

  const note = (entry: MetricEntry): void => {
    if (book !== undefined) {
      book.note(entry);
      return;
    }
    waiting.push(entry);
    if (waiting.length === mostWaiting) void load();
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
