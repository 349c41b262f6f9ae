/** People's own tokens, which the Bot Service keeps: https://learn.microsoft.com/azure/bot-service/bot-builder-concept-authentication */

import type { Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { UserTokens } from '../presence/ports.ts';
import { statusOf } from './errors.ts';
import { within } from './within.ts';

/** Where somebody can sign in, and what Teams can exchange its own sign-in for. */
type SignInResource = z.infer<typeof resourceSchema>;

export interface TokenStore extends UserTokens {
  /** For one conversation: its sign-in is of the activity's sender alone. */
  resource(activity: Activity): Promise<SignInResource>;
  /** Gives Teams' own sign-in for a token; false: the person has to consent first. */
  exchange(account: string, token: string): Promise<boolean>;
  /** Whether the code that the sign-in page has shown is the right one. */
  confirm(account: string, code: string): Promise<boolean>;
}

export type UserTokenClient = Awaited<
  ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
>;

interface StoreOptions {
  readonly client: () => Promise<UserTokenClient>;
  /** The OAuth connection's name. */
  readonly connection: string;
  readonly now: () => number;
}

const channel = 'msteams';
/** Nobody waits longer than that for the Bot Service. */
const answerMs = 10_000;
/** A token is not used in its last minutes: it has to last for a change that is repeated. */
const spareMs = 5 * 60_000;
/** So many people's tokens are kept in this process's memory; the Bot Service has them all. */
const rememberedLimit = 10_000;

const tokenSchema = z.object({ token: z.string().min(1), expiration: z.string().nullish() });
const resourceSchema = z.object({
  signInLink: z.url({ protocol: /^https?$/ }),
  tokenExchangeResource: z
    .object({ id: z.string(), uri: z.string().nullish(), providerId: z.string().nullish() })
    .nullish(),
});

export function createTokenStore({ client, connection, now }: StoreOptions): TokenStore {
  const remembered = new LRUCache<string, { readonly token: string; readonly usableUntil: number }>({
    max: rememberedLimit,
  });

  const fetched = async (account: string, code?: string): Promise<string | undefined> => {
    const answer = await bounded(
      // The SDK takes an empty code for none.
      client().then((api) => api.getUserToken(account, connection, channel, code ?? '')),
    ).catch(none);
    const { data } = tokenSchema.safeParse(answer);
    if (data === undefined) return undefined;
    const usableUntil = Date.parse(data.expiration ?? '') - spareMs;
    // Without an end it is asked for each time.
    if (usableUntil > now()) remembered.set(account, { token: data.token, usableUntil });
    return data.token;
  };

  return {
    get: async ({ account }) => {
      const known = remembered.get(account);
      return known !== undefined && known.usableUntil > now() ? known.token : fetched(account);
    },
    refused: ({ account }, token) => {
      if (remembered.get(account)?.token === token) remembered.delete(account);
    },
    signOut: async ({ account }) => {
      remembered.delete(account);
      await bounded(client().then((api) => api.signOutUser(account, connection, channel)));
    },
    resource: async (activity) =>
      resourceSchema.parse(
        await bounded(client().then((api) => api.getSignInResource(connection, activity, ''))),
      ),
    exchange: async (account, token) => {
      remembered.delete(account);
      const answer = await bounded(
        client().then((api) => api.exchangeToken(account, connection, channel, { token })),
      ).catch(none);
      return tokenSchema.safeParse(answer).success;
    },
    confirm: async (account, code) => {
      remembered.delete(account);
      return (await fetched(account, code)) !== undefined;
    },
  };
}

async function bounded<T>(work: Promise<T>): Promise<T> {
  const answered = await within(answerMs, work);
  if (answered.late) throw new Error(`the Bot Service did not answer within ${answerMs} ms`);
  return answered.value;
}

/** What the Bot Service does not have, or does not take, is none; anything else is its own failure. */
function none(error: unknown): undefined {
  const status = statusOf(error);
  if (status === 400 || status === 404 || status === 412) return undefined;
  throw error;
}
