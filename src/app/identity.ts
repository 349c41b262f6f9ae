/** The bot's identity: its own tokens, and how it signs in to Graph and the database. */

import type { Config } from '../config/config.ts';
import type { Tokens } from '../entra/access-tokens.ts';
import { watchSignIn, type SignInWatch } from '../entra/watch.ts';
import { asApplication, asDeveloper, asPerson, type Access } from '../graph/access.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { UserTokens } from '../presence/ports.ts';
import type { StoreFolder as StorePlace } from '../store/store-folder.ts';
import type { Log } from '../teams/log.ts';

/** A token that only a presence service on this machine takes. */
export const developmentToken = 'local-development-token';

interface IdentityParts {
  readonly tokenMs: number | undefined;
  readonly metrics: Pick<Metrics, 'count'>;
  readonly log: Pick<Log, 'error'>;
}

/** The bot's own tokens, and whether it can get them. */
export async function createIdentity(
  config: Config,
  { tokenMs, metrics, log }: IdentityParts,
): Promise<SignInWatch> {
  return watchSignIn(await tokensOf(config, tokenMs), {
    home: config.tenantId,
    scopes: scopesOf(config),
    failed: (tenant) => {
      metrics.count('sign_in_failures_total', { tenant });
    },
    beganToFail: ({ code, hint }) => {
      log.error({ code, hint }, 'the bot cannot sign in to Microsoft Entra');
    },
  });
}

/** The bot's own tokens. Only production loads the identity library. */
async function tokensOf(config: Config, tokenMs: number | undefined): Promise<Tokens> {
  if (config.mode === 'production') {
    const { createTokens } = await import('../entra/access-tokens.ts');
    return createTokens(config.identity, tokenMs);
  }
  return { get: () => Promise.reject(new Error('local mode has no identity')), refused: () => undefined };
}

/** What the bot needs tokens for in its own directory. */
function scopesOf(config: Config): readonly string[] {
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
export function storeFolderOf(config: Config, tokens: Tokens): StorePlace {
  const { where, tenantId } = config;
  if (!('databaseUrl' in where) || config.mode === 'local' || !isEntra(where)) return where;
  const { databaseUrl } = where;
  return {
    databaseUrl,
    password: () => tokens.get(tenantId, `${config.identity.cloud.database}/.default`),
  };
}

export interface GraphAccount {
  /** Graph's root before `/v1.0`. */
  readonly baseUrl: string;
  /** The identity that calls it. */
  readonly access: Access;
  /** Whether each person's own token is used. */
  readonly delegated: boolean;
}

/** Graph's address and the identity that calls it; `root` replaces the cloud's address. */
export function graphAccountOf(
  config: Config,
  tokens: Tokens,
  userTokens: UserTokens | undefined,
  root: string | undefined,
): GraphAccount {
  if (config.mode === 'local') {
    return {
      baseUrl: config.graphBaseUrl ?? root ?? '',
      access: asDeveloper(developmentToken),
      delegated: false,
    };
  }
  const baseUrl = root ?? config.identity.cloud.graph;
  if (userTokens !== undefined) return { baseUrl, access: asPerson(userTokens), delegated: true };
  // Plain http means a presence service on this machine, which must get no real token.
  const access = root?.startsWith('http:')
    ? asDeveloper(developmentToken)
    : asApplication(tokens, config.identity);
  return { baseUrl, access, delegated: false };
}
