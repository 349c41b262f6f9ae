/** Bad tokens, over HTTP, against the process as an operator runs it: in production mode, with an issuer on loopback. */

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { AVERY, BOT_ID, message, TENANT_ID } from '../support/activities.ts';
import { wordsOf } from '../support/bot.ts';
import { startConnector } from '../support/connector.ts';
import { makeKey, part, startIssuer } from '../support/issuer.ts';
import { killAll, start } from '../support/process.ts';

const otherTenant = '11111111-1111-4111-8111-111111111199';
const issuer = await startIssuer();
const connector = await startConnector();
const bot = start({ ...issuer.environment, HOST: '127.0.0.1', PORT: '0' });
let url = '';

before(async () => {
  const [, port] = await bot.said(/listening on port (\d+)/);
  url = `http://127.0.0.1:${port}/api/messages`;
});
after(async () => {
  killAll();
  await Promise.all([issuer.close(), connector.close()]);
});

const { url: serviceUrl } = connector;
const activity = message({ text: 'help', serviceUrl });
const mint = (options: Partial<Parameters<typeof issuer.mint>[0]> = {}) =>
  `Bearer ${issuer.mint({ serviceUrl, ...options })}`;
const hour = 3_600_000;
/** The lines after the first, which says where it listens. */
const logged = () => bot.output().split('\n').slice(1, -1);

async function post(authorization: string | undefined, body: unknown = activity) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.text() };
}

/** Header and claims as they should be, and whatever signature. */
function signedBy(alg: string, signature: (signed: string) => string): string {
  const [, claims = ''] = issuer.mint({ serviceUrl }).split('.');
  const signed = `${part({ alg, typ: 'JWT', kid: issuer.addKey(['msteams']).kid })}.${claims}`;
  return `Bearer ${signed}.${signature(signed)}`;
}

function tampered(): string {
  const [head = '', , signature = ''] = issuer.mint({ serviceUrl }).split('.');
  const seconds = Math.floor(Date.now() / 1000);
  const claims = { iss: 'https://api.botframework.example', aud: BOT_ID, exp: seconds + 999_999 };
  return `Bearer ${head}.${part({ ...claims, serviceurl: serviceUrl })}.${signature}`;
}

const bad: [name: string, status: number, reason: string, token: () => string | undefined][] = [
  ['no token', 401, 'no token', () => undefined],
  ['garbage', 401, 'no JSON Web Token', () => 'Bearer garbage'],
  ['three parts of garbage', 401, 'no JSON Web Token', () => 'Bearer a.b.c'],
  ['another scheme', 401, 'no JSON Web Token', () => `Basic ${issuer.mint({ serviceUrl })}`],
  ['a bare token', 401, 'no JSON Web Token', () => issuer.mint({ serviceUrl })],
  ['a header that is a list', 401, 'no JSON Web Token', () => `Bearer ${part([])}.${part({})}.x`],
  ['alg: none, unsigned', 401, 'algorithm', () => signedBy('none', () => '')],
  ['alg: NONE, with a signature', 401, 'algorithm', () => signedBy('NONE', () => 'AAAA')],
  [
    'alg: HS256, signed with what is public',
    401,
    'algorithm',
    () => signedBy('HS256', (text) => createHmac('sha256', BOT_ID).update(text).digest('base64url')),
  ],
  ['an extension to be understood', 401, 'no JSON Web Token', () => mint({ header: { crit: ['b64'] } })],
  ['a key id that is none', 401, 'no JSON Web Token', () => mint({ header: { kid: ['x'] } })],
  [
    'a payload that is not encoded',
    401,
    'no JSON Web Token',
    () => mint({ header: { b64: false, crit: ['b64'] } }),
  ],
  ['a published key that is too short', 401, 'unknown key', () => mint({ key: short })],
  ['no key id', 401, 'no JSON Web Token', () => mint({ header: { kid: undefined } })],
  [
    'a wrong key under a known id',
    401,
    'signature',
    () => mint({ key: { ...makeKey(['msteams']), kid: firstKid } }),
  ],
  ['a key nobody published', 401, 'unknown key', () => mint({ key: makeKey(['msteams']) })],
  ['claims changed after signing', 401, 'signature', tampered],
  ['expired', 401, 'expired', () => mint({ at: Date.now() - 2 * hour })],
  ['no expiry', 401, 'no JSON Web Token', () => mint({ claims: { exp: undefined } })],
  ['an expiry that is a text', 401, 'no JSON Web Token', () => mint({ claims: { exp: '9999999999' } })],
  ['not yet valid', 401, 'not yet valid', () => mint({ at: Date.now() + hour })],
  ['another audience', 401, 'audience', () => mint({ claims: { aud: TENANT_ID } })],
  ['audiences in a list', 401, 'no JSON Web Token', () => mint({ claims: { aud: [BOT_ID] } })],
  ['another issuer', 401, 'issuer', () => mint({ claims: { iss: 'https://api.botframework.com' } })],
  [
    'an emulator’s issuer',
    401,
    'issuer',
    () =>
      mint({
        claims: {
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          ver: '1.0',
          appid: BOT_ID,
        },
      }),
  ],
  ['another service URL', 403, 'service URL', () => mint({ serviceUrl: 'https://smba.example.test/emea/' })],
  ['no service URL', 401, 'no JSON Web Token', () => mint({ claims: { serviceurl: undefined } })],
  ['a key without endorsement', 403, 'endorsement', () => mint({ key: unendorsed })],
  ['a key endorsed for nothing', 403, 'endorsement', () => mint({ key: endorsedForNothing })],
  ['a key endorsed for another channel', 403, 'endorsement', () => mint({ key: endorsedForWebchat })],
];
const firstKid = kidOf(issuer.mint({ serviceUrl }));
const short = issuer.addKey(['msteams'], 1024);
const unendorsed = issuer.addKey(undefined);
const endorsedForNothing = issuer.addKey([]);
const endorsedForWebchat = issuer.addKey(['webchat', 'directline']);

