/** Every variable that the environment may hold, as the documentation shows it. */

interface Variable {
  /** As Markdown; undefined: there is none. */
  readonly fallback?: string;
  readonly meaning: string;
}

/** Each limit's variable, its default, bounds, and how many of the limit's units one is. */
export const limitVariables = [
  ['maxBodyBytes', 'MAX_BODY_KB', 256, 16, 1024, 1024],
  ['headersMs', 'HEADERS_TIMEOUT_SECONDS', 10, 1, 60, 1000],
  ['requestMs', 'REQUEST_TIMEOUT_SECONDS', 15, 1, 120, 1000],
  ['maxConnections', 'MAX_CONNECTIONS', 1000, 10, 100_000, 1],
  ['maxTurns', 'MAX_TURNS', 1000, 1, 10_000, 1],
  ['commandsPerMinute', 'COMMANDS_PER_MINUTE', 30, 1, 1_000_000, 1],
] as const;

type LimitVariable = (typeof limitVariables)[number][1];

const limitMeanings: Readonly<Record<LimitVariable, string>> = {
  COMMANDS_PER_MINUTE:
    'commands of one person; look-ups four times as many. Who asks for more is told so once a minute. Local mode counts none',
  MAX_TURNS:
    'turns at work at once, those aside that only wait for their reply to be taken; beyond it the answer is 503, and Teams sends again',
  MAX_BODY_KB: 'the largest request body',
  HEADERS_TIMEOUT_SECONDS: "until a request's headers are complete",
  REQUEST_TIMEOUT_SECONDS: 'until the whole request is there',
  MAX_CONNECTIONS: 'open connections',
};

const limits = Object.fromEntries(
  limitVariables.map(([, name, fallback, min, max]): [LimitVariable, Variable] => [
    name,
    { fallback: `\`${fallback}\``, meaning: `${limitMeanings[name]}; \`${min}\` to \`${max}\`` },
  ]),
) as Readonly<Record<LimitVariable, Variable>>;

