/** As whom the bot acts: its own tokens, people's sign-ins, Graph's account and the database's. */

import type { BotAdapter } from './teams/adapter.ts';
import { createTokenStore, type TokenStore } from './teams/user-tokens.ts';
import type { Config } from './config/config.ts';
import type { Tokens } from './entra/access-tokens.ts';
import { asApplication, asDeveloper, asPerson, type Access } from './graph/access.ts';
import type { StoreFolder as StorePlace } from './store/store-folder.ts';

/** A token that only a presence service on this machine takes. */
export const developmentToken = 'local-development-token';

/** Where people's own tokens are, in delegated mode. */
export function signInsOf(
  config: Config,
  adapter: BotAdapter,
  outside: Pick<Parameters<typeof createTokenStore>[0], 'now' | 'log' | 'answerMs'>,
) {
  if (config.mode === 'local' || config.graph.as === 'application') return undefined;
  const { connection } = config.graph;
  return {
    connection,
    store: createTokenStore({ ...outside, client: () => adapter.userTokens(), connection }),
  };
}

/** The bot's own tokens. Only production loads the identity library. */
export async function tokensOf(config: Config, tokenMs: number | undefined): Promise<Tokens> {
  if (config.mode === 'production') {
    const { createTokens } = await import('./entra/access-tokens.ts');
    return createTokens(config.identity, tokenMs);
  }
  return { get: () => Promise.reject(new Error('local mode has no identity')), refused: () => undefined };
}

/** What the bot needs tokens for in its own directory. */
export function scopesOf(config: Config): readonly string[] {
  if (config.mode === 'local') return [];
  const { identity, graph } = config;
  const bot = identity.sdk.ToChannelFromBotOAuthScope;
  const roots = [
    ...(graph.as === 'application' ? [identity.cloud.graph] : []),
    bot,
    ...(isEntra(config.where) ? [identity.cloud.database] : []),
  ];
  return roots.map((root) => `${root}/.default`);
}

const isEntra = (where: Config['where']) => 'databaseUrl' in where && where.databaseAuth === 'entra';

/** Where the store is, and how each connection to it is signed in. */
export function placeOf(config: Config, tokens: Tokens): StorePlace {
  const { where, tenantId } = config;
  if (!('databaseUrl' in where) || config.mode === 'local' || !isEntra(where)) return where;
  const { databaseUrl } = where;
  return {
    databaseUrl,
    password: () => tokens.get(tenantId, `${config.identity.cloud.database}/.default`),
  };
}

interface GraphAccount {
  /** Graph's root before `/v1.0`. */
  readonly baseUrl: string;
  /** As whom it is called. */
  readonly access: Access;
}

/** Where Graph is, and as whom it is called; `root` takes the place of the cloud's own. */
export function graphOf(
  config: Config,
  tokens: Tokens,
  store: TokenStore | undefined,
  root: string | undefined,
): GraphAccount {
  if (config.mode === 'local') {
    return { baseUrl: config.graphBaseUrl ?? root ?? '', access: asDeveloper(developmentToken) };
  }
  const baseUrl = root ?? config.identity.cloud.graph;
  if (store !== undefined) return { baseUrl, access: asPerson(store) };
  // Plain http is a presence service on this machine, which no real token of the bot's must reach.
  const access = root?.startsWith('http:')
    ? asDeveloper(developmentToken)
    : asApplication(tokens, config.identity);
  return { baseUrl, access };
}
