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

/** What anybody may cost; everything beyond it is refused. */
interface Limits {
  readonly maxBodyBytes: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly maxConnections: number;
  readonly maxTurns: number;
  /** Of one person. */
  readonly commandsPerMinute: number;
}

interface Common {
  readonly host: string;
  readonly port: number;
  readonly limits: Limits;
  readonly logLevel: string;
  /** The presence sessionId: the bot's client id. */
  readonly botId: Guid;
}

export type Config =
  | (Common & {
      readonly mode: 'production';
      readonly identity: BotIdentity;
      /** Whose people may speak to the bot. */
      readonly tenants: readonly Guid[];
    })
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

/** Each limit's variable, its default, bounds, and how many of the limit's units one is. */
const limits = [
  ['maxBodyBytes', 'MAX_BODY_KB', 256, 16, 1024, 1024],
  ['headersMs', 'HEADERS_TIMEOUT_SECONDS', 10, 1, 60, 1000],
  ['requestMs', 'REQUEST_TIMEOUT_SECONDS', 15, 1, 120, 1000],
  ['maxConnections', 'MAX_CONNECTIONS', 1000, 10, 100_000, 1],
  ['maxTurns', 'MAX_TURNS', 200, 1, 10_000, 1],
  ['commandsPerMinute', 'COMMANDS_PER_MINUTE', 30, 1, 1_000_000, 1],
] as const satisfies readonly (readonly [keyof Limits, string, number, number, number, number])[];

function wholeNumber(fallback: number, min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .default(String(fallback))
    .transform(Number)
    .refine((number) => number >= min && number <= max);
}

/** Public keys that came unencrypted over a network would be anybody's. */
const keysUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => text.startsWith('https:') || isLoopback(new URL(text).hostname))
  .optional();

const guidList = z
  .string()
  .transform((text) => text.split(',').map((one) => guid(one.trim())))
  .refine((ids) => ids.every((one) => one !== undefined))
  .optional();

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
    limits: Object.fromEntries(
      limits.map(([limit, name, inProduction, min, max, unit]) => {
        // Local mode serves the one person at this machine, whose scripts may say a thousand things a minute.
        const fallback = local && limit === 'commandsPerMinute' ? max : inProduction;
        const fix = `use a whole number from ${min} to ${max}, or leave it out for ${fallback}.`;
        return [limit, (take(name, wholeNumber(fallback, min, max), fix) ?? 0) * unit];
      }),
    ),
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
  const tenants = take(
    'ALLOWED_TENANTS',
    guidList,
    "use tenant ids (GUIDs), separated by commas, or leave it out for the bot's own tenant alone.",
  ) ?? [tenantId];
  take(
    'ToBotFromChannelOpenIdMetadataUrl',
    keysUrl,
    "use an https address (http on this machine alone), or leave it out for Microsoft's own.",
  );
  const sdk = Object.fromEntries(
    sdkVariables.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const])),
  );
  const named = { id: common.botId, tenantId, sdk };
  const identity = managed ? { ...named, type } : { ...named, type, password };
  return finish({ mode: 'production', ...common, identity, tenants }, problems);
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
