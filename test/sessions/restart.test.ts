/** PostgreSQL restarted while two processes renew and a third one opens and ends sessions. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Guid } from '../../src/presence/intent.ts';
import { createScheduler } from '../../src/sessions/scheduler.ts';
import { startSimulator } from '../../src/simulator/index.ts';
import { openStore } from '../../src/store/store.ts';
import { openPlaces, quietLog } from '../support/stores.ts';
import { killProcesses, percentile, renewalsAt, startProcess, until } from './children.ts';
import { oneByOne, sessionsPartsOf } from './harness.ts';
import { hour, userOf } from './samples.ts';

const places = openPlaces({ own: true });
after(async () => {
  killProcesses();
  await places.close();
});

/** Renewals that come due around each restart. */
const each = 30;
/** Of those, so many only when the server is back. */
const whenBack = 10;
const renewed = Array.from({ length: 2 * each }, (_, index) => userOf(index));
const active = Array.from({ length: 8 }, (_, index) => userOf(500 + index));
const restarts = ['fast', 'immediate'] as const;

it('PostgreSQL restarted twice under load: nothing acknowledged is lost, and the work goes on', async (context) => {
  const simulator = await startSimulator({ teamsClients: 'off' });
  context.after(() => simulator.close());
  simulator.addFault({ kind: 'slow', delayMs: 50, times: 'always', match: { path: '$batch' } });
  const where = await places.make('server');
  const processes = [1, 2].map(() => startProcess(where, simulator));
  await Promise.all(processes.map(({ ready }) => ready));
  const log = quietLog();
  const store = await openStore(where, { now: Date.now, log });
  const sessions = oneByOne(sessionsPartsOf(store, simulator.url));
  const { pollMs, listen } = store.due;
  const scheduler = createScheduler({ works: [sessions.renewals], now: Date.now, pollMs, log });
  listen(scheduler.wake);
  scheduler.start();
  const due = new Map<Guid, number>();

  // What each was last told to have, and whether nobody can say whether it was kept.
  const promised = new Map<Guid, number | undefined>();
  const unsure = new Set<Guid>();
  const counts = { kept: 0, refused: 0 };
  let over = false;
  const acting = active.map(async (userId) => {
    const tenantId = '11111111-1111-4111-8111-111111111111';
    for (let step = 0; !over; step += 1) {
      const endsAt = step % 3 === 2 ? undefined : Date.now() + hour;
      const asked = { userId, tenantId, source: { kind: 'asked' }, pair: 'presenting' } as const;
      try {
        await (endsAt === undefined ? sessions.endOf(userId, 'all') : sessions.hold({ ...asked, endsAt }));
        promised.set(userId, endsAt);
        unsure.delete(userId);
        counts.kept += 1;
        // As fast as it goes would show nothing more.
        await delay(100);
      } catch {
        unsure.add(userId);
        counts.refused += 1;
        await delay(200);
      }
    }
  });

  const settings = () => simulator.requests().filter(({ action }) => action === 'setPresence');
  const goesOn: number[] = [];
  for (const [round, how] of restarts.entries()) {
    const first = round * each;
    const soon = Date.now() + 2000;
    const around = renewed.slice(first, first + each - whenBack);
    for (const [userId, at] of await renewalsAt(where, around, (index) => soon + 200 * index))
      due.set(userId, at);
    await delay(3500);
    await (await places.own()).restart(how, 1000);
    const back = Date.now();
    const some = renewed.slice(first + each - whenBack, first + each);
    for (const [userId, at] of await renewalsAt(where, some, back)) due.set(userId, at);
    const kept = counts.kept;
    await until(
      () =>
        counts.kept > kept &&
        settings().some(({ at, userId }) => some.includes(userId as Guid) && Date.parse(at) > back),
      45_000,
      `the work goes on after a ${how} restart`,
    );
    goesOn.push(Date.now() - back);
  }
  over = true;
  await Promise.all(acting);
  const calls = (userId: Guid) => settings().filter((one) => one.userId === userId);
  await until(() => renewed.every((userId) => calls(userId).length > 0), 60_000, 'all are renewed');
  const lost: string[] = [];
  for (const userId of active) {
    const [claim] = await store.sessionStore.claims(userId);
    if (!unsure.has(userId) && claim?.endsAt !== promised.get(userId)) lost.push(userId);
  }
  const repeated = renewed.filter((userId) => calls(userId).length > 1);
  const lags = renewed.map((userId) => Date.parse(calls(userId)[0]?.at ?? '') - (due.get(userId) ?? 0));
  context.diagnostic(
    `${counts.kept} deeds acknowledged, ${lost.length} lost, ${counts.refused} refused; ${renewed.length} renewals, ` +
      `${repeated.length} of them repeated as their record was lost; the work went on ${goesOn.join(' and ')} ms after the server was back; ` +
      `job lag p50 ${percentile(lags, 0.5)} ms, p99 ${percentile(lags, 0.99)} ms`,
  );
  assert.deepEqual(lost, []);
  for (const userId of renewed) assert.ok(calls(userId).length <= 1 + restarts.length, userId);
  assert.deepEqual(
    processes.map(({ child }) => child.exitCode),
    [null, null],
  );
  await scheduler.stop();
  await store.close();
  for (const { child } of processes) {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await exited, [0, null]);
  }
});
