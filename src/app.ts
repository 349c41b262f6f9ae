/** Wires the parts; the only file that knows the whole. */

import type { DestinationStream } from 'pino';
import { auditWriter, observed } from './observability/audit.ts';
import { createAdapter } from './teams/adapter.ts';
import type { CallLimits } from './teams/connector-calls.ts';
import { createBot, defaultInvokeMs, defaultPatienceMs } from './teams/bot.ts';
import { createIsInMeeting } from './teams/meeting-participant.ts';
import { nameOf } from './teams/errors.ts';
import { isFileHost } from './teams/files.ts';
import { createRoster } from './teams/roster.ts';
import { templates } from './cards/template.ts';
import { createOrder } from './commands/order.ts';
import type { Config } from './config/config.ts';
import { callCounter, storeFigures, wasSent, writtenCounter } from './observability/counters.ts';
import { createApply } from './graph/apply.ts';
import { watchSignIn } from './entra/watch.ts';
import { createSendBatch } from './graph/batch.ts';
import { createGraphClient, type GraphClient } from './graph/client.ts';
import { createSendEach } from './graph/each.ts';
import { createRead, createReadMany, createReadOwn } from './graph/read-presence.ts';
import { defaultAttemptMs, sendDefaults, type SendOptions } from './graph/send.ts';
import { startMetricsServer } from './http/metrics-server.ts';
import { startServer } from './http/server.ts';
import { developmentToken, graphOf, placeOf, scopesOf, signInsOf, tokensOf } from './identity.ts';
import { read as readSentence } from './parser/read.ts';
import { senderOf } from './persistence/conversation-references.ts';
import { createPersistence, type Persistence } from './persistence/persistence.ts';
import { createOutbound } from './outbound/client.ts';
import { createPersonStates, type KeptPersonStates } from './persistence/person-states.ts';
import { createWrite } from './persistence/write.ts';
import type { Written } from './presence/outcome.ts';
import { onTop } from './presence/person-state.ts';
import { teamsSource } from './meetings/event.ts';
import { noStack } from './presence/meeting.ts';
import { createMetrics, uncounted } from './observability/metrics.ts';
import { createReadiness } from './readiness.ts';
import { createLogs } from './observability/loggers.ts';
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

/** A working day and a night: who wants to look busy for longer does not need a session. */
const longestSessionSeconds = 24 * 3600;
/** Longer than that nobody waits for the last turns, and then for the store to take what it was given. */
const drainMs = 6000;
const storeMs = 2500;

