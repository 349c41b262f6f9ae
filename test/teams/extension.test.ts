/** The messaging extension's dialogs: the picker, what pressing in it gives, and a message read into it. */

import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { AVERY, invoke, type Activity } from '../support/activities.ts';
import { startBot } from '../support/bot.ts';
import { parseCard } from '../support/cards.ts';
import {
  actionIn,
  ask,
  dialogIn,
  dialogTextIn,
  filledIn,
  places,
  pressed,
  proposedIn,
  sent,
  wordsIn,
} from '../support/extension.ts';

const bot = await startBot();
after(() => bot.close());

const friday = bot.clock.now;
beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
  bot.clock.now = friday;
});

/** Every person of a test is new, so that what one test set is no other test's past. */
let people = 0;
function somebody() {
  people += 1;
  const aadObjectId = `66666666-6666-4666-8666-${String(people).padStart(12, '0')}`;
  return { from: { ...AVERY, id: `29:${aadObjectId}`, aadObjectId } };
}

const picker = { commandId: 'setPresence', commandContext: 'compose', context: { theme: 'default' } };

/** What Teams sends of a message, on which somebody opened the bot's action. */
function messageAction(body: unknown, rest: Activity = {}) {
  return {
    commandId: 'setPresenceFromMessage',
    commandContext: 'message',
    messagePayload: {
      id: '1784621407119',
      from: { user: { userIdentityType: 'aadUser', id: AVERY.aadObjectId, displayName: 'Bruno Salt' } },
      body,
      attachments: [],
      ...rest,
    },
  };
}
const html = (content: string) => messageAction({ contentType: 'html', content });
const text = (content: string) => messageAction({ contentType: 'text', content });

describe('both commands open a dialog, wherever they are chosen', () => {
  for (const place of Object.keys(places) as (keyof typeof places)[]) {
    for (const context of ['compose', 'commandBox', 'message']) {
      it(`in ${place}, from the ${context}`, async () => {
        for (const value of [picker, html('<p>dnd until 3pm</p>')]) {
          const body = await ask(bot, 'fetchTask', { ...value, commandContext: context }, { place });
          const { title, card } = dialogIn(body);
          assert.equal(title, 'Presence');
          assert.match(wordsIn(card), /Set my status/);
          assert.deepEqual(parseCard(card), []);
        }
        assert.deepEqual(bot.simulator.requests(), []);
        assert.deepEqual(bot.connector.received, []);
      });
    }
  }

  it('with Action.Submit alone and no refresh, since Teams knows no more in a dialog', async () => {
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker));
    const json = JSON.stringify(card);
    assert.match(json, /"Action\.Submit"/);
    assert.doesNotMatch(json, /Action\.Execute|"refresh"/);
  });

  it('also where the client names none, as the Agents Playground does', async () => {
    const { commandId: _, ...unnamed } = picker;
    assert.equal(dialogIn(await ask(bot, 'fetchTask', unnamed)).title, 'Presence');
    const { commandId: __, ...message } = html('<p>dnd until 3pm</p>');
    assert.equal(proposedIn(dialogIn(await ask(bot, 'fetchTask', message)).card), 'Do not disturb');
  });
});

