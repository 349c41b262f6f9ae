/** Everything that is checked without running it, side by side; what one says is shown in one piece. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** The linter checks the types too. */
const commands = ['oxlint --quiet', 'oxfmt --check', 'knip'];

async function passes(command: string): Promise<boolean> {
  const begun = performance.now();
  const child = spawn(`${command} 2>&1`, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  console.log(
    `${child.exitCode === 0 ? '✔' : '✖'} ${command} (${Math.round((performance.now() - begun) / 1000)} s)\n${said}`,
  );
  return child.exitCode === 0;
}

const results = await Promise.all(commands.map(passes));
if (results.includes(false)) process.exitCode = 1;
