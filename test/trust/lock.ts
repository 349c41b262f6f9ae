/** The lock file, as the tests of this folder read it. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Locked {
  /** Where it is installed, from the project's folder. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** Needed by development alone. */
  readonly dev: boolean;
  readonly integrity: string | undefined;
  readonly hasInstallScript: boolean;
}

const versions = z.record(z.string(), z.string()).default({});
const lockFile = z.object({
  lockfileVersion: z.int(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string(),
      dev: z.boolean().default(false),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().default(false),
      dependencies: versions,
      devDependencies: versions,
    }),
  ),
});
const manifestFile = z.object({
  dependencies: versions,
  devDependencies: versions,
  overrides: versions,
  allowScripts: z.record(z.string(), z.boolean()),
});

export const manifest = manifestFile.parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')));

/** The lock file as it is written. */
export const lockText = readFileSync(`${root}package-lock.json`, 'utf8');

const { packages, lockfileVersion } = lockFile.parse(JSON.parse(lockText));

export const lock = { version: lockfileVersion, root: packages[''] };

const folder = 'node_modules/';

/** Every copy of every package, this project itself left out. */
export const locked: readonly Locked[] = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, { version, dev, integrity, hasInstallScript }]) => ({
    path,
    name: path.slice(path.lastIndexOf(folder) + folder.length),
    version,
    dev,
    integrity,
    hasInstallScript,
  }));