describe('pressing a status in the dialog', () => {
  it('writes once to Graph, for the presser, and confirms in the dialog', async () => {
    const person = somebody();
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker, person));
    const submit = { ...picker, data: pressed(card, 'Do not disturb', { length: '2h' }) };
    const answered = dialogIn(await ask(bot, 'submitAction', submit, person));
    assert.deepEqual(bot.writes(), [
      {
        action: 'setUserPreferredPresence',
        userId: person.from.aadObjectId,
        body: { availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT2H' },
      },
    ]);
    assert.match(wordsIn(answered.card), /Do not disturb\nuntil 4:07 PM \(New York\)/);
    assert.deepEqual(parseCard(answered.card), []);
    assert.doesNotMatch(JSON.stringify(answered.card), /Action\.Execute|"refresh":\{/);
    assert.deepEqual(bot.connector.received, [], 'nothing is sent into the chat');
  });

  it('takes each of the nine, and the receipt says the one', async () => {
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker));
    const statuses = [
      'Available',
      'Busy',
      'Do not disturb',
      'Be right back',
      'Appear away',
      'Appear offline',
    ];
    for (const title of [...statuses, 'Presenting', 'In a call', 'In a conference call']) {
      const person = somebody();
      const tile = actionIn(card, `Set ${title}`);
      const opened = dialogIn(await ask(bot, 'fetchTask', picker, person)).card;
      const data = pressed(opened, String(tile.title));
      const answered = dialogIn(await ask(bot, 'submitAction', { ...picker, data }, person));
      assert.ok(wordsIn(answered.card).includes(title), title);
      assert.equal(bot.writes().length, 1, title);
      assert.equal(bot.writes()[0]?.userId, person.from.aadObjectId);
      bot.simulator.clearRequests();
    }
  });

  it('with a date, a time and a message of one’s own', async () => {
    const person = somebody();
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker, person));
    const typed = { length: 'own', date: '2026-11-23', time: '09:00', message: 'writing **this**' };
    const data = pressed(card, 'Appear away', typed);
    const answered = dialogIn(await ask(bot, 'submitAction', { ...picker, data }, person));
    const state = bot.simulator.state(person.from.aadObjectId);
    assert.equal(state.preferred?.endsAt, '2026-11-23T14:00:00.000Z');
    assert.equal(state.statusMessage?.content, 'writing **this**');
    assert.match(wordsIn(answered.card), /“writing \*\*this\*\*”/);
  });

  it('and then +30 min, Undo and End now in the same dialog', async () => {
    const person = somebody();
    const open = async () => dialogIn(await ask(bot, 'fetchTask', picker, person)).card;
    const press = async (card: Activity, title: string) =>
      dialogIn(await ask(bot, 'submitAction', { ...picker, data: pressed(card, title) }, person)).card;
    const endsAt = () => bot.simulator.state(person.from.aadObjectId).preferred?.endsAt;

    const first = await press(await open(), 'Busy');
    assert.equal(endsAt(), '2026-11-20T20:07:00.000Z');
    const longer = await press(first, '+30 min');
    assert.equal(endsAt(), '2026-11-20T20:37:00.000Z');
    assert.match(wordsIn(longer), /Extended[\s\S]*until 3:37 PM/);
    const undone = await press(longer, 'Undo');
    assert.equal(endsAt(), '2026-11-20T20:07:00.000Z');
    assert.deepEqual(parseCard(undone), []);

    bot.clock.now += 60_000;
    const again = await press(await open(), 'Appear away');
    const ended = await press(again, 'End now');
    assert.equal(endsAt(), undefined);
    assert.match(wordsIn(ended), /Ended, as you asked/);
    assert.equal(bot.writes().length, 5);
  });

  it('from a message’s dialog too, whose submit repeats the message', async () => {
    const person = somebody();
    const value = html('<p>out until Monday 9am, back then</p>');
    const { card } = dialogIn(await ask(bot, 'fetchTask', value, person));
    assert.deepEqual(bot.simulator.requests(), []);
    await ask(bot, 'submitAction', { ...value, data: pressed(card, 'Appear away') }, person);
    assert.equal(bot.simulator.state(person.from.aadObjectId).preferred?.endsAt, '2026-11-23T14:00:00.000Z');
    assert.equal(bot.writes().length, 1);
  });

  it('sent again by Teams is done once, and answered the same', async () => {
    const person = somebody();
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker, person));
    const activity = invoke({
      serviceUrl: bot.connector.url,
      timezone: 'America/New_York',
      ...person,
      name: 'composeExtension/submitAction',
      value: { ...picker, data: pressed(card, 'Busy') },
    });
    const [first, second] = await Promise.all([sent(bot, activity), sent(bot, activity)]);
    assert.deepEqual(second, first);
    assert.deepEqual(await sent(bot, activity), first);
    assert.equal(bot.writes().length, 1);
  });
});

describe('what is filled in wrong comes back in the same form, as it was filled in', () => {
  const wrong: [string, Activity, RegExp][] = [
    ['a length and a date', { length: '1h', date: '2026-11-23' }, /chose a length/],
    ['no date and time', { length: 'own' }, /Fill in /],
    ['a date without a time', { length: 'own', date: '2026-11-23' }, /end time for that day/],
    ['a time that is over', { length: 'own', date: '2026-11-19', time: '09:00' }, /Nothing changed/],
    ['a length that there is not', { length: 'forever' }, /Choose how long/],
    ['no length at all', { length: '' }, /Choose how long/],
  ];
  for (const [what, typed, said] of wrong) {
    it(what, async () => {
      const { card } = dialogIn(await ask(bot, 'fetchTask', picker));
      const data = pressed(card, 'Busy', { message: 'as ${typed} <b>', ...typed });
      const answered = dialogIn(await ask(bot, 'submitAction', { ...picker, data }));
      assert.match(wordsIn(answered.card), said);
      assert.match(wordsIn(answered.card), /Set my status/);
      const kept = {
        length: data.length,
        date: data.date,
        time: data.time,
        repeat: 'once',
        message: data.message,
      };
      assert.deepEqual(
        { ...filledIn(answered.card) },
        Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined && value !== '')),
      );
      assert.deepEqual(parseCard(answered.card), []);
      assert.deepEqual(bot.writes(), []);
    });
  }

  it('and can be corrected and pressed again', async () => {
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker));
    const first = pressed(card, 'Busy', { date: '2026-11-23' });
    const back = dialogIn(await ask(bot, 'submitAction', { ...picker, data: first })).card;
    const data = pressed(back, 'Busy', { length: 'own', time: '10:00' });
    await ask(bot, 'submitAction', { ...picker, data });
    assert.equal(bot.simulator.state(AVERY.aadObjectId).preferred?.endsAt, '2026-11-23T15:00:00.000Z');
  });
});