export const variables = {
  APP_ENV: {
    fallback: '`production`',
    meaning: '`production`, or `local`: simulated Graph, no tokens checked, this machine only',
  },
  BOT_ID: { meaning: "the bot's application (client) id, a GUID; also the id of its presence sessions" },
  BOT_TYPE: {
    meaning:
      '`SingleTenant` (an app registration with a credential) or `UserAssignedMSI` (a managed identity, which has none); production only',
  },
  BOT_TENANT_ID: {
    meaning: 'the directory (tenant) id in which the bot is registered, a GUID; production only',
  },
  BOT_PASSWORD: {
    meaning:
      'the client secret. `SingleTenant` needs exactly one of this and the two below; none of them is taken in local mode',
  },
  BOT_CERTIFICATE_PATH: {
    meaning: 'a PEM file with the certificate and its private key, which only the bot may read',
  },
  AZURE_FEDERATED_TOKEN_FILE: {
    meaning:
      'workload identity federation: the file with the token that Entra trusts for this app. Azure Kubernetes Service sets it by itself',
  },
  GRAPH_AUTH: {
    fallback: '`application`',
    meaning: '`application`: Graph is called as the bot; `delegated`: as the person, who signs in once',
  },
  OAUTH_CONNECTION: {
    meaning: 'the name of the OAuth connection of the Azure Bot; for `GRAPH_AUTH=delegated` alone',
  },
  CLOUD: {
    fallback: '`public`',
    meaning:
      "`public` (GCC too), `gcchigh` or `dod`: sets the addresses of Graph, Entra and the Bot Framework together. Microsoft's other clouds have no presence",
  },
  ALLOWED_TENANTS: {
    fallback: '`BOT_TENANT_ID`',
    meaning:
      'whose people may speak to the bot: directory ids, with commas between; production only. A managed identity reaches its own directory alone',
  },
  DATABASE_URL: {
    meaning:
      'a PostgreSQL (14 or newer) for what outlives a restart, such as `postgres://user:password@host/presence`: for production, and the only one for several processes',
  },
  DATABASE_AUTH: {
    fallback: '`password`',
    meaning:
      '`password`: as `DATABASE_URL` says; `entra`: the bot signs in to an Azure Database for PostgreSQL with a token of its own identity, and `DATABASE_URL` names the user and no password; production only',
  },
  DATA_DIR: {
    fallback: '`data`',
    meaning:
      'without `DATABASE_URL`: the folder of the embedded store, which one process has to itself; on a disk of this machine, not on a network drive',
  },
  CALENDAR: {
    fallback: '`off`',
    meaning:
      '`application` or `delegated`: people may say what the events of their calendar mean for their status, and the bot reads when these are, as `GRAPH_AUTH` says; it needs `Calendars.ReadBasic`: docs/calendar.md',
  },
  HOOK_KEYS: {
    meaning:
      'who else may tell of meetings: `name=whsec_…`, with commas between several; docs/meetings.md. Without it there is no hook',
  },
  NOTICES: {
    fallback: '`on`',
    meaning:
      '`on`: the bot looks whether what somebody has just set is seen, and tells them once, in private, if colleagues see Offline; `off`: it never looks. docs/operations.md says how often',
  },
  PERSONAL_KEYS: {
    fallback: '`off`',
    meaning:
      '`on`: people can make personal keys for devices, automations and agents, which speak at `/api/me` and `/mcp`; docs/personal-keys.md. `off`: nobody can make one, none is taken, and those addresses are not there',
  },
  END_PERSONAL_KEYS: {
    meaning:
      '`tenant=instant`, with commas between several: at each start all personal keys of that tenant that were made before that instant (such as `2026-12-01T09:00:00Z`) are ended for good, with an audit line. It may stay set',
  },
  PRIVACY_URL: {
    meaning:
      "your own page on privacy, https: `/privacy`, which the app's manifest names, leads there. Without it the bot serves one of its own",
  },
  TERMS_URL: { meaning: 'the same for your terms of use and `/terms`' },
  HOST: {
    fallback: '`0.0.0.0`',
    meaning: 'the address to listen on; in local mode `127.0.0.1` and no other',
  },
  PORT: { fallback: '`3978`', meaning: 'the port to listen on, `0` to `65535`; `0` takes any free one' },
  METRICS_PORT: {
    meaning:
      'the port for `/metrics`, on `HOST`: for your monitoring alone, so keep it closed to everybody else. Without it there is none; local mode then has it at `PORT`',
  },
  LOG_LEVEL: {
    fallback: '`info`',
    meaning:
      '`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`. The audit lines are written at every level but `silent`',
  },
  ...limits,
  HTTPS_PROXY: {
    meaning:
      'the proxy, such as `http://proxy.example.com:3128`, through which Graph, Entra and the Bot Service are called; small letters do, too. Production only',
  },
  HTTP_PROXY: { meaning: 'the same for plain http, and for https where `HTTPS_PROXY` is not set' },
  NO_PROXY: { meaning: 'hosts that are called without a proxy, with commas between' },
  GRAPH_BASE_URL: {
    meaning:
      'local mode only: the root, before `/v1.0`, of a presence service on this machine instead of the simulator',
  },
  SIMULATOR_PORT: { fallback: '`0`', meaning: 'local mode only: a fixed port for the simulator' },
  AZURE_AUTHORITY_HOST: {
    meaning:
      "where Entra is, in place of the cloud's own: for tests. Whoever answers there learns the bot's credential, so leave it out",
  },
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof variables;

/** The SDK's own; it reads them by itself from what it is given. */
export const sdkVariables = [
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

/** The table of all variables, as Markdown. */
export function variablesTable(): string {
  const rows = Object.entries<Variable>(variables).map(
    ([name, { fallback, meaning }]) => `| \`${name}\` | ${fallback ?? '–'} | ${meaning} |`,
  );
  const sdk = sdkVariables.map((name) => `\`${name}\``).join('<br>');
  return [
    '| variable | default | meaning |',
    '| --- | --- | --- |',
    ...rows,
    `| ${sdk} | the cloud's | the Bot Framework SDK's own, production only: whose tokens are taken and where people's are kept. For tests and for data residency; else leave them out |`,
  ].join('\n');
}
