/** Certificates as a production host has them, made anew for each test file and gone with it. */

import { randomUUID, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { generate } from 'selfsigned';

/** A certificate by which an application proves who it is, as one is uploaded to an app registration. */
export interface ClientCertificate {
  /** Path of one PEM file with certificate and private key: what `@azure/identity` takes. */
  readonly file: string;
  /** The certificate alone, PEM: what is uploaded. */
  readonly certificate: string;
  /** PKCS#8, PEM. */
  readonly privateKey: string;
  /** SHA-1 of the DER, upper-case hex without colons, as the portal shows it. */
  readonly thumbprint: string;
  /** SHA-256 of the DER, written alike. */
  readonly thumbprintSha256: string;
}

export interface Certificates {
  /** Path of the CA's certificate, for NODE_EXTRA_CA_CERTS. */
  readonly caFile: string;
  /** The same as PEM, for a client in this process. */
  readonly ca: string;
  /** For `localhost` and 127.0.0.1, signed by the CA; PEM, as `https.createServer` takes it. */
  readonly server: { readonly key: string; readonly cert: string };
  readonly client: ClientCertificate;
  /** A further one with a key of its own, good from now until then: an hour from now by default. */
  makeClient(until?: Date): Promise<ClientCertificate>;
  /** Puts a text beside them, readable by nobody else, and gives its path; a second time replaces it. */
  keep(name: string, text: string): string;
  /** Lets this process trust the CA until they are removed. */
  trust(): void;
  /** Removes the folder. */
  readonly remove: () => void;
}

const hourMs = 3_600_000;

/** Makes a CA with a name of its own, a server's certificate and a client's, in a folder of their own. Nobody else trusts that CA. */
export async function makeCertificates(): Promise<Certificates> {
  const folder = mkdtempSync(join(tmpdir(), 'presence-certificates-'));
  const keep = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  };
  const authority = await make(`Presence test CA ${randomUUID()}`, {
    // Quicker to make than RSA, and TLS takes either.
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await make('localhost', {
    keyType: 'ec',
    ca: { key: authority.private, cert: authority.cert },
  });
  let trusted: string[] | undefined;
  let clients = 0;
  const makeClient = async (until?: Date): Promise<ClientCertificate> => {
    // Entra takes RSA alone, and signed by itself: what counts is that it was uploaded.
    const { cert, private: privateKey } = await make('presence-bot', until ? { notAfterDate: until } : {});
    const { fingerprint, fingerprint256 } = new X509Certificate(cert);
    clients += 1;
    return {
      file: keep(`client-${clients}.pem`, `${cert.trim()}\n${privateKey}`),
      certificate: cert,
      privateKey,
      thumbprint: fingerprint.replaceAll(':', ''),
      thumbprintSha256: fingerprint256.replaceAll(':', ''),
    };
  };
  return {
    caFile: keep('ca.pem', authority.cert),
    ca: authority.cert,
    server: { key: server.private, cert: server.cert },
    client: await makeClient(),
    makeClient,
    keep,
    trust: () => {
      trusted ??= tls.getCACertificates('default');
      tls.setDefaultCACertificates([...trusted, authority.cert]);
    },
    remove: () => {
      if (trusted !== undefined) tls.setDefaultCACertificates(trusted);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Options = NonNullable<Parameters<typeof generate>[1]>;

/** Certificates count whole seconds, and begin a minute ago so that the first second is no matter of luck. */
async function make(commonName: string, options: Options) {
  return generate([{ name: 'commonName', value: commonName }], {
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 60_000),
    notAfterDate: new Date(Date.now() + hourMs),
    ...options,
  });
}
