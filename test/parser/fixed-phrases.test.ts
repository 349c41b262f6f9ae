import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import { friday, told } from './sample.ts';

/** Each sentence with what it comes to. */
type Table = Readonly<Record<string, string>>;

function holds(table: Table, context = {}) {
  for (const [text, expected] of Object.entries(table)) assert.equal(told(text, context), expected, text);
}

function all(expected: string, sentences: readonly string[]) {
  for (const text of sentences) assert.equal(told(text), expected, text);
}

function offered(text: string): unknown {
  const reading = read(text, friday);
  return reading.kind === 'ask' ? reading.question.suggestions : reading;
}

describe('signing in and out', () => {
  it('is asked for in everyday words', () => {
    all('signOut', ['sign out', 'log me out, please', 'Logout!', '/signout', 'can you sign me out?']);
    all('signOut', ['<at>Presence</at>&nbsp;sign-out', 'I’d like to sign out', 'sign out of this bot 🙏']);
    all('signIn', ['sign in', 'log in', 'login', 'could you please sign me in', 'sign in again']);
  });

  it('is told from looking offline', () => {
    holds({
      'log off': 'ask notSure',
      'I’d like to be signed out': 'ask notSure',
      'signed out': 'prefer offline',
      'logging off for the day': 'ask notSure',
    });
  });
});

describe('why', () => {
  it('asks for everything that decides what shows', () => {
    all('why', ['why', 'why?', 'why am I busy', 'why does it say dnd', 'why am I shown as away']);
    all('why', ['what is going on with my status', 'how come I’m away?', 'who set me to do not disturb']);
    all('why', ['why am I still in a call', 'please tell me why I’m busy', 'why is my status away']);
  });
});

describe('rules for meetings', () => {
  it('are shown', () => {
    all('meetings', [
      'meetings',
      'Meetings?',
      'meeting rules',
      'set up meetings',
      'show me my meeting settings',
    ]);
  });

  it('are made for one moment, in either order', () => {
    holds({
      'when I present, set me to dnd': 'rule present: presenting',
      'set my status to do not disturb whenever I’m presenting': 'rule present: presenting',
      'when I share my screen: dnd': 'rule present: presenting',
      'when I join a meeting set me to in a call': 'rule join: inAConferenceCall',
      'every time I join a Teams meeting, please make me busy': 'rule join: inAConferenceCall',
      'can you show me as busy when I’m in a meeting?': 'rule join: inAConferenceCall',
      'when I start a meeting ask me first': 'rule start: ask',
      'always ask me before you change anything when I host a meeting': 'rule start: ask',
      'do nothing when I join': 'rule join: nothing',
      'when I present, don’t touch my status': 'rule present: nothing',
    });
  });

  it('are all switched off, but on only one by one', () => {
    all('rule start present join: nothing', [
      'meetings off',
      'turn off meetings',
      'disable all my meeting rules',
    ]);
    all('ask notSure', ['meetings on', 'turn on meeting rules']);
  });

  it('open one of two sessions, and for any other state the question names those', () => {
    const reading = read('when I join a meeting set me to away', friday);
    assert.ok(reading.kind === 'ask');
    assert.deepEqual(reading.question, {
      code: 'notSure',
      words: ['set me to away'],
      suggestions: [
        'when I join a meeting set me to dnd',
        'when I join a meeting set me to busy',
        'when I join a meeting ask me first',
      ],
    });
  });

  it('are asked about where now may be meant', () => {
    all('ask notSure', ['set me to busy in meetings', 'busy in meetings', 'Busy in my meetings.']);
    all('ask notSure', [
      'in meetings busy',
      'busy during meetings',
      'dnd in meetings',
      'dnd during all meetings',
    ]);
    assert.deepEqual(offered('dnd in meetings'), ['when I join a meeting set me to dnd', 'dnd']);
    assert.deepEqual(offered('set me to busy in meetings'), [
      'when I join a meeting set me to busy',
      'set me to busy',
    ]);
    holds({ 'busy in a meeting': 'prefer busy', 'in meetings': 'prefer busy (meetingAsBusy)' });
  });
});

