/** When Graph refuses, is throttled, or is away. */

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Guid } from '../../src/presence/intent.ts';
import { openPlaces } from '../support/stores.ts';
import { openStage, type Stage } from './harness.ts';
import { hour, minute, userOf } from './samples.ts';

const places = openPlaces();
after(() => places.close());
let stage: Stage;
before(async () => {
  stage = await openStage(await places.make('server'), {
    budget: { calls: 50, seconds: 30, backgroundShare: 0.8 },
  });
});
after(() => stage.close());
afterEach(() => {
  stage.simulator.removeFaults();
});

let user = 1000;
const someone = () => userOf((user += 1));
const hold = (userId: Guid, lastsMs = 9 * hour) =>
  stage.sessions.hold({
    userId,
    tenantId: '11111111-1111-4111-8111-111111111111',
    source: { kind: 'asked' },
    pair: 'presenting',
    endsAt: stage.clock.now + lastsMs,
  });
const seen = (userId: Guid) => stage.simulator.state(userId).seen.activity;

describe('Graph that is away for twenty minutes, while renewals are due', () => {
  it('is asked until it is back: what is still promised is restored, what was ended is not', async () => {
    const [ann, bob] = [someone(), someone()];
    const start = stage.clock.now;
    await hold(ann);
    await hold(bob);
    // Every session runs out in the middle of it.
    await stage.runTo(start + 3 * hour + 39 * minute);
    stage.simulator.addFault({ kind: 'answer', status: 503, times: 'always' });
    await stage.runTo(start + 4 * hour + 5 * minute);
    assert.deepEqual([ann, bob].map(seen), ['Offline', 'Offline']);
    const { status } = await stage.sessions.endOf(bob, 'all');
    assert.equal(status?.kind, 'empty', 'it had run out by itself');
    stage.simulator.removeFaults();
    const back = stage.clock.now;
    await stage.runTo(back + 4 * minute + 1000);
    assert.equal(seen(ann), 'Presenting');
    assert.equal(seen(bob), 'Offline');
    await stage.runTo(start + 10 * hour);
    const late = stage.calls(bob).filter(({ at }) => Date.parse(at) >= back);
    assert.deepEqual(late, []);
    const tries = stage.simulator.requests().filter(({ status }) => status === 503).length;
    assert.ok(tries >= 5 && tries < 60, String(tries));
    assert.equal(seen(ann), 'Offline');
  });
});

describe('a refusal', () => {
  it('of 429 makes that person wait as long as Graph asks, and nobody else', async () => {
    const [ann, bob] = [someone(), someone()];
    const start = stage.clock.now;
    await hold(ann);
    await hold(bob);
    stage.simulator.addFault({
      kind: 'answer',
      status: 429,
      retryAfter: 90.5,
      match: { userId: ann, inBatch: true },
    });
    stage.clock.now = start + 4 * hour - 5 * minute;
    await stage.sessions.ring([ann, bob]);
    const refusedAt = stage.clock.now;
    assert.deepEqual(
      [ann, bob].map((one) => stage.calls(one).at(-1)?.status),
      [429, 200],
    );
    await stage.runTo(refusedAt + 90_000);
    assert.equal(stage.calls(ann).length, 2);
    await stage.runTo(refusedAt + 2 * minute);
    assert.equal(stage.calls(ann).length, 3);
    assert.equal(seen(ann), 'Presenting');
    await stage.sessions.endOf(ann, 'all');
    await stage.sessions.endOf(bob, 'all');
  });

  for (const status of [400, 401, 403, 404])
    it(`of ${status} is final: the person is told once, and Graph is not asked again`, async () => {
      const ann = someone();
      const start = stage.clock.now;
      await hold(ann);
      stage.simulator.addFault({ kind: 'answer', status, times: 'always', match: { userId: ann } });
      await stage.runTo(start + 10 * hour);
      assert.equal(stage.calls(ann).length, 2);
      assert.deepEqual(
        stage.told.filter((one) => one === ann),
        [ann],
      );
      assert.deepEqual(await stage.sessionStore.claims(ann), []);
    });

  it('that somebody waits for is their answer, and is not told a second time', async () => {
    const ann = someone();
    stage.simulator.addFault({ kind: 'answer', status: 403, times: 'always', match: { userId: ann } });
    const { status } = await hold(ann);
    assert.equal(status?.kind, 'givenUp');
    assert.ok(!stage.told.includes(ann));
  });

  it('of 503 that somebody waits for is tried again by itself', async () => {
    const ann = someone();
    stage.simulator.addFault({ kind: 'answer', status: 503, match: { userId: ann } });
    const { status } = await hold(ann);
    assert.ok(status?.kind === 'waits');
    await stage.runTo(((await stage.sessionStore.nextDue(stage.clock.now)) ?? 0) + 1000);
    assert.equal(seen(ann), 'Presenting');
    await stage.sessions.endOf(ann, 'all');
  });
});

describe('an answer that is lost', () => {
  it('of a first call: the session is ended all the same when that is wanted', async () => {
    const ann = someone();
    stage.simulator.addFault({ kind: 'resetAfterApplying', match: { userId: ann } });
    const { status } = await hold(ann);
    assert.equal(status?.kind, 'waits');
    assert.equal(seen(ann), 'Presenting');
    await stage.sessions.endOf(ann, 'all');
    assert.equal(seen(ann), 'Offline');
  });

  it('of a clearing: it is cleared again', async () => {
    const ann = someone();
    await hold(ann);
    stage.simulator.addFault({ kind: 'answer', status: 502, match: { userId: ann } });
    const { status } = await stage.sessions.endOf(ann, 'all');
    assert.ok(status?.kind === 'waits');
    await stage.runTo(((await stage.sessionStore.nextDue(stage.clock.now)) ?? 0) + 1000);
    assert.equal(seen(ann), 'Offline');
    assert.deepEqual(await stage.sessionStore.known([ann]), []);
  });
});

describe('the budget of a tenant', () => {
  it('is never exceeded by renewals, whoever makes them; who waits is served at once', async () => {
    const start = stage.clock.now;
    const people = Array.from({ length: 120 }, someone);
    for (const [index, one] of people.entries()) {
      if (index % 20 === 0) stage.clock.now += 30_000;
      await hold(one);
    }
    const from = stage.clock.now;
    // All are overdue at once, as after an outage, and two processes look at them.
    stage.clock.now = start + 3 * hour + 55 * minute;
    const due = stage.clock.now;
    const other = stage.another();
    const groups = Array.from({ length: 6 }, (_, group) => people.slice(group * 20, group * 20 + 20));
    await Promise.all(groups.map((group, index) => (index % 2 === 0 ? stage.sessions : other).ring(group)));
    const renewals = () => stage.calls().filter(({ at }) => Date.parse(at) >= due);
    assert.equal(renewals().length, 40, 'eight tenths of fifty');
    const ann = someone();
    assert.equal((await hold(ann)).status?.kind, 'holds');
    await stage.runTo(due + 10 * minute);
    assert.equal(new Set(renewals().map(({ userId }) => userId)).size, 121);
    const times = renewals().map(({ at }) => Date.parse(at));
    for (const time of times)
      assert.ok(times.filter((one) => one >= time && one < time + 30_000).length <= 41);
    assert.ok(from < due);
  });
});
