/** What the environment becomes: clouds, credentials, tenants and both ways to Graph. */

import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { readConfig } from '../../src/config/read-config.ts';
import { BOT_ID, TENANT_ID } from '../support/activities.ts';
import { makeCertificates } from '../support/certificates.ts';

const certificates = await makeCertificates();
after(() => {
  certificates.remove();
});

const identity = { BOT_ID, BOT_TENANT_ID: TENANT_ID, BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 'a secret' };

function production(environment: Readonly<Record<string, string>>) {
  const config = readConfig(environment);
  assert.equal(config.mode, 'production');
  return config;
}

describe('CLOUD sets the addresses of Graph, Entra and the Bot Framework together:', () => {
  const clouds: [cloud: string, graph: string, authority: string, issuer: string, store: string][] = [
    [
      'public',
      'https://graph.microsoft.com',
      'https://login.microsoftonline.com',
      'https://api.botframework.com',
      'https://api.botframework.com',
    ],
    [
      'gcchigh',
      'https://graph.microsoft.us',
      'https://login.microsoftonline.us',
      'https://api.botframework.us',
      'https://tokengcch.botframework.azure.us',
    ],
    [
      'dod',
      'https://dod-graph.microsoft.us',
      'https://login.microsoftonline.us',
      'https://api.botframework.us',
      'https://apiDoD.botframework.azure.us',
    ],
  ];
  for (const [name, graph, authority, issuer, store] of clouds) {
    it(name, () => {
      const { cloud, sdk } = production({ ...identity, CLOUD: name }).identity;
      assert.deepEqual([cloud.graph, cloud.authority], [graph, authority]);
      assert.deepEqual([sdk.ToBotFromChannelTokenIssuer, sdk.OAuthUrl], [issuer, store]);
    });
  }

  it('public is what is meant when nothing is said', () => {
    const { cloud } = production(identity).identity;
    assert.equal(cloud.graph, 'https://graph.microsoft.com');
  });

  it('an address of the SDK’s own goes before the cloud’s, and the others stay', () => {
    const europe = 'https://europe.token.botframework.com';
    const { sdk } = production({ ...identity, OAuthUrl: europe }).identity;
    assert.equal(sdk.OAuthUrl, europe);
    assert.equal(sdk.ToBotFromChannelTokenIssuer, 'https://api.botframework.com');
  });

  it('the SDK’s sign of the government’s channel service means its cloud', () => {
    const { cloud } = production({ ...identity, ChannelService: 'https://botframework.azure.us' }).identity;
    assert.equal(cloud.graph, 'https://graph.microsoft.us');
  });
});

describe('the credential is', () => {
  const { BOT_PASSWORD: _, ...registered } = identity;
  it('a secret', () => {
    assert.deepEqual(production(identity).identity.credential, { kind: 'secret', secret: 'a secret' });
  });

  it('a certificate with its key in one file', () => {
    const path = certificates.client.file;
    assert.deepEqual(production({ ...registered, BOT_CERTIFICATE_PATH: path }).identity.credential, {
      kind: 'certificate',
      path,
    });
  });

  it('a federated token, from the file that Kubernetes names', () => {
    const tokenFile = certificates.keep('token', 'a.federated.token');
    const given = { ...registered, AZURE_FEDERATED_TOKEN_FILE: tokenFile };
    assert.deepEqual(production(given).identity.credential, { kind: 'federated', tokenFile });
  });

  it('lent by the host', () => {
    const given = { ...registered, BOT_TYPE: 'UserAssignedMSI' };
    assert.deepEqual(production(given).identity.credential, { kind: 'managed' });
  });
});

describe('Graph is called', () => {
  it('as the bot unless something else is said', () => {
    assert.deepEqual(production(identity).graph, { as: 'application' });
  });

  it('as the person in delegated mode, over the connection’s name', () => {
    const given = { ...identity, GRAPH_AUTH: 'delegated', OAUTH_CONNECTION: 'graph' };
    assert.deepEqual(production(given).graph, { as: 'person', connection: 'graph' });
  });

  it('of several tenants by a managed identity in delegated mode alone', () => {
    const { BOT_PASSWORD: _, ...registered } = identity;
    const others = `${TENANT_ID},11111111-1111-4111-8111-1111111111ff`;
    const managed = { ...registered, BOT_TYPE: 'UserAssignedMSI', ALLOWED_TENANTS: others };
    assert.throws(() => readConfig(managed), /ALLOWED_TENANTS: leave it out: a managed identity reaches/);
    const given = { ...managed, GRAPH_AUTH: 'delegated', OAUTH_CONNECTION: 'graph' };
    assert.equal(production(given).tenants.length, 2);
  });
});

describe('a proxy', () => {
  const proxy = 'http://proxy.example.test:3128';

  it('is the one of the environment, in small letters or not', () => {
    for (const name of ['HTTPS_PROXY', 'https_proxy']) {
      const { proxies } = production({ ...identity, [name]: proxy, NO_PROXY: 'localhost,.example.test' });
      assert.deepEqual(proxies, { https: proxy, except: 'localhost,.example.test' });
    }
    assert.deepEqual(production({ ...identity, HTTP_PROXY: proxy }).proxies, { http: proxy });
  });

  it('is none where the environment names none', () => {
    assert.equal(production({ ...identity, NO_PROXY: 'localhost' }).proxies, undefined);
  });

  it('has an address', () => {
    assert.throws(
      () => readConfig({ ...identity, HTTPS_PROXY: 'proxy:3128' }),
      /HTTPS_PROXY: use the address/,
    );
    assert.throws(() => readConfig({ ...identity, https_proxy: 'proxy' }), /HTTPS_PROXY: use the address/);
  });
});
