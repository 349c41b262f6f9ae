/** Environment → frozen, typed configuration. */

import { z } from 'zod';
import { guid, type Guid } from '../presence/intent.ts';
import { cloudNames, clouds, type Cloud } from './clouds.ts';
import {
  ConfigError,
  type Config,
  type Credential,
  type GraphAccess,
  type Proxies,
  type StoreLocation,
} from './config.ts';
import { isCertificateWithKey, isReadable } from './readable-files.ts';
import { hookKeys, hookKeysFix } from './hook-keys.ts';
import { isLoopback } from './loopback.ts';
import { limitVariables, sdkVariables, type VariableName } from './variables.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one variable; what is wrong with it becomes a problem, and its value undefined. */
type Take = <T>(
  name: VariableName | (typeof sdkVariables)[number],
  schema: z.ZodType<T>,
  fix: string,
) => T | undefined;

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);

function wholeNumber(fallback: number, min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .default(String(fallback))
    .transform(Number)
    .refine((number) => number >= min && number <= max);
}

function id(fallback = '') {
  return z
    .string()
    .default(fallback)
    .transform((text) => guid(text))
    .refine((value) => value !== undefined);
}

const guidList = z
  .string()
  .transform((text) => text.split(',').map((one) => guid(one.trim())))
  .refine((ids) => ids.every((one) => one !== undefined))
  .optional();

/** Public keys, or credentials, that went unencrypted over a network would be anybody's. */
const privateUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => text.startsWith('https:') || isLoopback(new URL(text).hostname))
  .optional();

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
const localTenantId = '11111111-1111-4111-8111-111111111111';

/** What proves who the bot is has no place where nothing is proved. */
const credentialVariables = ['BOT_PASSWORD', 'BOT_CERTIFICATE_PATH', 'AZURE_FEDERATED_TOKEN_FILE'] as const;

/** The Bot Framework SDK's own sign of the government's clouds. */
const governmentService = 'https://botframework.azure.us';

/**
 * The configuration in an environment.
 * @throws ConfigError naming each wrong variable and its fix.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const take: Take = (name, schema, fix) => {
    const parsed = schema.safeParse(env[name] === '' ? undefined : env[name]);
    if (!parsed.success) problems.push(`${name}: ${fix}`);
    return parsed.data;
  };
  const mode = take(
    'APP_ENV',
    z.enum(['production', 'local']).default('production'),
    'use production (the default) or local.',
  );
  if (mode === undefined) return finish({}, problems);
  const config = { mode, ...common(take, mode), ...(mode === 'local' ? local(take, env) : {}) };
  if (mode === 'local') return finish(config, problems);
  return finish({ ...config, ...production(take, env, config) }, problems);
}

function common(take: Take, mode: Config['mode']) {
  const isLocal = mode === 'local';
  const mainPort = take(
    'PORT',
    port.default(3978),
    'use a port from 0 (any free one) to 65535, such as 3978.',
  );
  return {
    host: take(
      'HOST',
      isLocal ? z.literal('127.0.0.1').default('127.0.0.1') : z.string().default('0.0.0.0'),
      'local mode checks no tokens, so it binds to 127.0.0.1 only; leave HOST out.',
    ),
    port: mainPort,
    metricsPort: take(
      'METRICS_PORT',
      port.optional().refine((own) => own === undefined || own === 0 || own !== mainPort),
      "use a port from 0 (any free one) to 65535 that is not PORT's, such as 9464, or leave it out for no /metrics.",
    ),
    limits: Object.fromEntries(
      limitVariables.map(([limit, name, inProduction, min, max, unit]) => {
        // Local mode serves the one person at this machine, whose scripts may say a thousand things a minute.
        const fallback = isLocal && limit === 'commandsPerMinute' ? max : inProduction;
        const fix = `use a whole number from ${min} to ${max}, or leave it out for ${fallback}.`;
        return [limit, (take(name, wholeNumber(fallback, min, max), fix) ?? 0) * unit];
      }),
    ),
    where: whereOf(take, mode),
    pages: pagesOf(take),
    hookKeys: take('HOOK_KEYS', hookKeys, hookKeysFix),
    logLevel: take('LOG_LEVEL', z.enum(levels).default('info'), `use one of ${levels.join(', ')}.`),
    botId: take(
      'BOT_ID',
      id(isLocal ? localBotId : undefined),
      "set it to the bot's client id (a GUID): Azure portal > Microsoft Entra ID > App registrations > your bot.",
    ),
    tenantId: take(
      'BOT_TENANT_ID',
      id(isLocal ? localTenantId : undefined),
      'set it to the directory (tenant) id the bot is registered in, a GUID.',
    ),
  };
}

function pagesOf(take: Take) {
  const page = z.url({ protocol: /^https$/ }).optional();
  const fix = "use an https address, or leave it out for the bot's own page.";
  const privacy = take('PRIVACY_URL', page, fix);
  const terms = take('TERMS_URL', page, fix);
  return { ...(privacy === undefined ? {} : { privacy }), ...(terms === undefined ? {} : { terms }) };
}

function whereOf(take: Take, mode: Config['mode']): StoreLocation {
  const databaseUrl = take(
    'DATABASE_URL',
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    'use the address of a PostgreSQL, such as postgres://user:password@host:5432/presence, or leave it out for the embedded store.',
  );
  const dataDir = take(
    'DATA_DIR',
    databaseUrl === undefined ? z.string().default('data') : z.string().optional(),
    'name a folder that this process may write.',
  );
  const databaseAuth = take(
    'DATABASE_AUTH',
    mode === 'production' && databaseUrl !== undefined
      ? z.enum(['password', 'entra']).default('password')
      : z.undefined(),
    'use password (the default) or entra; entra is for production and for DATABASE_URL alone.',
  );
  if (databaseUrl === undefined) return { dataDir: dataDir ?? '' };
  if (databaseAuth === 'entra' && !isForTokens(databaseUrl)) {
    take(
      'DATABASE_URL',
      z.undefined(),
      "name the user and no password, and encrypt the way there: postgres://user@host/presence. DATABASE_AUTH=entra sends a token of the bot's own.",
    );
  }
  return { databaseUrl, databaseAuth: databaseAuth ?? 'password' };
}

/** No second secret stands in the address, and no token goes over a network unencrypted. */
function isForTokens(databaseUrl: string): boolean {
  const { username, password, hostname, searchParams } = new URL(databaseUrl);
  const isOpen = searchParams.get('sslmode') === 'disable';
  return username !== '' && password === '' && (!isOpen || isLoopback(hostname));
}

