/** Everything that is checked before an app package is written. */

import type { AppPackage } from '../app-package.ts';
import type { Problem } from '../problem.ts';
import { commandIds } from './command-ids.ts';
import { commandTitles } from './command-titles.ts';
import { icons } from './icons.ts';
import { languagePaths } from './language-paths.ts';
import { names } from './names.ts';
import { schemas } from './schemas.ts';

type Check = (app: AppPackage) => readonly Problem[] | Promise<readonly Problem[]>;

const checks: readonly Check[] = [schemas, names, languagePaths, commandTitles, commandIds, icons];

/** What is wrong with a package, all of it at once. */
export async function check(app: AppPackage): Promise<Problem[]> {
  const found = await Promise.all(checks.map(async (one) => one(app)));
  return [...app.problems, ...found.flat()];
}
