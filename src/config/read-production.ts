/** What production needs besides the rest: the bot's identity, whose people it serves, its cloud and its proxies. */

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { guid, type Guid } from '../presence/intent.ts';
import { cloudNames, clouds, type Cloud } from './clouds.ts';
import { type Credential, type GraphAccess, type Proxies, isLoopback } from './config.ts';
import { credentialVariables, type Environment, type ReadVariable } from './variable-schemas.ts';
import { sdkVariables } from './variables.ts';

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

/** The Bot Framework SDK's own sign of the government's clouds. */
const governmentService = 'https://botframework.azure.us';

/** Reads it; a part that has a problem is undefined. */
export function readProduction(
  take: ReadVariable,
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
function proxiesOf(take: ReadVariable, env: Environment): Proxies | undefined {
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
  take: ReadVariable,
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

function graphAccess(take: ReadVariable): GraphAccess | undefined {
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

function cloudOf(take: ReadVariable, env: Environment): Cloud | undefined {
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

/** Whether that file holds a certificate, and the private key of that very certificate, as PEM. */
function isCertificateWithKey(path: string): boolean {
  try {
    const pem = readFileSync(path, 'utf8');
    return new X509Certificate(pem).checkPrivateKey(createPrivateKey(pem));
  } catch {
    return false;
  }
}

/** Whether that file can be read and is not empty. */
function isReadable(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
