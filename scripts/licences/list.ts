/** Which packages the bot runs on, and under which licences. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A package that is installed where only what the bot needs to run is. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; empty where neither the package nor the table below names one. */
  readonly licence: string;
}

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string(), dev: z.boolean().optional(), license: z.string().optional() }),
  ),
});
const manifest = z.object({ version: z.string(), license: z.string().optional() });

/** Packages whose package.json names no licence, and what was read instead. Another version is read again. */
const readByHand: Readonly<Record<string, string>> = {
  // Its Readme.md ends with “License: MIT”.
  'escape-regexp-component@1.0.2': 'MIT',
  // Its LICENSE file is the MIT licence.
  'jspath@0.4.0': 'MIT',
};

const folder = 'node_modules/';

/** What `npm ci --omit=dev` installs, by name and version; rejects an installation that is not the lock file's. */
export function productionPackages(root: string): readonly Licensed[] {
  const { packages } = lock.parse(read(join(root, 'package-lock.json')));
  const licensed = new Map<string, Licensed>();
  for (const [path, locked] of Object.entries(packages)) {
    if (path === '' || locked.dev === true) continue;
    const name = path.slice(path.lastIndexOf(folder) + folder.length);
    const file = join(root, path, 'package.json');
    // What is optional may be missing; then there is only what the lock file says of it.
    const installed = existsSync(file) ? manifest.parse(read(file)) : locked;
    if (installed.version !== locked.version) {
      throw new Error(`${path} is ${installed.version}, not ${locked.version}: run npm ci first.`);
    }
    const id = `${name}@${locked.version}`;
    const licence = installed.license ?? readByHand[id] ?? '';
    licensed.set(id, { name, version: locked.version, licence });
  }
  return [...licensed.values()].sort((one, other) => compare(key(one), key(other)));
}

/** The list as docs/licences.md. */
export function licenceDocument(packages: readonly Licensed[]): string {
  const counts = new Map<string, number>();
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const totals = [...counts]
    .sort(([one, count], [other, otherCount]) => otherCount - count || compare(one, other))
    .map(([licence, count]) => `${licence} (${count})`);
  return [
    '# Licences',
    '',
    'The packages that the bot runs on, from the lock file. Written by `node scripts/licences.ts`; a test compares.',
    '',
    `${packages.length} packages: ${totals.join(', ')}.`,
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
  ].join('\n');
}

function key({ name, version }: Licensed): string {
  return `${name}@${version}`;
}

/** By code units: the same on every machine, whatever its language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}
