import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import { friday, told } from './sample.ts';

/** Each sentence with what it comes to. */
type Table = Readonly<Record<string, string>>;

function holds(table: Table, context = {}) {
  for (const [text, expected] of Object.entries(table)) assert.equal(told(text, context), expected, text);
}

describe('statuses', () => {
  it('have their everyday names', () => {
    holds({
      free: 'prefer available',
      'I’m online': 'prefer available',
      'set my status to busy': 'prefer busy',
      'tied up': 'prefer busy',
      DoNotDisturb: 'prefer doNotDisturb',
      'd.n.d.': 'prefer doNotDisturb',
      'please don’t disturb me': 'prefer doNotDisturb',
      'be right back': 'prefer beRightBack',
      afk: 'prefer away',
      'appear offline': 'prefer offline',
      'giving a presentation': 'open presenting',
      'I am on the phone': 'open inACall',
      'I’m in a call till 2:45pm': 'open inACall until 2026-11-20T19:45Z',
      'um, set me to away': 'prefer away',
      'show me as away': 'prefer away',
      'conference call': 'open inAConferenceCall',
    });
  });

  it('say that a meeting cannot be written, and take Busy', () => {
    holds({ 'in a meeting': 'prefer busy (meetingAsBusy)', 'busy in a meeting': 'prefer busy' });
  });

  it('open a session where one is named', () => {
    holds({
      'session available 1h': 'open sessionAvailable 3600 s',
      'away session for 30 minutes': 'open sessionAway 1800 s',
      'session busy': 'refuse notASession',
      'session presenting 10m': 'open presenting 600 s',
    });
  });

  it('are asked for in sentences of many forms', () => {
    holds({
      'Hey Presence, can you set me to dnd for 2h?': 'prefer doNotDisturb 7200 s',
      'please could you put my Teams status on away for an hour, thanks!': 'prefer away 3600 s',
      'for the next 2 hours mark me as busy': 'prefer busy 7200 s',
      'turn do not disturb on for 1h': 'prefer doNotDisturb 3600 s',
      'I’d like to appear away until 4pm': 'prefer away until 2026-11-20T21:00Z',
      '<at>Presence</at>&nbsp;<b>dnd</b> 2&nbsp;h 🙏': 'prefer doNotDisturb 7200 s',
      '/dnd 2h': 'prefer doNotDisturb 7200 s',
    });
  });
});

describe('durations', () => {
  it('come in words, digits, fractions and decimals', () => {
    holds({
      'busy 90m': 'prefer busy 5400 s',
      'busy 1h30': 'prefer busy 5400 s',
      'busy 1 hr, 15 min': 'prefer busy 4500 s',
      'busy an hour and a half': 'prefer busy 5400 s',
      'busy forty-five minutes': 'prefer busy 2700 s',
      'busy 1½ hours': 'prefer busy 5400 s',
      'busy 1,5 hours': 'prefer busy 5400 s',
      'busy 3/4 hour': 'prefer busy 2700 s',
      'busy .5 hours': 'prefer busy 1800 s',
      'busy ½ an hour': 'prefer busy 1800 s',
      'busy the next hour and a half': 'prefer busy 5400 s',
      'busy a couple of hours': 'prefer busy 7200 s',
      'busy PT1H30M': 'prefer busy 5400 s',
      'busy 1:30 h': 'prefer busy 5400 s',
      'busy for one more hour': 'ask notSure',
    });
  });

  it('keep the clock when they are days or weeks, if the zone is known', () => {
    const now = Date.parse('2027-03-13T14:00:00-05:00');
    holds(
      { 'busy 1 day': 'prefer busy until 2027-03-14T18:00Z', 'busy 24h': 'prefer busy 86400 s' },
      { now },
    );
    holds(
      { 'busy 1 day': 'prefer busy 86400 s', 'away a fortnight': 'prefer away 1209600 s' },
      { zone: undefined },
    );
  });

  it('are minutes where only a round number is said, and asked about otherwise', () => {
    holds({
      'brb 10': 'prefer beRightBack 600 s (minutes)',
      'brb 5': 'prefer beRightBack 300 s (minutes)',
      'dnd 45': 'prefer doNotDisturb 2700 s (minutes)',
      'dnd 2': 'ask bareNumber',
      'dnd 5': 'ask bareNumber',
      'busy 12': 'ask bareNumber',
      'busy 1530': 'ask bareNumber',
    });
  });

  it('that are not exact, or none, are not guessed', () => {
    holds({
      'dnd for a while': 'ask vagueEnd',
      'dnd a few minutes': 'ask vagueEnd',
      'dnd at least 2 hours': 'ask vagueEnd',
      'dnd 2-3 hours': 'ask vagueEnd',
      'dnd until the meeting ends': 'ask vagueEnd',
      'dnd forever': 'refuse forever',
      'dnd 0 minutes': 'refuse emptyDuration',
      'dnd PT0S': 'refuse emptyDuration',
      'dnd for 2 parsecs': 'refuse unknownUnit',
      'dnd for 99999999999999999999 hours': 'refuse noSuchTime',
      'dnd -2h': 'ask leftOver',
    });
  });
});

