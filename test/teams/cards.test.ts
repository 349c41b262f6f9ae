/** Every button of every card, pressed as it came; what must not happen is in cards.refusals.test.ts. */

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { AVERY, type Person } from '../support/activities.ts';
import { startBot, wordsOf } from '../support/bot.ts';
import { parseCard } from '../support/cards.ts';
import {
  buttonOf,
  buttonsOf,
  cardFor,
  cardIn,
  cardMessage,
  cardWords,
  inputsOf,
  press,
  refreshOf,
  send,
  sentBy,
  settled,
  titlesOf,
  updates,
} from '../support/press.ts';

const bot = await startBot({ graph: { sleep: () => Promise.resolve() } });
after(() => bot.close());

const friday = bot.clock.now;
const minute = 60_000;
const later = (minutes: number) => {
  bot.clock.now += minutes * minute;
};

beforeEach(() => {
  bot.clock.now = friday;
  bot.simulator.reset();
  bot.connector.clear();
});

// What still follows an answer must not come in the next test.
afterEach(() => settled(bot));

let people = 0;
function somebody() {
  people += 1;
  const aadObjectId = `66666666-6666-4666-8666-${String(people).padStart(12, '0')}`;
  return { from: { ...AVERY, id: `29:${aadObjectId}`, aadObjectId } };
}

/** The slots of a person at Graph, each as `Busy/Busy until 15:07`. */
function held({ from }: { from: Person }) {
  const { preferred, sessions, statusMessage } = bot.simulator.state(String(from.aadObjectId));
  const until = (endsAt: string | null) =>
    endsAt === null ? '' : ` +${(Date.parse(endsAt) - friday) / minute}`;
  return {
    preferred: preferred === null ? '' : `${preferred.availability}${until(preferred.endsAt)}`,
    session: sessions.map((one) => `${one.activity}${until(one.endsAt)}`).join(),
    message: statusMessage === null ? '' : `${statusMessage.content}${until(statusMessage.endsAt)}`,
  };
}

/** Presses, and holds the answer against what any answer must be. */
async function pressed(...[card, title, options]: [unknown, string, Parameters<typeof press>[3]?]) {
  const given = await press(bot, card, title, options);
  assert.equal(given.status, 200);
  assert.ok(given.card !== undefined, `${title} gives a card: ${JSON.stringify(given.body)}`);
  assert.deepEqual(parseCard(given.card), []);
  assert.equal(given.body.statusCode, 200);
  return given.card;
}

const unchanged = /[Nn]othing changed/;

