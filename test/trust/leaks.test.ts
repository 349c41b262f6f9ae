/**
 * Everything secret or private gets a name of its own, all kinds of traffic carry it, and then the log, the console and
 * the replies are searched for it. In production mode, as itself and as the person.
 */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startSimulator, type Simulator } from '../../src/simulator/index.ts';
import {
  AVERY,
  BOT_ID,
  BRUNO,
  cardAction,
  invoke,
  loadActivities,
  message,
  submitted,
  TENANT_ID,
  type Activity,
} from '../support/activities.ts';
import { startProductionBot, type BotUnderTest } from '../support/bot.ts';
import { makeCertificates } from '../support/certificates.ts';
import { startDelegatedBot, type DelegatedBot } from '../support/delegated.ts';
import { startEntra } from '../support/entra.ts';
import { cardFor, press, send, settled } from '../support/press.ts';
import { startTlsGraph } from '../support/tls-graph.ts';

const secret = 'canary-of-the-bots-secret';
const graphsWords = 'canary-in-graphs-own-words';
const thrown = 'canary-in-a-thrown-error';
const averys = { ...AVERY, name: 'Canary Avery-Surname' };
const brunos = { ...BRUNO, name: 'Canary Bruno-Surname' };

const certificates = await makeCertificates();
certificates.trust();
const graph = await startSimulator();
const entra = await startEntra({
  certificates,
  applications: [{ clientId: BOT_ID, tenants: [TENANT_ID], secrets: [secret] }],
  resources: ['https://graph.microsoft.com', 'https://api.botframework.example'],
  onToken: (token) => {
    graph.addToken(token, { kind: 'application', appId: BOT_ID });
  },
});
const graphBehindTls = await startTlsGraph(certificates, graph.url);
after(async () => {
  await Promise.all([graphBehindTls.close(), entra.close(), graph.close()]);
  certificates.remove();
});

/** What libraries write by themselves. */
const written: string[] = [];
const levels = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
const kept = { ...console };
for (const level of levels)
  console[level] = (...parts: unknown[]) => void written.push(parts.map(String).join(' '));
const warned = (warning: Error) => void written.push(String(warning));
process.on('warning', warned);
after(() => {
  Object.assign(console, kept);
  process.off('warning', warned);
});

/** While it is true, a turn that asks for the time fails as nothing should. */
let broken = false;
const now = () => {
  if (broken && new Error().stack?.includes('/teams/turn.ts')) throw new Error(thrown);
  return Date.parse('2026-11-20T14:07:00-05:00');
};
const environment = {
  BOT_TYPE: 'SingleTenant',
  BOT_PASSWORD: secret,
  AZURE_AUTHORITY_HOST: entra.url,
};

/** Words where somebody's words, names, titles and codes stand. */
const wordsAt = new Set([
  'text',
  'Title',
  'title',
  'subject',
  'content',
  'summary',
  'displayName',
  'JoinUrl',
]);
const secretsAt = new Set(['token', 'state']);

function withCanaries(value: unknown, key = '', depth = 0): unknown {
  if (typeof value === 'string') {
    if (wordsAt.has(key)) return `${value} canary-of-a-${key}`;
    if (secretsAt.has(key)) return `canary-of-a-${key}`;
    // An invoke's or an event's own name is on top.
    return key === 'name' && depth > 1 ? `Canary ${value}` : value;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => withCanaries(one, key, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withCanaries(inner, name, depth + 1)]),
  );
}

