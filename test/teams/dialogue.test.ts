/** What is said one after the other: questions and their answers, greetings and thanks. */

import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { AVERY, message } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { cardFor, cardWords, press, sentBy, settled, titlesOf } from '../support/press.ts';

const bot = await startBot({ graph: { sleep: () => Promise.resolve() } });
after(() => bot.close());

const friday = bot.clock.now;
const minute = 60_000;

beforeEach(() => {
  bot.clock.now = friday;
  bot.simulator.reset();
  bot.connector.clear();
});
afterEach(() => settled(bot));

let people = 0;
function somebody() {
  people += 1;
  const aadObjectId = `68686868-6666-4666-8666-${String(people).padStart(12, '0')}`;
  return { from: { ...AVERY, id: `29:${aadObjectId}`, aadObjectId } };
}

describe('a question is answered', () => {
  it('with the word that was missing', async () => {
    const person = somebody();
    assert.match(await bot.say('dnd for 2', person), /Is “for 2” in minutes or hours\?.*Nothing changed/);
    assert.match(await bot.say('hours', person), /^You're set to Do not disturb until 4:07 PM \(New York\)/);
  });

  it('with an end, with yes, with the first one', async () => {
    const person = somebody();
    await bot.say('busy until lunch', person);
    assert.match(await bot.say('1 hour', person), /^You're set to Busy until 3:07 PM/);
    await bot.say('bzy 90m', person);
    assert.match(await bot.say('yes', person), /^You're set to Busy until 3:37 PM/);
    await bot.say('dnd 2h writing', person);
    assert.match(
      await bot.say('the first one', person),
      /^You're set to Do not disturb until 4:07 PM \(New York\)\./,
    );
    await bot.say('until 5pm', person);
    assert.match(await bot.say('brb', person), /^You're set to Be right back until 5:00 PM/);
  });

  it('within five minutes, and once', async () => {
    const person = somebody();
    await bot.say('dnd for 2', person);
    bot.clock.now += 5 * minute - 1;
    assert.match(await bot.say('hours', person), /Do not disturb/);
    assert.match(await bot.say('hours', person), /look after your Teams status only/);
    await bot.say('dnd for 2', person);
    bot.clock.now += 5 * minute;
    assert.match(await bot.say('hours', person), /look after your Teams status only/);
    assert.equal(bot.writes().length, 1);
  });

  it('only by whom it was asked, and where', async () => {
    const [person, other] = [somebody(), somebody()];
    await bot.say('dnd for 2', person);
    assert.match(await bot.say('hours', other), /look after your Teams status only/);
    const elsewhere = {
      text: 'hours',
      serviceUrl: bot.connector.url,
      at: new Date(bot.clock.now),
      ...person,
    };
    await bot.post(message({ ...elsewhere, conversation: 'a:1-elsewhere' }));
    assert.deepEqual(bot.writes(), []);
    assert.match(await bot.say('hours', person), /Do not disturb/);
  });

  it('in a group, where the bot is addressed', async () => {
    const person = { ...somebody(), groupChat: true } as const;
    await bot.say('dnd for 2', { ...person, mentionBot: true });
    const before = sentBy(bot).length;
    await bot.post(
      message({ text: 'hours', serviceUrl: bot.connector.url, at: new Date(bot.clock.now), ...person }),
    );
    await settled(bot);
    assert.equal(sentBy(bot).length, before, 'nothing is said to chatter');
    assert.deepEqual(bot.writes(), []);
    assert.match(await bot.say('hours', { ...person, mentionBot: true }), /Do not disturb/);
  });

  it('or dropped: by no, by another wish, by a press', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    await bot.say('dnd for 2', person);
    assert.equal(await bot.say('never mind', person), 'All right, nothing changed.');
    await bot.say('dnd for 2', person);
    await bot.say('status', person);
    assert.match(await bot.say('hours', person), /look after your Teams status only/);
    for (const as of ['execute', 'submit'] as const) {
      await bot.say('dnd for 2', person);
      await press(bot, card, '+30 min', { ...person, as });
      assert.match(await bot.say('hours', person), /look after your Teams status only/, as);
    }
    assert.equal(bot.seen().availability === 'DoNotDisturb', false);
  });

  it('whatever a card that refreshes itself asks meanwhile', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    await bot.say('dnd for 2', person);
    await press(bot, card, 'Refresh', { ...person, trigger: 'automatic' });
    assert.match(await bot.say('hours', person), /Do not disturb/);
  });
});

describe('small talk', () => {
  it('is answered in kind, with something to press', async () => {
    for (const hello of ['hi', 'Hello!', 'good morning']) {
      const card = await cardFor(bot, hello, somebody());
      assert.match(cardWords(card), /^Hello!/);
      assert.deepEqual(titlesOf(card), ['Set my status…', 'dnd 2h', 'status']);
    }
    assert.equal(await bot.say('thanks!', somebody()), "You're welcome!");
    assert.equal(await bot.say('👍', somebody()), 'All right.');
    assert.equal(await bot.say('🎉', somebody()), 'All right.');
    assert.equal(await bot.say('never mind', somebody()), 'All right, nothing changed.');
    assert.match(await bot.say('yes', somebody()), /hadn't asked you anything/);
    assert.deepEqual(bot.writes(), []);
  });

  it('leads where it should', async () => {
    assert.match(await bot.say('who set this?', somebody()), /Teams shows you as/);
    assert.equal(await bot.say('settings', somebody()), await bot.say('meetings', somebody()));
    assert.match(await bot.say('what can you do', somebody()), /dnd 2h/);
    const card = await cardFor(bot, 'privacy', somebody());
    assert.deepEqual(titlesOf(card), ['export my data', 'forget me']);
  });

  it('is left alone in a group, unless it is addressed', async () => {
    const person = { ...somebody(), groupChat: true } as const;
    const before = sentBy(bot).length;
    for (const text of ['hi', 'thanks!', '🎉'])
      await bot.post(
        message({ text, serviceUrl: bot.connector.url, at: new Date(bot.clock.now), ...person }),
      );
    await settled(bot);
    assert.equal(sentBy(bot).length, before);
    assert.equal(await bot.say('thanks!', { ...person, mentionBot: true }), "You're welcome!");
  });
});
