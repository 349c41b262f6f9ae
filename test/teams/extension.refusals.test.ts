/** What the messaging extension must not do: obey strangers' markup, answer late, or make up what it could not read. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO, CHIARA, GUEST, type Activity } from '../support/activities.ts';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { parseCard } from '../support/cards.ts';
import {
  ask,
  dialogIn,
  dialogTextIn,
  pressed,
  proposedIn,
  query,
  resultsIn,
  searchTextIn,
  wordsIn,
} from '../support/extension.ts';

const bot = await startBot({ graph: { sleep: () => Promise.resolve() } });
/** One that gives up early, for what never comes. */
const hasty = await startBot({ invokeMs: 1500, attemptMs: 60_000 });
after(() => Promise.all([bot.close(), hasty.close()]));

beforeEach(() => {
  for (const one of [bot, hasty]) {
    one.simulator.reset();
    one.connector.clear();
  }
});

const picker = { commandId: 'setPresence', commandContext: 'compose' };
function fromMessage(body: unknown, rest: Activity = {}) {
  return {
    commandId: 'setPresenceFromMessage',
    commandContext: 'message',
    messagePayload: { id: '1', body, ...rest },
  };
}
const html = (content: unknown) => fromMessage({ contentType: 'html', content });

let chats = 0;
function chatOf(on: BotUnderTest) {
  chats += 1;
  const conversation = `19:refused-${chats}@thread.v2`;
  on.connector.setMembers(conversation, [AVERY, BRUNO, CHIARA]);
  return { conversation, groupChat: true } as const;
}

describe('somebody else’s message is plain text, whatever is in it', () => {
  const wicked: [string, string, string][] = [
    ['a script', '<script>alert("busy 1h")</script><p>hello</p>', 'hello'],
    ['a handler', '<img src=x onerror="alert(1)"><p>hello</p>', 'hello'],
    ['tags never closed', '<div><b><i>hello', 'hello'],
    ['tags closed twice', '</b></b></p>hello</div></div>', 'hello'],
    ['escaped tags', '<p>&lt;script&gt;x&lt;/script&gt;</p>', '<script>x</script>'],
    ['a template', '<p>${$root} ${1+1} {{DATE(2020-01-01)}}</p>', '${$root} ${1+1} {{DATE(2020-01-01)}}'],
    ['Markdown', '<p>**b** [x](https://e.test) `c`</p>', '**b** [x](https://e.test) `c`'],
    ['JSON', '<p>{"availability":"Busy","activity":"Busy"}</p>', '{"availability":"Busy","activity":"Busy"}'],
    ['a command to the bot', '<p>@Presence clear everything</p>', '@Presence clear everything'],
    ['what turns words around', '<p>hel\u202elo\u2066</p>', 'hello'],
    ['10,000 nested tags', `${'<div>'.repeat(2500)}hello${'</div>'.repeat(2500)}`, 'hello'],
  ];
  for (const [what, content, shown] of wicked) {
    it(what, async () => {
      const { card } = dialogIn(await ask(bot, 'fetchTask', html(content)));
      assert.ok(wordsIn(card).includes(`“${shown}”`), wordsIn(card));
      assert.deepEqual(parseCard(card), []);
      assert.deepEqual(bot.simulator.requests(), []);
      assert.deepEqual(bot.connector.received, []);
    });
  }

  for (const [what, body] of [
    ['no content', { contentType: 'html', content: null }],
    ['no body', null],
    ['an empty body', {}],
    ['a body that is none', 'busy 1h'],
    ['a body of a list', [1]],
    ['a content that is none', { contentType: 'html', content: 5 }],
    ['a type that is none', { contentType: {}, content: 'x' }],
    ['a card and no words', { contentType: 'html', content: '<attachment id="1"></attachment>' }],
    ['space alone', { contentType: 'html', content: '<p>&nbsp;</p>' }],
  ] as const) {
    it(`${what}: the form is empty, and quotes nothing`, async () => {
      const { card } = dialogIn(await ask(bot, 'fetchTask', fromMessage(body)));
      assert.equal(proposedIn(card), undefined);
      assert.doesNotMatch(wordsIn(card), /From the message/);
      assert.deepEqual(parseCard(card), []);
    });
  }

  for (const piece of ['<p>busy until 3pm</p>', '<', '&', 'x', 'until 3 ', '\u0000', '😀', '<script>']) {
    it(`28 KB of ${JSON.stringify(piece)}`, async () => {
      const content = piece.repeat(28_000 / piece.length);
      const { card } = dialogIn(await ask(bot, 'fetchTask', html(content)));
      assert.deepEqual(parseCard(card), []);
      assert.deepEqual(bot.simulator.requests(), []);
    });
  }

  it('what is larger than any activity is refused before it is read', async () => {
    const body = { value: html('x'.repeat(1_100_000)), type: 'invoke', name: 'composeExtension/fetchTask' };
    const { status } = await bot.post(body);
    assert.ok(status >= 400 && status < 500, String(status));
  });
});

