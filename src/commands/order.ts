/** Keeps each user's changes strictly in order, and lets a newer choice stop an older one that still waits. */

import type { RequestResult } from '../presence/outcome.ts';
import type { Slot } from '../presence/pairs.ts';

/** Why a signal was raised. */
type StopReason = Extract<RequestResult, { kind: 'stopped' }>['why'];

interface Running {
  readonly slots: readonly Slot[];
  readonly stop: AbortController;
  readonly done: Promise<unknown>;
}

export interface Order {
  /**
   * Runs a task after all earlier ones of that user; users run in parallel.
   * `touches` are the slots it may write, `replaces` those it surely will: an earlier task of the user that touches
   * only those has its signal raised, so that its late retry cannot overwrite the newer choice.
   */
  run<T>(
    user: string,
    task: (stop: AbortSignal) => Promise<T>,
    slots: { readonly touches: readonly Slot[]; readonly replaces: readonly Slot[] },
  ): Promise<T>;
  /**
   * Has what those users ask wait until `release`; of those with a task under way, nothing is held. Not on the way of a
   * user: for what is set while nobody waits.
   */
  readonly hold: (users: readonly string[]) => {
    readonly free: ReadonlySet<string>;
    readonly release: () => void;
  };
  /** Raises every signal: what waits to be repeated, or for its turn, is given up. */
  stop(): void;
  /** Resolves when everything under way has ended. */
  idle(): Promise<void>;
}

export function createOrder(): Order {
  const lines = new Map<string, Running[]>();
  let stopped = false;
  const order: Order = {
    run: (user, task, { touches, replaces }) => {
      const line = lines.get(user) ?? [];
      lines.set(user, line);
      for (const earlier of line) {
        if (earlier.slots.length > 0 && earlier.slots.every((slot) => replaces.includes(slot)))
          earlier.stop.abort('newer' satisfies StopReason);
      }
      const stop = new AbortController();
      if (stopped) stop.abort('shutdown' satisfies StopReason);
      const before = line.at(-1)?.done ?? Promise.resolve();
      // `done` below never rejects, so an earlier failure does not break the line.
      const outcome = before.then(() => task(stop.signal));
      const running: Running = { slots: touches, stop, done: Promise.allSettled([outcome]) };
      line.push(running);
      void running.done.then(() => {
        line.splice(line.indexOf(running), 1);
        if (line.length === 0) lines.delete(user);
      });
      return outcome;
    },
    hold: (users) => {
      const over = Promise.withResolvers<undefined>();
      const free = new Set(users.filter((user) => !lines.has(user)));
      for (const user of free) void order.run(user, () => over.promise, { touches: [], replaces: [] });
      return {
        free,
        release: () => {
          over.resolve(undefined);
        },
      };
    },
    stop: () => {
      stopped = true;
      for (const { stop } of [...lines.values()].flat()) stop.abort('shutdown' satisfies StopReason);
    },
    idle: async () => {
      await Promise.all([...lines.values()].flat().map(({ done }) => done));
    },
  };
  return order;
}
