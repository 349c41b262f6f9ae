/** docs/admin.md shows every variable that the bot reads, from the same table. `UPDATE_DOCS=1` rewrites it. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { variables, variablesTable } from '../src/config/variables.ts';

const admin = fileURLToPath(new URL('../docs/admin.md', import.meta.url));
const between = /(<!-- variables -->\n)[^]*?(\n<!-- \/variables -->)/;

describe('docs/admin.md', () => {
  it('has the table of variables as the code has it', () => {
    const text = readFileSync(admin, 'utf8');
    const wanted = text.replace(
      between,
      (_all, begin: string, end: string) => `${begin}\n${variablesTable()}\n${end}`,
    );
    if (process.env.UPDATE_DOCS) writeFileSync(admin, wanted);
    else assert.equal(text, wanted);
    assert.match(text, between);
  });

  it('leaves out no variable that the configuration names, and names none that is not read', () => {
    const folder = fileURLToPath(new URL('../src/config', import.meta.url));
    const reading = readdirSync(folder)
      .filter((file) => file !== 'variables.ts')
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n');
    const limits = new Set(['MAX', 'HEADERS', 'REQUEST', 'COMMANDS']);
    for (const name of Object.keys(variables)) {
      if (limits.has(name.split('_')[0] ?? '')) continue;
      assert.ok(reading.includes(`'${name}'`), `${name} is documented and never read`);
    }
  });
});