describe('a pause of the rules', () => {
  it('lasts until they are resumed, or until its end', () => {
    holds({
      'pause meetings': 'pause',
      'can you pause my meetings?': 'pause',
      'pause meetings until further notice': 'pause',
      'pause meetings until Monday': 'pause until 2026-11-23T05:00Z (startOfDay)',
      'pause meeting rules for 2 hours': 'pause 7200 s',
      'until 5pm, pause meetings': 'pause until 2026-11-20T22:00Z',
      'pause meetings 45': 'pause 2700 s (minutes)',
      'pause meetings for the rest of the day': 'pause until 2026-11-21T05:00Z (midnight)',
    });
    all('resumeMeetings', ['resume', 'resume meetings', 'unpause my meeting rules', 'end the pause']);
  });

  it('until a day ends as that day begins, however near it is', () => {
    holds({
      'pause meeting hooks until tomorrow': 'pause until 2026-11-21T05:00Z (startOfDay)',
      'pause meetings until Saturday': 'pause until 2026-11-21T05:00Z (startOfDay)',
      'pause meetings until tomorrow 9am': 'pause until 2026-11-21T14:00Z',
      'pause meetings until Friday': 'ask whichHour',
    });
  });

  it('has ends like any state', () => {
    holds({
      'pause meetings for a while': 'ask vagueEnd',
      'pause meetings for 2h until 5pm': 'ask twoEnds',
      'pause meetings until 9am today': 'refuse past',
      'pause meetings 2': 'ask bareNumber',
      'pause meetings tomorrow': 'refuse pauseLater',
      'pause meetings every Friday': 'refuse pauseLater',
      'pause meetings today': 'pause until 2026-11-21T05:00Z (midnight)',
      'pause meetings for her': 'refuse others',
      'pause meetings and dnd': 'ask twoSteps',
    });
    holds(
      { 'pause meetings until 5pm': 'refuse noZone', 'pause meetings 1h': 'pause 3600 s' },
      { zone: undefined },
    );
  });

  it('of nothing in particular is offered', () => {
    assert.deepEqual(offered('pause until Monday'), ['pause meetings until Monday']);
    assert.deepEqual(offered('can I pause meetings?'), ['pause meetings']);
  });
});

describe('one’s own data', () => {
  it('is shown or erased', () => {
    all('exportMe', ['export my data', 'what do you know about me?', 'what do you store about me']);
    all('exportMe', ['please show me my data', 'which data do you keep about me']);
    all('forgetMe', [
      'forget me',
      'delete my data',
      'erase everything you know about me',
      'Forget me, please!',
    ]);
    all('forgetMe', ['can you delete all of my data?', 'I want you to forget me']);
  });
});

describe('sessions of many hours', () => {
  it('are read with their length, whatever the policy says of it', () => {
    holds({
      'presenting 9h': 'open presenting 32400 s',
      'in a call for 6 hours': 'open inACall 21600 s',
      'in a meeting all day': 'prefer busy until 2026-11-21T05:00Z (midnight meetingAsBusy)',
    });
  });
});

describe('a fixed phrase behind a typo', () => {
  it('is offered', () => {
    assert.deepEqual(offered('pasue meetings until Monday'), ['pause meetings until Monday']);
    assert.deepEqual(offered('delte my data'), ['delete my data']);
    assert.deepEqual(offered('singout'), ['signout']);
  });
});

describe('what if', () => {
  it('stands before a fixed phrase as before a state', () => {
    holds({
      'what if pause meetings until Monday': 'what if pause until 2026-11-23T05:00Z (startOfDay)',
      'what if when I present set me to dnd': 'what if rule present: presenting',
      'what if forget me?': 'what if forgetMe',
    });
  });
});
