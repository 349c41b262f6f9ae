/** Several processes, real jobs and real time: each renewal once, and nobody's work is lost with them. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Guid } from '../../src/presence/intent.ts';
import { startSimulator, type Simulator } from '../../src/simulator/index.ts';
import { openStore, type Where } from '../../src/store/store.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import { hour, userOf } from './samples.ts';

const places = await openPlaces();
const children = new Set<ChildProcess>();
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await places.close();
});

const script = fileURLToPath(new URL('process.ts', import.meta.url));

interface Process {
  readonly child: ChildProcess;
  readonly ready: Promise<unknown>;
  /** Whom it said it began to tell Graph about, and was answered about. */
  readonly set: string[];
  readonly done: string[];
}

function startProcess(where: Where, simulator: Simulator): Process {
  const child = spawn(process.execPath, [script, JSON.stringify(where), simulator.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const [set, done]: [string[], string[]] = [[], []];
  const ready = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, user = ''] = line.split(' ');
      if (word === 'ready') resolve(undefined);
      if (word === 'set') set.push(user);
      if (word === 'done') done.push(user);
    });
  });
  return { child, ready, set, done };
}

/** Leases whose first piece was set a while ago, and whose renewals come due at that instant. */
async function renewalsAt(where: Where, users: readonly Guid[], dueAt: number) {
  const store = await openStore(where, { now: Date.now, log: quietLog() });
  for (const userId of users) {
    const claim = {
      id: randomUUID(),
      userId,
      tenantId: '11111111-1111-4111-8111-111111111111',
      source: { kind: 'asked' } as const,
      pair: 'presenting' as const,
      openedAt: Date.now(),
      endsAt: Date.now() + 9 * hour,
    };
    await store.leases.hold(claim, Date.now() + 24 * hour);
    const [taken] = await store.leases.take([userId], 10_000);
    assert.ok(taken !== undefined);
    const held = { claimId: claim.id, pair: claim.pair, until: Date.now() + hour };
    const state = { held, wish: claim.id, nextAt: dueAt, failures: 0 };
    await store.leases.record([{ ...taken, state, alarm: true, dropped: [] }]);
  }
  await store.close();
}

async function until(isSo: () => boolean, ms: number, what: string) {
  for (const end = performance.now() + ms; !isSo();) {
    assert.ok(performance.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

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
    await until(() => answered(simulator).length >= users.length, 30_000, 'all are renewed');
    const lag = Date.now() - dueAt;
    // Whatever would come twice would come by the next look.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.deepEqual(
      settings(simulator)
        .map(({ userId }) => userId)
        .sort(),
      [...users].sort(),
    );
    context.diagnostic(
      `300 renewals, each once, by three: ${processes.map(({ done }) => done.length).join(', ')}; all within ${lag} ms`,
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

// Not beside the others: the embedded store keeps the whole process busy while it is made.
describe('a process on the embedded store', () => {
  it('renews by its own jobs, and lets go of the folder when it is told to end', async (context) => {
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
