/** What `npm run package` makes. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { extensionCommands } from '../../src/teams/invoke-values.ts';
import { buildPackage } from '../../scripts/package/build.ts';
import { report } from '../../scripts/package/problem.ts';
import { at, readPlace } from '../../scripts/package/place.ts';
import { copyProject, provisioned, root } from './project.ts';
import { read } from '../../src/parser/read.ts';

const languages = ['de', 'es', 'fr', 'ja', 'pt-br', 'zh-cn'] as const;
const files = [
  ...['color.png', 'manifest.json', 'outline.png'],
  ...languages.map((language) => `${language}.json`),
].sort();

function json(zip: Uint8Array, file: string): unknown {
  return JSON.parse(strFromU8(unzipSync(zip)[file] ?? new Uint8Array()));
}

describe('the app package', () => {
  it('holds the manifest, its languages and its icons', async () => {
    const zip = unzipSync(await copyProject().zip());
    assert.deepEqual(Object.keys(zip), files);
    for (const icon of ['color.png', 'outline.png']) {
      assert.deepEqual(Buffer.from(zip[icon] ?? []), readFileSync(join(root, 'appPackage', icon)));
    }
  });

  it('has the values of the environment instead of placeholders', async () => {
    const zip = await copyProject().zip();
    const manifest = json(zip, 'manifest.json');
    assert.deepEqual(
      ['id', 'bots[0].botId', 'composeExtensions[0].botId', 'webApplicationInfo.id', 'validDomains[0]'].map(
        (place) => at(manifest, readPlace(place)),
      ),
      [
        provisioned.TEAMS_APP_ID,
        provisioned.BOT_ID,
        provisioned.BOT_ID,
        provisioned.AAD_APP_CLIENT_ID,
        provisioned.BOT_DOMAIN,
      ],
    );
    assert.equal(at(manifest, ['name', 'short']), 'Brightwater Status-test');
    assert.equal(at(json(zip, 'zh-cn.json'), ['name.short']), 'Brightwater Status-test');
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      assert.doesNotMatch(strFromU8(unzipSync(zip)[file] ?? new Uint8Array()), /\$\{\{/);
    }
  });

  it('has the same bytes each time, whatever the line ends of the checkout', async () => {
    const project = copyProject();
    const once = await project.zip();
    assert.deepEqual(await project.zip(), once);
    const manifest = readFileSync(join(root, 'appPackage/manifest.json'), 'utf8');
    project.write('appPackage/manifest.json', manifest.replaceAll('\n', '\r\n'));
    assert.deepEqual(await project.zip(), once);
  });

  it('takes a value with quotation marks as it is', async () => {
    const project = copyProject();
    project.variables({ DEVELOPER_NAME: `'The "Bright" Water'` });
    assert.equal(at(json(await project.zip(), 'manifest.json'), ['developer', 'name']), 'The "Bright" Water');
  });

  it('lets what is in the .user file win', async () => {
    const project = copyProject();
    project.write('env/.env.dev.user', 'APP_NAME_SUFFIX=-mine\n');
    assert.equal(
      at(json(await project.zip(), 'manifest.json'), ['name', 'short']),
      'Brightwater Status-mine',
    );
  });

  it('may have an empty suffix, which is an answer', async () => {
    const project = copyProject();
    project.variables({ APP_NAME_SUFFIX: '' });
    assert.equal(at(json(await project.zip(), 'manifest.json'), ['name', 'short']), 'Brightwater Status');
  });

  it('is made before anything is provisioned, and says for which values examples stand in', async () => {
    const project = copyProject();
    const before = await project.build();
    assert.deepEqual(before.kind === 'built' && before.stillExamples, []);
    project.variables({ BOT_ID: '', TEAMS_APP_ID: '', DEVELOPER_WEBSITE: 'https://presence-bot.example' });
    const outcome = await project.build();
    assert.deepEqual(outcome.kind === 'built' && outcome.stillExamples, [
      'BOT_ID',
      'DEVELOPER_WEBSITE',
      'TEAMS_APP_ID',
    ]);
  });
});

const manifest: unknown = JSON.parse(readFileSync(join(root, 'appPackage/manifest.json'), 'utf8'));
const contentOf = (language: string) =>
  z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(join(root, `appPackage/${language}.json`), 'utf8')));

/** Every text of the manifest that Teams shows, by its place: what the localisation schema lets be translated. */
function shownTexts(value: unknown, place: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => shownTexts(item, `${place}[${index}]`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => shownTexts(inner, `${place}.${key}`));
  }
  return /\.(title|description)$|^(name|description)\./.test(place) ? [place] : [];
}

