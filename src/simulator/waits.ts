/** Requests that are kept waiting on purpose. Each wait gives whether the request may go on. */
export interface Waits {
  /** Waits until somebody releases. */
  hold(): Promise<boolean>;
  /** Waits real milliseconds. */
  delay(milliseconds: number): Promise<boolean>;
  /** Lets everything held go on, and gives how many that were. */
  release(): number;
  /** Ends every wait without going on. */
  end(): void;
}

/** Creates the waits; no timer is left behind once they are ended. */
export function waitingRoom(): Waits {
  const held = new Set<(goesOn: boolean) => void>();
  const delayed = new Map<(goesOn: boolean) => void, NodeJS.Timeout>();
  return {
    hold() {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      held.add(resolve);
      return promise;
    },
    delay(milliseconds) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => {
        delayed.delete(resolve);
        resolve(true);
      }, milliseconds);
      delayed.set(resolve, timer);
      return promise;
    },
    release() {
      const count = held.size;
      for (const resolve of held) resolve(true);
      held.clear();
      return count;
    },
    end() {
      for (const resolve of held) resolve(false);
      held.clear();
      for (const [resolve, timer] of delayed) {
        clearTimeout(timer);
        resolve(false);
      }
      delayed.clear();
    },
  };
}
