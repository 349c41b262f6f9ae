/** The messaging extension's search: a wish previewed, people of this chat or team with their presence, and the first run. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { AVERY, BRUNO, CHIARA, DMITRI, GUEST, invoke, type Person } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { parseCard } from '../support/cards.ts';
import {
  actionIn,
  ask,
  places,
  query,
  resultsIn,
  searchTextIn,
  sent,
  TEAM,
  wordsIn,
} from '../support/extension.ts';
import { press } from '../support/press.ts';

const bot = await startBot();
after(() => bot.close());

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

const find = async (text: string, parts?: Parameters<typeof ask>[3], options?: unknown) =>
  resultsIn(await ask(bot, 'query', query(text, options), parts));
const titles = (results: Awaited<ReturnType<typeof find>>) => results.map(({ title }) => title);
/** The reads of many people's presence: how many ids each had. */
const reads = () =>
  bot.simulator
    .requests()
    .filter(({ action }) => action === 'getPresencesByUserId')
    .map(({ body }) => (body as { ids: string[] }).ids);

/** Each test has a chat of its own, since rosters are remembered. */
let chats = 0;
function chatOf(...members: Person[]): { conversation: string; groupChat: true } {
  chats += 1;
  const conversation = `19:search-${chats}@thread.v2`;
  bot.connector.setMembers(conversation, members);
  return { conversation, groupChat: true };
}

function member(number: number, name = `Member ${String(number).padStart(4, '0')}`): Person {
  const aadObjectId = `77777777-7777-4777-8777-${String(number).padStart(12, '0')}`;
  return { id: `29:1-member-${number}`, name, aadObjectId };
}

