/** Who is mentioned: Teams names the bot and people in more ways than one, and in the text not as beside it. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import {
  AVERY,
  BOT,
  BRUNO,
  channelMessage,
  CHIARA,
  message,
  type Activity,
  type Person,
} from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { sentBy, settled } from '../support/press.ts';

const bot = await startBot();
after(() => bot.close());

const GROUP = '19:presence-group@thread.v2';
const ANN: Person = { ...BRUNO, name: 'Ann Lee' };
/** A person who is called as the bot is. */
const NAMESAKE: Person = { ...CHIARA, name: BOT.name };
beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
  bot.connector.setMembers(GROUP, [AVERY, ANN, NAMESAKE]);
});

const dndOneHour = {
  action: 'setUserPreferredPresence',
  availability: 'DoNotDisturb',
  activity: 'DoNotDisturb',
  expirationDuration: 'PT1H',
};

/** An entity of Teams; whatever is undefined is left out. */
function entity(mentioned: unknown, text?: unknown): Activity {
  return {
    type: 'mention',
    ...(mentioned === undefined ? {} : { mentioned }),
    ...(text === undefined ? {} : { text }),
  };
}

interface Said {
  readonly recipient?: Partial<Person>;
  readonly channel?: boolean;
  readonly personal?: boolean;
}

function said(text: string, entities: readonly unknown[], { recipient = BOT, channel, personal }: Said = {}) {
  const parts = { serviceUrl: bot.connector.url, timezone: 'America/New_York', text, mentionBot: false };
  const activity = channel ? channelMessage(parts) : message({ ...parts, groupChat: personal !== true });
  return { ...activity, recipient, entities: [...(activity.entities as unknown[]), ...entities] };
}

async function answer(activity: Activity): Promise<Activity | undefined> {
  const before = bot.connector.replies().length;
  assert.equal((await bot.post(activity)).status, 200);
  return bot.connector.replies()[before];
}
const written = () => bot.writes().map(({ action, body }) => ({ action, ...(body as object) }));
const reads = () => bot.simulator.requests().map(({ path }) => path);

describe('the bot is mentioned, however Teams writes its name', () => {
  const named = (name: string): Person => ({ id: BOT.id, name });
  const id = { id: BOT.id };
  const cases: [string, string, readonly unknown[], Partial<Person>?][] = [
    ['as ever', '<at>Presence</at> dnd 1h', [entity(BOT, '<at>Presence</at>')]],
    ['an entity without text', '<at>Presence</at> dnd 1h', [entity(BOT)]],
    ['an entity with a text of null', '<at>Presence</at> dnd 1h', [entity(BOT, null)]],
    ['an entity with a text that is none', '<at>Presence</at> dnd 1h', [entity(BOT, 5)]],
    ['an entity with an id alone', '<at>Presence</at> dnd 1h', [entity(id)]],
    ['a name of null', '<at>Presence</at> dnd 1h', [entity({ ...id, name: null }, null)]],
    ['an id alone, and no name anywhere', '<at>Whatever</at> dnd 1h', [entity(id)], { id: BOT.id }],
    ['a name alone', '<at>Presence</at> dnd 1h', [entity({ name: 'Presence' })]],
    ['a text alone', '<at>Presence</at> dnd 1h', [entity(undefined, '<at>Presence</at>')]],
    ['an attribute', '<at id="0">Presence</at> dnd 1h', [entity(BOT, '<at>Presence</at>')]],
    ['an attribute on both sides', '<at id="0">Presence</at> dnd 1h', [entity(BOT, '<at id="0">Presence</at>')]],
    ['an @', '<at>@Presence</at> dnd 1h', [entity(BOT, '<at>Presence</at>')]],
    ['another case', '<AT>PRESENCE</AT> dnd 1h', [entity(BOT, '<at>Presence</at>')]],
    ['an & escaped in the text', '<at>R&amp;D Presence</at> dnd 1h', [entity(named('R&D Presence'), '<at>R&D Presence</at>')], named('R&D Presence')],
    ['an & escaped beside it', '<at>R&D Presence</at> dnd 1h', [entity(named('R&amp;D Presence'), '<at>R&amp;D Presence</at>')], named('R&D Presence')],
    ['an & and no text beside it', '<at>R&amp;D Presence</at> dnd 1h', [entity(named('R&D Presence'))], named('R&D Presence')],
    ['an & and an id alone', '<at>R&amp;D Presence</at> dnd 1h', [entity(id)], named('R&D Presence')],
    ['an apostrophe', '<at>Avery&#39;s Presence</at> dnd 1h', [entity(named("Avery's Presence"), "<at>Avery's Presence</at>")], named("Avery's Presence")],
    ['decomposed letters', '<at>Pra\u0308senz</at> dnd 1h', [entity(named('Pr\u00e4senz'), '<at>Pr\u00e4senz</at>')], named('Pr\u00e4senz')],
    ['composed letters', '<at>Pr\u00e4senz</at> dnd 1h', [entity(named('Pra\u0308senz'), '<at>Pra\u0308senz</at>')], named('Pra\u0308senz')],
    ['spaces that do not break', '<at>My&nbsp;Presence</at>&nbsp;dnd 1h', [entity(named('My\u00a0Presence'), '<at>My Presence</at>')], named('My Presence')],
    ['two mentions for a name of two words', '<at>My</at>&nbsp;<at>Presence</at> dnd 1h', [entity(id, '<at>My</at>'), entity(id, '<at>Presence</at>')], named('My Presence')],
    ['in the middle', 'dnd <at>Presence</at> 1h', [entity(BOT, '<at>Presence</at>')]],
    ['at the end', 'dnd 1h <at>Presence</at>', [entity(BOT, '<at>Presence</at>')]],
    ['twice, with an entity for each', '<at>Presence</at> dnd 1h <at>Presence</at>', [entity(BOT, '<at>Presence</at>'), entity(BOT, '<at>Presence</at>')]],
    ['twice, with one entity', '<at>Presence</at> dnd 1h <at>Presence</at>', [entity(BOT, '<at>Presence</at>')]],
  ]; // prettier-ignore
  for (const [what, text, entities, recipient = BOT] of cases) {
    it(what, async () => {
      await answer(said(text, entities, { recipient }));
      assert.deepEqual(written(), [dndOneHour]);
    });
    it(`${what}, in a channel`, async () => {
      const reply = await answer(
        said(text.replace('dnd 1h', 'help'), entities, { recipient, channel: true }),
      );
      assert.ok(reply !== undefined);
    });
  }
});

