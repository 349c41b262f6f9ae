/** One status after the other, as people say it: what is set when, and what a newer choice or undo makes of the rest. */

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { startBot, type BotUnderTest } from '../support/bot.ts';
import { startConnector, type Connector } from '../support/connector.ts';
import { temporaryFolder } from '../support/folders.ts';
import { cardFor, cardWords, press } from '../support/press.ts';

const folder = temporaryFolder('presence-bot-chain-');
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

const textOf = (body: unknown): string => {
  const { availability, expirationDuration } = body as { availability?: string; expirationDuration?: string };
  return availability === undefined ? 'cleared' : `${availability} ${expirationDuration ?? ''}`;
};

/** What this bot has sent to Graph, once there is as much. */
async function writes(bot: BotUnderTest, count: number): Promise<readonly string[]> {
  const single = () => bot.writes().filter(({ action }) => action !== 'batch');
  while (single().length < count) await new Promise((resolve) => setTimeout(resolve, 10));
  return single().map(({ body }) => textOf(body));
}

describe('one status after the other', () => {
  it('is said back as a whole, named by status and why, and goes on in bots that were started anew', async () => {
    const bot = await startAt('14:07', 'through');
    const said = cardWords(
      await cardFor(bot, 'dnd until 3pm then available until 5pm then away for 1h "Home"'),
    );
    assert.match(said, /Do not disturb/);
    assert.match(said, /Then Available at 3:00 PM, until 5:00 PM/);
    assert.match(said, /Then Appear away at 5:00 PM, until 6:00 PM \(New York\), with the message “Home”/);
    assert.deepEqual(await writes(bot, 1), ['DoNotDisturb PT53M']);
    assert.match(await bot.say('status'), /Then Available at 3:00 PM, until 5:00 PM/);
    const why = await bot.say('why');
    assert.match(why, /Then Available at 3:00 PM/);
    assert.doesNotMatch(why, /Nothing of mine follows/);
    assert.match(await bot.say('my schedules'), /Available[^]*3:00 – 5:00 PM/);
    assert.deepEqual(await writes(await startAt('15:00', 'through'), 1), ['Available PT2H']);
    const last = await startAt('17:00', 'through');
    assert.deepEqual((await writes(last, 2))[0], 'Away PT1H');
    assert.doesNotMatch(await last.say('status'), /Then /);
  });

  it('ends with a newer choice, which says so, and is there again when that is undone', async () => {
    await (await startAt('14:07', 'newer')).say('busy 1h then away until 6pm');
    const bot = await startAt('14:20', 'newer');
    assert.match(
      await bot.say('dnd 30m'),
      /This cancels what came next: Appear away \(Fri, Nov 20, 3:07 – 6:00 PM\)/,
    );
    assert.doesNotMatch(await bot.say('status'), /Then /);
    assert.match(await bot.say('my schedules'), /Nothing is scheduled/);
    assert.match(await bot.say('undo'), /back to Busy[^]*Then Appear away at 3:07 PM, until 6:00 PM/);
    assert.match(await bot.say('message "Back soon"'), /^(?!.*cancels)/);
    const ended = await press(bot, await cardFor(bot, 'busy 1h then away until 6pm'), 'End now');
    assert.match(cardWords(ended.card), /This cancels what came next: Appear away/);
    await bot.say('busy 1h then away until 6pm');
    assert.match(await bot.say('clear'), /This cancels what came next: Appear away/);
    const later = await startAt('15:07', 'newer');
    assert.match(await later.say('my schedules'), /Nothing is scheduled/);
    assert.deepEqual(later.writes(), []);
  });

  it('is undone as a whole, by sentence and by its card, whichever step holds', async () => {
    const first = await startAt('14:07', 'undone');
    const card = await cardFor(first, 'busy 1h then away until 6pm then available until 7pm');
    await first.say('clear');
    await first.say('busy 1h then away until 6pm then available until 7pm');
    assert.match(
      await first.say('undo'),
      /taken back, too: Appear away \(.*\), Available|taken back, too: Appear away \(.*\) and Available/,
    );
    assert.match(cardWords((await press(first, card, 'Undo')).card), /Nothing changed|changed/);
    const again = await cardFor(first, 'busy 1h then away until 6pm then available until 7pm');
    const second = await startAt('15:07', 'undone');
    assert.deepEqual(await writes(second, 1), ['Away PT2H53M']);
    const undone = cardWords((await press(second, again, 'Undo')).card);
    assert.match(undone, /taken back, too: Available \(Fri, Nov 20, 6:00 – 7:00 PM\)/);
    assert.deepEqual(await writes(second, 2), ['Away PT2H53M', 'cleared']);
    const third = await startAt('18:00', 'undone');
    assert.match(await third.say('my schedules'), /Nothing is scheduled/);
    assert.deepEqual(third.writes(), []);
  });

  it('comes later where what holds is lengthened, and sooner where it is shortened', async () => {
    const bot = await startAt('14:00', 'moved');
    await bot.say('busy 1h then away 1h then available until 6pm');
    assert.match(
      await bot.say('extend 30m'),
      /Then Appear away at 3:30 PM, until 4:30 PM \(New York\)\. Then Available at 4:30 PM, until 6:00 PM/,
    );
    assert.match(await bot.say('make it 20 minutes'), /Then Appear away at 2:20 PM, until 3:20 PM/);
    assert.deepEqual(await writes(await startAt('14:20', 'moved'), 1), ['Away PT1H']);
  });

  it('is started late with what is left of it, and never after its end', async () => {
    await (await startAt('14:00', 'missed')).say('busy 1h then away 1h then available until 6pm');
    const bot = await startAt('16:30', 'missed');
    assert.deepEqual(await writes(bot, 1), ['Available PT1H30M']);
  });

  it('comes after each time of a schedule that says so, and not after a newer choice', async () => {
    const bot = await startAt('14:00', 'then');
    const said = cardWords(await cardFor(bot, 'dnd every day 3pm-4pm then busy until 5pm'));
    assert.match(said, /every day, 3:00 – 4:00 PM|every day, 3:00 PM – 4:00 PM/);
    assert.match(said, /Then Busy for 1 hr|Then Busy for 1 hour/);
    const three = await startAt('15:00', 'then');
    assert.deepEqual(await writes(three, 1), ['DoNotDisturb PT1H']);
    assert.match(await three.say('status'), /Then Busy at 4:00 PM, until 5:00 PM/);
    const four = await startAt('16:00', 'then');
    assert.deepEqual(await writes(four, 1), ['Busy PT1H']);
    assert.match(await four.say('undo'), /cleared/);
    await bots.pop()?.close();
    const tomorrow = await startBot({
      remembers: true,
      connector,
      at: Date.parse('2026-11-21T15:00:00-05:00'),
      environment: { DATA_DIR: join(folder, 'then') },
    });
    bots.push(tomorrow);
    await writes(tomorrow, 1);
    assert.match(await tomorrow.say('away 10m'), /cancels what came next: Busy/);
  });

  it('is four steps at the most, is shown by what if, and is neither begun nor kept where it cannot be', async () => {
    const bot = await startAt('14:00', 'refused');
    const five = 'dnd 1h then busy 1h then away 1h then available 1h then busy 1h';
    assert.match(await bot.say(five), /at most four statuses/);
    assert.match(await bot.say('what if busy 1h then away until 6pm'), /Then \*\*Appear away\*\* at 3:00 PM/);
    assert.match(await bot.say('busy 1h then away for 400 days'), /can last/);
    assert.match(await bot.say('my schedules'), /Nothing is scheduled/);
    assert.deepEqual(bot.writes(), []);
    const without = await startBot({ connector });
    bots.push(without);
    assert.match(await without.say('busy 1h then away'), /can't do that here/);
    assert.deepEqual(without.writes(), []);
  });
});