/** Starts the app. Rejects with Node's own error where a port is taken. */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const now = options.now ?? Date.now;
  const { log, audit } = createLogs(config.logLevel, options.logTo);
  const simulator =
    config.mode === 'local' && config.graphBaseUrl === undefined ? await simulate(config, now) : undefined;
  const counted =
    config.metricsPort === undefined && config.mode === 'production' ? undefined : createMetrics();
  const metrics = counted ?? uncounted;
  const watch = watchSignIn(await tokensOf(config, options.tokenMs), {
    home: config.tenantId,
    scopes: scopesOf(config),
    failed: (tenant) => {
      metrics.count('sign_in_failures_total', { tenant });
    },
    told: ({ code, hint }) => {
      log.error({ code, hint }, 'the bot cannot sign in to Microsoft Entra');
    },
  });
  const { tokens } = watch;
  const outbound = createOutbound(config.mode === 'production' ? config.proxies : undefined);
  const adapter = createAdapter(config.mode === 'production' ? config.identity : undefined, {
    tokenFor: (scope) => tokens.get(config.tenantId, scope),
    now,
    log,
    outbound,
    calls: options.connectorCalls,
  });
  const signIns = signInsOf(config, adapter, { now, log, answerMs: options.signInMs });
  const graph = createGraphClient({
    ...graphOf(config, tokens, signIns?.store, options.graphRoot ?? simulator?.url),
    attemptMs: options.attemptMs ?? defaultAttemptMs,
    outbound,
  });
  const countCall = callCounter(metrics, 'interactive');
  const client: GraphClient = {
    ...graph,
    called: (called) => {
      countCall(called);
      // Whoever waits never asks the tenant's budget; what they spend of it is gone all the same.
      if (wasSent(called)) memory?.store()?.budget.count(called.tenantId, 1);
    },
  };
  const behind: GraphClient = { ...graph, called: callCounter(metrics, 'background') };
  const closing = new AbortController();
  const sending: SendOptions = { ...sendDefaults, now, closing: closing.signal, ...options.graph };
  const read = createRead(client, sending);
  const refused = Promise.withResolvers<string>();
  const policy = {
    sessionId: config.botId,
    ...(options.remembers === false ? {} : { maxSessionSeconds: longestSessionSeconds }),
  };
  const personStates: KeptPersonStates = createPersonStates({
    ...(options.remembers === false
      ? {}
      : {
          store: () => memory?.personStates() ?? Promise.reject(new Error('the bot is starting')),
          stack: (userId) => memory?.stack(userId) ?? Promise.resolve(noStack),
        }),
    shared: 'databaseUrl' in config.where,
    now,
    log,
  });
  const writeAudit = auditWriter(audit, log);
  const countWritten = writtenCounter(metrics);
  const written = (one: Written) => {
    writeAudit(one);
    countWritten(one);
  };
  const apply = observed(createApply(client, sending), written);
  const memory: Persistence | undefined =
    options.remembers === false
      ? undefined
      : createPersistence({
          where: placeOf(config, tokens),
          presence: policy,
          graphIsNew: simulator !== undefined,
          together: ({ people }) =>
            signIns === undefined
              ? createSendBatch(behind, now)
              : createSendEach(behind, sending, async (userId) => {
                  return senderOf(await people.find(userId));
                }),
          isInMeeting: createIsInMeeting({ adapter, botId: config.botId, log }),
          now,
          log,
          refused: refused.resolve,
          closing: closing.signal,
          apply,
          personStates,
          written,
          tell: {
            lost: ({ claims, failure }, to) => {
              bot.tell({ kind: 'lost', claims, failure }, to);
            },
            news: (news, to) => {
              personStates
                .recall(to.who.userId)
                .then(({ state }) => {
                  const over = onTop(state, now());
                  bot.tell({ kind: 'news', news, ...(over === undefined ? {} : { over }) }, to);
                })
                .catch((error: unknown) => {
                  log.error({ error: nameOf(error) }, 'news of a meeting could not be told');
                });
            },
            hello: (chat, tenantId) => {
              bot.hello(chat, tenantId);
            },
          },
          onMeetingEvent: ({ kind, key }) => {
            metrics.count('meeting_events_total', {
              kind,
              from: key.source === teamsSource ? 'teams' : 'hook',
            });
          },
          late: (queue, ms) => {
            metrics.observe('alarm_lag_seconds', { queue }, ms / 1000);
          },
        });
  metrics.read(() => storeFigures(memory, personStates.counts, now()));
  const order = createOrder();
  const mayUpload = options.mayUpload ?? fileHostsOf(config);
  const bot = createBot({
    adapter,
    signIns,
    tenants: config.mode === 'production' ? config.tenants : undefined,
    home: config.tenantId,
    commandsPerMinute: config.limits.commandsPerMinute,
    maxTurns: config.limits.maxTurns,
    services: {
      policy,
      order,
      personStates,
      write: createWrite(apply, personStates, memory?.write),
      records: memory?.records,
      read,
      readMany: signIns === undefined ? createReadMany(client, sending) : createReadOwn(read),
      readsOthers: signIns === undefined,
      takesFiles: mayUpload !== undefined,
      userTokens: signIns?.store,
      now,
    },
    log,
    acquaint: (person) => memory?.acquaint(person),
    handleMeetingEvent: async (event) => memory?.handleMeetingEvent(event),
    roster: createRoster(),
    files: mayUpload && { mayUpload, log },
    ended: (turn, answer, seconds) => {
      metrics.count('turns_total', { turn, answer });
      metrics.observe('turn_seconds', { turn }, seconds);
    },
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
    pages: config.pages,
    ...(memory === undefined
      ? {}
      : {
          hooks: {
            keys: config.hookKeys,
            tenantId: config.tenantId,
            receiver: () => memory.receiver(),
            answered: (status) => {
              metrics.count('hook_requests_total', { status: String(status) });
            },
            now,
            log,
          },
        }),
    missing: createReadiness({
      draining: () => draining,
      memory,
      signIn: watch.failing,
      connectorSilentSince: () => adapter.silentSince(),
      now,
    }),
    metrics: config.mode === 'local' && config.metricsPort === undefined ? counted?.text : undefined,
  }).catch(async (error: unknown) => {
    await simulator?.close();
    throw error;
  });
  const apart =
    counted === undefined || config.metricsPort === undefined
      ? undefined
      : await startMetricsServer(counted.text, config.metricsPort, config.host, config.limits).catch(
          async (error: unknown) => {
            await Promise.all([server.close(), memory?.close(), simulator?.close()]);
            throw error;
          },
        );
  if (simulator !== undefined) log.info({ url: simulator.url }, 'presence simulator started');
  // What is loaded on first use should make neither the start nor somebody's turn wait.
  setImmediate(() => {
    memory?.start();
    readSentence('dnd until 3pm', { now: now(), zone: 'UTC', locale: 'en-US', bot: [] });
    templates();
    if (config.mode === 'production') void watch.look();
    if (apart !== undefined) void counted?.load();
  });
  return {
    port: server.port,
    refused: refused.promise,
    ...(apart === undefined ? {} : { metricsPort: apart.port }),
    ...(simulator === undefined ? {} : { simulatorUrl: simulator.url }),
    close: async () => {
      draining = true;
      watch.close();
      // What waits to be repeated would outlive us: it is given up, and whoever was promised an outcome hears that.
      closing.abort();
      order.stop();
      const drained = Promise.all([server.close(), bot.idle(), order.idle()]);
      await withTimeout(drainMs, drained);
      if (memory !== undefined && (await withTimeout(storeMs, memory.close())).late)
        log.warn({}, 'the store did not take everything in time; what was promised is on record');
      await apart?.close();
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
  return `The bot cannot listen there: ${error.message}. Set PORT (METRICS_PORT for the metrics; and HOST, in production) to an address that is free and this machine's own.`;
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

/** Where people keep their files; undefined where bots can send none, as in the Playground. */
function fileHostsOf(config: Config): ((address: URL) => boolean) | undefined {
  if (config.mode === 'local' || config.identity.cloud.files.length === 0) return undefined;
  const { files } = config.identity.cloud;
  return (address) => isFileHost(address, files);
}
