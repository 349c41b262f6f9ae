import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestFromBody } from '../../src/presence/pasted-body.ts';
import { formatDuration, parseDuration } from '../../src/presence/duration.ts';
import { guid, type WantedPresence } from '../../src/presence/intent.ts';
import { validate } from '../../src/presence/validate.ts';
import { now, policy, request } from './samples.ts';

const minute = 60;
const hour = 3600;
const day = 86_400;

function problemOf(wanted: WantedPresence): string | undefined {
  const judged = validate(request(wanted), policy, now);
  return judged.ok ? undefined : judged.problem.code;
}

describe('bounds hold to the second', () => {
  const cases: [string, WantedPresence, string | undefined][] = [
    ['a session of 5 minutes', { kind: 'open', session: 'presenting', end: lasting(5 * minute) }, undefined],
    [
      'a session a second under 5 minutes',
      { kind: 'open', session: 'presenting', end: lasting(299) },
      'outOfBounds',
    ],
    ['a session of 4 hours', { kind: 'open', session: 'inACall', end: lasting(4 * hour) }, undefined],
    [
      'a session a second over 4 hours',
      { kind: 'open', session: 'inACall', end: lasting(14_401) },
      'outOfBounds',
    ],
    ['a status of a minute', { kind: 'prefer', status: 'busy', end: lasting(minute) }, undefined],
    ['a status of 59 seconds', { kind: 'prefer', status: 'busy', end: lasting(59) }, 'outOfBounds'],
    ['a status of 30 days', { kind: 'prefer', status: 'away', end: lasting(30 * day) }, undefined],
    [
      'a status a second over 30 days',
      { kind: 'prefer', status: 'away', end: lasting(30 * day + 1) },
      'outOfBounds',
    ],
    ['a status of no time', { kind: 'prefer', status: 'busy', end: lasting(0) }, 'outOfBounds'],
    ['a status of less than no time', { kind: 'prefer', status: 'busy', end: lasting(-5) }, 'outOfBounds'],
    ['a status of NaN seconds', { kind: 'prefer', status: 'busy', end: lasting(Number.NaN) }, 'outOfBounds'],
    [
      'an end that is now',
      { kind: 'prefer', status: 'busy', end: { said: 'instant', at: now } },
      'endPassed',
    ],
    ['an end that was', { kind: 'message', text: 'x', end: { said: 'instant', at: now - 1 } }, 'endPassed'],
    ['a message for two years', { kind: 'message', text: 'x', end: lasting(732 * day) }, 'messageTooFar'],
    ['clearing nothing', { kind: 'clear', slots: [] }, 'nothingToDo'],
    ['putting nothing', { kind: 'put', holdings: [], emptied: [] }, 'nothingToDo'],
  ];
  for (const [name, wanted, problem] of cases) {
    it(`${name}: ${problem ?? 'passes'}`, () => {
      assert.equal(problemOf(wanted), problem);
    });
  }

  it('says what was asked and what the bounds are', () => {
    const judged = validate(
      request({ kind: 'open', session: 'presenting', end: lasting(9 * hour) }),
      policy,
      now,
    );
    assert.ok(!judged.ok && judged.problem.code === 'outOfBounds');
    assert.equal(judged.problem.seconds, 9 * hour);
    assert.equal(judged.problem.pair.maxSeconds, 4 * hour);
  });
});

describe('messages that Teams would not show as typed', () => {
  const cases: [string, string, string | undefined][] = [
    ['an empty one', '  ', 'messageEmpty'],
    ['280 characters', 'x'.repeat(280), undefined],
    ['281 characters', 'x'.repeat(281), 'messageTooLong'],
    ['a tag', 'hi <b>there</b>', 'messageMarkup'],
    ['the pinning suffix', 'hi<pinnednote></pinnednote>', 'messageMarkup'],
    ['a comment', 'hi <!-- x -->', 'messageMarkup'],
    ['a smaller-than sign', 'load < 5 %', undefined],
  ];
  for (const [name, text, problem] of cases) {
    it(`${name}: ${problem ?? 'passes'}`, () => {
      assert.equal(problemOf({ kind: 'message', text, end: { said: 'nothing' } }), problem);
      assert.equal(problemOf({ kind: 'prefer', status: 'busy', end: lasting(hour), message: text }), problem);
    });
  }
});

