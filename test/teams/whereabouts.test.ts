/** Who is free in a chat, where people work, and where one works today: read for all, set as the person alone. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, BRUNO, CHIARA, GUEST, message, type Activity, type Person } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { parseCard } from '../support/cards.ts';
import { startDelegatedBot } from '../support/delegated.ts';
import { cardWords } from '../support/press.ts';

const bot = await startBot();
const own = await startDelegatedBot();
after(() => Promise.all([bot.close(), own.close()]));
beforeEach(() => {
  for (const { simulator, connector } of [bot, own]) {
    simulator.reset();
    connector.clear();
  }
});

const idOf = ({ aadObjectId }: Person) => aadObjectId ?? assert.fail();
const cardOf = (activity: Activity | undefined) =>
  (activity?.['attachments'] as { content: unknown }[] | undefined)?.[0]?.content;
let chats = 0;

/** Asks in a new group chat with those people, and gives the one reply and the calls to Graph. */
async function ask(text: string, people: readonly Person[], to: typeof bot = bot) {
  chats += 1;
  const conversation = `19:group-${chats}@thread.v2`;
  to.connector.setMembers(conversation, people);
  const serviceUrl = to.connector.url;
  await to.post(
    message({
      text,
      groupChat: true,
      mentionBot: true,
      conversation,
      serviceUrl,
      at: new Date(to.clock.now),
    }),
  );
  const sent = to.connector.received.filter(({ operation }) => operation === 'send' || operation === 'reply');
  assert.deepEqual(
    sent.map(({ targeted }) => targeted),
    [true],
    'answered to the asker alone',
  );
  const calls = to.simulator.requests().map(({ method, path }) => `${method} ${path}`);
  return { said: wordsOf(sent[0]?.activity), card: cardOf(sent[0]?.activity), calls };
}

describe('where somebody works', () => {
  it('is a row of one’s own status, with how Teams knows it, and of a colleague’s, without', async () => {
    bot.simulator.setWorkLocation({ userId: idOf(AVERY), source: 'scheduled', workLocationType: 'remote' });
    assert.match(await bot.say('status'), /Your work location: Remote\./);
    const [first] = bot.connector.replies();
    assert.match(cardWords(cardOf(first)), /Remote.*from the work plan/s);
    bot.connector.clear();
    bot.simulator.setWorkLocation({ userId: idOf(BRUNO), source: 'manual', workLocationType: 'office' });
    const { said, card } = await ask('who is free?', [AVERY, BRUNO]);
    assert.match(said, /Bruno Salt · Office/);
    assert.doesNotMatch(cardWords(card), /by hand/);
  });
});

