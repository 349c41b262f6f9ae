/** The long run: `node test/fuzz/fuzz.ts --count 20000 --seed 1`. Ends with 1 where something was found. */

import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fuzz } from './run.ts';

/** Growth from half the way to the end that counts as none: caches are full by then, and a heap breathes. */
const flat = 1.25;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
setFlagsFromString('--expose-gc');
const gc: unknown = runInNewContext('gc');
const begun = performance.now();
const findings = await fuzz({
  count: Number(values.count),
  seed: Number(values.seed),
  gc: () => {
    if (typeof gc === 'function') Reflect.apply(gc, undefined, []);
  },
  progress: (done) => {
    if (done % 2000 === 0) console.log(`${done} sent`);
  },
});
const [, half = 0, end = 0] = findings.heap;
const heap = findings.heap.map((bytes) => `${Math.round(bytes / 1e6)} MB`);
console.log({ ...findings, heap, slowestMs: Math.round(findings.slowestMs) });
console.log(`${values.count} activities, seed ${values.seed}, ${Math.round(performance.now() - begun)} ms`);
if (findings.faults.length > 0 || end > half * flat) process.exitCode = 1;
