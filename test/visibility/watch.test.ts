/** Looks at what people have set: how many calls they take, and who is told; over HTTP, with a clock moved by hand. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { asDeveloper } from '../../src/graph/access.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createLook, createLookOwn } from '../../src/graph/read-presence.ts';
import { createApply, sendDefaults } from '../../src/graph/send.ts';
import { createPersonStates } from '../../src/persistence/person-states.ts';
import { createWrite } from '../../src/persistence/write.ts';
import { guid, type Guid, type WantedPresence } from '../../src/presence/intent.ts';
import type { PreferredId } from '../../src/presence/pairs.ts';
import type { Apply } from '../../src/presence/ports.ts';
import { validate } from '../../src/presence/validate.ts';
import { createScheduler, type Scheduler } from '../../src/sessions/scheduler.ts';
import { developmentAppId, startSimulator, type Simulator } from '../../src/simulator/index.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { visibilityLooks } from '../../src/visibility/watch.ts';
import { createWatchedChanges, type looks } from '../../src/visibility/watched-changes.ts';
import { openPlaces, quietLog } from '../support/stores.ts';

const minute = 60_000;
const sessionId = guid(developmentAppId) as Guid;
const tenantId = guid('11111111-1111-4111-8111-111111111111') as Guid;

const clock = { now: Date.UTC(2026, 10, 23, 9, 0, 20) };
const now = () => clock.now;
const places = openPlaces();
let simulator: Simulator;
let store: Store;
before(async () => {
  simulator = await startSimulator({ now, teamsClients: 'off', maxLoggedRequests: 100_000 });
  store = await openStore(await places.make('embedded'), { now, log: quietLog() });
});
after(async () => {
  await simulator.close();
  await store.close();
  await places.close();
});
beforeEach(() => {
  simulator.clearRequests();
  // On the hour, and beyond every budget's window.
  clock.now += 60 * minute - (clock.now % (60 * minute)) + 20_000;
});

const setting = (status: PreferredId): WantedPresence => ({
  kind: 'prefer',
  status,
  end: { said: 'duration', seconds: 3600 },
});

/** A process of the bot's, as far as it watches. */
function watching(as: keyof typeof looks, send?: Apply) {
  const client = createGraphClient({
    baseUrl: simulator.url,
    access: asDeveloper('local-development-token'),
    attemptMs: 10_000,
  });
  const options = { ...sendDefaults, now };
  const watched = createWatchedChanges(as);
  const personStates = createPersonStates({ now, log: quietLog() });
  const write = createWrite(send ?? createApply(client, options), personStates, { changed: watched.changed });
  const told: [Guid, PreferredId][] = [];
  const looking = visibilityLooks({
    watched,
    as,
    lookAt: (as === 'application' ? createLook : createLookOwn)(client, options),
    store,
    stateOf: (userId) => Promise.resolve(personStates.get(userId)),
    tell: (userId, { pair }) => told.push([userId, pair]),
    now,
  });
  const scheduler = createScheduler({ works: [looking], now, pollMs: 1000, log: quietLog() });
  return {
    told,
    choose: async (wanted: WantedPresence, userId: Guid = person()) => {
      const who = { userId, tenantId, account: `29:${userId}` };
      const judged = validate({ who, door: 'chat', wanted, assumed: [] }, { sessionId }, now());
      assert.ok(judged.ok);
      await write(judged.value, 'change', new AbortController().signal);
      return userId;
    },
    runDue: () => scheduler.runDue(clock.now),
    pass: (minutes: number) => pass(minutes, scheduler),
  };
}

/** Lets that many minutes pass; each looks every ten seconds. */
async function pass(minutes: number, ...all: readonly Pick<Scheduler, 'runDue'>[]): Promise<void> {
  for (let passed = 0; passed < minutes * minute; passed += 10_000) {
    clock.now += 10_000;
    for (const one of all) await one.runDue(clock.now);
  }
}

const person = () => guid(randomUUID()) as Guid;
const reads = () =>
  simulator.requests().filter(({ action }) => action === 'getPresencesByUserId' || action === 'getPresence');
