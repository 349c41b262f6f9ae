/** Good tokens, the keys behind them, and what a flood of bad ones costs. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { message } from '../support/activities.ts';
import { startProductionBot } from '../support/bot.ts';
import { makeKey } from '../support/issuer.ts';

const bot = await startProductionBot();
after(() => bot.close());
const { issuer, connector, clock } = bot;
const serviceUrl = connector.url;
const help = () => message({ text: 'help', serviceUrl, at: new Date(clock.now) });
const bearer = (key?: ReturnType<typeof makeKey>) =>
  `Bearer ${issuer.mint({ serviceUrl, at: clock.now, ...(key === undefined ? {} : { key }) })}`;

beforeEach(() => {
  bot.simulator.reset();
  connector.clear();
});

describe('a good token', () => {
  it('sets the sender’s presence in production mode', async () => {
    assert.match(await bot.say('dnd 2h'), /Do not disturb/);
    assert.equal(bot.writes().length, 1);
  });

  it('lets the keys be read once for all that come at once', async () => {
    clock.now += 25 * 3_600_000;
    const before = issuer.asked.keys;
    await Promise.all(Array.from({ length: 20 }, () => bot.post(help())));
    // They are read beside the turns, for whoever comes next.
    while (issuer.asked.keys === before) await setImmediate();
    await bot.post(help());
    assert.equal(issuer.asked.keys - before, 1);
  });
});

describe('a key roll-over', () => {
  it('is followed, and the earlier key is no longer good', async () => {
    const earlier = bearer();
    assert.equal((await bot.post(help(), earlier)).status, 200);
    issuer.rotate();
    clock.now += 31_000;
    assert.equal((await bot.post(help())).status, 200);
    assert.equal((await bot.post(help(), earlier)).status, 401);
  });

  it('is not hidden for longer than half a minute by tokens with unknown keys', async () => {
    clock.now += 31_000;
    await bot.post(help(), bearer(makeKey(['msteams'])));
    issuer.rotate();
    assert.equal((await bot.post(help())).status, 401);
    clock.now += 31_000;
    assert.equal((await bot.post(help())).status, 200);
  });
});

describe('keys that cannot be read', () => {
  it('do not end the keys that are known, for a week', async () => {
    issuer.setReachable(false);
    clock.now += 2 * 24 * 3_600_000;
    assert.equal((await bot.post(help())).status, 200);
    clock.now += 6 * 24 * 3_600_000;
    assert.equal((await bot.post(help())).status, 401);
    issuer.setReachable(true);
    clock.now += 6000;
    assert.equal((await bot.post(help())).status, 200);
  });
});

describe('keys that nobody answers for', () => {
  it('are used at once while they are asked for, and once only', async () => {
    assert.equal((await bot.post(help())).status, 200);
    issuer.setSilent(true);
    clock.now += 25 * 3_600_000;
    for (let n = 0; n < 3; n += 1) assert.equal((await bot.post(help())).status, 200);
    // It still waits.
    assert.equal(issuer.waiting(), 1);
    const failed = () => bot.logged().filter(({ url }) => url !== undefined).length;
    const before = failed();
    issuer.setSilent(false);
    while (failed() === before) await setImmediate();
  });

  it('keep those waiting whose key is not known, and no longer than there is an answer', async () => {
    issuer.setSilent(true);
    clock.now += 31_000;
    const strange = bot.post(help(), bearer(makeKey(['msteams'])));
    while (issuer.waiting() === 0) await setImmediate();
    assert.equal((await bot.post(help())).status, 200);
    issuer.setSilent(false);
    assert.equal((await strange).status, 401);
    clock.now += 31_000;
    assert.equal((await bot.post(help())).status, 200);
  });
});

describe('a flood of bad tokens', () => {
  const strange = makeKey(['msteams']);
  const floods: [string, (n: number) => string][] = [
    ['with key ids of their own', (n) => bearer({ ...strange, kid: `strange-${n}` })],
    ['with a wrong signature', () => `${bearer().slice(0, -300)}${'A'.repeat(300)}`],
    ['that are none', (n) => `Bearer ${n}`],
  ];
  for (const [name, make] of floods) {
    it(`${name} lets the keys be read once at most, is refused, and good ones go through`, async () => {
      clock.now += 31_000;
      const before = issuer.asked.keys;
      const posts = Array.from({ length: 100 }, (_, n) => bot.post(help(), make(n)));
      const good = await Promise.all([bot.post(help()), bot.post(help()), bot.post(help())]);
      assert.deepEqual([...new Set((await Promise.all(posts)).map(({ status }) => status))], [401]);
      assert.deepEqual([...new Set(good.map(({ status }) => status))], [200]);
      assert.ok(issuer.asked.keys - before <= 1);
    });
  }
});
