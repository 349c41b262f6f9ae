import type { Identity } from './tokens.ts';
import { undocumentedDefaults, type Undocumented } from './undocumented.ts';

/** How to start a simulator. Everything may be left out. It listens on 127.0.0.1 and nowhere else. */
export interface SimulatorOptions {
  /** Port to listen on; 0, the default, takes any free one. */
  readonly port?: number;
  /** Source of time in epoch milliseconds; Date.now when left out. The simulator's clock can be moved away from it. */
  readonly now?: () => number;
  /** Application id of the development token, and so its only sessionId. Has no effect beside `tokens`. */
  readonly appId?: string;
  /** Bearer token → who it is. Left out: `local-development-token`, app-only, with `appId`. */
  readonly tokens?: Readonly<Record<string, Identity>>;
  /** Object ids of the users that exist; any other is 404. Left out: every object id is a user. */
  readonly users?: readonly string[];
  /**
   * Whether every user starts with one Teams client signed in as Available. `on`, the default, makes a preferred
   * presence show at once; `off` shows what the service does for a user whom no session keeps online.
   */
  readonly teamsClients?: 'on' | 'off';
  /** Answers where Microsoft's documents give none; see the defaults there. */
  readonly undocumented?: Partial<Undocumented>;
  /** Largest body in bytes; 4 MiB when left out. A larger one is 413. */
  readonly maxBodyBytes?: number;
  /** How many of the latest requests the log keeps; 50,000 when left out. */
  readonly maxLoggedRequests?: number;
  /**
   * Real throttling: so many requests (parts of a batch counted each, refused ones too) for each application in a
   * window of so many simulated seconds, then 429. Left out: no limit. Graph's safe budget is 1,500 in 30 seconds.
   */
  readonly budget?: { readonly requests: number; readonly seconds: number };
}

/** The options with every gap filled. */
export interface Settings {
  readonly port: number;
  readonly now: () => number;
  /** Grows when a token becomes known later. */
  readonly tokens: Map<string, Identity>;
  readonly users: ReadonlySet<string> | undefined;
  readonly teamsClients: 'on' | 'off';
  readonly undocumented: Undocumented;
  readonly maxBodyBytes: number;
  readonly maxLoggedRequests: number;
  readonly budget: SimulatorOptions['budget'];
}

/** The token that local mode uses when no tokens are given. */
export const developmentToken = 'local-development-token';

/** The application that the development token stands for when no appId is given. */
export const developmentAppId = '00000000-0000-4000-8000-00000000b07a';

/** Fills the gaps with the documented defaults. */
export function settle(options: SimulatorOptions): Settings {
  const development = { kind: 'application', appId: options.appId ?? developmentAppId } as const;
  return {
    port: options.port ?? 0,
    now: options.now ?? Date.now,
    tokens: new Map(Object.entries(options.tokens ?? { [developmentToken]: development })),
    users: options.users && new Set(options.users.map((id) => id.toLowerCase())),
    teamsClients: options.teamsClients ?? 'on',
    undocumented: { ...undocumentedDefaults, ...options.undocumented },
    maxBodyBytes: options.maxBodyBytes ?? 4 * 1024 * 1024,
    maxLoggedRequests: Math.max(1, options.maxLoggedRequests ?? 50_000),
    budget: options.budget,
  };
}
