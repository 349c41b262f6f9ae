/** What Microsoft lends a bot in production, on loopback: the Bot Service's signing keys, and a managed identity. */

import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { BOT_ID } from './activities.ts';
import { listen } from './loopback.ts';

export interface TokenOptions {
  /** The activity's. */
  readonly serviceUrl: string;
  /** When it was made, in milliseconds; it is good for an hour from then. */
  readonly at?: number;
  /** In place of the good ones; undefined leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed by that key instead of the issuer's own. */
  readonly key?: SigningKey;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** undefined: the published key does not speak of endorsements. */
  readonly endorsements: readonly string[] | undefined;
}

export interface Issuer {
  /** The environment that makes a bot in production mode trust this issuer and take its managed identity. */
  readonly environment: Readonly<Record<string, string>>;
  /** A token as the Bot Service makes it. */
  mint(options: TokenOptions): string;
  /** A further published key. */
  addKey(endorsements: readonly string[] | undefined, modulusLength?: number): SigningKey;
  /** Signs with a new key from now on; the earlier ones are no longer published. */
  rotate(): void;
  /** From now on the keys can, or cannot, be read. */
  setReachable(reachable: boolean): void;
  /** From now on whoever asks for keys is let in and not answered; `false` answers them all. */
  setSilent(silent: boolean): void;
  /** So many ask for keys and wait. */
  readonly waiting: () => number;
  /** How often the keys were read, and the managed identity of this process asked for a token. */
  readonly asked: { readonly keys: number; readonly identity: number };
  close(): Promise<void>;
}

/** A key pair like the Bot Service's, or a shorter one. */
export function makeKey(endorsements: readonly string[] | undefined, modulusLength = 2048): SigningKey {
  return { kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength }), endorsements };
}

/** What every issuer of a process begins with, since a pair takes long to find; it is still known by a name of its own. */
let first: SigningKey | undefined;

/** Starts one on a free port of 127.0.0.1. */
export async function startIssuer(): Promise<Issuer> {
  let current: SigningKey = { ...(first ??= makeKey(['msteams'])), kid: randomUUID() };
  let published = [current];
  let reachable = true;
  let silent = false;
  let unanswered: (() => void)[] = [];
  const asked = {
    keys: 0,
    get identity() {
      return askedForIdentity;
    },
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://issuer');
    if (silent) {
      unanswered.push(() => {
        json(response, 503, {});
      });
    } else if (!reachable) {
      asked.keys += 1;
      json(response, 503, {});
    } else if (pathname === '/openid') {
      json(response, 200, { issuer: name, jwks_uri: `${root}/keys` });
    } else {
      asked.keys += 1;
      json(response, 200, { keys: published.map(asJwk) });
    }
  });
  const root = `http://127.0.0.1:${await listen(server)}`;
  const name = 'https://api.botframework.example';

  return {
    environment: {
      BOT_ID,
      BOT_TYPE: 'UserAssignedMSI',
      BOT_TENANT_ID: '11111111-1111-4111-8111-111111111111',
      ToChannelFromBotLoginUrl: 'https://login.example.test/botframework',
      ToChannelFromBotOAuthScope: 'https://api.botframework.example',
      ToBotFromChannelTokenIssuer: name,
      OAuthUrl: 'https://oauth.example.test',
      ToBotFromChannelOpenIdMetadataUrl: `${root}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${root}/openid`,
      ValidateAuthority: 'false',
      CallerId: 'urn:botframework:test',
      // As a host such as App Service lends it.
      IDENTITY_ENDPOINT: await (identityUrl ??= lendIdentity()),
      IDENTITY_HEADER: 'not-a-secret',
    },
    mint: ({ serviceUrl, at = Date.now(), claims = {}, header = {}, key = current }) => {
      const seconds = Math.floor(at / 1000);
      const good = {
        serviceurl: serviceUrl,
        nbf: seconds,
        exp: seconds + 3600,
        iss: name,
        aud: BOT_ID,
      };
      const head = part({ alg: 'RS256', kid: key.kid, typ: 'JWT', ...header });
      const signed = `${head}.${part({ ...good, ...claims })}`;
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
    },
    addKey: (endorsements, modulusLength) => {
      const key = makeKey(endorsements, modulusLength);
      published.push(key);
      return key;
    },
    rotate: () => {
      current = makeKey(['msteams']);
      published = [current];
    },
    setReachable: (value) => {
      reachable = value;
    },
    setSilent: (value) => {
      silent = value;
      for (const answer of value ? [] : unanswered) answer();
      if (!value) unanswered = [];
    },
    waiting: () => unanswered.length,
    asked,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

let identityUrl: Promise<string> | undefined;
let askedForIdentity = 0;

/** Lends a managed identity until the process ends: the identity library keeps the first address that it was told. */
async function lendIdentity(): Promise<string> {
  const server = createServer((_, response) => {
    askedForIdentity += 1;
    // A connection that is kept would keep the process.
    response.shouldKeepAlive = false;
    const expires = Math.floor(Date.now() / 1000) + 86_400;
    json(response, 200, { access_token: 'a.managed.token', expires_on: expires, token_type: 'Bearer' });
  });
  const port = await listen(server);
  server.unref();
  return `http://127.0.0.1:${port}`;
}

/** A part of a token. */
export function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function asJwk({ kid, publicKey, endorsements }: SigningKey): object {
  return {
    ...publicKey.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    ...(endorsements === undefined ? {} : { endorsements }),
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  // In one process with restify, writeHead gives nothing back: restify replaces it for every server.
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
