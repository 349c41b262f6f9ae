/** Preloaded into a measured process: answers each question of its parent with its CPU time (ms) and resident memory (MiB). */

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, residentMiB: process.memoryUsage.rss() / 2 ** 20 });
});
// The question must not be what keeps the process alive.
process.channel?.unref();
