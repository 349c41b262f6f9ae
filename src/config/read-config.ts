/** Environment → frozen, typed configuration. */

import * as z from 'zod';
import { ConfigError, type Config, type EndedKeys, type StoreLocation, isLoopback } from './config.ts';
import { guid } from '../presence/intent.ts';
import { readProduction } from './read-production.ts';
import {
  credentialVariables,
  id,
  port,
  wholeNumber,
  type Environment,
  type ReadVariable,
} from './variable-schemas.ts';
import { limitVariables } from './variables.ts';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

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

/**
 * The configuration in an environment.
 * @throws ConfigError naming each wrong variable and its fix.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const take: ReadVariable = (name, schema, fix) => {
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
  const production = readProduction(take, env, config);
  const as = production.graph?.as === 'person' ? 'delegated' : 'application';
  if (config.calendar !== undefined && config.calendar !== 'off' && config.calendar !== as)
    problems.push(`CALENDAR: Graph is called as GRAPH_AUTH says, so set it to ${as}, or leave it out.`);
  return finish({ ...config, ...production }, problems);
}

function common(take: ReadVariable, mode: Config['mode']) {
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
    notices: take('NOTICES', z.enum(['on', 'off']).default('on'), 'use on (the default) or off.') === 'on',
    calendar: take(
      'CALENDAR',
      z.enum(['off', 'application', 'delegated']).default('off'),
      'use off (the default), application or delegated.',
    ),
    hookKeys: take('HOOK_KEYS', hookKeys, hookKeysFix),
    personalKeys:
      take('PERSONAL_KEYS', z.enum(['off', 'on']).default('off'), 'use off (the default) or on.') === 'on',
    endedKeys: take('END_PERSONAL_KEYS', endedKeys, endedKeysFix),
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

function pagesOf(take: ReadVariable) {
  const page = z.url({ protocol: /^https$/ }).optional();
  const fix = "use an https address, or leave it out for the bot's own page.";
  const privacy = take('PRIVACY_URL', page, fix);
  const terms = take('TERMS_URL', page, fix);
  return { ...(privacy === undefined ? {} : { privacy }), ...(terms === undefined ? {} : { terms }) };
}

function whereOf(take: ReadVariable, mode: Config['mode']): StoreLocation {
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

function local(take: ReadVariable, env: Environment) {
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

/** A configuration is complete when there were no problems: each part that could not be read has made one. */
function finish(config: object, problems: readonly string[]): Config {
  if (problems.length > 0) {
    throw new ConfigError(
      ['The environment is not complete:', ...problems.map((one) => `  ${one}`)].join('\n'),
    );
  }
  return Object.freeze(config) as Config;
}

const keyBytes = { least: 24, most: 64 };

/** A name is in an address, and beside Teams' own meetings. */
const sourceName = /^(?!teams$)[a-z0-9][a-z0-9-]{0,31}$/;

/** Whether it is a key as Standard Webhooks have them: https://github.com/standard-webhooks/standard-webhooks */
function isKey(key: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(key)) return false;
  const { length } = Buffer.from(key.slice('whsec_'.length), 'base64');
  return length >= keyBytes.least && length <= keyBytes.most;
}

const entry = z
  .string()
  .transform((text): [string, string] => {
    const at = text.indexOf('=');
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  })
  .refine(([name, key]) => sourceName.test(name) && isKey(key));

/** `rooms=whsec_…,desk=whsec_…` → the key of each source. */
const hookKeys = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((one) => one.trim() !== ''))
  .pipe(z.array(entry))
  .refine((entries) => new Set(entries.map(([name]) => name)).size === entries.length)
  .transform((entries): Readonly<Record<string, string>> => Object.fromEntries(entries));

const hookKeysFix = `use name=key for each source, with commas between: a name has up to 32 lower-case letters, digits and hyphens, is there once and is not teams; a key is whsec_ and ${keyBytes.least} to ${keyBytes.most} random bytes in base64, as \`echo "whsec_$(openssl rand -base64 32)"\` makes it.`;

const ended = z
  .string()
  .transform((text) => text.split('=', 2).map((part) => part.trim()))
  .pipe(z.tuple([z.string(), z.iso.datetime({ offset: true })]))
  .transform(([tenant, before]) => ({ tenantId: guid(tenant), before: Date.parse(before) }))
  .refine((one): one is EndedKeys => one.tenantId !== undefined);

/** `tenant=2026-12-01T09:00:00Z,…` → whose keys are ended, and up to when. */
const endedKeys = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((one) => one.trim() !== ''))
  .pipe(z.array(ended));

const endedKeysFix =
  'use tenant=instant, with commas between several: a directory (tenant) id and when the keys were made that are to end, such as 11111111-1111-4111-8111-111111111111=2026-12-01T09:00:00Z; or leave it out.';