describe('clock times', () => {
  it('come in many forms', () => {
    const at = (time: string) => `prefer busy until 2026-11-20T${time}Z`;
    holds({
      'busy until 3pm': at('20:00'),
      'busy till 3:30 p.m.': at('20:30'),
      'busy til 15.30': at('20:30'),
      'busy until 1530': at('20:30'),
      'busy until 15h30': at('20:30'),
      'busy to 5pm': at('22:00'),
      'busy until 4 in the afternoon': at('21:00'),
      'busy until 9 tonight': 'prefer busy until 2026-11-21T02:00Z',
      'busy until half past three': `${at('20:30')} (bareHour)`,
      'busy until quarter to 4': `${at('20:45')} (bareHour)`,
      'busy until three thirty': `${at('20:30')} (bareHour)`,
      'busy until midnight': 'prefer busy until 2026-11-21T05:00Z',
      'busy until 24:00': 'prefer busy until 2026-11-21T05:00Z',
      'busy rest of the day': 'prefer busy until 2026-11-21T05:00Z (midnight)',
      'back at 3:30pm': 'prefer beRightBack until 2026-11-20T20:30Z',
      'away, back at 4': 'prefer away until 2026-11-20T21:00Z (bareHour)',
    });
  });

  it('that have passed are tomorrow’s, or asked about when they only just passed', () => {
    holds({
      'busy until 9am': 'prefer busy until 2026-11-21T14:00Z (nextDay)',
      'busy until noon': 'prefer busy until 2026-11-21T17:00Z (nextDay)',
      'busy until 2pm': 'ask justPassed',
      'busy until 2': 'ask justPassed',
      'busy until 1': 'ask whichHour',
      'busy until 9am today': 'refuse past',
    });
  });

  it('that cannot be are refused', () => {
    holds({
      'busy until 25:00': 'refuse noSuchTime',
      'busy until 3:75pm': 'refuse noSuchTime',
      'busy until 13pm': 'refuse noSuchTime',
      'busy until Feb 30': 'refuse noSuchTime',
      'busy until 9pm in the morning': 'refuse noSuchTime',
    });
  });

  it('need a zone; durations do not', () => {
    holds({ 'busy until 5pm': 'refuse noZone', 'busy 2h': 'prefer busy 7200 s' }, { zone: undefined });
    holds({ 'busy until 5pm': 'prefer busy until 2026-11-21T11:30Z' }, { zone: '+05:30' });
  });
});

