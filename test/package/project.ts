/** A copy of appPackage/ with an environment of its own, to be spoilt. */

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackage, type Outcome } from '../../scripts/package/build.ts';
import { report } from '../../scripts/package/problem.ts';
import { temporaryFolder } from '../support/folders.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What provisioning would have written. */
export const provisioned = {
  APP_NAME_SHORT: 'Brightwater Status',
  APP_NAME_FULL: 'Brightwater Status: ends by itself',
  APP_NAME_SUFFIX: '-test',
  DEVELOPER_NAME: 'Brightwater',
  DEVELOPER_WEBSITE: 'https://brightwater.example',
  TEAMS_APP_ID: '55555555-5555-4555-8555-555555555555',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  BOT_DOMAIN: 'brightwater-presence.azurewebsites.net',
  AAD_APP_CLIENT_ID: '66666666-6666-4666-8666-666666666666',
} as const;

export interface Project {
  readonly folder: string;
  /** Puts a file there, from the project's folder. */
  write(file: string, content: string | Uint8Array): void;
  remove(file: string): void;
  /** Replaces a text that is in the file once. */
  replace(file: string, old: string, text: string): void;
  /** Gives the environment these variables instead of its own; undefined takes one away. */
  variables(values: Readonly<Record<string, string | undefined>>): void;
  build(): Promise<Outcome>;
  /** The zip's bytes. Fails with what is wrong when there is none. */
  zip(): Promise<Uint8Array>;
  /** What is wrong, as the terminal shows it. Fails when nothing is, or when a zip was written all the same. */
  refusal(): Promise<string>;
}

export function copyProject(): Project {
  const folder = temporaryFolder();
  cpSync(join(root, 'appPackage'), join(folder, 'appPackage'), {
    recursive: true,
    filter: (path) => basename(path) !== 'build',
  });
  const project: Project = {
    folder,
    write(file, content) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    },
    remove(file) {
      rmSync(join(folder, file));
    },
    replace(file, old, text) {
      const content = readFileSync(join(folder, file), 'utf8');
      assert.equal(content.split(old).length, 2, `${old} is in ${file} once`);
      project.write(
        file,
        content.replace(old, () => text),
      );
    },
    variables(values) {
      const all: Readonly<Record<string, string | undefined>> = { ...provisioned, ...values };
      const lines = Object.entries(all).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${value}`],
      );
      project.write('env/.env.dev', `${lines.join('\n')}\n`);
    },
    build: () => buildPackage(folder, 'dev'),
    async zip() {
      const outcome = await project.build();
      assert.equal(outcome.kind === 'refused' ? report(outcome.problems) : '', '');
      return readFileSync(join(folder, 'appPackage/build/appPackage.dev.zip'));
    },
    async refusal() {
      const outcome = await project.build();
      const problems = outcome.kind === 'refused' ? outcome.problems : [];
      assert.notDeepEqual(problems, []);
      assert.ok(!existsSync(join(folder, 'appPackage/build/appPackage.dev.zip')), 'there is no zip');
      return report(problems);
    },
  };
  project.variables({});
  return project;
}
