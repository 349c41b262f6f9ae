/** What has begun and not yet ended: a bot that stops waits for it. */

export interface InFlight {
  /** Counts the work until it settles, and gives the same promise back. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is left, what was begun meanwhile included. Never rejects. */
  readonly idle: () => Promise<void>;
}

/** Nothing is under way at first. */
export function createInFlight(): InFlight {
  const works = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      works.add(work);
      void work.finally(() => works.delete(work)).catch(() => undefined);
      return work;
    },
    idle: async () => {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