describe('days', () => {
  it('have names, numbers and both orders of numeric dates', () => {
    holds({
      'away until tomorrow 9am': 'prefer away until 2026-11-21T14:00Z',
      'away until Monday': 'prefer away until 2026-11-23T05:00Z (startOfDay)',
      'away until Friday 5pm': 'prefer away until 2026-11-20T22:00Z',
      'away until next Monday 9am': 'prefer away until 2026-11-23T14:00Z',
      'away until the 25th at 10am': 'prefer away until 2026-11-25T15:00Z',
      'away until Nov 25': 'prefer away until 2026-11-25T05:00Z (startOfDay)',
      'away until 25 November 2026, 10am': 'prefer away until 2026-11-25T15:00Z',
      'away until 2026-11-25T10:00': 'prefer away until 2026-11-25T15:00Z',
      'away until 2026-11-25T10:00Z': 'prefer away until 2026-11-25T10:00Z (converted)',
      'away until 12/1': 'prefer away until 2026-12-01T05:00Z (startOfDay)',
      'away until 25/11': 'prefer away until 2026-11-25T05:00Z (startOfDay)',
    });
    holds({ 'away until 1/12': 'prefer away until 2026-12-01T05:00Z (startOfDay)' }, { locale: 'en-GB' });
    for (const locale of ['en', '', 'xx', 'la', 'tlh', 'en-XX', 'en-BR', 'en-MX', 'i-klingon'])
      holds({ 'away until 1/12': 'ask ambiguousDate' }, { locale });
  });

  it('that are not clear are asked about', () => {
    holds({
      'away until Friday': 'ask whichHour',
      'away until today': 'ask whichHour',
      'away until the morning': 'ask whichHour',
      'away until tomorrow evening': 'ask whichHour',
      'away until next Saturday 9am': 'ask whichHour',
      'away until midnight tomorrow': 'ask whichHour',
      'away until tomorrow at 6': 'ask whichHour',
      'away until the weekend': 'ask whichHour',
      'away until next month': 'ask whichHour',
      'away all week': 'ask whichHour',
      'away for the week': 'ask vagueEnd',
      'away until the end of the sprint': 'ask vagueEnd',
      'away until Nov 19': 'refuse past',
      'away until 20 Nov 1:30pm': 'refuse past',
      'away until today 1:30pm': 'ask justPassed',
    });
  });
});

describe('when the clock changes', () => {
  const london = { zone: 'Europe/London', locale: 'en-GB' };

  it('a time in the gap moves forward', () => {
    const now = Date.parse('2027-03-27T23:30:00Z');
    holds(
      { 'busy until 1:30am': 'prefer busy until 2027-03-28T01:30Z (nextDay clockGap)' },
      { ...london, now },
    );
  });

  it('a time in the overlap is the first of the two, unless that has passed', () => {
    const before = Date.parse('2026-10-24T23:00:00Z');
    holds(
      { 'busy until 1:30am': 'prefer busy until 2026-10-25T00:30Z (clockOverlap)' },
      { ...london, now: before },
    );
    const between = Date.parse('2026-10-25T00:45:00Z');
    holds(
      { 'busy until 1:30am': 'prefer busy until 2026-10-25T01:30Z (clockOverlap)' },
      { ...london, now: between },
    );
  });

  it('the end of the day is the next local midnight, however long the day', () => {
    const context = { now: Date.parse('2026-11-01T00:30:00-04:00') };
    holds({ 'offline all day': 'prefer offline until 2026-11-02T05:00Z (midnight)' }, context);
    // In Beirut the day of the change begins at one o'clock.
    const beirut = { zone: 'Asia/Beirut', now: Date.parse('2027-03-27T12:00:00+02:00') };
    holds({ 'offline until end of day': 'prefer offline until 2027-03-27T22:00Z (midnight)' }, beirut);
  });

  it('midnight said just after midnight is the next one', () => {
    const now = Date.parse('2026-11-21T00:10:00-05:00');
    holds({ 'dnd until midnight': 'prefer doNotDisturb until 2026-11-22T05:00Z' }, { now });
  });
});

