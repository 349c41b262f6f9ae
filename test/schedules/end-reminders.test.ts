/** A line before an end that its person named: asked for, told once, moved with the end, and left. */

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { BRUNO } from '../support/activities.ts';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { startConnector, type Connector } from '../support/connector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { cardFor, cardIn, cardWords, press, send, buttonOf, titlesOf } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-reminders-');
let connector: Connector;
before(async () => {
  connector = await startConnector();
});
after(() => connector.close());

const bots: BotUnderTest[] = [];
afterEach(() => Promise.all(bots.splice(0).map((bot) => bot.close())));

/** A bot of that name's records, at that time in New York; the one that ran before has ended. */
async function startAt(time: string, name: string): Promise<BotUnderTest> {
  await Promise.all(bots.splice(0).map((bot) => bot.close()));
  const bot = await startBot({
    remembers: true,
    connector,
    at: Date.parse(`2026-11-20T${time}:00-05:00`),
    environment: { DATA_DIR: join(folder, name) },
  });
  bots.push(bot);
  return bot;
}

const offer = 'Remind me before it ends';

describe('a reminder before an end', () => {
  it('is offered by the first few receipts that one could follow, and asked for by its button', async () => {
    const bot = await startAt('14:00', 'offered');
    for (const sentence of ['busy 30m', 'available', 'message "Hello" for 2 hours'])
      assert.ok(!titlesOf(await cardFor(bot, sentence)).includes(offer), sentence);
    const card = await cardFor(bot, 'dnd for 2 hours');
    const before = connector.replies().length;
    await send(bot, buttonOf(card, offer));
    const [told] = (await connector.waitForReplies(before + 1)).slice(before);
    assert.match(cardWords(cardIn(told)), /remind you five minutes before a status ends/);
    assert.ok(!titlesOf(await cardFor(bot, 'busy for 3 hours')).includes(offer), 'it is known by now');
    for (const count of [1, 2, 3, 4]) {
      const other = await cardFor(bot, `busy ${count + 1}h`, { from: BRUNO });
      assert.equal(titlesOf(other).includes(offer), count < 4, `receipt ${count}`);
    }
  });

  it('is told once, five minutes before, with what comes next, and moves with an end that is lengthened', async () => {
    const first = await startAt('14:00', 'told');
    await first.say('remind me before it ends');
    await first.say('dnd 1h then away until 5pm');
    await startAt('14:54', 'told');
    const before = connector.replies().length;
    await startAt('14:55', 'told');
    const [told] = (await connector.waitForReplies(before + 1)).slice(before);
    const card = cardIn(told);
    assert.match(
      cardWords(card),
      /ends soon[^]*Do not disturb[^]*until 3:00 PM[^]*Then Appear away at 3:00 PM/,
    );
    assert.deepEqual(titlesOf(card), ['+30 min', 'Let it end']);
    const again = await startAt('14:56', 'told');
    assert.match(
      cardWords((await press(again, card, '+30 min')).card),
      /until 3:30 PM[^]*Then Appear away at 3:30 PM/,
    );
    assert.deepEqual(
      again.writes().map(({ body }) => body),
      [{ availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT34M' }],
    );
    await startAt('15:25', 'told');
    const [next] = (await connector.waitForReplies(before + 2)).slice(before + 1);
    assert.match(cardWords(cardIn(next)), /until 3:30 PM/);
    const last = await startAt('15:26', 'told');
    const left = await press(last, cardIn(next), 'Let it end');
    assert.match(cardWords(left.card), /ends by itself/);
    assert.deepEqual(last.writes(), []);
    assert.equal(connector.replies().length, before + 2);
  });

  it('is for nobody who has not asked, for no end that was changed since, and off when its person says so', async () => {
    const bot = await startAt('14:00', 'not told');
    // Whoever is told shows that the others could have been.
    await bot.say('remind me before it ends', { from: BRUNO });
    await bot.say('dnd until 4pm', { from: BRUNO });
    await bot.say('busy until 4pm');
    const only = async (time: string) => {
      const before = connector.replies().length;
      await startAt(time, 'not told');
      const told = (await connector.waitForReplies(before + 1)).slice(before);
      assert.deepEqual(
        told.map((one) => cardWords(cardIn(one)).match(/Do not disturb|Busy/)?.[0]),
        ['Do not disturb'],
      );
      return bots[0] as BotUnderTest;
    };
    const at4 = await only('15:55');
    await at4.say('remind me before it ends');
    await at4.say('busy until 6pm');
    await at4.say('dnd until 6pm', { from: BRUNO });
    at4.clock.now += 60_000;
    await at4.say('clear');
    const at6 = await only('17:55');
    await at6.say('busy until 8pm');
    await at6.say('dnd until 8pm', { from: BRUNO });
    assert.match(await at6.say("don't remind me"), /won't remind you/);
    await only('19:55');
  });

  it('cannot be kept where nothing is, and is part of the export', async () => {
    const without = await startBot({ connector });
    bots.push(without);
    assert.match(await without.say('remind me before it ends'), /can't do that here/);
    assert.ok(!titlesOf(await cardFor(without, 'dnd 2h')).includes(offer));
    const bot = await startAt('14:00', 'exported');
    await bot.say('remind me before it ends');
    assert.match(await bot.say('export my data'), /end reminders: 1/);
  });
});
