import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import {
  deleted,
  edited,
  installationAdd,
  installationRemove,
  membersAdded,
  message,
  type Activity,
} from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';

const bot = await startBot();
after(() => bot.close());

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

const parts = { serviceUrl: bot.connector.url };

describe('a message that Teams delivers again', () => {
  it('runs once, is answered once, and gets the same HTTP answer', async () => {
    const activity = message({ ...parts, text: 'dnd 2h' });
    const answers = await Promise.all([bot.post(activity), bot.post(activity), bot.post(activity)]);
    answers.push(await bot.post(activity));
    assert.deepEqual(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size, 1);
    assert.equal(bot.writes().length, 1);
    assert.equal(bot.connector.replies().length, 1);
  });

  it('is another one in another conversation', async () => {
    const activity = message({ ...parts, text: 'dnd 2h' });
    await bot.post(activity);
    await bot.post({
      ...activity,
      conversation: { ...(activity.conversation as Activity), id: 'a:another' },
    });
    assert.equal(bot.writes().length, 2);
  });
});

describe('a message that was edited or deleted', () => {
  it('does not run again', async () => {
    const activity = message({ ...parts, text: 'dnd 2h' });
    await bot.post(activity);
    await bot.post(edited({ ...parts, id: String(activity.id), text: 'dnd 3h' }));
    await bot.post(edited({ ...parts, id: 'another', text: 'busy 3h' }));
    await bot.post(deleted({ ...parts, id: String(activity.id) }));
    assert.equal(bot.writes().length, 1);
    assert.equal(bot.connector.replies().length, 1);
  });
});

describe('an installation', () => {
  it('is welcomed once, though it sends two activities', async () => {
    await Promise.all([bot.post(installationAdd(parts)), bot.post(membersAdded(parts))]);
    await bot.post(membersAdded(parts));
    assert.equal(bot.connector.replies().length, 1);
    assert.match(wordsOf(bot.connector.replies()[0]), /dnd 2h/);
  });

  it('after a removal is welcomed again', async () => {
    const again = { ...parts, conversation: 'a:again' };
    await bot.post(installationAdd(again));
    await bot.post(installationRemove(again));
    await bot.post(installationAdd(again));
    assert.equal(bot.connector.replies().length, 2);
  });

  it('says nothing when it is taken away', async () => {
    await bot.post(installationRemove({ ...parts, conversation: 'a:removed' }));
    assert.deepEqual(bot.connector.replies(), []);
  });
});

describe('text as Teams really sends it', () => {
  const cases = [
    '<at>Presence</at> dnd 2h',
    '<at>Presence</at>&nbsp;dnd&nbsp;2h',
    '<p>dnd 2h</p>',
    '\u200bdnd\u00a02h\n',
    '  DND   2H  ',
  ];
  for (const text of cases) {
    it(`${JSON.stringify(text)} is dnd 2h`, async () => {
      await bot.say(text);
      assert.deepEqual(
        bot.writes().map(({ body }) => body),
        [{ availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT2H' }],
      );
    });
  }

  it('smart quotes hold a message', async () => {
    await bot.say('busy 1h “deep work”');
    assert.equal(bot.writes()[1]?.action, 'setStatusMessage');
  });
});

describe('without a time zone', () => {
  it('a duration works and is said as one', async () => {
    assert.match(await bot.say('dnd 2h', { timezone: null }), /Do not disturb for 2 hours/);
  });

  it('a clock time is refused with what works', async () => {
    assert.match(await bot.say('dnd until 3pm', { timezone: null }), /time zone/);
    assert.deepEqual(bot.writes(), []);
  });
});

describe('a connector that is slow to take the reply', () => {
  it('does not keep Teams waiting, which would send the message again', async () => {
    bot.connector.delayNext(9000);
    const begun = performance.now();
    const { status } = await bot.post(message({ ...parts, text: 'dnd 2h' }));
    assert.equal(status, 200);
    assert.ok(performance.now() - begun < 8000);
    assert.equal(bot.writes().length, 1);
  });
});
