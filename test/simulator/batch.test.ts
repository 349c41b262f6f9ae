import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, appId, ask, at, bob, preferred, simulator, type Answered } from './ask.ts';

const json = { 'Content-Type': 'application/json' };

function set(id: string, user: string, availability: string, more: object = {}): object {
  const body = preferred(availability, availability, 'PT1H');
  return {
    id,
    method: 'POST',
    url: `/users/${user}/presence/setUserPreferredPresence`,
    headers: json,
    body,
    ...more,
  };
}

function clearSession(id: string, more: object = {}): object {
  const url = `/users/${ann}/presence/clearPresence`;
  return { id, method: 'POST', url, headers: json, body: { sessionId: appId }, ...more };
}

/** Part id → the part's answer, in the order of the answer. */
function parts(answer: Answered): Map<unknown, unknown> {
  const responses = at(answer.json, 'responses');
  assert.ok(Array.isArray(responses), answer.text);
  return new Map(responses.map((part: unknown) => [at(part, 'id'), part]));
}

describe('batches', async () => {
  const service = await simulator();

  it('answers 200 outside and gives each part its own status, ids and body', async () => {
    service.reset();
    const requests = [
      set('set', ann, 'Busy'),
      set('wrong', bob, 'Nonsense'),
      { id: 'read', method: 'GET', url: `users/${bob}/presence` },
    ];
    const answer = await ask(service, '/$batch', { body: { requests } });
    assert.equal(answer.status, 200);
    const answers = parts(answer);
    assert.equal(answers.size, 3);
    assert.equal(Math.floor(Number(at(answers.get('set'), 'status')) / 100), 2);
    assert.equal(at(answers.get('set'), 'body'), undefined);
    assert.equal(at(answers.get('wrong'), 'status'), 400);
    assert.equal(at(answers.get('wrong'), 'body', 'error', 'code'), 'InvalidArgument');
    assert.equal(at(answers.get('read'), 'status'), 200);
    assert.equal(at(answers.get('read'), 'body', 'availability'), 'Available');
    const ids = [...answers.values()].map((part) => at(part, 'headers', 'request-id'));
    assert.equal(new Set(ids).size, 3);
    assert.equal(service.state(ann).preferred?.availability, 'Busy');
  });

  it('takes 20 parts', async () => {
    const requests = Array.from({ length: 20 }, (_, index) => set(String(index), ann, 'Busy'));
    assert.equal(parts(await ask(service, '/$batch', { body: { requests } })).size, 20);
  });

  it('runs parts in the order of dependsOn', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      service.reset();
      const requests = [
        set('a', ann, 'Busy'),
        set('b', ann, 'Away', { dependsOn: ['a'] }),
        set('c', ann, 'DoNotDisturb', { dependsOn: ['B'] }),
      ];
      await ask(service, '/$batch', { body: { requests } });
      assert.equal(service.state(ann).preferred?.availability, 'DoNotDisturb');
    }
  });

  it('fails a part with 424 when one that it depends on fails, and so on down the line', async () => {
    service.reset();
    const requests = [
      clearSession('clear'),
      set('next', ann, 'Busy', { dependsOn: ['clear'] }),
      set('last', ann, 'Away', { dependsOn: ['next'] }),
      set('free', bob, 'Away'),
    ];
    const answers = parts(await ask(service, '/$batch', { body: { requests } }));
    assert.equal(at(answers.get('clear'), 'status'), 404);
    assert.equal(at(answers.get('next'), 'status'), 424);
    assert.equal(at(answers.get('last'), 'status'), 424);
    assert.equal(service.state(ann).preferred, null);
    assert.equal(service.state(bob).preferred?.availability, 'Away');
  });

  it('uses one token for all parts, whatever a part says', async () => {
    const headers = { ...json, Authorization: 'Bearer app' };
    const requests = [set('own', ann, 'Busy', { headers }), set('other', bob, 'Busy', { headers })];
    const answers = parts(await ask(service, '/$batch', { body: { requests }, token: 'ann' }));
    assert.equal(Math.floor(Number(at(answers.get('own'), 'status')) / 100), 2);
    assert.equal(at(answers.get('other'), 'status'), 401);
  });

  it('judges the path of a part like that of a request', async () => {
    const requests = [
      { id: '1', method: 'GET', url: `/v1.0/users/${ann}/presence` },
      { id: '2', method: 'GET', url: `/users/ann@contoso.com/presence` },
      { id: '3', method: 'POST', url: '/$batch', headers: json, body: { requests: [] } },
      set('4', ann, 'Busy', { headers: { 'content-type': 'text/plain' } }),
      set('5', ann, 'Busy', { body: 'eyJ9' }),
      { id: '6', method: 'DELETE', url: `/users/${ann}/presence` },
    ];
    const answers = parts(await ask(service, '/$batch', { body: { requests } }));
    for (const id of ['1', '3', '4', '5']) assert.equal(at(answers.get(id), 'status'), 400, id);
    assert.ok([400, 404].includes(Number(at(answers.get('2'), 'status'))));
    assert.equal(at(answers.get('6'), 'status'), 405);
  });
});

