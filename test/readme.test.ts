/** The README's table of commands is made from the commands themselves. `UPDATE_DOCS=1` rewrites it. */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { it } from 'node:test';
import { commandsIn } from './support/commands.ts';

const path = fileURLToPath(new URL('../README.md', import.meta.url));
const block = /(<!-- commands:[^\n]*-->\n)([\s\S]*?)(<!-- \/commands -->)/;

function table(): string {
  const rows = commandsIn().map(
    ({ summary, examples }) =>
      `| ${examples.map((example) => `\`${example.replaceAll('|', '\\|')}\``).join('<br>')} | ${summary} |`,
  );
  return ['', '| say | and the bot |', '| --- | --- |', ...rows, '', ''].join('\n');
}

it('the README lists every command with its examples', () => {
  const readme = readFileSync(path, 'utf8');
  const wanted = readme.replace(block, (_all, from: string, _old, to: string) => from + table() + to);
  assert.notEqual(wanted.indexOf('| say |'), -1);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, wanted);
  else assert.equal(readme, wanted, 'run UPDATE_DOCS=1 node --test test/readme.test.ts');
});