describe('a receipt', () => {
  it('shows status, icon, end, what was assumed, what may hide it and the message', async () => {
    const card = await cardFor(bot, 'dnd until 3 "deep work"', somebody());
    const words = cardWords(card);
    assert.match(words, /Do not disturb\nuntil 3:00 PM today \(New York\)/);
    assert.match(words, /“deep work”\nStatus message until then/);
    assert.match(words, /Teams may take a few minutes to show it/);
    assert.match(JSON.stringify(card), /"type":"Image","url":"data:image/);
    for (const title of ['Undo', '+30 min', 'End now', 'Refresh']) buttonOf(card, title);
  });

  it('is undone, and offers no second undo', async () => {
    const person = somebody();
    await bot.say('busy 2h', person);
    const card = await pressed(await cardFor(bot, 'dnd 1h', person), 'Undo', person);
    assert.match(cardWords(card), /^Undone.*\nBusy\nuntil 4:07 PM/);
    assert.equal(held(person).preferred, 'Busy +120');
    assert.ok(!titlesOf(card).includes('Undo'));
  });

  it('is prolonged by half an hour, status and message alike', async () => {
    const person = somebody();
    const card = await pressed(await cardFor(bot, 'busy 1h "deep work"', person), '+30 min', person);
    assert.match(cardWords(card), /^Extended\nBusy\nuntil 3:37 PM/);
    assert.deepEqual(held(person), { preferred: 'Busy +90', session: '', message: 'deep work +90' });
    const further = await pressed(card, '+30 min', person);
    assert.match(cardWords(further), /until 4:07 PM/);
    assert.equal(held(person).preferred, 'Busy +120');
  });

  it('is ended, shows that, and can be undone', async () => {
    const person = somebody();
    const card = await pressed(await cardFor(bot, 'busy 1h "deep work"', person), 'End now', person);
    assert.match(cardWords(card), /Busy\nEnded, as you asked\nStatus message\nEnded, as you asked/);
    assert.deepEqual(held(person), { preferred: '', session: '', message: '' });
    assert.deepEqual(
      titlesOf(card).filter((title) => ['Undo', '+30 min', 'End now'].includes(title)),
      ['Undo'],
    );
    await pressed(card, 'Undo', person);
    assert.deepEqual(held(person), { preferred: 'Busy +60', session: '', message: 'deep work +60' });
  });

  it('of a session ends that alone', async () => {
    const person = somebody();
    await bot.say('busy 2h', person);
    const card = await cardFor(bot, 'presenting 1h', person);
    await pressed(card, '+30 min', person);
    assert.equal(held(person).session, 'Presenting +90');
    await pressed(card, 'End now', person);
    assert.deepEqual(held(person), { preferred: 'Busy +120', session: '', message: '' });
  });

  it('of a message without an end can be ended but not prolonged', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'message in the lab', person);
    assert.ok(!titlesOf(card).includes('+30 min'));
    await pressed(card, 'End now', person);
    assert.equal(held(person).message, '');
  });

  it('of what only cleared what was not the bot’s offers no undo, which could do nothing', async () => {
    const card = await cardFor(bot, 'clear', somebody());
    for (const title of ['Undo', '+30 min', 'End now']) assert.ok(!titlesOf(card).includes(title), title);
  });

  it('is brought up to date in the chat once the press is answered', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    const answered = await pressed(card, 'End now', person);
    const [put, ...more] = await updates(bot);
    await settled(bot);
    assert.deepEqual(more, []);
    assert.equal(put?.target, cardMessage);
    assert.deepEqual(cardIn(put.activity), answered);
    assert.match(wordsOf(put.activity), /Busy: Ended, as you asked/);
    assert.equal(sentBy(bot).length, 2, 'the receipt and its update');
  });

  it('that can no longer be brought up to date is followed by the outcome', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    bot.connector.failNext({ status: 404, match: ({ operation }) => operation === 'update' });
    await pressed(card, 'End now', person);
    const replies = await bot.connector.waitForReplies(2);
    assert.match(wordsOf(replies[1]), /Busy: Ended, as you asked/);
  });

  it('gives way to the picker once it is over', async () => {
    const person = somebody();
    const ended = await pressed(await cardFor(bot, 'busy 1h', person), 'End now', person);
    const picker = await pressed(ended, 'Change…', person);
    assert.ok(titlesOf(picker).includes('Presenting'));
  });
});

describe('the refresh button', () => {
  it('reads what Microsoft reports and what has become of the change, and writes nothing', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'dnd 1h', person);
    bot.simulator.clearRequests();
    bot.simulator.setTeamsClient({ userId: person.from.aadObjectId, on: false });
    const fresh = await pressed(card, 'Refresh', person);
    assert.match(cardWords(fresh), /Do not disturb\nuntil 3:07 PM[^]*Teams shows you as Offline/);
    assert.match(cardWords(fresh), /not signed in to Teams/);
    assert.deepEqual(bot.writes(), []);
    assert.equal(bot.simulator.requests().length, 1);
    for (const title of ['Undo', '+30 min', 'End now', 'Refresh']) buttonOf(fresh, title);
  });

  it('says that Microsoft cannot be asked, and keeps what is known', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'dnd 1h', person);
    bot.simulator.addFault({ kind: 'answer', status: 403 });
    assert.match(
      cardWords(await pressed(card, 'Refresh', person)),
      /Do not disturb\nuntil 3:07 PM[^]*can't see your status right now/,
    );
  });

  it('gives a card that does not refresh itself, which would lose what it says', async () => {
    const person = somebody();
    const fresh = await pressed(await cardFor(bot, 'dnd 1h', person), 'Refresh', person);
    assert.equal(refreshOf(fresh), undefined);
  });
});