describe('a malformed', () => {
  const values: unknown[] = [null, undefined, 'x', 5, true, [], {}, { commandId: 5 }, { data: 'x' }];
  const more: unknown[] = [
    { commandId: 'setPresence ' },
    { commandId: '__proto__', data: { verb: '__proto__' } },
    { commandId: 'setPresence', data: null },
    { commandId: 'setPresence', data: { verb: 5 } },
    { commandId: 'setPresence', data: { verb: 'busy', length: {}, owner: 'me' } },
    { commandId: 'setPresence', data: { verb: 'undo', holds: 'all' } },
    { commandId: 'setPresence', data: { verb: 'run', say: ['dnd 1h'] } },
    { commandId: 'x'.repeat(300) },
    { parameters: 'dnd' },
    { parameters: [null] },
    { parameters: [{ name: 5, value: 'dnd' }] },
    { parameters: [{ name: 'query', value: { a: 1 } }] },
    { parameters: Array.from({ length: 60 }, () => ({ value: 'dnd' })) },
    { parameters: [{ value: 'a '.repeat(40_000) }] },
  ];
  for (const name of ['fetchTask', 'submitAction', 'query']) {
    it(`${name} gets 200 and words or results, and changes nothing`, async () => {
      for (const value of [...values, ...more]) {
        const body = await ask(bot, name, value);
        const words = 'task' in body ? JSON.stringify(body.task) : JSON.stringify(body.composeExtension);
        assert.ok(words.length > 20, JSON.stringify(value));
        assert.doesNotMatch(words, /undefined|\[object|TypeError|at file:/);
        assert.deepEqual(bot.writes(), [], JSON.stringify(value));
      }
    });
  }

  it('command that is not ours opens nothing', async () => {
    assert.match(
      dialogTextIn(await ask(bot, 'fetchTask', { commandId: 'focus' })),
      /don't know that button or dialog/,
    );
  });
});

describe('a dialog works for whoever opened it alone', () => {
  it('whoever else presses its data is told so, and nothing is changed for either', async () => {
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker));
    const value = { ...picker, data: pressed(card, 'Busy') };
    assert.match(dialogTextIn(await ask(bot, 'submitAction', value, { from: BRUNO })), /somebody else/);
    assert.deepEqual(bot.writes(), []);
  });

  it('a user id or tenant in the data changes nobody else', async () => {
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker));
    const forged = { userId: BRUNO.aadObjectId, from: BRUNO, tenantId: 'x' };
    await ask(bot, 'submitAction', { ...picker, data: { ...pressed(card, 'Busy'), ...forged } });
    assert.deepEqual(
      bot.writes().map(({ userId }) => userId),
      [AVERY.aadObjectId],
    );
  });

  it('the author of a message is never changed by its reader', async () => {
    const value = fromMessage(
      { contentType: 'html', content: '<p>busy 1h</p>' },
      { from: { user: { id: BRUNO.aadObjectId, displayName: 'Bruno Salt' } } },
    );
    const { card } = dialogIn(await ask(bot, 'fetchTask', value));
    await ask(bot, 'submitAction', { ...value, data: pressed(card, 'Busy') });
    assert.deepEqual(
      bot.writes().map(({ userId }) => userId),
      [AVERY.aadObjectId],
    );
  });

  it('a guest is told why, in each of the three', async () => {
    const guest = { from: GUEST };
    assert.match(dialogTextIn(await ask(bot, 'fetchTask', picker, guest)), /without an account/);
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker));
    const press = { ...picker, data: pressed(card, 'Busy') };
    assert.match(dialogTextIn(await ask(bot, 'submitAction', press, guest)), /without an account/);
    assert.match(searchTextIn(await ask(bot, 'query', query('dnd 1h'), guest)), /without an account/);
    assert.deepEqual(bot.simulator.requests(), []);
  });
});

