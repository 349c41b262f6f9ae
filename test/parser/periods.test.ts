import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import type { ReadContext } from '../../src/parser/reading.ts';
import { friday, told } from './sample.ts';

const london: Partial<ReadContext> = {
  now: Date.parse('2026-11-24T10:20:00Z'),
  zone: 'Europe/London',
  locale: 'en-GB',
};
const at = (local: string, zone: string): Partial<ReadContext> => ({ now: Date.parse(local), zone });

function holds(table: Readonly<Record<string, string>>, context: Partial<ReadContext> = {}) {
  for (const [text, expected] of Object.entries(table))
    assert.equal(told(text, context).replace(/^prefer \w+ /, ''), expected, text);
}

/** The other ends offered, in New York's time. */
function others(text: string, context: Partial<ReadContext> = {}): string[] {
  const reading = read(text, { ...friday, ...context });
  const zone = context.zone ?? 'America/New_York';
  return ('otherEnds' in reading ? (reading.otherEnds ?? []) : []).map((end) =>
    new Date(end).toLocaleString('sv-SE', { timeZone: zone }).slice(5, 16),
  );
}

function suggestionsOf(text: string, context: Partial<ReadContext> = {}): readonly string[] {
  const reading = read(text, { ...friday, ...context });
  assert.ok(reading.kind === 'ask', JSON.stringify(reading));
  return reading.question.suggestions;
}

