/**
 * The documents' tables of commands, variables, metrics and stored data are made from those that the bot itself uses
 * (`UPDATE_DOCS=1` rewrites them), and what they link to or name in the tree is there.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { variables, variablesTable } from '../src/config/variables.ts';
import { metricsTable } from '../src/observability/metric-definitions.ts';
import { keptTable } from '../src/store/kept-tables.ts';
import { commandsIn } from './support/commands.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const commands = fileURLToPath(new URL('../docs/commands.md', import.meta.url));
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

function commandsTable(): string {
  const rows = commandsIn().map(
    ({ summary, examples }) =>
      `| ${examples.map((example) => `\`${example.replaceAll('|', '\\|')}\``).join('<br>')} | ${summary} |`,
  );
  return ['| say | and the bot |', '| --- | --- |', ...rows].join('\n');
}

describe('docs/commands.md', () => {
  it('lists every command with its examples', () => {
    compare(commands, 'commands', commandsTable());
  });
});

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
    compare(operations, 'figures', metricsTable());
  });

  it('names no figure, in what is worth an alarm, that is not counted', () => {
    const table = metricsTable();
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

/** As GitHub names a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

const documents = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
].map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

describe('the documents', () => {
  it('link to nothing that is not there', () => {
    const broken = documents.flatMap(({ file, text }) =>
      [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)]
        .filter(([, path = '', anchor]) => {
          const target = path === '' ? join(root, file) : join(root, dirname(file), path);
          if (!existsSync(target)) return true;
          return anchor !== undefined && !anchorsIn(readFileSync(target, 'utf8')).includes(anchor);
        })
        .map(([link]) => `${file}: ${link}`),
    );
    assert.deepEqual(broken, []);
  });

  it('show every picture in docs/', () => {
    const all = documents.map(({ text }) => text).join('\n');
    const pictures = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.png'));
    assert.deepEqual(
      pictures.filter((file) => !new RegExp(`\\]\\((?:docs/)?${file}\\)`).test(all)),
      [],
    );
  });

  it('name no source file or folder that is not there', () => {
    const named = documents.flatMap(({ file, text }) =>
      [...text.matchAll(/`((?:src|test|docs|scripts|infra)\/[\w./-]*|[a-z-]+\/[\w.-]+\.ts)`/g)].map(
        ([, path = '']) => ({ file, path }),
      ),
    );
    assert.ok(named.length > 20);
    const missing = named.filter(
      ({ path }) => !existsSync(join(root, path)) && !existsSync(join(root, 'src', path)),
    );
    assert.deepEqual(missing, []);
  });
});
