/** What was ended stays ended, while the record is out of reach, through a restart, and beside another process. */

import assert from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { AVERY, message } from '../support/activities.ts';
import { startBot, wordsOf, type BotOptions, type BotUnderTest } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { openGate, type Gate } from '../support/gate.ts';
import { cardFor, cardWords, press } from '../support/press.ts';
import { openPlaces } from '../support/stores.ts';

const minute = 60_000;
const mayReturn = /can't reach my records/;
const places = openPlaces();
const connector = await startConnector();
after(() => Promise.all([places.close(), connector.close()]));

let gate: Gate;
let record: pg.Client;
let bots: BotUnderTest[] = [];
beforeEach(async () => {
  const { databaseUrl } = await places.make('server');
  gate = await openGate(databaseUrl);
  record = new pg.Client({ connectionString: databaseUrl });
  await record.connect();
  connector.clear();
});
afterEach(async () => {
  for (const bot of bots) await bot.close();
  bots = [];
  await record.end();
  await gate.shut().catch(() => undefined);
});

/** One on that database, which it has found. */
async function start(options: BotOptions = {}): Promise<BotUnderTest> {
  const bot = await startBot({
    remembers: true,
    connector,
    ...options,
    environment: { DATABASE_URL: gate.url, ...options.environment },
  });
  bots.push(bot);
  while (!(await fetch(`http://127.0.0.1:${bot.app.port}/readyz`)).ok) await delay(20);
  return bot;
}

async function stop(bot: BotUnderTest): Promise<void> {
  bots = bots.filter((one) => one !== bot);
  await bot.close();
}

/** The sessions that are promised, by their pair. */
async function promised(): Promise<readonly string[]> {
  const { rows } = await record.query<{ pair: string }>('select pair from claims');
  return rows.map(({ pair }) => pair);
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await delay(20);
}

/** What is promised is that; nothing that was to be done at once is left. */
const settledAs = (...pairs: readonly string[]) =>
  until(async () => {
    const { rows } = await record.query<{ due: string }>('select min(due_at) as due from session_slots');
    const isDone = rows[0]?.due == null || bots.every(({ clock }) => Number(rows[0]?.due) > clock.now);
    return isDone && (await promised()).join() === pairs.join();
  });

const session = (bot: BotUnderTest) => bot.simulator.state(AVERY.aadObjectId).sessions[0]?.activity;
const opened = (bot: BotUnderTest) => bot.writes().filter(({ action }) => action === 'setPresence').length;

/** Who presents for eight hours, a renewal is due, and the record is out of reach. */
async function presentingWhileAway(): Promise<BotUnderTest> {
  const bot = await start();
  assert.match(await bot.say('presenting 8 hours'), /Presenting/);
  await gate.shut();
  bot.clock.now += 235 * minute;
  return bot;
}

