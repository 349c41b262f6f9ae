/** Presence follows meetings, from the words that turn it on to the end of the meeting: real activities, store and Graph. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import {
  AVERY,
  BOT,
  BOT_ID,
  BRUNO,
  GUEST,
  meetingEvent,
  participantEvent,
  type Activity,
  type Person,
} from '../support/activities.ts';
import { startBot, wordsOf, type BotUnderTest } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { cardFor, cardIn, cardWords, press } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-meetings-');
const dataDir = join(folder, 'data');
const key = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const connector = await startConnector();
const { url: serviceUrl } = connector;
const minute = 60_000;
const ownChat = 'a:1-presence-1-avery-quill';
let bot: BotUnderTest;
const start = async () => {
  bot = await startBot({
    remembers: true,
    connector,
    environment: { DATA_DIR: dataDir, HOOK_KEYS: `rooms=${key}` },
  });
};
before(async () => {
  await start();
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
  meeting = `meeting-${meetings}`;
  bot.clock.now = Date.now();
  await bot.say('clear everything');
  await bot.say('resume');
  await bot.say('in a conference call when I join a meeting');
  await bot.say('presenting when I start a meeting');
  await bot.say('nothing when I present in a meeting');
  bot.simulator.reset();
  connector.clear();
});

const at = () => new Date(bot.clock.now);
const starts = (from = AVERY) =>
  bot.post(meetingEvent({ event: 'meetingStart', meeting, serviceUrl, from, at: at() }));
const ends = (from = AVERY) =>
  bot.post(meetingEvent({ event: 'meetingEnd', meeting, serviceUrl, from, at: at() }));

const joins = (...members: readonly Person[]) => attends('meetingParticipantJoin', members);
const leaves = (...members: readonly Person[]) => attends('meetingParticipantLeave', members);
const attends = (event: Parameters<typeof participantEvent>[0]['event'], members: readonly Person[]) =>
  bot.post(participantEvent({ event, members, meeting, serviceUrl, role: 'Attendee', at: at() }));

/** The next message in somebody's own chat that says so. */
async function told(pattern: RegExp): Promise<Activity> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    const found = connector.replies().find((activity) => pattern.test(wordsOf(activity)));
    if (found !== undefined) return found;
    await delay(20);
  }
  throw new Error(`nobody was told ${String(pattern)}: ${JSON.stringify(connector.replies().map(wordsOf))}`);
}

/** Every write about the session, in order. */
const sessions = () =>
  bot.writes().flatMap(({ action, userId = '' }) => (action === 'batch' ? [] : [`${action} ${userId}`]));
const sees = () => {
  const { availability, activity } = bot.seen();
  return { availability, activity };
};
const opened = `setPresence ${AVERY.aadObjectId}`;
const cleared = `clearPresence ${AVERY.aadObjectId}`;

/** Tells of a meeting as a room's own system does. */
async function hook(event: 'started' | 'ended', people: readonly Person[]) {
  const body = JSON.stringify({
    event,
    meeting: { id: meeting, title: 'Room 7' },
    people: people.map(({ aadObjectId }) => ({ aadObjectId, role: 'attendee' })),
  });
  const id = `msg_${meeting}_${event}`;
  const now = new Date(bot.clock.now);
  const response = await fetch(`http://127.0.0.1:${bot.app.port}/hooks/meetings`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(key).sign(id, now, body),
    },
    body,
  });
  return { status: response.status, body: await response.json() };
}

describe('names that no database takes', () => {
  it('are cleaned at the door, of a meeting and of whoever writes', async () => {
    const event = meetingEvent({
      event: 'meetingStart',
      meeting: `${meeting}\0\ud83d`,
      title: `\ude00 ${'😀'.repeat(200)}\0`,
      serviceUrl,
      from: AVERY,
      at: at(),
    });
    assert.equal((await bot.post(event)).status, 200);
    await told(/Budget|😀/);
    assert.match(await bot.say('busy 10h: a\0b \ud83d', { from: { ...AVERY, name: 'A\0very' } }), /ab/);
    const failed = bot.logged().filter(({ level }) => Number(level) >= 40);
    assert.deepEqual(failed, []);
  });

  it('as an instant that it has not is none', async () => {
    const event = meetingEvent({ event: 'meetingStart', meeting, serviceUrl, from: AVERY, at: at() });
    for (const timestamp of ['0000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z'])
      assert.equal((await bot.post({ ...event, timestamp })).status, 200, timestamp);
  });
});

