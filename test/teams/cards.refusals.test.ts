/** Presses that must change nothing, or no more than they may; and presses while Graph fails. */

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import {
  AVERY,
  GUEST,
  cardAction,
  invoke,
  submitted,
  type Activity,
  type Person,
} from '../support/activities.ts';
import { startBot, wordsOf, type BotUnderTest } from '../support/bot.ts';
import { parseCard } from '../support/cards.ts';
import {
  buttonOf,
  cardFor,
  cardIn,
  cardWords,
  inputsOf,
  press,
  refreshOf,
  send,
  sentBy,
  settled,
  titlesOf,
  updates,
  type Button,
} from '../support/press.ts';

const graph = { sleep: () => Promise.resolve() };
const bot = await startBot({ graph });
after(() => bot.close());

const friday = bot.clock.now;

beforeEach(() => {
  bot.clock.now = friday;
  bot.simulator.reset();
  bot.connector.clear();
});
afterEach(async () => {
  bot.simulator.removeFaults();
  await settled(bot);
});

let people = 0;
function somebody() {
  people += 1;
  const aadObjectId = `88888888-8888-4888-8888-${String(people).padStart(12, '0')}`;
  return { from: { ...AVERY, id: `29:${aadObjectId}`, aadObjectId } };
}

function preferredOf({ from }: { from: Person }, { simulator } = bot): string {
  const { preferred } = simulator.state(String(from.aadObjectId));
  return preferred === null
    ? ''
    : `${preferred.availability} +${(Date.parse(preferred.endsAt) - friday) / 60_000}`;
}

const group = { groupChat: true } as const;
const changing = ['Undo', '+30 min', 'End now'];

describe('somebody else’s card', () => {
  for (const title of [...changing, 'Refresh']) {
    it(`${title} in a group is answered to the presser alone, and nothing happens`, async () => {
      const owner = somebody();
      const card = await cardFor(bot, 'busy 1h', { ...owner, ...group, mentionBot: true });
      bot.simulator.clearRequests();
      bot.connector.clear();
      const { status, body, text } = await press(bot, card, title, { ...somebody(), ...group });
      assert.equal(status, 200);
      assert.equal(body.type, 'application/vnd.microsoft.activity.message');
      assert.match(text, /somebody else.*nothing changed/);
      await settled(bot);
      assert.deepEqual(bot.simulator.requests(), []);
      assert.deepEqual(sentBy(bot), []);
      assert.equal(preferredOf(owner), 'Busy +60');
    });
  }

  it('the picker, the status card and a question are their owner’s too', async () => {
    for (const said of ['set', 'status', 'bzy 1h']) {
      const card = await cardFor(bot, said, { ...somebody(), ...group, mentionBot: true });
      bot.simulator.clearRequests();
      for (const title of titlesOf(card)) {
        const { text } = await press(bot, card, title, { ...somebody(), ...group });
        assert.match(text, /somebody else/, `${said}: ${title}`);
      }
      assert.deepEqual(bot.simulator.requests(), []);
    }
  });

  it('as Action.Submit does nothing either', async () => {
    const owner = somebody();
    const card = await cardFor(bot, 'busy 1h', { ...owner, ...group, mentionBot: true });
    const { text } = await press(bot, card, 'End now', { ...somebody(), ...group, as: 'submit' });
    assert.match(text, /somebody else/);
    assert.equal(preferredOf(owner), 'Busy +60');
  });

  it('with the presser forged as its owner changes at most the presser', async () => {
    const owner = somebody();
    const other = somebody();
    const card = await cardFor(bot, 'busy 1h', { ...owner, ...group, mentionBot: true });
    for (const title of changing) {
      const button = buttonOf(card, title);
      for (const owned of [{ owner: other.from.aadObjectId }, { owner: undefined }]) {
        const { status } = await send(
          bot,
          { ...button, data: { ...button.data, ...owned } },
          { ...other, ...group },
        );
        assert.equal(status, 200);
      }
    }
    assert.equal(preferredOf(owner), 'Busy +60');
    assert.equal(bot.writes().length, 1);
  });

  it('names nobody in its data whom it could be pressed for', async () => {
    const presser = somebody();
    const victim = somebody();
    const picker = await cardFor(bot, 'set', presser);
    const { aadObjectId } = victim.from;
    const inputs = { userId: aadObjectId, aadObjectId, from: victim.from, who: { userId: aadObjectId } };
    await press(bot, picker, 'Busy', { ...presser, inputs });
    assert.equal(preferredOf(victim), '');
    assert.equal(preferredOf(presser), 'Busy +60');
  });

  it('a guest is told so, and nothing happens', async () => {
    const card = await cardFor(bot, 'busy 1h', { ...somebody(), ...group, mentionBot: true });
    bot.simulator.clearRequests();
    for (const title of changing) {
      const { text } = await press(bot, card, title, { from: GUEST, ...group });
      assert.match(text, /guests/);
    }
    assert.deepEqual(bot.simulator.requests(), []);
  });
});