describe('a person of the bot’s own name', () => {
  const tag = '<at>Presence</at>';
  const both = [entity(BOT, tag), entity(NAMESAKE, tag)];

  it('is somebody else: nothing is set for them, nor for the sender', async () => {
    for (const text of [`${tag} set ${tag} to away`, `${tag} put ${tag} on dnd 1h`, `${tag} ${tag} dnd 1h`]) {
      const reply = await answer(said(text, both));
      assert.match(wordsOf(reply), /[Nn]othing changed/, text);
    }
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('can be looked up', async () => {
    const reply = await answer(said(`${tag} status ${tag}`, both));
    assert.match(wordsOf(reply), /Teams shows Presence as/);
    assert.deepEqual(reads(), [`/v1.0/users/${NAMESAKE.aadObjectId}/presence`]);
  });

  it('mentioned where the bot is not is not the bot', async () => {
    await answer(said(`${tag} dnd 1h`, [entity(NAMESAKE, tag)]));
    await settled(bot);
    assert.deepEqual(sentBy(bot), []);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('who cannot be told from the bot is no word of a wish', async () => {
    await answer(said(`${tag} dnd 1h`, both));
    await answer(said(`${tag} ${tag} ${tag} dnd 1h`, both));
    assert.deepEqual(bot.simulator.requests(), []);
  });
});

describe('a colleague', () => {
  const mention = entity(BOT, '<at>Presence</at>');
  const cases: [string, string, readonly unknown[]][] = [
    ['of one mention', 'status <at>Ann Lee</at>', [entity(ANN, '<at>Ann Lee</at>')]],
    ['of two words, a mention for each', 'status <at>Ann</at> <at>Lee</at>', [entity(ANN, '<at>Ann</at>'), entity(ANN, '<at>Lee</at>')]],
    ['of two words that do not break', 'status <at>Ann</at>&nbsp;<at>Lee</at>', [entity(ANN, '<at>Ann</at>'), entity(ANN, '<at>Lee</at>')]],
    ['of three', 'status <at>Ann</at> <at>van</at> <at>Lee</at>', ['Ann', 'van', 'Lee'].map((name) => entity({ ...ANN, name }, `<at>${name}</at>`))],
    ['without text', 'status <at>Ann Lee</at>', [entity(ANN)]],
    ['with a name that is escaped', 'status <at>Ann &amp; Lee</at>', [entity({ ...ANN, name: 'Ann & Lee' }, '<at>Ann & Lee</at>')]],
    ['with an attribute', 'what is <at id="1">Ann Lee</at> up to?', [entity(ANN, '<at>Ann Lee</at>')]],
  ]; // prettier-ignore
  for (const [what, text, entities] of cases) {
    it(`${what} is one person`, async () => {
      const reply = await answer(said(`<at>Presence</at> ${text}`, [mention, ...entities]));
      assert.match(wordsOf(reply), /Teams shows Ann Lee as/);
      assert.deepEqual(reads(), [`/v1.0/users/${ANN.aadObjectId}/presence`]);
    });
  }

  for (const [what, text, entities] of [
    [
      'two of them',
      'status <at>Ann Lee</at> <at>Chiara</at>',
      [entity(ANN, '<at>Ann Lee</at>'), entity({ ...CHIARA, name: 'Chiara' }, '<at>Chiara</at>')],
    ],
    [
      'one and somebody unknown',
      'status <at>Ann Lee</at> <at>Chiara</at>',
      [entity(ANN, '<at>Ann Lee</at>')],
    ],
    [
      'twice, with a word between',
      'status <at>Ann</at> and <at>Lee</at>',
      [entity(ANN, '<at>Ann</at>'), entity(ANN, '<at>Lee</at>')],
    ],
    [
      'who is to be changed',
      'set <at>Ann</at> <at>Lee</at> to away',
      [entity(ANN, '<at>Ann</at>'), entity(ANN, '<at>Lee</at>')],
    ],
    [
      'who is busy',
      '<at>Ann</at> <at>Lee</at> busy 1h',
      [entity(ANN, '<at>Ann</at>'), entity(ANN, '<at>Lee</at>')],
    ],
    ['who is named by nobody', 'dnd 1h <at>Ann Lee</at>', []],
  ] as const) {
    // prettier-ignore
    it(`${what}: nobody’s presence is read or changed`, async () => {
      assert.ok((await answer(said(`<at>Presence</at> ${text}`, [mention, ...entities]))) !== undefined);
      assert.deepEqual(bot.simulator.requests(), []);
    });
  }

  it('who is not here is named as they were mentioned', async () => {
    const gone = { id: '29:gone' };
    const entities = [mention, entity(gone, '<at>Kim</at>'), entity(gone, '<at>O&#39;Hara</at>')];
    const reply = await answer(said('<at>Presence</at> status <at>Kim</at> <at>O&#39;Hara</at>', entities));
    assert.match(wordsOf(reply), /can't find Kim O'Hara/);
  });
});

describe('alone with the bot', () => {
  it('a mention without an entity is the bot’s if it has its name', async () => {
    await answer(
      said('<at>R&amp;D Presence</at> dnd 1h', [], {
        personal: true,
        recipient: { id: BOT.id, name: 'R&D Presence' },
      }),
    );
    assert.deepEqual(written(), [dndOneHour]);
  });

  it('somebody else’s is not', async () => {
    await answer(said('<at>Ann Lee</at> dnd 1h', [], { personal: true }));
    assert.deepEqual(bot.simulator.requests(), []);
  });

  for (const wrong of [null, 5, [], 'Presence', { id: 5, name: {} }, {}]) {
    it(`a mention of ${JSON.stringify(wrong)} is nobody’s`, async () => {
      await answer(said('dnd 1h', [entity(wrong, wrong), { type: 'mention' }], { personal: true }));
      assert.deepEqual(written(), [dndOneHour]);
    });
  }
});

it('mentions and attachments without end are answered, and change nothing', async () => {
  const tag = '<at>Presence</at>';
  const many = Array.from({ length: 499 }, (_, at) =>
    entity({ id: `29:${at}`, name: `P${at}` }, `<at>P${at}</at>`),
  );
  const reply = await answer(said(`${tag.repeat(10_000)} dnd 1h`, [entity(BOT, tag)]));
  assert.match(wordsOf(reply), /long/);
  await answer(
    said(`${tag}${many.map(({ text }) => text).join('')} dnd 1h`, [entity(BOT, tag), ...many.slice(2)]),
  );
  await answer({
    ...said('help', [], { personal: true }),
    attachments: Array.from({ length: 50_000 }, () => ({})),
  });
  assert.deepEqual(bot.simulator.requests(), []);
});
