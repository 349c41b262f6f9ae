import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, at, bob, preferred, send, simulator } from './ask.ts';

const body = preferred('Busy', 'Busy', 'PT1H');
const presence = `/v1.0/users/${ann}/presence`;

describe('tokens that are refused', async () => {
  const service = await simulator();

  const headers = [
    ['no header', undefined],
    ['an empty one', ''],
    ['an unknown token', 'Bearer nobody'],
    ['another scheme', 'Basic app'],
    ['a bare token', 'app'],
    ['two tokens', 'Bearer app app'],
    ['a name every object has', 'Bearer constructor'],
  ] as const;
  for (const [name, authorization] of headers) {
    it(`answers 401 to ${name}, and does nothing`, async () => {
      const response = await fetch(`${service.url}${presence}/setUserPreferredPresence`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(authorization === undefined ? {} : { authorization }),
        },
        body: JSON.stringify(body),
      });
      const json: unknown = await response.json();
      assert.equal(response.status, 401);
      assert.equal(at(json, 'error', 'code'), 'InvalidAuthenticationToken');
      assert.ok(response.headers.has('request-id'));
      assert.equal(service.state(ann).preferred, null);
    });
  }
});

describe('paths and methods that are refused', async () => {
  const service = await simulator({ users: [ann] });

  const refused: readonly (readonly [string, string, number])[] = [
    ['POST', `/beta/users/${ann}/presence/setUserPreferredPresence`, 400],
    ['POST', `/v2.0/users/${ann}/presence/setUserPreferredPresence`, 400],
    ['POST', `/users/${ann}/presence/setUserPreferredPresence`, 400],
    ['POST', `/v1.0//users/${ann}/presence/setUserPreferredPresence`, 400],
    ['POST', `${presence}/setUserPreferredPresence/`, 400],
    ['POST', `${presence}/setuserpreferredpresence`, 400],
    ['POST', `${presence}/getPresence`, 400],
    ['POST', `${presence}/getPresencesByUserId`, 400],
    ['POST', `${presence}/constructor`, 400],
    ['POST', `/v1.0/users/presence/setUserPreferredPresence`, 400],
    ['GET', `/v1.0/users/${ann}`, 400],
    ['GET', '/v1.0/users', 400],
    ['GET', '/v1.0', 400],
    ['GET', '/', 400],
    ['GET', `${presence}?$select=availability`, 400],
    ['GET', `${presence}/setUserPreferredPresence`, 405],
    ['PUT', `${presence}/setUserPreferredPresence`, 405],
    ['PATCH', presence, 405],
    ['POST', presence, 405],
    ['DELETE', presence, 405],
    ['GET', '/v1.0/communications/getPresencesByUserId', 405],
    ['GET', '/v1.0/$batch', 405],
    ['POST', `/v1.0/users/${bob}/presence/setUserPreferredPresence`, 404],
    ['GET', `/v1.0/users/${bob}/presence`, 404],
  ];
  for (const [method, path, status] of refused) {
    it(`answers ${status} to ${method} ${path}`, async () => {
      const answer = await send(service, method, path, method === 'GET' ? {} : { body });
      assert.equal(answer.status, status);
      assert.equal(typeof at(answer.json, 'error', 'code'), 'string');
      assert.equal(at(answer.json, 'error', 'innerError', 'request-id'), answer.headers.get('request-id'));
      assert.equal(service.state(ann).preferred, null);
    });
  }

  it('does not know a user by name, neither in a setting nor in a reading', async () => {
    for (const name of ['ann@contoso.com', 'ann%40contoso.com', 'ann', '11111111', `{${ann}}`]) {
      const read = await send(service, 'GET', `/v1.0/users/${name}/presence`);
      const set = await send(service, 'POST', `/v1.0/users/${name}/presence/setUserPreferredPresence`, {
        body,
      });
      for (const { status } of [read, set]) assert.ok(status === 400 || status === 404, name);
    }
  });

  it('judges the body before it looks for the user', async () => {
    const path = `/v1.0/users/${bob}/presence/setUserPreferredPresence`;
    assert.equal((await send(service, 'POST', path, { body: preferred('Busy', 'Available') })).status, 400);
  });
});