describe('what a client sends by itself', () => {
  for (const verb of ['undo', 'extend', 'end', 'picker', 'status', 'run', 'preferBusy', 'openPresenting']) {
    it(`as ${verb} does nothing`, async () => {
      const person = somebody();
      const card = await cardFor(bot, 'dnd 1h', person);
      const { data } = buttonOf(card, 'Undo');
      bot.simulator.clearRequests();
      bot.connector.clear();
      const button: Button = {
        title: verb,
        verb,
        data: { ...data, say: 'busy 1h', length: '1h' },
        submits: {},
      };
      const { status, text } = await send(bot, button, { ...person, trigger: 'automatic' });
      assert.equal(status, 200);
      assert.match(text, /Nothing changed/);
      await settled(bot);
      assert.deepEqual(bot.simulator.requests(), []);
      assert.deepEqual(sentBy(bot), []);
    });
  }

  it('never asks Graph, whatever mark it names', async () => {
    const person = somebody();
    const own = refreshOf(await cardFor(bot, 'dnd 1h', person));
    assert.ok(own !== undefined);
    bot.simulator.clearRequests();
    bot.connector.clear();
    for (const data of [{ holds: [] }, { change: 0, holds: [] }, { holds: [{ slot: 'session', origin: 1 }] }])
      await send(bot, { ...own, data }, { ...person, trigger: 'automatic' });
    await settled(bot);
    assert.deepEqual(bot.simulator.requests(), []);
    assert.deepEqual(sentBy(bot), []);
  });
});