const isThere = (userId: Guid, on = true) => {
  simulator.setTeamsClient({ userId, on });
};

describe('a status that nobody sees', () => {
  it('is told once, for each change', async () => {
    const bot = watching('application');
    const ann = await bot.choose(setting('doNotDisturb'));
    await bot.pass(15);
    assert.deepEqual(bot.told, [[ann, 'doNotDisturb']]);
    assert.equal(reads().length, 1);
    await bot.choose(setting('busy'), ann);
    await bot.pass(15);
    assert.deepEqual(bot.told.slice(1), [[ann, 'busy']]);
  });

  it('is told if its person leaves Teams within ten minutes, and not after', async () => {
    const bot = watching('application');
    const [ann, bob] = [await bot.choose(setting('busy')), await bot.choose(setting('busy'))];
    isThere(ann);
    isThere(bob);
    await bot.pass(5);
    isThere(ann, false);
    await bot.pass(6);
    isThere(bob, false);
    await bot.pass(10);
    assert.deepEqual(bot.told, [[ann, 'busy']]);
    assert.equal(reads().length, 4);
  });

  it('is not told of offline, of what was changed, cleared or is old by now, or of an offline chosen in Teams', async () => {
    const bot = watching('application');
    await bot.choose(setting('offline'));
    await bot.choose({ kind: 'clear', slots: ['preferred'] }, await bot.choose(setting('busy')));
    await bot.choose(setting('offline'), await bot.choose(setting('busy')));
    await bot.pass(1);
    assert.equal(reads().length, 0);
    await bot.choose(setting('busy'));
    // As on a machine that slept: the change is more than ten minutes old by then.
    clock.now += 11 * minute;
    await bot.pass(1);
    assert.equal(reads().length, 0);
    const ann = await bot.choose(setting('busy'));
    isThere(ann);
    // As Teams writes it when it is chosen there.
    await watching('application').choose(setting('offline'), ann);
    await bot.pass(12);
    assert.equal(reads().length, 4);
    assert.deepEqual(bot.told, []);
  });
});

describe('a look', () => {
  it('is at everybody who changed something within a minute, by one call', async () => {
    const bot = watching('application');
    const people: Guid[] = [];
    for (let many = 0; many < 40; many += 1) people.push(await bot.choose(setting('away')));
    await bot.pass(12);
    assert.deepEqual(new Set(bot.told.map(([userId]) => userId)), new Set(people));
    assert.equal(reads().length, 1);
  });

  it('is at 1,300 people in a minute at the most, by two calls, whichever process makes them', async () => {
    // So many writes would only take time.
    const taken: Apply = (change) =>
      Promise.resolve({
        change,
        steps: change.steps.map((step) => {
          const call = { request: step.request, at: now() };
          return { step, result: { kind: 'applied', call } };
        }),
      });
    const [bot, other] = [watching('application', taken), watching('application', taken)];
    for (let many = 0; many < 1000; many += 1)
      for (const one of [bot, other]) await one.choose(setting('away'));
    const runs = [bot, other].map((one) => ({ runDue: one.runDue }));
    await pass(12, ...runs);
    assert.equal(bot.told.length + other.told.length, 2000);
    const at = reads().map((one) => Date.parse(one.at));
    assert.ok(at.length >= 4 && at.length <= 20, String(at.length));
    for (const [index, time] of at.entries())
      assert.ok((at[index + 2] ?? Infinity) - time >= minute, 'no third call within a minute');
  });

  it('is the person’s own where they have signed in, and twice', async () => {
    const bot = watching('delegated');
    const [ann, bob] = [await bot.choose(setting('busy')), await bot.choose(setting('busy'))];
    isThere(ann);
    isThere(bob);
    await bot.pass(4);
    isThere(bob, false);
    await bot.pass(15);
    assert.deepEqual(bot.told, [[bob, 'busy']]);
    assert.deepEqual(
      [ann, bob].map((userId) => reads().filter((one) => one.userId === userId).length),
      [2, 2],
    );
  });
});
