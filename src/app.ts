/** Wires the parts; the only file that knows the whole. */

import { pino } from 'pino';
import { createAdapter } from './bot/adapter.ts';
import { createBot, defaultPatienceMs } from './bot/bot.ts';
import { memoryLedgers } from './commands/desk.ts';
import { createOrder } from './commands/order.ts';
import type { Config } from './config.ts';
import { createApply } from './graph/apply.ts';
import { bearer, createGraphClient, fixedToken, type GraphClient } from './graph/client.ts';
import { createRead } from './graph/read.ts';
import { sendDefaults, type SendOptions } from './graph/send.ts';
import { startServer } from './http/server.ts';

export interface App {
  readonly port: number;
  /** Where the simulator answers, if this app started it. */
  readonly simulatorUrl?: string;
  /** Takes no more turns, ends those under way, and stops; bounded by `drainMs`. */
  close(): Promise<void>;
}

/** What tests may set; the defaults are the product's. */
export interface AppOptions {
  readonly now?: () => number;
  readonly patienceMs?: number;
  readonly graph?: Partial<SendOptions>;
}

/** A token that only a presence service on this machine takes. */
const developmentToken = 'local-development-token';
/** Longer than that nobody waits for the last turns. */
const drainMs = 8000;

/** Starts the app. Rejects with Node's own error where a port is taken. */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const now = options.now ?? Date.now;
  const log = pino({ level: config.logLevel });
  const simulator =
    config.mode === 'local' && config.graphBaseUrl === undefined ? await simulate(config, now) : undefined;
  const client = await graphClient(config, simulator?.url);
  const sending: SendOptions = { ...sendDefaults, ...options.graph };
  const order = createOrder();
  const bot = createBot({
    adapter: createAdapter(config.mode === 'production' ? config.identity : undefined),
    office: {
      policy: { sessionId: config.botId },
      order,
      ledgers: memoryLedgers(),
      apply: createApply(client, sending),
      read: createRead(client, sending),
      now,
    },
    log,
    patienceMs: options.patienceMs ?? defaultPatienceMs,
  });
  let draining = false;
  const server = await startServer({
    bot,
    host: config.host,
    port: config.port,
    ready: () => !draining,
  }).catch(async (error: unknown) => {
    await simulator?.close();
    throw error;
  });
  if (simulator !== undefined) log.info({ url: simulator.url }, 'presence simulator started');
  log.info(`listening on port ${server.port}`);
  return {
    port: server.port,
    ...(simulator === undefined ? {} : { simulatorUrl: simulator.url }),
    close: async () => {
      draining = true;
      const drained = Promise.all([server.close(), bot.idle(), order.idle()]);
      await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, drainMs).unref())]);
      await simulator?.close();
    },
  };
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

async function graphClient(config: Config, simulatorUrl: string | undefined): Promise<GraphClient> {
  if (config.mode === 'production') {
    const { clientCredentials } = await import('./graph/credentials.ts');
    return createGraphClient({
      baseUrl: 'https://graph.microsoft.com',
      authentication: bearer(clientCredentials(config.identity)),
    });
  }
  const baseUrl = config.graphBaseUrl ?? simulatorUrl ?? '';
  return createGraphClient({ baseUrl, authentication: fixedToken(developmentToken) });
}
