/** `status @Somebody`: a colleague's presence, read and never changed. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import {
  AVERY,
  BOT,
  BRUNO,
  channelMessage,
  CHIARA,
  DMITRI,
  GUEST,
  message,
  type Activity,
  type Person,
} from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { parseCard } from '../support/cards.ts';

const bot = await startBot();
after(() => bot.close());

const GROUP = '19:presence-group@thread.v2';
const TEAM = '19:presence-general@thread.tacv2';
beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
  for (const conversation of [GROUP, TEAM]) {
    bot.connector.setMembers(conversation, [AVERY, BRUNO, CHIARA, GUEST]);
  }
});

const at = ({ name }: Pick<Person, 'name'>) => `<at>${name}</at>`;

/** A message in the group that mentions the bot and these people; `{0}` stands for the first of them. */
function mentioning(text: string, people: readonly Person[], channel = false, from = AVERY): Activity {
  const written = people.reduce((said, one, index) => said.replaceAll(`{${index}}`, at(one)), text);
  const parts = {
    serviceUrl: bot.connector.url,
    timezone: 'America/New_York',
    from,
    text: written,
    mentionBot: true,
  };
  const activity = channel ? channelMessage(parts) : message({ ...parts, groupChat: true });
  const mentions = people.map(({ id, name }) => ({
    type: 'mention',
    mentioned: { id, name },
    text: at({ name }),
  }));
  return { ...activity, entities: [...(activity.entities as unknown[]), ...mentions] };
}

async function reply(activity: Activity): Promise<Activity> {
  const before = bot.connector.replies().length;
  assert.equal((await bot.post(activity)).status, 200);
  const [said, ...more] = bot.connector.replies().slice(before);
  assert.ok(said !== undefined && more.length === 0);
  return said;
}
const read = () => bot.simulator.requests().map(({ method, path }) => `${method} ${path}`);
const lookedUp = () =>
  bot.connector.received.flatMap(({ operation, conversation, target }) =>
    operation === 'send' || operation === 'reply' ? [] : [[operation, conversation, target]],
  );

