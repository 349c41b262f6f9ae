/** The folder appPackage/ with an environment's values filled in: what there is to check, and then to zip. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import { iconFiles, languageFiles, readManifest, type Manifest } from './manifest.ts';
import { fill } from './placeholders.ts';
import type { Problem } from './problem.ts';

export const folder = 'appPackage';
export const manifestFile = 'manifest.json';

/** A JSON file with its values filled in; undefined when it could not be read, which is a problem already. */
interface Document {
  readonly file: string;
  readonly content: unknown;
}

export interface AppPackage {
  readonly environment: Environment;
  readonly manifest: Document & Manifest;
  readonly languages: readonly Document[];
  /** By the names that the manifest calls them. */
  readonly icons: ReadonlyMap<string, Uint8Array>;
  /** The variables that nobody has given yet, so that examples stand in. */
  readonly stillExamples: readonly string[];
  /** What is wrong with it as it was read; the checks find the rest. */
  readonly problems: readonly Problem[];
}

/** Reads all of it; what cannot be read is left out and told in `problems`. */
export function readAppPackage(root: string, environment: Environment): AppPackage {
  const problems: Problem[] = [];
  const stillExamples = new Set<string>();

  const load = (file: string, wantedBy: string): Uint8Array | undefined => {
    const inside = !/^(?:[/\\]|[A-Za-z]:)|\\|(?:^|\/)\.\.(?:\/|$)/.test(file);
    if (inside && existsSync(join(root, folder, file))) return readFileSync(join(root, folder, file));
    problems.push({
      where: `${folder}/${file}`,
      what: inside
        ? `the file is missing, but ${wantedBy}`
        : `the file is outside ${folder}/, but ${wantedBy}`,
      fix: inside ? 'Add it, or take its name out of the manifest.' : `Move it into ${folder}/.`,
    });
    return undefined;
  };

  const loadJson = (file: string, wantedBy: string): Document => {
    const where = `${folder}/${file}`;
    const bytes = load(file, wantedBy);
    if (bytes === undefined) return { file, content: undefined };
    try {
      const filled = fill(new TextDecoder().decode(bytes), environment.variables);
      for (const name of filled.stillExamples) stillExamples.add(name);
      for (const name of filled.missing) {
        const what = `\${{${name}}} has no value`;
        problems.push({ where, what, fix: `Add a line ${name}=… to ${environment.file}.` });
      }
      return { file, content: filled.content };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      problems.push({ where, what: `not JSON: ${error.message}`, fix: 'Correct it there.' });
      return { file, content: undefined };
    }
  };

  const document = loadJson(manifestFile, 'an app package is made from it');
  const manifest = { ...document, ...readManifest(document.content) };
  const icons = iconFiles(manifest).flatMap((file) => {
    const bytes = load(file, `“icons” in ${manifestFile} names it`);
    return bytes === undefined ? [] : [[file, bytes] as const];
  });
  const languages = languageFiles(manifest).map((file) =>
    loadJson(file, `“localizationInfo” in ${manifestFile} names it`),
  );
  return {
    environment,
    manifest,
    languages,
    icons: new Map(icons),
    stillExamples: [...stillExamples].sort(),
    problems,
  };
}
