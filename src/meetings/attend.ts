/**
 * Presence follows meetings: what is heard of them, whoever tells it, opens and ends sessions for those who have turned
 * that on. Events may come twice, late, in the wrong order, or never: each can be taken again, and what a start sets has
 * an end of its own.
 */

import type { Guid, Instant } from '../presence/intent.ts';
import type { SessionPairId } from '../presence/pairs.ts';
import type { MeetingKey, News, Stack } from '../presence/meeting.ts';
import { claimSourceOf, meetingOf, type MeetingEvent } from './event.ts';
import { endedAt } from './ended.ts';
import { endMeeting } from './end.ts';
import type { Heard } from './fold.ts';
import { gather, type Taken } from './gather.ts';
import { createGathering } from './gathering.ts';
import type { MeetingParts } from './parts.ts';
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
  /** "Not for this meeting", and "End now" of its session: ends that, and opens none for it again. */
  decline(userId: Guid, key: MeetingKey): Promise<void>;
  /** The same for every meeting that they have a session of, before all that is theirs is cleared. */
  declineAll(userId: Guid): Promise<void>;
  /** Everything that wants the person's session slot. */
  stackOf(userId: Guid): Promise<Stack>;
}

export function createAttending(parts: MeetingParts): Attending {
  const { store, sessions, now, policy } = parts;
  const { meetings } = store;
  const take = createGathering((events: readonly MeetingEvent[]) => takeTogether(parts, events));

  const decline = async (userId: Guid, key: MeetingKey) => {
    // Noted before it is ended, so that what is being opened for it meanwhile is taken back.
    await meetings.mark(key, userId, 'declined');
    await sessions.end(userId, claimSourceOf(key));
  };

  return {
    take: async (event) => {
      parts.heard?.(event);
      await welcome(parts, event);
      const { tenantId, source, meetingId } = event.key;
      return take(JSON.stringify([tenantId, source, meetingId]), event);
    },
    answer: async (userId, key, pair) => {
      const over = await endedAt(meetings, key);
      const meeting = await meetings.find(key);
      if (meeting === undefined) return undefined;
      const held = await holdAll(sessions, wantedFor(meeting, userId, pair, now(), policy.leaseMs));
      const lost = await takeBack(parts, key, over, held);
      return lost.size > 0 || held[0] === undefined ? undefined : newsOf(meeting, held[0]);
    },
    decline,
    declineAll: async (userId) => {
      for (const { source, tenantId } of await store.leases.claims(userId)) {
        const key = meetingOf(source, tenantId);
        if (key !== undefined) await decline(userId, key);
      }
    },
    stackOf: (userId) => stackOf(store, userId, now()),
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
