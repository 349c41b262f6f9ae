/** Meetings on a real store and a clock that is moved by hand; in place of the keeper, its claims alone. */

import { randomUUID } from 'node:crypto';
import { createMeetings, type MeetingsService } from '../../src/meetings/meetings.ts';
import type { MeetingEvent, Participant } from '../../src/meetings/event.ts';
import type { MeetingServices } from '../../src/meetings/meetings.ts';
import { strongestOf } from '../../src/sessions/decide.ts';
import type { Claim } from '../../src/presence/claim.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import type { Policy } from '../../src/presence/validate.ts';
import { noRules, type MeetingKey, type MeetingRules, type News } from '../../src/presence/meeting.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { quietLog } from '../support/stores.ts';

export const nine = Date.UTC(2026, 0, 5, 9);
export const minute = 60_000;
export const hour = 60 * minute;
export const tenantId = '11111111-1111-4111-8111-111111111111';

/** What the validator goes by. */
export const presence: Policy = { sessionId: someone() };

export interface Stage {
  readonly clock: { now: number };
  readonly store: Store;
  readonly meetings: MeetingsService;
  /** What people were told, and chats that were welcomed, in order. */
  readonly told: { readonly userId: Guid; readonly news: News }[];
  readonly welcomed: string[];
  /** Every event that was handled. */
  readonly events: MeetingEvent[];
  /** Somebody new with those rules. */
  readonly person: (rules?: Partial<MeetingRules>) => Promise<Guid>;
  /** The claims of a person that have not ended. */
  readonly claims: (userId: Guid) => Promise<readonly Claim[]>;
  close(): Promise<void>;
}

export function someone(): Guid {
  const id = guid(randomUUID());
  if (id === undefined) throw new Error('no GUID');
  return id;
}

/** Claims are kept as the keeper keeps them, and Graph takes everything. */
export function plainSessions(
  { sessionStore }: Pick<Store, 'sessionStore'>,
  now: () => number,
): MeetingServices['sessions'] {
  const farAway = Date.UTC(2100, 0);
  return {
    openMany: (wanted) =>
      Promise.all(
        wanted.map(async (one) => {
          const claim = { ...one, id: randomUUID(), openedAt: now() };
          await sessionStore.putClaims([claim], farAway);
          const alive = (await sessionStore.claims(one.userId)).filter(({ endsAt }) => endsAt > now());
          const holder = strongestOf(alive) ?? claim;
          return { claim, status: { kind: 'holds', holder, until: holder.endsAt } };
        }),
      ),
    endMany: async (userIds, source) => {
      const ended = await sessionStore.removeClaims(userIds, source, farAway);
      return { ended, statuses: new Map() };
    },
  };
}

export async function openStage(
  where: StoreFolder,
  sessionsOf: (store: Store, now: () => number) => MeetingServices['sessions'] = plainSessions,
  clock = { now: nine },
): Promise<Stage> {
  const now = () => clock.now;
  const store = await openStore(where, { now, log: quietLog() });
  const told: { userId: Guid; news: News }[] = [];
  const welcomed: string[] = [];
  const events: MeetingEvent[] = [];
  const meetings = createMeetings({
    store,
    sessions: sessionsOf(store, now),
    tell: (userId, news) => told.push({ userId, news }),
    welcome: ({ id }) => welcomed.push(id),
    onEvent: (event) => events.push(event),
    now,
    presence,
  });
  return {
    clock,
    store,
    meetings,
    told,
    welcomed,
    events,
    person: async (rules = {}) => {
      const userId = someone();
      await store.people.put(userId, tenantId, { meetingRules: { ...noRules, ...rules } });
      return userId;
    },
    claims: async (userId) =>
      (await store.sessionStore.claims(userId)).filter(({ endsAt }) => endsAt > now()),
    close: () => store.close(),
  };
}

export function newMeeting(source = 'teams'): MeetingKey {
  return { tenantId, source, meetingId: randomUUID() };
}

/** An event about people, each by their id or with a role. */
export function eventOf(
  key: MeetingKey,
  kind: MeetingEvent['kind'],
  people: readonly (Guid | Participant)[] = [],
  more: Partial<MeetingEvent> = {},
): MeetingEvent {
  return {
    kind,
    key,
    people: people.map((one) => (typeof one === 'string' ? { userId: one } : one)),
    ...more,
  };
}

/** Does it that often, one after the other. */
export async function times(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done += 1) await work();
}
