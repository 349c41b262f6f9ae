/** Graph in trouble, over simulated hours: what is promised is kept, and what is over stays over. */

import { atLeast, atMost, none, noted, type Line, type Run } from './line.ts';
import { createPeople, hour, lastingOf, minute, random } from './people.ts';
import { openSessions } from './wiring.ts';

/** Graph away for twenty minutes, when half of the sessions have been renewed and the others run out in the middle of it. */
export async function graphAway({ places, atEnd }: Run, count = 2000): Promise<readonly Line[]> {
  const sessions = await openSessions(await places.make('server'));
  atEnd(sessions.close);
  const people = createPeople(sessions, count);
  const { clock, simulator } = sessions;
  const start = clock.now;
  for (const [index, userId] of people.users.entries()) {
    if (index % 60 === 0) clock.now += 1000;
    await people.open(userId, lastingOf(index), 9 * hour);
  }
  const away = start + 3 * hour + 45 * minute;
  await sessions.runTo(away, 5000);
  simulator.addFault({ kind: 'answer', status: 503, times: 'always' });
  await sessions.runTo(away + 10 * minute, 5000);
  // A fifth of them is ended while nobody can be told of it.
  const ended = new Set<string>(people.users.filter((_, index) => index % 5 === 0));
  for (const userId of people.users.filter((one) => ended.has(one))) {
    clock.now += 100;
    await people.end(userId);
  }
  await sessions.runTo(away + 20 * minute, 5000);
  const lost = people.wrong().length;
  simulator.removeFaults();
  const back = clock.now;
  while (people.wrong().length > 0 && clock.now < back + 10 * minute)
    await sessions.runTo(clock.now + 5000, 5000);
  const seconds = (clock.now - back) / 1000;
  const late = sessions.calls().filter(({ at }) => Date.parse(at) >= back);
  return [
    atMost('until all that is still promised holds', 240, seconds, ' s'),
    none('sessions not as promised', people.wrong()),
    none(
      'ended sessions that were set again',
      late.flatMap(({ action, userId = '' }) =>
        action === 'setPresence' && ended.has(userId) ? [userId] : [],
      ),
    ),
    none('calls beyond a promise', people.beyond()),
    none('given up', sessions.givenUp),
    noted('not as promised when Graph came back', `${lost} of ${count}`),
  ];
}

/** Graph has to answer within so many real milliseconds: one that never does costs the run hardly anything. */
const attemptMs = 100;

/** Three calls in ten throttled, refused or never answered, for six hours. */
export async function flaky({ places, atEnd }: Run, count = 120): Promise<readonly Line[]> {
  const sessions = await openSessions(await places.make('server'), attemptMs);
  atEnd(sessions.close);
  const people = createPeople(sessions, count);
  const { clock, simulator } = sessions;
  const [draw, start] = [random(7), clock.now];
  const [whole, part] = [{ action: 'batch', inBatch: false }, { inBatch: true }] as const;
  const faults = [
    { kind: 'hang', match: whole, probability: 0.04 },
    // Taken, but nobody hears of it.
    { kind: 'slow', when: 'after', delayMs: 2 * attemptMs, match: whole, probability: 0.04 },
    { kind: 'answer', status: 429, retryAfter: 90.5, match: whole, probability: 0.11 },
    { kind: 'answer', status: 503, match: whole, probability: 0.11 },
    { kind: 'answer', status: 429, retryAfter: 90.5, match: part, probability: 0.15 },
    { kind: 'answer', status: 503, match: part, probability: 0.15 },
  ] as const;
  for (const [index, fault] of faults.entries())
    simulator.addFault({ ...fault, seed: index + 11, times: 'always' });
  for (const userId of people.users)
    await people.open(userId, lastingOf(draw() * 10), (6 + 6 * draw()) * hour);
  for (let at = start + 10 * minute; at <= start + 6 * hour; at += 10 * minute) {
    await sessions.runTo(at, 5000);
    for (let one = 0; one < 5; one += 1) {
      clock.now += 1000;
      const userId = people.users[Math.floor(draw() * count)];
      if (userId === undefined) continue;
      const pair = draw() < 0.1 ? 'sessionAvailable' : lastingOf(draw() * 10);
      if (draw() < 0.4) await people.end(userId);
      else await people.open(userId, pair, 10 * minute + draw() * 10 * hour);
    }
  }
  const hits = simulator.requests().filter(({ fault }) => fault !== undefined).length;
  simulator.removeFaults();
  await sessions.runTo(clock.now + 5 * minute);
  const wrong = people.wrong();
  await sessions.runTo(start + 24 * hour, 5000);
  return [
    atMost('calls, of the fewest by the rules', 1.3, sessions.calls().length / people.needed()),
    none('calls beyond a promise', people.beyond()),
    none('not as promised five minutes after it', wrong),
    none('not as promised at the end of the day', people.wrong()),
    none('given up', sessions.givenUp),
    atLeast('calls that failed', 100, hits),
    noted('calls', `${sessions.calls().length} for ${people.needed()}`),
  ];
}
