/**
 * Preloaded into a measured process: answers each question of its parent with its CPU time and memory. Plain
 * JavaScript, since what strips types would be measured, too.
 */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { GCProfiler, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let watched;

process.on('message', (question) => {
  if (question === 'collect') collect();
  if (question === 'watch') watch();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({
    cpuMs: (user + system) / 1000,
    residentMiB: rss / 2 ** 20,
    heapMiB: heapUsed / 2 ** 20,
    ...(question === 'watched' ? whatWasSeen(heapUsed) : {}),
  });
});
// The question must not be what keeps the process alive.
process.channel?.unref();

function collect() {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc');
  // Twice, since what is finalised by the first is freed by the second.
  gc();
  gc();
}

/** From now on, what is allocated and how late the event loop is. */
function watch() {
  const profiler = new GCProfiler();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  profiler.start();
  delay.enable();
  watched = { profiler, delay, heapUsed: process.memoryUsage().heapUsed };
}

/** Bytes allocated: what the heap grew by, and what each collection freed. */
function whatWasSeen(heapUsed) {
  const { profiler, delay } = watched;
  delay.disable();
  const { statistics } = profiler.stop();
  const freed = statistics.reduce(
    (sum, { beforeGC, afterGC }) =>
      sum + beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize,
    0,
  );
  return { allocatedBytes: heapUsed - watched.heapUsed + freed, lateMs: delay.percentile(99) / 1e6 };
}
