/**
 * `npm run bench`: this bot beside a bare one, in one run. Only ratios mean anything: absolute times are this
 * machine's. Both are asked in turn, so that a machine whose speed drifts drifts for both.
 */

import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { read } from '../../src/language/read.ts';
import { resolveZone } from '../../src/language/zone.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';
import { startSink } from './sink.ts';

const ours = '../../src/index.ts';
const bare = './bare-bot.ts';
const quick = process.argv.includes('--quick');
const starts = quick ? 3 : 15;
const blocks = quick ? 3 : 12;
const turnsPerBlock = quick ? 200 : 500;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function ratios(
  name: string,
  unit: string,
  mine: readonly number[],
  theirs: readonly number[],
  target: number,
): void {
  const each = mine.map((value, index) => value / (theirs[index] ?? Number.NaN));
  const ratio = median(each);
  const spread = `${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)}`;
  console.log(
    `${name}: ${ratio.toFixed(2)} of the bare bot's (${spread} over ${each.length} pairs; target at most ${target}; ` +
      `medians ${median(mine).toFixed(2)} and ${median(theirs).toFixed(2)} ${unit})`,
  );
}

const sink = await startSink();

async function block(bot: BotProcess): Promise<number> {
  const before = (await bot.usage()).cpuMs;
  await bot.turns(turnsPerBlock, sink.url);
  return ((await bot.usage()).cpuMs - before) / turnsPerBlock;
}

const mineStarts: number[] = [];
const theirStarts: number[] = [];
for (let index = 0; index <= starts; index += 1) {
  for (const [entry, into] of [
    [ours, mineStarts],
    [bare, theirStarts],
  ] as const) {
    const bot = await startBotProcess(entry, sink.url);
    // The first pair only fills the file cache.
    if (index > 0) into.push(bot.startMs);
    await bot.stop();
  }
}
ratios('Cold start, wall time', 'ms', mineStarts, theirStarts, 1.1);

const mine = await startBotProcess(ours, sink.url);
const theirs = await startBotProcess(bare, sink.url);
const mineTurns: number[] = [];
const theirTurns: number[] = [];
for (let index = 0; index <= blocks; index += 1) {
  const [first, second] = [await block(mine), await block(theirs)];
  // The first block warms up the compiler.
  if (index > 0) {
    mineTurns.push(first);
    theirTurns.push(second);
  }
}
await mine.stop();
await theirs.stop();
ratios('CPU of a presence turn', 'ms', mineTurns, theirTurns, 0.85);

/** What is in memory when so many turns are over, and what CPU a second without any costs; this bot with its store. */
async function afterTurns(entry: string) {
  const bot = await startBotProcess(entry, sink.url);
  await bot.turns(quick ? 600 : 3000, sink.url);
  // What was written behind is written, and the time limits of the last requests have passed.
  await delay(12_000);
  const { cpuMs, residentMiB } = await bot.usage();
  await delay(idleMs);
  const idle = ((await bot.usage()).cpuMs - cpuMs) / (idleMs / 1000);
  await bot.stop();
  return { residentMiB, idle };
}

const idleMs = quick ? 5000 : 20_000;
const rests = [await afterTurns(ours), await afterTurns(bare)];
sink.close();
console.log(
  `Memory after ${quick ? 600 : 3000} turns, and CPU when idle: ` +
    ['this bot', 'the bare one']
      .map(
        (name, at) =>
          `${name} ${rests[at]?.residentMiB.toFixed(0)} MiB, ${rests[at]?.idle.toFixed(2)} ms a second`,
      )
      .join('; '),
);

const utterances = new URL('../language/utterances.jsonl', import.meta.url);
const sentences = readFileSync(utterances, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { text: string; locale: string; tz: string; now: string })
  .map(({ text, locale, tz, now }) => ({
    text,
    context: { now: Date.parse(now), zone: resolveZone([tz]), locale, bot: ['Presence'] },
  }));
const rounds = quick ? 20 : 200;
const readAll = () => {
  for (const { text, context } of sentences) read(text, context);
};
for (let index = 0; index < 20; index += 1) readAll();
const begun = performance.now();
for (let index = 0; index < rounds; index += 1) readAll();
const perSecond = (rounds * sentences.length) / ((performance.now() - begun) / 1000);
console.log(`Sentences read: ${Math.round(perSecond).toLocaleString('en')} a second`);

const worst = ['dnd until ', 'busy 1h ', '"', '1 ', 'monday ', '(', 'a', '１', '不', '👍🏽', '<at>'].map(
  (piece) => {
    const text = piece.repeat(2000).slice(0, 2000);
    const times = Array.from({ length: 50 }, () => {
      const from = performance.now();
      read(text, { now: Date.UTC(2026, 10, 20), zone: 'America/New_York', locale: 'en-US', bot: [] });
      return performance.now() - from;
    });
    return median(times);
  },
);
console.log(`Slowest of the awkward texts of 2,000 characters: ${Math.max(...worst).toFixed(2)} ms`);
