/** What the user hears when Graph fails, and that nothing is claimed which Graph did not take. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';

/** Waits are noted instead of waited out. */
const waits: number[] = [];
const bot = await startBot({
  // An attempt that hangs is given up after it; every other is waited for, however busy this machine is.
  attemptMs: 1500,
  patienceMs: 60_000,
  graph: {
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  },
});
after(() => bot.close());

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
  waits.length = 0;
});

const set = { action: 'setUserPreferredPresence' } as const;

describe('errors are named by who failed, with Graph’s request-id', () => {
  it('401 is answered with another token, once', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 401 });
    assert.match(await bot.say('dnd 2h'), /^.*Do not disturb/);
    assert.deepEqual(
      bot.simulator.requests().map(({ status }) => status),
      [401, 200],
    );
    assert.deepEqual(waits, []);
  });

  it('401 again is the bot’s own sign-in', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 401, times: 'always' });
    const text = await bot.say('dnd 2h');
    assert.match(text, /^Not done: Do not disturb\. I can't sign in to Microsoft Graph/);
    assert.ok(text.includes(`request-id ${bot.simulator.requests()[1]?.requestId ?? 'none'}`));
    assert.equal(bot.simulator.requests().length, 2);
  });

  it('403 with an empty message is a missing consent', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 403 });
    assert.match(
      await bot.say('dnd 2h'),
      /hasn't given me permission .*send this to an administrator: “.* needs the Microsoft Graph application permission Presence\.ReadWrite\.All/,
    );
  });

  it('403 with a reason is Graph’s no', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 403, message: 'A policy forbids it.' });
    assert.match(await bot.say('dnd 2h'), /Microsoft Graph refused it: “A policy forbids it\.”/);
  });

  it('404 for a user that Graph does not know is Graph’s no', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 404, message: 'No such user.' });
    assert.match(await bot.say('dnd 2h'), /Microsoft Graph refused it: “No such user\.”/);
  });

  it('429 with a wait that is too long names the time to try again', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 429, retryAfter: 600 });
    assert.match(await bot.say('dnd 2h'), /Graph is busy\. Try again in 10 minutes/);
    assert.deepEqual(waits, []);
    assert.equal(bot.seen().availability, 'Available');
  });

  it('503 for good means that nothing was changed', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 503, times: 'always' });
    assert.match(await bot.say('dnd 2h'), /^Not done: .* I can't reach Microsoft Graph/);
  });

  it('a lost answer is not called a failure', async () => {
    bot.simulator.addFault({ kind: 'resetAfterApplying', times: 'always' });
    const text = await bot.say('dnd 2h');
    assert.match(text, /^I don't know whether Microsoft Graph took Do not disturb\./);
    assert.equal(bot.seen().availability, 'DoNotDisturb');
  });

  it('a Graph that hangs is not waited for without end', async () => {
    bot.simulator.addFault({ kind: 'hang', times: 'always' });
    assert.match(await bot.say('dnd 2h'), /I don't know whether/);
  });
});

describe('the one retry policy', () => {
  it('waits as long as Graph asks, fractions included, then succeeds', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 429, retryAfter: 2.128, match: set });
    assert.match(await bot.say('dnd 2h'), /^You're set to Do not disturb/);
    assert.deepEqual(waits, [2128]);
  });

  it('understands an HTTP date', async () => {
    // The date is real time while the bot’s clock stands still on another day: only that it waits is asked.
    bot.simulator.addFault({ kind: 'answer', status: 429, retryAfter: { dateInSeconds: 5 }, match: set });
    bot.clock.now = Date.now();
    assert.match(await bot.say('dnd 2h'), /^You're set to/);
    assert.ok(waits.length === 1 && Number(waits[0]) > 2000 && Number(waits[0]) <= 6000, String(waits));
  });

  for (const retryAfter of ['0', '-5', '2, 2', 'soon', { dateInSeconds: -30 }])
    it(`never waits less than without the header: ${JSON.stringify(retryAfter)}`, async () => {
      bot.clock.now = Date.now();
      bot.simulator.addFault({ kind: 'answer', status: 429, times: 'always', retryAfter, match: set });
      await bot.say('dnd 2h');
      assert.equal(waits.length, 3);
      assert.ok(
        waits.every((ms, index) => ms >= 1000 * 2 ** index),
        String(waits),
      );
    });

  it('names no wait that makes no sense', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 429, retryAfter: '99999999999', match: set });
    assert.match(await bot.say('dnd 2h'), /Graph is busy\. Try again in 1 hour/);
    assert.deepEqual(waits, []);
  });

  it('backs off exponentially without the header, and gives up after three repeats', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 429, times: 'always', match: set });
    assert.match(await bot.say('dnd 2h'), /Graph is busy/);
    assert.equal(waits.length, 3);
    assert.ok(
      waits.every((ms, index) => ms >= 1000 * 2 ** index && ms <= 1500 * 2 ** index),
      String(waits),
    );
    assert.equal(bot.simulator.requests().length, 4);
  });

  it('does not repeat what Graph refused', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 400, match: set });
    await bot.say('dnd 2h');
    assert.equal(bot.simulator.requests().length, 1);
  });

  it('takes up a connection that broke', async () => {
    bot.simulator.addFault({ kind: 'reset', match: set });
    assert.match(await bot.say('dnd 2h'), /^You're set to/);
  });
});

