/** The documents show every variable and every figure, from the tables that the bot uses. `UPDATE_DOCS=1` rewrites them. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { variables, variablesTable } from '../src/config/variables.ts';
import { figuresTable } from '../src/metrics/figures.ts';
import { movedTables } from '../src/store/move.ts';

const admin = fileURLToPath(new URL('../docs/admin.md', import.meta.url));
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

  it('says what is kept in each table', () => {
    const text = readFileSync(operations, 'utf8').toLowerCase();
    const said: Readonly<Record<(typeof movedTables)[number], string>> = {
      people: '| people: id, tenant, zone',
      conversations: '| how to write to them',
      leases: 'what graph holds of them',
      claims: '| sessions on record',
      meetings: '| meetings under way',
      attendances: 'and who is in them',
      person_states: '| what is set for each person',
      changes: '| history of changes',
      seen: '| deliveries that were handled',
      budget: '| calls to graph, by tenant and second',
    };
    for (const table of movedTables) assert.ok(text.includes(said[table]), table);
  });
});
