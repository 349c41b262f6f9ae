/**
 * `npm run bench`: this bot beside a bare one, in one run. Only ratios mean anything: absolute times are this
 * machine's. Both are asked in turn, so that a machine whose speed drifts drifts for both.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { buildInto } from '../../scripts/build.ts';
import { languageCodes } from '../../src/parser/languages/tables.ts';
import { languageOfLocale } from '../../src/parser/languages/which.ts';
import { read } from '../../src/parser/read.ts';
import { resolveZone } from '../../src/parser/time/zone.ts';
import { temporaryFolder } from '../support/folders.ts';
import { startBotProcess, startFlags, type BotProcess } from './bot-process.ts';
import { startSink } from './sink.ts';

type Started = readonly [entry: string, flags: readonly string[]];
const ours: Started = ['../../src/index.ts', startFlags];
const bundle = temporaryFolder();
await buildInto(bundle, { localMode: true });
const built: Started = [pathToFileURL(join(bundle, 'index.mjs')).href, startFlags];
const bare: Started = ['./bare-bot.ts', []];
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
const builtStarts: number[] = [];
const theirStarts: number[] = [];
for (let index = 0; index <= starts; index += 1) {
  for (const [[entry, flags], into] of [
    [ours, mineStarts],
    [built, builtStarts],
    [bare, theirStarts],
  ] as const) {
    const bot = await startBotProcess(entry, sink.url, flags);
    // The first pair only fills the file cache.
    if (index > 0) into.push(bot.startMs);
    await bot.stop();
  }
}
ratios('Cold start, wall time', 'ms', mineStarts, theirStarts, 1.1);
ratios('Cold start of the bundle, wall time', 'ms', builtStarts, theirStarts, 0.8);

const mine = await startBotProcess(ours[0], sink.url, ours[1]);
const theirs = await startBotProcess(bare[0], sink.url);
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

/** What is in memory after so many turns, and what CPU a second without any costs; this bot with its store. */
async function afterTurns([entry, flags]: Started) {
  const bot = await startBotProcess(entry, sink.url, flags);
  await bot.turns(quick ? 600 : 3000, sink.url);
  const busy = (await bot.usage()).residentMiB;
  // What was written behind is written, the time limits of the last requests have passed, and V8 has given back what it
  // gives back by itself.
  await delay(settleMs);
  const { cpuMs, residentMiB } = await bot.usage();
  await delay(idleMs);
  const idle = ((await bot.usage()).cpuMs - cpuMs) / (idleMs / 1000);
  const { heapMiB } = await bot.usage('collect');
  await bot.stop();
  return { busy, residentMiB, heapMiB, idle };
}

const settleMs = quick ? 12_000 : 40_000;
const idleMs = quick ? 5000 : 20_000;
console.log(`After ${quick ? 600 : 3000} turns:`);
for (const [name, started] of [
  ['this bot', ours],
  ['bare bot', bare],
] as const) {
  const { busy, residentMiB, heapMiB, idle } = await afterTurns(started);
  console.log(
    `  ${name}: ${busy.toFixed(0)} MiB at once, ${residentMiB.toFixed(0)} MiB settled, of which ${heapMiB.toFixed(0)} MiB ` +
      `is alive on the heap; ${idle.toFixed(2)} ms of CPU a second when idle`,
  );
}
sink.close();

const corpora = [
  'utterances',
  ...languageCodes.filter((code) => code !== 'en').map((code) => `languages/${code}`),
];
const sentences = corpora
  .flatMap((name) => readFileSync(new URL(`../parser/${name}.jsonl`, import.meta.url), 'utf8').split('\n'))
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
for (const code of languageCodes) {
  const own = sentences.filter(({ context }) => (languageOfLocale(context.locale) ?? 'en') === code);
  const slowest = own
    .map(({ text, context }) => {
      const times = Array.from({ length: 9 }, () => {
        const from = performance.now();
        read(text, context);
        return performance.now() - from;
      });
      return { text, ms: median(times) };
    })
    .toSorted((a, b) => b.ms - a.ms)[0];
  console.log(
    `Slowest of ${own.length} sentences, ${code}: ${slowest?.ms.toFixed(2)} ms (target at most 2): ${slowest?.text}`,
  );
}

console.log(`Slowest of the awkward texts of 2,000 characters: ${Math.max(...worst).toFixed(2)} ms`);
