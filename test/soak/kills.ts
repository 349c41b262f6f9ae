/** kill -9 in the middle of whatever a bot does: nothing acknowledged is lost, nothing doubled, nothing left behind. */

import { setTimeout as delay } from 'node:timers/promises';
import type { StoreFolder } from '../../src/store/store-folder.ts';
import { createCrowd, type Crowd } from './crowd.ts';
import { atLeast, atMost, none, noted, type Line, type Run } from './line.ts';
import { openWorld, type Bot, type World } from './world.ts';

const minute = 60_000;
/** By then Graph holds only what was renewed, from what is on record. */
const laterMinutes = 250;
const checkEvery = 7;
const rounds = Number(process.env.KILLS ?? 50);

/** Bots on that store, as many as there should be, whatever became of those before. */
export function createFleet(world: World, where: StoreFolder, size: number) {
  let bots: Bot[] = [];
  return {
    bots: () => bots,
    fill: async () => {
      bots = bots.filter((bot) => !bot.isOver());
      while (bots.length < size) bots.push(await world.start(where));
    },
    killOne: () => bots[Math.floor(Math.random() * bots.length)]?.kill(),
    killAll: () => Promise.all(bots.map((bot) => bot.kill())),
  };
}

/**
 * Kills every bot and starts others when what is on record shows, and again when all that was promised is over. Gives
 * whoever has not what they may have.
 */
export async function settledForGood(
  world: World,
  fleet: ReturnType<typeof createFleet>,
  crowd: Crowd,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const minutes of [0, laterMinutes, 400]) {
    if (minutes > 0) await fleet.killAll();
    world.advance(minutes * minute);
    await fleet.fill();
    wrong.push(...(await crowd.settled()).map((one) => `${minutes} minutes later ${one}`));
  }
  return wrong;
}

export async function kills(
  run: Run,
  kind: 'embedded' | 'server',
  processes: number,
): Promise<readonly Line[]> {
  const world = await openWorld(run);
  const where = await run.places.make(kind);
  const fleet = createFleet(world, where, processes);
  const crowd = createCrowd(world, {});
  // A call takes a while, so that some are under way when it is killed.
  const slow = { kind: 'slow', delayMs: 40, times: 'always', match: { inBatch: false } } as const;
  world.simulator.addFault({ ...slow, probability: 0.5 });
  world.simulator.addFault({ ...slow, when: 'after' });
  await fleet.fill();
  await crowd.prepare(fleet.bots()[0] ?? (await world.start(where)));
  const wrong: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    let isOver = false;
    const enough = crowd.counts.acknowledged + 25 * Math.random();
    const acting = crowd.act(fleet.bots(), () => isOver);
    while (crowd.counts.acknowledged < enough) await delay(10 * Math.random());
    await fleet.killOne();
    // Whoever is left goes on.
    if (processes > 1) await delay(300);
    isOver = true;
    await acting;
    if (round % checkEvery === 0) {
      await fleet.killAll();
      world.advance(laterMinutes * minute);
    }
    // Now and then in the middle of its start, and of the renewals that are due by then.
    if (round % 5 === 0) {
      const another = world.begin(where);
      await delay(3000 * Math.random());
      await another.kill();
    }
    await fleet.fill();
    if (round % checkEvery === 0) wrong.push(...(await crowd.settled()));
  }
  const { deeds, acknowledged } = crowd.counts;
  const made = world.simulator
    .requests()
    .filter(({ action }) => action === 'setPresence' || action === 'clearPresence').length;
  wrong.push(...(await settledForGood(world, fleet, crowd)));
  return [
    none(`sessions not as acknowledged, after ${rounds} kills`, wrong),
    none('meetings told of twice', crowd.toldTwice()),
    atMost('calls', deeds + rounds * crowd.members.length, made),
    atLeast('acknowledged', 5 * rounds, acknowledged),
    noted('asked', deeds.toLocaleString('en')),
  ];
}
