/** kill -9 around the starts of schedules: each takes effect, with the end that it was given, and no other. */

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { person } from '../support/activities.ts';
import { createFleet } from './kills.ts';
import { none, noted, type Line, type Run } from './line.ts';
import { openWorld } from './world.ts';

const rounds = Number(process.env.KILLS ?? 50);
const leadSeconds = 45;
const everySeconds = 3;
/** Whoever dies with a person in hand holds them for so long, and a little more. */
const settleMs = 20_000;
/** An end is sent as whole seconds from the call on. */
const sameEndMs = 3000;

export async function edgeKills(
  run: Run,
  kind: 'embedded' | 'server',
  processes: number,
): Promise<readonly Line[]> {
  const world = await openWorld(run);
  const fleet = createFleet(world, await run.places.make(kind), processes);
  world.simulator.addFault({ kind: 'slow', delayMs: 60, times: 'always', when: 'after' });
  await fleet.fill();
  const members = Array.from({ length: rounds }, (_, index) => {
    const id = randomUUID();
    return { id, who: person(`edge-${index}`, `Member ${index}`, id) };
  });
  const begun = world.now();
  const ends = new Map<string, number>();
  for (const [index, { id, who }] of members.entries()) {
    const startsAt = begun + (leadSeconds + index * everySeconds) * 1000;
    const seconds = Math.max(1, Math.round((startsAt - world.now()) / 1000));
    const before = world.now();
    const said = await fleet.bots()[0]?.say(who, `busy in ${seconds} seconds for 2 hours`);
    if (said === undefined || !/Scheduled/.test(said)) throw new Error(`not scheduled: ${said ?? 'nothing'}`);
    ends.set(id, before + seconds * 1000 + 2 * 3_600_000);
  }
  for (let round = 0; round < rounds; round += 1) {
    const edge = begun + (leadSeconds + round * everySeconds) * 1000;
    // From half a second before it to half a second after.
    await delay(Math.max(0, edge - world.now() - 500 + 1000 * Math.random()));
    await fleet.killOne();
    await fleet.fill();
  }
  await delay(settleMs);
  const writes = world.simulator.requests().filter(({ action }) => action === 'setUserPreferredPresence');
  const wrong: string[] = [];
  for (const { id } of members) {
    const own = writes.filter(({ userId }) => userId === id);
    if (own.length === 0) wrong.push(`${id}: never started`);
    for (const { at, body } of own) {
      const { expirationDuration = '' } = body as { expirationDuration?: string };
      const [, hours = 0, minutes = 0, seconds = 0] =
        /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(expirationDuration)?.map((part) => Number(part) || 0) ??
        [];
      const end = Date.parse(at) + 1000 * (seconds + 60 * (minutes + 60 * hours));
      const off = end - (ends.get(id) ?? 0);
      if (Math.abs(off) > sameEndMs) wrong.push(`${id}: ends ${Math.round(off / 1000)} s off`);
    }
  }
  const late = members.map(({ id }) => {
    const at = Math.min(...writes.filter(({ userId }) => userId === id).map((one) => Date.parse(one.at)));
    return (at + 2 * 3_600_000 - (ends.get(id) ?? 0)) / 1000;
  });
  return [
    none(`starts not as scheduled, after ${rounds} kills`, wrong),
    noted(
      'sent again to the same end',
      String(writes.length - new Set(writes.map(({ userId }) => userId)).size),
    ),
    noted('latest start', `${Math.max(...late).toFixed(1)} s`),
  ];
}
