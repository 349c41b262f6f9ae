/** What is measured, for all contestants in turn, so that a machine whose speed drifts drifts for all of them. */

import { setTimeout as delay } from 'node:timers/promises';
import type { Person } from '../support/activities.ts';
import { temporaryFolder } from '../support/folders.ts';
import { startBotProcess, type BotProcess, type Contestant } from './bot-process.ts';
import type { Line } from './page.ts';
import type { Sink } from './sink.ts';
import { atRate, cardFor, inParallel, median, peopleOf, press, quantile, sayTo } from './traffic.ts';

/** Concurrent people, as the issue of a turn's cost has it. */
const width = 16;

/** Milliseconds until each listens, of its first turn and of its hundredth. */
export async function measureStarts(
  contestants: readonly Contestant[],
  sink: Sink,
  rounds: number,
): Promise<{ readonly startMs: number[]; readonly firstMs: number[]; readonly hundredthMs: number[] }[]> {
  const measured = contestants.map(() => ({
    startMs: [] as number[],
    firstMs: [] as number[],
    hundredthMs: [] as number[],
  }));
  const [person] = peopleOf(1) as readonly [Person];
  // The first round only fills the caches of files and of compiled code.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const bot = await startBotProcess(contestant, sink.url);
      const turns: number[] = [];
      // What is loaded in idle time after the start is loaded by then.
      await delay(1000);
      while (turns.length < 100) turns.push(await sayTo(bot, person, sink));
      await bot.stop();
      if (round === 0) continue;
      measured[index]?.startMs.push(bot.startMs);
      measured[index]?.firstMs.push(turns[0] ?? Number.NaN);
      measured[index]?.hundredthMs.push(turns[99] ?? Number.NaN);
    }
  }
  return measured;
}

/** A line of medians, with the medians of the paired ratios. */
export function pairedLine(
  what: string,
  unit: string,
  all: readonly (readonly number[])[],
  target?: string,
): Line {
  const [own = [], ...bare] = all;
  return {
    what,
    unit,
    values: all.map(median),
    ratios: bare.map((theirs) => median(own.map((value, round) => value / (theirs[round] ?? Number.NaN)))),
    ...(target === undefined ? {} : { target }),
  };
}

/** A hundred of them, others in each round. */
function peopleIn(people: readonly Person[], round: number): readonly Person[] {
  const from = (round * 100) % people.length;
  return people.slice(from, from + 100);
}

async function cpuOf(
  bot: BotProcess,
  count: number,
  job: (index: number) => Promise<unknown>,
): Promise<number> {
  const before = (await bot.usage()).cpuMs;
  await inParallel(count, width, job);
  return ((await bot.usage()).cpuMs - before) / count;
}

/** CPU of a sentence, of a press of “+30 min” and of “Undo”, and of a card's refresh; bytes allocated for a sentence. */
export async function measureTurns(
  bots: readonly BotProcess[],
  sink: Sink,
  rounds: number,
): Promise<readonly Line[]> {
  const people = peopleOf(500);
  const kinds = ['turn', 'refresh', 'extend', 'undo'] as const;
  const each = () => bots.map((): number[] => []);
  const measured = { turn: each(), refresh: each(), extend: each(), undo: each(), bytes: each() };
  sink.keep();
  // The first round, of all people, warms up the compiler. Then each kind is asked of all bots in small pieces, there and
  // back again, since a machine's speed changes within seconds.
  for (let round = 0; round <= rounds; round += 1) {
    const some = round === 0 ? people : peopleIn(people, round);
    const whoever = (index: number) => some[index % some.length] as Person;
    const inTurn = round % 2 === 0 ? [...bots.entries()] : [...bots.entries()].toReversed();
    const cards = bots.map(() => new Map<number, unknown>());
    for (const kind of kinds) {
      for (const [index, bot] of inTurn) {
        const shown = cards[index] ?? new Map<number, unknown>();
        const pressing = async (n: number) => {
          const card = shown.get(n);
          shown.set(n, (await press(bot, whoever(n), kind, card, sink)) ?? card);
        };
        if (kind === 'turn') await bot.usage('watch');
        const job = kind === 'turn' ? (n: number) => sayTo(bot, whoever(n), sink) : pressing;
        const cpuMs = await cpuOf(bot, some.length, job);
        if (round > 0) measured[kind][index]?.push(cpuMs);
        if (kind !== 'turn') continue;
        const { allocatedBytes } = await bot.watched();
        if (round > 0) measured.bytes[index]?.push(allocatedBytes / some.length / 1024);
        // Before another bot answers the same people.
        for (const n of some.keys()) shown.set(n, cardFor(whoever(n), sink));
      }
    }
  }
  return [
    pairedLine('a turn, `dnd 2h`', 'ms of CPU', measured.turn, '≤ 0.85 of botbuilder'),
    pairedLine('a press of +30 min', 'ms of CPU', measured.extend),
    pairedLine('a press of Undo', 'ms of CPU', measured.undo),
    pairedLine("a card's refresh", 'ms of CPU', measured.refresh),
    pairedLine('allocated for a turn', 'KiB', measured.bytes),
  ];
}

