/** What the toolkit and VS Code are told to use is there. That they parse as YAML, the formatter sees. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../../src/config/read-config.ts';
import { root } from './project.ts';

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

const environmentOf = {
  'm365agents.yml': 'env/.env.dev',
  'm365agents.local.yml': 'env/.env.local',
  'm365agents.playground.yml': 'env/.env.playground',
  'infra/azure.parameters.json': 'env/.env.dev',
} as const;

const placeholder = /\$\{\{ *(\w+) *\}\}/g;

describe('the toolkit', () => {
  for (const [file, env] of Object.entries(environmentOf)) {
    it(`finds every variable of ${file} in ${env}`, () => {
      const known = new Set(Object.keys(parseEnv(text(env))));
      const used = [...text(file).matchAll(placeholder)].map(([, name = '']) => name);
      // Secrets are in the .user file, which nobody has before Provision.
      assert.deepEqual(
        used.filter((name) => !known.has(name) && !name.startsWith('SECRET_')),
        [],
      );
    });
  }

  it('starts the bundle in Azure with the flags of npm start, without npm between', () => {
    const { scripts } = z
      .object({ scripts: z.object({ start: z.string() }) })
      .parse(JSON.parse(text('package.json')));
    const command = scripts.start.replace('scripts/start.js', 'index.mjs');
    assert.ok(text('infra/azure.bicep').includes(`appCommandLine: '${command}'`));
  });

  it('finds every file that it is told of', () => {
    for (const file of ['m365agents.yml', 'm365agents.local.yml', 'm365agents.playground.yml']) {
      const read = [
        ...text(file).matchAll(/(?:manifestPath|path|parameters|ignoreFile|environmentFolderPath): (\S+)/g),
      ];
      for (const [, path = ''] of read) assert.ok(existsSync(join(root, path)), `${file}: ${path}`);
    }
  });

  it('has a variable for each output of the template', () => {
    const outputs = [...text('infra/azure.bicep').matchAll(/^output (\w+)/gm)].map(([, name = '']) => name);
    assert.ok(outputs.includes('BOT_ID'));
    const known = Object.keys(parseEnv(text('env/.env.dev')));
    assert.deepEqual(
      outputs.filter((name) => !known.includes(name)),
      [],
    );
  });

  it('gives the template the parameters that have no default, and no others', () => {
    const bicep = text('infra/azure.bicep');
    const wanted = [...bicep.matchAll(/^param (\w+) \w+$/gm)].map(([, name = '']) => name);
    const { parameters } = z
      .object({ parameters: z.record(z.string(), z.object({ value: z.string() })) })
      .parse(JSON.parse(text('infra/azure.parameters.json')));
    assert.deepEqual(Object.keys(parameters).sort(), wanted.sort());
  });

  it('commits no secret', () => {
    for (const env of ['env/.env.dev', 'env/.env.local', 'env/.env.playground']) {
      assert.deepEqual(
        Object.entries(parseEnv(text(env))).filter(
          ([name, value]) => /SECRET|PASSWORD|KEY|TOKEN/.test(name) && value !== 'on',
        ),
        [],
      );
    }
  });
});

const guid = '22222222-2222-4222-8222-222222222222';

describe('the bot', () => {
  it('starts with the settings that the template gives the web app', () => {
    const bicep = text('infra/azure.bicep');
    const settings = [...bicep.matchAll(/\{ name: '(\w+)', value: (.+) \}/g)].map(
      ([, name = '', value = '']) => [name, value.startsWith("'") ? value.slice(1, -1) : guid] as const,
    );
    const config = readConfig(Object.fromEntries(settings));
    assert.equal(config.mode === 'production' && config.identity.credential.kind, 'managed');
    assert.equal(config.host, '0.0.0.0');
    // Without it nothing would outlive a restart there.
    assert.ok('databaseUrl' in config.where && config.where.databaseAuth === 'entra');
  });

  it('starts with the settings that the toolkit writes for this machine', () => {
    const [, envs = ''] = /\n +envs:\n((?: +\w+: .+\n)+)/.exec(text('m365agents.local.yml')) ?? [];
    const settings = [...envs.matchAll(/(\w+): (.+)/g)].map(
      ([, name = '', value = '']) => [name, value.replace(placeholder, guid)] as const,
    );
    const config = readConfig(Object.fromEntries(settings));
    assert.equal(config.mode === 'production' && config.identity.credential.kind, 'secret');
    assert.deepEqual([config.host, config.port], ['127.0.0.1', 3978]);
  });
});

describe('VS Code', () => {
  const Launch = z.object({
    configurations: z.array(
      z.object({
        name: z.string(),
        runtimeArgs: z.array(z.string()).optional(),
        serverReadyAction: z.object({ pattern: z.string() }).optional(),
      }),
    ),
    compounds: z.array(z.object({ configurations: z.array(z.string()), preLaunchTask: z.string() })),
  });
  const Tasks = z.object({
    tasks: z.array(z.object({ label: z.string(), dependsOn: z.array(z.string()).default([]) })),
  });
  const launch = Launch.parse(JSON.parse(text('.vscode/launch.json')));
  const { tasks } = Tasks.parse(JSON.parse(text('.vscode/tasks.json')));
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(text('package.json')));

  it('starts the Playground with F5, and opens the page when its address is printed', () => {
    const [first] = launch.configurations;
    assert.deepEqual(first?.runtimeArgs, ['run', 'playground']);
    assert.ok(scripts.playground);
    const address = new RegExp(first.serverReadyAction?.pattern ?? '');
    assert.equal(
      address.exec('  Page       http://127.0.0.1:56150   (open it and type: dnd 2h)')?.[1],
      'http://127.0.0.1:56150',
    );
    assert.match(text('src/playground/index.ts'), / {2}Page {7}\$\{url\} /);
  });

  it('has every configuration and task that others build on', () => {
    const configurations = launch.configurations.map(({ name }) => name);
    const labels = tasks.map(({ label }) => label);
    for (const { configurations: parts, preLaunchTask } of launch.compounds) {
      assert.ok(parts.every((name) => configurations.includes(name)));
      assert.ok(labels.includes(preLaunchTask));
    }
    assert.ok(tasks.flatMap(({ dependsOn }) => dependsOn).every((label) => labels.includes(label)));
  });

  it('waits for the line that the bot prints once it listens', () => {
    assert.match(text('.vscode/tasks.json'), /"endsPattern": "listening on port 3978"/);
    assert.match(text('src/index.ts'), /`listening on port \$\{app\.port\}`/);
  });

  it("recommends the toolkit's extension", () => {
    const { recommendations } = z
      .object({ recommendations: z.array(z.string()) })
      .parse(JSON.parse(text('.vscode/extensions.json')));
    assert.ok(recommendations.includes('TeamsDevApp.ms-teams-vscode-extension'));
  });
});

it('docs/admin.md names every variable of env/.env.dev that the manifest takes, and no other', () => {
  const rows = /\| in `env\/\.env\.dev` +\| is +\|([^]*?)\n\n/.exec(text('docs/admin.md'))?.[1] ?? '';
  const named = [...rows.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name).sort();
  const taken = new Set(
    [...text('appPackage/manifest.json').matchAll(placeholder)].map(([, name = '']) => name),
  );
  taken.delete('APP_NAME_SUFFIX');
  assert.deepEqual(named, [...taken].sort());
});
