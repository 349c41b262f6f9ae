/** Keeps people locked for as long as the work with them takes. */

import type { LockedPerson } from '../store/slot-locks.ts';
import type { SessionStore } from '../store/session-slots.ts';

/** No batch of calls takes longer, a sign-in included. */
const batchMs = 60_000;

/**
 * Does the work, and extends the locks of those people meanwhile, for `mostMs` at the most. Where the store is out of
 * reach, recording fails instead.
 */
export async function whileLocked<T>(
  sessionStore: Pick<SessionStore, 'extendLocks' | 'lockMs'>,
  locked: readonly Pick<LockedPerson, 'userId' | 'token'>[],
  work: () => Promise<T>,
  mostMs = batchMs,
): Promise<T> {
  // Twice before the time is up.
  const everyMs = sessionStore.lockMs / 3;
  let left = Math.floor(mostMs / everyMs);
  const timer = setInterval(() => {
    left -= 1;
    if (left <= 0) clearInterval(timer);
    sessionStore.extendLocks(locked).catch(() => undefined);
  }, everyMs).unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