describe('a meeting that somebody starts', () => {
  it('opens the session of their rule, tells them once in private, and ends it with the meeting', async () => {
    assert.equal((await starts()).status, 200);
    assert.deepEqual(sees(), { availability: 'DoNotDisturb', activity: 'Presenting' });
    assert.deepEqual(
      bot.writes().filter(({ action }) => action !== 'batch'),
      [
        {
          action: 'setPresence',
          userId: AVERY.aadObjectId,
          body: {
            sessionId: BOT_ID,
            availability: 'DoNotDisturb',
            activity: 'Presenting',
            expirationDuration: 'PT1H',
          },
        },
      ],
    );
    const news = await told(/Presenting/);
    assert.match(cardWords(cardIn(news)), /Budget review/);
    assert.equal((news.conversation as { id: string }).id, ownChat);
    await starts();
    assert.equal((await ends()).status, 200);
    assert.deepEqual(sessions(), [opened, cleared]);
    assert.equal(bot.seen().availability, 'Available');
    await bot.say('status');
    assert.equal(connector.replies().filter((one) => /Budget review/.test(JSON.stringify(one))).length, 1);
  });

  it('is nothing to somebody without a rule, to a guest and to the bot', async () => {
    await starts(BRUNO);
    await joins(BRUNO, GUEST, BOT);
    assert.deepEqual(sessions(), []);
  });

  it('sets nothing while meetings are paused, and again after resume', async () => {
    await bot.say('pause meetings');
    await starts();
    assert.deepEqual(sessions(), []);
    await bot.say('resume');
    meeting = `${meeting}-again`;
    await starts();
    assert.deepEqual(sessions(), [opened]);
  });

  it('stays below a status of their own, and says so', async () => {
    await bot.say('busy 2h');
    await starts();
    const words = cardWords(cardIn(await told(/Presenting/)));
    assert.match(words, /Busy/);
    assert.equal(bot.seen().availability, 'Busy');
  });

  it('is shown by why, with what follows', async () => {
    await bot.say('in a call for 2h');
    await starts();
    await told(/Presenting/);
    const words = cardWords(await cardFor(bot, 'why'));
    assert.match(words, /Presenting[\s\S]*Budget review[\s\S]*In a call/);
    await ends();
    assert.deepEqual(sees(), { availability: 'Busy', activity: 'InACall' });
  });
});

describe('a meeting that somebody joins', () => {
  it('ends when they leave', async () => {
    await joins(AVERY, BRUNO);
    assert.deepEqual(sees(), { availability: 'Busy', activity: 'InAConferenceCall' });
    await leaves(AVERY);
    assert.deepEqual(sessions(), [opened, cleared]);
  });

  it('is ended by End now, and opens again when they come back', async () => {
    await joins(AVERY);
    const card = cardIn(await told(/conference call/));
    const pressed = await press(bot, card, 'End now');
    assert.match(cardWords(pressed.card), /ended/i);
    assert.deepEqual(sessions(), [opened, cleared]);
    await press(bot, card, 'End now');
    await joins(AVERY);
    assert.deepEqual(sessions(), [opened, cleared]);
    bot.clock.now += minute;
    await leaves(AVERY);
    bot.clock.now += minute;
    await joins(AVERY);
    assert.deepEqual(sessions(), [opened, cleared, opened]);
  });

  it('sets nothing any more after Not for this meeting', async () => {
    await joins(AVERY);
    await press(bot, cardIn(await told(/conference call/)), 'Not for this meeting');
    bot.clock.now += minute;
    await leaves(AVERY);
    bot.clock.now += minute;
    await joins(AVERY);
    assert.deepEqual(sessions(), [opened, cleared]);
  });

  it('sets nothing any more after clear', async () => {
    await joins(AVERY);
    await bot.say('clear session');
    bot.clock.now += minute;
    await joins(AVERY);
    await leaves(AVERY);
    bot.clock.now += minute;
    await joins(AVERY);
    assert.deepEqual(sessions(), [opened, cleared]);
  });

  it('asks first where they want to be asked, and sets what they press', async () => {
    await bot.say('ask me when I join a meeting');
    await joins(AVERY);
    assert.deepEqual(sessions(), []);
    const card = cardIn(await told(/\?/));
    await press(bot, card, 'Presenting');
    assert.deepEqual(sees(), { availability: 'DoNotDisturb', activity: 'Presenting' });
    await leaves(AVERY);
    assert.equal(bot.seen().availability, 'Available');
  });
});

describe('a restart in the middle', () => {
  it('loses neither the rule, the session nor what undo goes back to', async () => {
    await bot.say('dnd 2h "before"');
    await starts();
    await bot.close();
    await start();
    bot.clock.now = Date.now();
    // The simulator is a new one: it starts as empty as Graph does not.
    assert.match(await bot.say('undo'), /clear|Undone/i);
    assert.deepEqual(sessions(), [
      `clearUserPreferredPresence ${AVERY.aadObjectId}`,
      `setStatusMessage ${AVERY.aadObjectId}`,
    ]);
    await ends();
    assert.equal(sessions().at(-1), cleared);
  });
});

describe('another meeting system', () => {
  it('opens and ends sessions by its signed hook', async () => {
    assert.deepEqual(await hook('started', [AVERY, BRUNO]), {
      status: 200,
      body: { accepted: 1, unknown: [BRUNO.aadObjectId] },
    });
    assert.deepEqual(sees(), { availability: 'Busy', activity: 'InAConferenceCall' });
    await told(/conference call/);
    assert.deepEqual((await hook('ended', [])).body, { accepted: 0, unknown: [] });
    assert.equal(bot.seen().availability, 'Available');
  });
});

describe('one’s own data', () => {
  it('is shown, and erased with the session that meetings opened', async () => {
    await starts();
    await told(/Presenting/);
    assert.match(await bot.say('export my data'), /meeting rules/);
    await press(bot, await cardFor(bot, 'forget me'), 'Forget everything');
    assert.deepEqual(sessions(), [opened, cleared]);
    assert.doesNotMatch(await bot.say('export my data'), /meeting rules (?:join|start)/);
    meeting = `${meeting}-again`;
    await starts();
    assert.deepEqual(sessions(), [opened, cleared]);
  });
});
