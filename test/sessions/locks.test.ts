/** Several processes that mean the same people at once, on one server. */
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { openStore } from '../../src/store/store.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import { claimOf, hour, nine, userOf } from './samples.ts';

const places = openPlaces();
after(() => places.close());

it('people of whom all want something at once never hold each other up', async () => {
  const store = await openStore(await places.make('server'), { now: () => nine, log: quietLog() });
  const { sessionStore } = store;
  const people = Array.from({ length: 200 }, (_, number) => userOf(number));
  const of = (meetingId: string) =>
    people.map((userId) => claimOf({ userId, source: { kind: 'meeting', meetingId } }));
  const rounds = Array.from({ length: 15 }, (_, round) => round);
  const hold = async (meetingId: string) => {
    for (const round of rounds) await sessionStore.putClaims(of(meetingId), nine + hour + round);
  };
  const end = async () => {
    for (const round of rounds)
      await sessionStore.removeClaims(people, { kind: 'meeting', meetingId: 'a' }, nine + hour + round);
  };
  const renew = async () => {
    for (const round of rounds) {
      const taken = (await sessionStore.lockDue(nine + 2 * hour, 25)).map(({ what }) => what);
      const state = { held: undefined, goal: undefined, nextAt: nine + hour + round, failures: 0 };
      // They come in the order in which they are due.
      await sessionStore.record(taken.toReversed().map((one) => ({ ...one, state, dropped: [] })));
    }
  };
  const done = await Promise.allSettled([hold('a'), hold('b'), end(), renew(), renew(), renew(), renew()]);
  await store.close();
  assert.deepEqual(
    done.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])),
    [],
  );
});
