import type { Settings } from './options.ts';
import { freshSlots, type Slots } from './slots.ts';

/** The users of the service and what it keeps of them, by lower-case object id. */
export interface Users {
  /** Whether there is such a user. */
  knows(id: string): boolean;
  /** The slots for reading only: an untouched user takes no memory. */
  read(id: string): Readonly<Slots>;
  /** The slots for changing. */
  change(id: string): Slots;
  /** Everybody on the list of users, and everybody whose slots were changed. */
  ids(): readonly string[];
  /**
   * A text that sorts later whenever what is visible of this user has become different. It never goes back, not
   * even over a reset, because readers drop what sorts earlier as stale.
   */
  sequenceNumber(id: string, visible: string): string;
  /** Forgets everything that was set. */
  reset(): void;
}

/** An empty store of users. */
export function userStore({ users, teamsClients, now }: Settings): Users {
  const slots = new Map<string, Slots>();
  const sequences = new Map<string, { visible: string; number: string }>();
  const fresh = freshSlots(teamsClients);
  // Starts from the time, so that a simulator started anew goes on where the last one ended.
  let last = Math.floor(now() * 1000);
  return {
    knows: (id) => users?.has(id) ?? true,
    read: (id) => slots.get(id) ?? fresh,
    change(id) {
      const known = slots.get(id);
      if (known) return known;
      const added = freshSlots(teamsClients);
      slots.set(id, added);
      return added;
    },
    ids: () => [...new Set([...(users ?? []), ...slots.keys()])],
    sequenceNumber(id, visible) {
      const known = sequences.get(id);
      if (known?.visible === visible) return known.number;
      last += 1;
      const number = String(last).padStart(20, '0');
      sequences.set(id, { visible, number });
      return number;
    },
    reset() {
      slots.clear();
    },
  };
}