function kidOf(token: string): string {
  const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  return typeof header === 'object' && header !== null && 'kid' in header ? String(header.kid) : '';
}

describe('a bad token', () => {
  for (const [name, status, reason, token] of bad) {
    it(`${name}: ${status}, a generic body, and one line in the log`, async () => {
      const seen = logged().length;
      const authorization = token();
      const answer = await post(authorization);
      assert.equal(answer.status, status);
      assert.equal(
        answer.body,
        JSON.stringify({ error: status === 401 ? 'The token was not accepted.' : 'This is not allowed.' }),
      );
      while (logged().length === seen) await delay(2);
      const [line = '', ...more] = logged().slice(seen);
      assert.deepEqual(more, []);
      assert.match(line, new RegExp(`"reason":"${reason}"`));
      assert.doesNotMatch(line, /help|BEGIN|stack/);
      assert.ok(authorization === undefined || !line.includes(authorization.slice(-20)));
    });
  }

  it('writes no further line', () => {
    assert.equal(logged().length, bad.length);
  });

  it('sends nothing to anybody', () => {
    assert.deepEqual(connector.received, []);
  });

  it('is refused before the body is looked at', async () => {
    assert.equal((await post('Bearer garbage', '{')).status, 401);
    assert.equal((await post(mint(), '{')).status, 400);
  });
});

describe('another tenant', () => {
  const channelData = { tenant: { id: TENANT_ID } };
  const conversation = { id: 'a:1', conversationType: 'personal' };
  const foreign: [string, object][] = [
    ['in conversation and channel data', message({ text: 'help', serviceUrl, tenant: otherTenant })],
    ['in the conversation alone', { ...activity, conversation: { ...conversation, tenantId: otherTenant } }],
    ['in the channel data alone', { ...activity, channelData: { tenant: { id: otherTenant } } }],
    ['named nowhere', { ...activity, conversation, channelData: {} }],
    ['named nowhere, without channel data', { ...activity, conversation, channelData: null }],
    ['empty', { ...activity, conversation: { ...conversation, tenantId: '' }, channelData }],
    ['a list', { ...activity, channelData: { tenant: { id: [TENANT_ID] } } }],
    ['a tenant that is a text', { ...activity, channelData: { tenant: TENANT_ID } }],
  ];
  for (const [name, body] of foreign) {
    it(`${name}: 403 with a generic body`, async () => {
      const answer = await post(mint(), body);
      assert.equal(answer.status, 403);
      assert.equal(answer.body, JSON.stringify({ error: 'This is not allowed.' }));
      assert.deepEqual(connector.received, []);
    });
  }
});

describe('a good token', () => {
  it('works, and the reply goes out with the bot’s own', async () => {
    const { status } = await post(mint());
    assert.equal(status, 200);
    const reply = connector.received.find(({ operation }) => operation === 'reply');
    assert.equal(reply?.authorized, true);
    assert.match(wordsOf(connector.replies()[0]), /dnd until 3pm/);
    assert.equal(issuer.asked.identity > 0, true);
  });

  it('is good for five minutes more, and five minutes early, since clocks differ', async () => {
    assert.equal((await post(mint({ at: Date.now() - hour - 240_000 }))).status, 200);
    assert.equal((await post(mint({ at: Date.now() + 240_000 }))).status, 200);
  });

  it('names no sender: that is the activity’s own, and its channel Teams alone', async () => {
    assert.equal((await post(mint(), { ...activity, channelId: 'emulator' })).status, 400);
    assert.equal((await post(mint(), { ...activity, from: { ...AVERY, id: '' } })).status, 400);
  });
});
