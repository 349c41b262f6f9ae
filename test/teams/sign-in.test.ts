/** `sign in` and `sign out`, said in words. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { isSignInCard, startDelegatedBot } from '../support/delegated.ts';

const [bot, application] = await Promise.all([
  // The SDK asks a service that is out of order again for some seconds.
  startDelegatedBot({ patienceMs: 20_000 }),
  startBot(),
]);
after(() => Promise.all([bot.close(), application.close()]));
beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});
const last = () => bot.connector.replies().at(-1);

describe('sign in', () => {
  it('gives the card, says so afterwards, and then has nothing left to do', async () => {
    await bot.send('sign in');
    assert.ok(last() !== undefined && isSignInCard(last() ?? {}));
    await bot.exchange(AVERY);
    await bot.connector.waitForReplies(2);
    assert.match(wordsOf(last()), /^You're signed in/);
    assert.match(await bot.say('log in'), /^You're signed in/);
  });
});

describe('sign out', () => {
  it('takes the sign-in back, leaves what is set, and the next wish asks again', async () => {
    await bot.exchange(AVERY);
    assert.match(await bot.say('dnd 2h'), /Do not disturb/);
    assert.match(await bot.say('sign out'), /^You're signed out/);
    assert.equal(bot.store.tokenOf(AVERY.id), undefined);
    assert.equal(bot.seen().availability, 'DoNotDisturb');
    const writes = bot.writes().length;
    await bot.send('busy 1h');
    assert.ok(isSignInCard(last() ?? {}));
    assert.equal(bot.writes().length, writes);
  });

  it('says so where the Bot Service does not take it', async () => {
    await bot.exchange(BRUNO);
    bot.store.outage(500);
    assert.match(await bot.say('sign out', { from: BRUNO }), /couldn't sign you out/);
    bot.store.outage();
  });
});

it('in application mode nobody has to', async () => {
  for (const text of ['sign in', 'sign out'])
    assert.match(await application.say(text), /^You don't need to sign in here/);
  assert.deepEqual(application.writes(), []);
});
