import { folder, type AppPackage } from '../app-package.ts';
import type { Problem } from '../problem.ts';

/** Words that name no app by themselves. */
const common = new Set('app assistant availability bot calendar keeper message presence status'.split(' '));

/** https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines#app-name */
const rules: readonly (readonly [string, (name: string) => boolean])[] = [
  ['has “Teams” or “Microsoft” in it', (name) => /\b(?:teams|microsoft)\b/i.test(name)],
  ['is a common word and no name', (name) => common.has(name.trim().toLowerCase())],
  ['is empty', (name) => name.trim() === ''],
];

/** The app's names are ones that Microsoft's store takes. */
export function names({ manifest, environment }: AppPackage): Problem[] {
  const { short, full } = manifest.name;
  const where = `${folder}/${manifest.file}, name`;
  const fix = `Set APP_NAME_SHORT and APP_NAME_FULL in ${environment.file}.`;
  const broken = [short, full].flatMap((name) =>
    rules.filter(([, breaks]) => breaks(name)).map(([what]) => ({ where, what: `“${name}” ${what}`, fix })),
  );
  return short === full ? [...broken, { where, what: 'both names are the same', fix }] : broken;
}
