/**
 * Presence follows meetings: their events, from Teams or from a hook, open and end sessions for people who have turned
 * that on. Events may come twice, late, out of order, or never: each can be handled again, and every session has an end
 * of its own.
 */

import { compareClaims, strongestOf } from '../sessions/decide.ts';
import { planOf } from '../sessions/renewal-plan.ts';
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
import { attendancesOf, claimFor, compensate } from './meeting-sessions.ts';

export interface MeetingsService {
  /**
   * Handles an event. When this resolves, its effect is durable, and sent to Graph or due to be. Rejects with the
   * database's error where it could not be kept: then it should be sent again.
   */
  readonly handle: (event: MeetingEvent) => Promise<EventResult>;
  /**
   * Opens the session that the person chose when they were asked. Undefined: the meeting is over or ends too soon, or
   * they have left it or said “not for this meeting”.
   */
  answer(userId: Guid, key: MeetingKey, pair: SessionPairId): Promise<News | undefined>;
  /**
   * “End now”: ends the meeting's session; false: there was none. It comes back only if the person leaves and joins
   * again, or gets a role with a stronger rule.
   */
  endSession(userId: Guid, key: MeetingKey): Promise<boolean>;
  /** “Not for this meeting”: ends its session, and never opens another. */
  decline(userId: Guid, key: MeetingKey): Promise<void>;
  /** Does the same for the meetings of these claims, which a newer choice of the person's has ended. */
  declineClaims(userId: Guid, claims: readonly Claim[]): Promise<void>;
  /** Everything that wants the person's session slot. */
  stackOf(userId: Guid): Promise<Stack>;
}

export interface MeetingServices extends EventServices {
  readonly store: Pick<Store, 'people' | 'meetings' | 'deliveries' | 'sessionStore'>;
  /** Says hello in a meeting's chat; called once for each. Neither throws nor waits. */
  readonly welcome: (chat: MeetingChat, tenantId: string) => void;
  /** Called with each event before it is handled. */
  readonly onEvent?: (event: MeetingEvent) => void;
}

export function createMeetings(services: MeetingServices): MeetingsService {
  const { store, sessions, now } = services;
  const { meetings, sessionStore, people } = store;
  const apply = createSerialBatch((events: readonly MeetingEvent[]) => applyEvents(services, events));

  const decline = async (userId: Guid, key: MeetingKey) => {
    // Noted first, so that a session that is being opened meanwhile is ended again.
    await meetings.setFlag(key, [userId], 'declined');
    await sessions.endMany([userId], claimSourceOf(key));
  };

  return {
    handle: async (event) => {
      services.onEvent?.(event);
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
      const claims = await sessionStore.claims(userId);
      await sessions.endMany([userId], source);
      return claims.some((one) => sourceKey(one.source) === sourceKey(source) && one.endsAt > now());
    },
    decline,
    declineClaims: async (userId, claims) => {
      for (const { source, tenantId, endsAt } of claims) {
        const key = meetingOf(source, tenantId);
        // A claim that had ended by itself was not the person's choice.
        if (key !== undefined && endsAt > now()) await decline(userId, key);
      }
    },
    stackOf: async (userId) => {
      const { layers, next } = orderOf(await sessionStore.claims(userId), now());
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

/** Longer than a meeting's chat is in use. */
const welcomedMs = 365 * 86_400_000;

async function welcomeChat({ store, welcome, now }: MeetingServices, event: MeetingEvent): Promise<void> {
  const { chat, key, kind } = event;
  if (chat === undefined || kind === 'ended' || kind === 'left') return;
  const chatKey = `welcome ${key.tenantId} ${chat.id}`;
  if (await store.deliveries.first(chatKey, now() + welcomedMs)) welcome(chat, key.tenantId);
}

/** Claims that have not ended, the strongest first, and what follows the first. */
function orderOf(
  claims: readonly Claim[],
  now: Instant,
): Pick<Stack, 'next'> & { readonly layers: readonly Claim[] } {
  const layers = claims.filter(({ endsAt }) => endsAt > now).sort((one, other) => compareClaims(other, one));
  const first = layers[0];
  if (first === undefined) return { layers };
  const at = first.endsAt;
  // A claim with less left by then than Graph accepts is not set any more.
  return { layers, next: { at, claim: strongestOf(layers.filter((one) => planOf(one, at) !== undefined)) } };
}
