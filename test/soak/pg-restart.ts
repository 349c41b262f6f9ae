/** PostgreSQL restarted while two bots are asked for sessions, and others have to be renewed. */

import { setTimeout as delay } from 'node:timers/promises';
import { createCrowd } from './crowd.ts';
import { createFleet, settledForGood } from './kills.ts';
import { atLeast, atMost, none, noted, type Line, type Run } from './line.ts';
import { openWorld } from './world.ts';

const minute = 60_000;
const restarts = ['fast', 'immediate', 'fast', 'immediate'] as const;
/** Nobody waits longer for the work to go on. */
const patienceMs = 60_000;

export async function postgresRestarted(run: Run): Promise<readonly Line[]> {
  const world = await openWorld(run);
  const fleet = createFleet(world, await run.places.make('server'), 2);
  const crowd = createCrowd(world, { resting: 60 });
  await fleet.fill();
  const [first] = fleet.bots();
  if (first === undefined) throw new Error('no bot');
  await crowd.prepare(first);
  await crowd.askAll(first, 9 * 60);
  // From now on they are renewed, spread over six minutes.
  await fleet.killAll();
  world.advance(224 * minute);
  await fleet.fill();
  const { counts } = crowd;
  let isOver = false;
  const acting = crowd.act(fleet.bots(), () => isOver);
  const wentOn: number[] = [];
  for (const how of restarts) {
    await delay(3000);
    await (await run.places.own()).restart(how, 1000);
    const [back, before] = [performance.now(), counts.acknowledged];
    while (counts.acknowledged === before && performance.now() < back + patienceMs) await delay(20);
    wentOn.push((performance.now() - back) / 1000);
  }
  await delay(3000);
  isOver = true;
  await acting;
  const ended = fleet.bots().filter((bot) => bot.isOver()).length;
  const { deeds, acknowledged, refused } = counts;
  return [
    none('sessions not as acknowledged', await settledForGood(world, fleet, crowd)),
    none('meetings told of twice', crowd.toldTwice()),
    atMost('bots that ended', 0, ended),
    atLeast('acknowledged', 100, acknowledged),
    noted('refused, and not known', `${refused}, ${deeds - acknowledged - refused}`),
    noted('went on after', wentOn.map((seconds) => `${seconds.toFixed(1)} s`).join(', ')),
  ];
}
