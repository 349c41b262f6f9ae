/** The endpoint as Microsoft's own identity library meets it, over TLS and from another process. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { after, afterEach, describe, it } from 'node:test';
import { BOT_ID, TENANT_ID } from './activities.ts';
import { makeCertificates } from './certificates.ts';
import { startEntra } from './entra.ts';
import { startSignIn, type Proof } from './sign-in.ts';

const certificates = await makeCertificates();
const elsewhere = '11111111-1111-4111-8111-111111111112';
const workload = 'the.assertion.of-a-workload';
const application = {
  clientId: BOT_ID,
  tenants: [TENANT_ID],
  secrets: ['not-a-real-secret'],
  certificates: [certificates.client],
  federated: [workload],
};
const issued: string[] = [];
const entra = await startEntra({
  certificates,
  applications: [application],
  tenants: [elsewhere],
  onToken: (token, tenant) => issued.push(`${tenant} ${token}`),
});
const signIn = startSignIn(certificates.caFile);
after(async () => {
  await Promise.all([signIn.close(), entra.close()]);
  certificates.remove();
});
afterEach(() => {
  entra.release();
  entra.outage();
  entra.lifetime(3599);
  entra.register(application);
  entra.clear();
  issued.length = 0;
});

const scope = 'https://graph.microsoft.com/.default';
const bot = { tenantId: TENANT_ID, clientId: BOT_ID };
const tokenFile = certificates.keep('workload-token', workload);
const secret = { ...bot, by: 'secret', secret: 'not-a-real-secret' } as const;
const certificate = { ...bot, by: 'certificate', file: certificates.client.file } as const;
const federated = { ...bot, by: 'federated', file: tokenFile } as const;

describe('who proves itself', () => {
  for (const proof of [secret, certificate, federated]) {
    it(`by ${proof.by} is given a token, once`, async () => {
      const credential = signIn.credential(entra.url, proof);
      const token = await credential.getToken();
      assert.match(token, new RegExp(`^${TENANT_ID}-\\d+$`));
      assert.equal(await credential.getToken(), token, 'the second is from the library’s cache');
      const call = { tenant: TENANT_ID, clientId: BOT_ID, scope, how: proof.by, status: 200, token };
      assert.deepEqual(entra.calls, [call]);
      assert.deepEqual(issued, [`${TENANT_ID} ${token}`]);
    });
  }

  it('has another token for another resource', async () => {
    const credential = signIn.credential(entra.url, secret);
    const forGraph = await credential.getToken();
    assert.notEqual(await credential.getToken('https://api.botframework.com/.default'), forGraph);
  });
});

describe('who does not prove itself', () => {
  const unknownClient = '22222222-2222-4222-8222-222222222299';
  const refused: readonly (readonly [string, () => Promise<Proof> | Proof, number, string])[] = [
    ['a wrong secret', () => ({ ...secret, secret: 'wrong' }), 401, 'AADSTS7000215'],
    ['an unknown client', () => ({ ...secret, clientId: unknownClient }), 400, 'AADSTS700016'],
    ['a tenant without that client', () => ({ ...secret, tenantId: elsewhere }), 400, 'AADSTS700016'],
    ['an unknown tenant', () => ({ ...secret, tenantId: unknownClient }), 400, 'AADSTS90002'],
    [
      'a certificate that nobody registered',
      async () => ({ ...certificate, file: (await certificates.makeClient()).file }),
      401,
      'AADSTS700027',
    ],
    [
      'the registered certificate with another key',
      async () => {
        const { privateKey } = await certificates.makeClient();
        const text = `${certificates.client.certificate.trim()}\n${privateKey}`;
        return { ...certificate, file: certificates.keep('mismatched.pem', text) };
      },
      401,
      'AADSTS700027',
    ],
    [
      'the assertion of another workload',
      () => ({ ...federated, file: certificates.keep('other-token', `${workload}s`) }),
      401,
      'AADSTS700213',
    ],
  ];
  for (const [name, proof, status, code] of refused) {
    it(`${name}: ${status} ${code}`, async () => {
      await assert.rejects(
        signIn.credential(entra.url, await proof()).getToken(),
        new RegExp(`${code}: .*Trace ID: `, 's'),
      );
      const [call] = entra.calls;
      assert.equal(call?.status, status);
      assert.equal(`AADSTS${call.code}`, code);
      assert.deepEqual(issued, []);
    });
  }

  it('a process that does not trust the CA sends nothing', async (t) => {
    const stranger = startSignIn();
    t.after(() => stranger.close());
    await assert.rejects(stranger.credential(entra.url, secret).getToken());
    assert.deepEqual(entra.calls, []);
  });
});

describe('requests that no library makes', () => {
  const good = {
    grant_type: 'client_credentials',
    client_id: BOT_ID,
    scope,
    client_secret: 'not-a-real-secret',
  };
  const assertion = { client_assertion: workload, client_assertion_type: 'urn:of-another-kind' };
  const form = (change: Readonly<Record<string, string>>) =>
    new URLSearchParams({ ...good, ...change }).toString();
  const wrong: readonly (readonly [string, string, number])[] = [
    ['no proof', form({ client_secret: '' }), 7000216],
    ['two proofs', form({ ...assertion }), 9002313],
    ['an assertion of another kind', form({ client_secret: '', ...assertion }), 7000216],
    [
      'a scope without .default',
      form({ scope: 'https://graph.microsoft.com/Presence.ReadWrite.All' }),
      1002012,
    ],
    ['two scopes', form({ scope: `${scope} ${scope}` }), 1002012],
    ['a resource nobody knows', form({ scope: 'https://graph.example/.default' }), 500011],
    ['another grant', form({ grant_type: 'password' }), 70003],
    ['no scope', form({ scope: '' }), 900144],
    ['no client', form({ client_id: '' }), 900144],
    ['a field twice', `${form({})}&scope=other`, 9002313],
  ];

  it('are refused, each with Entra’s reason', async () => {
    const post = (body: string, type = 'application/x-www-form-urlencoded') =>
      new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
        const headers = { 'content-type': type };
        const url = `${entra.url}/${TENANT_ID}/oauth2/v2.0/token`;
        request(url, { method: 'POST', headers, ca: certificates.ca }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          response.once('end', () => {
            resolve({ status: response.statusCode, body: JSON.parse(text) });
          });
        })
          .once('error', reject)
          .end(body);
      });
    assert.equal((await post(form({}))).status, 200, 'the good one');
    for (const [name, body, code] of wrong) {
      const answer = await post(body);
      assert.ok((answer.status ?? 0) >= 400, name);
      assert.deepEqual(Reflect.get(Object(answer.body), 'error_codes'), [code], name);
    }
    assert.equal((await post(JSON.stringify(good), 'application/json')).status, 400);
    assert.equal(issued.length, 1);
  });
});

describe('the controls', () => {
  it('refuse the next requests, and then no more', async () => {
    entra.refuseNext(7000222, 2);
    entra.refuseNext(53003);
    for (const code of [/AADSTS7000222/, /AADSTS7000222/, /AADSTS53003/])
      await assert.rejects(signIn.credential(entra.url, secret).getToken(), code);
    await signIn.credential(entra.url, secret).getToken();
    assert.deepEqual(
      entra.calls.map(({ code }) => code),
      [7000222, 7000222, 53003, undefined],
    );
  });

  it('replace a secret and a certificate', async () => {
    const renewed = await certificates.makeClient();
    entra.register({ ...application, secrets: ['another'], certificates: [renewed] });
    await assert.rejects(signIn.credential(entra.url, secret).getToken(), /AADSTS7000215/);
    await signIn.credential(entra.url, { ...secret, secret: 'another' }).getToken();
    await assert.rejects(signIn.credential(entra.url, certificate).getToken(), /AADSTS700027/);
    await signIn.credential(entra.url, { ...certificate, file: renewed.file }).getToken();
  });

  it('are out until they are back', async () => {
    entra.outage(503, 0);
    await assert.rejects(signIn.credential(entra.url, secret).getToken());
    entra.outage();
    await signIn.credential(entra.url, secret).getToken();
  });

  it('hang, and go on with what hangs', async () => {
    const credential = signIn.credential(entra.url, secret);
    await credential.getToken();
    entra.clear();
    issued.length = 0;
    entra.hang();
    const token = credential.getToken('https://api.botframework.com/.default');
    const [call] = await entra.waitForCalls(1);
    assert.equal(call?.status, undefined);
    assert.deepEqual(issued, []);
    entra.release();
    const given = await token;
    assert.deepEqual(issued, [`${TENANT_ID} ${given}`]);
    assert.equal(entra.calls[0]?.status, 200);
  });

  it('tell who waited in vain what came instead', async () => {
    await assert.rejects(entra.waitForCalls(1, 20), /expected 1 token requests within 20 ms, got: nothing/);
  });

  it('name neither secret nor assertion in the calls', async () => {
    for (const proof of [secret, federated]) await signIn.credential(entra.url, proof).getToken();
    assert.doesNotMatch(JSON.stringify(entra.calls), /not-a-real-secret|the\.assertion/);
  });
});

/** What tests of the bot's own sign-in have to reckon with. */
describe('the library by itself', () => {
  const other = 'https://api.botframework.com/.default';
  const codes = () => entra.calls.map(({ code, status }) => code ?? status);

  it('renews a token that holds for less than five minutes, by the same assertion', async () => {
    entra.lifetime(299);
    const credential = signIn.credential(entra.url, certificate);
    assert.notEqual(await credential.getToken(), await credential.getToken());
    assert.deepEqual(codes(), [200, 200]);
  });

  it('gives the old token while it asks to be renewed, and as long as it cannot be', async () => {
    entra.lifetime(3600, 1);
    const credential = signIn.credential(entra.url, secret);
    const first = await credential.getToken();
    entra.refuseNext(7000222);
    entra.lifetime(3600);
    // One to two seconds, as the library counts whole ones.
    while (entra.calls.length < 2) assert.equal(await credential.getToken(), first);
    assert.equal(await credential.getToken(), first);
    assert.notEqual(await credential.getToken(), first);
    assert.deepEqual(codes(), [200, 7000222, 200]);
  });

  it('tries four times, and after that asks nobody for a minute', async () => {
    const credential = signIn.credential(entra.url, secret);
    await credential.getToken();
    entra.clear();
    entra.outage(503, 0);
    await assert.rejects(credential.getToken(other), /503/);
    entra.outage();
    await assert.rejects(credential.getToken(other), /503/);
    assert.deepEqual(codes(), [503, 503, 503, 503]);
  });

  it('keeps the certificate that it read first, and the workload’s token for five minutes', async () => {
    entra.lifetime(299);
    const renewed = await certificates.makeClient();
    const pem = certificates.keep('replaced.pem', readFileSync(certificate.file, 'utf8'));
    const token = certificates.keep('replaced-token', workload);
    const byCertificate = signIn.credential(entra.url, { ...certificate, file: pem });
    const byToken = signIn.credential(entra.url, { ...federated, file: token });
    await byCertificate.getToken();
    await byToken.getToken();
    certificates.keep('replaced.pem', readFileSync(renewed.file, 'utf8'));
    certificates.keep('replaced-token', 'another.assertion');
    entra.register({ ...application, certificates: [renewed], federated: ['another.assertion'] });
    await assert.rejects(byCertificate.getToken(), /AADSTS700027/);
    await assert.rejects(byToken.getToken(), /AADSTS700213/);
  });
});
