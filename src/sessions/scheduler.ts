/**
 * Finds what is due and has it done. What is due stands in the rows themselves and nowhere else, so nothing can be lost
 * beside them: a row stays due until whoever did it has recorded so. Time is a parameter: a test moves its clock and
 * calls `runDue`.
 */

import type { Instant } from '../presence/intent.ts';
import type { Due } from '../store/due.ts';

/** One kind of work that comes due, such as renewals. */
export interface DueWork {
  readonly name: string;
  readonly nextDue: (at: Instant) => Promise<Instant | undefined>;
  /** Takes what is due by then, and gives each one's due time and how to do all of it. */
  readonly take: (
    at: Instant,
  ) => Promise<{ readonly dueAt: readonly Instant[]; readonly run: () => Promise<void> }>;
  /** Batches under way at a time, so that one that waits for Graph does not hold up all. */
  readonly atOnce: number;
}

/** Rows that come due, in batches, and what does a batch. It can get the same rows again, and must be safe to repeat. */
export function dueWork<What>(
  name: string,
  rows: Due<What>,
  run: (batch: readonly What[]) => Promise<void>,
  { batch, atOnce }: { readonly batch: number; readonly atOnce: number },
): DueWork {
  return {
    name,
    atOnce,
    nextDue: rows.nextDue,
    take: async (at) => {
      const locked = await rows.lockDue(at, batch);
      return { dueAt: locked.map(({ dueAt }) => dueAt), run: () => run(locked.map(({ what }) => what)) };
    },
  };
}

export interface SchedulerParts {
  readonly works: readonly DueWork[];
  readonly now: () => Instant;
  /** It looks at least that often, in milliseconds: for what other processes write, and for a clock that was set. */
  readonly pollMs: number;
  /** Told how many milliseconds late something was begun. */
  readonly late?: ((name: string, ms: number) => void) | undefined;
  readonly log: { warn(facts: object, text: string): void };
}

export interface Scheduler {
  /** Does all that is due at that instant; resolves when it is done. */
  runDue(at: Instant): Promise<void>;
  /** Goes on by the clock. */
  start(): void;
  /** Something comes due at that instant. */
  readonly wake: (at: Instant) => void;
  /** Begins nothing more; resolves when nothing is under way. */
  stop(): Promise<void>;
}

/** While a database is away, one line in so many milliseconds tells of it. */
const quietMs = 10_000;

export function createScheduler({ works, now, pollMs, late, log }: SchedulerParts): Scheduler {
  const inFlight = new Map<DueWork, Set<Promise<void>>>(works.map((work) => [work, new Set()]));
  let state: 'byHand' | 'byClock' | 'stopped' = 'byHand';
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = Infinity;
  let looking: Promise<void> | undefined;
  /** What came due while it was looking. */
  let wokenAt = Infinity;
  let quietUntil = -Infinity;

  const failed = (error: unknown) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + quietMs;
    log.warn({ error: String(error) }, 'what is due could not be found or done; it is tried again');
  };

  /** Begins what is due of that kind, as much as may be under way at once. */
  const begin = async (work: DueWork, at: Instant): Promise<void> => {
    const running = inFlight.get(work);
    while (running !== undefined && state !== 'stopped' && running.size < work.atOnce) {
      const { dueAt, run } = await work.take(at);
      if (dueAt.length === 0) return;
      for (const due of dueAt) late?.(work.name, Math.max(0, at - due));
      const done = run()
        .catch(failed)
        .finally(() => {
          const wasFull = running.size >= work.atOnce;
          running.delete(done);
          if (wasFull) wake(now());
        });
      running.add(done);
    }
  };

  const look = async (): Promise<void> => {
    const at = now();
    let next = at + pollMs;
    try {
      for (const work of works) {
        let due = await work.nextDue(at);
        if (due !== undefined && due <= at) {
          await begin(work, at);
          due = await work.nextDue(at);
        }
        if (due !== undefined && due > at) next = Math.min(next, due);
      }
    } catch (error) {
      failed(error);
    }
    looking = undefined;
    sleepUntil(Math.min(next, wokenAt));
  };

  const sleepUntil = (at: Instant) => {
    clearTimeout(timer);
    wokenAt = Infinity;
    wakesAt = at;
    if (state !== 'byClock') return;
    timer = setTimeout(() => void (looking = look()), Math.max(0, at - now())).unref();
  };

  const wake = (at: Instant) => {
    if (looking !== undefined) wokenAt = Math.min(wokenAt, at);
    else if (at < wakesAt) sleepUntil(at);
  };

  return {
    wake,
    runDue: async (at) => {
      for (const work of works) {
        for (;;) {
          await begin(work, at);
          const running = inFlight.get(work);
          if (running === undefined || running.size === 0) break;
          await Promise.race(running);
        }
      }
    },
    start: () => {
      state = 'byClock';
      sleepUntil(now());
    },
    stop: async () => {
      state = 'stopped';
      clearTimeout(timer);
      await looking;
      await Promise.all([...inFlight.values()].flatMap((running) => [...running]));
    },
  };
}