describe('a card that refreshes itself when it is seen', () => {
  const seen = async (card: unknown, person: { from: Person }) => {
    const own = refreshOf(card);
    assert.ok(own !== undefined);
    const before = bot.connector.received.length;
    bot.simulator.clearRequests();
    const { status, card: fresh } = await send(bot, own, { ...person, trigger: 'automatic' });
    assert.equal(status, 200);
    assert.deepEqual(bot.simulator.requests(), [], 'Graph is left alone');
    assert.equal(bot.connector.received.length, before, 'no message is touched');
    return fresh;
  };

  it('stays as it is, with all it says, while all of it is still so', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'dnd until Monday 9am "deep work"', person);
    assert.deepEqual(await seen(card, person), card);
    later(9);
    assert.deepEqual(cardWords(await seen(card, person)), cardWords(card));
    later(21);
    assert.deepEqual(
      cardWords(await seen(card, person)),
      cardWords(card).replace('\nTeams may take a few minutes to show it.', ''),
      'what was true for some minutes only is not said for ever',
    );
  });

  it('keeps what could not be done', async () => {
    const person = somebody();
    bot.simulator.addFault({ kind: 'answer', status: 400, match: { action: 'setStatusMessage' } });
    const card = await cardFor(bot, 'dnd 1h "deep work"', person);
    assert.match(cardWords(card), /Not done/);
    assert.deepEqual(await seen(card, person), card);
  });

  it('shows by itself that it has ended', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'dnd 1h', person);
    later(61);
    const fresh = await seen(card, person);
    assert.match(cardWords(fresh), /Ended by itself at 3:07 PM/);
    assert.deepEqual(
      titlesOf(fresh).filter((title) => ['Undo', '+30 min', 'End now'].includes(title)),
      [],
    );
  });

  it('shows by itself what replaced it, and the end that it has by now', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    await bot.say('extend 30m', person);
    assert.match(cardWords(await seen(card, person)), /until 3:37 PM/);
    await bot.say('dnd 1h', person);
    assert.match(cardWords(await seen(card, person)), /Replaced by a later choice of yours/);
  });

  it('is none where nothing holds: there is nothing to bring up to date', async () => {
    const person = somebody();
    bot.simulator.addFault({ kind: 'answer', status: 403 });
    assert.equal(refreshOf(await cardFor(bot, 'dnd 1h', person)), undefined);
    const ended = await pressed(await cardFor(bot, 'busy 1h', person), 'End now', person);
    assert.equal(refreshOf(ended), undefined);
  });
});

describe('a button pressed twice', () => {
  /** Writes that one press needs. */
  const buttons: [title: string, writes: number, after: ReturnType<typeof held>][] = [
    ['Undo', 1, { preferred: 'Away +120', session: '', message: '' }],
    ['+30 min', 1, { preferred: 'Busy +90', session: '', message: '' }],
    ['End now', 1, { preferred: '', session: '', message: '' }],
  ];
  for (const [title, writes, expected] of buttons) {
    const fresh = async () => {
      const person = somebody();
      await bot.say('away 2h', person);
      const card = await cardFor(bot, 'busy 1h', person);
      bot.simulator.clearRequests();
      return { person, card };
    };

    it(`${title}: delivered twice is one press with one answer`, async () => {
      const { person, card } = await fresh();
      const options = { ...person, id: randomUUID() };
      const [one, two] = await Promise.all([pressed(card, title, options), pressed(card, title, options)]);
      assert.deepEqual([one, await pressed(card, title, options)], [two, two]);
      await settled(bot);
      assert.equal((await updates(bot)).length, 1);
      assert.equal(bot.writes().length, writes);
      assert.deepEqual(held(person), expected);
    });

    it(`${title}: again after the answer changes nothing, and says so`, async () => {
      const { person, card } = await fresh();
      assert.doesNotMatch(cardWords(await pressed(card, title, person)), unchanged);
      assert.match(cardWords(await pressed(card, title, person)), unchanged);
      assert.equal(bot.writes().length, writes);
      assert.deepEqual(held(person), expected);
    });

    it(`${title}: a double click changes once, and one answer says so`, async () => {
      const { person, card } = await fresh();
      const answers = await Promise.all([
        pressed(card, title, person),
        pressed(card, title, person),
        pressed(card, title, person),
      ]);
      assert.equal(answers.filter((answer) => unchanged.test(cardWords(answer))).length, 2);
      assert.equal(bot.writes().length, writes);
      assert.deepEqual(held(person), expected);
    });
  }

  it('Refresh reads twice and writes nothing', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    bot.simulator.clearRequests();
    await Promise.all([pressed(card, 'Refresh', person), pressed(card, 'Refresh', person)]);
    assert.deepEqual(bot.writes(), []);
  });

  it('a tile of the picker sets one status, and undo goes back to before both', async () => {
    const person = somebody();
    await bot.say('away 2h', person);
    const picker = await cardFor(bot, 'set', person);
    const [, second] = await Promise.all([pressed(picker, 'Busy', person), pressed(picker, 'Busy', person)]);
    assert.equal(held(person).preferred, 'Busy +60');
    await pressed(second, 'Undo', person);
    assert.equal(held(person).preferred, 'Away +120');
  });
});

