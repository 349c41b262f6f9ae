import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, at, send, simulator } from './ask.ts';

describe('control routes that are asked for nonsense', async () => {
  const service = await simulator();

  // Method, path, body, and what the 400 must name.
  const refused: readonly (readonly [string, string, unknown, RegExp])[] = [
    ['GET', '/state?userId=ann', undefined, /object id/],
    ['GET', '/state?user=x', undefined, /user/],
    ['POST', '/clock', {}, /advanceSeconds/],
    ['POST', '/clock', { advanceSeconds: -1 }, /advanceSeconds/],
    ['POST', '/clock', { advanceSeconds: '5' }, /advanceSeconds/],
    ['POST', '/clock', { now: '2026-03-29T00:59:00' }, /Z or an offset/],
    ['POST', '/clock', { now: 'noon' }, /Z or an offset/],
    ['POST', '/clock', 'tomorrow', /JSON/],
    ['POST', '/faults', {}, /kind/],
    ['POST', '/faults', { kind: 'explode' }, /hang/],
    ['POST', '/faults', { kind: 'answer' }, /status/],
    ['POST', '/faults', { kind: 'answer', status: 200 }, /400/],
    ['POST', '/faults', { kind: 'answer', status: 429, retryAfter: -1 }, /retryAfter/],
    ['POST', '/faults', { kind: 'answer', status: 429, retryAfter: '2\r\nX: 1' }, /retryAfter/],
    ['POST', '/faults', { kind: 'body' }, /body/],
    ['POST', '/faults', { kind: 'answer', status: 429, times: 0 }, /times/],
    ['POST', '/faults', { kind: 'answer', status: 429, probability: 2 }, /probability/],
    ['POST', '/faults', { kind: 'hang', match: { user: ann } }, /user/],
    ['POST', '/faults', { kind: 'hang', match: { action: 'setpresence' } }, /setPresence/],
    ['POST', '/faults', { kind: 'slow' }, /delayMs/],
    ['POST', '/teams-client', { userId: ann }, /on/],
    ['POST', '/teams-client', { userId: 'ann@contoso.com', on: true }, /object id/],
    ['POST', '/teams-client', { userId: ann, on: true, availability: 'busy' }, /Busy/],
    ['POST', '/teams-client', { userId: ann, on: true, activity: 'in a call' }, /PascalCase/],
    ['POST', '/teams-client', { userId: ann, on: false, availability: 'Busy' }, /availability/],
    ['POST', '/out-of-office', { userId: ann }, /isOutOfOffice/],
    ['POST', '/out-of-office', { userId: ann, isOutOfOffice: 'yes' }, /boolean/],
    ['POST', '/out-of-office', '', /JSON/],
    ['GET', '/requests?limit=0', undefined, /limit/],
    ['GET', '/requests?action=constructor', undefined, /getPresence/],
  ];
  for (const [method, path, body, names] of refused) {
    it(
      `answer 400 to ${method} ${path} ${body === undefined ? '' : JSON.stringify(body)}`.trim(),
      async () => {
        const answer = await send(service, method, `/_simulator${path}`, body === undefined ? {} : { body });
        assert.equal(answer.status, 400);
        assert.match(String(at(answer.json, 'error')), names);
      },
    );
  }

  it('answer 404 to an unknown route and 405 to a wrong method, and point to what is right', async () => {
    for (const path of ['/nowhere', '/constructor', '/__proto__', '/state/x']) {
      const unknown = await send(service, 'GET', `/_simulator${path}`);
      assert.equal(unknown.status, 404);
      assert.match(String(at(unknown.json, 'error')), /_simulator\//);
    }
    const wrong = await send(service, 'PUT', '/_simulator/clock', { body: {} });
    assert.equal(wrong.status, 405);
    assert.match(String(at(wrong.json, 'error')), /GET, POST/);
  });

  it('change nothing when they refuse', () => {
    assert.deepEqual(service.faults(), []);
    assert.deepEqual(service.states(), []);
    assert.equal(service.clock().offsetSeconds, 0);
  });

  it('throw from the functions beside them too', () => {
    assert.throws(() => {
      service.setTeamsClient({ userId: 'ann', on: true });
    }, /object id/);
    assert.throws(() => service.addFault({ kind: 'answer', status: 99 }), /400/);
  });
});
