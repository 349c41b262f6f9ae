/** Schedules of many people on a clock that is moved by hand: when their starts reach Graph, and in how many calls. */

import { openStage, day, every, hour, minute, type Person, type Stage } from '../schedules/stage.ts';
import { atMost, none, noted, type Line, type Run } from './line.ts';

const weekdays = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
/** What the budget lets through in a window: 80 % of 1,500 calls in 30 seconds. */
const backgroundCalls = 1200;
const windowMs = 30_000;

async function openWith({ places, atEnd }: Run, count: number) {
  const stage = await openStage(await places.make('embedded'));
  atEnd(() => stage.close());
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) people.push(await stage.person());
  return { stage, people };
}

function writesOf(stage: Stage) {
  return stage.simulator
    .requests()
    .filter(({ action, userId }) => action !== 'batch' && userId !== undefined);
}

/** Everybody's start at nine, while somebody talks to the bot each second. */
export async function nine(run: Run, count: number): Promise<readonly Line[]> {
  const { stage, people } = await openWith(run, count);
  const talker = await stage.person();
  const start = stage.clock.now + day;
  for (const who of people) await stage.add(who, 'busy', every(weekdays, '09:00', '12:00'));
  stage.clock.now = start;
  const began = performance.now();
  const waits: number[] = [];
  const done = () => new Set(writesOf(stage).map(({ userId }) => userId)).size - 1;
  for (let at = start; done() < count && at < start + hour; at += 1000) {
    const asked = performance.now();
    const end = { said: 'duration', seconds: 600 } as const;
    await Promise.all([
      stage.runTo(at),
      stage
        .choose(talker, { kind: 'prefer', status: 'away', end })
        .then(() => waits.push(performance.now() - asked)),
    ]);
  }
  const writes = writesOf(stage).filter(({ userId }) => userId !== talker.userId);
  const last = Math.max(...writes.map(({ at }) => Date.parse(at)));
  const windows = Map.groupBy(writes, ({ at }) => Math.floor((Date.parse(at) - start) / windowMs));
  const fewest = Math.ceil(count / backgroundCalls - 1) * windowMs;
  const sorted = waits.toSorted((one, other) => one - other);
  return [
    atMost(
      `until ${count.toLocaleString('en')} have started`,
      // Whoever talks meanwhile is served first, and takes a part of a window.
      fewest / 1000 + 40,
      (last - start) / 1000,
      ' s',
    ),
    atMost('calls', count, writes.length),
    none(
      'calls refused',
      writes.filter(({ status }) => status !== 200).map(({ at }) => at),
    ),
    atMost(
      'most calls in 30 s',
      backgroundCalls,
      Math.max(...[...windows.values()].map(({ length }) => length)),
    ),
    noted('the fewest seconds that the budget allows', String(fewest / 1000)),
    noted('a word meanwhile, 95 of 100', `${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(0)} ms`),
    noted('time', `${((performance.now() - began) / 1000).toFixed(1)} s`),
  ];
}

/** Three rules of each person, none of which is in another's way, over two weeks. */
export async function fortnight(run: Run, count: number): Promise<readonly Line[]> {
  const { stage, people } = await openWith(run, count);
  const start = stage.clock.now + 30 * minute;
  for (const who of people) {
    await stage.add(who, 'doNotDisturb', every(weekdays, '10:00', '12:00'));
    await stage.add(who, 'away', every('FREQ=DAILY', '12:30', '13:15'), 'Lunch');
    await stage.add(who, 'offline', every('FREQ=DAILY', '22:00', '07:00'));
  }
  const began = performance.now();
  // Day by day: the simulator remembers some 100,000 requests.
  const made = new Map<string, number>();
  for (let at = 1; at <= 14; at += 1) {
    await stage.runTo(start + at * day);
    for (const { userId = '' } of writesOf(stage)) made.set(userId, (made.get(userId) ?? 0) + 1);
    stage.simulator.clearRequests();
  }
  const calls = [...made.values()].reduce((sum, one) => sum + one, 0);
  // A message is a call of its own.
  const fewest = count * (10 + 2 * 14 + 14);
  return [
    atMost('calls, of the fewest', 1, calls / fewest),
    none(
      'people with other calls than theirs',
      people
        .filter(({ userId }) => made.get(userId) !== fewest / count)
        .map(({ userId }) => `${userId}: ${made.get(userId) ?? 0}`),
    ),
    noted('calls', calls.toLocaleString('en')),
    noted('time', `${((performance.now() - began) / 1000).toFixed(1)} s`),
  ];
}
