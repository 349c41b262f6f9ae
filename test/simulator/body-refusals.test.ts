import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, annAction, appId, ask, at, message, otherAppId, preferred, session, simulator } from './ask.ts';

const preferredOk = ['Available', 'Busy', 'DoNotDisturb', 'BeRightBack', 'Away'];
const everyAvailability = [...preferredOk, 'Offline', 'AvailableIdle', 'BusyIdle', 'PresenceUnknown'];
const everyActivity = [
  ...preferredOk,
  ...['Offline', 'OffWork', 'InACall', 'InAConferenceCall', 'InAMeeting', 'Inactive', 'AvailableInactive'],
  ...['OutOfOffice', 'PresenceUnknown', 'Presenting', 'UrgentInterruptionsOnly', 'Focusing'],
];
const sessionOk = [
  'Available/Available',
  'Busy/InACall',
  'Busy/InAConferenceCall',
  'Away/Away',
  'DoNotDisturb/Presenting',
];
const misspelt = [
  ['available', 'available'],
  ['AVAILABLE', 'AVAILABLE'],
  ['Available ', 'Available'],
  ['Away', 'away'],
  ['', ''],
] as const;

/** Not durations at all. */
const notDurations = [
  ...['', ' ', 'P', 'PT', 'P1DT', 'T1H', '1H', 'PT1', 'P1', '60', 'PT1H ', ' PT1H', '+PT1H', 'PT+1H'],
  ...['pt1h', 'PT1h', 'p1d', 'P1W', 'P1M', 'P1Y', 'P1Y2M3D', 'P1D1H', 'P1H', 'PT1D', 'PT5M1H', 'PT1H1H'],
  ...[
    'PT1.5H',
    'PT0.5M',
    'P0.5D',
    'PT1,5H',
    'PT.5S',
    'PT5.S',
    'PT٥M',
    'PTH',
    'PT5M\n',
    '01:00:00',
    'an hour',
  ],
];
const negative = ['-PT5M', '-P1D', 'P-1D', 'PT-5M', '-PT1H'];

