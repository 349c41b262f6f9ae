import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readEnd } from '../../src/parser/read-end.ts';
import type { ReadContext } from '../../src/parser/reading.ts';
import { en } from '../../src/parser/languages/en.ts';
import { endTold, friday, guessesTold, spaced } from './sample.ts';

/** `900 s`, `until 2026-11-21T05:00Z (midnight)`, `refuse past`. */
function told(phrase: string, context: Partial<ReadContext> = {}): string {
  const read = readEnd(phrase, { ...friday, ...context });
  if (read.ok) return spaced(endTold(read.end), guessesTold(read.assumed));
  const { reading } = read;
  return reading.kind === 'ask' ? `ask ${reading.question.code}` : `refuse ${reading.refusal.code}`;
}

function holds(table: Readonly<Record<string, string>>, context: Partial<ReadContext> = {}) {
  for (const [phrase, expected] of Object.entries(table))
    assert.equal(told(phrase, context), expected, phrase);
}

const locales = ['en-US', 'en-GB', 'en', 'de-DE', 'fr-FR', 'es-US', 'ja-JP', 'zh-CN', 'pt-BR', 'ar-SA', ''];

describe('an end by itself', () => {
  it('is read as a form’s choices say it', () => {
    holds({
      '15m': '900 s',
      '30m': '1800 s',
      '1h': '3600 s',
      '1.5 hours': '5400 s',
      '.5 hours': '1800 s',
      'until end of day': 'until 2026-11-21T05:00Z (midnight)',
      'rest of the day': 'until 2026-11-21T05:00Z (midnight)',
      'until tomorrow 9:00': 'until 2026-11-21T14:00Z',
      'tomorrow 9:00, please.': 'until 2026-11-21T14:00Z',
      'for 2 hours until 4:07pm': '7200 s',
      'back in 10 minutes': '600 s',
      'until Monday': 'until 2026-11-23T05:00Z (startOfDay)',
      tomorrow: 'until 2026-11-21T05:00Z (startOfDay)',
      'about 2 hours': '7200 s (roughly)',
      'until 3': 'until 2026-11-20T20:00Z (bareHour)',
      '15': '900 s (minutes)',
    });
  });

  it('takes ISO dates and the 24-hour clock in every locale', () => {
    for (const locale of locales)
      holds(
        {
          'until 2026-11-23 15:00': 'until 2026-11-23T20:00Z',
          '2026-11-23 09:05': 'until 2026-11-23T14:05Z',
          'until 2026-11-23 12:30': 'until 2026-11-23T17:30Z',
          'until 2026-11-23 10:30': 'until 2026-11-23T15:30Z',
          'until 2026-11-23 00:30': 'until 2026-11-23T05:30Z',
          'until 2026-12-01T09:05': 'until 2026-12-01T14:05Z',
          'until 2026-11-23 10:30 pm': 'until 2026-11-24T03:30Z',
          // A form without its date.
          'until  15:00': 'until 2026-11-20T20:00Z',
          'until  10:30': 'until 2026-11-21T15:30Z (nextDay)',
        },
        { locale },
      );
  });

  it('says what was assumed when the clock changes', () => {
    holds({ 'until 2027-03-14 02:30': 'until 2027-03-14T07:30Z (clockGap)' });
    const before = { now: Date.parse('2026-10-31T12:00:00-04:00') };
    holds({ 'until 2026-11-01 01:30': 'until 2026-11-01T05:30Z (clockOverlap)' }, before);
    const between = { now: Date.parse('2026-11-01T05:45:00Z') };
    holds({ 'until 2026-11-01 01:30': 'until 2026-11-01T06:30Z (clockOverlap)' }, between);
  });

  it('that is over, cannot be, or has no zone is refused', () => {
    holds({
      'until 2026-11-20 14:07': 'refuse past',
      'until 2026-11-20 13:30': 'refuse past',
      'until 2026-11-20 03:00': 'refuse past',
      'until 2026-11-19 15:00': 'refuse past',
      'until 2026-02-30 10:00': 'refuse noSuchTime',
      'until 2026-13-01 10:00': 'refuse noSuchTime',
      'until 2026-11-23 25:00': 'refuse noSuchTime',
      'until 2126-11-23 15:00': 'refuse noSuchTime',
      forever: 'refuse forever',
      '0 minutes': 'refuse emptyDuration',
      ['1'.repeat(300)]: 'refuse tooLong',
    });
    holds(
      {
        'until 15:00': 'refuse noZone',
        'until 2026-11-23 15:00': 'refuse noZone',
        'until end of day': 'refuse noZone',
        '15m': '900 s',
      },
      { zone: undefined },
    );
  });

  it('that is not clear is asked about, with ends to choose from', () => {
    const questionOf = (phrase: string) => {
      const read = readEnd(phrase, friday);
      assert.ok(!read.ok && read.reading.kind === 'ask', phrase);
      return read.reading.question;
    };
    assert.deepEqual(questionOf('until 2'), {
      code: 'justPassed',
      words: ['until 2'],
      suggestions: ['until tomorrow 2pm', 'until tomorrow 2am'],
    });
    assert.deepEqual(questionOf('2').suggestions, ['2 minutes', '2 hours']);
    assert.deepEqual(questionOf('').suggestions, ['30 minutes', '1 hour', '2 hours']);
    holds({
      today: 'ask whichHour',
      'until the meeting ends': 'ask leftOver',
      'at most 2 hours': 'ask vagueEnd',
      '1h 2h': 'ask twoEnds',
      until: 'ask vagueEnd',
      '3-5pm': 'ask leftOver',
      'in 2 hours': 'ask leftOver',
    });
  });

  it('holds nothing but an end: no state, message, person or other wish', () => {
    for (const phrase of [
      ...[
        'busy',
        'busy 15m',
        '15m dnd',
        'working 15m',
        'until 3pm, then away',
        'clear',
        'undo',
        'extend 15m',
      ],
      ...['15m "out"', 'message x', '15m for Bob', '<at>Bob</at> 15m', 'not 15m', 'every day', 'what if 15m'],
      ...['15m?', '~~15m~~', '15m ❌', '{"availability":"Busy"}', 'until 3 or 4', '15m more'],
    ])
      assert.match(told(phrase), /^ask/, phrase);
  });

  const words = [
    ...Object.values(en.statuses),
    ...Object.values(en.roles),
    ...Object.values(en.units),
    ...en.weekdays,
  ]
    .flatMap((phrases) => phrases.split('|'))
    .map((phrase) => phrase.trim());
  const part = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom('15', '2026-11-23', '15:00', '1530', ':', '-', '"', '3', 'pm', 'until', 'tomorrow'),
  );
  const phrase = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join(' ')),
  );

  it('of any text lies ahead, and so do all that are suggested', () => {
    fc.assert(
      fc.property(phrase, fc.constantFrom(...locales), (said, locale) => {
        const context = { ...friday, locale };
        const read = readEnd(said, context);
        if (!read.ok) {
          const suggestions = read.reading.kind === 'ask' ? read.reading.question.suggestions : [];
          for (const suggestion of suggestions) assert.ok(readEnd(suggestion, context).ok, suggestion);
        } else if (read.end.said === 'instant') assert.ok(read.end.at > friday.now, said);
        else assert.ok(Number.isSafeInteger(read.end.seconds) && read.end.seconds > 0, said);
      }),
      { numRuns: 750 },
    );
  });
});
