/** What is due is found and done, by hand and by the clock, once by whoever looks, and again where it failed. */

import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { describe, it, mock } from 'node:test';
import { createScheduler, dueWork, type SchedulerParts } from '../../src/sessions/scheduler.ts';
import type { Due } from '../../src/store/due.ts';
import { quietLog } from '../support/stores.ts';

interface Row {
  dueAt: number;
  isTaken: boolean;
}

/** Rows in memory, taken as the store takes them; what was done is due no more. */
function rowsDue(...instants: readonly number[]) {
  const rows: Row[] = instants.map((dueAt) => ({ dueAt, isTaken: false }));
  const looks = { count: 0 };
  const free = () => rows.filter(({ isTaken }) => !isTaken).sort((one, other) => one.dueAt - other.dueAt);
  const due: Due<Row> = {
    nextDue: () => {
      looks.count += 1;
      return Promise.resolve(free()[0]?.dueAt);
    },
    lockDue: (at, limit) => {
      const some = free()
        .filter(({ dueAt }) => dueAt <= at)
        .slice(0, limit);
      for (const row of some) row.isTaken = true;
      return Promise.resolve(some.map((what) => ({ what, dueAt: what.dueAt })));
    },
  };
  return { rows, due, looks };
}

const parts = (more: Partial<SchedulerParts>): SchedulerParts => ({
  works: [],
  now: () => 0,
  pollMs: 5000,
  log: quietLog(),
  ...more,
});

describe('by hand', () => {
  it('all that is due at that instant is done, in batches, a few of them at a time, and the rest is left', async () => {
    const { rows, due } = rowsDue(...Array.from({ length: 25 }, (_, index) => index), 1000);
    const batches: number[] = [];
    let [inFlight, most] = [0, 0];
    const run = async (batch: readonly Row[]) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      batches.push(batch.length);
      inFlight -= 1;
    };
    const lags: number[] = [];
    const works = [dueWork('rows', due, run, { batch: 4, atOnce: 3 })];
    await createScheduler(parts({ works, late: (_name, ms) => lags.push(ms) })).runDue(100);
    assert.deepEqual(batches, [4, 4, 4, 4, 4, 4, 1]);
    assert.equal(most, 3);
    assert.deepEqual(
      rows.filter(({ isTaken }) => !isTaken).map(({ dueAt }) => dueAt),
      [1000],
    );
    assert.deepEqual([Math.min(...lags), Math.max(...lags)], [76, 100]);
  });

  it('what fails keeps nothing else from being done, and is told of once in a while', async () => {
    const { due } = rowsDue(1, 2, 3);
    const log = quietLog();
    const done: number[] = [];
    const run = ([row]: readonly Row[]) =>
      row?.dueAt === 2
        ? Promise.reject(new Error('no database'))
        : Promise.resolve(void done.push(row?.dueAt ?? 0));
    await createScheduler(parts({ works: [dueWork('rows', due, run, { batch: 1, atOnce: 1 })], log })).runDue(
      9,
    );
    assert.deepEqual(done, [1, 3]);
    assert.equal(log.lines.length, 1);
    assert.match(log.lines[0] ?? '', /tried again.*no database/);
  });
});

describe('by the clock', () => {
  it('it sleeps until the next due time, wakes early for an earlier one, and looks seldom when idle', async (context) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    context.after(() => {
      mock.timers.reset();
    });
    const clock = { now: 0 };
    const { rows, due, looks } = rowsDue(3000);
    const events = new EventEmitter();
    const run = (batch: readonly Row[]) => {
      for (const row of batch) rows.splice(rows.indexOf(row), 1);
      events.emit('done', clock.now);
      return Promise.resolve();
    };
    const works = [dueWork('rows', due, run, { batch: 20, atOnce: 4 })];
    const scheduler = createScheduler(parts({ works, now: () => clock.now }));
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    const pass = async (ms: number) => {
      for (let left = ms; left > 0; left -= 100) {
        clock.now += 100;
        mock.timers.tick(100);
        await settle();
      }
    };
    scheduler.start();
    await pass(100);
    const first = once(events, 'done');
    await pass(2900);
    assert.deepEqual(await first, [3000], 'not a moment late');

    rows.push({ dueAt: clock.now + 700, isTaken: false });
    scheduler.wake(clock.now + 700);
    const second = once(events, 'done');
    await pass(700);
    assert.deepEqual(await second, [3700]);

    looks.count = 0;
    await pass(60_000);
    assert.ok(looks.count <= 13, `${looks.count} looks in an idle minute`);

    await scheduler.stop();
    rows.push({ dueAt: clock.now, isTaken: false });
    scheduler.wake(clock.now);
    await pass(10_000);
    assert.equal(rows.length, 1, 'nothing is begun after the end');
  });
});
