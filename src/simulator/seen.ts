import type { SimulatedPair } from './pairs.ts';
import type { Slots, StatusMessage, Timed } from './slots.ts';

/** What colleagues see at an instant, and the slot that they see it because of. */
export interface SeenRequests extends SimulatedPair {
  readonly because: string;
}

interface Candidate extends SeenRequests {
  readonly setAt: number;
}

const fadeStep = 5 * 60_000;

/**
 * What colleagues see: the preferred presence beats every session, but only while some session exists.
 * Among sessions DoNotDisturb > Busy > Available > Away. Without a session the user is Offline.
 * https://learn.microsoft.com/graph/cloud-communications-manage-presence-state#presence-sessions
 */
export function seenAt(slots: Slots, now: number): SeenRequests {
  let best: Candidate | undefined;
  for (const candidate of sessionsAt(slots, now)) {
    if (best === undefined || beats(candidate, best)) best = candidate;
  }
  if (best === undefined) return { availability: 'Offline', activity: 'Offline', because: 'no session' };
  const preferred = preferredAt(slots, now);
  if (preferred) return { ...pairOf(preferred), because: 'preferred presence' };
  return { ...pairOf(best), because: best.because };
}

/** The preferred presence, if it is set and has not ended. It may be hidden: it shows only beside a session. */
export function preferredAt(slots: Slots, now: number): Timed | undefined {
  return slots.preferred && now < slots.preferred.endsAt ? slots.preferred : undefined;
}

/** The session of one application, if it has one that has not ended. */
export function sessionAt(slots: Slots, appId: string, now: number): Timed | undefined {
  const session = slots.sessions.get(appId);
  return session && now < session.endsAt ? session : undefined;
}

/** The status message, if there is one that has not expired. */
export function statusMessageAt(slots: Slots, now: number): StatusMessage | undefined {
  return slots.statusMessage && now < slots.statusMessage.endsAt ? slots.statusMessage : undefined;
}

/**
 * What an application's session has become: Available fades to AvailableInactive after 5 minutes and to Away after
 * 5 more, whatever its expiration, unless it is posted again. Other availabilities only expire.
 * https://learn.microsoft.com/graph/cloud-communications-manage-presence-state#timeout-expiration-and-keep-alive
 */
export function fadedAt(session: Timed, now: number): SimulatedPair {
  const age = now - session.setAt;
  if (session.availability !== 'Available' || age < fadeStep) return pairOf(session);
  if (age < 2 * fadeStep) return { availability: 'Available', activity: 'AvailableInactive' };
  return { availability: 'Away', activity: 'Away' };
}

function* sessionsAt(slots: Slots, now: number): Generator<Candidate> {
  for (const [name, client] of slots.teamsClients) {
    yield { ...client, because: `Teams client ${name}` };
  }
  for (const [appId, session] of slots.sessions) {
    if (now < session.endsAt) {
      yield { ...fadedAt(session, now), setAt: session.setAt, because: `session of application ${appId}` };
    }
  }
}

/** For equal ranks the documents say nothing: here the one set last wins. */
function beats(candidate: Candidate, best: Candidate): boolean {
  const difference = rank(candidate) - rank(best);
  return difference > 0 || (difference === 0 && candidate.setAt >= best.setAt);
}

/** An inactive session (AvailableInactive, AvailableIdle) must not outrank an active one. */
function rank({ availability, activity }: SimulatedPair): number {
  switch (availability) {
    case 'DoNotDisturb':
      return 5;
    case 'Busy':
    case 'BusyIdle':
      return 4;
    case 'Available':
      return activity === 'AvailableInactive' ? 2 : 3;
    case 'AvailableIdle':
      return 2;
    case 'Away':
    case 'BeRightBack':
      return 1;
    default:
      return 0;
  }
}

function pairOf({ availability, activity }: SimulatedPair): SimulatedPair {
  return { availability, activity };
}
