/** Delegated mode: the bot acts as the person, who signs in once, and then has done what was asked for. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BOT_ID, BRUNO, invoke, type Person } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { CONNECTION, isSignInCard, signInCardIn, startDelegatedBot } from '../support/delegated.ts';
import { cardFor, cardWords, press, settled, updates } from '../support/press.ts';

const bot = await startDelegatedBot();
after(() => bot.close());

/** Every test has a person of its own, so that nobody has signed in before. */
let people = 0;
let person: Person & { readonly aadObjectId: string } = AVERY;
let asked = { from: person };

beforeEach(() => {
  people += 1;
  const aadObjectId = `55555555-5555-4555-8555-${String(people).padStart(12, '0')}`;
  person = { id: `29:1-person-${people}`, name: `Person ${people}`, aadObjectId };
  asked = { from: person };
  bot.simulator.reset();
  bot.connector.clear();
  bot.store.clear();
});

const operations = () => bot.store.calls.map(({ operation }) => operation);
const actions = () => bot.writes().map(({ action }) => action);
const done = [{ status: 200, body: { id: 'an-exchange', connectionName: CONNECTION } }];

describe('somebody who has not signed in', () => {
  it('is asked to, by a card that Teams can exchange its own sign-in for, and nothing reaches Graph', async () => {
    assert.equal(await bot.send('dnd 2h', asked), 200);
    assert.equal(bot.connector.replies().length, 1);
    const card = signInCardIn(bot.connector.replies()[0]);
    const { tokenExchangeResource, buttons, ...rest } = card;
    assert.deepEqual(rest, {
      text: "Please sign in once, so I can set your status for you. Then I'll do what you asked.",
      connectionName: CONNECTION,
    });
    assert.equal((tokenExchangeResource as { uri: string }).uri, `api://botid-${BOT_ID}`);
    const [button] = buttons as { type: string; title: string; value: string }[];
    assert.equal(button?.type, 'signin');
    assert.match(button.value, new RegExp(`^${bot.store.url}/api/oauth/signin`));
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('is the one whom the card signs in', async () => {
    await bot.send('dnd 2h', asked);
    assert.deepEqual(
      bot.store.calls.map(({ operation, userId, connectionName }) => [operation, userId, connectionName]),
      [
        ['get', person.id, CONNECTION],
        ['signInResource', person.id, ''],
      ],
    );
  });

  it('may ask for help, the form and what a wish would send, without signing in', async () => {
    for (const text of ['help', 'what if dnd 2h', 'set', 'hello there']) await bot.send(text, asked);
    assert.equal(bot.connector.replies().length, 4);
    assert.deepEqual(bot.connector.replies().filter(isSignInCard), []);
    assert.deepEqual(operations(), []);
  });

  it('hears what is wrong with a wish, and is not asked to sign in for it', async () => {
    for (const text of ['in a call 5h', 'dnd until 3pm yesterday', 'presenting 1 minute', 'undo'])
      await bot.send(text, asked);
    assert.deepEqual(bot.connector.replies().filter(isSignInCard), []);
    assert.deepEqual(operations(), []);
  });
});

describe('Teams’ own sign-in, exchanged', () => {
  it('is answered with the exchange’s id, and what was asked is done', async () => {
    await bot.send('dnd 2h', asked);
    assert.deepEqual([await bot.exchange(person)], done);
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    assert.match(wordsOf(bot.connector.replies()[1]), /^You're set to Do not disturb/);
    assert.deepEqual(bot.writes(), [
      {
        action: 'setUserPreferredPresence',
        userId: person.aadObjectId,
        body: { availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT2H' },
      },
    ]);
  });

  it('is done once, though several of the person’s clients exchange it', async () => {
    await bot.send('dnd 2h', asked);
    const answers = await Promise.all([1, 2, 3].map(() => bot.exchange(person)));
    assert.deepEqual(answers, [...done, ...done, ...done]);
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    await settled(bot);
    assert.deepEqual(actions(), ['setUserPreferredPresence']);
    assert.equal(bot.connector.replies(chatOf(person)).length, 2);
  });

  it('which comes before the connector has taken the card does what was asked all the same', async () => {
    bot.connector.delayNext(400);
    const sending = bot.send('dnd 2h', asked);
    while (bot.connector.received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal((await bot.exchange(person)).status, 200);
    await sending;
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    assert.deepEqual(actions(), ['setUserPreferredPresence']);
  });

  it('of which nothing was asked is taken without a word', async () => {
    assert.deepEqual([await bot.exchange(person)], done);
    await settled(bot);
    assert.deepEqual(bot.connector.replies(chatOf(person)), []);
  });

  it('is the person’s from then on: the token is fetched once and kept', async () => {
    await bot.send('dnd 2h', asked);
    await bot.exchange(person);
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    bot.store.clear();
    for (const text of ['busy 1h', 'status', 'clear']) await bot.send(text, asked);
    assert.deepEqual(operations(), []);
    assert.equal(bot.connector.replies().length, 5);
  });
});

describe('a sign-in on its page', () => {
  it('follows where the person has to consent first, and then what was asked is done', async () => {
    await bot.send('dnd 2h', asked);
    bot.store.consentNeeded(true);
    const { status, body } = await bot.exchange(person);
    bot.store.consentNeeded(false);
    assert.equal(status, 412);
    const { failureDetail, ...rest } = body as { failureDetail: string };
    assert.deepEqual(rest, done[0]?.body);
    assert.ok(failureDetail.length > 0);
    await settled(bot);
    assert.deepEqual(actions(), []);
    assert.deepEqual(await bot.verify(person), { status: 200, body: {} });
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    assert.deepEqual(actions(), ['setUserPreferredPresence']);
  });

  it('of which nothing was asked is confirmed in words', async () => {
    assert.equal((await bot.verify(person)).status, 200);
    const [reply] = await bot.connector.waitForReplies(1);
    assert.match(wordsOf(reply), /^You're signed in/);
  });

  it('that is delivered twice is one sign-in with one answer', async () => {
    const code = bot.store.magicCode(person.id, { token: bot.issue(person) });
    const at = { from: person, serviceUrl: bot.connector.url, at: new Date(bot.clock.now) };
    const activity = invoke({ ...at, name: 'signin/verifyState', value: { state: code } });
    const answers = await Promise.all([bot.post(activity), bot.post(activity)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
  });

  it('is offered by a button where Teams could not sign in by itself, once', async () => {
    await bot.send('dnd 2h', asked);
    const failed = { code: 'resourcematchfailed', message: 'Resource match failed' };
    const told = await Promise.all([1, 2].map(() => bot.invoke('signin/failure', failed, person)));
    assert.deepEqual(told, [
      { status: 200, body: {} },
      { status: 200, body: {} },
    ]);
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    await settled(bot);
    const replies = bot.connector.replies(chatOf(person));
    assert.equal(replies.length, 2);
    assert.equal(signInCardIn(replies[1])['tokenExchangeResource'], undefined);
    assert.ok(bot.logged().some(({ code }) => code === 'resourcematchfailed'));
    await bot.verify(person);
    await bot.connector.waitForReplies(3, { conversation: chatOf(person) });
    assert.deepEqual(actions(), ['setUserPreferredPresence']);
  });
});

describe('a pressed button', () => {
  it('whose sign-in is gone asks for it, and the card tells the outcome after it', async () => {
    bot.signedIn(person);
    const card = await cardFor(bot, 'dnd 2h', asked);
    await bot.invoke('signin/tokenExchange', {}, person);
    const gone = bot.issue(person, { scopes: [] });
    bot.store.signIn(person.id, { token: gone, expires: bot.clock.now - 1 });
    bot.clock.now += 3_600_000;
    bot.simulator.clearRequests();
    const pressed = await press(bot, card, '+30 min', asked);
    assert.match(cardWords(pressed.card), /Please sign in first/);
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    assert.ok(isSignInCard(bot.connector.replies()[1] ?? {}));
    assert.deepEqual(bot.store.calls.filter(({ operation }) => operation === 'signInResource').length, 1);
    assert.equal(bot.store.calls.at(-1)?.userId, person.id);
    await bot.exchange(person);
    const [shown] = await updates(bot, 1);
    assert.match(JSON.stringify(shown?.activity), /Do not disturb/);
    assert.deepEqual(actions(), ['setUserPreferredPresence']);
  });
});

describe('status', () => {
  it('asks for the sign-in too, and is told after it', async () => {
    await bot.send('status', asked);
    assert.ok(isSignInCard(bot.connector.replies()[0] ?? {}));
    await bot.exchange(person);
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    assert.match(wordsOf(bot.connector.replies()[1]), /Available/);
  });

  it('without Presence.Read says which permission is missing, while setting works', async () => {
    bot.signedIn(person, { scopes: ['Presence.ReadWrite'] });
    await bot.send('dnd 2h', asked);
    assert.match(wordsOf(bot.connector.replies()[0]), /^You're set to/);
    await bot.send('status', asked);
    const card = signInCardIn(bot.connector.replies()[1]);
    assert.match(String(card['text']), /the permission Presence\.Read\. /);
    await bot.verify(person, { scopes: ['Presence.ReadWrite'] });
    await bot.connector.waitForReplies(3, { conversation: chatOf(person) });
    assert.match(wordsOf(bot.connector.replies()[2]), /lacks the permission Presence\.Read:/);
  });
});

describe('a token in memory', () => {
  it('is fetched again before it ends', async () => {
    bot.signedIn(person);
    await bot.send('dnd 2h', asked);
    bot.clock.now += 54 * 60_000;
    await bot.send('dnd 2h', asked);
    assert.deepEqual(operations(), ['get']);
    bot.clock.now += 2 * 60_000;
    bot.signedIn(person);
    await bot.send('dnd 2h', asked);
    assert.deepEqual(operations(), ['get', 'get']);
    assert.equal(bot.writes().length, 3);
  });

  it('that Graph no longer takes is fetched anew once, and the wish is done', async () => {
    bot.signedIn(person);
    bot.simulator.addFault({ kind: 'answer', status: 401 });
    await bot.send('dnd 2h', asked);
    assert.match(wordsOf(bot.connector.replies()[0]), /^You're set to/);
    assert.deepEqual(operations(), ['get', 'get']);
    assert.equal(bot.simulator.requests().length, 2);
  });
});

describe('what waits for a sign-in', () => {
  it('is forgotten after ten minutes', async () => {
    await bot.send('dnd 2h', asked);
    bot.clock.now += 10 * 60_000 + 1;
    await bot.exchange(person);
    await settled(bot);
    assert.deepEqual(actions(), []);
    assert.equal(bot.connector.replies(chatOf(person)).length, 1);
  });

  it('is still done just before that', async () => {
    await bot.send('dnd 2h', asked);
    bot.clock.now += 10 * 60_000 - 1000;
    await bot.exchange(person);
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    assert.deepEqual(actions(), ['setUserPreferredPresence']);
  });

  it('gives way to a newer wish', async () => {
    await bot.send('dnd 2h', asked);
    await bot.send('busy 1h', asked);
    await bot.exchange(person);
    await bot.connector.waitForReplies(3, { conversation: chatOf(person) });
    await settled(bot);
    assert.deepEqual(
      bot.writes().map(({ body }) => (body as { availability: string }).availability),
      ['Busy'],
    );
  });

  it('gives way to a newer wish that needed no sign-in any more', async () => {
    await bot.send('dnd 2h', asked);
    // The sign-in was made elsewhere, and a client comes late with its own.
    bot.signedIn(person);
    await bot.send('busy 1h', asked);
    await bot.exchange(person);
    await settled(bot);
    assert.deepEqual(
      bot.writes().map(({ body }) => (body as { availability: string }).availability),
      ['Busy'],
    );
  });

  it('is each person’s own', async () => {
    const other = { ...BRUNO, id: `${person.id}-other` };
    await Promise.all([bot.send('dnd 2h', asked), bot.send('busy 1h', { from: other })]);
    await Promise.all([bot.exchange(other), bot.exchange(person)]);
    await bot.connector.waitForReplies(4);
    const set = new Map(
      bot.writes().map(({ userId, body }) => [userId, (body as { availability: string }).availability]),
    );
    assert.deepEqual(
      set,
      new Map([
        [person.aadObjectId, 'DoNotDisturb'],
        [other.aadObjectId, 'Busy'],
      ]),
    );
    assert.match(wordsOf(bot.connector.replies(chatOf(other))[1]), /Busy/);
    assert.match(wordsOf(bot.connector.replies(chatOf(person))[1]), /Do not disturb/);
  });

  it('is judged when it is done: what was until 3 PM is too late at five past', async () => {
    bot.clock.now = Date.parse('2026-11-20T14:57:00-05:00');
    await bot.send('dnd until 3pm', asked);
    bot.clock.now = Date.parse('2026-11-20T15:05:00-05:00');
    await bot.exchange(person);
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    assert.deepEqual(actions(), []);
    assert.match(wordsOf(bot.connector.replies()[1]), /past|passed|over/);
  });

  it('is answered in the chat in which it was said, wherever the sign-in comes from', async () => {
    await bot.send('dnd 2h', asked);
    const conversation = { id: '19:presence-group@thread.v2', conversationType: 'groupChat', isGroup: true };
    const token = 'teams.own.sign-in.elsewhere';
    bot.store.exchangeable(person.id, token, { token: bot.issue(person) });
    await bot.invoke('signin/tokenExchange', { id: '1', connectionName: CONNECTION, token }, person, {
      conversation: { ...conversation, tenantId: '11111111-1111-4111-8111-111111111111' },
    });
    await bot.connector.waitForReplies(2, { conversation: chatOf(person) });
    assert.equal(bot.connector.replies(chatOf(person)).length, 2);
  });
});

function chatOf({ id }: Person): string {
  return `a:1-presence-${id.slice('29:'.length)}`;
}
