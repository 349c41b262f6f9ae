/** Composes the parts in order, each from those before it; the only file that knows the whole. */

import type { DestinationStream } from 'pino';
import { composeBot, createTeams, servicesOf } from './app/teams.ts';
import { composeKeys } from './app/keys.ts';
import { createGraph } from './app/graph.ts';
import { startServers } from './app/http.ts';
import { createIdentity, developmentToken, graphAccountOf } from './app/identity.ts';
import { createPersisted } from './app/persistence.ts';
import { createReadiness } from './app/readiness.ts';
import { makeDryTurn } from './app/dry-turn.ts';
import { createOrder } from './commands/order.ts';
import type { Config } from './config/config.ts';
import { defaultAttemptMs, sendDefaults, type SendOptions } from './graph/send.ts';
import { auditWriter, createLogs, keyAuditWriter } from './observability/logs.ts';
import { writtenCounter, createMetrics, noMetrics } from './observability/metrics.ts';
import { createOutbound } from './outbound/client.ts';
import type { Written } from './presence/outcome.ts';
import type { CallLimits } from './teams/connector-calls.ts';
import { nameOf } from './teams/errors.ts';
import { withTimeout } from './timing/with-timeout.ts';

export interface App {
  readonly port: number;
  /** The port of `/metrics`, if it is a separate one. */
  readonly metricsPort?: number;
  /** Where the simulator answers, if this app started it. */
  readonly simulatorUrl?: string;
  /** Resolves with what to do if the process cannot go on; otherwise never. */
  readonly refused: Promise<string>;
  /** Takes no more turns, waits for those under way, and stops within nine seconds. */
  close(): Promise<void>;
}

/** What tests and the playground may set; the defaults are the product's. */
export interface AppOptions {
  readonly now?: () => number;
  readonly patienceMs?: number;
  readonly invokeMs?: number;
  /** Whether cards ask to be refreshed when they are seen; a client without refresh may show an error. */
  readonly cardsRefresh?: boolean;
  /** The locale of every client, whatever it says of itself; BCP 47, and in local mode alone. */
  readonly clientLocale?: string;
  readonly graph?: Partial<SendOptions>;
  readonly attemptMs?: number;
  /** Whether there is a store. */
  readonly remembers?: boolean;
  /** Time limit in milliseconds for a token of the bot's own. */
  readonly tokenMs?: number;
  /**
   * A presence service on this machine in place of Graph, in production mode; no variable sets it. Over https it is
   * called with real tokens.
   */
  readonly graphRoot?: string;
  /** Offers files, which may be uploaded to these addresses only. */
  readonly mayUpload?: (address: URL) => boolean;
  /** Time limit in milliseconds for the Bot Service's token store. */
  readonly signInMs?: number;
  /** Time limit in milliseconds for the answer to a request with a personal key. */
  readonly keyAnswerMs?: number;
  /** How the Bot Connector is called. */
  readonly connectorCalls?: Partial<CallLimits>;
  /** Takes every line of the log and of the audit in place of standard output. */
  readonly logTo?: DestinationStream;
}

/** How long a stop waits for the last turns. */
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
  const auditKey = keyAuditWriter(audit);
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
  const order = createOrder();
  const kept = createPersisted({
    ...outside,
    order,
    config,
    remembers,
    tokens,
    teams,
    graph,
    graphIsNew: simulator !== undefined,
    written,
    auditKey,
    closing: closing.signal,
  });
  const { persistence } = kept;
  const { mayUpload = teams.mayUpload } = options;
  const takesFiles = mayUpload !== undefined;
  const services = servicesOf({ ...outside, teams, graph, kept, order, takesFiles });
  const bot = composeBot(config, { ...outside, teams, services, kept, mayUpload, options });
  const openKeyDoor = composeKeys(config, {
    services,
    persistence,
    audit: auditKey,
    answerMs: options.keyAnswerMs,
  });
  let draining = false;
  const servers = await startServers(config, {
    ...outside,
    bot,
    openKeyDoor,
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
  // What a first turn would pay for, after the start and before it.
  setImmediate(() => {
    persistence?.start();
    makeDryTurn(now(), { host: config.host, port: servers.port }).catch((error: unknown) => {
      log.debug({ reason: nameOf(error) }, 'the dry turn ended early');
    });
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
      // Pending retries are given up, and their senders are told.
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
    tokens: {
      [developmentToken]: {
        kind: 'application',
        appId: config.botId,
        ...(config.calendar === 'off' ? {} : { roles: ['Presence.ReadWrite.All', 'Calendars.ReadBasic'] }),
      },
    },
  });
}
