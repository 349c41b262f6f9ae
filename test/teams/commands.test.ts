import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { startBot } from '../support/bot.ts';
import { AVERY, BOT_ID } from '../support/activities.ts';

const bot = await startBot();
after(() => bot.close());

beforeEach(() => {
  bot.simulator.reset();
  bot.connector.clear();
});

/** Every person of a test is new, so that what one test set is no other test's past. */
let people = 0;
function somebody() {
  people += 1;
  const aadObjectId = `55555555-5555-4555-8555-${String(people).padStart(12, '0')}`;
  return { from: { ...AVERY, id: `29:${aadObjectId}`, aadObjectId } };
}

describe('each pair is reached from chat, with the exact request', () => {
  const cases: [string, string, object][] = [
    [
      'dnd 8h',
      'setUserPreferredPresence',
      { availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT8H' },
    ],
    [
      'busy until 3:15pm',
      'setUserPreferredPresence',
      { availability: 'Busy', activity: 'Busy', expirationDuration: 'PT1H8M' },
    ],
    [
      'available',
      'setUserPreferredPresence',
      { availability: 'Available', activity: 'Available', expirationDuration: 'P7D' },
    ],
    [
      'back in 10 minutes',
      'setUserPreferredPresence',
      { availability: 'BeRightBack', activity: 'BeRightBack', expirationDuration: 'PT10M' },
    ],
    [
      'away until tomorrow 9am',
      'setUserPreferredPresence',
      { availability: 'Away', activity: 'Away', expirationDuration: 'PT18H53M' },
    ],
    [
      'offline for the rest of the day',
      'setUserPreferredPresence',
      { availability: 'Offline', activity: 'OffWork', expirationDuration: 'PT9H53M' },
    ],
    [
      'presenting 45m',
      'setPresence',
      {
        sessionId: BOT_ID,
        availability: 'DoNotDisturb',
        activity: 'Presenting',
        expirationDuration: 'PT45M',
      },
    ],
    [
      'in a call',
      'setPresence',
      { sessionId: BOT_ID, availability: 'Busy', activity: 'InACall', expirationDuration: 'PT1H' },
    ],
    [
      'conference call until 4pm',
      'setPresence',
      {
        sessionId: BOT_ID,
        availability: 'Busy',
        activity: 'InAConferenceCall',
        expirationDuration: 'PT1H53M',
      },
    ],
    [
      'session available 1h',
      'setPresence',
      { sessionId: BOT_ID, availability: 'Available', activity: 'Available', expirationDuration: 'PT1H' },
    ],
    [
      'session away 30m',
      'setPresence',
      { sessionId: BOT_ID, availability: 'Away', activity: 'Away', expirationDuration: 'PT30M' },
    ],
  ];
  for (const [text, action, body] of cases) {
    it(`${text} → ${action}`, async () => {
      const person = somebody();
      await bot.say(text, person);
      assert.deepEqual(bot.writes(), [{ action, userId: person.from.aadObjectId, body }]);
      assert.equal(
        bot.simulator.requests()[0]?.path,
        `/v1.0/users/${person.from.aadObjectId}/presence/${action}`,
      );
      assert.equal(bot.simulator.requests()[0]?.status?.toString()[0], '2');
    });
  }
});

describe('what is said after a change is what Graph accepted', () => {
  it('a status, its end in the sender’s zone, and what may hide it', async () => {
    assert.equal(
      await bot.say('dnd until 3pm', somebody()),
      "You're set to Do not disturb until 3:00 PM (New York). Teams may take a few minutes to show it.",
    );
  });

  it('in the region’s own way of writing times', async () => {
    const text = await bot.say('dnd until 3pm', {
      ...somebody(),
      locale: 'en-GB',
      timezone: 'Europe/London',
    });
    assert.match(text, /until tomorrow, 15:00 \(London\)/);
  });

  it('that nobody sees it after Teams is closed, where it lasts longer than a day at work', async () => {
    assert.match(
      await bot.say('dnd until Monday 9am', somebody()),
      /until Mon, Nov 23, 9:00 AM .*Colleagues see it only while you're signed in to Teams\./,
    );
  });

  it('the end that nobody said, as a day and a date, and how to end it sooner', async () => {
    const of = (text: string) => bot.say(text, somebody());
    assert.equal(
      await of('brb'),
      "You're set to Be right back until you change it, at the latest Fri, Nov 27 (New York). Teams may take a few minutes to show it. To end it sooner, say “make it 15 minutes”.",
    );
    assert.match(await of('busy'), /until you change it, at the latest Sat, Nov 21, 2:07 PM \(New York\)\./);
    assert.match(
      await of('offline'),
      /at the latest Fri, Nov 27 .* say “make it until tomorrow, 8:00 AM”\.$/,
    );
    assert.match(await of('presenting'), /at the latest 3:07 PM today \(New York\)/);
    assert.match(
      await of('message in the lab'),
      /^Your status message is “in the lab” until you clear it\. To end it sooner, say “make it until midnight tonight”\.$/,
    );
  });

  it('the day and the time of an end that was not said in full', async () => {
    assert.match(await bot.say('dnd until 3', somebody()), /until 3:00 PM today \(New York\)\./);
    assert.match(await bot.say('brb 10', somebody()), /until 2:17 PM today \(New York\)\./);
  });

  it('a session, and what is known to be on top of it', async () => {
    const person = somebody();
    assert.match(
      await bot.say('presenting 1h', person),
      /Presenting until 3:07 PM .* A status you choose in Teams yourself stays on top/,
    );
    await bot.say('busy 2h', person);
    assert.match(await bot.say('in a call 30m', person), /Your status Busy stays on top of it until 4:07 PM/);
  });
});

describe('a status message', () => {
  it('goes with a status and ends with it', async () => {
    const person = somebody();
    const text = await bot.say('dnd until 3pm "writing the Q3 report"', person);
    assert.match(
      text,
      /Do not disturb until 3:00 PM \(New York\), with the message “writing the Q3 report”\./,
    );
    const state = bot.simulator.state(person.from.aadObjectId);
    assert.equal(state.preferred?.endsAt, '2026-11-20T20:00:00.000Z');
    assert.equal(state.statusMessage?.content, 'writing the Q3 report');
    assert.equal(state.statusMessage.endsAt, '2026-11-20T20:00:00.000Z');
  });

  it('stands alone too', async () => {
    const person = somebody();
    assert.match(
      await bot.say('message In the lab until 4pm', person),
      /Your status message is “In the lab” until 4:00 PM/,
    );
    assert.equal(
      bot.simulator.state(person.from.aadObjectId).statusMessage?.endsAt,
      '2026-11-20T21:00:00.000Z',
    );
    assert.match(await bot.say('clear message', person), /I cleared your status message/);
    assert.equal(bot.simulator.state(person.from.aadObjectId).statusMessage, null);
  });

  it('that Graph refuses leaves the status, and the reply says exactly what holds', async () => {
    const person = somebody();
    bot.simulator.addFault({
      kind: 'answer',
      status: 400,
      message: 'No such message.',
      match: { action: 'setStatusMessage' },
    });
    const text = await bot.say('dnd 2h "deep work"', person);
    assert.match(text, /You're set to Do not disturb until 4:07 PM \(New York\)\./);
    assert.match(text, /Not done: the message “deep work”\. Microsoft Graph refused it: “No such message\.”/);
    assert.equal(bot.simulator.state(person.from.aadObjectId).preferred?.availability, 'DoNotDisturb');
  });

  it('is shown as typed, never as markup', async () => {
    const text = await bot.say('busy 1h "*free* [here](https://example.test)"', somebody());
    assert.match(text, /“\*free\* \[here\]\(https:\/\/example\.test\)”/);
  });
});

describe('clear', () => {
  it('clears session and preferred presence, and says what was cleared', async () => {
    const person = somebody();
    await bot.say('presenting 1h', person);
    await bot.say('dnd 1h', person);
    assert.equal(await bot.say('clear', person), 'I cleared your session and your status.');
    const { preferred, sessions } = bot.simulator.state(person.from.aadObjectId);
    assert.deepEqual({ preferred, sessions }, { preferred: null, sessions: [] });
  });

  it('counts a session that was not there as cleared, and says so', async () => {
    assert.equal(await bot.say('clear', somebody()), 'I cleared your status. There was no session to clear.');
    assert.equal(bot.simulator.requests()[0]?.status, 404);
  });
});

describe('status', () => {
  it('explains a preferred status that no session lets show', async () => {
    const person = somebody();
    await bot.say('dnd 2h', person);
    bot.simulator.setTeamsClient({ userId: person.from.aadObjectId, on: false });
    const text = await bot.say('status', person);
    assert.match(text, /Teams shows you as Offline/);
    assert.match(text, /Do not disturb until 4:07 PM \(New York\)\. Colleagues see Offline/);
  });

  it('tells messages and automatic replies', async () => {
    const person = somebody();
    await bot.say('message In the lab until 4pm', person);
    bot.simulator.setOutOfOffice({
      userId: person.from.aadObjectId,
      isOutOfOffice: true,
      message: 'Back on Monday',
    });
    const text = await bot.say('status', person);
    assert.match(text, /Your status message: “In the lab”, until 4:00 PM/);
    assert.match(text, /out of office: “Back on Monday”/);
  });

  it('changes nothing', async () => {
    await bot.say('status', somebody());
    assert.deepEqual(bot.writes(), []);
  });
});

describe('undo', () => {
  it('puts back what the bot had set before, to its own end', async () => {
    const person = somebody();
    await bot.say('busy until 5pm', person);
    await bot.say('dnd 1h', person);
    assert.match(await bot.say('undo', person), /^Undone: you're back to Busy until 5:00 PM/);
    const { preferred } = bot.simulator.state(person.from.aadObjectId);
    assert.deepEqual([preferred?.availability, preferred?.endsAt], ['Busy', '2026-11-20T22:00:00.000Z']);
  });

  it('otherwise clears, says which, and does nothing the second time', async () => {
    const person = somebody();
    await bot.say('busy 1h', person);
    assert.equal(
      await bot.say('undo', person),
      "Undone: I cleared your status. I hadn't set anything before that.",
    );
    const writes = bot.writes().length;
    assert.match(await bot.say('undo', person), /already undone/);
    assert.equal(bot.writes().length, writes);
  });
});

describe('extend', () => {
  it('lengthens what was set last', async () => {
    const person = somebody();
    await bot.say('busy 1h "deep work"', person);
    assert.match(await bot.say('extend 30m', person), /^Extended: you're now set to Busy until 3:37 PM/);
    const state = bot.simulator.state(person.from.aadObjectId);
    assert.equal(state.preferred?.endsAt, '2026-11-20T20:37:00.000Z');
    assert.equal(state.statusMessage?.endsAt, '2026-11-20T20:37:00.000Z');
  });

  it('of a session beyond four hours names the bounds and changes nothing', async () => {
    const person = somebody();
    await bot.say('presenting 4h', person);
    assert.match(
      await bot.say('extend 30m', person),
      /Presenting\*\* can last 5 minutes to 4 hours; you asked for 4 hours 30 minutes/,
    );
    assert.equal(bot.writes().length, 1);
  });

  it('of nothing says so', async () => {
    assert.match(await bot.say('extend 30m', somebody()), /know of nothing I set/);
    assert.deepEqual(bot.writes(), []);
  });
});

describe('what if', () => {
  it('shows the exact request and sends nothing', async () => {
    const person = somebody();
    const text = await bot.say('what if dnd 8h', person);
    assert.match(text, /I sent nothing/);
    assert.ok(text.includes(`POST /v1.0/users/${person.from.aadObjectId}/presence/setUserPreferredPresence`));
    assert.ok(text.includes('"expirationDuration": "PT8H"'));
    assert.deepEqual(bot.simulator.requests(), []);
  });

  it('shows both requests of a status with a message, and a refusal as it would be', async () => {
    const text = await bot.say('what if busy 1h "deep work"', somebody());
    assert.match(text, /setUserPreferredPresence[\s\S]*setStatusMessage/);
    assert.match(
      await bot.say('what if presenting 9h', somebody()),
      /can last 5 minutes to 4 hours; you asked for 9 hours/,
    );
    assert.deepEqual(bot.simulator.requests(), []);
  });
});

describe('a pasted body', () => {
  it('goes the same way as a sentence', async () => {
    const person = somebody();
    const body = { availability: 'DoNotDisturb', activity: 'DoNotDisturb', expirationDuration: 'PT8H' };
    assert.match(await bot.say(JSON.stringify(body), person), /Do not disturb until 10:07 PM/);
    assert.deepEqual(bot.writes(), [
      { action: 'setUserPreferredPresence', userId: person.from.aadObjectId, body },
    ]);
  });

  it('of setStatusMessage, as PowerShell writes it, sets the message until then, in its own zone', async () => {
    const body = {
      StatusMessage: {
        Message: { Content: 'At the dentist', ContentType: 'text' },
        ExpiryDateTime: { DateTime: '2026-11-20T16:00:00', TimeZone: 'Eastern Standard Time' },
      },
    };
    assert.match(await bot.say(JSON.stringify(body), somebody()), /At the dentist.*until 4:00 PM/);
    assert.equal(bot.writes()[0]?.action, 'setStatusMessage');
  });

  it('with the bot’s own sessionId opens a session', async () => {
    const body = {
      sessionId: BOT_ID,
      availability: 'Available',
      activity: 'Available',
      expirationDuration: 'PT1H',
    };
    await bot.say(JSON.stringify(body), somebody());
    assert.deepEqual(bot.writes()[0]?.body, body);
  });

  it('that aims at somebody else, or at another application’s session, changes nothing', async () => {
    const other = '99999999-9999-4999-8999-999999999999';
    await bot.say(`{"availability":"Busy","activity":"Busy","userId":"${other}"}`, somebody());
    await bot.say(`{"availability":"Away","activity":"Away","sessionId":"${other}"}`, somebody());
    assert.deepEqual(bot.writes(), []);
  });
});

describe('details', () => {
  it('shows the last request with Graph’s status and request-id', async () => {
    const person = somebody();
    await bot.say('busy 1h', person);
    const requestId = bot.simulator.requests()[0]?.requestId ?? 'none';
    const text = await bot.say('details', person);
    assert.match(text, /Graph answered 20\d/);
    assert.ok(text.includes(requestId));
    assert.ok(text.includes(`/users/${person.from.aadObjectId}/presence/setUserPreferredPresence`));
  });

  it('knows nothing of somebody for whom nothing was sent', async () => {
    assert.match(await bot.say('details', somebody()), /no request I've sent/);
  });
});
