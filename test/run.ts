/**
 * Runs every test file, or those of the patterns given. Most share a few processes, since what a file costs is mostly
 * loading the bot: each process takes the next file that no other has taken. Hooks stay their file's own, and a file
 * that changes its process changes it back.
 */

import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { inMemory, temporaryFolder } from './support/folders.ts';
import { globalSetup, globalTeardown } from './support/global-setup.ts';

/**
 * Whether a file has a process of its own. Snapshots are kept beside the file that a process begins with, and mocked
 * timers are those of a whole process: what another file has left behind would take away the wrong ones.
 */
function isAlone(file: string): boolean {
  const source = readFileSync(file, 'utf8');
  return source.includes('.snapshot(') || source.includes('mock.timers');
}

/** The dearest, longest first, so that none of them is what the others are waited for at the end. */
const first: readonly RegExp[] = [
  /^test\/playground\/page/,
  // These measure the heap, which is the dearer the more has been loaded.
  /^test\/(teams\/memory|persistence\/person-states|fuzz\/growth)\./,
  /^test\/(process|shutdown)\./,
  /^test\/teams\/(on-record|ends|activities)\./,
  /^test\/support\/production-process/,
  /^test\/sessions\/(weather|restart|processes|killed|day)/,
  /^test\/trust\//,
  /^test\/persistence\//,
  /^test\/(teams|sessions|store|entra)\//,
];
const rank = (file: string) => {
  const index = first.findIndex((pattern) => pattern.test(file));
  return index < 0 ? first.length : index;
};

const patterns = process.argv.slice(2);
const files = globSync(patterns.length > 0 ? patterns : 'test/**/*.test.ts').map((file) =>
  file.replaceAll('\\', '/'),
);
const alone = files.filter(isAlone);
const shared = files.filter((file) => !alone.includes(file));
shared.sort((a, b) => rank(a) - rank(b));
process.env['TEST_FILES'] = JSON.stringify(shared);
process.env['TEST_TAKEN'] = temporaryFolder();

// More than there are cores: many tests wait for a process, a browser or a time limit.
const atOnce = availableParallelism() + 4;
const workers = Math.min(atOnce, shared.length);

// Whoever ends this ends what it has started.
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped.abort();
  });
}

// Both for the processes that run the files and for those that they start.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('../node_modules/.cache/compiled-tests', import.meta.url),
);
const memory = inMemory();
if (memory !== undefined) process.env['TEST_FOLDERS'] ??= memory;

await globalSetup();
try {
  const events = run({
    files: [
      ...alone,
      ...Array.from({ length: workers }, () => fileURLToPath(new URL('support/worker.ts', import.meta.url))),
    ],
    concurrency: atOnce,
    signal: stopped.signal,
    // The time limit is against what hangs alone: a busy machine is not a failure. Short-lived garbage, of which tests
    // make much, costs less where there is room for it.
    execArgv: ['--test-timeout=600000', '--max-semi-space-size=32'],
  });
  events.on('test:fail', () => {
    process.exitCode = 1;
  });
  await pipeline(events, new spec(), process.stdout, { end: false });
} finally {
  await globalTeardown();
}
