/** Meetings with the real keeper, and a presence service over HTTP: what colleagues see. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { asDeveloper } from '../../src/graph/access.ts';
import { createSendBatch } from '../../src/graph/batch.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createSessions, type Sessions } from '../../src/sessions/sessions.ts';
import { guid } from '../../src/presence/intent.ts';
import { developmentAppId, startSimulator } from '../../src/simulator/index.ts';
import type { Store } from '../../src/store/store.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import {
  eventOf,
  hour,
  minute,
  newMeeting,
  nine,
  openStage,
  someone,
  tenantId,
  type Stage,
} from './stage.ts';

const places = openPlaces();
const sessionId = guid(developmentAppId);
assert.ok(sessionId !== undefined);
const clock = { now: nine };
let stage: Stage;
const simulator = await startSimulator({
  now: () => clock.now,
  teamsClients: 'off',
  maxLoggedRequests: 100_000,
});
const log = quietLog();

function keeping(store: Store, now: () => number): Sessions {
  const client = createGraphClient({
    baseUrl: simulator.url,
    access: asDeveloper('local-development-token'),
    attemptMs: 5000,
  });
  return createSessions({
    sessionStore: store.sessionStore,
    budget: store.budget,
    sendBatch: createSendBatch(client, now),
    sessionId: guid(developmentAppId) ?? someone(),
    now,
    random: () => 0.5,
    log,
    givenUp: () => undefined,
  });
}

before(async () => {
  stage = await openStage(await places.make('server'), keeping, clock);
});
after(async () => {
  await simulator.close();
  await stage.close();
  await places.close();
});
beforeEach(() => {
  clock.now = nine;
  stage.told.length = 0;
  simulator.reset();
});

const seen = (userId: string) => simulator.state(userId).seen.activity;

describe('a meeting and what colleagues see', () => {
  it('is Presenting from its start, and no more from its end', async () => {
    const [ann, key] = [await stage.person({ start: 'presenting' }), newMeeting()];
    await stage.meetings.handle(eventOf(key, 'started', [{ userId: ann, role: 'starter' }]));
    assert.equal(seen(ann), 'Presenting');
    const news = stage.told[0]?.news;
    assert.ok(news?.kind === 'set' && !news.pending);
    await stage.meetings.handle(eventOf(key, 'ended'));
    assert.equal(seen(ann), 'Offline');
  });

  it('whose end is lost is over within the hour, though the bot does nothing', async () => {
    const [ann, key] = [await stage.person({ join: 'presenting' }), newMeeting()];
    await stage.meetings.handle(eventOf(key, 'joined', [ann]));
    clock.now += hour - 1000;
    assert.equal(seen(ann), 'Presenting');
    clock.now += 1000;
    assert.equal(seen(ann), 'Offline');
  });

  it('gives way to a stronger one, and takes over again when that ends', async () => {
    const ann = await stage.person({ start: 'presenting', join: 'inAConferenceCall' });
    const [long, short] = [newMeeting(), newMeeting()];
    await stage.meetings.handle(eventOf(long, 'joined', [ann]));
    assert.equal(seen(ann), 'InAConferenceCall');
    clock.now += 10 * minute;
    await stage.meetings.handle(eventOf(short, 'started', [{ userId: ann, role: 'starter' }]));
    assert.equal(seen(ann), 'Presenting');
    clock.now += 10 * minute;
    await stage.meetings.handle(eventOf(short, 'ended'));
    assert.equal(seen(ann), 'InAConferenceCall');
    await stage.meetings.handle(eventOf(long, 'left', [ann]));
    assert.equal(seen(ann), 'Offline');
  });

  it('takes over with five minutes left, and not with less: Graph takes no shorter session', async () => {
    for (const leftMinutes of [6, 4]) {
      clock.now = nine;
      const ann = await stage.person({ start: 'presenting', join: 'inAConferenceCall' });
      const [long, short] = [newMeeting(), newMeeting()];
      await stage.meetings.handle(eventOf(long, 'joined', [ann]));
      clock.now += 30 * minute;
      await stage.meetings.handle(eventOf(short, 'started', [{ userId: ann, role: 'starter' }]));
      clock.now = nine + hour - leftMinutes * minute;
      await stage.meetings.handle(eventOf(short, 'ended'));
      assert.equal(seen(ann), leftMinutes === 6 ? 'InAConferenceCall' : 'Offline');
      clock.now = nine + hour;
      assert.equal(seen(ann), 'Offline', 'not beyond its promise');
    }
  });

  it('that Graph refuses is told, once, and so is one that Graph does not answer yet', async () => {
    const [ann, bob] = [
      await stage.person({ join: 'presenting' }),
      await stage.person({ join: 'presenting' }),
    ];
    simulator.addFault({ kind: 'answer', status: 403, match: { userId: ann } });
    simulator.addFault({ kind: 'answer', status: 503, match: { userId: bob } });
    const key = newMeeting();
    for (const userId of [ann, bob]) await stage.meetings.handle(eventOf(key, 'joined', [userId]));
    await stage.meetings.handle(eventOf(key, 'joined', [ann, bob]));
    const [refused, waiting, ...more] = stage.told.map(({ news }) => news);
    assert.ok(refused?.kind === 'gone' && refused.failure?.by === 'consent');
    assert.ok(waiting?.kind === 'set' && waiting.pending);
    assert.deepEqual(more, []);
  });

  it('of a thousand is set in batches, within the budget, and ended the same way', async (context) => {
    const key = newMeeting();
    const many = Array.from({ length: 1000 }, someone);
    for (const userId of many)
      await stage.store.people.put(userId, tenantId, { meetingRules: { join: 'presenting' } });
    const began = performance.now();
    await stage.meetings.handle(
      eventOf(
        key,
        'joined',
        many.map((userId) => ({ userId })),
      ),
    );
    const joinedMs = Math.round(performance.now() - began);
    const calls = simulator.requests().filter(({ action }) => action === 'setPresence').length;
    const batches = simulator.requests().filter(({ action }) => action === 'batch').length;
    assert.ok(many.every((userId) => seen(userId) === 'Presenting'));
    assert.deepEqual([calls, batches], [1000, 50]);
    assert.equal(stage.told.length, 1000);
    // The budget's share for what nobody waits for is 1,200 calls in 30 seconds.
    clock.now += 31_000;
    await stage.meetings.handle(eventOf(key, 'ended'));
    assert.ok(many.every((userId) => seen(userId) === 'Offline'));
    context.diagnostic(
      `1,000 set in ${joinedMs} ms and ended in ${Math.round(performance.now() - began) - joinedMs} ms by real time; ${calls} calls in ${batches} batches, the fewest there can be`,
    );
  });

  it('of many beyond the budget is set for as many as it allows, and the others are told that it waits', async () => {
    // Nothing that was spent before counts any more.
    clock.now += 2 * hour;
    const key = newMeeting();
    const many = Array.from({ length: 60 }, someone);
    for (const userId of many)
      await stage.store.people.put(userId, tenantId, { meetingRules: { join: 'presenting' } });
    await stage.store.budget.take(tenantId, 1160);
    await stage.meetings.handle(
      eventOf(
        key,
        'joined',
        many.map((userId) => ({ userId })),
      ),
    );
    const set = many.filter((userId) => seen(userId) === 'Presenting').length;
    const pending = stage.told.filter(({ news }) => news.kind === 'set' && news.pending).length;
    assert.deepEqual([set, pending], [40, 20]);
  });
});
