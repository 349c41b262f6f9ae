import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, ask, at, bob, preferred, simulator, type Asked, type TokenName } from './ask.ts';

const busy: Asked = { body: preferred('Busy', 'Busy', 'PT1H') };
const both: Asked = { body: { ids: [ann, bob] } };
const own = `/users/${ann}/presence`;
const other = `/users/${bob}/presence`;
const many = '/communications/getPresencesByUserId';

describe('permissions that suffice', async () => {
  const service = await simulator();

  const allowed: readonly (readonly [string, TokenName, string, Asked])[] = [
    ['an application that may write reads anybody', 'app', other, {}],
    ['an application that may write reads many', 'app', many, both],
    ['an application that may only read reads anybody', 'reading-app', other, {}],
    ['a user reads their own presence with Presence.Read', 'ann-read', own, {}],
    ['a user reads their own presence as /me', 'ann-read', '/me/presence', {}],
    ['a user reads others with Presence.Read.All', 'ann', other, {}],
    ['a user reads many with Presence.Read.All', 'ann', many, both],
    ['a user writes their own presence', 'ann-write', `${own}/setUserPreferredPresence`, busy],
    ['a user writes their own presence as /me', 'ann-write', '/me/presence/setUserPreferredPresence', busy],
  ];
  for (const [name, token, path, asked] of allowed) {
    it(name, async () => {
      const { status } = await ask(service, path, { ...asked, token });
      assert.equal(Math.floor(status / 100), 2);
    });
  }
});

describe('permissions that do not suffice', async () => {
  const service = await simulator();

  const refused: readonly (readonly [string, TokenName, string, Asked])[] = [
    ['an application that may only read', 'reading-app', `${own}/setUserPreferredPresence`, busy],
    ['a user without Presence.Read who reads back', 'ann-write', own, {}],
    ['a user with Presence.Read who reads another', 'ann-read', other, {}],
    ['a user with Presence.Read who reads many', 'ann-read', many, both],
    ['a user who may only read', 'ann-read', `${own}/setUserPreferredPresence`, busy],
  ];
  for (const [name, token, path, asked] of refused) {
    it(`answers 403 with an empty message to ${name}`, async () => {
      const answer = await ask(service, path, { ...asked, token });
      assert.equal(answer.status, 403);
      assert.equal(at(answer.json, 'error', 'message'), '');
      assert.equal(service.state(ann).preferred, null);
    });
  }

  it('answers 401 to a user who writes another one, whatever token they fetch anew', async () => {
    const answer = await ask(service, `${other}/setUserPreferredPresence`, { ...busy, token: 'ann' });
    assert.equal(answer.status, 401);
    assert.equal(at(answer.json, 'error', 'message'), 'Cannot set the presence of another user');
    assert.equal(service.state(bob).preferred, null);
  });

  it('refuses /me to an application', async () => {
    assert.equal((await ask(service, '/me/presence')).status, 400);
    assert.equal((await ask(service, '/me/presence/setUserPreferredPresence', busy)).status, 400);
  });

  it('judges the body before the permission', async () => {
    const answer = await ask(service, `${other}/setUserPreferredPresence`, {
      body: preferred('Busy', 'InACall'),
      token: 'ann-read',
    });
    assert.equal(answer.status, 400);
  });
});
