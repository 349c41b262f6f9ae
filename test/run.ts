/**
 * Runs every test file, or those of the patterns given. Most share a few processes, since what a file costs is mostly
 * loading the bot: each process takes the next file that no other has taken. Hooks stay their file's own, and a file
 * that changes its process changes it back.
 */

import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './support/folders.ts';
import { globalSetup, globalTeardown } from './support/global-setup.ts';

/** These have a process of their own. */
const alone: readonly string[] = [
  // Snapshots are kept beside the file that a process begins with.
  'test/cards/cards.test.ts',
];

/** These wait the longest, and begin first. */
const slow = /^test\/(playground\/page|bot\/(activities|on-record)|shutdown|process|sessions\/|store\/)/;

const patterns = process.argv.slice(2);
const files = globSync(patterns.length > 0 ? patterns : 'test/**/*.test.ts').map((file) =>
  file.replaceAll('\\', '/'),
);
const shared = files.filter((file) => !alone.includes(file));
shared.sort((a, b) => Number(slow.test(b)) - Number(slow.test(a)));
process.env['TEST_FILES'] = JSON.stringify(shared);
process.env['TEST_TAKEN'] = temporaryFolder();

// One more than there are cores: some tests wait for a process or for a time limit.
const workers = Math.min(availableParallelism() + 1, shared.length);

// Whoever ends this ends what it has started.
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped.abort();
  });
}

await globalSetup();
try {
  const events = run({
    files: [
      ...files.filter((file) => alone.includes(file)),
      ...Array.from({ length: workers }, () => fileURLToPath(new URL('support/worker.ts', import.meta.url))),
    ],
    concurrency: availableParallelism() + 1,
    signal: stopped.signal,
    // Against what hangs alone: a busy machine is not a failure.
    execArgv: ['--test-timeout=600000'],
  });
  events.on('test:fail', () => {
    process.exitCode = 1;
  });
  await pipeline(events, new spec(), process.stdout, { end: false });
} finally {
  await globalTeardown();
}
