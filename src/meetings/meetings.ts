/**
 * Presence follows meetings: what is heard of them, whoever tells it, opens and ends sessions for those who have turned
 * that on. Events may come twice, late, in the wrong order, or never: each can be taken again, and what a start sets has
 * an end of its own.
 */

import { compareClaims, holderOf } from '../leases/holder.ts';
import { planOf } from '../leases/plan.ts';
import { sourceKey, type Claim } from '../presence/claim.ts';
import type { Guid, Instant } from '../presence/intent.ts';
import type { Layer, MeetingChat, MeetingKey, News, Stack } from '../presence/meeting.ts';
import type { SessionPairId } from '../presence/pairs.ts';
import type { Store } from '../store/store.ts';
import { applyEvents, type EventResult, type EventServices } from './apply-events.ts';
import { claimSourceOf, meetingOf, type MeetingEvent } from './event.ts';
import { newsOf } from './notify.ts';
import { startAsking } from './quiet.ts';
import { createSerialBatch } from './serial-batch.ts';
import { attendancesOf, claimFor, compensate } from './sessions.ts';

export interface Meetings {
  /**
   * Takes an event; when this resolves, what it means is durable, and Graph was told of it or will be. Rejects with the
   * database's error where it could not be kept: whoever sent it should send it again.
   */
  readonly handle: (event: MeetingEvent) => Promise<EventResult>;
  /**
   * The person's answer to what they were asked: a session for that meeting. Undefined: it is over, they have left it
   * or said “not for this meeting”, or it ends too soon.
   */
  answer(userId: Guid, key: MeetingKey, pair: SessionPairId): Promise<News | undefined>;
  /**
   * “End now”: ends the meeting's session; false: there was none. Nothing that was heard already brings it back, only
   * that the person leaves and comes back, or gets a role for which they have a stronger rule.
   */
  endSession(userId: Guid, key: MeetingKey): Promise<boolean>;
  /** “Not for this meeting”: ends its session, and opens none for it again. */
  decline(userId: Guid, key: MeetingKey): Promise<void>;
  /** The person's newer choice has ended those claims: their meetings set nothing for them again. */
  declineClaims(userId: Guid, claims: readonly Claim[]): Promise<void>;
  /** Everything that wants the person's session slot. */
  stackOf(userId: Guid): Promise<Stack>;
}

export interface MeetingServices extends EventServices {
  readonly store: Pick<Store, 'people' | 'meetings' | 'seen' | 'leases'>;
  /** Says hello in a meeting's chat, once for each. Neither throws nor waits. */
  readonly welcome: (chat: MeetingChat, tenantId: string) => void;
  /** Told of each event as it comes. */
  readonly heard?: (event: MeetingEvent) => void;
}

export function createMeetings(services: MeetingServices): Meetings {
  const { store, sessions, now } = services;
  const { meetings, leases, people } = store;
  const apply = createSerialBatch((events: readonly MeetingEvent[]) => applyEvents(services, events));

  const decline = async (userId: Guid, key: MeetingKey) => {
    // Noted before it is ended, so that what is being opened for it meanwhile is taken back.
    await meetings.mark(key, userId, 'declined');
    await sessions.endMany([userId], claimSourceOf(key));
  };

  return {
    handle: async (event) => {
      services.heard?.(event);
      await welcomeChat(services, event);
      const { tenantId, source, meetingId } = event.key;
      return apply(JSON.stringify([tenantId, source, meetingId]), event);
    },
    answer: async (userId, key, pair) => {
      const [meeting, person] = await Promise.all([meetings.find(key), people.find(userId)]);
      if (meeting === undefined || person?.tenantId !== key.tenantId) return undefined;
      const before = await attendancesOf(meetings, key);
      await startAsking(services, meeting);
      const wanted = claimFor(services, meeting, person, pair, now());
      const [held] = wanted === undefined ? [] : await sessions.openMany([wanted]);
      if (held === undefined) return undefined;
      const lost = await compensate(services, key, before, [held]);
      return lost.size > 0 ? undefined : newsOf(meeting, held);
    },
    endSession: async (userId, key) => {
      const source = claimSourceOf(key);
      await meetings.markEnded(key, userId, now());
      const claims = await leases.claims(userId);
      await sessions.endMany([userId], source);
      return claims.some((one) => sourceKey(one.source) === sourceKey(source) && one.endsAt > now());
    },
    decline,
    declineClaims: async (userId, claims) => {
      for (const { source, tenantId, endsAt } of claims) {
        const key = meetingOf(source, tenantId);
        // What had ended by itself was nobody's choice.
        if (key !== undefined && endsAt > now()) await decline(userId, key);
      }
    },
    stackOf: async (userId) => {
      const { layers, next } = orderOf(await leases.claims(userId), now());
      const named = layers.map(async (claim): Promise<Layer> => {
        const key = meetingOf(claim.source, claim.tenantId);
        if (key === undefined) return { claim };
        const title = (await meetings.find(key))?.title;
        return { claim, meeting: { key, ...(title === undefined ? {} : { title }) } };
      });
      return { layers: await Promise.all(named), ...(next === undefined ? {} : { next }) };
    },
  };
}

/** Longer than any chat is looked at. */
const welcomedMs = 365 * 86_400_000;

async function welcomeChat({ store, welcome, now }: MeetingServices, event: MeetingEvent): Promise<void> {
  const { chat, key, kind } = event;
  if (chat === undefined || kind === 'ended' || kind === 'left') return;
  const chatKey = `welcome ${key.tenantId} ${chat.id}`;
  if (await store.seen.first(chatKey, now() + welcomedMs)) welcome(chat, key.tenantId);
}

/** Claims that have not ended, the strongest first, and what follows when that ends. */
function orderOf(
  claims: readonly Claim[],
  now: Instant,
): Pick<Stack, 'next'> & { readonly layers: readonly Claim[] } {
  const layers = claims.filter(({ endsAt }) => endsAt > now).sort((one, other) => compareClaims(other, one));
  const first = layers[0];
  if (first === undefined) return { layers };
  const at = first.endsAt;
  // Of what has less left by then than Graph takes, nothing is set any more.
  return { layers, next: { at, claim: holderOf(layers.filter((one) => planOf(one, at) !== undefined)) } };
}
