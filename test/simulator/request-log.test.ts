import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, annAction, appId, ask, message, preferred, simulator } from './ask.ts';

describe('the log of requests', async () => {
  const service = await simulator();

  it('tells of each request who asked for what, and how it ended', async () => {
    service.reset();
    service.advance(60);
    const body = preferred('Busy', 'Busy', 'PT1H');
    const headers = { 'client-request-id': 'turn-1' };
    const answer = await ask(service, annAction('setUserPreferredPresence'), { body, headers });
    assert.deepEqual(service.requests(), [
      {
        order: service.requests()[0]?.order,
        at: '2026-01-05T09:01:00.000Z',
        method: 'POST',
        path: `/v1.0${annAction('setUserPreferredPresence')}`,
        action: 'setUserPreferredPresence',
        userId: ann,
        appId,
        batchPart: undefined,
        clientRequestId: 'turn-1',
        requestId: answer.headers.get('request-id'),
        body,
        fault: undefined,
        status: answer.status,
        ending: 'answered',
      },
    ]);
  });

  it('holds refused requests too, and the fault that hit one', async () => {
    service.reset();
    await ask(service, annAction('setUserPreferredPresence'), { body: preferred('Busy', 'Away') });
    const { id } = service.addFault({ kind: 'answer', status: 503 });
    await ask(service, `/users/${ann}/presence`);
    await ask(service, '/nowhere', { headers: { authorization: 'Bearer nobody' } });
    assert.deepEqual(
      service.requests().map(({ action, status, fault, appId: of }) => [action, status, fault, of]),
      [
        ['setUserPreferredPresence', 400, undefined, appId],
        ['getPresence', 503, id, appId],
        [undefined, 401, undefined, undefined],
      ],
    );
  });

  it('holds the parts of a batch after the batch, each with its own status', async () => {
    service.reset();
    const headers = {
      'Content-Type': 'application/json',
      'client-request-id': 'part-1',
      authorization: 'Bearer secret',
    };
    const url = annAction('setStatusMessage');
    const requests = [
      { id: 'a', method: 'POST', url, headers, body: message('lunch') },
      { id: 'b', method: 'POST', url, headers: { 'Content-Type': 'application/json' }, body: {} },
    ];
    await ask(service, '/$batch', { body: { requests } });
    const [batch, ...rest] = service.requests();
    assert.deepEqual([batch?.action, batch?.status], ['batch', 200]);
    assert.deepEqual(batch?.body, {
      requests: requests.map(({ id, method, url: path }) => ({ id, method, url: path })),
    });
    const parts = rest.toSorted((one, two) => (one.batchPart ?? '').localeCompare(two.batchPart ?? ''));
    assert.deepEqual(
      parts.map(({ batchPart, path, clientRequestId, body }) => [batchPart, path, clientRequestId, body]),
      [
        ['a', `/v1.0${url}`, 'part-1', message('lunch')],
        ['b', `/v1.0${url}`, undefined, {}],
      ],
    );
    assert.equal(parts[1]?.status, 400);
    assert.ok(batch);
    assert.ok(parts.every(({ order }) => order > batch.order));
    assert.doesNotMatch(JSON.stringify(service.requests()), /secret|Bearer/);
  });

  it('keeps so many of the latest, and can be cleared', async () => {
    const small = await simulator({ maxLoggedRequests: 5 });
    for (let turn = 0; turn < 23; turn += 1) await ask(small, `/users/${ann}/presence`);
    assert.deepEqual(
      small.requests().map(({ order }) => order),
      [19, 20, 21, 22, 23],
    );
    small.clearRequests();
    assert.deepEqual(small.requests(), []);
  });
});
