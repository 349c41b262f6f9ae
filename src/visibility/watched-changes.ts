/**
 * Whose change is to be looked at, and when. In memory alone: a restart forgets it, and nobody is told of something then.
 * A turn adds one entry and waits for nothing.
 */

import type { Change, ChangeId } from '../presence/change.ts';
import type { Guid, Instant, Sender } from '../presence/intent.ts';
import type { Receipt } from '../presence/receipt.ts';

/** A preferred status that somebody has just set. */
export interface WatchedChange {
  readonly who: Sender;
  /** The change that the status goes back to. */
  readonly origin: ChangeId;
  readonly changedAt: Instant;
  readonly dueAt: Instant;
}

export interface WatchedChanges {
  /** Takes up what was set, in place of what the person had set before. */
  readonly changed: (change: Pick<Change, 'who'>, receipt: Receipt) => void;
  nextDue(): Instant | undefined;
  /** Looks at nothing of theirs any more. */
  forget(userId: Guid): void;
  /** Takes out those that are due by then, the longest due first; those that are too old by then are dropped. */
  takeDue(at: Instant): readonly WatchedChange[];
  /** Has it looked at again at its next minute; it is dropped after the last, or where the person has changed it since. */
  again(watched: WatchedChange, at: Instant): void;
  /** Has it looked at then instead, unless it is too old by then. */
  postpone(watched: WatchedChange, to: Instant): void;
}

const minute = 60_000;
/** No change is looked at that is older. */
const oldestMs = 10 * minute;
/** Some 400 bytes each. Beyond that, the one that has waited longest is dropped. */
const mostWatched = 5000;

/**
 * How people are looked at: minutes after their change, or up to one later; how many by one call; and how many calls in a
 * minute.
 */
export const looks = {
  application: { minutes: [1, 3, 6, 9], people: 650, calls: 2 },
  delegated: { minutes: [2, 8], people: 1, calls: 100 },
} as const;

/** Nothing is watched yet. */
export function createWatchedChanges(as: keyof typeof looks): WatchedChanges {
  const { minutes }: { readonly minutes: readonly number[] } = looks[as];
  const all = new Map<string, WatchedChange>();

  /** On the minute, so that those who change something within one share a call. */
  const nextLook = (changedAt: Instant, after: Instant): Instant | undefined =>
    minutes
      .map((since) => Math.ceil((changedAt + since * minute) / minute) * minute)
      .find((dueAt) => dueAt > after);

  const put = (watched: WatchedChange) => {
    all.set(watched.who.userId, watched);
    const [oldest] = all.keys();
    if (all.size > mostWatched && oldest !== undefined) all.delete(oldest);
  };
  const putBack = (watched: WatchedChange, dueAt: Instant | undefined) => {
    if (dueAt === undefined || dueAt > watched.changedAt + oldestMs || all.has(watched.who.userId)) return;
    put({ ...watched, dueAt });
  };

  return {
    changed: ({ who }, { did, at, reference, cleared }) => {
      const held = reference.holds.find(({ slot }) => slot === 'preferred');
      const isNew = did === 'change' && held !== undefined;
      if (isNew || did === 'undo' || cleared.some(({ slot }) => slot === 'preferred')) all.delete(who.userId);
      const dueAt = nextLook(at, at);
      if (isNew && held.pair !== 'offline' && dueAt !== undefined)
        put({ who, origin: held.origin, changedAt: at, dueAt });
    },
    nextDue: () => (all.size === 0 ? undefined : Math.min(...Array.from(all.values(), ({ dueAt }) => dueAt))),
    forget: (userId) => {
      all.delete(userId);
    },
    takeDue: (at) => {
      const due = [...all.values()].filter(({ dueAt }) => dueAt <= at).sort((a, b) => a.dueAt - b.dueAt);
      for (const { who } of due) all.delete(who.userId);
      return due.filter(({ changedAt }) => at <= changedAt + oldestMs);
    },
    again: (watched, at) => {
      putBack(watched, nextLook(watched.changedAt, at));
    },
    postpone: putBack,
  };
}
