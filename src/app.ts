/** Wires the parts; the only file that knows the whole. */

import { pino, type DestinationStream, type Logger } from 'pino';
import { audited } from './audit.ts';
import { createAdapter, type BotAdapter } from './bot/adapter.ts';
import { createBot, defaultInvokeMs, defaultPatienceMs } from './bot/bot.ts';
import { createIsIn } from './bot/meeting-participant.ts';
import { createRoster } from './bot/people.ts';
import { createTokenStore, type TokenStore } from './bot/user-tokens.ts';
import { templates } from './cards/template.ts';
import { memoryLedgers } from './commands/desk.ts';
import { createOrder } from './commands/order.ts';
import type { Config } from './config/config.ts';
import { createApply } from './graph/apply.ts';
import { SignInError } from './entra/reason.ts';
import type { Tokens } from './entra/tokens.ts';
import { asApplication, asDeveloper, asPerson, type Access } from './graph/access.ts';
import { createSendTogether } from './graph/batch.ts';
import { createGraphClient } from './graph/client.ts';
import { createSendEach } from './graph/each.ts';
import { createRead, createReadMany, createReadOwn } from './graph/read.ts';
import { defaultAttemptMs, sendDefaults, type SendOptions } from './graph/send.ts';
import { startServer } from './http/server.ts';
import { read as readSentence } from './language/read.ts';
import { senderOf } from './memory/acquaintances.ts';
import { createLedgers } from './memory/ledgers.ts';
import { createMemory } from './memory/memory.ts';
import { inForce } from './presence/ledger.ts';

export interface App {
  readonly port: number;
  /** Where the simulator answers, if this app started it. */
  readonly simulatorUrl?: string;
  /** Why the process must not go on: resolves with what to do about it, or never. */
  readonly refused: Promise<string>;
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
  /** Whether anything outlives the process. */
  readonly remembers?: boolean;
  /** Milliseconds that a token of the bot's own may take. */
  readonly tokenMs?: number;
  /**
   * A presence service on this machine in place of Graph, in production mode: no variable leads here. Over https it is
   * called with real tokens.
   */
  readonly graphRoot?: string;
  /** Milliseconds in which the Bot Service has to answer about somebody's sign-in. */
  readonly signInMs?: number;
  /** Takes every line of the log and of the audit in place of standard output. */
  readonly logTo?: DestinationStream;
}

/** A token that only a presence service on this machine takes. */
const developmentToken = 'local-development-token';
/** A working day and a night: who wants to look busy for longer does not need a session. */
const longestSessionSeconds = 24 * 3600;
/** Longer than that nobody waits for the last turns. */
const drainMs = 8000;

