/** An environment's app package: read, checked and written, or refused with all that is wrong. */

import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folder, readAppPackage, type AppPackage } from './app-package.ts';
import { check } from './checks/index.ts';
import { readEnvironment } from './environment.ts';
import type { Problem } from './problem.ts';
import { zip } from './zip.ts';

export type Outcome =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'built';
      /** From the project's folder. */
      readonly path: string;
      readonly files: readonly string[];
      readonly bytes: number;
      readonly sha256: string;
      readonly envFile: string;
      /** The variables that nobody has given yet, so that examples stand in. */
      readonly stillExamples: readonly string[];
    };

/** Makes appPackage/build/appPackage.NAME.zip. */
export async function buildPackage(root: string, name: string): Promise<Outcome> {
  const environment = readEnvironment(root, name);
  if (!('variables' in environment)) return { kind: 'refused', problems: [environment] };
  const path = `${folder}/build/appPackage.${name}.zip`;
  // One of an earlier run must not be taken for this one's.
  rmSync(join(root, path), { force: true });
  const app = readAppPackage(root, environment);
  const problems = await check(app);
  if (problems.length > 0) return { kind: 'refused', problems };
  const files = contents(app);
  const zipped = zip(files);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), zipped);
  return {
    kind: 'built',
    path,
    files: [...files.keys()].sort(),
    bytes: zipped.length,
    sha256: createHash('sha256').update(zipped).digest('hex'),
    envFile: environment.file,
    stillExamples: app.stillExamples,
  };
}

/** JSON is written anew, so that line ends of the checkout do not matter. */
function contents({ manifest, languages, icons }: AppPackage): Map<string, Uint8Array> {
  const documents = [manifest, ...languages].map(
    ({ file, content }) => [file, new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)] as const,
  );
  return new Map([...documents, ...icons]);
}