describe('a message fills the form in, in the zone of whoever opened it', () => {
  const cases: [string, ReturnType<typeof messageAction>, string | undefined, Activity][] = [
    [
      'text',
      text('out until Monday 9am, back then'),
      'Appear away',
      { length: 'own', date: '2026-11-23', time: '09:00' },
    ],
    ['HTML', html('<div><p>d<b>n</b>d until&nbsp;3pm</p></div>'), 'Do not disturb', { time: '15:00' }],
    ['entities', html('<p>busy&#32;30&nbsp;minutes &amp; back</p>'), 'Busy', { length: '30m' }],
    ['text with what looks like a tag', text('busy <b>30 minutes</b>'), undefined, {}],
    [
      'a mention in it',
      html('<p>Hey <at id="0">Bruno</at>, I&apos;m away until Monday 9am</p>'),
      'Appear away',
      { date: '2026-11-23', time: '09:00' },
    ],
    [
      'a reply, without what it quotes',
      html(
        '<blockquote itemtype="http://schema.skype.com/Reply">free at 4pm?</blockquote><p>busy until 3pm</p>',
      ),
      'Busy',
      { time: '15:00' },
    ],
    [
      'a reply, without its marker',
      text('<quoted messageId="1772050244573"/>busy until 3pm'),
      'Busy',
      { time: '15:00' },
    ],
    [
      'nothing but a quotation',
      html('<blockquote itemtype="http://schema.skype.com/Forward"><p>busy until 3pm</p></blockquote>'),
      'Busy',
      { time: '15:00' },
    ],
    ['no status', html('<p>the parcel came</p>'), undefined, { length: '1h' }],
  ];
  for (const [what, value, status, filled] of cases) {
    it(what, async () => {
      const { card } = dialogIn(await ask(bot, 'fetchTask', value));
      if (status !== undefined) assert.equal(proposedIn(card), status);
      assert.deepEqual({ ...filledIn(card), ...filled }, filledIn(card));
      assert.match(wordsIn(card), /“.*”.*(?:Nothing is set until you choose|Choose one to set it)\./s);
    });
  }

  it('the same words in other zones are other dates', async () => {
    const value = html('<p>out until Monday 9am</p>');
    for (const timezone of ['Asia/Tokyo', 'Europe/Vienna', 'Pacific/Auckland']) {
      const { card } = dialogIn(await ask(bot, 'fetchTask', value, { timezone }));
      const person = somebody();
      assert.deepEqual(
        filledIn(card),
        { length: 'own', date: '2026-11-23', time: '09:00', repeat: 'once' },
        timezone,
      );
      const data = pressed(card, 'Appear away');
      delete data.owner;
      await ask(bot, 'submitAction', { ...value, data }, { ...person, timezone });
      const endsAt = bot.simulator.state(person.from.aadObjectId).preferred?.endsAt ?? '';
      const local = new Date(endsAt).toLocaleString('en-GB', { timeZone: timezone });
      assert.equal(local, '23/11/2026, 09:00:00', timezone);
    }
  });

  it('somebody else’s “I” is read as one’s own wish, and nobody’s presence is changed by opening it', async () => {
    const { card } = dialogIn(await ask(bot, 'fetchTask', html("<p>I'm busy until 5pm</p>"), somebody()));
    assert.equal(proposedIn(card), 'Busy');
    assert.deepEqual(bot.simulator.requests(), []);
  });
});

describe('the confirmation in a dialog that', () => {
  it('Graph refuses says so, and by whom', async () => {
    bot.simulator.addFault({ kind: 'answer', status: 403, times: 'always' });
    const { card } = dialogIn(await ask(bot, 'fetchTask', picker));
    const body = await ask(bot, 'submitAction', { ...picker, data: pressed(card, 'Busy') });
    const words =
      'task' in body && JSON.stringify(body).includes('continue')
        ? wordsIn(dialogIn(body).card)
        : dialogTextIn(body);
    assert.match(words, /send this to an administrator/);
    assert.equal(bot.seen().availability, 'Available');
  });
});
