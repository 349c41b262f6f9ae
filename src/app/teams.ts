/** Teams' side of the bot: who is let in, and what goes out; and the bot, which answers with all other parts. */

import type { Config } from '../config/config.ts';
import type { Tokens } from '../entra/access-tokens.ts';
import type { IsInMeeting } from '../meetings/quiet.ts';
import type { Outbound } from '../outbound/client.ts';
import type { Authenticate } from '../teams/receive.ts';
import type { CallLimits } from '../teams/connector-calls.ts';
import type { BotAdapter } from '../teams/conversation.ts';
import { isFileHost } from '../teams/files.ts';
import type { Log } from '../teams/log.ts';
import { createIsInMeeting } from '../teams/meeting-participant.ts';
import { createOutbox, type Outbox } from '../teams/outbox.ts';
import { createAdapter } from '../teams/sdk/adapter.ts';
import { createTokenStore, type TokenStore } from '../teams/user-tokens.ts';
import type { Services } from '../commands/context.ts';
import type { Order } from '../commands/order.ts';
import type { Metrics } from '../observability/metrics.ts';
import { createBot, type Bot, type BotParts } from '../teams/bot.ts';
import { createRoster } from '../teams/roster.ts';
import type { Graph } from './graph.ts';
import type { Persisted } from './persistence.ts';

interface Teams {
  readonly adapter: BotAdapter;
  readonly authenticate: Authenticate;
  readonly outbox: Outbox;
  /** The token store, if the bot calls Graph as the person. */
  readonly userTokens: TokenStore | undefined;
  readonly isInMeeting: IsInMeeting;
  /** Which addresses a file may go to; undefined: nobody is offered one. */
  readonly mayUpload: ((address: URL) => boolean) | undefined;
}

interface TeamsParts {
  readonly tokens: Tokens;
  readonly outbound: Outbound;
  readonly now: () => number;
  readonly log: Log;
  readonly calls: Partial<CallLimits> | undefined;
  readonly signInMs: number | undefined;
}

export function createTeams(config: Config, parts: TeamsParts): Teams {
  const { tokens, outbound, now, log, calls, signInMs } = parts;
  const identity = config.mode === 'production' ? config.identity : undefined;
  const tokenFor = (scope: string) => tokens.get(config.tenantId, scope);
  const adapter = createAdapter(identity, { tokenFor, now, log, outbound, calls });
  const signInsOf = (connection: string) => ({
    connection,
    store: createTokenStore({ connection, client: adapter.userTokens, now, log, answerMs: signInMs }),
  });
  const signIns =
    config.mode === 'local' || config.graph.as === 'application'
      ? undefined
      : signInsOf(config.graph.connection);
  return {
    adapter,
    authenticate: authenticateOf(config, { outbound, now, log }),
    outbox: createOutbox({ adapter, signIns, botId: config.botId, now, log }),
    userTokens: signIns?.store,
    isInMeeting: createIsInMeeting({ adapter, botId: config.botId, log }),
    mayUpload: fileHostsOf(config),
  };
}

/** Local mode checks no tokens. The token check is loaded while the app starts. */
function authenticateOf(
  config: Config,
  parts: { readonly outbound: Outbound; readonly now: () => number; readonly log: Log },
): Authenticate {
  if (config.mode === 'local') return () => Promise.resolve({ status: 200, serviceUrl: undefined });
  const { identity } = config;
  const check = new Promise<void>((resolve) => setImmediate(resolve))
    .then(() => import('../teams/token.ts'))
    .then(({ createTokenCheck }) => createTokenCheck(identity, parts));
  return async (authorization) => (await check)(authorization);
}

/** Hosts for people's files; undefined where bots cannot send files, as in the Playground. */
function fileHostsOf(config: Config): Teams['mayUpload'] {
  if (config.mode === 'local' || config.identity.cloud.files.length === 0) return undefined;
  const { files } = config.identity.cloud;
  return (address) => isFileHost(address, files);
}

interface ServiceSources {
  readonly teams: Teams;
  readonly graph: Graph;
  readonly kept: Persisted;
  readonly order: Order;
  readonly now: () => number;
  readonly log: Log;
  /** Whether people can be offered a file. */
  readonly takesFiles: boolean;
}

/** What every door's commands work with. */
export function servicesOf({ teams, graph, kept, order, now, log, takesFiles }: ServiceSources): Services {
  const { read, readMany, readsOthers } = graph;
  const { persistence, policy, personStates, languages, write } = kept;
  return {
    policy,
    order,
    personStates,
    languages,
    write,
    records: persistence?.records,
    read,
    readMany,
    readsOthers,
    takesFiles,
    userTokens: teams.userTokens,
    log,
    now,
  };
}

interface BotSources extends Pick<BotParts, 'log' | 'services'> {
  readonly teams: Teams;
  readonly kept: Pick<Persisted, 'persistence'>;
  readonly metrics: Pick<Metrics, 'count' | 'observe'>;
  readonly mayUpload: Teams['mayUpload'];
  readonly options: {
    readonly patienceMs?: number;
    readonly invokeMs?: number;
    readonly cardsRefresh?: boolean;
    readonly clientLocale?: string;
  };
}

/** Teams wants an answer within 15 seconds and people within 8; the rest is for sending it. */
const defaultPatienceMs = 6000;
/** Teams waits five seconds for an extension's answer, and people want it in three. */
const defaultInvokeMs = 2500;

export function composeBot(config: Config, sources: BotSources): Bot {
  const { teams, services, kept, metrics, mayUpload, log, options } = sources;
  const { adapter, authenticate, outbox } = teams;
  const { persistence } = kept;
  return createBot({
    adapter,
    authenticate,
    outbox,
    tenants: config.mode === 'production' ? config.tenants : undefined,
    home: config.tenantId,
    commandsPerMinute: config.limits.commandsPerMinute,
    maxTurns: config.limits.maxTurns,
    services,
    rememberRecipient: (person) => persistence?.rememberConversation(person),
    handleMeetingEvent: async (event) => persistence?.handleMeetingEvent(event),
    roster: createRoster(),
    files: mayUpload && { mayUpload, log },
    ended: (turn, answer, seconds) => {
      metrics.count('turns_total', { turn, answer });
      metrics.observe('turn_seconds', { turn }, seconds);
    },
    patienceMs: options.patienceMs ?? defaultPatienceMs,
    invokeMs: options.invokeMs ?? defaultInvokeMs,
    cardsRefresh: options.cardsRefresh ?? true,
    // In production everybody's own client decides.
    clientLocale: config.mode === 'production' ? undefined : options.clientLocale,
    log,
  });
}
