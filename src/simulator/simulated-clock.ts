/** The simulator's clock: a running clock with an offset that can be moved. All times are epoch milliseconds. */
export interface Clock {
  /** The simulated instant. */
  now(): number;
  /** Moves the clock forward. */
  advance(milliseconds: number): void;
  /** Moves the clock to an instant, from which it goes on running. */
  set(instant: number): void;
  /** Puts the clock back on the time it was started with. */
  reset(): void;
  /** How far the clock is ahead of the time it was started with. */
  offset(): number;
}

/** A movable clock over a given source of time. */
export function movableClock(source: () => number): Clock {
  let offset = 0;
  return {
    now: () => source() + offset,
    advance(milliseconds) {
      offset += milliseconds;
    },
    set(instant) {
      offset = instant - source();
    },
    reset() {
      offset = 0;
    },
    offset: () => offset,
  };
}
