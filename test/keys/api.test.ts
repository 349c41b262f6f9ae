/** `/api/me`: what a device or an automation hears, and that a request is answered once. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO } from '../support/activities.ts';
import { callMe, makeKey, startWithKeys } from './stage.ts';

const bot = await startWithKeys({ attemptMs: 2000 });
after(() => bot.close());
let key = '';
before(async () => {
  key = await makeKey(bot);
});
beforeEach(() => {
  // Each test has a minute of its own.
  bot.clock.now += 60_000;
  bot.simulator.reset();
});
const say = (text: string, more: object = {}, headers: Record<string, string> = {}) =>
  callMe(bot, { text, ...more }, { key, headers });
const actions = () => bot.writes().map(({ action }) => action);

describe('what is said with a key', () => {
  it('is done as if its owner had said it, and answered with what holds until when', async () => {
    const { status, body, headers } = await say('dnd 1h "Writing"');
    assert.equal(status, 200);
    assert.equal(headers.get('cache-control'), 'no-store');
    const until = new Date(bot.clock.now + 3_600_000).toISOString();
    assert.deepEqual(body['holds'], [
      { slot: 'preferred', status: 'doNotDisturb', availability: 'DoNotDisturb', activity: 'DoNotDisturb', until }, // prettier-ignore
      { slot: 'message', message: 'Writing', until },
    ]);
    assert.deepEqual([body.outcome, body['assumed'], body['notDone']], ['done', [], []]);
    assert.match(String(body.text), /Do not disturb until 3:\d\d PM \(New York\)/);
    assert.equal(bot.seen().availability, 'DoNotDisturb');

    const seen = await callMe(bot, undefined, { key, path: '/api/me?language=de&timeZone=Europe/Berlin' });
    assert.equal(seen.status, 200);
    assert.equal((seen.body['reported'] as { availability: string }).availability, 'DoNotDisturb');
    assert.match(String(seen.body.text), /bis 21:\d\d Uhr \(Berlin\)/);

    const back = await callMe(bot, {}, { key, path: '/api/me/undo' });
    assert.deepEqual([back.status, back.body.outcome, back.body['cleared']], [200, 'done', ['preferred', 'message']]); // prettier-ignore
    const again = await callMe(bot, undefined, { key, path: '/api/me/undo', method: 'POST' });
    assert.deepEqual([again.status, again.body.outcome], [200, 'nothing']);
  });

  it('is read in the languages and the zone of the request, and told what was assumed', async () => {
    const german = await say('bis 15 Uhr nicht stören', { language: 'de', timeZone: 'Europe/Berlin' });
    assert.match(String(german.body.text), /Nicht stören bis morgen, 15:00 Uhr/);
    assert.deepEqual(german.body['assumed'], ['nextDay']);
    const written = await say('请勿打扰2小时');
    assert.match(String(written.body.text), /请勿打扰/);
  });

  it('is asked back with sentences to choose from, and changes nothing', async () => {
    const { status, body } = await say('dnd or busy 1h');
    assert.deepEqual([status, body.outcome, body['question']], [422, 'question', 'twoStatuses']);
    assert.deepEqual(body['choices'], ['dnd 1h', 'busy 1h']);
    assert.deepEqual(actions(), []);
  });

  it('is refused with what would be right', async () => {
    const { status, body } = await say('busy for 40 days');
    assert.deepEqual([status, body.outcome], [422, 'refused']);
    assert.deepEqual(body['problem'], { code: 'outOfBounds', status: 'busy', minSeconds: 60, maxSeconds: 2_592_000 }); // prettier-ignore
    assert.match(String(body.text), /30 days/);
    assert.equal((await say('what a lovely day')).body.outcome, 'refused');
    assert.deepEqual(actions(), []);
  });

  it('may be one status after the other', async () => {
    const { body } = await say('dnd 1h then available 30 min');
    assert.equal(body.outcome, 'done');
    const [next] = body['then'] as { status: string; from: string; until: string }[];
    const at = (minutes: number) => new Date(bot.clock.now + minutes * 60_000).toISOString();
    assert.deepEqual([next?.status, next?.from, next?.until], ['available', at(60), at(90)]);
  });

  it('can only be about its owner', async () => {
    const other = await makeKey(bot, 'key', { from: BRUNO });
    await callMe(bot, { text: 'busy 1h' }, { key: other });
    assert.deepEqual(bot.writes().map(({ userId }) => userId), [BRUNO.aadObjectId]); // prettier-ignore
    assert.equal(bot.simulator.state(AVERY.aadObjectId).seen.availability !== 'Busy', true);
    const { status } = await callMe(bot, { text: 'busy 1h', userId: AVERY.aadObjectId }, { key: other });
    assert.equal(status, 400, 'there is no field for anybody else');
  });

  it('tells whether Microsoft did not take it, so that nothing is claimed', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 403, times: 'always' });
    const { status, body } = await say('busy 1h');
    assert.deepEqual([status, body.outcome, body['holds']], [502, 'notDone', []]);
  });
});

describe('a request with an Idempotency-Key', () => {
  const id = (name: string) => ({ 'idempotency-key': name });

  it('is answered the same when it is sent again, and not done again', async () => {
    await say('busy 1h', {}, id('one'));
    const once = await say('extend 30m', {}, id('two'));
    const twice = await say('extend 30m', {}, id('two'));
    assert.deepEqual([once.status, once.body.outcome], [200, 'done']);
    assert.deepEqual([twice.status, twice.body], [once.status, once.body]);
    assert.equal(twice.headers.get('idempotency-replayed'), 'true');
    assert.equal(actions().length, 2);
  });

  it('is refused where something else was asked with it, and free again after a failure', async () => {
    await say('busy 1h', {}, id('taken'));
    const other = await say('dnd 1h', {}, id('taken'));
    assert.equal(other.status, 422);
    assert.deepEqual(actions(), ['setUserPreferredPresence']);
    bot.simulator.addFault({ kind: 'answer', status: 403 });
    assert.equal((await say('away 1h', {}, id('failed'))).body.outcome, 'notDone');
    assert.equal((await say('away 1h', {}, id('failed'))).body.outcome, 'done');
    assert.equal((await say('busy 1h', {}, id('x'.repeat(256)))).status, 400);
  });

  it('that only reads is read again, and no answer is part of the next export', async () => {
    await say('export my data', {}, id('first'));
    const { body, headers } = await say('export my data', {}, id('first'));
    assert.equal(headers.get('idempotency-replayed'), null);
    assert.doesNotMatch(JSON.stringify(body), /everything I keep.*everything I keep/s);
  });

  it('is each key’s own', async () => {
    const other = await makeKey(bot, 'key other');
    await say('busy 1h', {}, id('shared'));
    const { headers } = await callMe(bot, { text: 'busy 1h' }, { key: other, headers: id('shared') });
    assert.equal(headers.get('idempotency-replayed'), null);
  });
});
