/**
 * What people and meetings do, one deed after the other, by several hands at once, until the process is killed. Each is
 * told before it begins (`begin …`) and when it is acknowledged (`did …`), as JSON; at first what is on record (`found …`).
 */

import { createMeetings } from '../../src/meetings/meetings.ts';
import type { Guid } from '../../src/presence/intent.ts';
import { noRules, type MeetingRules } from '../../src/presence/meeting.ts';
import type { SessionPairId } from '../../src/presence/pairs.ts';
import type { SessionsParts } from '../../src/sessions/sessions.ts';
import type { Store } from '../../src/store/store.ts';
import type { OneByOne } from './harness.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';

export type Deed = { readonly user: Guid } & (
  | { readonly kind: 'hold'; readonly pair: SessionPairId; readonly endsAt: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'rule'; readonly join: MeetingRules['join'] }
  | { readonly kind: 'joined' | 'over'; readonly meeting: string }
  /** A renewal comes due. */
  | { readonly kind: 'due' }
);

export interface Work {
  readonly users: readonly Guid[];
  /** What was not acknowledged before is done again, as whoever asked or told would do. */
  readonly again: readonly Deed[];
}

/** What is on record of a person. */
export interface Found {
  readonly user: Guid;
  readonly asked: { readonly pair: SessionPairId; readonly endsAt: number } | null;
  readonly meetings: readonly string[];
  readonly join: string | null;
}

interface Hands {
  readonly store: Store;
  readonly sessions: OneByOne;
  readonly parts: SessionsParts;
  readonly say: (word: string, texts: readonly string[]) => void;
}

/** So many deeds are under way at a time, each about another person. */
const hands = 4;
const lasting: readonly SessionPairId[] = ['presenting', 'inACall', 'inAConferenceCall', 'sessionAway'];
const hour = 3_600_000;

/** Acts until the process ends. */
export async function actFor({ users, again }: Work, { store, sessions, parts, say }: Hands): Promise<void> {
  const meetings = createMeetings({
    store,
    sessions,
    tell: (user, news) => {
      // That it is over tells nobody anything new: it takes the buttons off the card.
      if (news.kind !== 'over') say('told', [`${user} ${news.meeting.key.meetingId}`]);
    },
    welcome: () => undefined,
    now: Date.now,
    presence: { sessionId: parts.sessionId, maxSessionSeconds: 24 * 3600 },
  });
  const run = async (action: Deed): Promise<unknown> => {
    const { user: userId } = action;
    switch (action.kind) {
      case 'hold': {
        const { pair, endsAt } = action;
        return sessions.hold({ userId, tenantId, source: { kind: 'asked' }, pair, endsAt });
      }
      case 'end':
        return sessions.endOf(userId, { kind: 'asked' });
      case 'rule':
        return store.people.put(userId, tenantId, { meetingRules: { ...noRules, join: action.join } });
      case 'joined':
      case 'over': {
        const key = { tenantId, source: 'teams', meetingId: action.meeting };
        return action.kind === 'joined'
          ? meetings.handle({ kind: 'joined', key, people: [{ userId }] })
          : meetings.handle({ kind: 'ended', key, people: [] });
      }
      case 'due': {
        const [taken] = await store.sessionStore.lock([userId]);
        if (taken === undefined) return undefined;
        const state = { ...taken.state, nextAt: Date.now() };
        return store.sessionStore.record([{ ...taken, state, dropped: [] }]);
      }
    }
  };
  const does = async (action: Deed) => {
    say('begin', [JSON.stringify(action)]);
    await run(action);
    say('did', [JSON.stringify(action)]);
  };
  say('found', [JSON.stringify(await Promise.all(users.map((user) => find(store, user))))]);
  await Promise.all(again.map(does));
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      const own = users.filter((_user, index) => index % hands === hand);
      for (let action = 0; ; action += 1) {
        const user = own[Math.floor(Math.random() * own.length)];
        if (user !== undefined) await does(await next(store, user));
      }
    }),
  );
}

/** What is on record of that person. */
export async function find({ sessionStore, people }: Store, user: Guid): Promise<Found> {
  const [claims, person] = [await sessionStore.claims(user), await people.find(user)];
  const asked = claims.find(({ source }) => source.kind === 'asked');
  const rules = person?.meetingRules as MeetingRules | undefined;
  return {
    user,
    asked: asked === undefined ? null : { pair: asked.pair, endsAt: asked.endsAt },
    meetings: claims.flatMap(({ source }) => (source.kind === 'meeting' ? [source.meetingId] : [])),
    join: rules?.join ?? null,
  };
}

/** Anything that makes sense for the person now. */
async function next(store: Store, user: Guid): Promise<Deed> {
  const { asked, meetings, join } = await find(store, user);
  const [meeting] = meetings;
  const dice = Math.random();
  const pair = lasting[Math.floor(Math.random() * lasting.length)] ?? 'presenting';
  if (join === null || dice < 0.1)
    return { user, kind: 'rule', join: dice < 0.05 ? 'presenting' : 'inAConferenceCall' };
  if (dice < 0.4)
    return meeting === undefined
      ? { user, kind: 'joined', meeting: `m-${Math.random()}` }
      : { user, kind: 'over', meeting };
  if (asked !== null && dice < 0.55) return { user, kind: 'due' };
  if (asked !== null && dice < 0.7) return { user, kind: 'end' };
  return { user, kind: 'hold', pair, endsAt: Date.now() + Math.ceil((1 + Math.random() * 9) * hour) };
}
