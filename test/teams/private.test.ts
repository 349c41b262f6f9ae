/** Where others are, a person's own matters are shown to them alone: in the chat, else in their own, never to all. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BOT, channelMessage, message, type Activity } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { commandsIn } from '../support/commands.ts';
import { cardFor, press, updates } from '../support/press.ts';

const bot = await startBot();
after(() => bot.close());
beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

const inGroup = { groupChat: true, mentionBot: true } as const;
const sends = () =>
  bot.connector.received.filter(({ operation }) => operation === 'send' || operation === 'reply');
const publicly = () =>
  sends().filter(({ targeted, conversation }) => !targeted && conversation.startsWith('19:'));

async function say(activity: Activity): Promise<void> {
  const { status } = await bot.post(activity);
  assert.equal(status, 200);
}

const group = (text: string) =>
  message({ ...inGroup, text, serviceUrl: bot.connector.url, at: new Date(bot.clock.now) });
const channel = (text: string) => channelMessage({ serviceUrl: bot.connector.url, text });

describe('every command', () => {
  for (const [where, activityOf] of [
    ['a group', group],
    ['a channel', channel],
  ] as const)
    it(`is answered to its sender alone in ${where}`, async () => {
      const texts = commandsIn().flatMap(({ examples }) => examples.slice(0, 1));
      assert.ok(texts.length > 20);
      for (const text of [...texts, 'hooray', 'busy until later', 'dnd for an hour and away']) {
        bot.connector.clear();
        await say(activityOf(text));
        const all = sends();
        assert.ok(all.length > 0, text);
        for (const { targeted, activity } of all) {
          assert.equal(targeted, true, text);
          assert.deepEqual(activity['recipient'], { id: AVERY.id }, text);
        }
      }
    });
});

it('a slash command is answered in private, whatever the answer', async () => {
  await say({ ...group('help'), recipient: { ...BOT, isTargeted: true } });
  assert.deepEqual(
    sends().map(({ targeted }) => targeted),
    [true],
  );
});

it('alone with the bot nothing is targeted', async () => {
  await bot.say('dnd 1h');
  assert.deepEqual(
    sends().map(({ targeted }) => targeted),
    [false],
  );
});

describe('where Teams refuses it', () => {
  for (const status of [403, 404, 400, 501])
    it(`with ${status}, the answer goes to the own chat`, async () => {
      bot.connector.failNext({ status, times: 10, match: ({ targeted }) => targeted });
      await say(group('dnd 1h'));
      assert.equal(bot.seen().availability, 'DoNotDisturb');
      assert.deepEqual(publicly(), []);
      const created = bot.connector.received.find(({ operation }) => operation === 'create');
      assert.ok(created);
      assert.deepEqual(created.activity['members'], [{ id: AVERY.id }]);
      const own = sends().filter(({ conversation }) => conversation === created.conversation);
      assert.equal(own.length, 1);
      assert.match(wordsOf(own[0]?.activity), /Do not disturb/);
    });

  it('and there is no own chat, all read only that there is an answer', async () => {
    bot.connector.failNext({
      status: 403,
      times: 20,
      match: ({ targeted, operation }) => targeted || operation === 'create',
    });
    await say(group('dnd 1h "seeing the doctor"'));
    assert.equal(bot.seen().availability, 'DoNotDisturb');
    assert.deepEqual(
      publicly().map(({ activity }) => wordsOf(activity)),
      ["I have an answer that's just for you, so I can't show it here. Write to me in our own chat."],
    );
  });

  it('and there is no own chat, nobody reads that something was asked in private', async () => {
    bot.connector.failNext({
      status: 403,
      times: 20,
      match: ({ targeted, operation }) => targeted || operation === 'create',
    });
    await say({ ...group('dnd 1h'), recipient: { ...BOT, isTargeted: true } });
    assert.equal(bot.seen().availability, 'DoNotDisturb');
    assert.deepEqual(publicly(), []);
  });
});

describe('a card that one alone sees', () => {
  it('is brought up to date for them alone', async () => {
    const card = await cardFor(bot, 'dnd 1h', inGroup);
    const replyToId = sends()[0]?.id ?? '';
    await press(bot, card, 'Undo', { groupChat: true, replyToId });
    const [update] = await updates(bot, 1, replyToId);
    assert.deepEqual([update?.targeted, update?.activity['recipient']], [true, undefined]);
    assert.deepEqual(publicly(), []);
  });

  it('and that is gone after a day is answered anew', async () => {
    const card = await cardFor(bot, 'dnd 1h', inGroup);
    bot.connector.failNext({ status: 404, match: ({ operation }) => operation === 'update' });
    await press(bot, card, 'Undo', { groupChat: true });
    await bot.connector.waitForReplies(2);
    assert.deepEqual(
      sends().map(({ targeted }) => targeted),
      [true, true],
    );
  });
});

it('hello to all who are there is for all', async () => {
  const hello = { ...channel(''), type: 'installationUpdate', action: 'add', text: undefined };
  await say(hello);
  assert.deepEqual(
    sends().map(({ targeted }) => targeted),
    [false],
  );
});