describe('a wish is previewed', () => {
  it('with its status and end, and inserts a card that tells them', async () => {
    const [result, ...others] = await find('dnd until 3pm');
    assert.equal(result?.title, 'Do not disturb until 3:00 PM (New York)');
    assert.match(result.text, /sets nothing/);
    assert.match(result.image, /^data:image\/(png|svg\+xml)/);
    assert.match(
      wordsIn(result.card),
      /^Avery Quill plans to be\nDo not disturb\nuntil 3:00 PM \(New York\)\n/,
    );
    assert.match(wordsIn(result.card), /Planned at 2:07 PM\. This card sets nothing by itself/);
    assert.deepEqual(parseCard(result.card), []);
    assert.deepEqual(others, []);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('as a plan, which is true whatever its sender is now, and whether or not they ever press', async () => {
    await bot.say('busy 1h');
    for (const [typed, words, elsewhere] of [
      [
        'dnd until 3pm',
        /^Avery Quill plans to be\nDo not disturb\n/,
        /^Avery Quill plans to be Do not disturb until 3:00 PM \(New York\)$/,
      ],
      [
        'dnd 1h "writing"',
        /^Avery Quill plans to be\nDo not disturb\n.*\n“writing”/,
        /^Avery Quill plans to be Do not disturb .*“writing”/,
      ],
      [
        'message "at lunch" 1h',
        /^Avery Quill plans to show\n“at lunch”/,
        /^Avery Quill plans to show “at lunch”/,
      ],
      ['presenting 1h', /^Avery Quill plans to be\nPresenting/, /^Avery Quill plans to be Presenting/],
    ] as const) {
      // prettier-ignore
      const [result] = await find(typed);
      assert.ok(result !== undefined, typed);
      assert.match(wordsIn(result.card), words);
      assert.doesNotMatch(wordsIn(result.card), /says/);
      // What a client shows that cannot show cards.
      assert.match(String(result.card.fallbackText), elsewhere);
    }
    assert.equal(bot.seen().availability, 'Busy');
    const [plan] = await find('dnd until 3pm');
    const { text } = await press(bot, plan?.card, 'Set it for me');
    assert.match(text, /Do not disturb.*until 3:00 PM/);
    assert.equal(bot.seen().availability, 'DoNotDisturb');
  });

  const shown: [string, { timezone: string; locale: string }, string][] = [
    ['dnd until 9pm', { timezone: 'Europe/Vienna', locale: 'en-GB' }, 'Do not disturb until 21:00 (Vienna)'],
    ['busy 30m', { timezone: 'Asia/Tokyo', locale: 'en-US' }, 'Busy until 4:37 AM (Tokyo)'],
    [
      'away until 3pm "in the lab"',
      { timezone: 'America/New_York', locale: 'en-US' },
      'Appear away until 3:00 PM (New York) and “in the lab” until 3:00 PM (New York)',
    ],
    [
      'what if dnd 1h',
      { timezone: 'America/New_York', locale: 'en-US' },
      'Do not disturb until 3:07 PM (New York)',
    ],
  ];
  for (const [typed, parts, title] of shown) {
    it(`${typed} in ${parts.timezone} → ${title}`, async () => {
      assert.equal((await find(typed, parts))[0]?.title, title);
    });
  }

  it('whose card is its sender’s alone: its button carries them as its owner, and the very end that was told', async () => {
    const [result] = await find('dnd until 3pm');
    assert.ok(result !== undefined);
    const { data } = actionIn(result.card, 'Set it for me');
    assert.deepEqual(data, { owner: AVERY.aadObjectId, until: Date.parse('2026-11-20T20:00:00Z') });
  });

  it('also where the bot cannot see who is in the chat', async () => {
    bot.connector.failNext({ status: 403, times: 9 });
    assert.deepEqual(titles(await find('busy 1h', chatOf())), ['Busy until 3:07 PM (New York)']);
  });

  it('before the people of that name', async () => {
    const chat = chatOf(member(1, 'Busy Bee'), BRUNO);
    assert.deepEqual(titles(await find('busy', chat)), [
      'Busy until tomorrow, 2:07 PM (New York)',
      'Busy Bee',
    ]);
  });

  it('as typed, markup and templates included, and obeyed by nobody', async () => {
    const wicked = '${1+1} *x* [l](https://e.test) {{DATE()}} &';
    const [result] = await find(`busy 1h "${wicked}"`);
    assert.ok(result !== undefined);
    assert.ok(wordsIn(result.card).includes(`“${wicked}”`), wordsIn(result.card));
    assert.ok(result.title.includes(wicked));
    assert.deepEqual(parseCard(result.card), []);
  });
});

describe('what is typed', () => {
  const unclear: [string, RegExp][] = [
    ['busy until', /until/],
    ['dnd or busy', /busy/i],
    ['set Bruno to away', /nobody else's/],
    ['presenting 9h', /5 minutes to 4 hours/],
  ];
  for (const [typed, said] of unclear) {
    it(`${typed}: is asked back or refused, as in a chat, even where the roster cannot be read`, async () => {
      assert.match(searchTextIn(await ask(bot, 'query', query(typed), chatOf(BRUNO))), said);
      bot.connector.failNext({ status: 403 });
      assert.match(searchTextIn(await ask(bot, 'query', query(typed), chatOf(BRUNO))), said);
      assert.deepEqual(bot.simulator.requests(), []);
    });
  }

  it('and names nobody, is said to', async () => {
    const said = searchTextIn(await ask(bot, 'query', query('<b>zzz</b>'), chatOf(BRUNO)));
    assert.match(said, /“<b>zzz<\/b>”.*nobody in this chat/);
    for (const typed of ['clear', 'status', 'help', 'set', '!!!', 'details']) {
      assert.match(
        searchTextIn(await ask(bot, 'query', query(typed), chatOf(BRUNO))),
        /nobody in this chat/,
        typed,
      );
    }
  });

  it('never changes anything', async () => {
    const chat = chatOf(BRUNO, CHIARA);
    const word = fc.constantFrom(
      ...[
        'dnd',
        'busy',
        'clear',
        'undo',
        'set',
        'away',
        'until',
        '3pm',
        '1h',
        'message',
        '"x"',
        'extend',
        'brb',
      ],
      ...[
        'Bruno',
        'what if',
        'now',
        'everything',
        'end',
        'offline',
        '{"availability":"Busy","activity":"Busy"}',
      ],
    );
    const typed = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        await ask(bot, 'query', query(text), chat);
        assert.deepEqual(bot.writes(), [], text);
        assert.deepEqual(bot.connector.replies(), []);
      }),
      { numRuns: 150 },
    );
  });
});