describe('an old card', () => {
  type Past = (person: { from: Person }) => unknown;
  const pasts: [name: string, past: Past, expected: Record<string, string>][] = [
    [
      'after a newer choice',
      (person) => bot.say('dnd 2h', person),
      { Undo: 'DoNotDisturb +120', '+30 min': 'DoNotDisturb +120', 'End now': 'DoNotDisturb +120' },
    ],
    [
      'after its own end',
      () => {
        later(61);
      },
      { Undo: '', '+30 min': '', 'End now': '' },
    ],
    [
      'after its own end and a newer choice',
      async (person) => {
        later(61);
        await bot.say('dnd 2h', person);
      },
      { Undo: 'DoNotDisturb +181', '+30 min': 'DoNotDisturb +181', 'End now': 'DoNotDisturb +181' },
    ],
    [
      'after an extension by chat',
      (person) => bot.say('extend 30m', person),
      { Undo: 'Busy +90', '+30 min': 'Busy +90' },
    ],
    ['after clear by chat', (person) => bot.say('clear', person), { Undo: '', '+30 min': '', 'End now': '' }],
    ['after undo by chat', (person) => bot.say('undo', person), { Undo: '', '+30 min': '', 'End now': '' }],
    [
      'after a newer choice and two undos',
      async (person) => {
        await bot.say('dnd 2h', person);
        await bot.say('undo', person);
        await bot.say('undo', person);
      },
      { Undo: 'Busy +60' },
    ],
  ];
  for (const [name, past, expected] of pasts) {
    for (const [title, left] of Object.entries(expected)) {
      it(`${name}: ${title} changes nothing, says why, and shows how things stand`, async () => {
        const person = somebody();
        const card = await cardFor(bot, 'busy 1h', person);
        await past(person);
        bot.simulator.clearRequests();
        const answer = await pressed(card, title, person);
        assert.match(cardWords(answer), unchanged);
        assert.deepEqual(bot.writes(), []);
        assert.equal(held(person).preferred, left);
        assert.ok(!titlesOf(answer).includes('Undo'), 'what would do nothing is not offered');
      });
    }
  }

  it('after an extension by chat ends what still runs', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    await bot.say('extend 30m', person);
    await pressed(card, 'End now', person);
    assert.equal(held(person).preferred, '');
  });

  it('whose change came back by undo works again', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    await bot.say('dnd 2h', person);
    await bot.say('undo', person);
    await pressed(card, '+30 min', person);
    assert.equal(held(person).preferred, 'Busy +90');
    await pressed(card, 'End now', person);
    assert.equal(held(person).preferred, '');
  });

  it('of which a part was replaced ends the rest', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h "deep work"', person);
    await bot.say('dnd 2h', person);
    const ended = await pressed(card, 'End now', person);
    assert.deepEqual(held(person), { preferred: 'DoNotDisturb +120', session: '', message: '' });
    assert.match(cardWords(ended), /Status message\nEnded, as you asked/);
  });

  it('says after a restart that it cannot know, and changes nothing', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    const restarted = await startBot();
    try {
      for (const title of ['Undo', '+30 min', 'End now']) {
        const { card: answer } = await press(restarted, card, title, person);
        assert.match(cardWords(answer), /restarted|since I started/);
        assert.match(cardWords(answer), /[Nn]othing changed/);
        assert.deepEqual(
          titlesOf(answer).filter((one) => ['Undo', '+30 min', 'End now'].includes(one)),
          [],
        );
      }
      assert.deepEqual(restarted.writes(), []);
    } finally {
      await restarted.close();
    }
  });
});

