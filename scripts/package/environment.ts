/** The toolkit's environments: env/.env.NAME, and beside it what is secret, env/.env.NAME.user. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Problem } from './problem.ts';

export interface Environment {
  readonly name: string;
  /** From the project's folder, for what to do about a missing variable. */
  readonly file: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The names of the environments that a project has, sorted. */
export function listEnvironments(root: string): string[] {
  const folder = join(root, 'env');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((file) => /^\.env\.([\w-]+)$/.exec(file)?.[1] ?? [])
    .sort();
}

/** The variables of one environment; the .user file's win. */
export function readEnvironment(root: string, name: string): Environment | Problem {
  const file = `env/.env.${name}`;
  const known = listEnvironments(root);
  // Only what is listed is read, so that a name cannot lead out of the folder.
  if (!known.includes(name)) {
    const fix =
      known.length === 0
        ? `Create ${file}.`
        : `Use one of ${known.join(', ')}, such as --env ${known[0] ?? ''}.`;
    return { where: file, what: 'there is no such environment', fix };
  }
  const given = [file, `${file}.user`]
    .map((path) => join(root, path))
    .filter((path) => existsSync(path))
    .flatMap((path) => Object.entries(parseEnv(readFileSync(path, 'utf8'))));
  const variables = Object.fromEntries(
    given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return { name, file, variables };
}