describe('bodies that Graph would not take', () => {
  const cases: [string, unknown, string][] = [
    [
      'a session pair as preferred',
      { sessionId: policy.sessionId, availability: 'Busy', activity: 'Busy' },
      'badPair',
    ],
    ['a pair that exists nowhere', { availability: 'Busy', activity: 'Presenting' }, 'badPair'],
    ['out of office', { availability: 'OutOfOffice', activity: 'OutOfOffice' }, 'badPair'],
    ['camel case', { availability: 'busy', activity: 'busy' }, 'badPair'],
    [
      'somebody else’s session',
      { sessionId: '99999999-9999-4999-8999-999999999999', availability: 'Away', activity: 'Away' },
      'foreignSession',
    ],
    [
      'a sessionId that is no GUID',
      { sessionId: 'me', availability: 'Away', activity: 'Away' },
      'foreignSession',
    ],
    ['an unknown field', { availability: 'Away', activity: 'Away', userId: 'x' }, 'badBody'],
    ['a missing field', { availability: 'Away' }, 'badBody'],
    ['a number for a text', { availability: 5, activity: 'Away' }, 'badBody'],
    ['a week', { availability: 'Away', activity: 'Away', expirationDuration: 'P1W' }, 'badBody'],
    ['a message as HTML', { statusMessage: { message: { content: 'x', contentType: 'html' } } }, 'badBody'],
    ['a message without content', { statusMessage: { message: {} } }, 'badBody'],
    [
      'a message beside a state',
      { statusMessage: { message: { content: 'x' } }, activity: 'Busy' },
      'badBody',
    ],
    [
      'an end in a zone that is none',
      {
        statusMessage: {
          message: { content: 'x' },
          expiryDateTime: { dateTime: '2026-11-20T21:00', timeZone: 'Mars' },
        },
      },
      'badBody',
    ],
    ['an array', [], 'badBody'],
    ['null', null, 'badBody'],
  ];
  for (const [name, body, problem] of cases) {
    it(`${name}: ${problem}`, () => {
      const judged = requestFromBody(body, policy);
      assert.ok(!judged.ok);
      assert.equal(judged.problem.code, problem);
    });
  }
});

describe('durations', () => {
  for (const text of [
    '',
    'P',
    'PT',
    'P1W',
    'P1M',
    'P1Y',
    '-PT5M',
    'PT-5M',
    'pt5m',
    'PT1.5H',
    'PT5M ',
    '5M',
    'P1DT',
    'PT1H1H',
  ]) {
    it(`${JSON.stringify(text)} is none that Graph takes`, () => {
      assert.equal(parseDuration(text), undefined);
    });
  }

  it('read back as they were written', () => {
    for (const seconds of [1, 60, 90, 3600, 5400, 28_800, day, day + 1, 7 * day, 30 * day]) {
      assert.equal(parseDuration(formatDuration(seconds)), seconds);
    }
  });

  it('are never written for anything but positive whole seconds', () => {
    for (const seconds of [0, -1, 1.5, Number.NaN, Infinity])
      assert.throws(() => formatDuration(seconds), RangeError);
  });
});

describe('identities', () => {
  it('are GUIDs and nothing else, and compare without regard to case', () => {
    assert.equal(guid('33333333-3333-4333-8333-33333333333A'), '33333333-3333-4333-8333-33333333333a');
    for (const text of [
      '',
      'me',
      'avery@brightwater.example',
      '33333333-3333-4333-8333-33333333333',
      '{33333333-3333-4333-8333-333333333333}',
    ]) {
      assert.equal(guid(text), undefined);
    }
  });
});

function lasting(seconds: number) {
  return { said: 'duration', seconds } as const;
}
