import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, annAction, appId, preferred, send, simulator } from './ask.ts';

describe('a token that was issued after the start', async () => {
  const service = await simulator();
  const body = JSON.stringify(preferred('Busy', 'Busy', 'PT1H'));
  const set = async (token: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const path = `/v1.0${annAction('setUserPreferredPresence')}`;
    return (await send(service, 'POST', path, { headers, body })).status;
  };

  it('is refused until it is known, and then speaks for its application, even after a reset', async () => {
    assert.equal(await set('issued-1'), 401);
    assert.equal(service.state(ann).preferred, null);
    service.addToken('issued-1', { kind: 'application', appId });
    assert.equal(await set('issued-1'), 200);
    assert.equal(service.requests().at(-1)?.appId, appId);
    service.reset();
    assert.equal(await set('issued-1'), 200);
    assert.equal(await set('issued-2'), 401);
  });

  it('has the permissions that it was issued with, and no more', async () => {
    service.addToken('reading', { kind: 'application', appId, roles: ['Presence.Read.All'] });
    assert.equal(await set('reading'), 403);
  });

  it('is refused again once it is revoked', async () => {
    service.addToken('revoked', { kind: 'application', appId });
    assert.equal(await set('revoked'), 200);
    service.revokeToken('revoked');
    assert.equal(await set('revoked'), 401);
  });

  it('cannot be made known over HTTP', async () => {
    for (const path of ['tokens', 'token', 'addToken'])
      assert.equal((await send(service, 'POST', `/_simulator/${path}`, { body: {} })).status, 404);
  });
});