describe('status messages', () => {
  it('are kept word for word, whatever the quotes', () => {
    holds({
      'dnd until 3pm "writing the Q3 report"':
        'prefer doNotDisturb until 2026-11-20T20:00Z "writing the Q3 report"',
      'dnd 1h “Über-Arbeit”': 'prefer doNotDisturb 3600 s "Über-Arbeit"',
      'dnd 1h «occupé»': 'prefer doNotDisturb 3600 s "occupé"',
      'dnd 1h „bitte nicht“': 'prefer doNotDisturb 3600 s "bitte nicht"',
      "dnd 1h 'don't call'": `prefer doNotDisturb 3600 s "don't call"`,
      'dnd 1h 「会議」': 'prefer doNotDisturb 3600 s "会議"',
      'busy 1h "R&amp;D until 5pm"': 'prefer busy 3600 s "R&D until 5pm"',
      'busy 2h with message Deep Work': 'prefer busy 7200 s "Deep Work"',
    });
  });

  it('stand alone after their marker', () => {
    holds({
      'message In the lab until 4pm': 'message "In the lab" until 2026-11-20T21:00Z',
      'message In the lab until the fire is out': 'message "In the lab until the fire is out"',
      'status message: Out “for real”': 'message "Out “for real”"',
      'set my status message to Working from home': 'message "Working from home"',
      'message "In the lab until 4pm" until 5pm': 'message "In the lab until 4pm" until 2026-11-20T22:00Z',
      message: 'ask noStatus',
      'message ""': 'ask noStatus',
      'clear my status message': 'clear message',
    });
  });

  it('hold no mention: of that only the place is left, not the name', () => {
    holds({
      'busy 2h "ask <at>Bob</at> instead"': 'ask notSure',
      'message: ask <at>Bob</at> instead': 'ask notSure',
      'status message of <at>Bob</at>': 'ask notSure',
    });
  });

  it('may be 280 characters long, beside a sentence of 256', () => {
    const long = 'x'.repeat(280);
    assert.equal(told(`busy 2h "${long}"`), `prefer busy 7200 s "${long}"`);
    assert.equal(told(`message: ${long}`), `message "${long}"`);
    assert.equal(told(`message: ${'x '.repeat(141)}`), 'refuse tooLong');
    assert.equal(told(`busy ${'really '.repeat(40)}`), 'refuse tooLong');
    assert.equal(told('x'.repeat(2001)), 'refuse tooLong');
  });
});

describe('commands', () => {
  it('clear', () => {
    holds({
      clear: 'clear preferred session',
      'clear it please': 'clear preferred session',
      'I’m back': 'clear preferred session',
      'I’m not busy anymore': 'clear preferred session',
      'turn dnd off': 'clear preferred session',
      'done presenting': 'clear preferred session',
      'set me back to automatic': 'clear preferred session',
      'clear session': 'clear session',
      'clear everything': 'clear message preferred session',
      'clear status and message': 'clear message preferred session',
      'cancel my meeting': 'ask notSure',
      'clear dnd in 10 minutes': 'refuse schedule',
    });
  });

  it('extend, undo, show and help', () => {
    holds({
      'extend 30m': 'extend 1800 s',
      'extend until 5pm': 'extend until 2026-11-20T22:00Z',
      'add 15 minutes': 'extend 900 s',
      '30 more minutes': 'extend 1800 s',
      extend: 'ask notSure',
      'undo that': 'undo',
      'what’s my status?': 'status',
      'what is my current status': 'status',
      'am I busy?': 'status',
      'busy?': 'status',
      details: 'details',
      '?': 'help',
      'what does dnd do?': 'help',
    });
  });

  it('open the picker where nothing is chosen', () => {
    for (const text of [
      ...['', '  ', '\n\n', '<at>Presence</at>', '<p><at>Presence</at>&nbsp;</p>', '@Presence'],
      ...['set', '/set', 'Set!', 'menu', 'picker', 'options', 'choose', 'pick a status', 'set presence'],
      ...['set my presence', 'set my status', 'set my status to', 'change my status', 'change status'],
      ...['please change my status', 'can you set my status?', 'I want to change my Teams status'],
      ...['<at>Presence</at> set', 'hey Presence, let me pick a status', 'update my availability, thanks'],
    ])
      assert.equal(told(text), 'picker', text);
    holds({ 'Presence Bot': 'picker' }, { bot: ['Presence Bot'] });
  });

  it('open no picker where anything else is said', () => {
    holds({
      // The bot's name is also a question of its own.
      Presence: 'status',
      'hi <at>Presence</at>': 'none',
      'set my status to busy': 'prefer busy',
      'set my status until 5pm': 'ask noStatus',
      'set my status tomorrow': 'ask noStatus',
      'set my status forever': 'ask noStatus',
      'set my session status': 'ask noStatus',
      'don’t change my status': 'ask negated',
      'set my status to Working from home': 'ask leftOver',
      'set <at>Bob</at>': 'refuse others',
      'change her status': 'refuse others',
      'how do I set my status': 'help',
      'what are my options': 'help',
      'lunch menu': 'ask leftOver',
    });
  });

  it('what if tells without doing', () => {
    holds({
      'what if dnd until 3pm?': 'what if prefer doNotDisturb until 2026-11-20T20:00Z',
      'preview clear': 'what if clear preferred session',
      'what if: {"availability":"Busy"}': 'what if pasted {"availability":"Busy"}',
    });
  });

  it('JSON is passed on unchecked, its curled quotes straightened', () => {
    holds({
      '{"availability":"Busy"}': 'pasted {"availability":"Busy"}',
      '{“availability”:“Busy”}': 'pasted {"availability":"Busy"}',
      '{"availability":': 'refuse badJson',
    });
  });
});