/** Every kind of activity, sentence, press and failure. Gives the bodies that were answered. */
async function play(bot: BotUnderTest, presence: Simulator): Promise<string[]> {
  const { url: serviceUrl } = bot.connector;
  const at = new Date(bot.clock.now);
  const answers: string[] = [];
  const post = async (activity: unknown) => {
    const { body } = await bot.post(activity);
    answers.push(body);
  };
  for (const { activity } of loadActivities(serviceUrl)) {
    const named = withCanaries(activity) as Activity;
    await post({ ...named, conversation: { ...(named['conversation'] as Activity), tenantId: TENANT_ID } });
  }
  await post({
    ...invoke({ name: 'canary-of-an-invoke', value: {}, serviceUrl, from: averys }),
    id: undefined,
  });
  await post('{"text": "canary-in-what-is-no-json');
  await post({ ...message({ text: 'canary-from-elsewhere', serviceUrl }), channelId: 'canary-channel' });
  await bot.post(message({ text: 'dnd 2h', serviceUrl }), 'Bearer canary.of.a-token');

  for (const [from, whose] of [
    [averys, 'avery'],
    [brunos, 'bruno'],
  ] as const) {
    const sentences = [
      `dnd 2h "canary-status-of-${whose}"`,
      `message canary-message-of-${whose}`,
      `what if busy 1h "canary-preview-of-${whose}"`,
      `canary-nonsense-of-${whose}`,
      `in a call 9h "canary-refused-of-${whose}"`,
      'status',
      'details',
    ];
    for (const text of sentences) await post(message({ text, from, serviceUrl, at }));
    const words = {
      message: `canary-pressed-by-${whose}`,
      owner: `canary-owner`,
      say: 'dnd 1h "canary-said"',
    };
    for (const verb of ['dnd', 'undo', 'run', 'status', 'canary-verb']) {
      await post(cardAction({ verb, data: words, from, serviceUrl, at }));
      await post(submitted({ value: { verb, ...words }, from, serviceUrl, at }));
      await post(invoke({ name: 'task/submit', value: { data: { verb, ...words } }, from, serviceUrl, at }));
    }
    const faults = [
      { kind: 'answer', status: 400, message: graphsWords },
      { kind: 'answer', status: 401, message: graphsWords },
      { kind: 'answer', status: 403, message: graphsWords },
      { kind: 'answer', status: 500, message: graphsWords },
      { kind: 'reset' },
      { kind: 'resetAfterApplying' },
    ] as const;
    for (const fault of faults) {
      presence.addFault(fault);
      await post(message({ text: `busy 1h "canary-fault-of-${whose}"`, from, serviceUrl, at }));
      presence.removeFaults();
    }
    for (const status of [400, 403, 404]) {
      bot.connector.failNext({ status });
      await post(message({ text: `dnd 1h "canary-lost-of-${whose}"`, from, serviceUrl, at }));
    }
  }
  broken = true;
  await post(message({ text: 'dnd 2h "canary-of-a-broken-turn"', from: averys, serviceUrl }));
  await post(cardAction({ verb: 'undo', data: { holds: [] }, from: averys, serviceUrl }));
  await post(invoke({ name: 'composeExtension/query', value: {}, from: averys, serviceUrl }));
  broken = false;
  await settled(bot);
  return answers;
}

function assertNothingIn(
  texts: readonly string[],
  canaries: readonly (string | RegExp)[],
  where: string,
): void {
  for (const canary of canaries) {
    const found = texts.find((text) =>
      typeof canary === 'string' ? text.toLowerCase().includes(canary) : canary.test(text),
    );
    assert.equal(found, undefined, `${String(canary)} in ${where}`);
  }
}

/** Everything that went to anybody, by the chat it went to. */
function sentTo(bot: BotUnderTest, whose: (conversation: string) => boolean): string[] {
  return bot.connector.received
    .filter(({ conversation }) => whose(conversation))
    .map(({ activity }) => JSON.stringify(activity));
}

function assertReplies(bot: BotUnderTest, answers: readonly string[], secrets: readonly (string | RegExp)[]) {
  assertNothingIn([...sentTo(bot, () => true), ...answers], secrets, 'what was said');
  assert.ok(sentTo(bot, (chat) => chat.includes('avery')).length > 20, 'something was said at all');
  assertNothingIn(
    sentTo(bot, (chat) => chat.includes('avery')),
    ['of-bruno', 'by-bruno'],
    'Avery’s chat',
  );
  assertNothingIn(
    sentTo(bot, (chat) => chat.includes('bruno')),
    ['of-avery', 'by-avery'],
    'Bruno’s chat',
  );
}

function assertLog(bot: BotUnderTest, secrets: readonly (string | RegExp)[]): void {
  const lines = bot.logged().map((line) => JSON.stringify(line));
  const messages = new Set(bot.logged().map(({ msg }) => msg));
  // The traffic went where there is something to log.
  for (const msg of ['turn', 'presence change', 'refused', 'Graph did not take a request', 'turn failed'])
    assert.ok(messages.has(msg), `${msg} was logged`);
  assertNothingIn([...lines, ...written], ['canary', ...secrets], 'the log');
}

