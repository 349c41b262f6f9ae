/** kill -9 in the middle of whatever a process does: writes, renewals, meeting events. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { strongestOf } from '../../src/sessions/decide.ts';
import type { Guid } from '../../src/presence/intent.ts';
import { pairOf } from '../../src/presence/pairs.ts';
import { startSimulator, type Simulator } from '../../src/simulator/index.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import type { Deed, Found, Work } from './deeds.ts';
import { oneByOne, sessionsPartsOf } from './harness.ts';
import { userOf } from './samples.ts';

const places = openPlaces();
const children = new Set<ChildProcess>();
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await places.close();
});

const script = fileURLToPath(new URL('process.ts', import.meta.url));
/** More take longer than a test run should: `KILLS=50 node --test test/sessions/killed.test.ts`. */
const rounds = Number(process.env.KILLS ?? 2);
const users = Array.from({ length: 12 }, (_, index) => userOf(index));

/** What was acknowledged, and what was begun and may have happened or not. */
interface Model {
  readonly people: Map<Guid, Found>;
  readonly begun: Map<Guid, Deed>;
  /** `user meeting` of each message. */
  readonly told: string[];
  deeds: number;
  acknowledged: number;
}

function doIt(before: Found, step: Deed): Found {
  switch (step.kind) {
    case 'hold':
      return { ...before, asked: { pair: step.pair, endsAt: step.endsAt } };
    case 'end':
      return { ...before, asked: null };
    case 'rule':
      return { ...before, join: step.join };
    case 'joined':
      return { ...before, meetings: [step.meeting] };
    case 'over':
      return { ...before, meetings: [] };
    case 'due':
      return before;
  }
}

/** What is on record is what was acknowledged; a deed that was begun has been done as a whole, or not at all. */
function check({ people, begun }: Model, found: readonly Found[]) {
  const lost = found.filter((one) => {
    const known = people.get(one.user);
    const step = begun.get(one.user);
    const may = known === undefined ? [] : [known, ...(step === undefined ? [] : [doIt(known, step)])];
    return !may.some((state) => JSON.stringify(state) === JSON.stringify(one));
  });
  assert.deepEqual(
    lost.map((one) => ({ found: one, known: people.get(one.user), begun: begun.get(one.user) })),
    [],
  );
  for (const one of found) people.set(one.user, one);
}

/** Lets a process work until that many deeds are acknowledged, or for that long, and kills it. */
async function workAndKill(
  where: StoreFolder,
  simulator: Simulator,
  model: Model,
  enough: number,
  ms: number,
) {
  const { people, begun, told } = model;
  const work: Work = { users, again: [...begun.values()] };
  const child = spawn(
    process.execPath,
    [script, JSON.stringify(where), simulator.url, JSON.stringify(work)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.add(child);
  const exited = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  let did = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word = '', ...rest] = line.split(' ');
    const text = rest.join(' ');
    if (word === 'found') check(model, JSON.parse(text) as Found[]);
    if (word === 'told') told.push(text);
    if (word === 'begin' || word === 'did') {
      const step = JSON.parse(text) as Deed;
      const before = people.get(step.user);
      assert.ok(before !== undefined);
      if (word === 'begin') begun.set(step.user, step);
      else {
        begun.delete(step.user);
        people.set(step.user, doIt(before, step));
        did += 1;
      }
      if (word === 'begin') model.deeds += 1;
    }
    if (did >= enough) child.kill('SIGKILL');
  }
  model.acknowledged += did;
  clearTimeout(timer);
  assert.deepEqual(await exited, [null, 'SIGKILL'] as unknown[]);
  children.delete(child);
}

/** Everybody whose row comes due later than something has to be done for them. */
async function dueTooLate(where: StoreFolder): Promise<readonly string[]> {
  const database = await openDatabase(where, quietLog());
  const rows = await database.db
    .selectFrom('session_slots')
    .select('user_id')
    .whereRef('due_at', '>', 'next_at')
    .execute();
  await database.close();
  return rows.map(({ user_id }) => user_id);
}

/** People whose session at Graph is not the one that is promised, or outlives it. */
async function wrongAt(simulator: Simulator, where: StoreFolder): Promise<readonly string[]> {
  const store = await openStore(where, { now: Date.now, log: quietLog() });
  const sessions = oneByOne(sessionsPartsOf(store, simulator.url));
  let wrong: string[] = [];
  for (let tries = 0; tries < 40; tries += 1) {
    await sessions.ring(users);
    wrong = [];
    for (const user of users) {
      const holder = strongestOf(await store.sessionStore.claims(user));
      const session = simulator.state(user).sessions[0];
      const isPromised =
        holder === undefined
          ? session === undefined
          : session?.activity === pairOf(holder.pair).activity &&
            Date.parse(session.endsAt) <= holder.endsAt + 5000;
      if (!isPromised) wrong.push(`${user}: ${JSON.stringify(session)}, promised ${JSON.stringify(holder)}`);
    }
    if (wrong.length === 0) break;
    await delay(250);
  }
  await store.close();
  return wrong;
}

for (const kind of places.kinds)
  describe(`a process on the ${kind} store`, () => {
    it(`killed ${rounds} times loses nothing acknowledged, doubles nothing, and leaves no session behind`, async (context) => {
      const simulator = await startSimulator({ teamsClients: 'off' });
      context.after(() => simulator.close());
      // A call takes a while, so that some are under way when it is killed.
      simulator.addFault({
        kind: 'slow',
        delayMs: 40,
        times: 'always',
        match: { action: 'batch' },
        probability: 0.5,
      });
      simulator.addFault({
        kind: 'slow',
        when: 'after',
        delayMs: 40,
        times: 'always',
        match: { action: 'batch' },
      });
      const where = await places.make(kind);
      const model: Model = {
        people: new Map(users.map((user) => [user, { user, asked: null, meetings: [], join: null }])),
        begun: new Map(),
        told: [],
        deeds: 0,
        acknowledged: 0,
      };
      for (let round = 0; round < rounds; round += 1) {
        // Now and then in the middle of its start.
        const ms = round % 10 === 9 ? 300 + 97 * round : 60_000;
        await workAndKill(where, simulator, model, 8 + 7 * (round % 5), ms);
      }
      assert.deepEqual(await dueTooLate(where), []);
      const wrong = await wrongAt(simulator, where);
      const calls = simulator
        .requests()
        .filter(({ action }) => action === 'setPresence' || action === 'clearPresence');
      const twice = model.told.length - new Set(model.told).size;
      context.diagnostic(
        `${rounds} kills; ${model.acknowledged} of ${model.deeds} deeds acknowledged, 0 lost; ${calls.length} calls; ` +
          `${model.told.length} told, ${twice} twice; ${wrong.length} sessions not as promised`,
      );
      assert.equal(twice, 0);
      assert.deepEqual(wrong, []);
      assert.ok(calls.length <= model.deeds + rounds * users.length, 'no call is made over and over');
    });
  });
