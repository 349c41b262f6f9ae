/** Composes the parts in order, each from those before it; the only file that knows the whole. */

import type { DestinationStream } from 'pino';
import { composeBot, createTeams } from './app/teams.ts';
import { createGraph } from './app/graph.ts';
import { startServers } from './app/http.ts';
import { createIdentity, developmentToken, graphAccountOf } from './app/identity.ts';
import { createPersisted } from './app/persistence.ts';
import { createReadiness } from './app/readiness.ts';
import { templates } from './cards/render.ts';
import { createOrder } from './commands/order.ts';
import type { Config } from './config/config.ts';
import { defaultAttemptMs, sendDefaults, type SendOptions } from './graph/send.ts';
import { auditWriter } from './observability/audit.ts';
import { writtenCounter, createMetrics, noMetrics } from './observability/metrics.ts';
import { createLogs } from './observability/loggers.ts';
import { createOutbound } from './outbound/client.ts';
import { read as readSentence } from './parser/read.ts';
import type { Written } from './presence/outcome.ts';
import type { CallLimits } from './teams/connector-calls.ts';
import { withTimeout } from './timing/with-timeout.ts';

export interface App {
  readonly port: number;
  /** Where figures are read, if that is a port of its own. */
  readonly metricsPort?: number;
  /** Where the simulator answers, if this app started it. */
  readonly simulatorUrl?: string;
  /** Why the process must not go on: resolves with what to do about it, or never. */
  readonly refused: Promise<string>;
  /** Takes no more turns, ends those under way, and stops: within nine seconds, whatever hangs. */
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
  /** Whether anything outlives the process. */
  readonly remembers?: boolean;
  /** Milliseconds that a token of the bot's own may take. */
  readonly tokenMs?: number;
  /**
   * A presence service on this machine in place of Graph, in production mode: no variable leads here. Over https it is
   * called with real tokens.
   */
  readonly graphRoot?: string;
  /** Offers files, which may go to those addresses alone. */
  readonly mayUpload?: (address: URL) => boolean;
  /** Milliseconds in which the Bot Service has to answer about somebody's sign-in. */
  readonly signInMs?: number;
  /** How the Bot Connector is called. */
  readonly connectorCalls?: Partial<CallLimits>;
  /** Takes every line of the log and of the audit in place of standard output. */
  readonly logTo?: DestinationStream;
}

/** Nobody waits longer than that for the last turns. */
const drainMs = 6000;

/** Starts the app. Rejects with Node's own error where a port is taken. */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const { now = Date.now, remembers = true } = options;
  const closing = new AbortController();
  const { log, audit } = createLogs(config.logLevel, options.logTo);
  const counted =
    config.metricsPort === undefined && config.mode === 'production' ? undefined : createMetrics();
  const metrics = counted ?? noMetrics;
  const [writeAudit, countWritten] = [auditWriter(audit, log), writtenCounter(metrics)];
  const written = (one: Written) => {
    writeAudit(one);
    countWritten(one);
  };
  const simulator =
    config.mode === 'local' && config.graphBaseUrl === undefined ? await simulate(config, now) : undefined;

  const outside = { metrics, now, log };
  const identity = await createIdentity(config, { ...outside, tokenMs: options.tokenMs });
  const { tokens } = identity;
  const outbound = createOutbound(config.mode === 'production' ? config.proxies : undefined);
  const teams = createTeams(config, {
    ...outside,
    tokens,
    outbound,
    calls: options.connectorCalls,
    signInMs: options.signInMs,
  });
  const graph = createGraph({
    account: graphAccountOf(config, tokens, teams.userTokens, options.graphRoot ?? simulator?.url),
    attemptMs: options.attemptMs ?? defaultAttemptMs,
    sending: { ...sendDefaults, now, closing: closing.signal, ...options.graph },
    outbound,
    metrics,
    written,
  });
  const kept = createPersisted({
    ...outside,
    config,
    remembers,
    tokens,
    teams,
    graph,
    graphIsNew: simulator !== undefined,
    written,
    closing: closing.signal,
  });
  const { persistence } = kept;
  const order = createOrder();
  const bot = composeBot(config, { ...outside, teams, graph, kept, order, options });
  let draining = false;
  const servers = await startServers(config, {
    ...outside,
    bot,
    persistence,
    figures: counted?.text,
    missing: createReadiness({
      draining: () => draining,
      memory: persistence,
      signIn: identity.failing,
      connectorSilentSince: () => teams.adapter.silentSince(),
      now,
    }),
  }).catch(async (error: unknown) => {
    await Promise.all([kept.close(), simulator?.close()]);
    throw error;
  });
  if (simulator !== undefined) log.info({ url: simulator.url }, 'presence simulator started');
  // What is loaded on first use should make neither the start nor somebody's turn wait.
  setImmediate(() => {
    persistence?.start();
    readSentence('dnd until 3pm', { now: now(), zone: 'UTC', locale: 'en-US', bot: [] });
    templates();
    if (config.mode === 'production') void identity.look();
    if (servers.metricsPort !== undefined) void counted?.load();
  });
  return {
    port: servers.port,
    refused: kept.refused,
    ...(servers.metricsPort === undefined ? {} : { metricsPort: servers.metricsPort }),
    ...(simulator === undefined ? {} : { simulatorUrl: simulator.url }),
    close: async () => {
      draining = true;
      identity.close();
      // What waits to be repeated would outlive us: it is given up, and whoever was promised an outcome hears that.
      closing.abort();
      order.stop();
      await withTimeout(drainMs, Promise.all([servers.close(), bot.idle(), order.idle()]));
      await kept.close();
      await servers.closeMetrics();
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
