/**
 * Jobs that come due, durable, each run by one of the processes; pg-boss behind a small port.
 *
 * A job is an alarm about a key (a person), not the work itself: the row says what is to be done. So an alarm is never
 * moved or withdrawn. One that rings too early finds nothing due, and whoever makes something due earlier sets another.
 * pg-boss can move a job by its key, but looks for it through the whole queue, once for each; a batch of alarms is one
 * statement. Delivery is at least once, and an alarm of a process that died rings again elsewhere.
 */

import { setImmediate as turn } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Instant } from '../presence/intent.ts';
import type { Database } from './database.ts';
import type { StoreLog } from './store.ts';
import type { Tx } from './tables.ts';

export interface Alarm {
  /** Who or what it is about; a text, which comes back as it was. */
  readonly key: string;
  readonly dueAt: Instant;
}

/** Sets alarms in the transaction of the rows they are about: both are there, or neither. */
export type Enqueue = (tx: Tx, queue: QueueName, alarms: readonly Alarm[]) => Promise<void>;

export interface Jobs {
  readonly enqueue: Enqueue;
  /**
   * Hands over alarms as they ring, at most `batchSize` at once. A handler that rejects, or whose process dies, gets
   * the same keys again, here or elsewhere; so it must be safe to repeat. Looked for every second by four handlers at
   * once, unless something else is said.
   */
  work(
    queue: QueueName,
    handler: (keys: readonly string[]) => Promise<void>,
    options: { readonly batchSize: number; readonly pollSeconds?: number; readonly atOnce?: number },
  ): Promise<void>;
  /** Ends what is under way, for five seconds at the most, and takes no more. */
  close(): Promise<void>;
}

/** A queue for each kind of work; made when the store is opened. */
const queues = ['leases', 'meetings'] as const;
type QueueName = (typeof queues)[number];

const defaultPollSeconds = 1;
/** Handlers at a time in this process, so that one that waits for Graph does not hold up all. */
const concurrency = 4;
/**
 * In the embedded store it is this process's own time that looking takes: fewer look, more rarely. No other process is
 * there whose work would have to be taken over.
 */
const embedded = { concurrency: 2, pollSeconds: 2, monitorSeconds: 15 };
const stopMs = 5000;
/** Together under half a minute until a killed process's work is taken over; a minute is promised. */
const heartbeatSeconds = 10;
const defaultMonitorSeconds = 5;

/** All that look for work fail every second while a database is away: one line in ten seconds tells of it. */
const quietMs = 10_000;

const queueOptions = {
  heartbeatSeconds,
  // What takes longer than any batch of calls to Graph is dead, even if its process is not.
  expireInSeconds: 60,
  // For as long as it takes: the row, not the alarm, knows when something is to be given up.
  retryLimit: 1_000_000,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: 60,
};

const dataSchema = z.object({ key: z.string() });

/** Told how many milliseconds late an alarm rings, by its queue. */
export type Late = (queue: QueueName, ms: number) => void;

/** Opens the queues; pg-boss keeps its tables in a schema of its own, and brings them up to date itself. */
export async function openJobs(
  where: Database['jobs'],
  log: StoreLog,
  now: () => Instant,
  late?: Late,
): Promise<Jobs> {
  const isEmbedded = 'pglite' in where;
  const monitorSeconds = isEmbedded ? embedded.monitorSeconds : defaultMonitorSeconds;
  const { PgBoss, fromKysely, fromPglite } = await import('pg-boss');
  const boss: PgBoss = new PgBoss({
    ...('pglite' in where
      ? { db: fromPglite(where.pglite), backend: 'pglite' as const }
      : {
          connectionString: where.connectionString,
          max: concurrency,
          application_name: 'presence-bot-jobs',
        }),
    schema: 'jobs',
    // Nothing of ours recurs by a schedule.
    schedule: false,
    superviseIntervalSeconds: monitorSeconds,
    monitorIntervalSeconds: monitorSeconds,
  });
  // Without a listener an error, as of a database that restarts, would end the process.
  let since = 0;
  let quiet = false;
  boss.on('error', (error) => {
    if (quiet) {
      since += 1;
      return;
    }
    log.warn({ error: error.message, since }, 'the job queue had an error; it goes on');
    [quiet, since] = [true, 0];
    setTimeout(() => (quiet = false), quietMs).unref();
  });
  await boss.start();
  for (const queue of queues) {
    // The embedded store never pauses by itself.
    await turn();
    await boss.createQueue(queue, queueOptions);
    // Its settings are read at first use, outside the transaction: within one, the embedded store would wait for ever.
    await boss.findJobs(queue, { id: '00000000-0000-4000-8000-000000000000' });
  }
  return {
    enqueue: async (tx, queue, alarms) => {
      if (alarms.length === 0) return;
      const jobs = alarms.map(({ key, dueAt }) => ({
        data: { key },
        startAfter: new Date(dueAt).toISOString(),
      }));
      await boss.insert(queue, jobs, { db: fromKysely(tx) });
    },
    work: async (queue, handler, { batchSize, pollSeconds = defaultPollSeconds, atOnce = concurrency }) => {
      await boss.work(
        queue,
        {
          batchSize,
          pollingIntervalSeconds: isEmbedded ? Math.max(pollSeconds, embedded.pollSeconds) : pollSeconds,
          localConcurrency: isEmbedded ? Math.min(atOnce, embedded.concurrency) : atOnce,
          burstWhenBatchFull: true,
          includeMetadata: true,
        },
        async (jobs: readonly JobWithMetadata<unknown>[]) => {
          if (late !== undefined)
            for (const { startAfter } of jobs) late(queue, Math.max(0, now() - startAfter.getTime()));
          const keys = jobs.flatMap(({ data }) => dataSchema.safeParse(data).data?.key ?? []);
          await handler([...new Set(keys)]);
        },
      );
    },
    close: () => boss.stop({ graceful: true, timeout: stopMs, close: true }),
  };
}
