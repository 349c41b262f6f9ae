import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO, GUEST } from './activities.ts';
import { startConnector } from './connector.ts';
import type { Connector, Received } from './connector.ts';

const CHAT = 'a:1-presence/avery';

describe('the fake connector', () => {
  let connector: Connector;
  before(async () => {
    connector = await startConnector({ members: [AVERY, GUEST] });
  });
  beforeEach(() => {
    connector.clear();
  });
  after(() => connector.close());

  async function call(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
    const response = await fetch(`${connector.url}v3/conversations${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer: unknown = JSON.parse(await response.text());
    return { status: response.status, answer, retryAfter: response.headers.get('retry-after') };
  }
  const say = (text: string, conversation = CHAT) =>
    call('POST', `/${encodeURIComponent(conversation)}/activities`, { type: 'message', text });
  const texts = (conversation?: string) => connector.replies(conversation).map(({ text }) => text);

  it('keeps what is sent, replied, updated and deleted, in order', async () => {
    const path = `/${encodeURIComponent(CHAT)}/activities`;
    const sent = await say('one');
    await call('POST', `${path}/41`, { type: 'message', text: 'two' }, { authorization: 'Bearer x' });
    const updated = await call('PUT', `${path}/42`, { type: 'message', text: 'three' });
    await call('DELETE', `${path}/43`);
    assert.deepEqual(
      connector.received.map(({ operation, conversation, target, authorized, status }) => [
        operation,
        conversation,
        target,
        authorized,
        status,
      ]),
      [
        ['send', CHAT, undefined, false, 201],
        ['reply', CHAT, '41', true, 201],
        ['update', CHAT, '42', false, 200],
        ['delete', CHAT, '43', false, 200],
      ],
    );
    assert.match(JSON.stringify(sent.answer), /^\{"id":"\d+"\}$/);
    assert.deepEqual(updated.answer, { id: '42' });
    const times = connector.received.map(({ at }) => at);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
    assert.deepEqual(texts(), ['one', 'two'], 'an update is no reply');
  });

  it('gives each activity another id', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => say(text)));
    assert.equal(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size, 3);
  });

  it('makes conversations, and keeps the message that comes with one', async () => {
    const { status, answer } = await call('POST', '', {
      members: [AVERY],
      activity: { type: 'message', text: 'hello' },
    });
    assert.equal(status, 201);
    const [entry] = connector.received;
    assert.equal(entry?.operation, 'create');
    assert.match(JSON.stringify(answer), new RegExp(`"id":"${entry.conversation}"`));
    assert.deepEqual(texts(entry.conversation), ['hello']);
  });

  it('says who is there: all, by pages, or one by either id', async () => {
    const chat = `/${encodeURIComponent(CHAT)}`;
    const { answer: all } = await call('GET', `${chat}/members`);
    assert.ok(Array.isArray(all) && all.length === 2);
    const { answer: page } = await call('GET', `${chat}/pagedmembers?pageSize=2`);
    assert.deepEqual(page, { members: all });
    for (const id of [AVERY.id, AVERY.aadObjectId]) {
      assert.deepEqual((await call('GET', `${chat}/members/${encodeURIComponent(id)}`)).answer, all[0]);
    }
    assert.equal((await call('GET', `${chat}/members/${BRUNO.aadObjectId}`)).status, 404);
    assert.equal(JSON.stringify(all[1]).includes('bjectId'), false, 'a guest has no object id');
  });

  it('answers 404 to what it does not know and 400 to what is no object', async () => {
    assert.equal((await call('PATCH', '/a/activities', {})).status, 404);
    assert.equal((await call('GET', '/a/b/c/d')).status, 404);
    assert.equal((await call('GET', '')).status, 404);
    for (const body of ['{', '[]', '"text"']) {
      assert.equal((await call('POST', '/a/activities', body)).status, 400);
    }
    assert.deepEqual(texts(), []);
    assert.equal(connector.received.length, 6, 'but keeps it');
  });

  it('takes a path before /v3, and ids that are badly encoded', async () => {
    const response = await fetch(`${connector.url}emea/1111/v3/conversations/a%ZZ/activities`, {
      method: 'POST',
      body: '{"type":"message","text":"far"}',
    });
    assert.equal(response.status, 201);
    assert.deepEqual(texts('a%ZZ'), ['far']);
  });

  it('wakes who waits as soon as the replies are there', async () => {
    const mine = connector.waitForReplies(2, { conversation: CHAT });
    const any = connector.waitForReplies(3);
    await say('one');
    await say('elsewhere', 'a:2');
    await call('POST', '/x/activities', { type: 'typing' });
    await say('two');
    assert.deepEqual(
      (await mine).map(({ text }) => text),
      ['one', 'two'],
    );
    assert.equal((await any).length, 3);
    assert.equal((await connector.waitForReplies(1)).length, 3, 'what is there already counts');
  });

  it('tells who waited in vain what came instead', async () => {
    await say('only this');
    await assert.rejects(
      connector.waitForReplies(2, { conversation: CHAT, timeoutMs: 20 }),
      /expected 2 replies in a:1-presence\/avery, got 1 within 20 ms\. Received: \n {2}201 send .* only this/,
    );
  });

  it('does not stand still when a test mocks the timers', async (test) => {
    test.mock.timers.enable();
    await assert.rejects(connector.waitForReplies(1, { timeoutMs: 20 }), /Received: nothing/);
  });

  it('refuses the next requests that match, and then no more', async () => {
    const second = (one: Received) => one.activity['text'] === 'b';
    connector.failNext({ status: 429, times: 2, match: second, retryAfter: 3 });
    connector.failNext({ status: 403 });
    const statuses: number[] = [];
    for (const text of ['a', 'b', 'b', 'b', 'a']) statuses.push((await say(text)).status);
    assert.deepEqual(statuses, [403, 429, 429, 201, 201]);
    assert.deepEqual(texts(), ['b', 'a'], 'what was refused is no reply');
    assert.deepEqual(
      connector.received.map(({ status }) => status),
      statuses,
    );
  });

  it('says when to come back, and why not now, as the Connector does', async () => {
    connector.failNext({ status: 429, retryAfter: 3 });
    const { answer, retryAfter } = await say('a');
    assert.equal(retryAfter, '3');
    assert.match(JSON.stringify(answer), /^\{"error":\{"code":".+","message":".+"\}\}$/);
  });

  it('answers late when told to, though it has received at once', async () => {
    connector.delayNext(60);
    let answered = false;
    const slow = say('slow').then(() => {
      answered = true;
    });
    await connector.waitForReplies(1);
    assert.equal(answered, false);
    await slow;
    assert.equal((await say('quick')).status, 201);
  });

  it('forgets everything when cleared', async () => {
    connector.failNext({ status: 500, times: 9 });
    await say('a');
    connector.clear();
    assert.deepEqual([connector.received.length, connector.replies().length], [0, 0]);
    assert.equal((await say('b')).status, 201);
  });

  it('takes a thousand messages, and the waiters of a hundred conversations', async () => {
    const chats = Array.from({ length: 100 }, (_, n) => `a:${n}`);
    const waits = chats.map((chat) =>
      connector.waitForReplies(10, { conversation: chat, timeoutMs: 60_000 }),
    );
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    const send = (n: number) =>
      new Promise<void>((resolve, reject) => {
        const url = `${connector.url}v3/conversations/a%3A${n % 100}/activities`;
        request(url, { method: 'POST', agent }, (response) => {
          response.resume().once('end', resolve);
        })
          .once('error', reject)
          .end('{"type":"message"}');
      });
    const sender = async (from: number) => {
      for (let n = from; n < 1_000; n += 50) await send(n);
    };
    await Promise.all(Array.from({ length: 50 }, (_, from) => sender(from)));
    agent.destroy();
    const all = await Promise.all(waits);
    assert.equal(connector.received.length, 1_000);
    assert.ok(all.every((replies) => replies.length === 10));
  });
});

describe('closing the fake connector', () => {
  it('drops open sockets and rejects those who still wait', async () => {
    const connector = await startConnector();
    connector.delayNext(60_000);
    const hanging = fetch(`${connector.url}v3/conversations/a/activities`, {
      method: 'POST',
      body: '{"type":"message"}',
    });
    await connector.waitForReplies(1);
    const waiting = assert.rejects(connector.waitForReplies(2), /got 1 before the connector closed/);
    const dropped = assert.rejects(hanging);
    await connector.close();
    await Promise.all([waiting, dropped]);
  });
});
