/** A day of many sessions, on a clock that is moved by hand: how many calls it takes, and how many it must. */

import { atMost, none, noted, type Line, type Run } from './line.ts';
import { createPeople, hour, lastingOf, minute, userOf } from './people.ts';
import { openSessions } from './wiring.ts';

/** One in so many is Available, who needs a call every four and a half minutes. */
const availableEvery = 100;

export async function day({ places, atEnd }: Run, count: number): Promise<readonly Line[]> {
  const sessions = await openSessions(await places.make('embedded'));
  atEnd(sessions.close);
  const people = createPeople(sessions, count);
  const start = sessions.clock.now;
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const available = count / availableEvery;
  for (let at = 0; at < count; at += 50)
    await Promise.all(
      people.users
        .slice(at, at + 50)
        .map((userId, index) =>
          people.open(userId, at + index < available ? 'sessionAvailable' : lastingOf(at + index), 24 * hour),
        ),
    );
  // The budget of what nobody waits for lets so many through at once.
  await sessions.runTo(start + minute);
  const wrong: string[] = [];
  for (let at = start + hour; at <= start + 23 * hour; at += hour) {
    await sessions.runTo(at, 10_000);
    wrong.push(...people.wrong());
  }
  await sessions.runTo(start + 25 * hour, 10_000);
  wrong.push(...people.wrong());
  const calls = sessions.calls();
  const expiring = calls.filter(({ userId }) => userId !== undefined && userId >= userOf(available));
  const { user, system } = process.cpuUsage(cpu);
  const windows = Map.groupBy(calls, ({ at }) => Math.floor(Date.parse(at) / 30_000));
  return [
    atMost('calls a session-hour', 0.3, expiring.length / (count - available) / 24),
    atMost('calls, of the fewest by the rules', 1.004, calls.length / people.needed()),
    none('sessions not as promised, looked at hourly', wrong),
    none(
      'calls refused',
      calls.filter(({ status }) => status !== 200).map(({ at }) => at),
    ),
    atMost('left on record afterwards', 0, await sessions.onRecord()),
    noted('calls', calls.length.toLocaleString('en')),
    noted('most calls in 30 s', String(Math.max(...[...windows.values()].map(({ length }) => length)))),
    noted('CPU, simulator included', `${((user + system) / 1e6).toFixed(1)} s`),
    noted('time', `${((performance.now() - began) / 1000).toFixed(1)} s`),
  ];
}
