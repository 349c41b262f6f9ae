/**
 * Presence follows meetings: what is heard of them, whoever tells it, opens and ends sessions for those who have turned
 * that on. Events may come twice, late, in the wrong order, or never: each can be taken again, and what a start sets has
 * an end of its own.
 */

import { sourceKey, type Claim } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { SessionPairId } from '../presence/pairs.ts';
import type { MeetingKey, News, Stack } from '../presence/meeting.ts';
import { eachOf } from './each.ts';
import { claimSourceOf, meetingOf, type MeetingEvent } from './event.ts';
import { endMeeting } from './end.ts';
import type { Heard } from './fold.ts';
import { gather, type Taken } from './gather.ts';
import { createGathering } from './gathering.ts';
import type { MeetingParts } from './parts.ts';
import { ringMeeting, startAsking } from './quiet.ts';
import { holdAll } from './sessions.ts';
import { stackOf } from './stack.ts';
import { takeBack } from './take-back.ts';
import { newsOf } from './telling.ts';
import { wantedFor } from './wanted.ts';

export interface Attending {
  /**
   * Takes an event; when this resolves, what it means is durable, and Graph was told of it or will be. Rejects with the
   * database's error where it could not be kept: whoever sent it should send it again.
   */
  readonly take: (event: MeetingEvent) => Promise<Taken>;
  /**
   * The person's answer to what they were asked: a session for that meeting. Undefined: it is over, they have left it
   * or said "not for this meeting", or it ends too soon.
   */
  answer(userId: Guid, key: MeetingKey, pair: SessionPairId): Promise<News | undefined>;
  /**
   * "End now": ends the meeting's session; false: there was none. Nothing that was heard already brings it back, only
   * that the person leaves and comes back, or gets a role for which they have a stronger rule.
   */
  endNow(userId: Guid, key: MeetingKey): Promise<boolean>;
  /** "Not for this meeting": ends its session, and opens none for it again. */
  decline(userId: Guid, key: MeetingKey): Promise<void>;
  /** The person's newer choice has ended those claims: their meetings set nothing for them again. */
  ended(userId: Guid, claims: readonly Claim[]): Promise<void>;
  /** The same for every meeting that they have a session of, before all that is theirs is cleared. */
  declineAll(userId: Guid): Promise<void>;
  /** Everything that wants the person's session slot. */
  stackOf(userId: Guid): Promise<Stack>;
  /** Looks after meetings that have come due. Rejects with the database's error: then they come again. */
  ring(keys: readonly MeetingKey[]): Promise<void>;
}

export function createAttending(parts: MeetingParts): Attending {
  const { store, sessions, now } = parts;
  const { meetings } = store;
  const take = createGathering((events: readonly MeetingEvent[]) => takeTogether(parts, events));

  const decline = async (userId: Guid, key: MeetingKey) => {
    // Noted before it is ended, so that what is being opened for it meanwhile is taken back.
    await meetings.mark(key, userId, 'declined');
    await sessions.end(userId, claimSourceOf(key));
  };
  const declineThose = async (userId: Guid, claims: readonly Claim[]) => {
    for (const { source, tenantId, endsAt } of claims) {
      const key = meetingOf(source, tenantId);
      // What had ended by itself was nobody's choice.
      if (key !== undefined && endsAt > now()) await decline(userId, key);
    }
  };

  return {
    take: async (event) => {
      parts.heard?.(event);
      await welcome(parts, event);
      const { tenantId, source, meetingId } = event.key;
      return take(JSON.stringify([tenantId, source, meetingId]), event);
    },
    answer: async (userId, key, pair) => {
      const [meeting, person] = await Promise.all([meetings.find(key), store.people.find(userId)]);
      if (meeting === undefined || person?.tenantId !== key.tenantId) return undefined;
      const before = new Map((await meetings.attendances(key)).map((one) => [one.userId, one]));
      await startAsking(parts, meeting);
      const held = await holdAll(sessions, wantedFor(parts, meeting, person, pair, now()));
      const lost = await takeBack(parts, key, before, held);
      return lost.size > 0 || held[0] === undefined ? undefined : newsOf(meeting, held[0]);
    },
    endNow: async (userId, key) => {
      const source = claimSourceOf(key);
      await meetings.markEnded(key, userId, now());
      const claims = await store.leases.claims(userId);
      await sessions.end(userId, source);
      return claims.some((one) => sourceKey(one.source) === sourceKey(source) && one.endsAt > now());
    },
    decline,
    ended: declineThose,
    declineAll: async (userId) => {
      await declineThose(userId, await store.leases.claims(userId));
    },
    stackOf: (userId) => stackOf(store, userId, now()),
    ring: async (keys) => {
      await eachOf(keys, keys.length, (key) => ringMeeting(parts, key));
    },
  };
}

/** Longer than any chat is looked at. */
const welcomedMs = 365 * 86_400_000;

async function welcome({ store, welcome: greet, now }: MeetingParts, event: MeetingEvent): Promise<void> {
  const { chat, key, kind } = event;
  if (chat === undefined || kind === 'ended' || kind === 'left') return;
  const chatKey = `welcome ${key.tenantId} ${chat.id}`;
  if (await store.seen.first(chatKey, now() + welcomedMs)) greet(chat, key.tenantId);
}

const nothing: Taken = { accepted: [], unknown: [], late: false };

/** Events of one meeting in the order in which they happened, each run between two ends together. */
async function takeTogether(parts: MeetingParts, events: readonly MeetingEvent[]): Promise<readonly Taken[]> {
  const now = parts.now();
  const heard = events
    .map((event, index) => ({ index, ...heardAt(event, now, parts.policy.forgottenMs) }))
    .sort((one, other) => one.at - other.at);
  const taken: Taken[] = events.map(() => nothing);
  let run: (Heard & { readonly index: number })[] = [];
  const gatherRun = async () => {
    const results = await gather(parts, run);
    for (const [at, { index }] of run.entries()) taken[index] = results[at] ?? nothing;
    run = [];
  };
  for (const one of heard) {
    if (one.event.kind === 'ended') {
      await gatherRun();
      await endMeeting(parts, one);
    } else run.push(one);
  }
  await gatherRun();
  return taken;
}

/** When it happened: as it says, but not in the future; what is far off is no time of this meeting's, and left out. */
function heardAt(event: MeetingEvent, now: Instant, farMs: number): Heard {
  const { at, ...rest } = event;
  return at === undefined || Math.abs(now - at) > farMs
    ? { event: rest, at: now }
    : { event, at: Math.min(at, now) };
}