describe('nothing typed', () => {
  const empty = [
    { parameters: [{ name: 'initialRun', value: 'true' }], commandId: 'presence' },
    { parameters: [{ name: 'initialRun', value: true }] },
    { parameters: [{ name: 'query', value: '' }] },
    { parameters: [{ name: 'query', value: '  \n ' }] },
    { parameters: [{ name: 'query' }] },
    { parameters: [] },
    {},
  ];
  for (const value of empty) {
    it(`${JSON.stringify(value)} shows one’s own presence, and sentences to begin with`, async () => {
      bot.simulator.setTeamsClient({ userId: AVERY.aadObjectId, on: true, availability: 'Busy' });
      const results = resultsIn(await ask(bot, 'query', value));
      assert.deepEqual(titles(results), [
        'Avery Quill (you)',
        'Do not disturb until 3:07 PM (New York)',
        'Busy until 2:37 PM (New York)',
        'Be right back until 2:22 PM (New York)',
        'Appear away until tomorrow, 9:00 AM (New York)',
      ]);
      assert.match(results[0]?.text ?? '', /^Busy/);
      assert.deepEqual(reads(), [[AVERY.aadObjectId]]);
      for (const { card } of results) assert.deepEqual(parseCard(card), []);
      assert.deepEqual(bot.writes(), []);
    });
  }

  it('in pages like anything else', async () => {
    const second = resultsIn(
      await ask(bot, 'query', { parameters: [], queryOptions: { skip: 3, count: 25 } }),
    );
    assert.equal(second.length, 2);
    assert.deepEqual(
      resultsIn(await ask(bot, 'query', { parameters: [], queryOptions: { skip: 25, count: 25 } })),
      [],
    );
  });
});

