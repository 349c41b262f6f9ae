/** What the bot does not start with: each variable is named, with its fix, and no value is repeated. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { readConfig } from '../../src/config/read-config.ts';
import { BOT_ID, TENANT_ID } from '../support/activities.ts';
import { makeCertificates } from '../support/certificates.ts';

const certificates = await makeCertificates();
const other = await certificates.makeClient();
after(() => {
  certificates.remove();
});

const registered = { BOT_ID, BOT_TENANT_ID: TENANT_ID, BOT_TYPE: 'SingleTenant' };
const secret = { ...registered, BOT_PASSWORD: 'canary-secret' };
const managed = { ...registered, BOT_TYPE: 'UserAssignedMSI' };
const { certificate, privateKey } = certificates.client;

const hookKey = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const wrong: [name: string, environment: Record<string, string>, expected: RegExp][] = [
  ['a hook’s key without a name', { ...secret, HOOK_KEYS: hookKey }, /HOOK_KEYS: use name=key/],
  ['a hook’s name without a key', { ...secret, HOOK_KEYS: 'rooms=' }, /HOOK_KEYS: use name=key/],
  ['a hook’s key that is none', { ...secret, HOOK_KEYS: 'rooms=canary-secret' }, /HOOK_KEYS: use name=key/],
  [
    'a hook’s key that is too short',
    { ...secret, HOOK_KEYS: 'rooms=whsec_c2hvcnQ=' },
    /HOOK_KEYS: use name=key/,
  ],
  ['keys that are neither on nor off', { ...secret, PERSONAL_KEYS: 'yes' }, /PERSONAL_KEYS: use off/],
  ['keys to end of nobody', { ...secret, END_PERSONAL_KEYS: 'all' }, /END_PERSONAL_KEYS: use tenant=instant/],
  [
    'keys to end up to no instant',
    { ...secret, END_PERSONAL_KEYS: `${TENANT_ID}=yesterday` },
    /END_PERSONAL_KEYS: use tenant=instant/,
  ],
  ['a hook with Teams’ own name', { ...secret, HOOK_KEYS: `teams=${hookKey}` }, /HOOK_KEYS: use name=key/],
  ['a hook’s name in capitals', { ...secret, HOOK_KEYS: `Rooms=${hookKey}` }, /HOOK_KEYS: use name=key/],
  [
    'two hooks of one name',
    { ...secret, HOOK_KEYS: `rooms=${hookKey},rooms=${hookKey}` },
    /HOOK_KEYS: use name=key/,
  ],
  ['a page that is not https', { ...secret, PRIVACY_URL: 'http://x.example' }, /PRIVACY_URL: use an https/],
  ['a page that is none', { ...secret, TERMS_URL: 'terms' }, /TERMS_URL: use an https address/],
  ['a cloud without presence', { ...secret, CLOUD: 'china' }, /CLOUD: use public, .* have no presence/],
  ['a cloud that is none', { ...secret, CLOUD: 'moon' }, /CLOUD: use public/],
  [
    'the government’s channel service in the public cloud',
    { ...secret, CLOUD: 'public', ChannelService: 'https://botframework.azure.us' },
    /ChannelService: it is the government's/,
  ],
  ['no credential', registered, /BOT_PASSWORD: .*BOT_CERTIFICATE_PATH or AZURE_FEDERATED_TOKEN_FILE/],
  [
    'two credentials',
    { ...secret, BOT_CERTIFICATE_PATH: certificates.client.file },
    /BOT_CERTIFICATE_PATH: remove it, or BOT_PASSWORD: one credential is used/,
  ],
  ['a certificate that is not there', { ...registered, BOT_CERTIFICATE_PATH: '/nowhere.pem' }, /PEM file/],
  [
    'a certificate without its key',
    { ...registered, BOT_CERTIFICATE_PATH: certificates.keep('lonely.pem', certificate) },
    /BOT_CERTIFICATE_PATH: name a PEM file that holds a certificate and its private key/,
  ],
  [
    'a certificate with somebody else’s key',
    {
      ...registered,
      BOT_CERTIFICATE_PATH: certificates.keep('mixed.pem', `${other.certificate}\n${privateKey}`),
    },
    /BOT_CERTIFICATE_PATH:/,
  ],
  [
    'an empty federated token',
    { ...registered, AZURE_FEDERATED_TOKEN_FILE: certificates.keep('empty', '\n') },
    /AZURE_FEDERATED_TOKEN_FILE: name the file/,
  ],
  [
    'a certificate beside a managed identity',
    { ...managed, BOT_CERTIFICATE_PATH: certificates.client.file },
    /BOT_CERTIFICATE_PATH: a managed identity has no secret/,
  ],
  ['a calendar that is none', { ...secret, CALENDAR: 'on' }, /CALENDAR: use off/],
  [
    'calendars with people’s own sign-ins, and Graph without',
    { ...secret, CALENDAR: 'delegated' },
    /CALENDAR: Graph is called as GRAPH_AUTH says, so set it to application/,
  ],
  ['a mode that is none', { ...secret, GRAPH_AUTH: 'both' }, /GRAPH_AUTH: use application/],
  [
    'delegated mode without a connection',
    { ...secret, GRAPH_AUTH: 'delegated' },
    /OAUTH_CONNECTION: set it to the name/,
  ],
  [
    'a connection in application mode',
    { ...secret, OAUTH_CONNECTION: 'graph' },
    /OAUTH_CONNECTION: for GRAPH_AUTH=delegated only/,
  ],
  [
    'an authority over plain http',
    { ...secret, AZURE_AUTHORITY_HOST: 'http://login.example.test' },
    /AZURE_AUTHORITY_HOST: use an https/,
  ],
  [
    'a token store over plain http from elsewhere',
    { ...secret, OAuthUrl: 'http://tokens.example.test' },
    /OAuthUrl: use an https/,
  ],
  [
    'a certificate in local mode',
    { APP_ENV: 'local', BOT_CERTIFICATE_PATH: certificates.client.file },
    /BOT_CERTIFICATE_PATH: local mode uses no credential/,
  ],
  [
    'a federated token in local mode',
    { APP_ENV: 'local', AZURE_FEDERATED_TOKEN_FILE: '/var/run/token' },
    /AZURE_FEDERATED_TOKEN_FILE: local mode uses no credential/,
  ],
  [
    'delegated mode in local mode',
    { APP_ENV: 'local', GRAPH_AUTH: 'delegated' },
    /GRAPH_AUTH: nobody signs in in local mode/,
  ],
];

describe('the bot does not start with', () => {
  for (const [name, environment, expected] of wrong) {
    it(name, () => {
      assert.throws(
        () => readConfig(environment),
        (error: unknown) => {
          assert.ok(error instanceof Error && error.name === 'ConfigError');
          assert.match(error.message, expected);
          assert.doesNotMatch(error.message, /canary-secret/);
          return true;
        },
      );
    });
  }
});
