/** No sentence of ours lacks its subject, whether or not the user's own words are known. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/parser/read.ts';
import type { Question, Refusal } from '../../src/parser/reading.ts';
import { typedEnd, untilTitle } from '../../src/replies/phrases.ts';
import { questionText, refusalText } from '../../src/replies/question.ts';
import { friday } from '../parser/sample.ts';

const view = { now: friday.now, zone: 'America/New_York', locale: 'en-US' };

const refusals: readonly Refusal['code'][] = [
  ...(['others', 'schedule', 'holidays', 'pauseLater', 'outOfOffice', 'notSettable', 'notASession'] as const),
  ...([
    'emptyDuration',
    'noSuchTime',
    'unknownUnit',
    'past',
    'forever',
    'noZone',
    'tooLong',
    'badJson',
  ] as const),
];
const questions: readonly Question['code'][] = [
  ...(['typo', 'leftOver', 'twoStatuses', 'twoEnds', 'twoSteps', 'bareNumber', 'whichHour'] as const),
  ...(['justPassed', 'ambiguousDate', 'vagueEnd', 'startOrEnd', 'noStatus', 'negated'] as const),
  ...(['pauseWhat', 'notSure'] as const),
];

function isWhole(text: string, what: string) {
  assert.match(text, /^[A-Z“]/, what);
  assert.doesNotMatch(text, / {2}| [,.;:?]|“”|: ?\?/, what);
}

describe('what was not done', () => {
  for (const words of [[], ['0 minutes'], ['dnd', 'busy']]) {
    it(`is said in whole sentences about ${words.length} words`, () => {
      for (const code of refusals) isWhole(refusalText({ code, words }, view), code);
      for (const code of questions)
        for (const suggestions of [[], ['busy 1h'], ['busy 1h', 'busy 2h']])
          isWhole(questionText({ code, words, suggestions }, view), code);
    });
  }

  it('names what was no time at all', () => {
    for (const text of ['busy 0 minutes', 'dnd 0m']) {
      const reading = read(text, friday);
      assert.ok(reading.kind === 'refuse');
      assert.match(refusalText(reading.refusal, view), /^I can't use “0 ?m.*”: that's no time at all/, text);
    }
  });
});

it('a time that is merely too far away is not said to be none', () => {
  for (const said of [
    'message "x" until 2099-01-01',
    'busy until 25:00',
    'busy for 99999999999999999999 hours',
  ]) {
    const reading = read(said, friday);
    assert.ok(reading.kind === 'refuse', said);
    assert.match(
      refusalText(reading.refusal, view),
      /^I can't use “.+” as an end: .* or it's too far away\. Nothing changed\.$/,
    );
  }
});

describe('an end that a reply tells people to say', () => {
  const zones = ['America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe'];
  const locales = ['en-US', 'en-GB', 'it-IT'];
  it('is read as that very end', () => {
    for (const zone of zones)
      for (const locale of locales)
        for (const hours of [0.25, 1, 5, 10, 17, 24, 60, 100, 200, 24 * 29]) {
          const now = friday.now;
          // On the minute, as ends are; and midnight.
          const at = Math.ceil((now + hours * 3_600_000) / 60_000) * 60_000;
          const said = `make it until ${typedEnd(at, { now, zone, locale }) ?? ''}`;
          const reading = read(said, { ...friday, zone, locale });
          assert.ok(
            reading.kind === 'changeEnd',
            `${said} in ${zone}, ${locale}: ${JSON.stringify(reading)}`,
          );
          assert.deepEqual(reading.end, { said: 'instant', at }, `${said} in ${zone}, ${locale}`);
        }
  });

  it('is short on a button', () => {
    const titles: Readonly<Record<string, string>> = {
      '2026-11-20T15:00:00-05:00': 'Until 3 PM',
      '2026-11-20T15:30:00-05:00': 'Until 3:30 PM',
      '2026-11-21T00:00:00-05:00': 'Until midnight',
      '2026-11-21T08:00:00-05:00': 'Until tomorrow 8 AM',
      '2026-11-23T17:00:00-05:00': 'Until Mon 5 PM',
      '2026-11-30T17:00:00-05:00': 'Until Mon, Nov 30, 5 PM',
      '2027-01-04T17:00:00-05:00': 'Until Mon, Jan 4, 2027, 5 PM',
    };
    for (const [at, title] of Object.entries(titles)) assert.equal(untilTitle(Date.parse(at), view), title);
    assert.equal(untilTitle(friday.now + 900_000, { ...view, zone: undefined }), 'For 15 minutes');
    assert.equal(
      untilTitle(Date.parse('2026-11-23T17:00:00Z'), { ...view, zone: 'Europe/London', locale: 'en-GB' }),
      'Until Mon 17:00',
    );
  });
});
