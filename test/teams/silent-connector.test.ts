/** A connector that accepts and does not answer: people go on, and hear again as soon as it is well. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { message } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';

const [maxTurns, perUrl] = [10, 40];
const bot = await startBot({
  environment: { MAX_TURNS: String(maxTurns) },
  connectorCalls: { callMs: 4000, perUrl },
});
const other = await startConnector();
after(async () => {
  await other.close();
  await bot.close();
});
const { connector } = bot;
const forever = 600_000;
const say = (text: string, serviceUrl = connector.url) =>
  bot.post(message({ text, serviceUrl, timezone: 'America/New_York', at: new Date(bot.clock.now) }));
/** Says it so often, no more at once than may be at work, until each is with the connector. */
async function sayMany(many: number) {
  const posts: ReturnType<typeof say>[] = [];
  while (posts.length < many) {
    posts.push(...Array.from({ length: maxTurns / 2 }, () => say('dnd 2h')));
    await connector.waitForReplies(posts.length);
  }
  return posts;
}
const statuses = async (posts: readonly ReturnType<typeof say>[]) =>
  (await Promise.all(posts)).map(({ status }) => status);
const lost = () =>
  bot
    .logged()
    .filter(({ msg }) => msg === 'a reply could not be delivered')
    .map(({ error }) => error);
const ready = async () => {
  const response = await fetch(`http://127.0.0.1:${bot.app.port}/readyz`);
  return { status: response.status, text: await response.text() };
};

beforeEach(() => {
  bot.simulator.reset();
  connector.clear();
});

describe('a connector that does not answer', () => {
  it('makes nobody deaf: more turns than may be at work are done, and none is sent away', async () => {
    const before = lost().length;
    connector.delayNext(forever, 40);
    assert.deepEqual(new Set(await statuses(await sayMany(40))), new Set([200]));
    assert.deepEqual(new Set(lost().slice(before)), new Set(['ConnectorTimeout']));
    assert.equal(lost().length - before, 40);
  });

  it('is named by /readyz, until it answers again', async () => {
    connector.delayNext(forever);
    await say('help');
    const { status, text } = await ready();
    assert.equal(status, 503);
    assert.match(text, /Bot Connector: no answer since \d{4}-/);
    await say('help');
    assert.equal(connector.replies().length, 2);
    assert.equal((await ready()).status, 200);
  });

  it('leaves room for a region that is well, and what has no room is lost at once', async () => {
    const before = lost().length;
    connector.delayNext(forever, perUrl);
    const posts = await sayMany(perUrl);
    assert.equal((await say('dnd 2h')).status, 200);
    assert.deepEqual(lost().slice(before), ['TooManyConnectorCalls']);
    assert.equal(bot.seen().availability, 'DoNotDisturb');
    await say('help', other.url);
    assert.equal(other.replies().length, 1);
    assert.deepEqual(new Set(await statuses(posts)), new Set([200]));
  });

  it('and one that asks for an hour holds nothing for longer than any other', async () => {
    const before = lost().length;
    connector.failNext({ status: 503, retryAfter: 3600, times: 9 });
    assert.equal((await say('dnd 2h')).status, 200);
    assert.deepEqual(lost().slice(before), ['ConnectorTimeout']);
  });
});