describe('a presence that could not be read is never shown as one', () => {
  const faults: [string, number, RegExp][] = [
    ['throttled', 429, /Graph is busy/],
    ['without consent', 403, /administrator/],
    ['refused', 400, /refused/],
    ['out of order', 500, /can't reach Microsoft Graph/],
  ];
  for (const [what, status, said] of faults) {
    it(`${what}: a search by name says so`, async () => {
      const retry = status === 429 ? { retryAfter: 30 } : {};
      bot.simulator.addFault({ kind: 'answer', status, times: 'always', ...retry });
      const words = searchTextIn(await ask(bot, 'query', query('bruno'), chatOf(bot)));
      assert.match(words, said);
      assert.match(words, /Bruno Salt/);
    });

    it(`${what}: the first run and a wish are still there, without a made-up presence`, async () => {
      const retry = status === 429 ? { retryAfter: 30 } : {};
      bot.simulator.addFault({ kind: 'answer', status, times: 'always', ...retry });
      for (const text of ['', 'busy 1h']) {
        const results = resultsIn(await ask(bot, 'query', query(text), chatOf(bot)));
        assert.ok(results.length >= 1);
        assert.doesNotMatch(JSON.stringify(results), /Unknown/);
      }
    });
  }
});

describe('what is slow is answered in time all the same', () => {
  it('a search while Graph hangs', async () => {
    hasty.simulator.addFault({ kind: 'hang', times: 'always' });
    assert.match(
      searchTextIn(await ask(hasty, 'query', query('bruno'), chatOf(hasty))),
      /didn't answer in time/,
    );
  });

  it('a wish and the first run while Graph hangs, without the people', async () => {
    hasty.simulator.addFault({ kind: 'hang', times: 'always' });
    const chat = chatOf(hasty);
    hasty.connector.setMembers(chat.conversation, [{ ...BRUNO, name: 'Busy Bee' }]);
    const request = resultsIn(await ask(hasty, 'query', query('busy 1h'), chat));
    assert.deepEqual(
      request.map(({ title }) => title),
      ['Busy until 3:07 PM (New York)'],
    );
    assert.equal(resultsIn(await ask(hasty, 'query', { parameters: [] }, chat)).length, 4);
  });

  it('a search while the roster hangs, and a wish then too', async () => {
    const chat = chatOf(hasty);
    hasty.connector.delayNext(4000);
    assert.match(searchTextIn(await ask(hasty, 'query', query('bruno'), chat)), /didn't answer in time/);
    const [request] = resultsIn(await ask(hasty, 'query', query('dnd 1h'), chat));
    assert.match(request?.title ?? '', /^Do not disturb/);
  });

  it('a large roster that outlasts its first search is there for a later one', async () => {
    const chat = chatOf(hasty);
    const everybody = Array.from({ length: 2001 }, (_, number) => ({
      id: `29:1-${number}`,
      name: `Member ${number}`,
      aadObjectId: `99999999-9999-4999-8999-${String(number).padStart(12, '0')}`,
    }));
    hasty.connector.setMembers(chat.conversation, everybody);
    hasty.connector.delayNext(700, 5);
    assert.match(searchTextIn(await ask(hasty, 'query', query('2000'), chat)), /didn't answer in time/);
    let body = await ask(hasty, 'query', query('2000'), chat);
    while (JSON.stringify(body).includes("didn't answer in time")) {
      body = await ask(hasty, 'query', query('2000'), chat);
    }
    assert.equal(resultsIn(body)[0]?.title, 'Member 2000');
    assert.equal(hasty.connector.received.length, 5, 'each page was asked for once');
  });

  it('a press whose outcome is not known yet, and it claims none', async () => {
    const { card } = dialogIn(await ask(hasty, 'fetchTask', picker));
    hasty.simulator.addFault({ kind: 'hang', times: 'always' });
    const value = { ...picker, data: pressed(card, 'Busy') };
    const words = dialogTextIn(await ask(hasty, 'submitAction', value));
    assert.match(words, /hasn't answered yet.*status/);
    assert.doesNotMatch(words, /You're set|until/);
    hasty.simulator.releaseHung();
  });
});

describe('a roster that Teams does not give', () => {
  for (const status of [403, 404]) {
    it(`${status} is said, and asked for again when it may be there`, async () => {
      const chat = chatOf(bot);
      bot.connector.failNext({ status });
      const words = searchTextIn(await ask(bot, 'query', query('bruno'), chat));
      assert.match(words, /can't see who is in this chat/);
      assert.deepEqual(bot.simulator.requests(), []);
      assert.equal(resultsIn(await ask(bot, 'query', query('bruno'), chat)).length, 1);
    });
  }

  for (const status of [400, 429]) {
    it(`${status} is no word on whether the bot is in the chat`, async () => {
      const chat = chatOf(bot);
      bot.connector.failNext({ status, times: 10 });
      const words = searchTextIn(await ask(bot, 'query', query('bruno'), chat));
      assert.match(words, /Teams didn't tell me who is here/);
      bot.connector.clear();
    });
  }

  it('in its second page gives nobody, rather than half of them', async () => {
    const chat = chatOf(bot);
    const many = Array.from({ length: 501 }, (_, number) => ({ ...BRUNO, id: `29:1-${number}` }));
    bot.connector.setMembers(chat.conversation, many);
    let pages = 0;
    bot.connector.failNext({
      status: 403,
      match: ({ operation }) => operation === 'pagedMembers' && (pages += 1) === 2,
    });
    const words = searchTextIn(await ask(bot, 'query', query('bruno'), chat));
    assert.match(words, /can't see who is in this chat/);
  });
});
