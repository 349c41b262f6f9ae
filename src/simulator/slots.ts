import type { DateTimeZone } from './date-time-zone.ts';
import type { SimulatedPair } from './pairs.ts';
import type { WorkLocations } from './work-location.ts';

/** A value with the instant (epoch ms) at which it was set and the one at which it ends by itself. */
export interface Timed extends SimulatedPair {
  readonly setAt: number;
  readonly endsAt: number;
}

/** What a signed-in Teams client reports. It has no end: somebody must switch it off. */
interface TeamsClient extends SimulatedPair {
  readonly setAt: number;
}

export interface StatusMessage {
  /** As it was sent, a pinning suffix included. */
  readonly content: string;
  readonly publishedAt: number;
  /** As it was sent; left out: never expires. */
  readonly expiryDateTime?: DateTimeZone;
  /** The instant that expiryDateTime names; Infinity when it was left out. */
  readonly endsAt: number;
}

export interface OutOfOffice {
  readonly isOutOfOffice: boolean;
  readonly message: string | null;
}

/**
 * Everything the service keeps of one user. The slots are independent of each other.
 * https://learn.microsoft.com/graph/cloud-communications-manage-presence-state
 */
export interface Slots {
  preferred: Timed | undefined;
  /** One session for each application, by its lower-case application id. */
  readonly sessions: Map<string, Timed>;
  /** Each signed-in Teams client is a session of its own, by name. */
  readonly teamsClients: Map<string, TeamsClient>;
  statusMessage: StatusMessage | undefined;
  outOfOffice: OutOfOffice;
  workLocations: WorkLocations;
}

/** The slots of an untouched user. */
export function freshSlots(teamsClients: 'on' | 'off'): Slots {
  const clients = new Map<string, TeamsClient>();
  if (teamsClients === 'on') {
    clients.set('desktop', { availability: 'Available', activity: 'Available', setAt: 0 });
  }
  return {
    preferred: undefined,
    sessions: new Map(),
    teamsClients: clients,
    statusMessage: undefined,
    outOfOffice: { isOutOfOffice: false, message: null },
    workLocations: {},
  };
}
