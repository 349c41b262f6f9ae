/** Preloaded into a measured process: answers each question of its parent with its CPU time (ms) and memory (MiB). */

process.on('message', (question) => {
  void answer(question === 'collect');
});
// The question must not be what keeps the process alive.
process.channel?.unref();

async function answer(collect: boolean): Promise<void> {
  if (collect) (await import('../support/heap.ts')).heapInUse();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({
    cpuMs: (user + system) / 1000,
    residentMiB: rss / 2 ** 20,
    heapMiB: heapUsed / 2 ** 20,
  });
}
