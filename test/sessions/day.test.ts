/** A day of a hundred people, on a clock that is moved by hand: how many calls it takes, and how many it must. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, it } from 'node:test';
import { fewestCalls } from '../support/fewest-calls.ts';
import { openPlaces } from '../support/stores.ts';
import { openStage } from './harness.ts';
import { hour, minute, sessionPairs, userOf } from './samples.ts';

const places = openPlaces();
after(() => places.close());

const people = 100;
/** So many of them are Available, who need a call every four and a half minutes. */
const available = 2;

it('100 sessions for 24 hours make hardly more calls than the rules need', async (context) => {
  const stage = await openStage(await places.make('embedded'));
  const start = stage.clock.now;
  const lasting = sessionPairs.filter((pair) => pair !== 'sessionAvailable');
  const claims = Array.from({ length: people }, (_, index) => ({
    id: randomUUID(),
    userId: userOf(index),
    tenantId: '11111111-1111-4111-8111-111111111111',
    source: { kind: 'asked' } as const,
    pair:
      index < available ? ('sessionAvailable' as const) : (lasting[index % lasting.length] ?? 'presenting'),
    openedAt: start,
    endsAt: start + 24 * hour,
  }));
  for (let at = 0; at < people; at += 50)
    await Promise.all([stage.sessionStore.putClaims(claims.slice(at, at + 50), start)]);
  await stage.runTo(start + minute);
  const needs = claims.map(({ pair }) => fewestCalls(pair, 24 * hour));
  const wrong: string[] = [];
  for (let at = start + hour; at <= start + 23 * hour; at += hour) {
    await stage.runTo(at, 10_000);
    for (const { userId, pair } of [claims[0], claims[17], claims[50], claims[99]].flatMap(
      (one) => one ?? [],
    )) {
      const { activity } = stage.simulator.state(userId).seen;
      if (activity.toLowerCase() !== pair.replace('session', '').toLowerCase())
        wrong.push(`${pair}: ${activity}`);
    }
  }
  await stage.runTo(start + 25 * hour, 10_000);
  const calls = stage.calls();
  const needed = needs.reduce((sum, one) => sum + one, 0);
  const times = calls.map(({ at }) => Date.parse(at));
  const windows = Map.groupBy(times, (time) => Math.floor(time / 30_000));
  const busiest = Math.max(...[...windows.values()].map((all) => all.length));
  const lastingCalls = calls.filter(({ userId }) => userId !== undefined && userId >= userOf(available));
  context.diagnostic(
    `${calls.length} calls made, ${needed} needed by the rules, ratio ${(calls.length / needed).toFixed(4)}; ` +
      `${(lastingCalls.length / (people - available) / 24).toFixed(3)} calls an hour for each lease that only expires; ` +
      `at most ${busiest} calls in 30 s`,
  );
  assert.deepEqual(wrong, []);
  assert.ok(calls.every(({ status }) => status === 200));
  assert.ok(calls.length <= needed * 1.01, `${calls.length} of ${needed}`);
  assert.equal(await stage.sessionStore.count(), 0);
  const held = claims.filter(({ userId }) => stage.simulator.state(userId).seen.activity !== 'Offline');
  assert.deepEqual(held, []);
  await stage.close();
});
