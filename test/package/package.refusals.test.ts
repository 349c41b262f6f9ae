/** What must not become an app package: each with the place, what is wrong there and what to do. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fullPng } from '../../scripts/draw-icons/png.ts';
import { copyProject, root, type Project } from './project.ts';

interface Case {
  readonly name: string;
  readonly spoil: (project: Project) => void;
  readonly says: readonly RegExp[];
}

const manifest = 'appPackage/manifest.json';
const chinese = 'appPackage/zh-cn.json';
const command = '{ "title": "Help", "type": "prompt", "prompt": "help", "description": "All you can say" }';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
const white: Colour = [255, 255, 255, 255];
const nothing: Colour = [0, 0, 0, 0];

/** A square picture: one colour above, another below. */
function picture(size: number, above: Colour, below: Colour): Uint8Array {
  const half = (size * size) / 2;
  const pixels = [above, below].flatMap((colour) => Array.from({ length: half }, () => colour));
  return fullPng({ width: size, height: size, rgba: Uint8Array.from(pixels.flat()) }, { opaque: false });
}

const cases: readonly Case[] = [
  {
    name: 'a variable that the environment does not have',
    spoil: (project) => {
      project.variables({ BOT_ID: undefined });
    },
    says: [
      /^appPackage\/manifest\.json: \$\{\{BOT_ID\}\} has no value\n +Add a line BOT_ID=… to env\/\.env\.dev\.$/m,
    ],
  },
  {
    name: 'a variable of no meaning to anybody',
    spoil: (project) => {
      project.replace(manifest, '"name": "text"', '"name": "${{ OTHER }}"');
    },
    says: [/\$\{\{OTHER\}\} has no value/],
  },
  {
    name: 'a name that is too long once its suffix is in',
    spoil: (project) => {
      project.variables({ APP_NAME_SUFFIX: '-of-the-whole-engineering-department' });
    },
    says: [
      /manifest\.json, name\.short: .*30 characters; “Brightwater Status-of-.*” has 54 characters\n +Correct it .*env\/\.env\.dev/,
      /zh-cn\.json, name\.short: .*30 characters/,
    ],
  },
  {
    name: 'an id that is none',
    spoil: (project) => {
      project.variables({ BOT_ID: 'my-bot' });
    },
    says: [/manifest\.json, bots\[0\]\.botId: must match pattern .*“my-bot”/],
  },
  {
    name: 'a field that Teams does not know',
    spoil: (project) => {
      project.replace(manifest, '"supportsFiles"', '"supportsFile"');
    },
    says: [/manifest\.json, bots\[0\]: must NOT have additional properties; supportsFile$/m],
  },
  {
    name: 'a value that Teams does not know',
    spoil: (project) => {
      project.replace(manifest, '"defaultInstallScope": "personal"', '"defaultInstallScope": "private"');
    },
    says: [/manifest\.json, defaultInstallScope: .*allowed values; personal, team, groupChat/],
  },
  {
    name: 'a manifest without what it must have',
    spoil: (project) => {
      project.replace(manifest, '"accentColor": "#1D3B66",', '');
    },
    says: [/manifest\.json: must have required property 'accentColor'/],
  },
  {
    name: 'a schema of another version',
    spoil: (project) => {
      project.replace(manifest, '/v1.30/', '/v1.16/');
    },
    says: [/manifest\.json: \$schema is .*v1\.16.*\n +Use .*v1\.30\/MicrosoftTeams\.schema\.json/],
  },
  {
    name: 'more than 12 commands in a list',
    spoil: (project) => {
      project.replace(manifest, command, `${command}, ${command}`);
    },
    says: [/commandLists\[0\]\.commands: must NOT have more than 12 items; there are 13/],
  },
  {
    name: 'more than 10 commands of an extension',
    spoil: (project) => {
      const another = '{ "id": "presence", "title": "More" },';
      project.replace(
        manifest,
        '{\n          "id": "setPresence",',
        `${another.repeat(8)}{ "id": "setPresence",`,
      );
    },
    says: [/composeExtensions\[0\]\.commands: must NOT have more than 10 items; there are 11/],
  },
  {
    name: 'a command that is only the beginning of a sentence',
    spoil: (project) => {
      project.replace(manifest, '"prompt": "dnd 1h"', '"prompt": "dnd until"');
    },
    says: [
      /commands\[1\]\.prompt: “dnd until” is not a command that the bot carries out; .*\n +Use a whole sentence/,
    ],
  },
  {
    name: 'a command that holds only where the time zone is known',
    spoil: (project) => {
      project.replace(manifest, '"title": "Do not disturb for an hour"', '"title": "dnd until 5pm"');
    },
    says: [/“dnd until 5pm” is not a command .*refuse noZone/],
  },
  {
    name: 'a command without words',
    spoil: (project) => {
      project.replace(manifest, '"title": "Help"', '"title": " "');
    },
    says: [/commands\[11\]\.title: “ ” is not a command/],
  },
  {
    name: 'a command that was translated, which the bot does not read',
    spoil: (project) => {
      project.replace(
        chinese,
        '"bots[0].commandLists[0].commands[1].title": "请勿打扰1小时"',
        '"bots[0].commandLists[0].commands[1].title": "随便弄一下"',
      );
    },
    says: [/zh-cn\.json, bots\[0\]\.commandLists\[0\]\.commands\[1\]\.title: “随便弄一下” is not a command/],
  },
  {
    name: 'a command of the extension that nobody answers, and one that is not offered',
    spoil: (project) => {
      project.replace(manifest, '"id": "presence"', '"id": "search"');
    },
    says: [
      /composeExtensions\[0\]\.commands\[2\]\.id: the bot does not answer the command “search”\n +Give it a handler/,
      /composeExtensions: there is no command “presence”, which the bot answers\n +Add a command/,
    ],
  },
  {
    name: 'a translation of a text that is not there',
    spoil: (project) => {
      project.replace(chinese, 'Lists[1].commands[11].description', 'Lists[1].commands[10].prompt');
    },
    says: [/zh-cn\.json, bots.*commands\[10\]\.prompt: manifest\.json has no text there\n +Count/],
  },
  {
    name: 'a translation of what cannot be translated',
    spoil: (project) => {
      project.replace(chinese, '"composeExtensions[0].commands[0].title"', '"developer.name"');
    },
    says: [/zh-cn\.json: must NOT have additional properties; developer\.name/],
  },
  {
    name: 'a translation that is too long',
    spoil: (project) => {
      project.replace(
        chinese,
        '"composeExtensions[0].commands[0].title": "设置状态"',
        `"composeExtensions[0].commands[0].title": "${'状'.repeat(33)}"`,
      );
    },
    says: [
      /zh-cn\.json, composeExtensions\[0\]\.commands\[0\]\.title: .*32 characters; .* has 33 characters/,
    ],
  },
  {
    name: 'a language file that is missing',
    spoil: (project) => {
      project.remove(chinese);
    },
    says: [/zh-cn\.json: the file is missing, but “localizationInfo” in manifest\.json names it\n +Add it/],
  },
  {
    name: 'an icon that is missing',
    spoil: (project) => {
      project.remove('appPackage/outline.png');
    },
    says: [/outline\.png: the file is missing, but “icons” in manifest\.json names it\n +Add it/],
  },
  {
    name: 'an icon from elsewhere',
    spoil: (project) => {
      project.replace(manifest, '"color.png"', '"../color.png"');
      project.write('color.png', readFileSync(join(root, 'appPackage/color.png')));
    },
    says: [/the file is outside appPackage\/.*\n +Move it/],
  },
  {
    name: 'icons of other sizes',
    spoil: (project) => {
      project.write('appPackage/color.png', picture(96, white, nothing));
      project.write('appPackage/outline.png', picture(64, white, nothing));
    },
    says: [
      /color\.png: 96×96 pixels, but color has to be 192×192\n +.*draw-icons/,
      /outline\.png: 64×64 pixels, but outline has to be 32×32/,
    ],
  },
  {
    name: 'an outline with a colour in it, however faint',
    spoil: (project) => {
      project.write('appPackage/outline.png', picture(32, [255, 255, 254, 1], nothing));
    },
    says: [/outline\.png: 512 pixels are neither white nor transparent/],
  },
  {
    name: 'an outline on white',
    spoil: (project) => {
      project.write('appPackage/outline.png', picture(32, white, white));
    },
    says: [/outline\.png: it has no transparent pixel/],
  },
  {
    name: 'an outline of nothing',
    spoil: (project) => {
      project.write('appPackage/outline.png', picture(32, nothing, nothing));
    },
    says: [/outline\.png: nothing is drawn on it/],
  },
  {
    name: 'an icon that only says it is a PNG, and one that breaks off',
    spoil: (project) => {
      project.write('appPackage/color.png', '<svg />');
      project.write('appPackage/outline.png', picture(32, white, nothing).subarray(0, 60));
    },
    says: [/color\.png: this is no PNG file/, /outline\.png: its pixels cannot be read/],
  },
  {
    name: 'files that are not JSON',
    spoil: (project) => {
      project.write(manifest, '{ "name": ');
    },
    says: [/manifest\.json: not JSON: .*\n +Correct it there/],
  },
  {
    name: 'a manifest that is JSON, but no manifest',
    spoil: (project) => {
      project.write(manifest, '[]');
    },
    says: [/manifest\.json: must be object/],
  },
];

