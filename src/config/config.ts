/** What the environment tells of this process: typed, frozen, read once by the process that starts. */

import type { Guid } from '../presence/intent.ts';
import type { Cloud } from './clouds.ts';

/** How the bot proves to Microsoft Entra who it is. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** A PEM file that holds the certificate and its private key. */
  | { readonly kind: 'certificate'; readonly path: string }
  /** A file with a token of somebody whom Entra trusts for this app; whoever runs the process renews it. */
  | { readonly kind: 'federated'; readonly tokenFile: string }
  /** The host lends the bot its identity: there is no secret. */
  | { readonly kind: 'managed' };

/** The bot's identity in Microsoft Entra. */
export interface BotIdentity {
  readonly id: Guid;
  readonly tenantId: Guid;
  readonly credential: Credential;
  readonly cloud: Cloud;
  /** Where tokens are had, in place of the cloud's own: for tests. */
  readonly authority?: string;
  /** All addresses of the Bot Framework, by the names its SDK has for them. */
  readonly sdk: Cloud['sdk'];
}

/** The identity with which the bot calls Graph. */
export type GraphAccess =
  /** As itself. */
  | { readonly as: 'application' }
  /** As the sender; the Bot Service keeps their tokens under that OAuth connection. */
  | { readonly as: 'person'; readonly connection: string };

/** Where the store is: on a PostgreSQL server, or in a folder for one process. */
export type StoreLocation =
  | {
      readonly databaseUrl: string;
      /** `entra`: the bot signs in with a token of its own identity, and the address holds no password. */
      readonly databaseAuth: 'password' | 'entra';
    }
  | { readonly dataDir: string };

/** Proxies for outgoing calls. */
export interface Proxies {
  readonly http?: string;
  readonly https?: string;
  /** Hosts that are called without one, with commas between. */
  readonly except?: string;
}

/** Limits; everything beyond them is refused. */
interface Limits {
  readonly maxBodyBytes: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly maxConnections: number;
  readonly maxTurns: number;
  /** Of one person. */
  readonly commandsPerMinute: number;
}

/** All personal keys of a tenant that were made before an instant, in milliseconds. */
export interface EndedKeys {
  readonly tenantId: Guid;
  readonly before: number;
}

interface Common {
  readonly host: string;
  readonly port: number;
  readonly limits: Limits;
  readonly logLevel: string;
  /** The presence sessionId: the bot's client id. */
  readonly botId: Guid;
  /** The bot's own directory. */
  readonly tenantId: Guid;
  readonly where: StoreLocation;
  /** Whether, and as whom, people's calendars are read. */
  readonly calendar: 'off' | 'application' | 'delegated';
  /** The operator's own pages on privacy and terms; what is left out the bot serves itself. */
  readonly pages: { readonly privacy?: string; readonly terms?: string };
  /** Who may tell of meetings: the key of each source, `whsec_…`. */
  readonly hookKeys: Readonly<Record<string, string>>;
  /** Whether people are told, unasked, that nobody sees what they have set. */
  readonly notices: boolean;
  /** Whether people may have personal keys. */
  readonly personalKeys: boolean;
  /** Keys that were made in a tenant before an instant are ended at the start. */
  readonly endedKeys: readonly EndedKeys[];
  /** Where figures are read, apart from everything else; undefined: in local mode at `port`, else nowhere. */
  readonly metricsPort: number | undefined;
}

export type Config =
  | (Common & {
      readonly mode: 'production';
      readonly identity: BotIdentity;
      readonly graph: GraphAccess;
      /** Through which proxies the bot calls; undefined: none. */
      readonly proxies: Proxies | undefined;
      /** Tenants whose people may use the bot. */
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

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a URL's host name means this machine alone. */
export function isLoopback(hostname: string): boolean {
  return loopback.has(hostname);
}
