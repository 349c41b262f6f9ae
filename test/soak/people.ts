/** People of a simulated day: what they ask for, and what they were promised. */

import { parseDuration } from '../../src/presence/duration.ts';
import { guid, type Guid } from '../../src/presence/intent.ts';
import { pairs, type SessionPairId } from '../../src/presence/pairs.ts';
import { fewestCalls, type Sessions } from './wiring.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** The sessions that only expire; an Available one fades. */
export const lasting: readonly SessionPairId[] = pairs.flatMap(({ slot, id }) =>
  slot === 'session' && id !== 'sessionAvailable' ? [id] : [],
);

export function userOf(number: number): Guid {
  const id = guid(`77777777-7777-4777-8777-${String(number).padStart(12, '0')}`);
  if (id === undefined) throw new Error('too large a number');
  return id;
}

export function lastingOf(number: number): SessionPairId {
  return lasting[Math.floor(number) % lasting.length] ?? 'presenting';
}

/** Numbers in [0, 1), the same in each run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** What a person was promised, and from when until when that stood; a newer choice or an end cuts it short. */
interface Promised {
  readonly pair: SessionPairId;
  readonly from: number;
  readonly endsAt: number;
  over: number;
}

export function createPeople(sessions: Sessions, count: number) {
  const { clock, simulator } = sessions;
  const users = Array.from({ length: count }, (_, index) => userOf(index));
  const promised = new Map<string, Promised[]>(users.map((userId) => [userId, []]));
  const of = (userId: string | undefined) => promised.get(userId ?? '') ?? [];
  const standing = (userId: Guid) =>
    of(userId).find(({ from, over }) => from <= clock.now && clock.now < over);
  const cut = (userId: Guid) => {
    const one = standing(userId);
    if (one !== undefined) one.over = clock.now;
  };
  return {
    users,
    open: async (userId: Guid, pair: SessionPairId, lastsMs: number) => {
      const [from, endsAt] = [clock.now, clock.now + Math.round(lastsMs)];
      cut(userId);
      of(userId).push({ pair, from, endsAt, over: endsAt });
      await sessions.open(userId, pair, endsAt);
    },
    end: async (userId: Guid) => {
      cut(userId);
      await sessions.end(userId);
    },
    /** People whose slot is not what they were promised. */
    wrong: () =>
      users.flatMap((userId) => {
        const { activity } = simulator.state(userId).seen;
        const wanted = (standing(userId)?.pair ?? 'offline').replace('session', '').toLowerCase();
        return activity.toLowerCase() === wanted ? [] : [`${userId}: ${activity}, not ${wanted}`];
      }),
    /** Calls that set a session beyond what stood at that moment. */
    beyond: () =>
      sessions.calls().flatMap(({ action, userId, at, body }) => {
        if (action !== 'setPresence') return [];
        const time = Date.parse(at);
        const until = time + secondsOf(body) * 1000;
        const stood = of(userId).some(
          ({ from, over, endsAt }) => from <= time && time < over && until <= endsAt + 5000,
        );
        return stood ? [] : [`${userId ?? ''} at ${at}`];
      }),
    /** The fewest calls that this takes: each as long as it stood, and one to end what ended early. */
    needed: () =>
      [...promised.values()].reduce(
        (sum, all) =>
          all.reduce((calls, { pair, from, endsAt, over }, index) => {
            const isReplaced = all[index + 1]?.from === over;
            return calls + fewestCalls(pair, over - from) + Number(over < endsAt && !isReplaced);
          }, sum),
        0,
      ),
  };
}

function secondsOf(body: unknown): number {
  const text =
    typeof body === 'object' && body !== null && 'expirationDuration' in body ? body.expirationDuration : '';
  return parseDuration(String(text)) ?? 0;
}