describe('questions back', () => {
  const questionOf = (text: string) => {
    const reading = read(text, friday);
    assert.ok(reading.kind === 'ask', JSON.stringify(reading));
    return reading.question;
  };

  it('offer the corrected sentence for a typo', () => {
    assert.deepEqual(questionOf('bsuy until firday 5pm'), {
      code: 'typo',
      words: ['bsuy', 'firday'],
      suggestions: ['busy until friday 5pm'],
    });
  });

  it('know a state without its vowels', () => {
    assert.deepEqual(questionOf('bzy 1h').suggestions, ['busy 1h']);
    assert.deepEqual(questionOf('avlbl').suggestions, ['available']);
  });

  it('offers words that are left over as a message, none of them cut off', () => {
    for (const [text, offered] of [
      ['dnd 1h lunch with Ann', ['dnd 1h', 'dnd 1h "lunch with Ann"']],
      ['dnd 1h because of the review', ['dnd 1h', 'dnd 1h "because of the review"']],
      ['dnd 30m please writing', ['dnd 30m', 'dnd 30m "writing"']],
      ['busy until 5 then clear', ['busy until 5']],
    ] as const) {
      const reading = read(text, friday);
      assert.deepEqual(reading.kind === 'ask' && reading.question.suggestions, offered, text);
    }
  });

  it('name a left-over and offer it as a message', () => {
    assert.deepEqual(questionOf('busy 2h taxes'), {
      code: 'leftOver',
      words: ['taxes'],
      suggestions: ['busy 2h', 'busy 2h "taxes"'],
    });
  });

  it('name the whole of an end that is none', () => {
    const ends: Readonly<Record<string, readonly string[]>> = {
      'busy until': [
        'month end',
        'I’m done with it',
        'the meeting ends',
        'close',
        'late',
        'the end',
        '20261125',
      ],
      dnd: ['until my call is over', 'until first thing tomorrow'],
    };
    for (const [lead, all] of Object.entries(ends))
      for (const end of all) {
        const said = `${lead} ${end}`;
        assert.deepEqual(questionOf(said).words, [said.slice(said.indexOf('until'))], said);
        assert.deepEqual(questionOf(`${said}, please`).words, [said.slice(said.indexOf('until'))], said);
      }
    assert.deepEqual(questionOf('until I’m back set me to away').words, ['until I’m back']);
    assert.deepEqual(questionOf('dnd until the meeting ends "budget"').words, ['until the meeting ends']);
    assert.deepEqual(questionOf('busy until').words, ['until']);
  });

  it('offer no mark as a message, and no clearing now for one at a time', () => {
    assert.deepEqual(questionOf('busy -5m').suggestions, ['busy 5m']);
    assert.deepEqual(questionOf('busy until 5-30pm').suggestions, ['busy until 5']);
    for (const said of ['clear bla until 5', 'clear until 5', 'reset for an hour', 'not busy until 5'])
      assert.deepEqual(questionOf(said).suggestions, [], said);
    assert.deepEqual(questionOf('stop it').suggestions, ['clear']);
    for (const said of ['don’t clear my status', 'do not clear', 'never reset my status', 'don’t cancel dnd'])
      assert.deepEqual(questionOf(said).suggestions, [], said);
  });

  it('offer both ends, both hours, both units', () => {
    assert.deepEqual(questionOf('busy for 2h until 5pm').suggestions, ['busy for 2h', 'busy until 5pm']);
    assert.deepEqual(questionOf('busy until 2').suggestions, [
      'busy until tomorrow 2pm',
      'busy until tomorrow 2am',
    ]);
    assert.deepEqual(questionOf('dnd 2').suggestions, ['dnd 2 minutes', 'dnd 2 hours']);
  });

  it('two ends that agree are one', () => {
    assert.equal(told('busy for 2 hours until 4:07pm'), 'prefer busy 7200 s');
  });
});
