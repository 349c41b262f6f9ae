import type { SimulatorOptions } from './options.ts';

/** Counts requests for each application. */
export interface RequestBudget {
  /** Counts one request, and gives the whole seconds to wait if it is one too many. `now` in epoch milliseconds. */
  spend(appId: string, now: number): number | undefined;
  /** Forgets the counts. */
  reset(): void;
}

/** Throttling by fixed windows; refused requests count too. https://learn.microsoft.com/graph/throttling */
export function requestBudget(limit: SimulatorOptions['budget']): RequestBudget {
  const windows = new Map<string, { from: number; spent: number }>();
  return {
    spend(appId, now) {
      if (!limit) return undefined;
      const current = windows.get(appId);
      const isOver = !current || now >= current.from + limit.seconds * 1000 || now < current.from;
      const window = isOver ? { from: now, spent: 0 } : current;
      window.spent += 1;
      windows.set(appId, window);
      if (window.spent <= limit.requests) return undefined;
      return Math.max(1, Math.ceil((window.from + limit.seconds * 1000 - now) / 1000));
    },
    reset() {
      windows.clear();
    },
  };
}