describe('the picker', () => {
  const asked = { set: 'set', menu: 'menu', empty: '' };
  for (const [name, text] of Object.entries(asked)) {
    it(`opens at ${name}: six statuses and three sessions, each one press`, async () => {
      assert.deepEqual(
        titlesOf(await cardFor(bot, text, somebody())),
        tiles.map(([title]) => title),
      );
    });
  }

  const tiles: [title: string, slot: 'preferred' | 'session', shows: string][] = [
    ['Available', 'preferred', 'Available'],
    ['Busy', 'preferred', 'Busy'],
    ['Do not disturb', 'preferred', 'DoNotDisturb'],
    ['Be right back', 'preferred', 'BeRightBack'],
    ['Appear away', 'preferred', 'Away'],
    ['Appear offline', 'preferred', 'Offline'],
    ['Presenting', 'session', 'Presenting'],
    ['In a call', 'session', 'InACall'],
    ['In a conference call', 'session', 'InAConferenceCall'],
  ];
  const lengths: Record<string, number> = {
    '15m': 15,
    '30m': 30,
    '1h': 60,
    '2h': 120,
    restOfDay: 9 * 60 + 53,
    tomorrow9: 18 * 60 + 53,
  };
  for (const [title, slot, shows] of tiles) {
    it(`sets ${title} for each length, and says what cannot be`, async () => {
      const person = somebody();
      const picker = await cardFor(bot, 'set', person);
      for (const [length, minutes] of Object.entries(lengths)) {
        bot.simulator.clearRequests();
        const card = await pressed(picker, title, { ...person, inputs: { length } });
        if (slot === 'session' && minutes > 240) {
          assert.match(cardWords(card), /can last 5 minutes to 4 hours/);
          assert.deepEqual(bot.writes(), []);
          assert.equal(inputsOf(card).length, length);
        } else {
          assert.equal(held(person)[slot], `${shows} +${minutes}`);
          assert.ok(titlesOf(card).includes('End now'));
        }
      }
    });
  }

  it('takes an own date and time, and a message', async () => {
    const person = somebody();
    const picker = await cardFor(bot, 'set', person);
    const inputs = { length: 'own', date: '2026-11-21', time: '09:30', message: ' deep work ' };
    const card = await pressed(picker, 'Busy', { ...person, inputs });
    assert.match(cardWords(card), /Busy\nuntil tomorrow, 9:30 AM[^]*“deep work”/);
    assert.deepEqual(held(person), {
      preferred: `Busy +${19 * 60 + 23}`,
      session: '',
      message: `deep work +${19 * 60 + 23}`,
    });
  });

  it('takes a time without a date as the next such time, and says so', async () => {
    const person = somebody();
    const picker = await cardFor(bot, 'set', person);
    await pressed(picker, 'Busy', { ...person, inputs: { length: 'own', time: '15:00' } });
    assert.equal(held(person).preferred, 'Busy +53');
    const next = await pressed(picker, 'Busy', { ...person, inputs: { length: 'own', time: '10:30' } });
    assert.match(cardWords(next), /until tomorrow, 10:30 AM \(New York\)/);
  });

  it('takes a time that the clocks skip, and says so', async () => {
    const person = somebody();
    bot.clock.now = Date.parse('2027-03-13T12:00:00-05:00');
    const picker = await cardFor(bot, 'set', person);
    const inputs = { length: 'own', date: '2027-03-14', time: '02:30' };
    const card = await pressed(picker, 'Busy', { ...person, inputs });
    assert.match(cardWords(card), /until tomorrow, 3:30 AM[^]*clocks go forward/);
  });

  it('takes words as they are typed', async () => {
    const person = somebody();
    const message = '${heading} *now* {{DATE(2026)}} “x” \\';
    const picker = await cardFor(bot, 'set', person);
    const card = await pressed(picker, 'Busy', { ...person, inputs: { message } });
    assert.ok(cardWords(card).includes(`“${message}”`), cardWords(card));
    assert.equal(held(person).message, `${message} +60`);
  });

  it('gives way to the receipt in the chat', async () => {
    const person = somebody();
    const picker = await cardFor(bot, 'set', person);
    const card = await pressed(picker, 'Busy', person);
    const [put] = await updates(bot);
    assert.deepEqual(cardIn(put?.activity), card);
  });
});

describe('the status card', () => {
  it('shows presence, message, out of office, and what this bot set until when', async () => {
    const person = somebody();
    await bot.say('busy 1h "deep work"', person);
    bot.simulator.setOutOfOffice({
      userId: person.from.aadObjectId,
      isOutOfOffice: true,
      message: 'Back on Monday',
    });
    const words = cardWords(await cardFor(bot, 'status', person));
    assert.match(words, /Teams shows you as\nBusy\nRead at 2:07 PM/);
    assert.match(words, /Out of office\nBack on Monday/);
    assert.match(words, /“deep work”\n.*until 3:07 PM/);
    assert.match(words, /I set Busy until 3:07 PM/);
  });

  it('reads again at its button, and writes nothing', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'status', person);
    await bot.say('busy 1h', person);
    bot.simulator.clearRequests();
    later(1);
    assert.match(cardWords(await pressed(card, 'Refresh', person)), /\nBusy\nRead at 2:08 PM/);
    assert.deepEqual(bot.writes(), []);
    assert.equal((await updates(bot)).length, 1);
  });

  it('stays when it cannot be read again, and the presser is told why', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'status', person);
    bot.simulator.addFault({ kind: 'answer', status: 403 });
    const { text } = await press(bot, card, 'Refresh', person);
    assert.match(text, /can't see your status right now/);
    await settled(bot);
    assert.equal(sentBy(bot).length, 1);
  });
});

