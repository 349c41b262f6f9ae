import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO, channelMessage, GUEST, message } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';

const bot = await startBot();
after(() => bot.close());

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

describe('only the sender’s own presence', () => {
  it('a guest is told why not, and nothing is sent to Graph', async () => {
    const text = await bot.say('dnd 2h', { from: GUEST });
    assert.match(text, /guests/);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('a sender whose id is no GUID is a guest', async () => {
    await bot.say('dnd 2h', { from: { ...AVERY, aadObjectId: 'avery@brightwater.example' } });
    assert.deepEqual(bot.simulator.requests(), []);
  });

  const aimed = [
    `set ${BRUNO.name} to busy for 2h`,
    `busy 2h for ${BRUNO.aadObjectId}`,
    `<at>${BRUNO.name}</at> dnd 2h`,
    'set bruno.salt@brightwater.example to away',
    'set everyone to busy',
    'he is busy until 3pm',
  ];
  for (const text of aimed) {
    it(`“${text}” changes nobody`, async () => {
      await bot.say(text);
      assert.deepEqual(bot.writes(), []);
    });
  }

  it('card data naming somebody else aims at nobody', async () => {
    const activity = {
      ...message({ text: '', serviceUrl: bot.connector.url }),
      value: { userId: BRUNO.aadObjectId, verb: 'preferBusy', text: 'busy 2h' },
    };
    await bot.post(activity);
    assert.deepEqual(bot.writes(), []);
  });
});

describe('in a group', () => {
  it('what is not said to the bot is not for it', async () => {
    await bot.post(message({ text: 'dnd 2h', serviceUrl: bot.connector.url, groupChat: true }));
    assert.deepEqual(bot.writes(), []);
    assert.deepEqual(bot.connector.replies(), []);
  });

  it('a mention makes it the sender’s own wish', async () => {
    await bot.post(channelMessage({ text: 'dnd 2h', serviceUrl: bot.connector.url }));
    assert.deepEqual(
      bot.writes().map(({ userId }) => userId),
      [AVERY.aadObjectId],
    );
  });
});
