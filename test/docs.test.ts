/** The documents show every variable and every figure, from the tables that the bot uses. `UPDATE_DOCS=1` rewrites them. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { variables, variablesTable } from '../src/config/variables.ts';
import { figuresTable } from '../src/observability/figures.ts';
import { keptTable } from '../src/store/kept.ts';

const admin = fileURLToPath(new URL('../docs/admin.md', import.meta.url));
const privacy = fileURLToPath(new URL('../docs/privacy.md', import.meta.url));
const operations = fileURLToPath(new URL('../docs/operations.md', import.meta.url));

/** The table stands in the file between the two comments of that name. */
function compare(file: string, name: string, table: string): void {
  const between = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`);
  const text = readFileSync(file, 'utf8');
  assert.match(text, between);
  const wanted = text.replace(between, (_all, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
  if (process.env.UPDATE_DOCS) writeFileSync(file, wanted);
  else assert.equal(text, wanted);
}

describe('docs/admin.md', () => {
  it('has the table of variables as the code has it', () => {
    compare(admin, 'variables', variablesTable());
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

describe('docs/operations.md', () => {
  it('has the table of figures as the code has it', () => {
    compare(operations, 'figures', figuresTable());
  });

  it('names no figure, in what is worth an alarm, that is not counted', () => {
    const table = figuresTable();
    const text = readFileSync(operations, 'utf8');
    const named = [...text.matchAll(/presence_bot_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
    assert.ok(named.length > 10);
    for (const name of named) assert.ok(table.includes(`\`${name}\``), name);
  });
});

describe('docs/privacy.md', () => {
  it('has the table of what is kept as the code has it', () => {
    compare(privacy, 'kept', keptTable());
  });
});
