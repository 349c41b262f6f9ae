/** A bot that is killed with renewals in hand, and how long it takes another until all of them are made. */

import { setTimeout as delay } from 'node:timers/promises';
import { createCrowd } from './crowd.ts';
import { atLeast, atMost, none, type Line, type Run } from './line.ts';
import { openWorld } from './world.ts';

const minute = 60_000;
const people = 40;
/** Nobody waits longer to see it. */
const patienceMs = 90_000;

export async function takeOver(run: Run): Promise<readonly Line[]> {
  const world = await openWorld(run);
  const where = await run.places.make('server');
  const crowd = createCrowd(world, { asking: 0, meeting: 0, resting: people });
  const before = await world.start(where);
  await crowd.askAll(before, 9 * 60);
  await before.stop();
  const { simulator } = world;
  const set = () =>
    new Set(
      simulator.requests().flatMap(({ action, userId = '' }) => (action === 'setPresence' ? [userId] : [])),
    );
  // All are due at once, and Graph answers nobody, so they are in its hands when it is killed.
  world.advance(231 * minute);
  simulator.clearRequests();
  simulator.addFault({ kind: 'hang', times: 'always' });
  const first = world.begin(where);
  const inHand = () =>
    JSON.stringify(simulator.requests().map(({ body }) => body)).split('/presence/setPresence').length - 1;
  for (const end = performance.now() + patienceMs; inHand() < people && performance.now() < end;)
    await delay(50);
  const second = await world.start(where);
  const held = inHand();
  simulator.removeFaults();
  simulator.clearRequests();
  const killed = performance.now();
  await first.kill();
  while (set().size < people && performance.now() < killed + patienceMs) await delay(50);
  const seconds = (performance.now() - killed) / 1000;
  const wrong = await crowd.settled();
  await second.stop();
  const calls = simulator.requests().filter(({ action }) => action === 'setPresence').length;
  return [
    atMost('until all is taken over', 30, seconds, ' s'),
    none('sessions not as acknowledged', wrong),
    atMost('calls for 40 renewals', people, calls),
    atLeast('in hand when it was killed', people, held),
  ];
}
