/** When schedules hold: on nights when the clocks change, across midnight and month ends, and until their last day. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PairId } from '../../src/presence/pairs.ts';
import type { LocalDate, ScheduleTiming } from '../../src/presence/schedule.ts';
import {
  localDate,
  occurrencesBetween,
  occurrencesFrom,
  type Timed,
} from '../../src/schedules/occurrences.ts';

type Time = `${number}:${number}`;

function recurring(rrule: string, from: Time, to: Time | undefined, startsOn: LocalDate): ScheduleTiming {
  return { kind: 'recurring', rrule, from, ...(to === undefined ? {} : { to }), startsOn };
}

function timed(timing: ScheduleTiming, zone: string, more: Partial<Timed> = {}): Timed {
  return { status: 'doNotDisturb', timing, zone, skips: [], ...more };
}

/** Start and end as ISO 8601 in UTC, to the minute. */
function shown(one: Timed, from: string, most: number): readonly string[] {
  return occurrencesFrom(one, Date.parse(from), most).map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => new Date(at).toISOString().slice(0, 16)).join(' – '),
  );
}

interface Row {
  readonly what: string;
  readonly rrule: string;
  readonly from: Time;
  readonly to?: Time;
  readonly zone: string;
  readonly startsOn: LocalDate;
  /** From when on; otherwise from the first day on. */
  readonly at?: string;
  readonly next: readonly string[];
}

const rows: readonly Row[] = [
  {
    what: 'a start in New York’s spring gap moves forward',
    rrule: 'FREQ=DAILY',
    from: '02:30',
    to: '05:00',
    zone: 'America/New_York',
    startsOn: '2027-03-13',
    next: [
      '2027-03-13T07:30 – 2027-03-13T10:00',
      '2027-03-14T07:30 – 2027-03-14T09:00',
      '2027-03-15T06:30 – 2027-03-15T09:00',
    ],
  },
  {
    what: 'an end in the gap moves forward',
    rrule: 'FREQ=DAILY',
    from: '01:00',
    to: '02:30',
    zone: 'America/New_York',
    startsOn: '2027-03-14',
    next: ['2027-03-14T06:00 – 2027-03-14T07:30', '2027-03-15T05:00 – 2027-03-15T06:30'],
  },
  {
    what: 'a start that comes twice is the first one in London',
    rrule: 'FREQ=DAILY',
    from: '01:30',
    to: '03:00',
    zone: 'Europe/London',
    startsOn: '2026-10-25',
    next: ['2026-10-25T00:30 – 2026-10-25T03:00', '2026-10-26T01:30 – 2026-10-26T03:00'],
  },
  {
    what: 'half an hour is skipped on Lord Howe Island',
    rrule: 'FREQ=DAILY',
    from: '02:15',
    to: '04:00',
    zone: 'Australia/Lord_Howe',
    startsOn: '2026-10-03',
    next: [
      '2026-10-02T15:45 – 2026-10-02T17:30',
      '2026-10-03T15:45 – 2026-10-03T17:00',
      '2026-10-04T15:15 – 2026-10-04T17:00',
    ],
  },
  {
    what: 'half an hour comes twice on Lord Howe Island',
    rrule: 'FREQ=DAILY',
    from: '01:45',
    to: '03:00',
    zone: 'Australia/Lord_Howe',
    startsOn: '2027-04-04',
    next: ['2027-04-03T14:45 – 2027-04-03T16:30', '2027-04-04T15:15 – 2027-04-04T16:30'],
  },
  {
    what: 'the midnight that Beirut skips is an hour later',
    rrule: 'FREQ=DAILY',
    from: '00:00',
    to: '06:00',
    zone: 'Asia/Beirut',
    startsOn: '2027-03-27',
    next: [
      '2027-03-26T22:00 – 2027-03-27T04:00',
      '2027-03-27T22:00 – 2027-03-28T03:00',
      '2027-03-28T21:00 – 2027-03-29T03:00',
    ],
  },
  {
    what: 'a night across the gap is shorter, and none is lost',
    rrule: 'FREQ=DAILY',
    from: '22:00',
    to: '07:00',
    zone: 'Europe/London',
    startsOn: '2027-03-27',
    next: ['2027-03-27T22:00 – 2027-03-28T06:00', '2027-03-28T21:00 – 2027-03-29T06:00'],
  },
  {
    what: 'a night ends on the next day, though that is none of its days',
    rrule: 'FREQ=WEEKLY;BYDAY=FR',
    from: '22:00',
    to: '07:00',
    zone: 'America/New_York',
    startsOn: '2026-11-20',
    next: ['2026-11-21T03:00 – 2026-11-21T12:00', '2026-11-28T03:00 – 2026-11-28T12:00'],
  },
  {
    what: 'all day is from midnight to midnight',
    rrule: 'FREQ=WEEKLY;BYDAY=SA,SU',
    from: '00:00',
    to: '24:00',
    zone: 'Europe/London',
    startsOn: '2026-11-20',
    next: ['2026-11-21T00:00 – 2026-11-22T00:00', '2026-11-22T00:00 – 2026-11-23T00:00'],
  },
  {
    what: '29 February comes every four years',
    rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    from: '09:00',
    to: '10:00',
    zone: 'UTC',
    startsOn: '2026-11-20',
    next: ['2028-02-29T09:00 – 2028-02-29T10:00', '2032-02-29T09:00 – 2032-02-29T10:00'],
  },
  {
    what: 'the last day of the month is the 28th to the 31st',
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    from: '09:00',
    to: '10:00',
    zone: 'UTC',
    startsOn: '2027-01-05',
    next: [
      '2027-01-31T09:00 – 2027-01-31T10:00',
      '2027-02-28T09:00 – 2027-02-28T10:00',
      '2027-03-31T09:00 – 2027-03-31T10:00',
      '2027-04-30T09:00 – 2027-04-30T10:00',
    ],
  },
  {
    what: 'the 31st is in seven months of the year',
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=31',
    from: '09:00',
    to: '10:00',
    zone: 'UTC',
    startsOn: '2027-01-31',
    next: ['2027-01-31T09:00 – 2027-01-31T10:00', '2027-03-31T09:00 – 2027-03-31T10:00'],
  },
  {
    what: 'the first Monday of the month',
    rrule: 'FREQ=MONTHLY;BYDAY=1MO',
    from: '09:00',
    to: '10:00',
    zone: 'UTC',
    startsOn: '2026-11-20',
    next: ['2026-12-07T09:00 – 2026-12-07T10:00', '2027-01-04T09:00 – 2027-01-04T10:00'],
  },
  {
    what: 'every other week counts from the week it begins in',
    rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
    from: '09:00',
    to: '10:00',
    zone: 'UTC',
    startsOn: '2026-11-23',
    at: '2026-12-01T00:00Z',
    next: ['2026-12-07T09:00 – 2026-12-07T10:00', '2026-12-21T09:00 – 2026-12-21T10:00'],
  },
  {
    what: 'the last day is one of its days',
    rrule: 'FREQ=DAILY;UNTIL=20261127',
    from: '22:00',
    to: '07:00',
    zone: 'America/New_York',
    startsOn: '2026-11-26',
    next: ['2026-11-27T03:00 – 2026-11-27T12:00', '2026-11-28T03:00 – 2026-11-28T12:00'],
  },
  {
    what: 'without an end it has the status’s own',
    rrule: 'FREQ=WEEKLY;BYDAY=MO',
    from: '09:00',
    zone: '+05:30',
    startsOn: '2026-11-23',
    next: ['2026-11-23T03:30 – 2026-11-24T03:30'],
  },
];

