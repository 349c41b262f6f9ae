import assert from 'node:assert/strict';
import { constants, createHmac, createPrivateKey, sign } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { makeCertificates, type ClientCertificate } from './certificates.ts';
import { judgeAssertion, namesCertificate } from './client-assertion.ts';
import { part } from './issuer.ts';

const certificates = await makeCertificates();
after(certificates.remove);
const { client } = certificates;
const other = await certificates.makeClient();
const expired = await certificates.makeClient(new Date('2020-01-01T00:00:00Z'));

const now = Date.now();
const seconds = Math.floor(now / 1000);
const clientId = '22222222-2222-4222-8222-222222222222';
const audience = 'https://localhost:1/tenant/oauth2/v2.0/token';
const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
const good = { aud: audience, iss: clientId, sub: clientId, jti: 'one', exp: seconds + 600, nbf: seconds };

interface Parts {
  readonly header?: object;
  readonly claims?: object;
  readonly by?: ClientCertificate;
  readonly named?: ClientCertificate;
  readonly padding?: number;
}

/** Signed with PS256 by the client's certificate and named by SHA-256, but for what is changed. */
function make({ header, claims, by = client, named = by, padding }: Parts = {}): string {
  const head = { alg: 'PS256', typ: 'JWT', 'x5t#S256': base64url(named.thumbprintSha256), ...header };
  const text = `${part(head)}.${part({ ...good, ...claims })}`;
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  const key = { key: createPrivateKey(by.privateKey), ...(padding === undefined ? pss : { padding }) };
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

function judge(assertion: string, accepted = new Map<string, string>()) {
  return judgeAssertion(assertion, { clientId, audience, certificates: [client, expired], now, accepted });
}

describe('an assertion that proves who the client is', () => {
  it('may be signed with PS256, or with RS256, and name the certificate by either hash', () => {
    const pkcs1 = constants.RSA_PKCS1_PADDING;
    assert.equal(judge(make()), undefined);
    assert.equal(judge(make({ header: { alg: 'RS256' }, padding: pkcs1 })), undefined);
    const sha1 = { alg: 'RS256', x5t: base64url(client.thumbprint), 'x5t#S256': undefined };
    assert.equal(judge(make({ header: sha1, padding: pkcs1 })), undefined);
  });

  it('may come again as it is, but lends its id to no other', () => {
    const accepted = new Map<string, string>();
    const first = make();
    assert.deepEqual([judge(first, accepted), judge(first, accepted)], [undefined, undefined]);
    assert.equal(judge(make({ claims: { exp: seconds + 601 } }), accepted), 50027);
    assert.equal(judge(make({ claims: { jti: 'two' } }), accepted), undefined);
  });
});

describe('an assertion that proves nothing', () => {
  const unsigned = make().split('.').slice(0, 2).join('.');
  const hmac = `${part({ alg: 'HS256', 'x5t#S256': base64url(client.thumbprintSha256) })}.${part(good)}`;
  const refused: readonly (readonly [string, string, number])[] = [
    ['no JWT', 'nonsense', 50027],
    ['no JSON', 'a.b.c', 50027],
    ['no signature', `${unsigned}.`, 50027],
    ['another signature', `${unsigned}.${part('x')}`, 700027],
    ['another key under the registered name', make({ by: other, named: client }), 700027],
    ['a certificate that nobody registered', make({ by: other }), 700027],
    ['a certificate that has expired', make({ by: expired }), 700027],
    ['no certificate named', make({ header: { 'x5t#S256': undefined } }), 700027],
    ['two certificates named', make({ header: { x5t: base64url(other.thumbprint) } }), 700027],
    ['a thumbprint in hex', make({ header: { 'x5t#S256': client.thumbprintSha256 } }), 700027],
    ['alg none', make({ header: { alg: 'none' } }), 5002727],
    ['an algorithm every object has', make({ header: { alg: 'constructor' } }), 5002727],
    [
      'the public key taken for a secret',
      `${hmac}.${createHmac('sha256', client.certificate).update(hmac).digest('base64url')}`,
      5002727,
    ],
    ['PS256 said, RS256 done', make({ padding: constants.RSA_PKCS1_PADDING }), 700027],
    ['another issuer', make({ claims: { iss: 'somebody' } }), 700021],
    ['another subject', make({ claims: { sub: 'somebody' } }), 700021],
    ['another audience', make({ claims: { aud: audience.replace('tenant', 'other') } }), 700023],
    ['its time over', make({ claims: { exp: seconds } }), 700024],
    ['its time to come', make({ claims: { nbf: seconds + 60 } }), 700024],
    ...Object.keys(good).map(
      (claim) => [`no ${claim}`, make({ claims: { [claim]: undefined } }), 50027] as const,
    ),
  ];
  for (const [name, assertion, code] of refused) {
    it(`with ${name}: AADSTS${code}`, () => {
      assert.equal(judge(assertion), code);
    });
  }
});

it('an assertion names a certificate, or is somebody else’s', () => {
  assert.ok(namesCertificate(make()));
  for (const one of ['', 'nonsense', `${part({ alg: 'RS256', kid: '1' })}.${part({})}.x`])
    assert.equal(namesCertificate(one), false);
});