describe('attempts that ended differently', () => {
  it('lost, then refused for good: it may hold, and that is said', async () => {
    bot.simulator.addFault({ kind: 'resetAfterApplying', match: set });
    bot.simulator.addFault({ kind: 'answer', status: 503, times: 'always', match: set });
    assert.match(await bot.say('dnd 2h'), /^I don't know whether Microsoft Graph took Do not disturb/);
    assert.equal(bot.seen().availability, 'DoNotDisturb');
  });

  it('a session whose clearing was answered late is cleared, not absent', async () => {
    await bot.say('presenting 1h');
    bot.simulator.addFault({ kind: 'resetAfterApplying', match: { action: 'clearPresence' } });
    assert.equal(await bot.say('clear session'), 'I cleared your session.');
  });

  it('undo after a lost answer takes back what may hold', async () => {
    await bot.say('busy 1h');
    bot.simulator.addFault({ kind: 'resetAfterApplying', times: 'always', match: set });
    await bot.say('dnd 2h');
    bot.simulator.removeFaults();
    assert.match(await bot.say('extend 30m'), /I don't know whether my last change went through/);
    assert.match(await bot.say('undo'), /^Undone: you're back to Busy/);
    assert.equal(bot.seen().availability, 'Busy');
  });
});

describe('words that follow from what happened', () => {
  it('a refusal after a lost attempt leaves the doubt', async () => {
    bot.simulator.addFault({ kind: 'reset', match: set });
    bot.simulator.addFault({ kind: 'answer', status: 400, message: 'Out of range.', match: set });
    assert.match(
      await bot.say('dnd 2h'),
      /^I don't know whether .* When I tried again: Microsoft Graph refused it: “Out of range\.”/,
    );
  });

  it('nothing to wait for is not named', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 429, retryAfter: 0, times: 'always', match: set });
    assert.match(await bot.say('dnd 2h'), /Graph is busy\. Try again in a minute/);
  });

  it('what could not be lengthened is not said to be gone', async () => {
    await bot.say('busy 1h "deep work"', { from: BRUNO });
    bot.simulator.addFault({ kind: 'answer', status: 400, match: { action: 'setStatusMessage' } });
    assert.match(
      await bot.say('extend 30m', { from: BRUNO }),
      /^Extended: you're now set to Busy until .* Not extended: the message “deep work”\./,
    );
  });

  it('a failed undo does not begin with why', async () => {
    await bot.say('message in the lab');
    bot.simulator.addFault({ kind: 'answer', status: 400, match: { action: 'setStatusMessage' } });
    assert.match(await bot.say('undo'), /^Not done: clearing your status message\./);
  });
});

describe('a change of two requests', () => {
  it('stops at the first that fails, and says what was not tried', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 403, match: { action: 'setUserPreferredPresence' } });
    const text = await bot.say('dnd 2h "deep work"');
    assert.match(text, /Not done: Do not disturb.*After that I didn't try the message “deep work”\./);
    assert.equal(bot.simulator.state(AVERY.aadObjectId).statusMessage, null);
  });
});

describe('clearing', () => {
  it('goes on to the other slots when Graph refuses one', async () => {
    await bot.say('dnd 2h "deep work"');
    bot.simulator.addFault({ kind: 'answer', status: 400, match: { action: 'clearPresence' } });
    assert.match(
      await bot.say('clear everything'),
      /^I cleared your status and your status message\. Not done: clearing your session\./,
    );
    assert.equal(bot.seen().availability, 'Available');
  });
});

describe('status', () => {
  it('says who failed when presence cannot be read', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 403 });
    assert.match(await bot.say('status'), /^I can't see your status right now\./);
  });

  for (const body of ['', '<html>Sign in</html>', 'null', '[]', '{}', '{"availability":5,"activity":[]}'])
    it(`says that the answer cannot be read: ${body === '' ? 'nothing' : body}`, async () => {
      bot.simulator.addFault({ kind: 'body', body });
      assert.match(
        await bot.say('status'),
        /^I can't see your status right now\. Microsoft Graph sent an answer I can't read/,
      );
    });

  it('shows a value it has never heard of', async () => {
    bot.simulator.setTeamsClient({
      userId: AVERY.aadObjectId,
      on: true,
      availability: 'BusyIdle',
      activity: 'Focusing',
    });
    assert.match(await bot.say('status'), /BusyIdle \/ Focusing/);
  });
});

describe('a status message that has no end', async () => {
  const endless = await startBot({
    simulator: { undocumented: { endlessStatusMessage: 'year9999', statusMessageTimesShownTo: 'everyone' } },
  });
  after(() => endless.close());

  it('is told without one, whatever Graph writes in its place', async () => {
    await endless.say('message In the lab');
    assert.match(await endless.say('status'), /Your status message: “In the lab”\./);
  });

  const presence = { availability: 'Available', activity: 'Available' };
  const message = { content: 'In the lab', contentType: 'text' };
  for (const expiryDateTime of [
    { dateTime: '2999-01-01T00:00:00', timeZone: 'UTC' },
    { dateTime: '0001-01-01T00:00:00', timeZone: 'UTC' },
    { dateTime: 'later', timeZone: 'UTC' },
    { dateTime: 5 },
    'never',
  ])
    it(`or ${JSON.stringify(expiryDateTime)}`, async () => {
      const body = JSON.stringify({ ...presence, statusMessage: { message, expiryDateTime } });
      endless.simulator.addFault({ kind: 'body', body });
      assert.match(await endless.say('status'), /Your status message: “In the lab”\./);
    });
});
