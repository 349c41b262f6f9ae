/** How many turns are at work: one that only waits until its reply is taken is not. */

/** Waits for something without being counted. */
export type Aside = <T>(wait: () => Promise<T>) => Promise<T>;

export interface Turns {
  /** Runs a turn; undefined: too many are at work. */
  run<T>(turn: (aside: Aside) => Promise<T>): Promise<T> | undefined;
}

/** None at work at first. */
export function createTurns(most: number): Turns {
  let atWork = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    atWork += 1;
    try {
      return await work();
    } finally {
      atWork -= 1;
    }
  };
  const aside: Aside = async (wait) => {
    atWork -= 1;
    try {
      return await wait();
    } finally {
      atWork += 1;
    }
  };
  return { run: (turn) => (atWork >= most ? undefined : counted(() => turn(aside))) };
}