/** Nothing waits: a retry comes at once. */
const atOnce = { sleep: () => Promise.resolve() };

describe('as the bot itself', () => {
  let bot: BotUnderTest;
  before(async () => {
    bot = await startProductionBot({
      environment,
      graph: atOnce,
      graphRoot: graphBehindTls.url,
      now,
    });
  });
  after(() => bot.close());

  it('no secret, token, name, title or word is logged, and none is told to anybody else', async () => {
    graph.setOutOfOffice({ userId: AVERY.aadObjectId, isOutOfOffice: true, message: 'canary-out-of-avery' });
    const answers = await play(bot, graph);
    const tokens = entra.calls.flatMap(({ token }) => token ?? []);
    assert.ok(tokens.length >= 2, 'tokens for Graph and for the connector were had');
    const secrets = [secret, thrown, ...tokens, 'canary-of-a-token', 'canary-of-a-state'];
    assertReplies(bot, answers, secrets);
    assertLog(bot, secrets);
  });

  it('nor when Entra does not take the secret', async (t) => {
    const refused = await startProductionBot({
      environment: { ...environment, BOT_PASSWORD: 'canary-of-a-wrong-secret' },
      graphRoot: graphBehindTls.url,
    });
    t.after(() => refused.close());
    await refused.post(message({ text: 'dnd 2h "canary"', serviceUrl: refused.connector.url }));
    assert.ok(refused.logged().some(({ code }) => code === 'AADSTS7000215'));
    assertNothingIn(
      [...refused.logged().map((line) => JSON.stringify(line)), ...written],
      ['canary'],
      'the log',
    );
  });
});

describe('as the person', () => {
  let bot: DelegatedBot;
  before(async () => {
    bot = await startDelegatedBot({
      environment,
      graph: atOnce,
      signInMs: 3000,
      now,
    });
  });
  after(() => bot.close());

  it('no token of any kind, code or word is logged, and none is told to anybody', async () => {
    const card = async () => cardFor(bot, 'dnd 1h "canary-on-a-card-of-avery"', { from: averys });
    const code = bot.store.magicCode(AVERY.id, { token: bot.issue(AVERY) });
    await bot.send('dnd 2h "canary-waiting-of-avery"', { from: averys });
    await bot.invoke('signin/verifyState', { state: '000001' }, averys);
    await bot.invoke('signin/verifyState', { state: code }, averys);
    await bot.send('dnd 2h "canary-waiting-of-bruno"', { from: brunos });
    await bot.invoke('signin/failure', { code: 'canary-code', message: 'canary-failure' }, brunos);
    bot.store.consentNeeded(true);
    await bot.exchange(brunos);
    bot.store.consentNeeded(false);
    await bot.exchange(brunos);
    await settled(bot);
    await press(bot, await card(), '+30 min', { from: averys });
    await send(bot, { title: '', verb: 'canary', data: {}, submits: {} }, { from: averys });
    const answers = await play(bot, bot.simulator);
    // Half an answer, with a token in it.
    bot.store.outage(200, '{"token":"canary-of-half-a-token');
    await bot.exchange(averys);
    await bot.verify(averys);
    await bot.send('dnd 2h', { from: { ...averys, id: '29:1-canary-new' } });
    bot.store.outage(500, '{"error":{"code":"canary","message":"canary-of-the-store"}}');
    await bot.send('status', { from: { ...averys, id: '29:1-canary-newer' } });
    bot.store.outage();

    const botTokens = entra.calls.flatMap(({ token }) => token ?? []);
    const secrets = [
      secret,
      thrown,
      ...botTokens,
      'a.persons.own.token',
      'teams.own.sign-in-of',
      'canary-of-half-a-token',
      'canary-of-the-store',
      new RegExp(`\\b${code}\\b`),
    ];
    assertReplies(bot, answers, secrets);
    assertLog(bot, secrets);
    assert.ok(bot.writes().length > 5, 'something was set');
  });
});
