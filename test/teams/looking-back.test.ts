/** What looks back during meetings and after several changes: undo, extend, status and old cards, in chat and at Graph. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { AVERY, meetingEvent } from '../support/activities.ts';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { cardFor, cardIn, cardWords, press, titlesOf } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-looking-back-');
const dataDir = join(folder, 'data');
const connector = await startConnector();
const { url: serviceUrl } = connector;
const minute = 60_000;
const ownChat = 'a:1-presence-1-avery-quill';
const start = () => startBot({ remembers: true, connector, environment: { DATA_DIR: dataDir } });
let bot: BotUnderTest;
before(async () => {
  bot = await start();
});
after(async () => {
  await bot.close();
  await connector.close();
  rmSync(folder, { recursive: true, force: true });
});

let meeting = '';
let meetings = 0;
beforeEach(async () => {
  meetings += 1;
  meeting = `looking-back-${meetings}`;
  // Never back: a later test is later.
  bot.clock.now = Math.max(Date.now(), bot.clock.now + 1000);
  await bot.say('clear everything');
  await bot.say('presenting when I start a meeting');
  await bot.say('nothing when I join a meeting');
  bot.simulator.reset();
  connector.clear();
});

const event = (name: 'meetingStart' | 'meetingEnd') =>
  bot.post(meetingEvent({ event: name, meeting, serviceUrl, from: AVERY, at: new Date(bot.clock.now) }));
/** Starts the meeting, and waits for its card. */
const starts = async () => {
  const before = connector.replies(ownChat).length;
  await event('meetingStart');
  for (let waited = 0; connector.replies(ownChat).length === before && waited < 10_000; waited += 20)
    await delay(20);
  return cardIn(connector.replies(ownChat)[before]);
};
const ends = () => event('meetingEnd');
const actions = () => bot.writes().flatMap(({ action }) => (action === 'batch' ? [] : [action]));
const later = (minutes: number) => {
  bot.clock.now += minutes * minute;
};

// First, while the clock is the database's own, which rings for the meeting.
describe('beside a meeting', () => {
  it('End now on the card of one’s own session ends that alone: the meeting’s follows', async () => {
    const card = await cardFor(bot, 'presenting 2h');
    await starts();
    await press(bot, card, 'End now');
    for (let waited = 0; actions().length < 3 && waited < 10_000; waited += 20) await delay(20);
    assert.deepEqual(actions(), ['setPresence', 'clearPresence', 'setPresence']);
  });

  it('undo takes back the person’s own session alone: the meeting’s follows', async () => {
    await bot.say('presenting 2h');
    await starts();
    await bot.say('undo');
    for (let waited = 0; actions().length < 3 && waited < 10_000; waited += 20) await delay(20);
    assert.deepEqual(actions(), ['setPresence', 'clearPresence', 'setPresence']);
    assert.match(cardWords(await cardFor(bot, 'status')), /Presenting[\s\S]*Budget review/);
  });
});

