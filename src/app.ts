/** Wires the parts; the only file that knows the whole. */

import { pino } from 'pino';
import { audited } from './audit.ts';
import { createAdapter } from './bot/adapter.ts';
import { createBot, defaultInvokeMs, defaultPatienceMs } from './bot/bot.ts';
import type { BotToken } from './bot/credentials.ts';
import { createRoster } from './bot/people.ts';
import { templates } from './cards/template.ts';
import { memoryLedgers } from './commands/desk.ts';
import { createOrder } from './commands/order.ts';
import type { Config } from './config/config.ts';
import { createApply } from './graph/apply.ts';
import { asApplication, asDeveloper, type Access } from './graph/access.ts';
import { createGraphClient } from './graph/client.ts';
import { createRead, createReadMany } from './graph/read.ts';
import { defaultAttemptMs, sendDefaults, type SendOptions } from './graph/send.ts';
import { startServer } from './http/server.ts';
import { temporal } from './language/temporal.ts';

export interface App {
  readonly port: number;
  /** Where the simulator answers, if this app started it. */
  readonly simulatorUrl?: string;
  /** Takes no more turns, ends those under way, and stops; bounded by `drainMs`. */
  close(): Promise<void>;
}

/** What tests and the playground may set; the defaults are the product's. */
export interface AppOptions {
  readonly now?: () => number;
  readonly patienceMs?: number;
  readonly invokeMs?: number;
  /** Whether cards ask to be refreshed when they are seen: a client that cannot may complain under each. */
  readonly cardsRefresh?: boolean;
  readonly graph?: Partial<SendOptions>;
  readonly attemptMs?: number;
  /**
   * A presence service on this machine in place of Graph, in production mode: no variable leads here. Over https it is
   * called with real tokens.
   */
  readonly graphRoot?: string;
}

/** A token that only a presence service on this machine takes. */
const developmentToken = 'local-development-token';
/** Longer than that nobody waits for the last turns. */
const drainMs = 8000;

/** Starts the app. Rejects with Node's own error where a port is taken. */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const now = options.now ?? Date.now;
  const log = pino({ level: config.logLevel });
  // What was changed is on record however little else is logged.
  const audit = pino({ level: config.logLevel === 'silent' ? 'silent' : 'info' });
  const simulator =
    config.mode === 'local' && config.graphBaseUrl === undefined ? await simulate(config, now) : undefined;
  const { baseUrl, access, tokenFor } = await outbound(config, options.graphRoot ?? simulator?.url);
  const attemptMs = options.attemptMs ?? defaultAttemptMs;
  const client = createGraphClient({ baseUrl, access, attemptMs });
  const sending: SendOptions = { ...sendDefaults, now, ...options.graph };
  const order = createOrder();
  const bot = createBot({
    adapter: createAdapter(config.mode === 'production' ? config.identity : undefined, {
      tokenFor,
      now,
      log,
    }),
    tenants: config.mode === 'production' ? config.tenants : undefined,
    home: config.tenantId,
    commandsPerMinute: config.limits.commandsPerMinute,
    maxTurns: config.limits.maxTurns,
    office: {
      policy: { sessionId: config.botId },
      order,
      ledgers: memoryLedgers(),
      apply: audited(createApply(client, sending), audit, log),
      read: createRead(client, sending),
      readMany: createReadMany(client, sending),
      now,
    },
    log,
    roster: createRoster(),
    patienceMs: options.patienceMs ?? defaultPatienceMs,
    invokeMs: options.invokeMs ?? defaultInvokeMs,
    cardsRefresh: options.cardsRefresh ?? true,
  });
  let draining = false;
  const server = await startServer({
    bot,
    host: config.host,
    port: config.port,
    limits: config.limits,
    ready: () => !draining,
  }).catch(async (error: unknown) => {
    await simulator?.close();
    throw error;
  });
  if (simulator !== undefined) log.info({ url: simulator.url }, 'presence simulator started');
  // What is loaded on first use should not make somebody's turn wait.
  setImmediate(() => {
    temporal();
    templates();
  });
  return {
    port: server.port,
    ...(simulator === undefined ? {} : { simulatorUrl: simulator.url }),
    close: async () => {
      draining = true;
      // What waits to be repeated would outlive us: it is given up, and whoever was promised an outcome hears that.
      order.stop();
      const drained = Promise.all([server.close(), bot.idle(), order.idle()]);
      await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, drainMs).unref())]);
      await simulator?.close();
    },
  };
}

/** What to do about an address that cannot be listened on; undefined for any other error. */
export function portProblem(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) {
    // The simulator names its own port.
    return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      ? `${error.message} Set SIMULATOR_PORT to another one, or leave it out.`
      : undefined;
  }
  return `The bot cannot listen there: ${error.message}. Set PORT (and HOST, in production) to an address that is free and this machine's own.`;
}

/** Only local mode loads the simulator. */
async function simulate(config: Extract<Config, { mode: 'local' }>, now: () => number) {
  const { startSimulator } = await import('./simulator/index.ts');
  return startSimulator({
    port: config.simulatorPort,
    now,
    tokens: { [developmentToken]: { kind: 'application', appId: config.botId } },
  });
}

interface Outbound {
  /** Graph's root before `/v1.0`. */
  readonly baseUrl: string;
  readonly access: Access;
  readonly tokenFor: BotToken;
}

/** Where Graph is, as whom it is called, and the bot's own tokens. Only production loads the identity library. */
async function outbound(config: Config, root: string | undefined): Promise<Outbound> {
  if (config.mode === 'local') {
    const tokenFor = () => Promise.reject(new Error('local mode has no identity'));
    return {
      baseUrl: config.graphBaseUrl ?? root ?? '',
      access: asDeveloper(developmentToken),
      tokenFor,
    };
  }
  const { createTokens } = await import('./entra/tokens.ts');
  const { identity } = config;
  const tokens = createTokens(identity);
  return {
    baseUrl: root ?? identity.cloud.graph,
    // Plain http is a presence service on this machine, which no real token must reach.
    access: root?.startsWith('http:') ? asDeveloper(developmentToken) : asApplication(tokens, identity),
    tokenFor: (scope) => tokens.get(identity.tenantId, scope),
  };
}