/** Memory after those turns, with those before (`from`), when all has settled, and what each costs while nothing happens. */
export async function measureMemory(
  bots: readonly BotProcess[],
  sink: Sink,
  {
    turns,
    people,
    from = 0,
    settleMs = 25_000,
    idleMs = 15_000,
  }: { turns: number; people: number; from?: number; settleMs?: number; idleMs?: number },
): Promise<readonly Line[]> {
  const all = peopleOf(people);
  const whoever = (index: number) => all[(from + index) % people] as Person;
  for (const bot of bots) await inParallel(turns, width, (n) => sayTo(bot, whoever(n), sink));
  // What was written behind is written, and the time limits of the last requests have passed.
  await delay(settleMs);
  const settled = await Promise.all(bots.map((bot) => bot.usage()));
  await delay(idleMs);
  const after = await Promise.all(bots.map((bot) => bot.usage()));
  const collected = await Promise.all(bots.map((bot) => bot.usage('collect')));
  const count = (from + turns).toLocaleString('en');
  return [
    {
      what: `resident after ${count} turns`,
      unit: 'MiB',
      values: settled.map(({ residentMiB }) => residentMiB),
      target: '≤ 0.5 of agents-hosting',
    },
    {
      what: `alive on the heap after ${count} turns`,
      unit: 'MiB',
      values: collected.map(({ heapMiB }) => heapMiB),
    },
    {
      what: 'idle',
      unit: 'ms of CPU a second',
      values: after.map(({ cpuMs }, index) => (cpuMs - (settled[index]?.cpuMs ?? 0)) / (idleMs / 1000)),
      target: '≤ 2 ms',
    },
  ];
}

/** Turns a second at saturation; latency and event loop at half of what the first bare bot takes; 400 at once. */
export async function measureLoad(
  bots: readonly BotProcess[],
  sink: Sink,
  seconds: number,
): Promise<readonly Line[]> {
  const people = peopleOf(500);
  const whoever = (index: number) => people[index % people.length] as Person;
  const rates = bots.map((): number[] => []);
  for (let round = 0; round < 2; round += 1) {
    for (const [index, bot] of bots.entries()) {
      const begun = performance.now();
      let turns = 0;
      const worker = async () => {
        while (performance.now() - begun < (seconds * 1000) / 2) {
          turns += 1;
          await sayTo(bot, whoever(turns), sink);
        }
      };
      await Promise.all(Array.from({ length: 64 }, worker));
      rates[index]?.push((turns * 1000) / (performance.now() - begun));
    }
  }
  const saturated = pairedLine('turns at saturation', 'a second', rates, '≥ 1 of botbuilder');
  const half = (saturated.values[1] ?? saturated.values[0] ?? 0) / 2;
  const latencies: number[] = [];
  const late: number[] = [];
  const atOnce: number[] = [];
  const refused: number[] = [];
  for (const bot of bots) {
    const taken: number[] = [];
    await bot.usage('watch');
    await atRate(half, seconds, async (n) => taken.push(await sayTo(bot, whoever(n), sink)));
    late.push((await bot.watched()).lateMs);
    latencies.push(quantile(taken, 0.99));
    const crowd = await Promise.all(
      peopleOf(400).map(async (person) => {
        const begun = performance.now();
        const ok = await sayTo(bot, person, sink).then(
          () => true,
          () => false,
        );
        return { ok, ms: performance.now() - begun };
      }),
    );
    refused.push(crowd.filter(({ ok }) => !ok).length);
    atOnce.push(Math.max(...crowd.map(({ ms }) => ms)));
  }
  return [
    saturated,
    {
      what: 'latency, 99th percentile, at half of that of botbuilder',
      unit: 'ms',
      values: latencies,
      target: '≤ 1 of botbuilder',
    },
    { what: 'event loop late, 99th percentile, then', unit: 'ms', values: late, target: '≤ 1 of botbuilder' },
    { what: '400 people at once: the last answer', unit: 'ms', values: atOnce, target: '≤ 10,000 ms' },
    { what: '400 people at once: refused', unit: 'people', values: refused, ratios: [], target: '0' },
  ];
}

const ahead = new URL('../soak/ahead.ts', import.meta.url).href;

/** CPU of a renewal: sessions of so many people, all due when the bot starts again almost four hours later. */
export async function measureRenewal(own: Contestant, sink: Sink, people = 500): Promise<Line> {
  const folder = temporaryFolder('presence-bot-bench-');
  const first = await startBotProcess(own, sink.url, folder);
  const all = peopleOf(people);
  await inParallel(people, width, (n) => sayTo(first, all[n] as Person, sink, 'presenting for 8 hours'));
  // What was written behind is written.
  await delay(3000);
  await first.stop();
  const renewed = sink.batched(people);
  const later = await startBotProcess(
    {
      ...own,
      flags: [...(own.flags ?? []), `--import=${ahead}`],
      env: { ...own.env, CLOCK_AHEAD_MS: String((3 * 60 + 52) * 60_000) },
    },
    sink.url,
    folder,
  );
  const before = (await later.usage()).cpuMs;
  const done = await Promise.race([renewed.then(() => true), delay(60_000, false)]);
  const { cpuMs } = await later.usage();
  await later.stop();
  return {
    what: `a renewal, of ${people} due at once`,
    unit: 'ms of CPU',
    values: [done ? (cpuMs - before) / people : undefined],
  };
}
