/** The token store as the SDK's own client meets it. */

import assert from 'node:assert/strict';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity as SdkActivity,
  type ConversationReference,
} from 'botbuilder';
import { after, afterEach, describe, it } from 'node:test';
import { z } from 'zod';
import { AVERY, BOT, BOT_ID, BRUNO, message, TENANT_ID } from './activities.ts';
import { startIssuer } from './issuer.ts';
import { startTokenStore } from './token-store.ts';

let now = Date.parse('2026-11-20T14:07:00Z');
const store = await startTokenStore({ connections: ['graph', 'other'], now: () => now });
const issuer = await startIssuer();
const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = issuer.environment;
Object.assign(process.env, { IDENTITY_ENDPOINT, IDENTITY_HEADER });
after(() => Promise.all([store.close(), issuer.close()]));
afterEach(() => {
  store.consentNeeded(false);
  store.outage();
  store.clear();
});

const activity = message({ text: 'hi', serviceUrl: 'http://127.0.0.1:1/' });
const client = await clientOfTurn();

/** What a turn finds in its state: nothing of this is sent anywhere yet. */
async function clientOfTurn() {
  const settings = {
    ...issuer.environment,
    OAuthUrl: store.url,
    MicrosoftAppId: BOT_ID,
    MicrosoftAppType: 'UserAssignedMSI',
    MicrosoftAppTenantId: TENANT_ID,
  };
  const authentication = new ConfigurationBotFrameworkAuthentication(settings);
  const adapter = new CloudAdapter(authentication);
  type UserTokenClient = Awaited<ReturnType<typeof authentication.createUserTokenClient>>;
  const reference: Partial<ConversationReference> = {
    bot: BOT,
    channelId: 'msteams',
    conversation: { id: 'a:1', isGroup: false, conversationType: 'personal', name: '' },
    serviceUrl: 'http://127.0.0.1:1/',
  };
  let found: UserTokenClient | undefined;
  await adapter.continueConversationAsync(BOT_ID, reference, (context) => {
    found = context.turnState.get<UserTokenClient>(adapter.UserTokenClientKey);
    return Promise.resolve();
  });
  assert.ok(found !== undefined);
  return found;
}

const get = (userId: string, { connection = 'graph', code = '' } = {}) =>
  client.getUserToken(userId, connection, 'msteams', code);
const exchange = (token: string, userId = AVERY.id) =>
  client.exchangeToken(userId, 'graph', 'msteams', { token });
const statuses = () => store.calls.map(({ status }) => status);

describe('who has signed in', () => {
  it('has a token, for that connection alone, until it ends', async () => {
    store.signIn(AVERY.id, { token: 'of-avery', expires: now + 60_000 });
    const expected = {
      channelId: 'msteams',
      connectionName: 'graph',
      token: 'of-avery',
      expiration: '2026-11-20T14:08:00.000Z',
    };
    assert.deepEqual(await get(AVERY.id), expected);
    assert.equal(await get(AVERY.id, { connection: 'other' }), undefined);
    assert.equal(await get(BRUNO.id), undefined);
    now += 60_000;
    assert.equal(await get(AVERY.id), undefined);
    assert.deepEqual(statuses(), [200, 404, 404, 404]);
  });

  it('has none any more after signing out, by that connection', async () => {
    store.signIn(AVERY.id, { token: 'one' });
    store.signIn(AVERY.id, { token: 'two', connection: 'other' });
    await client.signOutUser(AVERY.id, 'graph', 'msteams');
    assert.equal(await get(AVERY.id), undefined);
    assert.deepEqual([store.tokenOf(AVERY.id), store.tokenOf(AVERY.id, 'other')], [undefined, 'two']);
  });
});

describe('a magic code', () => {
  it('gives the token once to who shows it, and from then on without it', async () => {
    const code = store.magicCode(AVERY.id, { token: 'behind-a-code' });
    assert.match(code, /^\d{6}$/);
    assert.equal(await get(AVERY.id), undefined);
    assert.equal(await get(BRUNO.id, { code }), undefined);
    assert.equal(await get(AVERY.id, { code: '000000' }), undefined);
    assert.equal((await get(AVERY.id, { code })).token, 'behind-a-code');
    assert.equal(await get(AVERY.id, { code }), undefined);
    assert.equal((await get(AVERY.id)).token, 'behind-a-code');
    assert.deepEqual(
      store.calls.map(({ withCode }) => withCode),
      [false, true, true, true, true, false],
    );
  });
});

