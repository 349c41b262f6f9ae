import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { licenceDocument, productionPackages } from '../../scripts/licences/list.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packages = productionPackages(root);

/** Licences that ask no more than to be named: they let this bot stay under MIT. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** Whether an SPDX expression lets us choose allowed licences alone. What is not understood is not allowed. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\(([^()]*)\)$/, '$1');
  if (/[()]/.test(bare)) return false;
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.has(one)));
}

describe('licences', () => {
  it('are judged by what an expression leaves to choose', () => {
    for (const good of ['MIT', '(MIT OR GPL-3.0)', '(AFL-2.1 OR BSD-3-Clause)', '(MIT AND ISC)'])
      assert.ok(isAllowed(good), good);
    for (const bad of ['', 'GPL-3.0', '(MIT AND GPL-3.0)', 'UNLICENSED', 'SEE LICENSE IN LICENSE', 'mit-ish'])
      assert.ok(!isAllowed(bad), bad);
  });

  it('of all packages that the bot runs on ask no more than to be named', () => {
    assert.ok(packages.length > 100);
    const others = packages.filter(({ licence }) => !isAllowed(licence));
    assert.deepEqual(others, [], 'read what these ask for, before they are allowed or left out');
  });

  it('are listed in docs/licences.md', () => {
    const written = readFileSync(join(root, 'docs/licences.md'), 'utf8');
    assert.equal(written, licenceDocument(packages), 'run node scripts/licences.ts');
  });
});
