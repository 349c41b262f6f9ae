/** Replies that the connector does not take as they are. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { message } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { cardFor, press } from '../support/press.ts';

const bot = await startBot();
after(() => bot.close());
const { connector } = bot;
const say = (text: string) =>
  bot.post(
    message({ text, serviceUrl: connector.url, timezone: 'America/New_York', at: new Date(bot.clock.now) }),
  );
/** Each message that was sent: whether as a reply, whether as a card, and how it was answered. */
const sent = () =>
  connector.received
    .filter(({ operation }) => operation === 'send' || operation === 'reply')
    .map(({ operation, activity, status }) => [
      operation,
      activity.attachments === undefined ? 'text' : 'card',
      status,
    ]);
const lost = () => bot.logged().filter(({ msg }) => msg === 'a reply could not be delivered').length;

beforeEach(() => {
  bot.simulator.reset();
  connector.clear();
});

describe('a reply that the connector does not take', () => {
  for (const status of [400, 404, 412, 413]) {
    it(`with ${status} is sent once more to the conversation itself`, async () => {
      const before = lost();
      connector.failNext({ status });
      assert.equal((await say('dnd 2h')).status, 200);
      assert.deepEqual(sent(), [
        ['reply', 'card', status],
        ['send', 'card', 201],
      ]);
      assert.match(wordsOf(connector.replies()[0]), /Do not disturb/);
      assert.equal(lost(), before);
    });

    it(`with ${status} twice is sent in words, without its card`, async () => {
      connector.failNext({ status, times: 2 });
      assert.equal((await say('dnd 2h')).status, 200);
      assert.deepEqual(sent().at(-1), ['send', 'text', 201]);
      assert.match(wordsOf(connector.replies()[0]), /Do not disturb/);
      assert.equal(bot.writes().length, 1);
    });
  }

  it('in any form is lost, and that is on record', async () => {
    const before = lost();
    connector.failNext({ status: 413, times: 9 });
    assert.equal((await say('dnd 2h')).status, 200);
    assert.deepEqual(
      sent().map(([, form]) => form),
      ['card', 'card', 'text'],
    );
    assert.equal(lost(), before + 1);
  });

  it('because the bot may not write there is not sent again', async () => {
    const before = lost();
    connector.failNext({ status: 403, times: 9 });
    assert.equal((await say('dnd 2h')).status, 200);
    assert.equal(sent().length, 1);
    assert.equal(lost(), before + 1);
  });

  it('follows in words where the card that was pressed cannot be brought up to date', async () => {
    const card = await cardFor(bot, 'busy 1h');
    connector.clear();
    connector.failNext({ status: 404, match: ({ operation }) => operation === 'update' });
    connector.failNext({ status: 413, times: 2, match: ({ operation }) => operation !== 'update' });
    await press(bot, card, '+30 min');
    await bot.connector.waitForReplies(1);
    assert.deepEqual(sent().at(-1), ['send', 'text', 201]);
  });
});
