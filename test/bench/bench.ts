/**
 * `npm run bench`: this bot beside two bare ones, in one run and one page, in about five minutes. Only ratios mean
 * anything: absolute times are this machine's.
 */

import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildInto } from '../../scripts/build.ts';
import { temporaryFolder } from '../support/folders.ts';
import { deployed, startBotProcess, type Contestant } from './bot-process.ts';
import {
  measureLoad,
  measureMemory,
  measureRenewal,
  measureStarts,
  measureTurns,
  pairedLine,
} from './measures.ts';
import { pageOf } from './page.ts';
import { agentsHosting, botbuilder } from './peers.ts';
import { measureReading } from './reading.ts';
import { startSink } from './sink.ts';

const quick = process.argv.includes('--quick');
const folder = temporaryFolder();
// Measured in local mode, which what is deployed does not have.
await buildInto(folder, { localMode: true });
const { bytes, files } = await buildInto(temporaryFolder());
const own: Contestant = { ...deployed, entry: join(folder, 'index.mjs') };
const source = {
  ...own,
  name: 'from source',
  entry: fileURLToPath(new URL('../../src/index.ts', import.meta.url)),
};
const agents = await agentsHosting();
const contestants = [own, botbuilder, ...(agents === undefined ? [] : [agents])];

const sink = await startSink();
const starts = await measureStarts([...contestants, source], sink, quick ? 2 : 7);
const bare = starts.slice(1, contestants.length);
const [built, fromSource] = [starts.slice(0, 1), starts.slice(contestants.length)].map((one) => [
  ...one,
  ...bare,
]);
const bots = [];
for (const contestant of contestants) bots.push(await startBotProcess(contestant, sink.url));
const memory = await measureMemory(bots, sink, {
  turns: quick ? 600 : 3000,
  people: 500,
  ...(quick ? { settleMs: 8000, idleMs: 5000 } : {}),
});
const turns = await measureTurns(bots, sink, quick ? 6 : 40);
const load = await measureLoad(bots, sink, quick ? 4 : 10);
for (const bot of bots) await bot.stop();
const lines = [
  ...turns,
  await measureRenewal(own, sink),
  pairedLine(
    'start, built',
    'ms',
    (built ?? []).map(({ startMs }) => startMs),
    '≤ 0.8 of botbuilder',
  ),
  pairedLine(
    'start, from source',
    'ms',
    (fromSource ?? []).map(({ startMs }) => startMs),
  ),
  pairedLine(
    'the first turn',
    'ms',
    (built ?? []).map(({ firstMs }) => firstMs),
  ),
  pairedLine(
    'the hundredth turn',
    'ms',
    (built ?? []).map(({ hundredthMs }) => hundredthMs),
  ),
  ...memory,
  ...load,
  { what: `what is deployed, in ${files} files`, unit: 'MB', values: [bytes / 1e6], target: '≤ 6 MB' },
  ...measureReading(quick ? 2 : 10),
];
sink.close();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}\n`,
);
console.log(
  pageOf(
    contestants.map(({ name }) => name),
    lines,
  ),
);
