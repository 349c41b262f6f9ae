import assert from 'node:assert/strict';
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, get, type RequestOptions } from 'node:https';
import { after, describe, it } from 'node:test';
import { makeCertificates } from './certificates.ts';
import { listen, stop } from './loopback.ts';

const certificates = await makeCertificates();
after(certificates.remove);

/** The status of a GET over TLS. */
function ask(url: string, options: RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, options, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
}

describe('the server’s certificate', () => {
  it('is good for localhost and 127.0.0.1 to whoever trusts the CA, and to nobody else', async (context) => {
    const server = createServer(certificates.server, (_, response) => response.end());
    const port = await listen(server);
    context.after(() => stop(server));
    const { ca } = certificates;
    for (const host of ['localhost', '127.0.0.1'])
      assert.equal(await ask(`https://${host}:${port}`, { ca, agent: false }), 200);
    await assert.rejects(ask(`https://localhost:${port}`, { agent: false }), {
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
    await assert.rejects(
      ask(`https://localhost:${port}`, { ca, agent: false, servername: 'graph.example' }),
      {
        code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      },
    );
  });
});

describe('a client’s certificate', () => {
  it('is one file with its key, and known by the hashes of its bytes', () => {
    const { file, thumbprint, thumbprintSha256 } = certificates.client;
    const pem = readFileSync(file, 'utf8');
    const certificate = new X509Certificate(pem);
    assert.ok(certificate.checkPrivateKey(createPrivateKey(pem)));
    assert.equal(certificate.publicKey.asymmetricKeyType, 'rsa');
    const hash = (name: string) => createHash(name).update(certificate.raw).digest('hex').toUpperCase();
    assert.deepEqual([thumbprint, thumbprintSha256], [hash('sha1'), hash('sha256')]);
    assert.equal(statSync(file).mode & 0o077, 0, 'nobody else may read it');
  });

  it('can be made again, with another key and another end', async () => {
    const until = new Date('2020-01-01T00:00:00Z');
    const other = await certificates.makeClient(until);
    assert.notEqual(other.thumbprint, certificates.client.thumbprint);
    assert.notEqual(other.file, certificates.client.file);
    assert.equal(new X509Certificate(other.certificate).validToDate.getTime(), until.getTime());
  });
});

it('nothing is left when they are removed', async () => {
  const others = await makeCertificates();
  const token = others.keep('token', 'first');
  assert.equal(others.keep('token', 'second'), token);
  assert.equal(readFileSync(token, 'utf8'), 'second');
  others.remove();
  for (const file of [others.caFile, others.client.file, token]) assert.equal(existsSync(file), false);
});