describe('an exchange', () => {
  it('gives and keeps the token for the one that Teams sent', async () => {
    store.exchangeable(AVERY.id, 'from-teams', { token: 'for-graph' });
    assert.equal((await exchange('from-teams')).token, 'for-graph');
    assert.equal(store.tokenOf(AVERY.id), 'for-graph');
  });

  it('of another’s token, or of none, gives an error for an answer', async () => {
    store.exchangeable(AVERY.id, 'from-teams', { token: 'for-graph' });
    for (const [token, userId] of [
      ['from-teams', BRUNO.id],
      ['made-up', AVERY.id],
      ['', AVERY.id],
    ] as const) {
      const answer = await exchange(token, userId);
      assert.equal(answer.token, undefined);
      assert.ok('error' in answer);
    }
    assert.deepEqual(statuses(), [400, 400, 400]);
    assert.equal(store.tokenOf(BRUNO.id), undefined);
  });

  it('waits for the user’s consent: an error for an answer, or an exception', async () => {
    store.exchangeable(AVERY.id, 'from-teams', { token: 'for-graph' });
    store.consentNeeded(true);
    assert.match(JSON.stringify(await exchange('from-teams')), /"message":"Consent Required"/);
    store.consentNeeded(true, 412);
    await assert.rejects(exchange('from-teams'), { message: 'Consent Required', statusCode: 412 });
    store.consentNeeded(false);
    assert.equal((await exchange('from-teams')).token, 'for-graph');
    assert.deepEqual(statuses(), [400, 412, 200]);
  });
});

describe('a sign-in resource', () => {
  const schema = z.object({
    signInLink: z.url(),
    tokenExchangeResource: z.object({ id: z.guid(), uri: z.string(), providerId: z.guid() }),
  });
  const ask = (connection: string) =>
    client.getSignInResource(connection, activity as unknown as SdkActivity, '');

  it('leads to the sign-in page and says what Teams may exchange, each time by another id', async () => {
    const [one, other] = [schema.parse(await ask('graph')), schema.parse(await ask('graph'))];
    assert.ok(one.signInLink.startsWith(store.url));
    assert.equal(one.tokenExchangeResource.uri, `api://botid-${BOT_ID}`);
    assert.notEqual(one.tokenExchangeResource.id, other.tokenExchangeResource.id);
  });

  it('is refused for a connection that the bot does not have', async () => {
    await assert.rejects(ask('missing'));
    assert.deepEqual(statuses(), [400]);
  });
});

describe('what the store does not take', () => {
  it('is refused: another connection or channel, no user, no state, and whoever shows no token', async () => {
    await assert.rejects(get(AVERY.id, { connection: 'missing' }), /'missing' was not found/);
    await assert.rejects(client.getUserToken(AVERY.id, 'graph', 'webchat', ''), /Unknown channel/);
    await assert.rejects(get(''), /userId/);
    await assert.rejects(client.getTokenStatus(AVERY.id, 'msteams', ''));
    const resource = `${store.url}/api/botsignin/GetSignInResource?state=nonsense`;
    assert.equal((await fetch(resource)).status, 401);
    assert.equal((await fetch(resource, { headers: { authorization: 'Bearer x' } })).status, 400);
    assert.deepEqual(statuses(), [400, 400, 400, 404, 401, 400]);
    const { operation, authorized } = store.calls[4] ?? {};
    assert.deepEqual([operation, authorized], ['signInResource', false]);
  });

  it('leaves no token and no code in the calls', async () => {
    const code = store.magicCode(AVERY.id, { token: 'for-graph' });
    await get(AVERY.id, { code });
    await exchange('from-teams');
    assert.doesNotMatch(JSON.stringify(store.calls), new RegExp(`for-graph|from-teams|${code}`));
  });
});

it('an outage is one for everybody, until it is over', async () => {
  store.outage(501);
  await assert.rejects(get(AVERY.id), { statusCode: 501 });
  store.outage();
  await get(BRUNO.id);
  assert.deepEqual(statuses(), [501, 404]);
});
