/**
 * Preloaded into a measured bot: answers each question of its parent with the heap in use, and with what turns cost
 * since the last one.
 */

import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { heapInUse } from '../support/heap.ts';

/**
 * For each request with the header `x-measured`: milliseconds of CPU that the bot's own thread spent between its
 * arrival and its answer, on whatever. That is how long it takes on a machine that has nothing else to do; what
 * senders and other processes cost does not count.
 */
let turns: number[] = [];
const begun = new WeakMap<IncomingMessage, number>();
const cpuMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

subscribe('http.server.request.start', (event) => {
  const { request } = event as { request: IncomingMessage };
  if ('x-measured' in request.headers) begun.set(request, cpuMs());
});
subscribe('http.server.response.finish', (event) => {
  const { request } = event as { request: IncomingMessage };
  const at = begun.get(request);
  if (at !== undefined) turns.push(cpuMs() - at);
});
process.on('message', () => {
  process.send?.({ turns, heap: heapInUse() });
  turns = [];
});
// The question must not be what keeps the process alive.
process.channel?.unref();
