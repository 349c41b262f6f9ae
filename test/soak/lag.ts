/** How late what is due is begun, by the bots' own figures, while a session is due many times a second. */

import { setTimeout as delay } from 'node:timers/promises';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { createCrowd } from './crowd.ts';
import { createFleet } from './kills.ts';
import { atLeast, type Line, type Run } from './line.ts';
import { openWorld } from './world.ts';

const people = 300;
/** Sessions of an hour that show as Available are repeated every 4.2 minutes. */
const repeatedMs = 251_000;

/** What was begun at all, and within a second. */
function lagsIn(metrics: string) {
  const count = (pattern: RegExp) =>
    [...metrics.matchAll(pattern)].reduce((sum, [, value]) => sum + Number(value), 0);
  return {
    all: count(/alarm_lag_seconds_count\{.*?queue="session_slots".*?\} (\d+)/g),
    inTime: count(/alarm_lag_seconds_bucket\{(?=.*?le="1")(?=.*?queue="session_slots").*?\} (\d+)/g),
  };
}

async function lagOf(run: Run, where: StoreFolder, processes: number): Promise<readonly Line[]> {
  const world = await openWorld(run);
  const fleet = createFleet(world, where, processes);
  const crowd = createCrowd(world, { asking: 0, meeting: 0, resting: people });
  await fleet.fill();
  const [bot] = fleet.bots();
  if (bot === undefined) throw new Error('no bot');
  const begun = performance.now();
  await crowd.askAll(bot, 60, 'session available');
  const took = performance.now() - begun;
  await fleet.killAll();
  // A few seconds before the first of them is due.
  world.advance(repeatedMs - took - 15_000);
  await fleet.fill();
  await delay(took + 20_000);
  const lags = (await Promise.all(fleet.bots().map((one) => one.get('/metrics')))).map(lagsIn);
  const [all, inTime] = (['all', 'inTime'] as const).map((name) =>
    lags.reduce((sum, one) => sum + one[name], 0),
  );
  const bots = `${processes} on ${'dataDir' in where ? 'SQLite' : 'PostgreSQL'}`;
  const share = (100 * (inTime ?? 0)) / (all ?? 0);
  return [
    {
      what: `begun within 1 s, by ${bots}`,
      target: '≥ 99 %',
      figure: `${share.toFixed(1)} %`,
      met: share >= 99,
    },
    atLeast(`renewals in ${Math.round(took / 1000)} s, by ${bots}`, people, all ?? 0),
  ];
}

export async function lag(run: Run): Promise<readonly Line[]> {
  const { places } = run;
  return [
    ...(await lagOf(run, await places.make('embedded'), 1)),
    ...(await lagOf(run, await places.make('server'), 2)),
  ];
}
