import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ann,
  annAction,
  appId,
  ask,
  at,
  bob,
  message,
  otherAppId,
  preferred,
  seen,
  session,
  simulator,
} from './ask.ts';

describe('setting and reading', async () => {
  const service = await simulator();

  it('shows a user about whom nothing was said as Available, because a Teams client is on', async () => {
    service.reset();
    assert.equal(await seen(service, ann), 'Available/Available');
  });

  const preferredPairs = [
    ['Available', 'Available'],
    ['Busy', 'Busy'],
    ['DoNotDisturb', 'DoNotDisturb'],
    ['BeRightBack', 'BeRightBack'],
    ['Away', 'Away'],
    ['Offline', 'OffWork'],
  ] as const;
  for (const [availability, activity] of preferredPairs) {
    it(`shows ${availability}/${activity} as preferred presence`, async () => {
      service.reset();
      const body = preferred(availability, activity, 'PT1H');
      const answer = await ask(service, annAction('setUserPreferredPresence'), { body });
      assert.equal(Math.floor(answer.status / 100), 2);
      assert.equal(answer.text, '');
      assert.equal(await seen(service, ann), `${availability}/${activity}`);
    });
  }

  const sessionPairs = [
    ['Available', 'Available'],
    ['Busy', 'InACall'],
    ['Busy', 'InAConferenceCall'],
    ['Away', 'Away'],
    ['DoNotDisturb', 'Presenting'],
  ] as const;
  for (const [availability, activity] of sessionPairs) {
    it(`shows ${availability}/${activity} as the only session`, async () => {
      service.reset();
      service.setTeamsClient({ userId: ann, on: false });
      const answer = await ask(service, annAction('setPresence'), { body: session(availability, activity) });
      assert.equal(Math.floor(answer.status / 100), 2);
      assert.equal(answer.text, '');
      assert.equal(await seen(service, ann), `${availability}/${activity}`);
    });
  }

  it('keeps one session for each application, so the last write wins', async () => {
    service.reset();
    await ask(service, annAction('setPresence'), { body: session('Busy', 'InACall') });
    await ask(service, annAction('setPresence'), { body: session('DoNotDisturb', 'Presenting') });
    assert.deepEqual(
      service.state(ann).sessions.map(({ appId: of, activity }) => [of, activity]),
      [[appId, 'Presenting']],
    );
  });

  it('keeps the sessions of two applications apart', async () => {
    service.reset();
    await ask(service, annAction('setPresence'), { body: session('DoNotDisturb', 'Presenting') });
    const body = { ...session('Busy', 'InACall'), sessionId: otherAppId };
    await ask(service, annAction('setPresence'), { body, token: 'other-app' });
    assert.equal(await seen(service, ann), 'DoNotDisturb/Presenting');
    await ask(service, annAction('clearPresence'), { body: { sessionId: appId } });
    assert.equal(await seen(service, ann), 'Busy/InACall');
  });

  it('keeps users apart, and takes an object id in any case', async () => {
    service.reset();
    const path = `/users/${bob.toUpperCase()}/presence/setUserPreferredPresence`;
    await ask(service, path, { body: preferred('Away', 'Away') });
    assert.equal(await seen(service, bob), 'Away/Away');
    assert.equal(await seen(service, ann), 'Available/Available');
  });

  it('clears a session, and answers 404 when there is none', async () => {
    service.reset();
    await ask(service, annAction('setPresence'), { body: session('Busy', 'InACall') });
    const body = { sessionId: appId };
    assert.equal(Math.floor((await ask(service, annAction('clearPresence'), { body })).status / 100), 2);
    assert.equal(await seen(service, ann), 'Available/Available');
    const again = await ask(service, annAction('clearPresence'), { body });
    assert.equal(again.status, 404);
    assert.equal(at(again.json, 'error', 'code'), 'NotFound');
  });

  it('answers 404 to clearPresence for a session that has ended by itself', async () => {
    service.reset();
    await ask(service, annAction('setPresence'), { body: session('Busy', 'InACall', 'PT5M') });
    service.advance(300);
    assert.equal(
      (await ask(service, annAction('clearPresence'), { body: { sessionId: appId } })).status,
      404,
    );
  });

  it('clears a preferred presence, and answers 2xx when there is none', async () => {
    service.reset();
    await ask(service, annAction('setUserPreferredPresence'), { body: preferred('Busy', 'Busy') });
    for (const turn of ['first', 'second']) {
      const answer = await ask(service, annAction('clearUserPreferredPresence'), { body: {} });
      assert.equal(Math.floor(answer.status / 100), 2, turn);
      assert.equal(await seen(service, ann), 'Available/Available');
    }
  });

  it('keeps the slots independent: clearing one leaves the others', async () => {
    service.reset();
    await ask(service, annAction('setUserPreferredPresence'), { body: preferred('Away', 'Away') });
    await ask(service, annAction('setPresence'), { body: session('Busy', 'InACall') });
    await ask(service, annAction('setStatusMessage'), { body: message('on the road') });
    await ask(service, annAction('clearUserPreferredPresence'), { body: {} });
    const state = service.state(ann);
    assert.equal(state.preferred, null);
    assert.equal(state.sessions.length, 1);
    assert.equal(state.statusMessage?.content, 'on the road');
  });

  it('reads many users in one call, and each only once', async () => {
    service.reset();
    await ask(service, annAction('setUserPreferredPresence'), { body: preferred('Busy', 'Busy') });
    const answer = await ask(service, '/communications/getPresencesByUserId', {
      body: { ids: [ann, bob, ann.toUpperCase()] },
    });
    assert.equal(answer.status, 200);
    assert.deepEqual(
      [0, 1, 2].map((index) => [
        at(answer.json, 'value', index, 'id'),
        at(answer.json, 'value', index, 'availability'),
      ]),
      [
        [ann, 'Busy'],
        [bob, 'Available'],
        [undefined, undefined],
      ],
    );
  });

  it('reads 650 users in one call', async () => {
    const ids = Array.from(
      { length: 650 },
      (_, index) => `33333333-3333-4333-8333-${String(index).padStart(12, '0')}`,
    );
    const answer = await ask(service, '/communications/getPresencesByUserId', { body: { ids } });
    assert.equal(at(answer.json, 'value', 'length'), 650);
  });

  it('gives a sequence number that grows as text with each visible change and not without one', async () => {
    service.reset();
    const numbers: string[] = [];
    for (const availability of ['Busy', 'Away', 'Away', 'DoNotDisturb']) {
      const body = preferred(availability, availability, 'PT1H');
      await ask(service, annAction('setUserPreferredPresence'), { body });
      const { json } = await ask(service, `/users/${ann}/presence`);
      numbers.push(String(at(json, 'sequenceNumber')));
    }
    const [busy = '', away = '', awayAgain = '', dnd = ''] = numbers;
    assert.ok(busy < away && away < dnd, numbers.join(' '));
    assert.equal(away, awayAgain);
    service.reset();
    const { json } = await ask(service, `/users/${ann}/presence`);
    assert.ok(String(at(json, 'sequenceNumber')) > dnd, 'a reset must not look stale to a reader');
  });

  it('shows out-of-office settings that only the control can set', async () => {
    service.reset();
    service.setOutOfOffice({ userId: ann, isOutOfOffice: true, message: 'Back on Monday' });
    const { json } = await ask(service, `/users/${ann}/presence`);
    assert.deepEqual(at(json, 'outOfOfficeSettings'), { isOutOfOffice: true, message: 'Back on Monday' });
  });

  it('puts a request-id on every answer and gives the client-request-id back', async () => {
    const headers = { 'client-request-id': 'abc-1' };
    const read = await ask(service, `/users/${ann}/presence`, { headers });
    assert.match(read.headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
    assert.equal(read.headers.get('client-request-id'), 'abc-1');
    const set = await ask(service, annAction('clearUserPreferredPresence'), { body: {} });
    assert.match(set.headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
    assert.notEqual(set.headers.get('request-id'), read.headers.get('request-id'));
  });
});