describe('who is free?', () => {
  it('of 700 people takes two calls, names 25 in order, and tells the rest as a number', async () => {
    const people = Array.from({ length: 700 }, (_, at): Person => {
      const number = String(at).padStart(12, '0');
      return {
        id: `29:${number}`,
        name: `Person ${number}`,
        aadObjectId: `99999999-9999-4999-8999-${number}`,
      };
    });
    for (const one of people.slice(0, 40))
      bot.simulator.setTeamsClient({
        userId: idOf(one),
        on: true,
        availability: 'Busy',
        activity: 'InACall',
      });
    const { said, card, calls } = await ask('who is free?', [AVERY, ...people.toReversed(), GUEST]);
    assert.deepEqual(calls, Array(2).fill('POST /v1.0/communications/getPresencesByUserId'));
    const names = [...said.matchAll(/Person (\d+)/g)].map(([, number]) => Number(number));
    assert.deepEqual(
      names,
      Array.from({ length: 25 }, (_, at) => 40 + at),
    );
    assert.match(said, /Available: 660 people/);
    assert.match(said, /And 635 more\./);
    assert.match(said, /I looked at 700 other people here/);
    assert.match(said, /1 guest is left out/);
    assert.deepEqual(parseCard(card), []);
    assert.ok(JSON.stringify(card).length < 12_000);
    assert.deepEqual(bot.writes(), []);
  });

  it('tells the busy under what Teams shows, and nobody where nobody is', async () => {
    for (const [person, activity] of [
      [BRUNO, 'InACall'],
      [CHIARA, 'InAMeeting'],
    ] as const)
      bot.simulator.setTeamsClient({ userId: idOf(person), on: true, availability: 'Busy', activity });
    const busy = await ask('who is busy?', [AVERY, BRUNO, CHIARA]);
    assert.match(busy.said, /In a call: 1 person.*Bruno Salt/s);
    bot.connector.clear();
    const office = await ask("who's in the office today?", [AVERY, BRUNO]);
    assert.match(office.said, /Teams knows of nobody else here who is in the office today\./);
  });

  it('among guests alone does not say that nobody else is here', async () => {
    const { said, calls } = await ask('who is free?', [AVERY, GUEST]);
    assert.match(said, /1 guest is left out/);
    assert.doesNotMatch(said, /Nobody else is here/);
    assert.deepEqual(calls, []);
  });

  it('needs a chat with others, and reads nothing in one’s own', async () => {
    assert.match(await bot.say('who is free?'), /Only the two of us are here/);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('is not asked of more people than anybody would read of', async () => {
    const people = Array.from({ length: 3300 }, (_, at): Person => {
      const number = String(at).padStart(12, '0');
      return { id: `29:${number}`, name: 'One', aadObjectId: `99999999-9999-4999-8999-${number}` };
    });
    const { said, calls } = await ask('who is free?', [AVERY, ...people]);
    assert.match(said, /too many people .* 3,250 at most/);
    assert.deepEqual(calls, []);
  });

  it('with a person’s own sign-in, which shows themselves alone, says so', async () => {
    const { said, calls } = await ask('who is free?', [AVERY, BRUNO], own);
    assert.match(said, /your own sign-in, and it lets me see only your own status/);
    assert.deepEqual(calls, []);
  });
});

describe('where one works today', () => {
  const say = async (text: string) => {
    const before = own.connector.replies().length;
    assert.equal(await own.send(text), 200);
    return wordsOf(own.connector.replies()[before]);
  };
  const held = () => own.simulator.state(idOf(AVERY)).workLocation;

  it('is set for the day as the person, and taken back', async () => {
    own.signedIn(AVERY);
    own.simulator.setWorkLocation({ userId: idOf(AVERY), source: 'scheduled', workLocationType: 'office' });
    assert.equal(await say('working from home today'), 'Your work location is Remote, for today only.');
    assert.deepEqual(held(), { workLocationType: 'remote', source: 'manual' });
    assert.match(await say('set my work location to time off'), /Time off, for today only/);
    assert.match(await say('undo'), /^Undone: your work location is Remote again, for today only\./);
    assert.deepEqual(held(), { workLocationType: 'remote', source: 'manual' });
    const cleared = await say('clear my work location');
    assert.match(
      cleared,
      /^I cleared your work location for today\. Teams shows what your work plan says now/,
    );
    assert.deepEqual(held(), { workLocationType: 'office', source: 'scheduled' });
    assert.deepEqual(
      own.writes().map(({ action, body }) => [action, body]),
      [
        ['setManualLocation', { workLocationType: 'remote' }],
        ['setManualLocation', { workLocationType: 'timeOff' }],
        ['setManualLocation', { workLocationType: 'remote' }],
        ['clearLocation', undefined],
      ],
    );
  });

  it('leaves the status alone, and has no other end', async () => {
    own.signedIn(AVERY);
    await say('busy 2h');
    await say('in the office today');
    assert.equal(own.simulator.state(idOf(AVERY)).seen.availability, 'Busy');
    assert.match(await say('make it 3 hours'), /know of nothing I set/);
    assert.match(await say('undo'), /^Undone: I cleared your work location for today\./);
    assert.equal(own.simulator.state(idOf(AVERY)).seen.availability, 'Busy');
  });

  it('is gone the next day, and no longer undone', async () => {
    own.signedIn(AVERY);
    await say('in the office today');
    own.clock.now += 86_400_000;
    own.signedIn(AVERY);
    assert.equal(held(), null);
    assert.doesNotMatch(await say('status'), /work location/);
    const writes = own.writes().length;
    assert.match(await say('undo'), /[Nn]othing changed/);
    assert.equal(own.writes().length, writes);
  });

  it('is refused for other days, without a time zone, and where the bot acts as an app', async () => {
    own.signedIn(AVERY);
    assert.match(
      await say('working from home tomorrow'),
      /for today only\. Other days are part of your work plan/,
    );
    await own.send('working from home today', { timezone: null });
    assert.match(wordsOf(own.connector.replies()[1]), /don't know your time zone/);
    assert.deepEqual(own.writes(), []);
    for (const text of ['working from home today', 'in the office tomorrow', 'clear my work location'])
      assert.match(await bot.say(text), /nobody but you set your work location.*select your profile picture/);
    assert.deepEqual(bot.writes(), []);
  });
});
