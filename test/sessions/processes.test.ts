/** Several processes, real jobs and real time: each renewal once, and nobody's work is lost with them. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { startSimulator, type Simulator } from '../../src/simulator/index.ts';
import { openStore } from '../../src/store/store.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import { killProcesses, percentile, renewalsAt, startProcess, until } from './children.ts';
import { userOf } from './samples.ts';

const places = openPlaces();
after(async () => {
  killProcesses();
  await places.close();
});

const settings = (simulator: Simulator) =>
  simulator.requests().filter(({ action }) => action === 'setPresence');
const answered = (simulator: Simulator) => settings(simulator).filter(({ status }) => status === 200);

describe('processes', { concurrency: true }, () => {
  it('three on one PostgreSQL share the renewals, and each is made once', async (context) => {
    const simulator = await startSimulator();
    context.after(() => simulator.close());
    const where = await places.make('server');
    const users = Array.from({ length: 300 }, (_, index) => userOf(index));
    // As real ones, a call to Graph takes a while: one process alone has not done them all before another looks.
    simulator.addFault({ kind: 'slow', delayMs: 100, times: 'always', match: { path: '$batch' } });
    const processes = [1, 2, 3].map(() => startProcess(where, simulator));
    await Promise.all(processes.map(({ ready }) => ready));
    const dueAt = Date.now() + 5000;
    await renewalsAt(where, users, dueAt);
    const from = Math.max(dueAt, Date.now());
    await until(() => answered(simulator).length >= users.length, 30_000, 'all are renewed');
    const lags = answered(simulator).map(({ at }) => Math.max(0, Date.parse(at) - from));
    // Whatever would come twice would come by the next look.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.deepEqual(
      settings(simulator)
        .map(({ userId }) => userId)
        .sort(),
      [...users].sort(),
    );
    context.diagnostic(
      `300 renewals, each once, by three: ${processes.map(({ done }) => done.length).join(', ')}; job lag p50 ${percentile(lags, 0.5)} ms, p99 ${percentile(lags, 0.99)} ms`,
    );
    for (const { child } of processes) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      assert.deepEqual(await exited, [0, null]);
    }
  });

  it('the work of one that is killed in the middle is taken over within a minute', async (context) => {
    const simulator = await startSimulator();
    context.after(() => simulator.close());
    const where = await places.make('server');
    const users = Array.from({ length: 40 }, (_, index) => userOf(index));
    await renewalsAt(where, users, Date.now() + 500);
    // Graph answers nobody, so all the work is in the first one's hands when it dies.
    simulator.addFault({ kind: 'hang', times: 'always' });
    const first = startProcess(where, simulator);
    await until(() => first.set.length > 0, 20_000, 'the first has begun');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    first.child.kill('SIGKILL');
    const killedAt = performance.now();
    simulator.removeFaults();
    const second = startProcess(where, simulator);
    await until(() => new Set(second.done).size === users.length, 60_000, 'all was taken over');
    const seconds = (performance.now() - killedAt) / 1000;
    context.diagnostic(`${first.set.length} were in hand; taken over after ${seconds.toFixed(1)} s`);
    assert.equal(second.done.length, users.length, 'each once');
    second.child.kill('SIGKILL');
  });
});

describe('a process on the embedded store', () => {
  it('renews by itself, and lets go of the folder when it is told to end', async (context) => {
    const simulator = await startSimulator();
    context.after(() => simulator.close());
    const where = await places.make('embedded');
    const users = Array.from({ length: 25 }, (_, index) => userOf(index));
    await renewalsAt(where, users, Date.now());
    const { child } = startProcess(where, simulator);
    await until(() => answered(simulator).length >= users.length, 30_000, 'all are renewed');
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await exited, [0, null]);
    assert.equal(settings(simulator).length, users.length);
    await (await openStore(where, { now: Date.now, log: quietLog() })).close();
  });
});
