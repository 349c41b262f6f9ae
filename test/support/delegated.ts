/** The bot in delegated mode: the Bot Service's token store beside it, and people who sign in from their clients. */

import assert from 'node:assert/strict';
import { AVERY, BOT_ID, invoke, message, type Activity, type Person } from './activities.ts';
import { startProductionBot, type BotOptions, type BotUnderTest } from './bot.ts';
import type { Issuer } from './issuer.ts';
import { startTokenStore, type TokenStore } from './token-store.ts';

export const CONNECTION = 'graph';
/** The least by which presence is set and read back. */
const bothScopes: readonly string[] = ['Presence.ReadWrite', 'Presence.Read'];

interface Issued {
  readonly scopes?: readonly string[];
  /** Whose it really is; by default the person's own. */
  readonly of?: Person;
  /** Epoch milliseconds; by default in an hour. */
  readonly expires?: number;
}

export interface DelegatedBot extends BotUnderTest {
  readonly issuer: Issuer;
  readonly store: TokenStore;
  /** A token that Graph knows; nobody has it yet. */
  issue(person: Person, issued?: Issued): string;
  /** The person has signed in some time ago; gives the token. */
  signedIn(person: Person, issued?: Issued): string;
  /** Posts that text and gives the HTTP status; by default Avery in New York, now. */
  send(text: string, parts?: Partial<Parameters<typeof message>[0]>): Promise<number>;
  /** A client's answer to a sign-in card that it can exchange for. */
  exchange(person: Person, issued?: Issued & { readonly value?: Activity }): Promise<Posted>;
  /** The person has pressed the card's button and signed in on the page, which showed a code. */
  verify(person: Person, issued?: Issued & { readonly state?: unknown }): Promise<Posted>;
  /** Any invoke of that person's, in their chat with the bot. */
  invoke(name: string, value: unknown, person?: Person, parts?: Partial<Activity>): Promise<Posted>;
}

interface Posted {
  readonly status: number;
  readonly body: unknown;
}

/** Starts one in production mode. */
export async function startDelegatedBot({ environment, ...options }: BotOptions = {}): Promise<DelegatedBot> {
  // The store's clock is the bot's, which starts with it.
  let now: () => number = Date.now;
  const store = await startTokenStore({ connections: [CONNECTION, 'other'], now: () => now() });
  const bot = await startProductionBot({
    ...options,
    environment: {
      GRAPH_AUTH: 'delegated',
      OAUTH_CONNECTION: CONNECTION,
      OAuthUrl: store.url,
      ...environment,
    },
  });
  now = () => bot.clock.now;
  let issuedTokens = 0;
  const hold = (token: string, { expires = bot.clock.now + 3_600_000 }: Issued) => ({ token, expires });
  const issue = (person: Person, { scopes = bothScopes, of = person }: Issued = {}) => {
    issuedTokens += 1;
    const token = `a.persons.own.token-${issuedTokens}`;
    bot.simulator.addToken(token, {
      kind: 'delegated',
      appId: BOT_ID,
      userId: of.aadObjectId ?? '',
      scopes,
    });
    return token;
  };
  const invokeFrom: DelegatedBot['invoke'] = async (name, value, from = AVERY, parts = {}) => {
    const at = new Date(bot.clock.now);
    const activity = invoke({ name, value, from, at, serviceUrl: bot.connector.url });
    const { status, body } = await bot.post({ ...activity, ...parts });
    return { status, body: body === '' ? undefined : (JSON.parse(body) as unknown) };
  };
  return {
    ...bot,
    store,
    issue,
    signedIn: (person, issued = {}) => {
      const token = issue(person, issued);
      store.signIn(person.id, hold(token, issued));
      return token;
    },
    send: async (text, parts = {}) => {
      const { url: serviceUrl } = bot.connector;
      const activity = message({
        text,
        serviceUrl,
        timezone: 'America/New_York',
        at: new Date(bot.clock.now),
        ...parts,
      });
      return (await bot.post(activity)).status;
    },
    exchange: (person, { value = {}, ...issued } = {}) => {
      const token = `teams.own.sign-in-of-${person.id}`;
      store.exchangeable(person.id, token, hold(issue(person, issued), issued));
      return invokeFrom(
        'signin/tokenExchange',
        { id: 'an-exchange', connectionName: CONNECTION, token, ...value },
        person,
      );
    },
    verify: (person, { state, ...issued } = {}) => {
      const code = store.magicCode(person.id, hold(issue(person, issued), issued));
      return invokeFrom('signin/verifyState', { state: state ?? code }, person);
    },
    invoke: invokeFrom,
    close: async () => {
      try {
        await bot.close();
      } finally {
        await store.close();
      }
    },
  };
}

/** The content of the sign-in card in a message. */
export function signInCardIn(activity: Activity | undefined): Activity {
  const attachments: unknown = activity?.['attachments'];
  const attachment: unknown = Array.isArray(attachments) ? attachments[0] : undefined;
  assert.ok(
    isObject(attachment) && isObject(attachment['content']),
    `no card in ${JSON.stringify(activity)}`,
  );
  assert.equal(attachment['contentType'], 'application/vnd.microsoft.card.oauth');
  return attachment['content'];
}

/** Whether a message is a sign-in card. */
export function isSignInCard(activity: Activity): boolean {
  return JSON.stringify(activity['attachments'] ?? []).includes('application/vnd.microsoft.card.oauth');
}

function isObject(value: unknown): value is Activity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