describe('examples', () => {
  it('of hello and help answer with a message, and the card stays', async () => {
    const person = somebody();
    const help = await cardFor(bot, 'help', person);
    const { status, text } = await press(bot, help, 'dnd 2h', person);
    assert.equal(status, 200);
    assert.equal(text, 'See below.', 'the message says it, once');
    const replies = await bot.connector.waitForReplies(2);
    assert.ok(titlesOf(cardIn(replies[1])).includes('End now'));
    assert.match(held(person).preferred, /^DoNotDisturb/);
    await settled(bot);
    assert.equal(sentBy(bot).filter(({ operation }) => operation === 'update').length, 0);
  });

  it('each run as if typed', async () => {
    for (const button of buttonsOf(await cardFor(bot, 'help', somebody()))) {
      const person = somebody();
      const { status, body } = await send(bot, button, person);
      assert.equal(status, 200);
      assert.equal(body.statusCode, 200);
      assert.doesNotMatch(JSON.stringify(body), /don't know|not sure|look after/, button.title);
    }
  });

  it('of a question answer it in its place', async () => {
    const person = somebody();
    const question = await cardFor(bot, 'bzy 1h', person);
    assert.deepEqual(titlesOf(question), ['busy 1h']);
    const card = await pressed(question, 'busy 1h', person);
    assert.equal(held(person).preferred, 'Busy +60');
    assert.deepEqual(cardIn((await updates(bot))[0]?.activity), card);
  });

  it('of help in a group work for whoever presses, in their name', async () => {
    const help = await cardFor(bot, 'help', { ...somebody(), groupChat: true, mentionBot: true });
    const other = somebody();
    const button = buttonsOf(help).find(({ title }) => title.startsWith('busy'));
    assert.ok(button !== undefined);
    const before = bot.connector.replies().length;
    await send(bot, button, { ...other, groupChat: true });
    assert.match(held(other).preferred, /^Busy/);
    await bot.connector.waitForReplies(before + 1);
  });
});

describe('Action.Submit, from clients that know no other', () => {
  it('does the same, and the card gives way in the chat', async () => {
    const person = somebody();
    const first = await cardFor(bot, 'busy 1h', person);
    const longer = await press(bot, first, '+30 min', { ...person, as: 'submit' });
    assert.match(cardWords(longer.card), /^Extended\nBusy\nuntil 3:37 PM/);
    await press(bot, longer.card, 'End now', { ...person, as: 'submit' });
    assert.equal(held(person).preferred, '');
    assert.equal((await updates(bot, 2)).length, 2);
    assert.equal(bot.connector.replies().length, 1);
  });

  it('brings the picker’s inputs along', async () => {
    const person = somebody();
    const picker = await cardFor(bot, 'set', person);
    const inputs = { length: '2h', message: 'deep work' };
    await press(bot, picker, 'Presenting', { ...person, as: 'submit', inputs });
    assert.deepEqual(held(person), { preferred: '', session: 'Presenting +120', message: 'deep work +120' });
  });

  it('needs no mention in a group, and is never an empty message', async () => {
    const person = { ...somebody(), groupChat: true };
    const card = await cardFor(bot, 'busy 1h', { ...person, mentionBot: true });
    const { card: ended } = await press(bot, card, 'End now', { ...person, as: 'submit' });
    assert.match(cardWords(ended), /Ended, as you asked/);
    assert.equal(held(person).preferred, '');
  });

  it('twice changes once', async () => {
    const person = somebody();
    const card = await cardFor(bot, 'busy 1h', person);
    bot.simulator.clearRequests();
    await Promise.all([
      press(bot, card, '+30 min', { ...person, as: 'submit' }),
      press(bot, card, '+30 min', { ...person, as: 'submit' }),
    ]);
    assert.equal(bot.writes().length, 1);
    assert.equal(held(person).preferred, 'Busy +90');
  });
});
