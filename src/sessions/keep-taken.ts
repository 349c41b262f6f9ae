/** People who are taken stay so for as long as the work with them takes. */

import type { Leases, Taken } from '../store/leases.ts';

/**
 * Goes on taking those people until it is told to stop, or for that long at the most. Where the store is out of reach,
 * whoever records finds out.
 */
export function keepTaken(
  leases: Pick<Leases, 'keepTaken' | 'takenMs'>,
  taken: readonly Pick<Taken, 'userId' | 'token'>[],
  mostMs: number,
): () => void {
  // Twice before the time is up.
  const everyMs = leases.takenMs / 3;
  let left = Math.floor(mostMs / everyMs);
  const timer = setInterval(() => {
    left -= 1;
    if (left <= 0) clearInterval(timer);
    leases.keepTaken(taken).catch(() => undefined);
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
  };
}

/** No batch of calls takes longer than that, a sign-in included. */
const mostMs = 60_000;

/** Does something with those people, who stay taken meanwhile. */
export async function whileTaken<T>(
  leases: Pick<Leases, 'keepTaken' | 'takenMs'>,
  taken: readonly Pick<Taken, 'userId' | 'token'>[],
  work: () => Promise<T>,
): Promise<T> {
  const stop = keepTaken(leases, taken, mostMs);
  try {
    return await work();
  } finally {
    stop();
  }
}
