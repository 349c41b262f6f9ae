/** People who are taken stay so for as long as the work with them takes. */

import type { SessionStore, TakenPerson } from '../store/session-slots.ts';

/**
 * Goes on taking those people until it is told to stop, or for that long at the most. Where the store is out of reach,
 * whoever records finds out.
 */
export function keepTaken(
  sessionStore: Pick<SessionStore, 'keepTaken' | 'takenMs'>,
  taken: readonly Pick<TakenPerson, 'userId' | 'token'>[],
  mostMs: number,
): () => void {
  // Twice before the time is up.
  const everyMs = sessionStore.takenMs / 3;
  let left = Math.floor(mostMs / everyMs);
  const timer = setInterval(() => {
    left -= 1;
    if (left <= 0) clearInterval(timer);
    sessionStore.keepTaken(taken).catch(() => undefined);
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
  };
}

/** No batch of calls takes longer than that, a sign-in included. */
const mostMs = 60_000;

/** Does something with those people, who stay taken meanwhile. */
export async function whileTaken<T>(
  sessionStore: Pick<SessionStore, 'keepTaken' | 'takenMs'>,
  taken: readonly Pick<TakenPerson, 'userId' | 'token'>[],
  work: () => Promise<T>,
): Promise<T> {
  const stop = keepTaken(sessionStore, taken, mostMs);
  try {
    return await work();
  } finally {
    stop();
  }
}
