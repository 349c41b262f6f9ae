/** A thousand people with a rule in one meeting: set, and ended, in as few batches as Graph takes. */

import { setTimeout as delay } from 'node:timers/promises';
import { createCrowd } from './crowd.ts';
import { atMost, none, noted, type Line, type Run } from './line.ts';
import { openWorld } from './world.ts';

const people = 1000;
/** As many as Graph takes in one. */
const perBatch = 20;
/** Nobody waits longer to see it. */
const patienceMs = 120_000;

export async function joiners(run: Run): Promise<readonly Line[]> {
  const world = await openWorld(run);
  const { simulator } = world;
  const bot = await world.start(await run.places.make('server'));
  const crowd = createCrowd(world, { asking: 0, meeting: people });
  await crowd.prepare(bot);
  const meeting = { id: 'all-hands', title: 'All hands' };
  /** Tells of the meeting, and waits for all. */
  const tell = async (event: 'started' | 'ended', sessions: number) => {
    simulator.clearRequests();
    const begun = performance.now();
    const attendees = crowd.members.map(({ who: { aadObjectId } }) => ({ aadObjectId }));
    const status = await bot.hook({ event, meeting, people: event === 'ended' ? [] : attendees });
    const wrong = () =>
      crowd.members.flatMap(({ who }) =>
        simulator.state(who.aadObjectId).sessions.length === sessions ? [] : [who.name],
      );
    while (wrong().length > 0 && performance.now() < begun + patienceMs) await delay(50);
    const seconds = (performance.now() - begun) / 1000;
    const made = simulator.requests().filter(({ batchPart }) => batchPart === undefined).length;
    return { status, wrong: wrong(), seconds, made };
  };
  const started = await tell('started', 1);
  // The tenant's budget of half a minute lets 1,200 through.
  await delay(31_000);
  const ended = await tell('ended', 0);
  return [
    atMost('batches to set all', people / perBatch, started.made),
    atMost('batches to end all', people / perBatch, ended.made),
    none('without their session', started.wrong),
    none('with a session afterwards', ended.wrong),
    none(
      'answers of the hook other than 200',
      [started, ended].flatMap(({ status }) => (status === 200 ? [] : [String(status)])),
    ),
    noted('until all are set, and ended', `${started.seconds.toFixed(1)} s, ${ended.seconds.toFixed(1)} s`),
  ];
}