function local(take: Take, env: Environment) {
  for (const name of credentialVariables) {
    // Asked only for its problem.
    take(
      name,
      z.undefined(),
      'local mode uses no credential; remove it, or leave APP_ENV out for production.',
    );
  }
  if (env['GRAPH_AUTH'] !== 'application') {
    take('GRAPH_AUTH', z.undefined(), 'nobody signs in in local mode; leave it out.');
  }
  return {
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
}

function production(
  take: Take,
  env: Environment,
  { botId, tenantId }: { readonly botId: Guid | undefined; readonly tenantId: Guid | undefined },
) {
  take('GRAPH_BASE_URL', z.undefined(), 'for local mode only; remove it, or set APP_ENV=local.');
  const type = take(
    'BOT_TYPE',
    z.enum(['SingleTenant', 'UserAssignedMSI']),
    'set it to SingleTenant or UserAssignedMSI; MultiTenant bots can no longer be created.',
  );
  const credential = credentialOf(take, env, type);
  const graph = graphAccess(take);
  const tenants = take(
    'ALLOWED_TENANTS',
    guidList.refine(
      (ids) => credential?.kind !== 'managed' || graph?.as !== 'application' || isOnly(tenantId, ids),
    ),
    credential?.kind === 'managed'
      ? "leave it out: a managed identity reaches its own tenant's Graph alone. For others use an app registration (BOT_TYPE=SingleTenant) or GRAPH_AUTH=delegated."
      : "use tenant ids (GUIDs), separated by commas, or leave it out for the bot's own tenant alone.",
  ) ?? [tenantId];
  const cloud = cloudOf(take, env);
  const authority = take(
    'AZURE_AUTHORITY_HOST',
    z.url({ protocol: /^https$/ }).optional(),
    "use an https address, or leave it out for the cloud's own.",
  );
  for (const name of ['ToBotFromChannelOpenIdMetadataUrl', 'OAuthUrl'] as const) {
    take(
      name,
      privateUrl,
      "use an https address (http on this machine alone), or leave it out for Microsoft's own.",
    );
  }
  const named = sdkVariables.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  const sdk = { ...cloud?.sdk, ...Object.fromEntries(named) };
  const identity = { id: botId, tenantId, credential, cloud, sdk, ...(authority ? { authority } : {}) };
  return { identity, graph, tenants, proxies: proxiesOf(take, env) };
}

/** Other programs take these names in small letters as well, and the small ones first. */
function proxiesOf(take: Take, env: Environment): Proxies | undefined {
  const address = z.url({ protocol: /^https?$/ });
  const fix = 'use the address of a proxy, such as http://proxy.example.com:3128, or leave it out for none.';
  const proxy = (name: 'HTTP_PROXY' | 'HTTPS_PROXY') => {
    const small = env[name.toLowerCase()];
    return take(
      name,
      small
        ? z
            .unknown()
            .transform(() => small)
            .pipe(address)
        : address.optional(),
      fix,
    );
  };
  const [http, https] = [proxy('HTTP_PROXY'), proxy('HTTPS_PROXY')];
  const except = env['no_proxy'] ?? env['NO_PROXY'];
  if (http === undefined && https === undefined) return undefined;
  return {
    ...(http === undefined ? {} : { http }),
    ...(https === undefined ? {} : { https }),
    ...(except === undefined ? {} : { except }),
  };
}

function isOnly(tenant: Guid | undefined, ids: readonly (Guid | undefined)[] | undefined): boolean {
  return ids === undefined || ids.every((one) => one === tenant);
}

function credentialOf(
  take: Take,
  env: Environment,
  type: 'SingleTenant' | 'UserAssignedMSI' | undefined,
): Credential | undefined {
  if (type === 'UserAssignedMSI') {
    for (const name of credentialVariables) {
      take(
        name,
        z.undefined(),
        'a managed identity has no secret; leave it out, or set BOT_TYPE to SingleTenant.',
      );
    }
    return { kind: 'managed' };
  }
  const given = credentialVariables.filter((name) => Boolean(env[name]));
  const [first = 'BOT_PASSWORD', ...others] = given;
  for (const name of others) take(name, z.undefined(), `remove it, or ${first}: one credential is used.`);
  switch (first) {
    case 'BOT_CERTIFICATE_PATH': {
      const path = take(
        first,
        z.string().refine(isCertificateWithKey),
        'name a PEM file that holds a certificate and its private key, and that this process may read.',
      );
      return path === undefined ? undefined : { kind: 'certificate', path };
    }
    case 'AZURE_FEDERATED_TOKEN_FILE': {
      const tokenFile = take(
        first,
        z.string().refine(isReadable),
        'name the file with the federated token, which this process may read.',
      );
      return tokenFile === undefined ? undefined : { kind: 'federated', tokenFile };
    }
    case 'BOT_PASSWORD': {
      const secret = take(
        first,
        z.string().regex(/\S/),
        "set it to the bot's client secret (App registrations > your bot > Certificates & secrets), or set BOT_CERTIFICATE_PATH or AZURE_FEDERATED_TOKEN_FILE instead.",
      );
      return secret === undefined ? undefined : { kind: 'secret', secret };
    }
  }
}

function graphAccess(take: Take): GraphAccess | undefined {
  const auth = take(
    'GRAPH_AUTH',
    z.enum(['application', 'delegated']).default('application'),
    'use application (the default) or delegated.',
  );
  const delegated = auth === 'delegated';
  const connection = take(
    'OAUTH_CONNECTION',
    delegated ? z.string().regex(/\S/) : z.undefined(),
    delegated
      ? 'set it to the name of the OAuth connection: Azure portal > your Azure Bot > Configuration.'
      : 'for GRAPH_AUTH=delegated only; remove it, or set GRAPH_AUTH to delegated.',
  );
  if (!delegated) return auth === undefined ? undefined : { as: 'application' };
  return connection === undefined ? undefined : { as: 'person', connection };
}

function cloudOf(take: Take, env: Environment): Cloud | undefined {
  const government = env['ChannelService'] === governmentService;
  const name = take(
    'CLOUD',
    z.enum(cloudNames).default(government ? 'gcchigh' : 'public'),
    `use ${cloudNames.join(', ')}, or leave it out for public (GCC too). Microsoft's other clouds, China's among them, have no presence to set.`,
  );
  if (government && name === 'public') {
    take(
      'ChannelService',
      z.undefined(),
      "it is the government's; set CLOUD to gcchigh or dod, or remove it.",
    );
  }
  return name === undefined ? undefined : clouds[name];
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
