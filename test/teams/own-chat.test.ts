/** What is one person's is answered in their own chat alone, whichever way a group comes to ask for it. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, channelMessage } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { ask, dialogTextIn, query } from '../support/extension.ts';
import { send } from '../support/press.ts';

const bot = await startBot();
after(() => bot.close());
beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

const group = { groupChat: true, mentionBot: true } as const;
const owner = AVERY.aadObjectId;
const ownChat = /^That's just between us: ask me in our own chat\. Nothing changed\.$/;

/** All that is kept of them, and how they sign in. */
const personal = ['export my data', 'what do you know about me', 'forget me', 'sign in', 'sign out'];
/** Answered in private: test/teams/private.test.ts. */
const open = [
  'dnd 1h',
  'status',
  'extend 30m',
  'undo',
  'clear',
  'what if busy 1h',
  'help',
  'set',
  'hooray',
  'details',
  'why',
  'why am I busy',
  'meetings',
  'when I join a meeting set me to busy',
  'meetings off',
  'pause meetings until Monday',
  'resume meetings',
  'my schedules',
  'dnd tomorrow 2-4pm',
];

describe('typed', () => {
  for (const text of personal) {
    it(`${text}: in a group and in a channel, their own chat is named`, async () => {
      await bot.say('dnd 1h');
      bot.simulator.reset();
      assert.match(await bot.say(text, group), ownChat);
      assert.match(await bot.say(text, { ...group, conversation: '19:meeting_MTEx@thread.v2' }), ownChat);
      const before = bot.connector.replies().length;
      await bot.post(channelMessage({ serviceUrl: bot.connector.url, text }));
      assert.match(wordsOf(bot.connector.replies()[before]), ownChat);
      assert.deepEqual(bot.simulator.requests(), []);
    });

    it(`${text}: alone with the bot it is answered`, async () => {
      assert.doesNotMatch(await bot.say(text), ownChat);
    });
  }

  for (const text of open) {
    it(`${text}: everywhere`, async () => {
      assert.doesNotMatch(await bot.say(text, group), ownChat);
    });
  }
});

/** Whatever a card, a dialog or a forged press may carry. */
const acts: [string, Record<string, unknown>][] = [
  ...personal.map((say): [string, Record<string, unknown>] => ['run', { say, stays: true }]),
  ['forget', {}],
];

describe('pressed', () => {
  for (const [verb, more] of acts) {
    it(`${verb} ${JSON.stringify(more)}: in a group, their own chat is named and nothing is done`, async () => {
      const data = { owner, ...more };
      const button = { title: verb, verb, data, submits: { ...data, verb } };
      for (const as of ['execute', 'submit'] as const) {
        assert.match((await send(bot, button, { groupChat: true, as })).text, ownChat);
        assert.doesNotMatch((await send(bot, button, { as })).text, ownChat);
      }
      for (const name of ['submitAction', 'fetchTask']) {
        const value = { commandId: 'setPresence', data: button.submits };
        const body = await ask(bot, name, value, { place: 'a group chat' });
        if (name === 'submitAction') assert.match(dialogTextIn(body), ownChat);
      }
      assert.deepEqual(bot.writes(), []);
    });
  }

  it('by somebody else it is not theirs, and a guest is told what a guest is', async () => {
    const data = { owner: '33333333-3333-4333-8333-333333333301' };
    const button = { title: '', verb: 'forget', data, submits: { ...data, verb: 'forget' } };
    assert.match((await send(bot, button, { groupChat: true })).text, /somebody else's/);
  });
});

it('the extension’s search tells none of it', async () => {
  for (const text of personal) {
    const body = JSON.stringify(await ask(bot, 'query', query(text), { place: 'a group chat' }));
    assert.doesNotMatch(body, /requestId|request-id|"card"/, text);
  }
  assert.deepEqual(bot.writes(), []);
});
