/** Each user's changes in order, users in parallel, and slow turns answered in time. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO, message } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';

let endSleep: () => void = () => undefined;
/** Called when a retry begins to wait. */
let asleep: () => void = () => undefined;

const bot = await startBot({
  patienceMs: 1500,
  attemptMs: 20_000,
  graph: {
    sleep: (_ms, signal) =>
      new Promise((resolve, reject) => {
        endSleep = () => {
          resolve(undefined);
        };
        signal.addEventListener('abort', () => {
          reject(new Error('stopped'));
        });
        asleep();
      }),
  },
});
after(() => bot.close());

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

const send = (text: string, from = AVERY) => bot.post(message({ text, from, serviceUrl: bot.connector.url }));
const texts = () => bot.connector.replies().map(wordsOf);

describe('a Graph that is slower than people’s patience', () => {
  it('is reported as still working, and its outcome follows as a message', async () => {
    bot.simulator.addFault({ kind: 'hang' });
    const { status } = await send('dnd 2h');
    assert.equal(status, 200);
    assert.match(texts()[0] ?? '', /nothing is certain yet/);
    assert.equal(bot.simulator.releaseHung(), 1);
    const replies = await bot.connector.waitForReplies(2);
    assert.match(wordsOf(replies[1]), /^You're set to Do not disturb/);
  });
});

describe('one user’s changes', () => {
  it('reach Graph strictly in the order they were said', async () => {
    bot.simulator.addFault({ kind: 'slow', delayMs: 60 });
    await Promise.all([send('busy 1h'), send('message In the lab'), send('presenting 1h')]);
    await bot.connector.waitForReplies(3);
    const actions = bot.writes().map(({ action }) => action);
    assert.deepEqual(actions, ['setUserPreferredPresence', 'setStatusMessage', 'setPresence']);
  });

  it('of the same slot: what the last one replaces is not sent at all', async () => {
    bot.simulator.addFault({ kind: 'slow', delayMs: 60 });
    await Promise.all([send('busy 1h'), send('dnd 2h'), send('away 3h')]);
    await bot.connector.waitForReplies(3);
    assert.equal(bot.seen().availability, 'Away');
    assert.equal(bot.writes().length, 2);
    assert.ok(texts().some((text) => text.includes('I stopped trying Do not disturb')));
  });

  it('do not hold up anybody else’s', async () => {
    bot.simulator.addFault({ kind: 'hang', match: { userId: AVERY.aadObjectId } });
    const slow = send('dnd 2h');
    await send('busy 1h', BRUNO);
    assert.equal(bot.simulator.state(BRUNO.aadObjectId).seen.availability, 'Busy');
    bot.simulator.releaseHung();
    await slow;
    await bot.connector.waitForReplies(2);
  });
});

describe('a newer choice', () => {
  const waiting = () =>
    new Promise<void>((resolve) => {
      asleep = resolve;
    });

  it('replaces one that still waits to be repeated, which is never sent again', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 429, retryAfter: 30 });
    const sleeping = waiting();
    const older = send('dnd 2h');
    await sleeping;
    await send('busy 1h');
    await older;
    endSleep();
    await bot.connector.waitForReplies(2);
    const sent = bot.writes().map(({ body }) => (body as { availability: string }).availability);
    assert.deepEqual(sent, ['DoNotDisturb', 'Busy']);
    assert.equal(bot.seen().availability, 'Busy');
    assert.ok(
      texts().some((text) =>
        /I stopped trying Do not disturb, because your newer choice replaces it/.test(text),
      ),
    );
  });

  it('of something else waits for it instead', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 429, retryAfter: 30 });
    const sleeping = waiting();
    const older = send('dnd 2h');
    await sleeping;
    const newer = send('message In the lab');
    await Promise.all([older, newer]);
    assert.equal(bot.writes().length, 1);
    endSleep();
    await bot.connector.waitForReplies(4);
    assert.deepEqual(
      bot.writes().map(({ action }) => action),
      ['setUserPreferredPresence', 'setUserPreferredPresence', 'setStatusMessage'],
    );
  });

  it('after an answer that is still on its way comes after it', async () => {
    bot.simulator.addFault({ kind: 'hang' });
    await send('dnd 2h');
    await send('busy 1h');
    assert.equal(bot.writes().length, 1);
    bot.simulator.releaseHung();
    await bot.connector.waitForReplies(4);
    assert.equal(bot.seen().availability, 'Busy');
  });

  it('that is refused anyway makes nothing give way', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 429, retryAfter: 30 });
    const sleeping = waiting();
    const older = send('dnd 2h');
    await sleeping;
    await send('dnd 31 days');
    endSleep();
    await older;
    await bot.connector.waitForReplies(2);
    assert.equal(bot.seen().availability, 'DoNotDisturb');
    assert.ok(texts().some((text) => text.includes('you asked for 31 days')));
  });
});
