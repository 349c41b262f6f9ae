/** People's own tokens, which the Bot Service keeps: https://learn.microsoft.com/azure/bot-service/bot-builder-concept-authentication */

import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { UserTokens } from '../presence/ports.ts';
import type { Conversation, UserTokenClient } from './conversation.ts';
import { nameOf, statusOf } from './errors.ts';
import type { Log } from './log.ts';
import { bounded } from '../timing/with-timeout.ts';

/** Where somebody can sign in, and what Teams can exchange its own sign-in for. */
type SignInResource = z.infer<typeof resourceSchema>;

export interface TokenStore extends UserTokens {
  /** The sign-in page for the sender in that conversation. */
  resource(conversation: Pick<Conversation, 'signInResource'>): Promise<SignInResource>;
  /** Exchanges Teams' own sign-in for a token; false if the person has to consent first. */
  exchange(account: string, token: string): Promise<boolean>;
  /** Whether the code that the sign-in page has shown is the right one. */
  confirm(account: string, code: string): Promise<boolean>;
}

interface TokenStoreOptions {
  readonly client: () => Promise<UserTokenClient>;
  /** The OAuth connection's name. */
  readonly connection: string;
  readonly now: () => number;
  /** Time limit in milliseconds for the Bot Service. */
  readonly answerMs?: number | undefined;
  readonly log: Log;
}

const channel = 'msteams';
const defaultAnswerMs = 10_000;
/** A token is not used in its last minutes: it has to outlast a change and its retries. */
const spareMs = 5 * 60_000;
/** Memory for cached tokens, about 5,000; the Bot Service has them all. */
const mostBytes = 16 * 1024 * 1024;
/** Overhead for each entry. */
const moreBytes = 512;

const tokenSchema = z.object({ token: z.string().min(1), expiration: z.string().nullish() });
const resourceSchema = z.object({
  signInLink: z.url({ protocol: /^https?$/ }),
  tokenExchangeResource: z
    .object({ id: z.string(), uri: z.string().nullish(), providerId: z.string().nullish() })
    .nullish(),
});

/** The token store behind that client. Failures are logged, and reject without the Bot Service's words. */
export function createTokenStore(options: TokenStoreOptions): TokenStore {
  const { client, connection, now, log, answerMs = defaultAnswerMs } = options;
  const remembered = new LRUCache<string, { readonly token: string; readonly usableUntil: number }>({
    maxSize: mostBytes,
    sizeCalculation: ({ token }) => token.length + moreBytes,
  });

  /** Counts sign-ins and sign-outs: a token that was fetched before one of them is not cached. */
  let changes = 0;

  /** The Bot Service's answer; undefined for 400, 404 and 412. */
  const asked = async <T>(ask: (api: UserTokenClient) => Promise<T>): Promise<T | undefined> => {
    try {
      return await bounded(answerMs, client().then(ask), 'answer of the Bot Service');
    } catch (error) {
      const status = statusOf(error);
      if (status === 400 || status === 404 || status === 412) return undefined;
      log.error({ error: nameOf(error), status }, 'the Bot Service gave no answer about a sign-in');
      // The SDK's own error may quote the answer, and with it a token.
      throw new Error('no answer from the Bot Service');
    }
  };

  const fetched = async (account: string, code?: string): Promise<string | undefined> => {
    const before = changes;
    // The SDK treats an empty code as none.
    const answer = await asked((api) => api.getUserToken(account, connection, channel, code ?? ''));
    const { data } = tokenSchema.safeParse(answer);
    if (data === undefined) return undefined;
    const usableUntil = Date.parse(data.expiration ?? '') - spareMs;
    // A token without an expiration is not cached.
    if (usableUntil > now() && before === changes)
      remembered.set(account, { token: data.token, usableUntil });
    return data.token;
  };

  const forget = (account: string): void => {
    changes += 1;
    remembered.delete(account);
  };

  return {
    get: async ({ account }) => {
      const known = remembered.get(account);
      if (known !== undefined && known.usableUntil > now()) return known.token;
      remembered.delete(account);
      return fetched(account);
    },
    refused: ({ account }, token) => {
      if (remembered.get(account)?.token === token) remembered.delete(account);
    },
    signOut: async ({ account }) => {
      forget(account);
      await asked((api) => api.signOutUser(account, connection, channel));
      // A token that was fetched meanwhile is no longer valid.
      forget(account);
    },
    resource: async (conversation) =>
      resourceSchema.parse(await asked(() => conversation.signInResource(connection))),
    exchange: async (account, token) => {
      const answer = await asked((api) => api.exchangeToken(account, connection, channel, { token }));
      forget(account);
      return tokenSchema.safeParse(answer).success;
    },
    confirm: async (account, code) => {
      forget(account);
      return (await fetched(account, code)) !== undefined;
    },
  };
}
