import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { durationText, untilText } from '../../src/replies/phrases.ts';
import { zoneLabel } from '../../src/replies/time.ts';

describe('an end, as people read it', () => {
  const cases: [end: string, now: string, zone: string, locale: string, said: string][] = [
    [
      '2026-11-20T15:00:00-05:00',
      '2026-11-20T14:07:00-05:00',
      'America/New_York',
      'en-US',
      'until 3:00 PM (New York)',
    ],
    [
      '2026-11-20T15:00:00+00:00',
      '2026-11-20T14:07:00+00:00',
      'Europe/London',
      'en-GB',
      'until 15:00 (London)',
    ],
    [
      '2026-11-20T15:00:00+01:00',
      '2026-11-20T14:07:00+01:00',
      'Europe/Berlin',
      'de-DE',
      'bis 15:00 Uhr (Berlin)',
    ],
    // Italian is not spoken: English, with the customs of Italy.
    ['2026-11-20T15:00:00+01:00', '2026-11-20T14:07:00+01:00', 'Europe/Rome', 'it-IT', 'until 15:00 (Rome)'],
    [
      '2026-11-21T09:00:00-05:00',
      '2026-11-20T14:07:00-05:00',
      'America/New_York',
      'en-US',
      'until tomorrow, 9:00 AM (New York)',
    ],
    [
      '2026-11-21T00:00:00-05:00',
      '2026-11-20T14:07:00-05:00',
      'America/New_York',
      'en-US',
      'until midnight tonight (New York)',
    ],
    [
      '2026-11-23T00:00:00-05:00',
      '2026-11-20T14:07:00-05:00',
      'America/New_York',
      'en-US',
      'until the start of Mon, Nov 23 (New York)',
    ],
    [
      '2026-11-23T09:30:00-05:00',
      '2026-11-20T14:07:00-05:00',
      'America/New_York',
      'en-US',
      'until Mon, Nov 23, 9:30 AM (New York)',
    ],
    // The night the clocks go forward is 23 hours long: a day later is not "tomorrow".
    [
      '2026-03-09T09:00:00-04:00',
      '2026-03-07T23:30:00-05:00',
      'America/New_York',
      'en-US',
      'until Mon, Mar 9, 9:00 AM (New York)',
    ],
    [
      '2026-03-08T09:00:00-04:00',
      '2026-03-07T23:30:00-05:00',
      'America/New_York',
      'en-US',
      'until tomorrow, 9:00 AM (New York)',
    ],
    // And the night they go back is 25.
    [
      '2026-11-02T09:00:00-05:00',
      '2026-11-01T00:30:00-04:00',
      'America/New_York',
      'en-US',
      'until tomorrow, 9:00 AM (New York)',
    ],
    [
      '2026-11-20T15:00:00+05:30',
      '2026-11-20T14:07:00+05:30',
      '+05:30',
      'en-IN',
      'until 3:00 pm (UTC+05:30)',
    ],
    // The year is said where it is another one.
    [
      '2027-01-04T09:00:00-05:00',
      '2026-11-20T14:07:00-05:00',
      'America/New_York',
      'en-US',
      'until Mon, Jan 4, 2027, 9:00 AM (New York)',
    ],
    [
      '2027-01-04T09:00:00Z',
      '2026-12-31T23:30:00Z',
      'Europe/London',
      'en-GB',
      'until Mon, 4 Jan 2027, 9:00 (London)',
    ],
    [
      '2027-01-01T09:00:00Z',
      '2026-12-31T23:30:00Z',
      'Europe/London',
      'en-GB',
      'until tomorrow, 9:00 (London)',
    ],
    [
      '2027-01-01T00:00:00+13:00',
      '2026-11-20T14:07:00+13:00',
      'Pacific/Auckland',
      'en-NZ',
      'until the start of Fri, 1 Jan 2027 (Auckland)',
    ],
    // On the night the clocks go back they show an hour twice, or half of one.
    [
      '2026-11-01T01:11:00-04:00',
      '2026-11-01T00:30:00-04:00',
      'America/New_York',
      'en-US',
      'until the first 1:11 AM (New York)',
    ],
    [
      '2026-11-01T01:11:00-05:00',
      '2026-10-31T20:30:00-04:00',
      'America/New_York',
      'en-US',
      'until tomorrow, the second 1:11 AM (New York)',
    ],
    [
      '2026-11-01T02:00:00-05:00',
      '2026-11-01T00:30:00-04:00',
      'America/New_York',
      'en-US',
      'until 2:00 AM (New York)',
    ],
    [
      '2026-04-05T01:45:00+10:30',
      '2026-04-05T00:30:00+11:00',
      'Australia/Lord_Howe',
      'en-AU',
      'until the second 1:45 am (Lord Howe)',
    ],
    ['2026-11-20T15:00:00Z', '2026-11-20T14:07:00Z', 'UTC', 'no locale', 'until 3:00 PM (UTC)'],
  ];
  for (const [end, now, zone, locale, said] of cases) {
    it(`${end} seen from ${now} is ${said}`, () => {
      assert.equal(untilText(Date.parse(end), { now: Date.parse(now), zone, locale }), said);
    });
  }

  it('without a zone is a duration', () => {
    assert.equal(untilText(7_199_400, { now: 0, zone: undefined, locale: 'en' }), 'for 2 hours');
  });
});

describe('durations and zones in words', () => {
  it('name what is there and nothing else', () => {
    const view = { now: 0, zone: undefined, locale: 'en' };
    const said: [number, string][] = [
      [0, '0 seconds'],
      [30, '30 seconds'],
      [60, '1 minute'],
      [14_460, '4 hours 1 minute'],
      [86_400, '1 day'],
      [90_000, '1 day 1 hour'],
    ];
    for (const [seconds, text] of said) assert.equal(durationText(seconds, view), text);
  });

  it('turn POSIX zones the way people count them', () => {
    assert.equal(zoneLabel('Etc/GMT+5'), 'UTC-5');
    assert.equal(zoneLabel('America/Argentina/Buenos_Aires'), 'Buenos Aires');
  });
});
