import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, annAction, ask, at, bob, preferred, seen, send, session, simulator } from './ask.ts';

describe('control routes', async () => {
  const service = await simulator();
  const control = (method: string, path: string, body?: unknown): ReturnType<typeof send> =>
    send(service, method, `/_simulator${path}`, body === undefined ? {} : { body });

  it('show a help page that names every route', async () => {
    for (const path of ['/', '']) {
      const { status, text } = await control('GET', path);
      assert.equal(status, 200);
      for (const route of [
        'state',
        'clock',
        'faults',
        'teams-client',
        'out-of-office',
        'requests',
        'reset',
      ]) {
        assert.match(text, new RegExp(`curl .*/_simulator/${route}`));
      }
    }
  });

  it('answer every example of the help page with 200', async () => {
    service.reset();
    const { text } = await control('GET', '/');
    const examples = [
      ...text.matchAll(/^ +curl (-X (?<method>\w+) )?"\$S(?<path>[^"]*)"( -d '(?<body>.*?)'(?= |$))?/gm),
    ];
    assert.ok(examples.length > 15, `${examples.length}`);
    for (const { groups } of examples) {
      const path = groups?.['path']?.replaceAll('$U', ann) ?? '';
      const body = groups?.['body']?.replaceAll("'$U'", ann);
      const answer = await send(
        service,
        groups?.['method'] ?? (body === undefined ? 'GET' : 'POST'),
        path,
        body === undefined ? {} : { body },
      );
      assert.equal(answer.status, 200, `${path} ${body ?? ''} ${answer.text}`);
    }
    service.reset();
  });

  it('show what colleagues see and every slot with its end', async () => {
    service.reset();
    await ask(service, annAction('setPresence'), { body: session('Available', 'Available', 'PT1H') });
    await ask(service, annAction('setUserPreferredPresence'), { body: preferred('Away', 'Away', 'P1D') });
    await control('POST', '/clock', { advanceSeconds: 360 });
    const { json } = await control('GET', `/state?userId=${ann.toUpperCase()}`);
    assert.deepEqual(at(json, 'seen'), {
      availability: 'Away',
      activity: 'Away',
      because: 'preferred presence',
    });
    assert.equal(at(json, 'preferred', 'endsAt'), '2026-01-06T09:00:00.000Z');
    assert.equal(at(json, 'sessions', 0, 'endsAt'), '2026-01-05T10:00:00.000Z');
    assert.deepEqual(at(json, 'sessions', 0, 'now'), {
      availability: 'Available',
      activity: 'AvailableInactive',
    });
    assert.deepEqual(at(json, 'teamsClients'), [
      { client: 'desktop', availability: 'Available', activity: 'Available' },
    ]);
    const all = await control('GET', '/state');
    assert.deepEqual([at(all.json, 'length'), at(all.json, 0, 'userId')], [1, ann]);
  });

  it('move the clock, set it, and put it back', async () => {
    service.reset();
    assert.equal(at((await control('GET', '/clock')).json, 'now'), '2026-01-05T09:00:00.000Z');
    const moved = await control('POST', '/clock', { advanceSeconds: 90.5 });
    assert.deepEqual(moved.json, { now: '2026-01-05T09:01:30.500Z', offsetSeconds: 90.5 });
    const set = await control('POST', '/clock', { now: '2026-03-29T02:59:00+02:00' });
    assert.equal(at(set.json, 'now'), '2026-03-29T00:59:00.000Z');
    const back = await control('POST', '/clock', { reset: true });
    assert.deepEqual(back.json, { now: '2026-01-05T09:00:00.000Z', offsetSeconds: 0 });
  });

  it('switch a Teams client off and on', async () => {
    service.reset();
    await control('POST', '/teams-client', { userId: ann, on: false });
    assert.equal(await seen(service, ann), 'Offline/Offline');
    await control('POST', '/teams-client', {
      userId: ann,
      on: true,
      availability: 'Busy',
      activity: 'InAMeeting',
    });
    assert.equal(await seen(service, ann), 'Busy/InAMeeting');
    assert.equal(await seen(service, bob), 'Available/Available');
  });

  it('inject, list and remove faults, and release what hangs', async () => {
    service.reset();
    const added = await control('POST', '/faults', { kind: 'answer', status: 503, times: 2 });
    assert.equal((await ask(service, `/users/${ann}/presence`)).status, 503);
    const list = await control('GET', '/faults');
    assert.deepEqual([at(list.json, 'length'), at(list.json, 0, 'hits')], [1, 1]);
    const removed = await control('DELETE', `/faults?id=${String(at(added.json, 'id'))}`);
    assert.deepEqual(removed.json, { removed: 1 });
    assert.equal((await ask(service, `/users/${ann}/presence`)).status, 200);
    assert.deepEqual((await control('POST', '/faults/release')).json, { released: 0 });
  });

  it('show the log by user and action, and clear it', async () => {
    service.reset();
    await ask(service, `/users/${ann}/presence`);
    await ask(service, `/users/${bob}/presence`);
    await ask(service, annAction('clearUserPreferredPresence'), { body: {} });
    const some = await control('GET', `/requests?userId=${ann}&action=getPresence`);
    assert.deepEqual([at(some.json, 'length'), at(some.json, 0, 'userId')], [1, ann]);
    assert.equal(at((await control('GET', '/requests?limit=2')).json, 'length'), 2);
    await control('DELETE', '/requests');
    assert.deepEqual((await control('GET', '/requests')).json, []);
  });

  it('need no token, and never show one', async () => {
    const response = await fetch(`${service.url}/_simulator/requests`);
    assert.equal(response.status, 200);
    await ask(service, `/users/${ann}/presence`, { token: 'other-app' });
    assert.doesNotMatch((await control('GET', '/requests')).text, /other-app|Bearer/);
  });

  it('start over', async () => {
    await ask(service, annAction('setUserPreferredPresence'), { body: preferred('Busy', 'Busy') });
    service.addFault({ kind: 'hang', times: 'always' });
    await control('POST', '/clock', { advanceSeconds: 60 });
    await control('POST', '/reset');
    assert.deepEqual(service.states(), []);
    assert.deepEqual(service.faults(), []);
    assert.deepEqual(service.requests(), []);
    assert.equal(service.clock().offsetSeconds, 0);
  });
});
