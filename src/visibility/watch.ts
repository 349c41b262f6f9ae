/**
 * Looks whether what people have set is seen, and tells them once, in private, where Graph shows them as Offline. As the
 * application, one call looks at up to 650 people, two calls a minute at the most for a tenant; as the person, each looks
 * at themselves, twice. Nothing is ever read for it in a turn.
 */

import type { ChangeId } from '../presence/change.ts';
import type { Guid, Holding, Instant } from '../presence/intent.ts';
import type { PersonState } from '../presence/person-state.ts';
import type { LookAt } from '../presence/ports.ts';
import { showsOffline, standing } from '../presence/unseen.ts';
import type { DueWork } from '../sessions/scheduler.ts';
import type { Store } from '../store/store.ts';
import { looks, type WatchedChange, type WatchedChanges } from './watched-changes.ts';

export interface VisibilityServices {
  readonly watched: WatchedChanges;
  readonly as: keyof typeof looks;
  readonly lookAt: LookAt;
  readonly store: Pick<Store, 'budget' | 'looks'>;
  /** What the bot has set for somebody; undefined: that cannot be told. Never rejects. */
  readonly stateOf: (userId: Guid) => Promise<PersonState | undefined>;
  /** Tells a person in private. Neither throws nor waits. */
  readonly tell: (userId: Guid, unseen: Extract<Holding, { slot: 'preferred' }>, origin: ChangeId) => void;
  readonly now: () => Instant;
}

const minute = 60_000;

/** The looks that come due. */
export function visibilityLooks(services: VisibilityServices): DueWork {
  const { watched } = services;
  return {
    name: 'visibility',
    atOnce: 1,
    nextDue: () => Promise.resolve(watched.nextDue()),
    take: (at) => {
      const due = watched.takeDue(at);
      const run = async () => {
        const tenants = Map.groupBy(due, ({ who }) => who.tenantId);
        await Promise.all([...tenants].map(([tenantId, all]) => lookAtAll(services, tenantId, all)));
      };
      return Promise.resolve({ dueAt: due.map(({ dueAt }) => dueAt), run });
    },
  };
}

async function lookAtAll(
  services: VisibilityServices,
  tenantId: string,
  all: readonly WatchedChange[],
): Promise<void> {
  const { watched, as, lookAt, now } = services;
  const later = (some: readonly WatchedChange[], at: Instant) => {
    for (const one of some) watched.postpone(one, at);
  };
  const wanted = Math.min(Math.ceil(all.length / looks[as].people), looks[as].calls);
  const { granted, againAt } = await allowed(services, tenantId, wanted).catch((error: unknown) => {
    later(all, now() + minute);
    throw error;
  });
  const looked = all.slice(0, granted * looks[as].people);
  later(all.slice(looked.length), granted < wanted ? againAt : now() + minute);
  const seen = await lookAt(looked.map(({ who }) => who));
  for (const one of looked) {
    const snapshot = seen.get(one.who.userId);
    if (snapshot === undefined || !showsOffline(snapshot)) watched.again(one, now());
    else await tellOf(services, one);
  }
}

/** Calls that may be made now: people who wait for an answer come first. */
async function allowed(
  { store, as }: VisibilityServices,
  tenantId: string,
  wanted: number,
): ReturnType<Store['budget']['take']> {
  if (as === 'delegated') return store.budget.take(tenantId, wanted);
  const few = await store.looks.take(tenantId, wanted);
  return few.granted === 0 ? few : store.budget.take(tenantId, few.granted);
}

/** Tells of a change that still stands, and looks at it no more. */
async function tellOf(
  { watched, stateOf, tell, now }: VisibilityServices,
  one: WatchedChange,
): Promise<void> {
  const { who, origin } = one;
  const state = await stateOf(who.userId);
  if (state === undefined) {
    watched.again(one, now());
    return;
  }
  const unseen = standing(state, origin, now());
  if (unseen !== undefined && unseen.pair !== 'offline') tell(who.userId, unseen, origin);
}
