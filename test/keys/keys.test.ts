/** Personal keys as people have them: made, listed, ended, and never shown twice. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { AVERY, BRUNO } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { cardFor, cardWords, press, titlesOf } from '../support/press.ts';
import { callMe, makeKey, startWithKeys, withKeys } from './stage.ts';

const day = 86_400_000;
const bot = await startWithKeys();
after(() => bot.close());
const status = async (key: string) => (await callMe(bot, undefined, { key })).status;

describe('a personal key', () => {
  it('is shown once, and its card gives way to the list, which does not show it', async () => {
    const card = await cardFor(bot, 'key Stream Deck', { from: BRUNO });
    const { summary } = bot.connector.replies().at(-1) ?? {};
    assert.equal(summary, "Copy this key now: I can't show it again.", 'a notification does not show it');
    const [key = ''] = /presencekey_\w+/.exec(cardWords(card)) ?? [];
    assert.equal(key.length, 'presencekey_'.length + 49);
    assert.match(cardWords(card), /Copy this key now: I can't show it again\./);
    assert.equal(await status(key), 200);
    const { card: list } = await press(bot, card, "I've copied it", { from: BRUNO });
    const words = cardWords(list);
    assert.match(words, /Stream Deck\nWorks until Thu, Feb 18, .*Last used at 2:07 PM/);
    assert.ok(!words.includes(key));
    assert.deepEqual(titlesOf(list), ['Remove', 'New key']);
    const { card: without } = await press(bot, list, 'Remove', { from: BRUNO });
    assert.match(cardWords(without), /Removed\..*\n.*\nYou have no keys\./s);
    assert.equal(await status(key), 401);
  });

  it('is one of five at most, ends after ninety days, and goes with its owner’s data', async () => {
    const keys: string[] = [];
    for (const name of ['one', 'two', 'three', 'four', 'five']) keys.push(await makeKey(bot, `key ${name}`));
    assert.match(cardWords(await cardFor(bot, 'key six')), /You have 5 keys, as many as I keep/);
    assert.equal(new Set(keys).size, 5);
    const exported = await bot.say('export my data');
    assert.match(exported, /Your keys/);
    assert.match(exported, /name: five/);
    assert.doesNotMatch(exported, /presencekey_|[0-9a-f]{64}/);
    const [first = ''] = keys;
    bot.clock.now += 90 * day - 1;
    assert.equal(await status(first), 200);
    bot.clock.now += 1;
    assert.equal(await status(first), 401);
    const later = await makeKey(bot);
    await press(bot, await cardFor(bot, 'forget me'), 'Forget everything');
    assert.equal(await status(later), 401);
    assert.match(cardWords(await cardFor(bot, 'keys')), /You have no keys\./);
  });

  it('is made in one’s own chat alone, and by no key, which cannot erase anything either', async () => {
    const group = { groupChat: true, mentionBot: true };
    for (const said of ['key Stream Deck', 'keys'])
      assert.match(await bot.say(said, group), /just between us/);
    const key = await makeKey(bot);
    for (const text of ['key another', 'keys', 'forget me']) {
      const { status: answered, body } = await callMe(bot, { text }, { key });
      assert.deepEqual([answered, body.outcome], [422, 'refused']);
      assert.match(String(body.text), /just between us/);
    }
  });

  it('leaves an audit line when it is made, at each use, and when it is removed, with its number and without its words', async () => {
    const before = bot.logged().length;
    const key = await makeKey(bot, 'key Lamp', { from: BRUNO });
    await callMe(bot, { text: 'busy 1h "A secret message"' }, { key });
    await press(bot, await cardFor(bot, 'keys', { from: BRUNO }), 'Remove', { from: BRUNO });
    const lines = bot.logged().slice(before);
    const audited = lines.filter(({ audit, msg }) => audit === true && /^personal key/.test(String(msg)));
    assert.deepEqual(
      audited.map(({ msg, who, asked, status: answered }) => [msg, who, asked, answered]),
      [
        ['personal key made', BRUNO.aadObjectId, undefined, undefined],
        ['personal key used', BRUNO.aadObjectId, 'POST /api/me', 200],
        ['personal key removed', BRUNO.aadObjectId, undefined, undefined],
      ],
    );
    const [{ key: number } = {}] = audited;
    assert.ok(Number.isInteger(number) && audited.every((one) => one['key'] === number));
    assert.ok(lines.some(({ door, msg }) => door === 'key' && msg === 'presence change'));
    assert.doesNotMatch(JSON.stringify(lines), /secret message|presencekey_|Lamp/i);
  });
});

describe('where keys are off', () => {
  it('nobody can make one, the help does not speak of them, and the addresses are not there', async (t) => {
    const off = await startBot({ ...withKeys({ PERSONAL_KEYS: 'off' }) });
    t.after(() => off.close());
    for (const said of ['key Stream Deck', 'keys'])
      assert.equal(await off.say(said), "I can't do that here.");
    assert.doesNotMatch(await off.say('help'), /Stream Deck|keys/);
    for (const [path, method] of [
      ['/api/me', 'GET'],
      ['/api/me', 'POST'],
      ['/api/me/undo', 'POST'],
      ['/mcp', 'POST'],
      ['/api/me/openapi.json', 'GET'],
    ] as const)
      // prettier-ignore
      assert.equal((await fetch(`http://127.0.0.1:${off.app.port}${path}`, { method })).status, 404);
  });
});

describe('an operator', () => {
  it('ends all keys of a tenant that were made before an instant, and nobody else’s', async (t) => {
    const tenant = '11111111-1111-4111-8111-111111111111';
    const first = await startBot(withKeys({}, 'ended'));
    const key = await makeKey(first, 'key', { from: AVERY });
    await first.close();
    const at = (instant: number) => ({ END_PERSONAL_KEYS: `${tenant}=${new Date(instant).toISOString()}` });
    const second = await startBot(withKeys(at(first.clock.now), 'ended'));
    assert.equal((await callMe(second, undefined, { key })).status, 200, 'it was not made before');
    await second.close();
    const third = await startBot(withKeys(at(first.clock.now + 1), 'ended'));
    t.after(() => third.close());
    assert.equal((await callMe(third, undefined, { key })).status, 401);
    const [line] = third.logged().filter(({ msg }) => msg === 'personal keys ended');
    assert.deepEqual([line?.['tenant'], line?.['count'], line?.['audit']], [tenant, 1, true]);
  });
});
