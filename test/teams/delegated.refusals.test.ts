/** Delegated mode: what must not be done, not be asked twice, and not be claimed. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO, GUEST, message, type Person } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { CONNECTION, isSignInCard, signInCardIn, startDelegatedBot } from '../support/delegated.ts';
import {
  ask,
  dialogIn,
  query,
  pressed as pressedIn,
  resultsIn,
  searchTextIn,
  wordsIn,
} from '../support/extension.ts';
import { cardFor, press, send, settled } from '../support/press.ts';

const bot = await startDelegatedBot({ signInMs: 3000 });
after(() => bot.close());

let people = 0;
let person: Person & { readonly aadObjectId: string } = AVERY;
let asked = { from: person };

beforeEach(() => {
  people += 1;
  const aadObjectId = `66666666-6666-4666-8666-${String(people).padStart(12, '0')}`;
  person = { id: `29:1-somebody-${people}`, name: `Somebody ${people}`, aadObjectId };
  asked = { from: person };
  bot.simulator.reset();
  bot.connector.clear();
  bot.store.clear();
  bot.store.outage();
});

const operations = () => bot.store.calls.map(({ operation }) => operation);
const chat = () => `a:1-presence-${person.id.slice('29:'.length)}`;
const told = () => bot.connector.replies(chat()).map(wordsOf);
const exchanging = (value: object) =>
  bot.invoke(
    'signin/tokenExchange',
    { id: '1', connectionName: CONNECTION, token: 'x.y.z', ...value },
    person,
  );

describe('a sign-in that is none', () => {
  it('with a wrong code is 404, and nothing is done until the right one comes', async () => {
    await bot.send('dnd 2h', asked);
    for (const state of ['000000', 'CancelledByUser', '__proto__'])
      assert.deepEqual(await bot.verify(person, { state }), { status: 404, body: {} });
    await settled(bot);
    assert.deepEqual(bot.simulator.requests(), []);
    assert.equal(told().length, 1);
    assert.equal((await bot.verify(person)).status, 200);
    await bot.connector.waitForReplies(2, { conversation: chat() });
    assert.equal(bot.writes().length, 1);
  });

  it('with another person’s code is 404', async () => {
    await bot.send('dnd 2h', asked);
    const code = bot.store.magicCode(BRUNO.id, { token: bot.issue(BRUNO) });
    assert.equal((await bot.invoke('signin/verifyState', { state: code }, person)).status, 404);
    await settled(bot);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  const malformed: unknown[] = [null, 'code', [], {}, { state: 739204 }, { state: '' }, { state: ['1'] }];
  for (const value of [...malformed, { state: 'x'.repeat(101) }]) {
    it(`verifyState of ${JSON.stringify(value).slice(0, 30)} is 400, and the store is not asked`, async () => {
      assert.equal((await bot.invoke('signin/verifyState', value, person)).status, 400);
      assert.deepEqual(operations(), []);
    });
  }

  for (const value of [{ token: '' }, { token: 7 }, { connectionName: undefined }, { id: {} }]) {
    it(`tokenExchange with ${JSON.stringify(value)} is 400, and the store is not asked`, async () => {
      assert.equal((await exchanging(value)).status, 400);
      assert.deepEqual(operations(), []);
    });
  }

  it('for another connection is refused, though the store has it', async () => {
    assert.equal((await exchanging({ connectionName: 'other' })).status, 400);
    assert.deepEqual(operations(), []);
  });

  it('with what cannot be exchanged is 412, and nothing is done', async () => {
    await bot.send('dnd 2h', asked);
    assert.equal((await exchanging({ token: 'a.forged.token' })).status, 412);
    await settled(bot);
    assert.deepEqual(bot.simulator.requests(), []);
    assert.equal(told().length, 1);
  });

  it('of a guest never is one', async () => {
    const { status } = await bot.verify(GUEST);
    assert.equal(status, 403);
    const value = { id: '1', connectionName: CONNECTION, token: 'x.y.z' };
    assert.equal((await bot.invoke('signin/tokenExchange', value, GUEST)).status, 403);
    assert.deepEqual(operations(), []);
  });
});

describe('where a sign-in has no place', () => {
  it('a group chat gets words, and never a card', async () => {
    await bot.send('dnd 2h', { ...asked, groupChat: true, mentionBot: true });
    const [reply, ...more] = bot.connector.replies();
    assert.deepEqual(more, []);
    assert.match(wordsOf(reply), /^You need to sign in first, just between us/);
    await bot.exchange(person);
    await settled(bot);
    assert.deepEqual(bot.writes(), []);
  });

  it('a card pressed in a group gets words, and never a card', async () => {
    bot.signedIn(person);
    const card = await cardFor(bot, 'dnd 2h', { ...asked, groupChat: true, mentionBot: true });
    bot.store.signIn(person.id, { token: 'x', expires: 1 });
    bot.clock.now += 3_600_000;
    const { status } = await press(bot, card, '+30 min', { ...asked, groupChat: true });
    assert.equal(status, 200);
    await settled(bot);
    assert.deepEqual(bot.connector.replies().filter(isSignInCard), []);
    assert.equal(bot.writes().length, 1);
  });

  it('a guest is told so, and asked for nothing', async () => {
    await bot.send('dnd 2h', { from: GUEST });
    // On a busy machine what was said of the press before may come only now.
    assert.match(bot.connector.replies().map(wordsOf).join('\n'), /guests/);
    assert.deepEqual(operations(), []);
  });

  it('a dialog says in words what to do', async () => {
    const at = { from: person };
    const { card } = dialogIn(await ask(bot, 'fetchTask', { commandId: 'setPresence' }, at));
    const value = { commandId: 'setPresence', data: pressedIn(card, 'Busy') };
    const answer = await ask(bot, 'submitAction', value, at);
    assert.match(wordsIn(dialogIn(answer).card), /Please sign in first: send “sign in”/);
    assert.deepEqual(bot.connector.replies(), []);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('a search shows what it can without, and by name says that others are not told of', async () => {
    const first = resultsIn(await ask(bot, 'query', { ...query(''), parameters: [] }, { from: person }));
    assert.ok(first.length > 0);
    const named = await ask(bot, 'query', query('bruno'), { from: person });
    assert.match(searchTextIn(named), /only your own status here/);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('a colleague by mention is not looked up, signed in or not', async () => {
    bot.signedIn(person);
    const activity = message({
      text: 'is <at>Bruno Salt</at> free?',
      ...asked,
      serviceUrl: bot.connector.url,
    });
    const mention = {
      type: 'mention',
      mentioned: { id: BRUNO.id, name: BRUNO.name },
      text: '<at>Bruno Salt</at>',
    };
    await bot.post({ ...activity, entities: [mention] });
    assert.match(wordsOf(bot.connector.replies()[0]), /only your own status here/);
    assert.deepEqual(bot.simulator.requests(), []);
  });
});

describe('a token that Graph does not take', () => {
  it('401 for good is one refresh, one sign-in, an honest sentence, and no loop', async () => {
    // Somebody else's token behind this person's id.
    bot.signedIn(person, { of: BRUNO });
    await bot.send('dnd 2h', asked);
    assert.equal(bot.simulator.requests().length, 2);
    assert.deepEqual(operations(), ['get', 'get', 'signInResource']);
    assert.ok(isSignInCard(bot.connector.replies()[0] ?? {}));
    await bot.exchange(person, { of: BRUNO });
    await bot.connector.waitForReplies(2);
    await settled(bot);
    assert.equal(bot.simulator.requests().length, 4);
    assert.deepEqual(operations().slice(3), ['exchange', 'get', 'get']);
    assert.equal(told().length, 2);
    assert.match(told()[1] ?? '', /^Not done: .*Microsoft Graph no longer takes your sign-in/);
    assert.deepEqual(bot.seen().availability, 'Available');
  });

  it('403 without words signs out, and asks without a silent exchange; after that it is words', async () => {
    bot.signedIn(person, { scopes: ['Presence.Read'] });
    await bot.send('dnd 2h', asked);
    assert.deepEqual(operations(), ['get', 'signOut', 'signInResource']);
    assert.equal(bot.store.tokenOf(person.id), undefined);
    assert.equal(bot.simulator.requests().length, 1);
    const card = signInCardIn(bot.connector.replies()[0]);
    assert.equal('tokenExchangeResource' in card, false);
    assert.match(String(card['text']), /the permission Presence\.ReadWrite\./);
    await bot.verify(person, { scopes: ['Presence.Read'] });
    await bot.connector.waitForReplies(2);
    await settled(bot);
    assert.equal(bot.simulator.requests().length, 2);
    assert.deepEqual(operations().slice(3), ['get']);
    assert.equal(told().length, 2);
    assert.match(told()[1] ?? '', /lacks the permission Presence\.ReadWrite: send “sign in”/);
  });
});

describe('a change of which Graph took a part', () => {
  it('is told as it is: nothing is asked for that would do that part twice', async () => {
    bot.signedIn(person);
    bot.simulator.addFault({ kind: 'answer', status: 403, match: { action: 'setStatusMessage' } });
    await bot.send('busy 1h "in the lab"', asked);
    assert.deepEqual(bot.connector.replies().filter(isSignInCard), []);
    assert.match(told()[0] ?? '', /Busy .*lacks the permission Presence\.ReadWrite/s);
    assert.ok(!operations().includes('signOut'));
    await bot.exchange(person);
    await settled(bot);
    assert.equal(bot.writes().length, 2);
  });
});

describe('another person’s Teams id', () => {
  it('in any field of a message uses nobody’s token but the sender’s', async () => {
    const token = bot.signedIn(BRUNO);
    const base = message({ text: 'dnd 2h', ...asked, serviceUrl: bot.connector.url });
    const named = {
      ...base,
      recipient: { id: BRUNO.id, aadObjectId: BRUNO.aadObjectId, name: BRUNO.name },
      channelData: { ...(base['channelData'] as object), from: BRUNO, onBehalfOf: [{ mri: BRUNO.id }] },
      relatesTo: { user: BRUNO },
      replyToId: BRUNO.id,
    };
    await bot.post(named);
    assert.deepEqual(
      bot.store.calls.map(({ userId }) => userId),
      [person.id, person.id],
    );
    assert.deepEqual(bot.simulator.requests(), []);
    assert.equal(bot.store.tokenOf(BRUNO.id), token);
  });

  it('in a button, a sign-in or a search is as little use', async () => {
    bot.signedIn(BRUNO);
    bot.signedIn(person);
    const card = await cardFor(bot, 'dnd 2h', asked);
    bot.store.clear();
    const forged = { owner: person.aadObjectId, userId: BRUNO.id, from: BRUNO, account: BRUNO.id };
    await press(bot, card, '+30 min', { ...asked, inputs: forged });
    await send(
      bot,
      { title: '', verb: 'run', data: { say: 'busy 1h', ...forged, owner: BRUNO.aadObjectId }, submits: {} },
      asked,
    );
    await exchanging({ userId: BRUNO.id, from: BRUNO });
    await bot.invoke('signin/verifyState', { state: '123456', userId: BRUNO.id }, person);
    assert.ok(bot.store.calls.every(({ userId }) => userId === person.id));
    assert.ok(bot.writes().every(({ userId }) => userId === person.aadObjectId));
  });

  it('with a directory id beside it that is not its own is refused by Graph', async () => {
    bot.signedIn(BRUNO);
    await bot.send('dnd 2h', { from: { ...BRUNO, aadObjectId: person.aadObjectId } });
    assert.ok(bot.simulator.requests().every(({ status }) => status === 401));
    assert.equal(bot.simulator.state(person.aadObjectId).preferred, null);
  });
});

describe('a Bot Service that does not answer', () => {
  for (const [how, begin] of [
    [
      'is out of order',
      () => {
        bot.store.outage(500);
      },
    ],
    [
      'hangs',
      () => {
        bot.store.hang();
      },
    ],
    [
      'answers nonsense',
      () => {
        bot.store.outage(200, '{"token":"half.a.token');
      },
    ],
  ] as const) {
    it(`but ${how}: an honest sentence, and a line for the operator`, async () => {
      begin();
      for (const text of ['dnd 2h', 'status']) await bot.send(text, asked);
      bot.store.hang(false);
      assert.equal(told().length, 2);
      for (const words of told()) assert.match(words, /sign-in service isn't answering/);
      assert.deepEqual(bot.simulator.requests(), []);
      const lines = bot
        .logged()
        .filter(({ msg }) => msg === 'the Bot Service gave no answer about a sign-in');
      assert.ok(lines.length >= 2);
      assert.ok(lines.every(({ level }) => level === 50));
      assert.ok(!JSON.stringify(bot.logged()).includes('half.a.token'));
    });

    it(`but ${how}: a sign-in fails, and is not called one`, async () => {
      await bot.send('dnd 2h', asked);
      begin();
      const exchanged = await exchanging({});
      assert.equal(exchanged.status, 412);
      const verified = await bot.invoke('signin/verifyState', { state: '123456' }, person);
      assert.equal(verified.status, 503);
      bot.store.hang(false);
      bot.store.outage();
      await settled(bot);
      assert.deepEqual(bot.simulator.requests(), []);
      assert.ok(!JSON.stringify(bot.logged()).includes('half.a.token'));
      // What was asked for still waits.
      await bot.exchange(person);
      await bot.connector.waitForReplies(2, { conversation: chat() });
      assert.equal(bot.writes().length, 1);
    });
  }

  it('for the card alone says that nobody can sign in', async (t) => {
    const wrong = await startDelegatedBot({ environment: { OAUTH_CONNECTION: 'misspelt' } });
    t.after(() => wrong.close());
    await wrong.send('dnd 2h', asked);
    const [reply] = wrong.connector.replies();
    assert.match(wordsOf(reply), /signing in doesn't work/);
    assert.ok(wrong.logged().some(({ msg }) => msg === 'nobody can sign in'));
  });
});

describe('more than a person’s share of a minute', () => {
  it('of sign-ins is not called a sign-in', async (t) => {
    const small = await startDelegatedBot({ environment: { COMMANDS_PER_MINUTE: '1' } });
    t.after(() => small.close());
    await small.send('dnd 2h', asked);
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1)
      statuses.push((await small.invoke('signin/verifyState', { state: '000000' }, person)).status);
    assert.deepEqual(statuses, [404, 404, 404, 404, 429, 429]);
    assert.equal((await small.exchange(person)).status, 412);
    await settled(small);
    assert.deepEqual(small.simulator.requests(), []);
  });
});
