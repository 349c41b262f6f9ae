/**
 * `npm run bench:long`: memory after 3,000, 50,000 and 100,000 turns of 20,000 people. What is kept for people has limits,
 * which are full halfway (docs/operations.md, Memory): from then on it must stay the same.
 */

import { join } from 'node:path';
import { buildInto } from '../../scripts/build.ts';
import { temporaryFolder } from '../support/folders.ts';
import { deployed, startBotProcess } from './bot-process.ts';
import { measureMemory } from './measures.ts';
import { pageOf, type Line } from './page.ts';
import { startSink } from './sink.ts';

const folder = temporaryFolder();
await buildInto(folder, { localMode: true });
const sink = await startSink();
const bot = await startBotProcess({ ...deployed, entry: join(folder, 'index.mjs') }, sink.url);

/** Resident memory and the live heap, when so many turns have been taken in all. */
const measured: Line[][] = [];
let taken = 0;
for (const turns of [3000, 50_000, 100_000]) {
  const lines = await measureMemory([bot], sink, { turns: turns - taken, people: 20_000, from: taken });
  // Without the target of the short bench, which has others beside it.
  measured.push(lines.slice(0, 2).map(({ what, unit, values }) => ({ what, unit, values })));
  taken = turns;
}
await bot.stop();
sink.close();

const [early = [], halfway = [], late = []] = measured;
const partOf = (what: string, one: readonly Line[], other: readonly Line[], target?: string): Line[] =>
  ['resident', 'alive on the heap'].map((memory, index) => ({
    what: `${memory}, ${what}`,
    unit: 'ratio',
    values: [(one[index]?.values[0] ?? Number.NaN) / (other[index]?.values[0] ?? Number.NaN)],
    ...(target === undefined ? {} : { target }),
  }));
console.log(
  pageOf(
    [bot.name],
    [
      ...early,
      ...halfway,
      ...late,
      ...partOf('late of early', late, early),
      ...partOf('late of halfway', late, halfway, '≤ 1.05'),
    ],
  ),
);
