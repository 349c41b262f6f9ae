import { folder, manifestFile, type AppPackage } from '../app-package.ts';
import { at, entries, readPlace } from '../place.ts';
import type { Problem } from '../problem.ts';

/** What a language file has besides translations. */
const notTranslations = new Set(['$schema', 'localizationKeys']);

/** Every place that a language file translates holds a text in the manifest: a place counted wrong translates nothing. */
export function languagePaths({ manifest, languages }: AppPackage): Problem[] {
  return languages.flatMap(({ file, content }) =>
    entries(content)
      .filter(
        ([key]) => !notTranslations.has(key) && typeof at(manifest.content, readPlace(key)) !== 'string',
      )
      .map(([key]) => ({
        where: `${folder}/${file}, ${key}`,
        what: `${manifestFile} has no text there`,
        fix: 'Count the places anew, or take the line out.',
      })),
  );
}
