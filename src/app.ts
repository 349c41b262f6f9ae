/** Wires the parts; the only file that knows the whole. */

import { pino, type Logger } from 'pino';
import { createAdapter } from './bot/adapter.ts';
import { createBot, defaultInvokeMs, defaultPatienceMs } from './bot/bot.ts';
import { createRoster } from './bot/people.ts';
import { templates } from './cards/template.ts';
import { memoryLedgers } from './commands/desk.ts';
import { createOrder } from './commands/order.ts';
import type { Config } from './config.ts';
import { createApply } from './graph/apply.ts';
import { bearer, createGraphClient, fixedToken } from './graph/client.ts';
import { createRead, createReadMany } from './graph/read.ts';
import { defaultAttemptMs, sendDefaults, type SendOptions } from './graph/send.ts';
import { startServer } from './http/server.ts';
import { temporal } from './language/temporal.ts';
import type { Apply } from './presence/ports.ts';

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
  /** A presence service on this machine in place of Graph, in production mode: no variable leads here. */
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
  const simulator =
    config.mode === 'local' && config.graphBaseUrl === undefined ? await simulate(config, now) : undefined;
  const client = createGraphClient({
    ...(await graphOf(config, options.graphRoot ?? simulator?.url)),
    attemptMs: options.attemptMs ?? defaultAttemptMs,
  });
  const sending: SendOptions = { ...sendDefaults, now, ...options.graph };
  const order = createOrder();
  const bot = createBot({
    adapter: createAdapter(config.mode === 'production' ? config.identity : undefined, { now, log }),
    tenants: config.mode === 'production' ? config.tenants : undefined,
    commandsPerMinute: config.limits.commandsPerMinute,
    maxTurns: config.limits.maxTurns,
    office: {
      policy: { sessionId: config.botId },
      order,
      ledgers: memoryLedgers(),
      apply: reporting(createApply(client, sending), log),
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

/** Where Graph is and how requests are signed. Only production loads the identity library. */
async function graphOf(config: Config, root: string | undefined) {
  if (config.mode === 'production' && root === undefined) {
    const { tokensOf } = await import('./graph/credentials.ts');
    return { baseUrl: 'https://graph.microsoft.com', authentication: bearer(tokensOf(config.identity)) };
  }
  const own = config.mode === 'local' ? config.graphBaseUrl : undefined;
  const baseUrl = own ?? root ?? '';
  return { baseUrl, authentication: fixedToken(developmentToken) };
}

/** Tells the operator of each request that Graph did not take: who failed and Graph's own words, nobody's message. */
function reporting(apply: Apply, log: Logger): Apply {
  return async (change, stop) => {
    const outcome = await apply(change, stop);
    for (const { step, result } of outcome.steps) {
      if (result.kind !== 'failed') continue;
      const { by, code, mayHold } = result.failure;
      const { status, requestId } = result.call;
      log.warn(
        { action: step.request.action, by, code, status, requestId, mayHold },
        'Graph did not take a request',
      );
    }
    return outcome;
  };
}
