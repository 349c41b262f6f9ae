/** Everything that is checked without running it, side by side; what one says is shown in one piece. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/**
 * The linter takes as long as the others together. The compiler and the formatter remember what they have looked at:
 * neither has anything new to say of what has not changed. The linter would, as its rules look into other files' types.
 */
const lanes = [
  ['eslint .'],
  [
    'tsc --noEmit --incremental --tsBuildInfoFile node_modules/.cache/tsc.json',
    'prettier --check --cache .',
    'knip',
  ],
];

async function passes(command: string): Promise<boolean> {
  const begun = performance.now();
  const child = spawn(`${command} 2>&1`, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  console.log(
    `${child.exitCode === 0 ? '✔' : '✖'} ${command} (${Math.round((performance.now() - begun) / 1000)} s)\n${said}`,
  );
  return child.exitCode === 0;
}

const results = await Promise.all(
  lanes.map(async (lane) => {
    const passed: boolean[] = [];
    for (const command of lane) passed.push(await passes(command));
    return passed;
  }),
);
if (results.flat().includes(false)) process.exitCode = 1;
