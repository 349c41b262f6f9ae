/** The long run: `node test/fuzz/fuzz.ts --count 30000 --seed 1`. Ends with 1 where something was found. */

import { parseArgs } from 'node:util';
import { heapInUse } from '../support/heap.ts';
import { growthOf, type Sample } from './growth.ts';
import { fuzz } from './run.ts';

/** By then every cache has reached its size: the largest keeps 10,000 answers, and three mutants in five have one. */
const filled = 20_000;
const sampleEvery = 1000;
/** Bytes of heap that each further mutant may seem to leave: it is what a heap's own breath amounts to. */
const flat = 256;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '30000' }, seed: { type: 'string', default: '1' } },
});
const samples: Sample[] = [];
const begun = performance.now();
const findings = await fuzz({
  count: Number(values.count),
  seed: Number(values.seed),
  progress: (count) => {
    if (count % sampleEvery !== 0) return;
    const bytes = heapInUse();
    if (count >= filled) samples.push({ count, bytes });
    if (count % (5 * sampleEvery) === 0)
      console.log(`${count} sent, ${Math.round(bytes / 1e6)} MB of heap in use`);
  },
});
console.log({ ...findings, slowestMs: Math.round(findings.slowestMs) });
const growth = growthOf(samples);
console.log(
  Number.isNaN(growth)
    ? `heap: not judged before ${filled}, when every cache is full`
    : `heap: ${Math.round(growth)} bytes for each after the first ${filled}`,
);
console.log(`${values.count} activities, seed ${values.seed}, ${Math.round(performance.now() - begun)} ms`);
if (findings.faults.length > 0 || growth > flat) process.exitCode = 1;