describe('during a meeting', () => {
  it('status names the session and its meeting, as why does', async () => {
    await starts();
    for (const question of ['why', 'status']) {
      const words = cardWords(await cardFor(bot, question));
      assert.match(words, /Presenting[\s\S]*Budget review/, question);
      assert.doesNotMatch(words, /remember nothing|know of nothing/, question);
    }
  });

  it('status names what the person chose and the meeting’s session beneath it', async () => {
    await bot.say('busy 2h');
    await starts();
    const words = cardWords(await cardFor(bot, 'status'));
    assert.match(words, /Busy/);
    assert.match(words, /Budget review/);
  });

  it('extend says whose the session is, and how to get one of one’s own', async () => {
    await starts();
    const words = await bot.say('extend 30m');
    assert.match(words, /Budget review/);
    assert.match(words, /`?presenting 30m/);
    assert.deepEqual(actions(), ['setPresence']);
  });

  it('extend lengthens a status of the person’s own, and leaves the meeting’s session', async () => {
    await bot.say('busy 1h');
    later(1);
    await starts();
    assert.match(await bot.say('extend 30m'), /Busy/);
    assert.deepEqual(actions(), ['setUserPreferredPresence', 'setPresence', 'setUserPreferredPresence']);
  });

  it('undo brings nothing back that was cleared long before, and points to the meeting’s own buttons', async () => {
    await bot.say('in a call for 9h');
    later(1);
    await bot.say('clear session');
    later(60);
    await starts();
    const before = actions().length;
    assert.match(await bot.say('undo'), /Budget review[\s\S]*End now/);
    assert.equal(actions().length, before);
    assert.equal(bot.seen().activity, 'Presenting');
  });

  it('undo takes back the person’s own status, and leaves the meeting’s session', async () => {
    await bot.say('busy 2h');
    await starts();
    assert.match(await bot.say('undo'), /[Uu]ndone/);
    assert.deepEqual(actions(), ['setUserPreferredPresence', 'setPresence', 'clearUserPreferredPresence']);
    assert.equal(bot.seen().activity, 'Presenting');
  });

  it('extend lengthens the person’s own session, and the meeting’s still follows', async () => {
    await bot.say('presenting 2h');
    await starts();
    await bot.say('extend 30m');
    assert.match(cardWords(await cardFor(bot, 'why')), /Presenting[\s\S]*Budget review/);
  });

  it('undo takes back what was pressed last for the meeting, and no older choice', async () => {
    await bot.say('busy 2h');
    await bot.say('ask me when I start a meeting');
    await press(bot, await starts(), 'Presenting');
    assert.deepEqual(actions(), ['setUserPreferredPresence', 'setPresence']);
    assert.match(await bot.say('undo'), /Budget review/);
    assert.deepEqual(actions(), ['setUserPreferredPresence', 'setPresence', 'clearPresence']);
    assert.match(await bot.say('undo'), /nothing/);
    assert.equal(actions().length, 3, 'and twice is once');
    assert.equal(bot.seen().availability, 'Busy');
  });

  it('undo after End now brings nothing back, and undoes no older choice', async () => {
    await bot.say('busy 2h');
    await press(bot, await starts(), 'End now');
    const before = actions();
    assert.match(await bot.say('undo'), /Budget review/);
    assert.deepEqual(actions(), before);
    assert.equal(bot.seen().availability, 'Busy');
  });

  it('what if undo sends nothing', async () => {
    await bot.say('ask me when I start a meeting');
    await press(bot, await starts(), 'Presenting');
    await bot.say('what if undo');
    assert.deepEqual(actions(), ['setPresence']);
  });
});

describe('the card of a meeting', () => {
  for (const [what, rule] of [
    ['that was set by a rule', 'presenting when I start a meeting'],
    ['that asks', 'ask me when I start a meeting'],
  ] as const) {
    it(`${what} has no live buttons after the meeting`, async () => {
      await bot.say(rule);
      assert.ok(titlesOf(await starts()).length > 1);
      later(1);
      await ends();
      for (let waited = 0; waited < 10_000; waited += 20) {
        if (connector.received.some(({ operation }) => operation === 'update')) break;
        await delay(20);
      }
      const update = connector.received.find(({ operation }) => operation === 'update');
      assert.ok(update !== undefined, 'the card was brought up to date');
      assert.deepEqual(titlesOf(cardIn(update.activity)), []);
      assert.match(cardWords(cardIn(update.activity)), /Budget review/);
    });
  }
});

describe('after several changes', () => {
  it('extend lengthens what was set last', async () => {
    await bot.say('busy 2h');
    later(1);
    await bot.say('presenting 1h');
    later(1);
    await bot.say('message "in the lab"');
    assert.match(await bot.say('extend 30m'), /Presenting/);
    assert.deepEqual(actions(), [
      'setUserPreferredPresence',
      'setPresence',
      'setStatusMessage',
      'setPresence',
    ]);
  });

  it('extend lengthens what is still there after the last was cleared', async () => {
    await bot.say('busy 2h');
    later(1);
    await bot.say('presenting 1h');
    await bot.say('clear session');
    assert.match(await bot.say('extend 30m'), /Busy/);
  });

  it('+30 min pressed twice adds once, says so, and keeps Undo', async () => {
    const card = await cardFor(bot, 'busy 1h');
    later(1);
    const once = await press(bot, card, '+30 min');
    const twice = await press(bot, card, '+30 min');
    assert.equal(actions().length, 2);
    assert.match(cardWords(twice.card), /already/i);
    assert.ok(titlesOf(once.card).includes('Undo'));
    const undone = await press(bot, twice.card, 'Undo');
    assert.match(cardWords(undone.card), /Busy/);
    assert.equal(actions().length, 3);
    const { body } = bot.writes().at(-1) ?? {};
    assert.match(JSON.stringify(body), /PT59M/, 'back to the end before the first press');
  });
});

describe('right after a restart', () => {
  const again = async () => {
    const { now } = bot.clock;
    await bot.close();
    bot = await start();
    bot.clock.now = now;
  };

  it('undo, extend, details and an old card know what was before', async () => {
    await bot.say('busy 2h');
    later(1);
    const card = await cardFor(bot, 'dnd 1h');
    await again();
    assert.match(await bot.say('extend 30m'), /Do not disturb/i);
    await again();
    assert.match(await bot.say('details'), /setUserPreferredPresence/);
    await again();
    assert.match(cardWords((await press(bot, card, 'Refresh')).card), /Do not disturb/i);
    await again();
    await bot.say('undo');
    assert.match(await bot.say('status'), /Do not disturb/i, 'only the extension was undone');
  });

  it('a plain change waits for nothing, and undo then knows what was before it', async () => {
    await bot.say('busy 2h');
    later(1);
    await again();
    await bot.say('dnd 1h');
    assert.match(await bot.say('undo'), /Busy/);
  });
});
