/** A slash command in a group comes as a message that its sender and the bot alone see, without a mention. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, beforeEach, describe, it } from 'node:test';
import { BOT, message } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';

const bot = await startBot();
after(() => bot.close());
beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

const sayInGroup = async (text: string, recipient: object) => {
  const activity = message({
    text,
    serviceUrl: bot.connector.url,
    at: new Date(bot.clock.now),
    groupChat: true,
  });
  const { status } = await bot.post({ ...activity, recipient: { ...BOT, ...recipient } });
  assert.equal(status, 200);
};

describe('in a group', () => {
  for (const text of ['dnd 1h', '/dnd 1h'])
    it(`“${text}” by a slash is heard without a mention`, async () => {
      await sayInGroup(text, { isTargeted: true });
      assert.equal(bot.seen().availability, 'DoNotDisturb');
      assert.equal(bot.connector.replies().length, 1);
    });

  for (const isTargeted of [false, null, 'yes', undefined])
    it(`what people say to each other is not: isTargeted ${String(isTargeted)}`, async () => {
      await sayInGroup('dnd 1h', { isTargeted });
      assert.deepEqual([bot.writes(), bot.connector.replies()], [[], []]);
    });

  it('each slash command of the manifest is answered', async () => {
    const { bots } = JSON.parse(readFileSync('appPackage/manifest.json', 'utf8')) as {
      bots: { commandLists: { triggers: string[]; commands: { title: string }[] }[] }[];
    };
    const commands = bots[0]?.commandLists.find(({ triggers }) => triggers.includes('slash'))?.commands ?? [];
    assert.ok(commands.length > 5);
    for (const { title } of commands) {
      bot.connector.clear();
      await sayInGroup(title, { isTargeted: true });
      assert.equal(bot.connector.replies().length, 1, title);
    }
  });
});