describe('when a schedule holds', () => {
  for (const { what, rrule, from, to, zone, startsOn, at, next } of rows)
    it(what, () => {
      const one = timed(recurring(rrule, from, to, startsOn), zone);
      assert.deepEqual(shown(one, at ?? `${startsOn}T00:00+14:00`, next.length), next);
    });

  it('is over after its last day', () => {
    const one = timed(recurring('FREQ=DAILY;UNTIL=20261127', '09:00', '10:00', '2026-11-20'), 'UTC');
    assert.deepEqual(shown(one, '2026-11-27T09:00Z', 3), ['2026-11-27T09:00 – 2026-11-27T10:00']);
    assert.deepEqual(shown(one, '2026-11-27T09:01Z', 3), []);
  });

  it('leaves out the days that are skipped', () => {
    const one = timed(recurring('FREQ=DAILY', '09:00', '10:00', '2026-11-20'), 'UTC', {
      skips: ['2026-11-21'],
    });
    assert.deepEqual(
      occurrencesFrom(one, Date.parse('2026-11-20T09:00Z'), 2).map(({ date }) => date),
      ['2026-11-20', '2026-11-22'],
    );
  });

  it('is once where it was said once, for its own length where no end was', () => {
    const startsAt = Date.parse('2026-11-20T16:00Z');
    const status: PairId = 'inACall';
    const one = timed({ kind: 'once', startsAt }, 'UTC', { status });
    assert.deepEqual(shown(one, '2026-11-20T00:00Z', 2), ['2026-11-20T16:00 – 2026-11-20T17:00']);
    assert.deepEqual(shown(one, '2026-11-20T16:01Z', 2), []);
  });

  it('tells what a week has of a night that began before it', () => {
    const one = timed(recurring('FREQ=DAILY', '22:00', '07:00', '2026-11-01'), 'UTC');
    const found = occurrencesBetween(
      one,
      Date.parse('2026-11-23T00:00Z'),
      Date.parse('2026-11-24T00:00Z'),
      9,
    );
    assert.deepEqual(
      found.map(({ date }) => date),
      ['2026-11-22', '2026-11-23'],
    );
  });

  it('knows the day by the person’s own clock', () => {
    assert.equal(localDate(Date.parse('2026-11-20T23:30Z'), 'Asia/Tokyo'), '2026-11-21');
  });
});