describe('batches that are refused as a whole', async () => {
  const service = await simulator();

  const refused: readonly (readonly [string, unknown])[] = [
    ['21 parts', { requests: Array.from({ length: 21 }, (_, index) => set(String(index), ann, 'Busy')) }],
    ['no parts', { requests: [] }],
    ['no list', { requests: set('1', ann, 'Busy') }],
    ['no requests', {}],
    ['a list for a body', [set('1', ann, 'Busy')]],
    ['malformed JSON', '{"requests": ['],
    ['an id twice', { requests: [set('1', ann, 'Busy'), set('1', bob, 'Busy')] }],
    ['an id twice but for its case', { requests: [set('a', ann, 'Busy'), set('A', bob, 'Busy')] }],
    ['a number for an id', { requests: [set('1', ann, 'Busy', { id: 1 })] }],
    ['no id', { requests: [set('1', ann, 'Busy', { id: undefined })] }],
    ['no method', { requests: [set('1', ann, 'Busy', { method: undefined })] }],
    [
      'an absolute url',
      { requests: [set('1', ann, 'Busy', { url: 'https://graph.microsoft.com/v1.0/me' })] },
    ],
    ['an unknown dependency', { requests: [set('1', ann, 'Busy', { dependsOn: ['9'] })] }],
    ['a dependency on itself', { requests: [set('1', ann, 'Busy', { dependsOn: ['1'] })] }],
    [
      'a dependency on a later part',
      { requests: [set('1', ann, 'Busy', { dependsOn: ['2'] }), set('2', ann, 'Away')] },
    ],
    ['a body without a Content-Type', { requests: [set('1', ann, 'Busy', { headers: {} })] }],
    ['a write without a body', { requests: [set('1', ann, 'Busy', { body: undefined })] }],
    ['an unknown field of a part', { requests: [set('1', ann, 'Busy', { after: '0' })] }],
  ];
  for (const [name, body] of refused) {
    it(`answers 400 to ${name}, and runs nothing`, async () => {
      const answer = await ask(service, '/$batch', { body });
      assert.equal(answer.status, 400);
      assert.equal(at(answer.json, 'error', 'code'), 'BadRequest');
      assert.equal(service.state(ann).preferred, null);
      assert.equal(service.state(bob).preferred, null);
    });
  }

  it('answers 401 to a batch with an unknown token', async () => {
    const headers = { authorization: 'Bearer nobody' };
    const body = { requests: [set('1', ann, 'Busy')] };
    assert.equal((await ask(service, '/$batch', { body, headers })).status, 401);
  });

  it('still takes a good batch afterwards', async () => {
    const body = { requests: [set('1', ann, 'Busy')] };
    assert.equal((await ask(service, '/$batch', { body })).status, 200);
    assert.equal(service.state(ann).preferred?.availability, 'Busy');
  });
});
