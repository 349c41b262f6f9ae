/** What is to be seen of one user: every slot with its end, and what colleagues see because of which. */

import type { SimulatedPair } from './pairs.ts';
import { fadedAt, preferredAt, seenAt, statusMessageAt, type SeenRequests } from './seen.ts';
import type { OutOfOffice } from './slots.ts';
import { locationAt } from './work-location.ts';
import type { World } from './world.ts';

/** What the service keeps of one user and what colleagues see. Instants are ISO 8601 in UTC; ended slots are left out. */
export interface UserState {
  readonly userId: string;
  readonly seen: SeenRequests;
  readonly preferred: (SimulatedPair & { readonly endsAt: string; readonly hidden: boolean }) | null;
  readonly sessions: readonly (SimulatedPair & {
    readonly appId: string;
    /** What the session has faded to by now. */
    readonly now: SimulatedPair;
    readonly setAt: string;
    readonly endsAt: string;
  })[];
  readonly teamsClients: readonly (SimulatedPair & { readonly client: string })[];
  readonly statusMessage: {
    readonly content: string;
    readonly pinned: boolean;
    /** null: never expires. */
    readonly endsAt: string | null;
  } | null;
  readonly outOfOffice: OutOfOffice;
  readonly workLocation: ReturnType<typeof locationAt> | null;
}

/** The state of that user by now. */
export function stateOf({ users, clock }: World, userId: string): UserState {
  const slots = users.read(userId);
  const now = clock.now();
  const seen = seenAt(slots, now);
  const preferred = preferredAt(slots, now);
  const message = statusMessageAt(slots, now);
  return {
    userId,
    seen,
    preferred: preferred
      ? { ...pairOf(preferred), endsAt: iso(preferred.endsAt), hidden: seen.because !== 'preferred presence' }
      : null,
    sessions: [...slots.sessions]
      .filter(([, session]) => now < session.endsAt)
      .map(([appId, session]) => ({
        appId,
        ...pairOf(session),
        now: fadedAt(session, now),
        setAt: iso(session.setAt),
        endsAt: iso(session.endsAt),
      })),
    teamsClients: [...slots.teamsClients].map(([client, session]) => ({ client, ...pairOf(session) })),
    statusMessage: message
      ? {
          content: message.content.replace(/<pinnednote><\/pinnednote>$/, ''),
          pinned: message.content.endsWith('<pinnednote></pinnednote>'),
          endsAt: message.endsAt === Number.POSITIVE_INFINITY ? null : iso(message.endsAt),
        }
      : null,
    outOfOffice: slots.outOfOffice,
    workLocation: locationAt(slots.workLocations, now) ?? null,
  };
}

function pairOf({ availability, activity }: SimulatedPair): SimulatedPair {
  return { availability, activity };
}

/** Instants beyond what a Date can hold are written as the last one that it can. */
export function iso(instant: number): string {
  return new Date(Math.min(instant, 8.64e15)).toISOString();
}