describe('a forged mark', () => {
  const hold = { slot: 'preferred', pair: 'busy', endsAt: friday + 3_600_000 };
  const other = { ...hold, origin: friday - 5_000_000 };
  const tenHolds = Array.from({ length: 10 }, () => other);
  const forged: Record<string, Activity> = {
    'of no change': { holds: [] },
    'of another change': { change: friday - 5_000_000, holds: [other] },
    'of the future': { change: friday + 1e9, holds: [{ ...other, origin: friday + 1e9 }] },
    'of the beginning of time': { change: 0, holds: [{ ...other, origin: 0, endsAt: 0 }] },
    'of the end of time': { change: 8.64e15, holds: [{ ...other, origin: 8.64e15, endsAt: 8.64e15 }] },
    'beyond time': { change: 1e300, holds: [{ ...other, endsAt: 1e300 }] },
    'with a negative change': { change: -1, holds: [{ ...other, origin: -1 }] },
    'with a fraction': { change: 1.5, holds: [{ ...other, endsAt: 1.5 }] },
    'with words': { change: 'last', holds: [{ ...other, origin: '0' }] },
    'with ten holds': { change: 0, holds: tenHolds },
    'with one slot twice': { change: 0, holds: [other, other] },
    'with another slot': { holds: [{ ...other, slot: '__proto__' }] },
    'with another pair': { holds: [{ ...other, pair: 'constructor' }] },
    'with null': { change: null, holds: null },
    'without holds': {},
    'as a list': { holds: { 0: other, length: 1 } },
  };
  for (const [name, reference] of Object.entries(forged)) {
    it(`${name} changes nothing and is answered in words`, async () => {
      const person = somebody();
      await bot.say('busy 1h', person);
      bot.simulator.clearRequests();
      for (const verb of ['undo', 'extend', 'end', 'refresh']) {
        const { status, body, card, text } = await send(
          bot,
          { title: name, verb, data: reference, submits: {} },
          person,
        );
        assert.equal(status, 200);
        assert.equal(body.statusCode, 200);
        assert.ok(card !== undefined || text !== '', verb);
        if (card !== undefined) assert.deepEqual(parseCard(card), [], verb);
      }
      assert.deepEqual(bot.writes(), []);
      assert.equal(preferredOf(person), 'Busy +60');
    });
  }

  it('with prototype keys changes nothing beyond itself', async () => {
    const person = somebody();
    const data: unknown = JSON.parse(
      '{"__proto__":{"change":0,"holds":[]},"constructor":{"prototype":{"polluted":true}}}',
    );
    const { status, text } = await send(
      bot,
      { title: '', verb: 'undo', data: data as Activity, submits: {} },
      person,
    );
    assert.equal(status, 200);
    assert.match(text, /Nothing changed/);
    assert.equal(({} as Activity).polluted, undefined);
  });

  it('with a far end is judged like any wish', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    const button = buttonOf(card, '+30 min');
    for (const endsAt of [friday + 1e11, 8.64e15, friday - 1e9]) {
      const holds = (button.data.holds as Activity[]).map((one) => ({ ...one, endsAt }));
      const { card: answer } = await send(bot, { ...button, data: { ...button.data, holds } }, person);
      assert.match(cardWords(answer), /can last|no earlier/);
    }
    assert.equal(preferredOf(person), 'Busy +60');
    assert.equal(bot.writes().length, 1);
  });
});