const badNames: readonly (readonly [string, string, RegExp])[] = [
  ['Presence for Teams', 'A status that ends by itself', /“Presence for Teams-test” has “Teams”/],
  [
    'Ends by itself',
    'Microsoft Presence',
    /“Microsoft Presence-test” has “Teams” or “Microsoft” in it\n +Set APP_NAME_SHORT/,
  ],
  ['', '', /both names are the same/],
];

describe('an app package is refused for', () => {
  for (const [short, full, says] of badNames)
    it(`the names “${short}” and “${full}”, which the store does not take`, async () => {
      const project = copyProject();
      project.variables({ APP_NAME_SHORT: short, APP_NAME_FULL: full });
      assert.match(await project.refusal(), says);
    });

  it('a bare common word as its name', async () => {
    const project = copyProject();
    project.variables({ APP_NAME_SHORT: 'Presence', APP_NAME_SUFFIX: '' });
    assert.match(await project.refusal(), /“Presence” is a common word and no name/);
  });

  for (const { name, spoil, says } of cases) {
    it(name, async () => {
      const project = copyProject();
      spoil(project);
      const refusal = await project.refusal();
      for (const pattern of says) assert.match(refusal, pattern);
    });
  }

  it('everything at once, not one thing after the other', async () => {
    const project = copyProject();
    project.variables({ BOT_ID: 'my-bot', AAD_APP_CLIENT_ID: undefined });
    project.remove('appPackage/color.png');
    project.replace(manifest, '"id": "presence"', '"id": "search"');
    project.replace(
      chinese,
      '"bots[0].commandLists[0].commands[9].title": "撤销"',
      '"bots[0].commandLists[0].commands[9].title": "随便弄一下"',
    );
    const places = (await project.refusal()).split('\n').filter((line) => !line.startsWith(' '));
    assert.deepEqual(
      places.map((line) => line.split(': ')[0]),
      [
        manifest,
        'appPackage/color.png',
        `${manifest}, bots[0].botId`,
        `${manifest}, composeExtensions[0].botId`,
        `${chinese}, bots[0].commandLists[0].commands[9].title`,
        `${manifest}, composeExtensions[0].commands[2].id`,
        `${manifest}, composeExtensions`,
      ],
    );
  });

  it('something found today, and leaves no package of yesterday behind', async () => {
    const project = copyProject();
    await project.zip();
    project.variables({ BOT_ID: undefined });
    await project.refusal();
  });
});
