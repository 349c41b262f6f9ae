/** Environment → frozen, typed configuration. Read once, by the process that starts. */

import { z } from 'zod';
import { guid, type Guid } from './presence/intent.ts';

/** The bot's identity in Microsoft Entra. */
export type BotIdentity = {
  readonly id: Guid;
  readonly tenantId: Guid;
  /** The Bot Framework SDK's own variables for other clouds and test issuers, passed through. */
  readonly sdk: Readonly<Record<string, string>>;
} & (
  | { readonly type: 'SingleTenant'; readonly password: string }
  /** The host lends the bot its identity: there is no secret. */
  | { readonly type: 'UserAssignedMSI' }
);

interface Common {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  /** The presence sessionId: the bot's client id. */
  readonly botId: Guid;
}

export type Config =
  | (Common & { readonly mode: 'production'; readonly identity: BotIdentity })
  /** Inbound tokens are not checked, so it serves this machine alone. */
  | (Common & {
      readonly mode: 'local';
      /** Root before `/v1.0` on loopback; undefined: the simulator is started. */
      readonly graphBaseUrl: string | undefined;
      readonly simulatorPort: number;
    });

/** What is wrong with the environment, a line for each variable with its fix. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);

/** The SDK reads these by itself from what it is given. */
const sdkVariables = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'OAuthUrl',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'ValidateAuthority',
  'CallerId',
  'ChannelService',
] as const;

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a URL's host name means this machine alone. */
export function isLoopback(hostname: string): boolean {
  return loopback.has(hostname);
}

/** A plain address on this machine that `/v1.0` can be put behind. */
function isLocalRoot(text: string): boolean {
  const { hostname, search, hash, username, pathname } = new URL(text);
  return (
    isLoopback(hostname) &&
    search + hash + username === '' &&
    !pathname.includes('//') &&
    !pathname.includes('/v1.0')
  );
}

/** In local mode nothing depends on the ids being real. */
const localBotId = '22222222-2222-4222-8222-222222222222';

/**
 * The configuration in an environment.
 * @throws ConfigError naming each wrong variable and its fix.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const take = <T>(name: string, schema: z.ZodType<T>, fix: string): T | undefined => {
    const parsed = schema.safeParse(env[name] === '' ? undefined : env[name]);
    if (!parsed.success) problems.push(`${name}: ${fix}`);
    return parsed.data;
  };
  const id = (name: string, fix: string, fallback?: string) =>
    take(
      name,
      z
        .string()
        .default(fallback ?? '')
        .transform((text) => guid(text))
        .refine((value) => value !== undefined),
      fix,
    );

  const mode = take(
    'APP_ENV',
    z.enum(['production', 'local']).default('production'),
    'use production (the default) or local.',
  );
  if (mode === undefined) return finish({}, problems);
  const local = mode === 'local';
  const common = {
    host: take(
      'HOST',
      local ? z.literal('127.0.0.1').default('127.0.0.1') : z.string().default('0.0.0.0'),
      'local mode checks no tokens, so it binds to 127.0.0.1 only; leave HOST out.',
    ),
    port: take('PORT', port.default(3978), 'use a port from 0 (any free one) to 65535, such as 3978.'),
    logLevel: take('LOG_LEVEL', z.enum(levels).default('info'), `use one of ${levels.join(', ')}.`),
    botId: id(
      'BOT_ID',
      "set it to the bot's client id (a GUID): Azure portal > Microsoft Entra ID > App registrations > your bot.",
      local ? localBotId : undefined,
    ),
  };

  if (local) {
    const localOnly = {
      graphBaseUrl: take(
        'GRAPH_BASE_URL',
        z
          .url({ protocol: /^http$/ })
          .refine(isLocalRoot)
          .transform((url) => (url.endsWith('/') ? url.slice(0, -1) : url))
          .optional(),
        'local mode speaks to a presence service on this machine only; give its root before /v1.0, such as http://127.0.0.1:3979.',
      ),
      simulatorPort: take('SIMULATOR_PORT', port.default(0), 'use a port from 0 (any free one) to 65535.'),
    };
    if (env.BOT_PASSWORD) {
      problems.push(
        'BOT_PASSWORD: local mode uses no credential; remove it, or leave APP_ENV out for production.',
      );
    }
    return finish({ mode: 'local', ...common, ...localOnly }, problems);
  }

  const type = take(
    'BOT_TYPE',
    z.enum(['SingleTenant', 'UserAssignedMSI']),
    'set it to SingleTenant or UserAssignedMSI; MultiTenant bots can no longer be created.',
  );
  const managed = type === 'UserAssignedMSI';
  const tenantId = id(
    'BOT_TENANT_ID',
    'set it to the directory (tenant) id the bot is registered in, a GUID.',
  );
  const password = take(
    'BOT_PASSWORD',
    managed ? z.undefined() : z.string().regex(/\S/),
    managed
      ? 'a managed identity has no secret; leave it out, or set BOT_TYPE to SingleTenant.'
      : "set it to the bot's client secret: App registrations > your bot > Certificates & secrets.",
  );
  if (env.GRAPH_BASE_URL)
    problems.push('GRAPH_BASE_URL: for local mode only; remove it, or set APP_ENV=local.');
  const sdk = Object.fromEntries(
    sdkVariables.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const])),
  );
  const named = { id: common.botId, tenantId, sdk };
  const identity = managed ? { ...named, type } : { ...named, type, password };
  return finish({ mode: 'production', ...common, identity }, problems);
}

/** A configuration is complete when there were no problems: each part that could not be read has made one. */
function finish(config: object, problems: readonly string[]): Config {
  if (problems.length > 0) {
    throw new ConfigError(
      ['The environment is not complete:', ...problems.map((one) => `  ${one}`)].join('\n'),
    );
  }
  return Object.freeze(config) as Config;
}
