/**
 * Who has something to come of a chain, as far as this process knows. What they set is looked up before their next choice
 * is told, which has to say what becomes of the rest; nobody else waits for that.
 */

import type { Guid } from '../presence/intent.ts';
import type { Store } from '../store/store.ts';

export interface Chained {
  has(userId: Guid): boolean;
  add(userId: Guid): void;
  stop(): void;
}

/** More than that have hardly something to come at a time. */
const most = 20_000;

/** Those on record, looked up again as often as the store is for what is due. Rejects with the database's error. */
export async function createChained(
  { schedules, due }: Pick<Store, 'schedules' | 'due'>,
  failing: (error: unknown) => void,
): Promise<Chained> {
  let people = new Set<Guid>(await schedules.chained(most));
  const added = new Set<Guid>();
  const look = async () => {
    // Whoever begins one while it looks may not be among those found.
    const before = [...added];
    people = new Set([...(await schedules.chained(most)), ...before]);
    for (const userId of before) added.delete(userId);
  };
  const timer = setInterval(() => void look().catch(failing), due.pollMs).unref();
  return {
    has: (userId) => people.has(userId) || added.has(userId),
    add: (userId) => {
      added.add(userId);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