describe('status @Somebody', () => {
  for (const channel of [false, true]) {
    it(`in a ${channel ? 'channel' : 'group chat'} reads theirs, with one call to Graph and one to Teams`, async () => {
      bot.simulator.setTeamsClient({
        userId: BRUNO.aadObjectId,
        on: true,
        availability: 'Busy',
        activity: 'InACall',
      });
      const said = await reply(mentioning('status {0}', [BRUNO], channel));
      assert.equal(wordsOf(said), 'Teams shows Bruno Salt as In a call.');
      assert.deepEqual(read(), [`GET /v1.0/users/${BRUNO.aadObjectId}/presence`]);
      assert.deepEqual(lookedUp(), [['member', channel ? TEAM : GROUP, BRUNO.id]]);
      const [attachment] = said.attachments as { content: unknown }[];
      assert.deepEqual(parseCard(attachment?.content), []);
      assert.doesNotMatch(JSON.stringify(attachment?.content), /"Action\.|"refresh"/);
    });
  }

  for (const text of [
    'what is {0} up to?',
    'is {0} free?',
    "what's {0}'s status",
    'show {0}',
    '{0} status',
  ]) {
    it(`“${text}” is the same question, or none: nothing is changed`, async () => {
      await reply(mentioning(text, [BRUNO]));
      assert.deepEqual(bot.writes(), []);
      for (const one of read()) assert.equal(one, `GET /v1.0/users/${BRUNO.aadObjectId}/presence`);
    });
  }

  it('of whom the directory says more says that too, as they typed it', async () => {
    await bot.say('busy 1h "*free* [x](https://e.test) ${1}"', { from: BRUNO });
    bot.simulator.setOutOfOffice({ userId: BRUNO.aadObjectId, isOutOfOffice: true });
    const said = wordsOf(await reply(mentioning('status {0}', [BRUNO])));
    assert.ok(said.includes('“*free* [x](https://e.test) ${1}”'), said);
    assert.match(said, /automatic replies are on/);
  });

  it('asks Teams for the name, and not the mention, which anybody can write', async () => {
    const activity = mentioning('status {0}', [{ ...BRUNO, name: 'The Boss' }]);
    assert.match(wordsOf(await reply(activity)), /Teams shows Bruno Salt as/);
  });
});

describe('nobody’s presence is read', () => {
  const unread: [string, string, readonly Person[], RegExp][] = [
    ['of somebody who is not here', 'status {0}', [DMITRI], /can't find Dmitri Vale/],
    ['of a guest without an account here', 'status {0}', [GUEST], /can't find Gale \(Guest\)/],
    [
      'of a team or a tag',
      'status {0}',
      [{ id: '19:team@thread.tacv2', name: 'Launch' }],
      /can't find Launch/,
    ],
    ['by an id that climbs', 'status {0}', [{ id: '../../x', name: 'Climber' }], /can't find Climber/],
    ['by an empty id', 'status {0}', [{ id: '', name: 'Nobody' }], /can't find Nobody/],
    ['of two at once', 'status {0} {1}', [BRUNO, CHIARA], /./],
    ['to change it: set {0} to away', 'set {0} to away', [BRUNO], /nobody else's/],
    ['to change it: put {0} on dnd 1h', 'put {0} on dnd 1h', [BRUNO], /[Nn]othing changed/],
    ['to change it: make {0} available', 'make {0} available', [BRUNO], /[Nn]othing changed/],
    ['to change it: clear {0}’s status', "clear {0}'s status", [BRUNO], /[Nn]othing changed/],
    ['to change it: {0} is busy until 3pm', '{0} is busy until 3pm', [BRUNO], /[Nn]othing changed/],
    ['to change it: status {0} busy', 'status {0} busy', [BRUNO], /[Nn]othing changed/],
    ['to change it: busy 1h for {0}', 'busy 1h for {0}', [BRUNO], /[Nn]othing changed/],
  ];
  for (const [what, text, people, said] of unread) {
    it(what, async () => {
      assert.match(wordsOf(await reply(mentioning(text, people))), said);
      assert.deepEqual(bot.writes(), []);
      assert.deepEqual(read(), []);
    });
  }

  it('for a guest, who has no account in this directory', async () => {
    const activity = mentioning('status {0}', [BRUNO], false, GUEST as typeof AVERY);
    assert.match(wordsOf(await reply(activity)), /without an account/);
    assert.deepEqual(read(), []);
    assert.deepEqual(lookedUp(), []);
  });

  it('where the bot alone is mentioned: then it is one’s own', async () => {
    const said = wordsOf(await reply(mentioning('status', [])));
    assert.match(said, /Teams shows you as/);
    assert.deepEqual(read(), [`GET /v1.0/users/${AVERY.aadObjectId}/presence`]);
  });

  it('where the bot is not mentioned', async () => {
    const activity = mentioning('status {0}', [BRUNO]);
    const entities = (activity.entities as { mentioned?: { id?: string } }[]).filter(
      ({ mentioned }) => mentioned?.id !== BOT.id,
    );
    await bot.post({ ...activity, text: `status ${at(BRUNO)}`, entities });
    assert.deepEqual(bot.connector.replies(), []);
    assert.deepEqual(read(), []);
  });

  it('where the bot may not see who is here, and it says so', async () => {
    bot.connector.failNext({ status: 403, match: ({ operation }) => operation === 'member' });
    assert.match(wordsOf(await reply(mentioning('status {0}', [BRUNO]))), /can't see who is in this chat/);
    assert.deepEqual(read(), []);
  });
});

describe('a colleague’s presence that Graph does not give is not made up', () => {
  for (const [status, said] of [
    [403, /can't see Bruno Salt's status right now.*administrator/],
    [404, /can't see Bruno Salt's status right now/],
    [400, /can't see Bruno Salt's status right now/],
  ] as const) {
    it(`${status}`, async () => {
      bot.simulator.addFault({ kind: 'answer', status, times: 'always' });
      const activity = await reply(mentioning('status {0}', [BRUNO]));
      assert.match(wordsOf(activity), said);
      assert.equal(activity.attachments, undefined);
    });
  }
});

describe('a card that somebody put into the chat with the extension is no sentence', () => {
  const attachments = [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version: '1.5',
        body: [{ type: 'TextBlock', text: 'busy 1h', wrap: true }],
      },
    },
  ];
  const place =
    '\n<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension">\n  <span content="0" itemprop="cardId"></span>\n</span>\n';
  for (const [what, text] of [
    ['without text', ''],
    ['with the mark of its place', place],
    ['with two such marks', place + place],
    ['with space alone', '<div>&nbsp;</div>\n'],
  ] as const) {
    it(`${what}, in the personal chat: nothing is answered, read or changed`, async () => {
      await bot.post({ ...message({ serviceUrl: bot.connector.url, text }), attachments });
      const { text: _, ...textless } = message({ serviceUrl: bot.connector.url, text });
      if (text === '') await bot.post({ ...textless, attachments });
      assert.deepEqual(bot.connector.replies(), []);
      assert.deepEqual(bot.simulator.requests(), []);
    });
  }

  it('but an empty message without a card still gets the picker, and words beside one are answered', async () => {
    const empty = message({ serviceUrl: bot.connector.url, text: '' });
    assert.match(wordsOf(await reply(empty)), /Choose/);
    const html = [{ contentType: 'text/html', content: '<div></div>' }];
    assert.match(wordsOf(await reply({ ...empty, id: 'html', attachments: html })), /Choose/);
    await reply({ ...message({ serviceUrl: bot.connector.url, text: 'help' }), attachments });
    assert.deepEqual(bot.writes(), []);
  });

  it('whatever else the attachments are', async () => {
    for (const wrong of [null, 'card', [null], [{}], [{ contentType: 5 }], {}]) {
      const activity = { ...message({ serviceUrl: bot.connector.url, text: 'help' }), attachments: wrong };
      assert.match(wordsOf(await reply(activity)), /sentence|help|Say/);
    }
  });
});