describe('a session that is ended while the record is out of reach', () => {
  const endings: [string, (bot: BotUnderTest) => Promise<string>][] = [
    ['clear session', (bot) => bot.say('clear session')],
    ['clear everything', (bot) => bot.say('clear everything')],
  ];
  for (const [name, end] of endings)
    it(`by ${name} is ended at Graph, said to be uncertain, and not set again once the record is back`, async () => {
      const bot = await presentingWhileAway();
      const words = await end(bot);
      assert.match(words, mayReturn);
      assert.match(words, /send “clear session” again in a few minutes/);
      assert.equal(session(bot), undefined);
      await gate.open();
      await settledAs();
      assert.equal(session(bot), undefined);
      assert.equal(opened(bot), 1);
      assert.match(await bot.say('clear session'), /There was no session to clear\.$/);
    });

  it('by a card’s button is not ended: what the card is about is not known', async () => {
    const bot = await start();
    const card = await cardFor(bot, 'presenting 8 hours');
    await gate.shut();
    bot.clock.now += 235 * minute;
    const pressed = await press(bot, card, 'End now');
    assert.match(cardWords(pressed.card), /can't reach my records.*Nothing changed/);
    await gate.open();
    await settledAs('presenting');
    assert.equal(session(bot), 'Presenting');
  });

  it('says so on its card, which can be shown again', async () => {
    const bot = await presentingWhileAway();
    assert.match(cardWords(await cardFor(bot, 'in a call 15 min')), mayReturn);
  });

  it('by a newer choice has ended: the newer one stays as long as it was to, and is on record', async () => {
    const bot = await presentingWhileAway();
    const words = await bot.say('in a call 15 min');
    assert.match(words, /In a call/);
    assert.match(words, mayReturn);
    await gate.open();
    await settledAs('inACall');
    assert.equal(session(bot), 'InACall');
    bot.clock.now += 16 * minute;
    await settledAs();
    assert.equal(session(bot), undefined);
  });

  it('is put on record at a shutdown, where the record is back', async () => {
    const bot = await presentingWhileAway();
    assert.match(await bot.say('clear session'), mayReturn);
    await gate.open();
    await stop(bot);
    assert.deepEqual(await promised(), []);
  });

  it('was never said to be ended for good where the process is gone before the record is back', async () => {
    const bot = await presentingWhileAway();
    assert.match(await bot.say('clear session'), mayReturn);
    await stop(bot);
    await gate.open();
    const next = await start({ at: bot.clock.now });
    await until(() => session(next) === 'Presenting');
    assert.equal(await next.say('clear session'), 'I cleared your session.');
    await settledAs();
    assert.equal(session(next), undefined);
  });

  it('is not said to be uncertain where it is on record', async () => {
    const bot = await start();
    await bot.say('presenting 8 hours');
    assert.equal(await bot.say('clear session'), 'I cleared your session.');
    assert.deepEqual(await promised(), []);
  });
});

describe('the embedded store', () => {
  it('that cannot be opened at first renews nothing that was ended meanwhile', async () => {
    const { dataDir } = await places.make('embedded');
    const environment = { DATA_DIR: dataDir };
    const first = await startBot({ remembers: true, connector, environment });
    while (!(await fetch(`http://127.0.0.1:${first.app.port}/readyz`)).ok) await delay(20);
    await first.say('presenting 8 hours');
    await first.close();
    renameSync(dataDir, `${dataDir}-away`);
    // A file where the folder would be.
    writeFileSync(dataDir, '');
    const at = first.clock.now + 235 * minute;
    const bot = await startBot({ remembers: true, connector, at, environment });
    bots.push(bot);
    assert.match(await bot.say('clear session'), mayReturn);
    rmSync(dataDir);
    renameSync(`${dataDir}-away`, dataDir);
    while (!(await fetch(`http://127.0.0.1:${bot.app.port}/readyz`)).ok) await delay(20);
    assert.equal(await bot.say('clear session'), 'There was no session to clear.');
    assert.equal(opened(bot), 0);
    assert.doesNotMatch(await bot.say('why'), /Presenting/);
  });
});

describe('a record that goes away while Graph is asked', () => {
  it('leaves an end uncertain, which is on record as soon as it is back', async () => {
    const bot = await start();
    await bot.say('presenting 8 hours');
    bot.simulator.addFault({ kind: 'slow', delayMs: 300, match: { action: 'clearPresence' } });
    const words = bot.say('clear session');
    await until(() => bot.writes().some(({ action }) => action === 'clearPresence'));
    await gate.shut();
    assert.match(await words, mayReturn);
    bot.clock.now += 235 * minute;
    await gate.open();
    await settledAs();
    assert.equal(session(bot), undefined);
    assert.equal(opened(bot), 1);
  });

  it('a renewal under way is over before the end is sent', async () => {
    const bot = await start();
    await bot.say('presenting 8 hours');
    bot.simulator.addFault({ kind: 'slow', delayMs: 1500, match: { inBatch: true } });
    bot.clock.now += 235 * minute;
    await until(() => bot.simulator.requests().some(({ action }) => action === 'batch'));
    await gate.shut();
    assert.match(await bot.say('clear session'), mayReturn);
    assert.equal(session(bot), undefined);
    // Whoever had the person in hand for the renewal never recorded it.
    bot.clock.now += minute;
    await gate.open();
    await settledAs();
    assert.equal(session(bot), undefined);
  });
});

describe('a choice that was superseded', () => {
  for (const text of ['presenting 1h', 'dnd 1h'])
    it(`is told like the newer one when the process ends (${text})`, async () => {
      const bot = await start({ patienceMs: 1000 });
      bot.simulator.addFault({ kind: 'hang', times: 'always' });
      const newer = text === 'dnd 1h' ? 'busy 1h' : 'in a call 1h';
      assert.match(await bot.say(text), /nothing is certain yet/);
      assert.match(await bot.say(newer), /nothing is certain yet/);
      await stop(bot);
      const told = connector.replies().slice(2).map(wordsOf);
      assert.equal(told.length, 2);
      for (const words of told) assert.match(words, /newer choice|restarting|I don't know whether/);
    });
});

describe('a process that ends while its record does not answer', () => {
  it('tells what was promised to be told', async () => {
    const bot = await start({ patienceMs: 1000 });
    bot.simulator.addFault({ kind: 'slow', delayMs: 3000, match: { action: 'setPresence' } });
    assert.match(await bot.say('presenting 9h'), /nothing is certain yet/);
    await until(() => opened(bot) > 0);
    gate.stall();
    await until(() => session(bot) === 'Presenting');
    await stop(bot);
    assert.match(wordsOf(connector.replies()[1]), /Presenting.*couldn't save it to renew it/);
  });
});

describe('two processes', () => {
  for (const delayMs of [300, 3000])
    it(`a session that is opened at one and cleared at the other leaves nothing behind (Graph takes ${delayMs} ms)`, async () => {
      const one = await start();
      const other = await start({ environment: { GRAPH_BASE_URL: one.simulator.url }, patienceMs: 60_000 });
      one.simulator.addFault({
        kind: 'slow',
        when: 'after',
        delayMs,
        match: { action: 'setPresence' },
      });
      const post = (bot: BotUnderTest, text: string) =>
        bot.post(message({ text, serviceUrl: connector.url, at: new Date(bot.clock.now) }));
      const first = post(one, 'presenting 9h');
      await until(() => opened(one) > 0);
      await Promise.all([post(other, 'clear session'), first]);
      await settledAs();
      assert.equal(session(one), undefined);
      assert.match(wordsOf(connector.replies().at(-1)), /^I cleared your session\.$/);
    });
});
