/** Whoever comes to the door of personal keys without one, too often, or from where nobody should. */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hashOf, newSecret } from '../../src/store/key-secret.ts';
import { startDelegatedBot } from '../support/delegated.ts';
import { AVERY } from '../support/activities.ts';
import { callMe, makeKey, startWithKeys, withKeys } from './stage.ts';

const bot = await startWithKeys({ keyAnswerMs: 300, attemptMs: 60_000 });
after(() => bot.close());
let key = '';
before(async () => {
  key = await makeKey(bot);
});

describe('without a key', () => {
  it('everybody hears the same, whatever they came with', async () => {
    const other = newSecret();
    const last = key.at(-1) === 'a' ? 'b' : 'a';
    const wrong = [undefined, 'x', `${key.slice(0, -1)}${last}`, other, `${key} ${key}`, key.toLowerCase()];
    const answers = [];
    for (const one of wrong)
      for (const [path, body] of [
        ['/api/me', undefined],
        ['/api/me', { text: 'busy 1h' }],
        ['/api/me/undo', {}],
        ['/mcp', '{'],
      ] as const)
        // prettier-ignore
        answers.push(await callMe(bot, body, { path, ...(one === undefined ? {} : { key: one }) }));
    const said = answers.map(({ status, headers, body }) =>
      JSON.stringify([status, headers.get('www-authenticate'), body]),
    );
    assert.deepEqual(
      [...new Set(said)],
      ['[401,"Bearer",{"error":"This takes a personal key: Authorization: Bearer presencekey_…"}]'],
    );
    assert.deepEqual(bot.writes(), []);
  });

  it('what has not the shape of a key is no key, and needs no look-up', () => {
    assert.match(hashOf(key) ?? '', /^[0-9a-f]{64}$/);
    for (let at = 0; at < key.length; at += 1) {
      const changed = `${key.slice(0, at)}${key[at] === 'x' ? 'y' : 'x'}${key.slice(at + 1)}`;
      assert.equal(hashOf(changed), undefined);
    }
    const some = Array.from({ length: 1000 }, newSecret);
    assert.equal(new Set(some).size, 1000);
    assert.ok(some.every((secret) => hashOf(secret) !== undefined));
  });
});

describe('with a key', () => {
  it('no web page is heard', async () => {
    for (const path of ['/api/me', '/mcp']) {
      const { status } = await callMe(bot, { text: 'busy 1h' }, { key, path, headers: { origin: 'http://localhost' } }); // prettier-ignore
      assert.equal(status, 403);
    }
    assert.deepEqual(bot.writes(), []);
  });

  it('a body that is no request is refused, and never read beyond its limit', async () => {
    bot.clock.now += 60_000;
    const bodies = ['{', '[]', '"busy"', '{"text":""}', '{"text":1}', '{"text":"busy","until":1}', '{"text":"busy","timeZone":"Atlantis"}', '{"text":"busy","language":"!"}', JSON.stringify({ text: 'busy', pad: 'x'.repeat(17_000) })]; // prettier-ignore
    for (const body of bodies) {
      const { status, body: answer } = await callMe(bot, body, { key });
      assert.equal(status, 400, body.slice(0, 40));
      assert.match(String(answer['error']), /Nothing was changed\.|The body is JSON/);
    }
    assert.equal((await callMe(bot, '{', { key, path: '/api/me/undo' })).status, 400);
    const { status } = await callMe(bot, 'text=busy', { key, headers: { 'content-type': 'text/plain' } });
    assert.equal(status, 400);
    assert.deepEqual(bot.writes(), []);
  });

  it('thirty requests a minute are answered, and the next is told when to come again', async () => {
    bot.clock.now += 60_000;
    const statuses = [];
    for (let count = 0; count < 31; count += 1) statuses.push((await callMe(bot, undefined, { key })).status);
    assert.deepEqual([...new Set(statuses.slice(0, 30)), statuses[30]], [200, 429]);
    const { headers } = await callMe(bot, { text: 'busy 1h' }, { key });
    assert.equal(headers.get('retry-after'), '60');
    assert.deepEqual(bot.writes(), []);
    bot.clock.now += 60_000;
    assert.equal((await callMe(bot, undefined, { key })).status, 200);
  });

  it('nothing is claimed of what Microsoft has not answered, and the answer can be had later', async () => {
    bot.clock.now += 60_000;
    bot.simulator.addFault({ kind: 'hang' });
    const headers = { 'idempotency-key': 'slow' };
    const { status, body } = await callMe(bot, { text: 'busy 1h' }, { key, headers });
    assert.deepEqual([status, body.outcome], [504, 'uncertain']);
    assert.equal((await callMe(bot, { text: 'busy 1h' }, { key, headers })).status, 409);
    bot.simulator.releaseHung();
    let again = await callMe(bot, { text: 'busy 1h' }, { key, headers });
    for (let left = 20; again.status === 409 && left > 0; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      again = await callMe(bot, { text: 'busy 1h' }, { key, headers });
    }
    assert.equal(again.status, 200);
    assert.equal(bot.writes().filter(({ action }) => action === 'setUserPreferredPresence').length, 1);
  });
});

describe('in delegated mode', () => {
  it('Graph is called as the person; whose sign-in is gone is told to sign in in the chat', async (t) => {
    const delegated = await startDelegatedBot(withKeys());
    t.after(() => delegated.close());
    const token = delegated.signedIn(AVERY);
    assert.ok(token.length > 0);
    const own = await makeKey(delegated);
    assert.equal((await callMe(delegated, { text: 'busy 1h' }, { key: own })).body.outcome, 'done');
    await delegated.send('sign out');
    const { status, body } = await callMe(delegated, { text: 'busy 1h' }, { key: own });
    assert.deepEqual([status, body.outcome], [403, 'signIn']);
    assert.match(String(body.text), /^You need to sign in first, just between us: send me “sign in” in our own chat\. Nothing changed\./); // prettier-ignore
    assert.equal((await callMe(delegated, undefined, { key: own })).status, 403);
    assert.equal(delegated.writes().length, 1);
  });
});
