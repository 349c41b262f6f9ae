/** `npm test`: the linters beside the tests, since each of them leaves a core idle now and then. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';

async function passes(script: string): Promise<boolean> {
  const child = spawn(process.execPath, [script], { stdio: 'inherit' });
  await once(child, 'close');
  return child.exitCode === 0;
}

const [lint, tests] = await Promise.all(['scripts/lint.ts', 'test/run.ts'].map(passes));
// The linters' own words are somewhere among those of the tests.
console.log(`${lint === true ? '✔' : '✖'} npm run lint\n${tests === true ? '✔' : '✖'} npm run test:all`);
if (lint !== true || tests !== true) process.exitCode = 1;