describe('bodies that are refused', async () => {
  const service = await simulator();

  async function refused(action: string, body: unknown, code?: string, text?: string): Promise<void> {
    service.clearRequests();
    const before = JSON.stringify(service.state(ann));
    const answer = await ask(service, annAction(action), { body });
    assert.equal(answer.status, 400, `${action} ${JSON.stringify(body)}`);
    assert.equal(typeof at(answer.json, 'error', 'code'), 'string');
    assert.match(answer.headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
    const inner = at(answer.json, 'error', 'innerError');
    assert.equal(at(inner, 'request-id'), answer.headers.get('request-id'));
    assert.equal(at(inner, 'date'), '2026-01-05T09:00:00');
    assert.equal(typeof at(inner, 'client-request-id'), 'string');
    if (code !== undefined) assert.equal(at(answer.json, 'error', 'code'), code);
    if (text !== undefined) assert.equal(at(answer.json, 'error', 'message'), text);
    assert.equal(JSON.stringify(service.state(ann)), before, 'a refused body must change nothing');
  }

  it('refuses every pair that setUserPreferredPresence does not list', async () => {
    let count = 0;
    for (const availability of everyAvailability) {
      for (const activity of everyActivity) {
        const isListed = preferredOk.includes(availability)
          ? availability === activity
          : `${availability}/${activity}` === 'Offline/OffWork';
        if (isListed) continue;
        count += 1;
        await refused('setUserPreferredPresence', preferred(availability, activity, 'PT1H'));
      }
    }
    assert.equal(count, everyAvailability.length * everyActivity.length - 6);
  });

  it('refuses every pair that setPresence does not list', async () => {
    let count = 0;
    for (const availability of everyAvailability) {
      for (const activity of everyActivity) {
        if (sessionOk.includes(`${availability}/${activity}`)) continue;
        count += 1;
        await refused('setPresence', session(availability, activity, 'PT1H'));
      }
    }
    assert.equal(count, everyAvailability.length * everyActivity.length - 5);
  });

  it('refuses pairs that are not spelt in PascalCase', async () => {
    for (const [availability, activity] of misspelt) {
      await refused('setUserPreferredPresence', preferred(availability, activity, 'PT1H'));
      await refused('setPresence', session(availability, activity, 'PT1H'));
    }
  });

  for (const text of [...notDurations, ...negative]) {
    it(`refuses the duration ${JSON.stringify(text)}`, async () => {
      await refused('setPresence', session('Busy', 'InACall', text));
      await refused('setUserPreferredPresence', preferred('Busy', 'Busy', text));
    });
  }

  for (const text of [
    'PT0S',
    'PT1S',
    'PT4M',
    'PT4M59S',
    'PT299S',
    'PT241M',
    'PT4H1S',
    'PT5H',
    'P1D',
    '-PT5M',
  ]) {
    it(`refuses a session of ${text}, which is outside 5 to 240 minutes`, async () => {
      const why = 'The provided [ExpirationDuration] is out of range.';
      await refused('setPresence', session('Busy', 'InACall', text), 'InvalidArgument', why);
    });
  }

  for (const text of ['PT5M', 'PT300S', 'PT4H', 'PT240M', 'PT3H60M', 'PT14400S', 'PT0H5M', 'P0DT5M']) {
    it(`takes a session of ${text}`, async () => {
      service.reset();
      const answer = await ask(service, annAction('setPresence'), { body: session('Busy', 'InACall', text) });
      assert.equal(Math.floor(answer.status / 100), 2);
    });
  }

  it('takes a preferred presence of a week as seven days', async () => {
    service.reset();
    await ask(service, annAction('setUserPreferredPresence'), { body: preferred('Away', 'Away', 'P7D') });
    assert.equal(service.state(ann).preferred?.endsAt, '2026-01-12T09:00:00.000Z');
  });

  for (const action of ['setPresence', 'clearPresence']) {
    it(`demands a sessionId for ${action}, in the words of the service`, async () => {
      const why = '[SessionId]: The SessionId field is required.';
      const body = action === 'setPresence' ? preferred('Busy', 'InACall') : {};
      await refused(action, body, 'InvalidArgument', why);
      await refused(action, { ...body, sessionId: '' }, 'InvalidArgument', why);
    });
  }

  it('refuses the sessionId of another application', async () => {
    await refused('setPresence', { ...session('Busy', 'InACall'), sessionId: otherAppId });
    await refused('clearPresence', { sessionId: otherAppId });
    await refused('clearPresence', { sessionId: 'my session' });
  });

  const shapes: readonly (readonly [string, string, unknown])[] = [
    ['a sessionId beside a preferred presence', 'setUserPreferredPresence', session('Busy', 'Busy')],
    ['an unknown field', 'setPresence', { ...session('Busy', 'InACall'), until: 'noon' }],
    ['a field in the wrong case', 'setUserPreferredPresence', { Availability: 'Busy', Activity: 'Busy' }],
    ['a missing availability', 'setUserPreferredPresence', { activity: 'Busy' }],
    ['a missing activity', 'setPresence', { sessionId: appId, availability: 'Busy' }],
    ['a number for a duration', 'setPresence', { ...session('Busy', 'InACall'), expirationDuration: 300 }],
    ['a list for an availability', 'setUserPreferredPresence', { availability: ['Busy'], activity: 'Busy' }],
    ['a field of clearUserPreferredPresence', 'clearUserPreferredPresence', { sessionId: appId }],
    ['a list for a body', 'clearUserPreferredPresence', []],
    ['a text for a body', 'clearUserPreferredPresence', '"{}"'],
    ['a number for a body', 'setPresence', '7'],
    ['null for a body', 'clearPresence', 'null'],
    ['malformed JSON', 'setPresence', '{"sessionId": "'],
    ['single quotes', 'clearUserPreferredPresence', "{'a': 1}"],
    [
      'a message without its wrapping',
      'setStatusMessage',
      { message: { content: 'a', contentType: 'text' } },
    ],
    ['a message as a bare text', 'setStatusMessage', { statusMessage: 'lunch' }],
    ['no message', 'setStatusMessage', { statusMessage: {} }],
    ['no content type', 'setStatusMessage', { statusMessage: { message: { content: 'lunch' } } }],
    [
      'an HTML message',
      'setStatusMessage',
      { statusMessage: { message: { content: '<b>lunch</b>', contentType: 'html' } } },
    ],
    ['an unknown field inside', 'setStatusMessage', { statusMessage: { text: 'lunch' } }],
    ['an expiry as a bare text', 'setStatusMessage', message('lunch', '2026-01-05T10:00:00')],
    ['an expiry without a zone', 'setStatusMessage', message('lunch', { dateTime: '2026-01-05T10:00:00' })],
  ];
  for (const [name, action, body] of shapes) {
    it(`refuses ${name}`, () => refused(action, body));
  }

  const expiries = [
    ['2026-01-05T10:00:00Z', 'UTC'],
    ['2026-01-05T10:00:00+01:00', 'UTC'],
    ['2026-01-05T10:00:00-08:00', 'Pacific Standard Time'],
    ['2026-01-05T10:00:00[UTC]', 'UTC'],
    ['2026-01-05', 'UTC'],
    ['2026-01-05 10:00:00', 'UTC'],
    ['2026-02-30T10:00:00', 'UTC'],
    ['2026-01-05T25:00:00', 'UTC'],
    ['10:00', 'UTC'],
    ['', 'UTC'],
    ['2026-01-05T12:00:00', ''],
    ['2026-01-05T12:00:00', '+01:00'],
    ['2026-01-05T12:00:00', 'Mars/Olympus'],
    ['2026-01-05T12:00:00', 'Middle of Nowhere Time'],
  ] as const;
  for (const [dateTime, timeZone] of expiries) {
    it(`refuses the expiry ${JSON.stringify(dateTime)} in ${JSON.stringify(timeZone)}`, () =>
      refused('setStatusMessage', message('lunch', { dateTime, timeZone })));
  }

  it('refuses more than 650 ids, none, ids that are none, and names', async () => {
    const ids = Array.from(
      { length: 651 },
      (_, index) => `${ann.slice(0, -4)}${String(index).padStart(4, '0')}`,
    );
    for (const wrong of [ids, [], ['ann'], ['ann@contoso.com'], [7], ann]) {
      const answer = await ask(service, '/communications/getPresencesByUserId', { body: { ids: wrong } });
      assert.equal(answer.status, 400);
    }
  });

  it('refuses a body that is not said to be JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const answer = await ask(service, annAction('clearUserPreferredPresence'), {
        body: '{}',
        headers: { 'content-type': type },
      });
      assert.equal(answer.status, 400, type);
    }
  });

  it('takes a content type with a charset', async () => {
    const answer = await ask(service, annAction('clearUserPreferredPresence'), {
      body: '{}',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    assert.equal(Math.floor(answer.status / 100), 2);
  });

  it('refuses bytes that are no UTF-8', async () => {
    const response = await fetch(`${service.url}/v1.0${annAction('setStatusMessage')}`, {
      method: 'POST',
      headers: { authorization: 'Bearer app', 'content-type': 'application/json' },
      body: Buffer.from('{"statusMessage":{"message":{"content":"\xe9","contentType":"text"}}}', 'latin1'),
    });
    await response.text();
    assert.equal(response.status, 400);
  });

  it('refuses an empty body where one is needed', async () => {
    for (const action of ['setPresence', 'clearPresence', 'setUserPreferredPresence', 'setStatusMessage']) {
      const response = await fetch(`${service.url}/v1.0${annAction(action)}`, {
        method: 'POST',
        headers: { authorization: 'Bearer app' },
      });
      await response.text();
      assert.equal(response.status, 400, action);
    }
  });

  it('refuses a body that is too large, and goes on serving', async () => {
    const small = await simulator({ maxBodyBytes: 1000 });
    const large = await ask(small, annAction('setStatusMessage'), { body: message('x'.repeat(100_000)) });
    assert.equal(large.status, 413);
    const fits = await ask(small, annAction('setStatusMessage'), { body: message('x') });
    assert.equal(Math.floor(fits.status / 100), 2);
  });
});
