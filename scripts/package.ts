/** `npm run package -- --env dev`: the Teams app package of an environment, checked and zipped. */

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildPackage, type Outcome } from './package/build.ts';
import { listEnvironments } from './package/environment.ts';
import { report } from './package/problem.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function readName(): string | undefined {
  try {
    return parseArgs({ options: { env: { type: 'string', default: 'dev' } } }).values.env;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(
      `${error.message}\nUse npm run package -- --env NAME with one of ${listEnvironments(root).join(', ')}.`,
    );
    return undefined;
  }
}

function tell(outcome: Outcome): void {
  if (outcome.kind === 'refused') {
    console.error(`No package was made.\n${report(outcome.problems)}`);
    return;
  }
  const { path, files, bytes, sha256, stillExamples, envFile } = outcome;
  console.log(`${path}\n  ${files.join(', ')}\n  ${bytes} bytes, sha256 ${sha256}`);
  if (stillExamples.length > 0) {
    console.log(
      `Not for Teams yet: examples stand in for ${stillExamples.join(', ')}.\n` +
        `  Provision with the toolkit, or put your own into ${envFile}, and package again.`,
    );
  }
}

const name = readName();
const outcome = name === undefined ? undefined : await buildPackage(root, name);
if (outcome !== undefined) tell(outcome);
process.exitCode = outcome?.kind === 'built' ? 0 : 1;