describe('people of this chat', () => {
  it('are found with their presence, in one read of those who are shown', async () => {
    const chat = chatOf(AVERY, BRUNO, CHIARA, DMITRI);
    bot.simulator.setTeamsClient({
      userId: BRUNO.aadObjectId,
      on: true,
      availability: 'DoNotDisturb',
      activity: 'Presenting',
    });
    const [result] = await find('bru', chat);
    assert.equal(result?.title, 'Bruno Salt');
    assert.match(result.text, /^Presenting/);
    assert.match(wordsIn(result.card), /Teams shows Bruno Salt as\nPresenting\nRead (at )?2:07 PM/);
    assert.doesNotMatch(JSON.stringify(result.card), /"Action\./, 'nothing to press on somebody else');
    assert.deepEqual(reads(), [[BRUNO.aadObjectId]]);
    assert.equal(bot.simulator.requests().length, 1);
  });

  it('by the Agents Playground’s query, which names neither command nor parameter', async () => {
    const chat = chatOf(AVERY, BRUNO);
    const value = {
      parameters: [{ value: 'bruno' }],
      queryOptions: { skip: 0, count: 25 },
      commandContext: 'compose',
    };
    assert.deepEqual(titles(resultsIn(await ask(bot, 'query', value, chat))), ['Bruno Salt']);
  });

  it('who are oneself are marked as such', async () => {
    assert.deepEqual(titles(await find('avery', chatOf(AVERY, BRUNO))), ['Avery Quill (you)']);
  });

  it('with the most relevant first, whatever their case and accents', async () => {
    const chat = chatOf(
      member(1, 'Joanna Lee'),
      member(2, 'ÁNNA Bell'),
      member(3, 'Lee Anna'),
      member(4, 'anna'),
    );
    assert.deepEqual(titles(await find('Anna', chat)), ['anna', 'ÁNNA Bell', 'Lee Anna', 'Joanna Lee']);
  });

  it('without an account in the directory are not looked up', async () => {
    const chat = chatOf(BRUNO, GUEST, {
      ...GUEST,
      id: '29:2-guest',
      name: 'Gale Two',
      aadObjectId: 'not-a-guid',
    });
    assert.match(searchTextIn(await ask(bot, 'query', query('gale'), chat)), /nobody in this chat/);
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('show names and status messages as typed, never as markup', async () => {
    const wicked = '<b>${name}</b> *x* [l](https://e.test) &amp; "q"';
    const chat = chatOf(member(1, `Zed ${wicked}`));
    bot.simulator.setTeamsClient({ userId: String(member(1).aadObjectId), on: true });
    await bot.say('busy 1h "1 < 2 & *x* ${name}"', { from: member(1) });
    bot.simulator.clearRequests();
    const [result] = await find('zed', chat);
    assert.ok(result !== undefined);
    assert.equal(result.title, `Zed ${wicked}`);
    assert.match(result.text, /“1 &lt; 2 &amp; \*x\* \$\{name\}”/);
    assert.ok(wordsIn(result.card).includes('“1 < 2 & *x* ${name}”'), wordsIn(result.card));
    assert.ok(wordsIn(result.card).includes(`Teams shows Zed ${wicked} as`), wordsIn(result.card));
    assert.deepEqual(parseCard(result.card), []);
  });

  it('come from this chat alone, each chat’s and team’s roster from its own', async () => {
    const here = chatOf(BRUNO);
    const there = chatOf(CHIARA);
    assert.deepEqual(titles(await find('bruno', here)), ['Bruno Salt']);
    assert.match(searchTextIn(await ask(bot, 'query', query('bruno'), there)), /nobody/);
    assert.match(searchTextIn(await ask(bot, 'query', query('chiara'), here)), /nobody/);
  });

  it('of another tenant, or with a team that has no id, share no remembered roster', async () => {
    const here = chatOf(BRUNO);
    await find('bruno', here);
    const elsewhere = { ...here, tenant: '99999999-1111-4111-8111-111111111111' };
    await ask(bot, 'query', query('bruno'), elsewhere);
    const nameless = (conversation: string) => ({
      ...invoke({
        serviceUrl: bot.connector.url,
        name: 'composeExtension/query',
        value: query('bruno'),
        groupChat: true,
        conversation,
      }),
      channelData: { team: { id: '' } },
    });
    const other = chatOf(CHIARA);
    assert.equal(resultsIn(await sent(bot, nameless(here.conversation))).length, 1);
    assert.match(searchTextIn(await sent(bot, nameless(other.conversation))), /nobody/);
    const asked = bot.connector.received.map(({ conversation }) => conversation);
    assert.deepEqual(asked, [here.conversation, here.conversation, other.conversation]);
  });

  it('of a channel are its team’s', async () => {
    bot.connector.setMembers(TEAM, [DMITRI]);
    bot.connector.setMembers('19:presence-launch@thread.tacv2', [BRUNO]);
    assert.deepEqual(titles(await find('dmitri', { place: 'a channel' })), ['Dmitri Vale']);
    assert.deepEqual(
      bot.connector.received.map(({ operation, conversation }) => [operation, conversation]),
      [['pagedMembers', TEAM]],
    );
  });

  for (const place of Object.keys(places) as (keyof typeof places)[]) {
    it(`are found in ${place}`, async () => {
      const { conversation } = chatOf(BRUNO);
      const id = place === 'a personal chat' ? { conversation } : {};
      bot.connector.setMembers('19:presence-group@thread.v2', [BRUNO]);
      bot.connector.setMembers('19:meeting_MTEx@thread.v2', [BRUNO]);
      bot.connector.setMembers(TEAM, [BRUNO]);
      assert.ok('composeExtension' in (await ask(bot, 'query', query('bruno'), { place, ...id })));
    });
  }

  it('are asked for once, while somebody types letter by letter', async () => {
    const chat = chatOf(BRUNO, CHIARA);
    await Promise.all(['c', 'ch', 'chi', 'chia', 'chiar', 'chiara'].map((typed) => find(typed, chat)));
    await find('chiara', chat);
    assert.equal(bot.connector.received.length, 1);
  });
});

describe('a team of 3,000', () => {
  const everybody = Array.from({ length: 3000 }, (_, number) => member(number));
  const chat = chatOf(...everybody);

  it('is read page by page to its end', async () => {
    assert.deepEqual(titles(await find('2999', chat)), ['Member 2999']);
    assert.equal(bot.connector.received.filter(({ operation }) => operation === 'pagedMembers').length, 6);
  });

  it('is shown 25 at a time, each page once and in order, and only those are asked for', async () => {
    const pages: string[][] = [];
    for (let skip = 0; skip < 100; skip += 25)
      pages.push(titles(await find('member', chat, { skip, count: 25 })));
    assert.deepEqual(
      pages.map(({ length }) => length),
      [25, 25, 25, 25],
    );
    assert.deepEqual(
      pages.flat(),
      everybody.slice(0, 100).map(({ name }) => name),
    );
    assert.deepEqual(
      reads().map(({ length }) => length),
      [25, 25, 25, 25],
    );
  });

  it('ends where it ends', async () => {
    assert.equal((await find('member', chat, { skip: 2990, count: 25 })).length, 10);
    assert.deepEqual(await find('member', chat, { skip: 3000, count: 25 }), []);
    assert.deepEqual(await find('member', chat, { skip: 100_000, count: 25 }), []);
  });

  const options: [unknown, number, number][] = [
    [{ skip: 0, count: 5 }, 0, 5],
    [{ skip: 7, count: 3 }, 7, 3],
    [{ skip: 0, count: 1000 }, 0, 25],
    [{ skip: 0, count: 0 }, 0, 25],
    [{ skip: -1, count: -5 }, 0, 25],
    [{ skip: '25', count: '25' }, 0, 25],
    [{ skip: 1.5, count: Number.MAX_SAFE_INTEGER }, 0, 25],
    [{ skip: 25 }, 25, 25],
    [{ skip: 7, count: -1 }, 7, 25],
    [{ skip: -1, count: 5 }, 0, 5],
    [{}, 0, 25],
    ['all', 0, 25],
    [null, 0, 25],
    [[], 0, 25],
  ];
  for (const [queryOptions, from, count] of options) {
    it(`${JSON.stringify(queryOptions)} shows ${count} from number ${from}`, async () => {
      const shown = titles(await find('member', chat, queryOptions));
      assert.deepEqual(
        shown,
        everybody.slice(from, from + count).map(({ name }) => name),
      );
    });
  }

  it('with a wish before them has each person on one page', async () => {
    const busy = chatOf(
      ...Array.from({ length: 30 }, (_, number) => member(number, `Busy ${String(number).padStart(2, '0')}`)),
    );
    const first = titles(await find('busy', busy, { skip: 0, count: 25 }));
    const second = titles(await find('busy', busy, { skip: 25, count: 25 }));
    assert.deepEqual([first.length, second.length], [25, 6]);
    assert.match(first[0] ?? '', /^Busy until/);
    assert.equal(new Set([...first, ...second]).size, 31);
  });

  it('has results that Teams takes: a title, a picture and a card each, and nothing to tap', async () => {
    const body = await ask(bot, 'query', query('member'), chat);
    const results = resultsIn(body);
    assert.equal(results.length, 25);
    for (const { title, text, image, card } of results) {
      assert.notEqual(title.trim(), '');
      assert.notEqual(text.trim(), '');
      assert.match(image, /^data:image\/(png|svg\+xml)/);
      assert.deepEqual(parseCard(card), []);
    }
    const json = JSON.stringify(body);
    assert.doesNotMatch(json, /"tap"/);
    assert.ok(Buffer.byteLength(json) < 100_000, `${Buffer.byteLength(json)} bytes`);
  });
});
