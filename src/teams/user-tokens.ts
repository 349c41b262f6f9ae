/** People's own tokens, which the Bot Service keeps: https://learn.microsoft.com/azure/bot-service/bot-builder-concept-authentication */

import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { UserTokens } from '../presence/ports.ts';
import type { Conversation, UserTokenClient } from './conversation.ts';
import { nameOf, statusOf } from './errors.ts';
import type { Log } from './log.ts';
import { bounded } from '../timing/with-timeout.ts';

/** Where somebody can sign in, and what Teams can exchange its own sign-in for. */
type SignInResource = z.infer<typeof resourceSchema>;

export interface TokenStore extends UserTokens {
  /** For the one who spoke in that conversation, and nobody else. */
  resource(conversation: Pick<Conversation, 'signInResource'>): Promise<SignInResource>;
  /** Gives Teams' own sign-in for a token; false: the person has to consent first. */
  exchange(account: string, token: string): Promise<boolean>;
  /** Whether the code that the sign-in page has shown is the right one. */
  confirm(account: string, code: string): Promise<boolean>;
}

interface TokenStoreOptions {
  readonly client: () => Promise<UserTokenClient>;
  /** The OAuth connection's name. */
  readonly connection: string;
  readonly now: () => number;
  /** Milliseconds after which nobody waits for the Bot Service any longer. */
  readonly answerMs?: number | undefined;
  readonly log: Log;
}

const channel = 'msteams';
const defaultAnswerMs = 10_000;
/** A token is not used in its last minutes: it has to last for a change that is repeated. */
const spareMs = 5 * 60_000;
/** As many tokens are kept in this process's memory, some 5,000; the Bot Service has them all. */
const mostBytes = 16 * 1024 * 1024;
/** Around each: its key and what holds it. */
const moreBytes = 512;

const tokenSchema = z.object({ token: z.string().min(1), expiration: z.string().nullish() });
const resourceSchema = z.object({
  signInLink: z.url({ protocol: /^https?$/ }),
  tokenExchangeResource: z
    .object({ id: z.string(), uri: z.string().nullish(), providerId: z.string().nullish() })
    .nullish(),
});

/** The store behind that client. What the Bot Service does not answer rejects without its words, and is logged. */
export function createTokenStore(options: TokenStoreOptions): TokenStore {
  const { client, connection, now, log, answerMs = defaultAnswerMs } = options;
  const remembered = new LRUCache<string, { readonly token: string; readonly usableUntil: number }>({
    maxSize: mostBytes,
    sizeCalculation: ({ token }) => token.length + moreBytes,
  });

  /** Counts what may have changed whose token is which: an answer from before that is not kept. */
  let changes = 0;

  /** What the Bot Service answers; undefined for what it does not have, or does not take. */
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
    // The SDK takes an empty code for none.
    const answer = await asked((api) => api.getUserToken(account, connection, channel, code ?? ''));
    const { data } = tokenSchema.safeParse(answer);
    if (data === undefined) return undefined;
    const usableUntil = Date.parse(data.expiration ?? '') - spareMs;
    // Without an end it is asked for each time.
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
      // What was fetched meanwhile is the sign-in that has just been taken back.
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
