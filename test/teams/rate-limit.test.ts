/** Limits on one person, and on all at once. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import {
  AVERY,
  BRUNO,
  cardAction,
  channelMessage,
  invoke,
  message,
  submitted,
} from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';

const bot = await startBot({ environment: { COMMANDS_PER_MINUTE: '3', MAX_TURNS: '4' } });
after(() => bot.close());
const serviceUrl = bot.connector.url;

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
  // Everybody's minute is over.
  bot.clock.now += 61_000;
});

async function spend(times = 3) {
  for (let n = 0; n < times; n += 1) await bot.say('status');
  bot.connector.clear();
}

describe('commands of one person in a minute', () => {
  it('beyond the limit change nothing; the person is told once, and when to go on', async () => {
    await spend();
    bot.clock.now += 20_000;
    assert.match(await bot.say('dnd 2h'), /more than I can take .* in 40 seconds/);
    await bot.post(message({ text: 'dnd 3h', serviceUrl }));
    await bot.post(submitted({ serviceUrl, value: { verb: 'set', say: 'dnd 2h' } }));
    assert.equal(bot.connector.replies().length, 1);
    assert.deepEqual(bot.writes(), []);
  });

  it('are taken again when the minute is over', async () => {
    await spend(4);
    bot.clock.now += 60_000;
    assert.match(await bot.say('dnd 2h'), /Do not disturb/);
  });

  it('are each person’s own', async () => {
    await spend(4);
    assert.match(await bot.say('dnd 2h', { from: BRUNO }), /Do not disturb/);
  });

  it('are not spent by what a group says to itself, nor by a message that comes twice', async () => {
    for (let n = 0; n < 9; n += 1) {
      await bot.post(channelMessage({ text: 'lunch?', mentionBot: false, serviceUrl }));
    }
    const twice = message({ text: 'status', serviceUrl });
    for (let n = 0; n < 9; n += 1) await bot.post(twice);
    assert.match(await bot.say('dnd 2h'), /Do not disturb/);
  });

  it('are told in a group too, once', async () => {
    await spend();
    await bot.post(channelMessage({ text: 'dnd 2h', serviceUrl }));
    await bot.post(channelMessage({ text: 'dnd 2h', serviceUrl }));
    assert.deepEqual(
      bot.connector.replies().map((reply) => /more than I can take/.test(wordsOf(reply))),
      [true],
    );
  });

  it('count a card’s buttons, and each press is answered', async () => {
    await spend();
    for (let n = 0; n < 2; n += 1) {
      const { status, body } = await bot.post(
        cardAction({ serviceUrl, verb: 'say', data: { say: 'dnd 2h' } }),
      );
      assert.equal(status, 200);
      assert.match(body, /more than I can take/);
    }
    assert.deepEqual(bot.writes(), []);
  });

  it('leave room for searches, whose own limit is four times that', async () => {
    await spend(4);
    const query = () =>
      bot.post(
        invoke({
          serviceUrl,
          from: AVERY,
          name: 'composeExtension/query',
          value: { commandId: 'presence', parameters: [{ name: 'q', value: 'dnd 2h' }] },
        }),
      );
    const answers = [];
    for (let n = 0; n < 13; n += 1) answers.push((await query()).body);
    assert.equal(
      answers.findIndex((body) => body.includes('more than I can take')),
      12,
    );
  });
});

describe('turns at once', () => {
  it('beyond the limit are answered 503 with Retry-After, and the same message is taken later', async () => {
    bot.simulator.addFault({ kind: 'slow', delayMs: 400, times: 'always' });
    const people = Array.from({ length: 7 }, (_, n) => ({
      ...AVERY,
      id: `29:1-${n}`,
      aadObjectId: `33333333-3333-4333-8333-3333333334${10 + n}`,
    }));
    const activities = people.map((from) => message({ text: 'dnd 2h', serviceUrl, from }));
    const answers = await Promise.all(activities.map((one) => bot.post(one)));
    const refused = activities.filter((_, n) => answers[n]?.status === 503);
    assert.equal(refused.length, 3);
    assert.equal(answers.find(({ status }) => status === 503)?.headers.get('retry-after'), '2');
    assert.equal(bot.writes().length, 4);
    assert.equal((await bot.post(refused[0])).status, 200);
    assert.equal(bot.writes().length, 5);
  });
});

it('local mode, which serves one person and their scripts, holds nobody back', async () => {
  const local = await startBot();
  try {
    for (let n = 0; n < 200; n += 1) assert.match(await local.say('status'), /Teams shows you/);
  } finally {
    await local.close();
  }
});