/** Starts the app. Rejects with Node's own error where a port is taken. */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const now = options.now ?? Date.now;
  const log = pino({ level: config.logLevel }, options.logTo);
  // What was changed is on record however little else is logged.
  const audit = pino({ level: config.logLevel === 'silent' ? 'silent' : 'info' }, options.logTo);
  const simulator =
    config.mode === 'local' && config.graphBaseUrl === undefined ? await simulate(config, now) : undefined;
  const tokens = await tokensOf(config, options.tokenMs);
  const adapter = createAdapter(config.mode === 'production' ? config.identity : undefined, {
    tokenFor: (scope) => tokens.get(config.tenantId, scope),
    now,
    log,
  });
  const signIns = signInsOf(config, adapter, { now, log, answerMs: options.signInMs });
  const client = createGraphClient({
    ...graphOf(config, tokens, signIns?.store, options.graphRoot ?? simulator?.url),
    attemptMs: options.attemptMs ?? defaultAttemptMs,
  });
  const sending: SendOptions = { ...sendDefaults, now, ...options.graph };
  const read = createRead(client, sending);
  const refused = Promise.withResolvers<string>();
  const policy = {
    sessionId: config.botId,
    ...(options.remembers === false ? {} : { maxSessionSeconds: longestSessionSeconds }),
  };
  const ledgers = createLedgers({
    memory: memoryLedgers(),
    changes: () => memory?.changes(),
    shared: 'databaseUrl' in config.where,
    log,
  });
  const memory =
    options.remembers === false
      ? undefined
      : createMemory({
          where: config.where,
          needed: Object.keys(config.hookKeys).length > 0,
          presence: policy,
          graphIsNew: simulator !== undefined,
          together: ({ people }) =>
            signIns === undefined
              ? createSendTogether(client, now)
              : createSendEach(client, sending, async (userId) => {
                  return senderOf(await people.find(userId));
                }),
          isIn: createIsIn({ adapter, botId: config.botId, log }),
          now,
          log,
          taken: refused.resolve,
          forgotten: ledgers.forget,
          tell: {
            lost: ({ claims, failure }, to) => {
              bot.tell({ kind: 'lost', claims, failure }, to);
            },
            news: (news, to) => {
              void ledgers.recall(to.who.userId).then((ledger) => {
                const over = inForce(ledger, 'preferred', now());
                bot.tell({ kind: 'news', news, ...(over === undefined ? {} : { over }) }, to);
              });
            },
            hello: (chat, tenantId) => {
              bot.hello(chat, tenantId);
            },
          },
        });
  const order = createOrder();
  const bot = createBot({
    adapter,
    signIns,
    tenants: config.mode === 'production' ? config.tenants : undefined,
    home: config.tenantId,
    commandsPerMinute: config.limits.commandsPerMinute,
    maxTurns: config.limits.maxTurns,
    office: {
      policy,
      order,
      ledgers,
      apply: audited(createApply(client, sending), audit, log),
      sessions: memory?.sessions,
      records: memory?.records,
      read,
      readMany: signIns === undefined ? createReadMany(client, sending) : createReadOwn(read),
      readsOthers: signIns === undefined,
      userTokens: signIns?.store,
      now,
    },
    log,
    acquaint: (person) => memory?.acquaint(person),
    attend: async (event) => memory?.attend(event),
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
    ...(memory === undefined
      ? {}
      : {
          hooks: {
            keys: config.hookKeys,
            tenantId: config.tenantId,
            receiver: () => memory.receiver(),
            now,
            log,
          },
        }),
    ready: () => !draining && memory?.isWell() !== false,
  }).catch(async (error: unknown) => {
    await simulator?.close();
    throw error;
  });
  if (simulator !== undefined) log.info({ url: simulator.url }, 'presence simulator started');
  // What is loaded on first use should not make somebody's turn wait.
  setImmediate(() => {
    readSentence('dnd until 3pm', { now: now(), zone: 'UTC', locale: 'en-US', bot: [] });
    templates();
    if (config.mode === 'production') void signInEarly(config, tokens, log);
  });
  return {
    port: server.port,
    refused: refused.promise,
    ...(simulator === undefined ? {} : { simulatorUrl: simulator.url }),
    close: async () => {
      draining = true;
      // What waits to be repeated would outlive us: it is given up, and whoever was promised an outcome hears that.
      order.stop();
      const drained = Promise.all([server.close(), bot.idle(), order.idle()]);
      await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, drainMs).unref())]);
      await memory?.close();
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

/** Where people's own tokens are, in delegated mode. */
function signInsOf(
  config: Config,
  adapter: BotAdapter,
  outside: Pick<Parameters<typeof createTokenStore>[0], 'now' | 'log' | 'answerMs'>,
) {
  if (config.mode === 'local' || config.graph.as === 'application') return undefined;
  const { connection } = config.graph;
  return {
    connection,
    store: createTokenStore({ ...outside, client: () => adapter.userTokens(), connection }),
  };
}

/** The bot's own tokens. Only production loads the identity library. */
async function tokensOf(config: Config, tokenMs: number | undefined): Promise<Tokens> {
  if (config.mode === 'production') {
    const { createTokens } = await import('./entra/tokens.ts');
    return createTokens(config.identity, tokenMs);
  }
  return { get: () => Promise.reject(new Error('local mode has no identity')), refused: () => undefined };
}

/** A credential that is no good is told to the operator at the start, and not to the first person who writes. */
async function signInEarly(config: Extract<Config, { mode: 'production' }>, tokens: Tokens, log: Logger) {
  const { identity, graph } = config;
  const bot = identity.sdk.ToChannelFromBotOAuthScope;
  const roots = graph.as === 'application' ? [identity.cloud.graph, bot] : [bot];
  const got = await Promise.allSettled(
    roots.map((root) => tokens.get(identity.tenantId, `${root}/.default`)),
  );
  for (const one of got) {
    if (one.status === 'fulfilled' || !(one.reason instanceof SignInError)) continue;
    const { code, hint } = one.reason;
    log.error({ code, hint }, 'the bot cannot sign in to Microsoft Entra');
    return;
  }
}

interface Outbound {
  /** Graph's root before `/v1.0`. */
  readonly baseUrl: string;
  /** As whom it is called. */
  readonly access: Access;
}

function graphOf(
  config: Config,
  tokens: Tokens,
  store: TokenStore | undefined,
  root: string | undefined,
): Outbound {
  if (config.mode === 'local') {
    return { baseUrl: config.graphBaseUrl ?? root ?? '', access: asDeveloper(developmentToken) };
  }
  const baseUrl = root ?? config.identity.cloud.graph;
  if (store !== undefined) return { baseUrl, access: asPerson(store) };
  // Plain http is a presence service on this machine, which no real token of the bot's must reach.
  const access = root?.startsWith('http:')
    ? asDeveloper(developmentToken)
    : asApplication(tokens, config.identity);
  return { baseUrl, access };
}