describe('a press that is none of this bot’s', () => {
  it('is answered in the protocol’s words with HTTP 200, and changes nothing', async () => {
    const values: unknown[] = [
      undefined,
      null,
      'undo',
      [],
      {},
      { action: null },
      { action: 'undo' },
      { action: { type: 'Action.Execute' } },
      { action: { type: 'Action.Execute', verb: 'undo' } },
      { action: { type: 'Action.Execute', verb: 'undo', data: null } },
      { action: { type: 'Action.Execute', verb: 'undo', data: [1] } },
      { action: { type: 'Action.Execute', verb: 'constructor', data: {} } },
      { action: { type: 'Action.Execute', verb: '__proto__', data: {} } },
      { action: { type: 'Action.Execute', verb: 'x'.repeat(300), data: {} } },
      { action: { type: 'Action.Execute', verb: 'preferBusy', data: { owner: 'somebody' } } },
      { action: { type: 'Action.Execute', verb: 'preferBusy', data: { length: ['1h'] } } },
      { action: { type: 'Action.Execute', verb: 'run', data: { say: 'x'.repeat(2001) } } },
      { action: { type: 'Action.Execute', verb: 'run', data: {} } },
    ];
    for (const value of values) {
      const activity = invoke({
        ...somebody(),
        serviceUrl: bot.connector.url,
        name: 'adaptiveCard/action',
        value,
      });
      const { status, body } = await bot.post(activity);
      assert.equal(status, 200, JSON.stringify(value));
      const answer = JSON.parse(body) as { statusCode: number; type: string; value: unknown };
      const words = JSON.stringify(answer.value);
      assert.match(words, /don't know that button/, JSON.stringify(value));
      assert.equal(
        answer.type,
        answer.statusCode === 200
          ? 'application/vnd.microsoft.activity.message'
          : 'application/vnd.microsoft.error',
      );
    }
    assert.deepEqual(bot.writes(), []);
  });

  it('as a message is answered too, and is never an empty message', async () => {
    for (const value of [{}, 'undo', 0, false, [], { verb: 'undo' }, { verb: 7 }, { msteams: {} }]) {
      bot.connector.clear();
      await bot.post(submitted({ ...somebody(), serviceUrl: bot.connector.url, value }));
      const [reply] = await bot.connector.waitForReplies(1);
      assert.match(wordsOf(reply), /don't know that button/, JSON.stringify(value));
    }
    assert.deepEqual(bot.writes(), []);
  });

  it('may have no message that it stands in: the outcome follows as one', async () => {
    const person = somebody();
    const { data, verb } = buttonOf(await cardFor(bot, 'busy 1h', person), 'End now');
    const { replyToId: _none, ...activity } = cardAction({
      ...person,
      serviceUrl: bot.connector.url,
      verb,
      data,
    });
    await bot.post(activity);
    const replies = await bot.connector.waitForReplies(2);
    assert.match(wordsOf(replies[1]), /Ended, as you asked/);
  });
});

describe('a picker that is filled in wrongly comes back with what helps, and keeps what was typed', () => {
  const wrong: [name: string, title: string, inputs: Activity, helps: RegExp][] = [
    [
      'a date that has passed',
      'Busy',
      { length: 'own', date: '2026-11-19', time: '15:00' },
      /passed|already over/,
    ],
    ['a time that has just passed', 'Busy', { length: 'own', date: '2026-11-20', time: '14:06' }, /passed/],
    ['a time of today that has passed', 'Busy', { length: 'own', time: '13:00' }, /passed/],
    ['a date without a time', 'Busy', { length: 'own', date: '2026-11-23' }, /Fill in /],
    ['an own end that is empty', 'Busy', { length: 'own' }, /Fill in /],
    ['two ends', 'Busy', { length: '1h', date: '2026-11-23', time: '15:00' }, /chose a length and filled in/],
    ['two ends by a time alone', 'Busy', { length: '30m', time: '15:00' }, /chose a length and filled in/],
    ['a day that does not exist', 'Busy', { length: 'own', date: '2026-02-30', time: '15:00' }, /./],
    ['a date that is none', 'Busy', { length: 'own', date: 'soon', time: '15:00' }, /./],
    ['a time that is none', 'Busy', { length: 'own', date: '2026-11-23', time: '25:99' }, /./],
    ['a second wish in a field', 'Busy', { length: 'own', date: 'clear', time: 'dnd 1h' }, /./],
    ['an unknown length', 'Busy', { length: '5 years' }, /Choose how long/],
    ['too long for a session', 'Presenting', { length: 'tomorrow9' }, /5 minutes to 4 hours/],
    ['too short for a session', 'Presenting', { length: 'own', time: '14:10' }, /5 minutes to 4 hours/],
    ['too far for a status', 'Busy', { length: 'own', date: '2027-11-20', time: '15:00' }, /30 days/],
    ['a message that is too long', 'Busy', { length: '1h', message: 'x'.repeat(281) }, /280/],
    [
      'markup in the message',
      'Busy',
      { length: '1h', message: 'so <b>busy</b>' },
      /plain text|<|HTML|markup/,
    ],
  ];
  for (const [name, title, inputs, helps] of wrong) {
    for (const as of ['execute', 'submit'] as const) {
      it(`${name} (${as})`, async () => {
        const person = somebody();
        const picker = await cardFor(bot, 'set', person);
        const filled = { message: 'back soon', ...inputs };
        const { status, card } = await press(bot, picker, title, { ...person, as, inputs: filled });
        assert.equal(status, 200);
        assert.deepEqual(parseCard(card), []);
        const words = cardWords(card);
        assert.match(words, /[Nn]othing changed/);
        assert.match(words, helps);
        assert.deepEqual(inputsOf(card), { ...filled, repeat: 'once' });
        assert.deepEqual(titlesOf(card), titlesOf(picker));
        assert.deepEqual(bot.writes(), []);
      });
    }
  }

  it('no length at all', async () => {
    const person = somebody();
    const button = buttonOf(await cardFor(bot, 'set', person), 'Busy');
    assert.match(cardWords((await send(bot, button, person)).card), /Choose how long/);
  });

  it('a time of day from somebody whose zone is unknown', async () => {
    const person = { ...somebody(), timezone: null };
    const picker = await cardFor(bot, 'set', person);
    for (const inputs of [
      { length: 'tomorrow9' },
      { length: 'restOfDay' },
      { length: 'own', time: '15:00' },
    ]) {
      const { card } = await press(bot, picker, 'Busy', { ...person, inputs });
      assert.match(cardWords(card), /time zone/);
      assert.equal(inputsOf(card).length, inputs.length);
    }
    assert.deepEqual(bot.writes(), []);
  });
});

describe('while Graph fails', () => {
  const failing: [name: string, fault: Parameters<typeof bot.simulator.addFault>[0], says: RegExp][] = [
    ['403', { kind: 'answer', status: 403, times: 'always' }, /an administrator/],
    ['429', { kind: 'answer', status: 429, retryAfter: 600, times: 'always' }, /Try again in 10 minutes/],
    ['down', { kind: 'answer', status: 503, times: 'always' }, /can't reach Microsoft Graph/],
    ['refusing', { kind: 'answer', status: 400, message: 'Odd.', times: 'always' }, /“Odd\.”/],
  ];
  for (const [name, fault, says] of failing) {
    for (const title of changing) {
      it(`${title} (${name}) claims nothing, says who failed, and works later`, async () => {
        const person = somebody();
        const card = await cardFor(bot, 'busy 1h', person);
        bot.simulator.addFault(fault);
        const { card: answer } = await press(bot, card, title, person);
        const words = cardWords(answer);
        assert.match(words, says);
        assert.match(words, /^Not (done|extended)/);
        assert.match(words, /Busy\nuntil 3:07 PM/, 'it still runs');
        assert.doesNotMatch(words, /^(Undone|Extended)/m);
        assert.equal(preferredOf(person), 'Busy +60');
        bot.simulator.removeFaults();
        await press(bot, answer, title, person);
        assert.equal(preferredOf(person), title === '+30 min' ? 'Busy +90' : '');
      });
    }

    it(`a picker’s tile (${name}) claims nothing and says who failed`, async () => {
      const person = somebody();
      const picker = await cardFor(bot, 'set', person);
      bot.simulator.addFault(fault);
      const { card } = await press(bot, picker, 'Busy', person);
      assert.match(cardWords(card), says);
      assert.match(cardWords(card), /^Not done/);
      for (const title of changing) assert.ok(!titlesOf(card).includes(title), title);
      assert.equal(preferredOf(person), '');
    });
  }

  it('a change that succeeded by half has buttons for that half alone', async () => {
    const person = somebody();
    bot.simulator.addFault({ kind: 'answer', status: 400, match: { action: 'setStatusMessage' } });
    const card = await cardFor(bot, 'busy 1h "deep work"', person);
    assert.match(cardWords(card), /Busy\nuntil 3:07 PM[^]*Not done/);
    bot.simulator.clearRequests();
    await press(bot, card, 'End now', person);
    assert.deepEqual(
      bot.writes().map(({ action }) => action),
      ['clearUserPreferredPresence'],
    );
  });

  it('an extension that succeeded by half says which half', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h "deep work"', person);
    bot.simulator.addFault({ kind: 'answer', status: 400, match: { action: 'setStatusMessage' } });
    const { card: answer } = await press(bot, card, '+30 min', person);
    assert.match(
      cardWords(answer),
      /^Extended: you're now set to Busy until 3:37 PM[^]*Not extended: the message[^]*\nBusy\nuntil 3:37 PM[^]*deep work/,
    );
  });

  it('an end whose answer was lost is not claimed either way, and can be pressed again', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    bot.simulator.addFault({ kind: 'resetAfterApplying', times: 'always' });
    const { card: answer } = await press(bot, card, 'End now', person);
    assert.match(cardWords(answer), /don't know whether/);
    assert.doesNotMatch(cardWords(answer), /Busy\nuntil/);
    bot.simulator.removeFaults();
    const { card: ended } = await press(bot, answer, 'End now', person);
    assert.match(cardWords(ended), /Ended, as you asked/);
  });

  it('a later choice whose answer was lost is not ended by the old card', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    bot.simulator.addFault({ kind: 'resetAfterApplying', times: 'always' });
    await bot.say('dnd 2h', person);
    bot.simulator.removeFaults();
    bot.simulator.clearRequests();
    for (const title of ['End now', '+30 min']) {
      const { card: answer } = await press(bot, card, title, person);
      assert.match(cardWords(answer), /no clear answer|do not know whether/);
      assert.ok(!titlesOf(answer).includes('End now'));
    }
    assert.deepEqual(bot.writes(), []);
    assert.equal(preferredOf(person), 'DoNotDisturb +120');
  });
});

describe('a press that takes longer than Teams waits', () => {
  let hasty: BotUnderTest;
  before(async () => {
    hasty = await startBot({ invokeMs: 1000, attemptMs: 60_000, graph });
  });
  after(() => hasty.close());
  beforeEach(() => {
    hasty.simulator.reset();
    hasty.connector.clear();
  });

  it('is answered as pending in time, and the card is brought up to date after', async () => {
    const person = somebody();
    const card = await cardFor(hasty, 'busy 1h', person);
    hasty.simulator.addFault({ kind: 'hang', match: { action: 'clearUserPreferredPresence' } });
    const { status, text } = await press(hasty, card, 'End now', person);
    assert.equal(status, 200);
    assert.match(text, /longer than usual.*nothing is certain/);
    assert.equal(sentBy(hasty).filter(({ operation }) => operation === 'update').length, 0);
    hasty.simulator.releaseHung();
    const [put] = await updates(hasty);
    assert.match(cardWords(cardIn(put?.activity)), /Ended, as you asked/);
    assert.equal(preferredOf(person, hasty), '');
  });

  it('pressed again meanwhile is done once', async () => {
    const person = somebody();
    const card = await cardFor(hasty, 'busy 1h', person);
    hasty.simulator.clearRequests();
    hasty.simulator.addFault({ kind: 'hang', match: { action: 'setUserPreferredPresence' } });
    await Promise.all([press(hasty, card, '+30 min', person), press(hasty, card, '+30 min', person)]);
    hasty.simulator.releaseHung();
    const puts = await updates(hasty, 2);
    assert.equal(hasty.writes().length, 1);
    assert.equal(preferredOf(person, hasty), 'Busy +90');
    for (const { activity } of puts) assert.match(cardWords(cardIn(activity)), /until 3:37 PM/);
  });

  it('and whose outcome stays unclear says so on the card', async (t) => {
    const brief = await startBot({ invokeMs: 1000, attemptMs: 1200, graph });
    t.after(() => brief.close());
    const person = somebody();
    const picker = await cardFor(brief, 'set', person);
    brief.simulator.addFault({ kind: 'hang', times: 'always' });
    const { text } = await press(brief, picker, 'Busy', person);
    assert.match(text, /longer than usual/);
    brief.clock.now += 120_000;
    const [put] = await updates(brief);
    assert.match(cardWords(cardIn(put?.activity)), /I don't know whether/);
  });
});

describe('a bot that itself fails', () => {
  it('says so in the answer, and in the protocol’s shape', async () => {
    let looks = Infinity;
    const failing = await startBot({
      now: () => {
        looks -= 1;
        if (looks < 0) throw new RangeError('no such time');
        return friday;
      },
    });
    try {
      const card = await cardFor(failing, 'busy 1h');
      // The turn itself and the language of its reply look three times; whoever handles the press finds no time.
      looks = 3;
      const { status, body, text } = await press(failing, card, 'End now');
      looks = Infinity;
      assert.equal(status, 200);
      assert.equal(body.type, 'application/vnd.microsoft.activity.message');
      assert.match(text, /Something went wrong on my side/);
      assert.equal(failing.writes().length, 1);
    } finally {
      looks = Infinity;
      await failing.close();
    }
  });
});

describe('a change by chat that Graph refuses', () => {
  it('has no heading that claims it was done', async () => {
    const person = somebody();
    await bot.say('busy 1h', person);
    bot.simulator.addFault({ kind: 'answer', status: 403, times: 'always' });
    for (const said of ['undo', 'extend 30m', 'clear'])
      assert.match(cardWords(await cardFor(bot, said, person)), /^Not (done|extended)/, said);
  });
});