describe('ends of fixed meaning', () => {
  it('days are their start', () => {
    holds({
      'away until tomorrow': 'until 2026-11-21T05:00Z (startOfDay)',
      'away until Saturday': 'until 2026-11-21T05:00Z (startOfDay)',
      'away until Monday': 'until 2026-11-23T05:00Z (startOfDay)',
      'away until the 25th': 'until 2026-11-25T05:00Z (startOfDay)',
      'away until Nov 25': 'until 2026-11-25T05:00Z (startOfDay)',
      'away until next week': 'until 2026-11-23T05:00Z (usualTime)',
      'away until Wednesday next week': 'until 2026-11-25T05:00Z (startOfDay)',
      'away until next week Wednesday': 'until 2026-11-25T05:00Z (startOfDay)',
    });
    assert.equal(told('pause meetings until tomorrow'), 'pause until 2026-11-21T05:00Z (startOfDay)');
    assert.equal(told('pause meetings until next week'), 'pause until 2026-11-23T05:00Z (usualTime)');
  });

  it('today and the rest of it end at midnight, a day that is included at its end', () => {
    const midnight = 'until 2026-11-21T05:00Z (midnight)';
    for (const today of [
      'today',
      'for today',
      'the rest of today',
      'for the rest of my day',
      'all day',
      'until EOD',
      'until end of day',
      'through today',
      'through Friday',
      'for the day',
    ])
      // prettier-ignore
      holds({ [`busy ${today}`]: midnight });
    holds({
      'busy through Monday': 'until 2026-11-24T05:00Z (midnight)',
      'busy thru the 25th': 'until 2026-11-26T05:00Z (midnight)',
      'busy until Monday inclusive': 'until 2026-11-24T05:00Z (midnight)',
      'busy until and including Monday': 'until 2026-11-24T05:00Z (midnight)',
      'busy until end of tomorrow': 'until 2026-11-22T05:00Z (midnight)',
      'busy until the end of Monday': 'until 2026-11-24T05:00Z (midnight)',
      'busy until end of day Monday': 'until 2026-11-24T05:00Z (midnight)',
      'busy through 5pm': 'until 2026-11-20T22:00Z',
    });
  });

  it('weeks and months end when the next begins', () => {
    holds({
      'away for the rest of the week': 'until 2026-11-23T05:00Z (usualTime)',
      'away until end of this week': 'until 2026-11-23T05:00Z (usualTime)',
      'away until eow': 'until 2026-11-23T05:00Z (usualTime)',
      'away until end of month': 'until 2026-12-01T05:00Z (usualTime)',
      'away until the end of November': 'until 2026-12-01T05:00Z (usualTime)',
      'away through the weekend': 'until 2026-11-23T05:00Z (usualTime)',
      'away until after the weekend': 'until 2026-11-23T05:00Z (usualTime)',
      'away until the end of next week': 'until 2026-11-30T05:00Z (usualTime)',
    });
  });

  it('parts of the day and of business have their hours, while they last', () => {
    holds({
      'away until tomorrow morning': 'until 2026-11-21T14:00Z (usualTime)',
      'away until Monday morning': 'until 2026-11-23T14:00Z (usualTime)',
      'busy this afternoon': 'until 2026-11-20T23:00Z (usualTime)',
      'busy all afternoon': 'until 2026-11-20T23:00Z (usualTime)',
      'busy for the rest of the afternoon': 'until 2026-11-20T23:00Z (usualTime)',
      'busy until close of business': 'until 2026-11-20T22:00Z (usualTime)',
      'busy until COB Monday': 'until 2026-11-23T22:00Z (usualTime)',
      'busy until end of play': 'until 2026-11-20T22:00Z (usualTime)',
      'busy until the end of the working day': 'until 2026-11-20T22:00Z (usualTime)',
      'busy until the top of the hour': 'until 2026-11-20T20:00Z',
      'busy this morning': 'refuse past',
    });
    holds(
      {
        'busy all morning': 'until 2026-11-24T12:00Z (usualTime)',
        'busy this morning': 'until 2026-11-24T12:00Z (usualTime)',
        'busy this afternoon': 'ask whichHour',
        'busy all afternoon': 'ask whichHour',
      },
      london,
    );
  });

  it('what people mean different hours by is asked about', () => {
    for (const end of [
      'until lunch',
      'until the weekend',
      'until tonight',
      'until tomorrow evening',
      'until the morning',
      'until next month',
      'until December',
      'all week',
      'this week',
      'for the week',
      'until today',
      'until Friday',
      'until next Saturday',
      'until end of the sprint',
      'until tomorrow at 6',
      'until midnight tomorrow',
    ])
      // prettier-ignore
      assert.match(told(`away ${end}`), /^ask/, end);
    assert.deepEqual(suggestionsOf('away all week'), ['away until 2026-11-23 12am', 'away until 5pm', 'away until midnight']); // prettier-ignore
    // What happens in a day does not fill it.
    assert.equal(told('in a call this afternoon'), 'ask startOrEnd');
    const evening = at('2026-11-26T19:30:00-05:00', 'America/Toronto');
    for (const text of ['dnd until cob', 'busy for the rest of the evening', 'busy until 7pm'])
      assert.match(told(text, evening), /^ask/, text);
  });

  it('what begins later is a schedule, or asked about', () => {
    for (const text of [
      'busy all day Monday',
      'busy on Monday',
      'busy from 3pm to 4pm',
      'busy tomorrow 2-4pm',
      'busy from 2pm to 4pm tomorrow',
    ])
      assert.match(told(text), /^\{"kind":"schedule","status":"busy"/, text);
    assert.equal(told('busy tomorrow morning'), 'ask whichHour');
    assert.match(told('away all next week'), /^\{"kind":"schedule","status":"away"/);
    assert.equal(told('dnd 2-4'), 'ask notSure');
  });

  it('what has passed is said to have passed, by its own words', () => {
    for (const text of [
      'busy until yesterday',
      'busy until yesterday 5pm',
      'busy until yesterday 9',
      'busy until yesterday at 6',
      'dnd until 5pm yesterday',
      'dnd until last night',
    ])
      assert.equal(told(text), 'refuse past', text);
    for (const [text, words] of Object.entries({
      'busy 0 minutes': '0 minutes',
      'dnd 0m': '0m',
      'dnd PT0S': 'PT0S',
    })) {
      const reading = read(text, friday);
      assert.ok(reading.kind === 'refuse' && reading.refusal.code === 'emptyDuration', text);
      assert.deepEqual(reading.refusal.words, [words]);
    }
  });
});

describe('the other ends that may have been meant', () => {
  it('stand beside the one that is acted on, the likeliest first', () => {
    assert.deepEqual(others('away until tomorrow'), ['11-21 09:00', '11-22 00:00']);
    assert.deepEqual(others('away until tomorrow morning'), ['11-21 08:00', '11-21 10:00']);
    assert.deepEqual(others('busy until cob'), ['11-20 18:00', '11-21 00:00']);
    assert.deepEqual(others('busy today'), ['11-20 17:00', '11-20 18:00']);
    assert.deepEqual(others('away for the rest of the week'), ['11-20 17:00', '11-21 00:00']);
    assert.deepEqual(others('busy until 9'), ['11-21 09:00']);
    assert.deepEqual(others('away until tomorrow at 3'), ['11-21 03:00']);
    assert.deepEqual(others('message Out until tomorrow'), ['11-21 09:00', '11-22 00:00']);
  });

  it('are none where only one end can be meant, or none that could be set', () => {
    assert.deepEqual(others('busy until 5pm'), []);
    assert.deepEqual(others('busy until 3'), []);
    // A session cannot last until Sunday.
    assert.deepEqual(others('in a call until midnight'), []);
  });
});

describe('clock times', () => {
  it('half three is half past three where English says so, and asked about elsewhere', () => {
    for (const locale of ['en-GB', 'en-IE', 'en-AU', 'en-NZ', 'en-ZA', 'en-IN'])
      holds({ 'busy until half three': 'until 2026-11-20T20:30Z (bareHour)' }, { locale });
    for (const locale of ['en-US', 'en', 'en-CA', 'de-DE', 'not a locale', ''])
      assert.equal(told('busy until half three', { locale }), 'ask whichHour', locale);
    assert.deepEqual(suggestionsOf('busy until half three'), ['busy until 3:30', 'busy until 2:30']);
  });

  it('a range that has begun ends at its end', () => {
    holds({
      'busy from 2pm to 4pm': 'until 2026-11-20T21:00Z',
      'busy 2pm-4pm': 'until 2026-11-20T21:00Z',
      'busy 1:30 – 3:30pm': 'until 2026-11-20T20:30Z',
      'busy between 2 and 4': 'until 2026-11-20T21:00Z (bareHour)',
      'busy from 9 to 5': 'until 2026-11-20T22:00Z (bareHour)',
      'busy today from 2 to 4pm': 'until 2026-11-20T21:00Z',
    });
    holds({ 'busy from 10 to 11': 'until 2026-11-24T11:00Z (bareHour)' }, london);
    assert.match(told('away for 10 to 15'), /^(?:ask|refuse)/);
  });

  it('noon and midnight may be said twice', () => {
    holds({
      'dnd until 12:00 noon tomorrow': 'until 2026-11-21T17:00Z',
      'dnd until 12pm noon tomorrow': 'until 2026-11-21T17:00Z',
      'dnd until Monday noon': 'until 2026-11-23T17:00Z',
      'dnd until Friday noon': 'until 2026-11-27T17:00Z (nextDay)',
      'dnd until 12:00 midnight': 'until 2026-11-21T05:00Z',
    });
    holds({ 'dnd until 12:00 noon': 'until 2026-11-24T12:00Z' }, london);
  });

  it('an hour that has just passed comes again tonight first', () => {
    const morning = at('2026-11-20T10:20:00-05:00', 'America/New_York');
    assert.deepEqual(suggestionsOf('busy until 10', morning), [
      'busy until 10pm',
      'busy until tomorrow 10am',
    ]);
    assert.deepEqual(suggestionsOf('busy until 2'), ['busy until tomorrow 2pm', 'busy until tomorrow 2am']);
  });

  it('roughly is exactly, and at least is not', () => {
    holds({
      'busy for about an hour': '3600 s (roughly)',
      'busy ~2h': '7200 s (roughly)',
      'busy an hour or so': '3600 s (roughly)',
      'busy until around 4pm': 'until 2026-11-20T21:00Z (roughly)',
      'busy at least an hour': 'ask vagueEnd',
      'busy for up to 2 hours': 'ask vagueEnd',
    });
    assert.equal(told('pause meetings about 2 hours'), 'ask vagueEnd');
  });

  it('ISO durations may have a fraction', () => {
    holds({ 'busy PT1.5H': '5400 s', 'busy PT0,5H': '1800 s', 'busy PT90M': '5400 s' });
  });
});

describe('times of another zone', () => {
  it('are converted, and that is said', () => {
    holds({
      'busy until 9pm GMT': 'until 2026-11-20T21:00Z (converted)',
      'busy until 21:30 UTC': 'until 2026-11-20T21:30Z (converted)',
      'busy until 22:00 UTC+1': 'until 2026-11-20T21:00Z (converted)',
      'busy until 23:00 CET': 'until 2026-11-20T22:00Z (converted)',
      'busy until 1pm PST': 'until 2026-11-20T21:00Z (converted)',
      'busy until 1pm Pacific': 'until 2026-11-20T21:00Z (converted)',
      'busy until 11pm Paris time': 'until 2026-11-20T22:00Z (converted)',
      'busy until 9am Tokyo time': 'until 2026-11-21T00:00Z (converted)',
      'busy until 5pm São Paulo time': 'until 2026-11-20T20:00Z (converted)',
      'busy until 23:00Z': 'until 2026-11-20T23:00Z (converted)',
      'busy until 23:00+02:00': 'until 2026-11-20T21:00Z (converted)',
      'busy until 5pm New York time': 'until 2026-11-20T22:00Z',
      'busy until 5pm my time': 'until 2026-11-20T22:00Z',
      'busy until 17:00 local time': 'until 2026-11-20T22:00Z',
      'busy until 5pm EST': 'until 2026-11-20T22:00Z',
      'busy until 5pm ET': 'until 2026-11-20T22:00Z',
    });
    for (const range of ['busy until 10:00-11:00', 'busy until 16:00-05:00'])
      assert.equal(told(range), 'ask leftOver', range);
    const reading = read('busy until 9pm GMT', friday);
    assert.ok(reading.kind === 'prefer');
    assert.deepEqual(reading.assumed, [{ code: 'converted', from: 'GMT' }]);
  });

  it('that may be of two places, or summer or winter, are asked about', () => {
    assert.deepEqual(suggestionsOf('busy until 4pm CST'), ['busy until 5pm', 'busy until tomorrow 3am']);
    assert.match(told('busy until 5pm IST'), /^ask/);
    const july = at('2026-07-09T08:45:00+01:00', 'Europe/Dublin');
    assert.deepEqual(suggestionsOf('busy until 11am CET', july), ['busy until 10am', 'busy until 11am']);
    assert.deepEqual(suggestionsOf('busy until 9am AEDT tomorrow'), [
      'busy until tomorrow 5pm',
      'busy until 5pm',
    ]);
    // Of whose tomorrow? Which half of the day, or the day itself, of a clock that nobody looks at.
    assert.equal(told('busy until 8 UTC'), 'ask whichHour');
    assert.match(told('busy until 17:00 CET'), /^ask justPassed/);
    for (const text of ['busy until 17:00 CET', 'busy until 4pm CST', 'busy until 5pm XYZT'])
      assert.ok(suggestionsOf(text).every((one) => !/"(?:CET|CST)"/.test(one)));
  });

  it('are one’s own where one lives by them', () => {
    holds(
      {
        'busy until 9 CST': 'until 2026-11-30T15:00Z (bareHour)',
        'busy until 9:30am CST': 'until 2026-11-30T15:30Z',
      },
      at('2026-11-30T08:15:00-06:00', 'America/Chicago'),
    );
    holds({ 'busy until 11:30 IST': 'until 2026-11-23T06:00Z (bareHour)' }, at('2026-11-23T09:05:00+05:30', 'Asia/Kolkata')); // prettier-ignore
    // All New York says EST, even in summer; the other reading is offered.
    const july = at('2026-07-09T14:00:00-04:00', 'America/New_York');
    holds({ 'busy until 5pm EST': 'until 2026-07-09T21:00Z' }, july);
    assert.deepEqual(others('busy until 5pm EST', july), ['07-09 18:00']);
  });
});

describe('numeric dates', () => {
  const spring = { now: Date.parse('2027-04-02T10:00:00-04:00') };

  it('have the order of Unicode’s table for every locale', () => {
    for (const locale of ['en-US', 'ja-JP', 'zh-CN', 'zh-TW', 'ko-KR', 'hu-HU', 'lt-LT', 'en-CA', 'ja'])
      holds({ 'away until 4/5': 'until 2027-04-05T04:00Z (startOfDay)' }, { ...spring, locale });
    for (const locale of [
      'en-GB',
      'de-DE',
      'fr-FR',
      'es-ES',
      'pt-BR',
      'en-IN',
      'es-US',
      'en-AU',
      'nl',
      'ru-RU',
    ])
      holds({ 'away until 5/4': 'until 2027-04-05T04:00Z (startOfDay)' }, { ...spring, locale });
  });

  it('are asked about where the locale names no country, or is none', () => {
    for (const locale of ['en', '', 'x', 'no locale at all', 'en-', '😀'])
      assert.equal(told('away until 5/4', { ...spring, locale }), 'ask ambiguousDate', locale);
  });
});

describe('what stands behind an end', () => {
  it('after a colon is a status message', () => {
    holds({
      'dnd until 4pm: quarterly review': 'until 2026-11-20T21:00Z "quarterly review"',
      'busy 2h: writing the report': '7200 s "writing the report"',
      'status message: At the dentist until 4pm': 'message "At the dentist" until 2026-11-20T21:00Z',
      'status message: In a call until 4pm': 'message "In a call" until 2026-11-20T21:00Z',
    });
    for (const text of [
      'dnd 1h: no',
      'dnd 1h: not really',
      'dnd 1h: is that ok?',
      'dnd until 4pm: dnd until 5pm',
      'dnd: quarterly review',
      'dnd 1h: <at>Bob</at> knows',
    ])
      // prettier-ignore
      assert.match(told(text), /^(?:ask|refuse|none)/, text);
  });

  it('“back then” says it again', () => {
    assert.deepEqual(suggestionsOf('out until Friday 9am, back then'), [
      'away until Friday 9am',
      'busy until Friday 9am',
      'dnd until Friday 9am',
    ]);
    assert.equal(told('away until 5pm, back then'), 'prefer away until 2026-11-20T22:00Z');
    assert.match(told('busy back then'), /^(?:ask|none)/);
  });

  it('keeps its length where two states are named', () => {
    assert.deepEqual(suggestionsOf('dnd 1h, away 2h'), ['dnd 1h', 'away 2h']);
    assert.deepEqual(suggestionsOf('dnd 2h <writing>'), ['dnd 2h', 'dnd 2h "writing"']);
    assert.deepEqual(suggestionsOf('dnd for 2'), ['dnd 2 minutes', 'dnd 2 hours']);
    assert.deepEqual(suggestionsOf('dnd until 2pm "deep work"'), ['dnd until tomorrow 2pm "deep work"']);
  });
});