describe('the manifest', () => {
  it('is translated throughout', () => {
    const shown = ['name', 'description', 'bots', 'composeExtensions'].flatMap((part) =>
      shownTexts(at(manifest, [part]), part),
    );
    assert.ok(shown.length > 20);
    for (const language of languages) {
      const content = contentOf(language);
      assert.deepEqual(
        shown.filter((place) => content[place] === undefined),
        [],
        language,
      );
    }
  });

  it('has commands in each language that the bot reads in it as what they are in English', () => {
    const now = Date.UTC(2026, 0, 5, 12);
    const meant = (text: string, locale: string) => {
      const reading = read(text, { now, zone: 'Europe/Berlin', locale, bot: [] });
      return 'assumed' in reading ? { ...reading, assumed: [], otherEnds: [] } : reading;
    };
    for (const language of languages) {
      const typed = Object.entries(contentOf(language)).filter(([place]) => /^bots.*\.title$/.test(place));
      assert.ok(typed.length > 30);
      for (const [place, title] of typed) {
        const english = String(at(manifest, readPlace(place)));
        assert.deepEqual(meant(title, language), meant(english, 'en'), `${language}: ${title} – ${english}`);
      }
    }
  });

  it('offers the commands of the extension where the bot expects them', () => {
    const Commands = z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        triggers: z.array(z.string()).optional(),
        context: z.array(z.string()),
        fetchTask: z.boolean().optional(),
        initialRun: z.boolean().optional(),
        parameters: z.array(z.object({ name: z.string() })).optional(),
      }),
    );
    const commands = Commands.parse(at(manifest, readPlace('composeExtensions[0].commands')));
    assert.deepEqual(commands, [
      {
        id: 'setPresence',
        type: 'action',
        triggers: ['slash'],
        context: ['compose', 'commandBox'],
        fetchTask: true,
      },
      { id: 'setPresenceFromMessage', type: 'action', context: ['message'], fetchTask: true },
      {
        id: 'presence',
        type: 'query',
        context: ['compose', 'commandBox'],
        initialRun: true,
        parameters: [{ name: 'text' }],
      },
    ]);
    assert.deepEqual(
      commands.map(({ id }) => id),
      [...extensionCommands],
    );
  });

  it('starts a talk with prompts in the own chat, and has what can be told a chat behind a slash', () => {
    const Lists = z.array(
      z.object({
        triggers: z.array(z.string()),
        scopes: z.array(z.string()),
        commands: z.array(
          z.object({ title: z.string(), type: z.string().optional(), prompt: z.string().optional() }),
        ),
      }),
    );
    const [personal, mention, slash, ...more] = Lists.parse(at(manifest, readPlace('bots[0].commandLists')));
    assert.ok(personal !== undefined && mention !== undefined && slash !== undefined && more.length === 0);
    assert.deepEqual([personal.scopes, personal.triggers], [['personal'], ['mention']]);
    assert.ok(personal.commands.every(({ type, prompt }) => type === 'prompt' && prompt !== undefined));
    for (const list of [mention, slash]) assert.deepEqual(list.scopes, ['team', 'groupChat']);
    assert.deepEqual([mention.triggers, slash.triggers], [['mention'], ['slash']]);
    // What is asked behind a slash is seen by nobody, and its answer by all.
    const titles = slash.commands.map(({ title }) => title);
    assert.ok(!titles.some((title) => /^(status|why|undo|extend)/.test(title)), titles.join());
  });

  it('names pages that the bot serves', () => {
    assert.deepEqual(
      ['privacyUrl', 'termsOfUseUrl'].map((name) => at(manifest, ['developer', name])),
      ['https://${{BOT_DOMAIN}}/privacy', 'https://${{BOT_DOMAIN}}/terms'],
    );
  });

  it('asks for what meetings need and for nothing more', () => {
    assert.deepEqual(at(manifest, readPlace('authorization.permissions.resourceSpecific')), [
      { name: 'OnlineMeeting.ReadBasic.Chat', type: 'Application' },
      { name: 'OnlineMeetingParticipant.Read.Chat', type: 'Application' },
      { name: 'ChannelMeeting.ReadBasic.Group', type: 'Application' },
      { name: 'ChannelMeetingParticipant.Read.Group', type: 'Application' },
    ]);
  });
});

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const script = join(root, 'scripts/package.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    // Without a network: a schema that had to be fetched would meet a proxy that is not there.
    env: { ...process.env, NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:9', ...env },
  });
  return { status, stdout, stderr };
}

describe('npm run package', () => {
  it('makes the same package of the environment as committed in every time zone, and tells where it is', () => {
    const first = run(['--env', 'dev'], { TZ: 'Pacific/Kiritimati' });
    assert.deepEqual([first.status, first.stderr], [0, '']);
    assert.match(first.stdout, /^appPackage\/build\/appPackage\.dev\.zip\n/);
    assert.match(
      first.stdout,
      /color\.png, de\.json, .*manifest\.json, outline\.png, pt-br\.json, zh-cn\.json/,
    );
    assert.match(first.stdout, /\d+ bytes, sha256 [0-9a-f]{64}\n/);
    assert.deepEqual(run([], { TZ: 'America/Los_Angeles' }), first, 'dev is what it makes unless told');
  });

  it('names the environments there are when told of another one, or of none', async () => {
    for (const name of ['nowhere', '../env/dev']) {
      const outcome = await buildPackage(root, name);
      assert.match(outcome.kind === 'refused' ? report(outcome.problems) : '', /\bdev, local, playground\b/);
    }
    const { status, stdout, stderr } = run(['--what']);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /\bdev, local, playground\b/);
  });
});
