/** The bot, from what was made before it. */

import type { Order } from '../commands/order.ts';
import type { Config } from '../config/config.ts';
import type { Metrics } from '../observability/metrics.ts';
import { createBot, type Bot, type BotParts } from '../teams/bot.ts';
import { createRoster } from '../teams/roster.ts';
import type { Graph } from './graph.ts';
import type { Persisted } from './persistence.ts';
import type { Teams } from './teams.ts';

interface BotSources extends Pick<BotParts, 'log'> {
  readonly teams: Teams;
  readonly graph: Graph;
  readonly kept: Persisted;
  readonly order: Order;
  readonly metrics: Pick<Metrics, 'count' | 'observe'>;
  readonly now: () => number;
  readonly options: {
    readonly patienceMs?: number;
    readonly invokeMs?: number;
    readonly cardsRefresh?: boolean;
    readonly mayUpload?: (address: URL) => boolean;
  };
}

/** Teams wants an answer in 15 seconds and people in 8; what is left is for sending it. */
const defaultPatienceMs = 6000;
/** Teams waits five seconds for an extension's answer, and people want it in three. */
const defaultInvokeMs = 2500;

export function composeBot(config: Config, sources: BotSources): Bot {
  const { teams, graph, kept, order, metrics, now, log, options } = sources;
  const { adapter, authenticate, outbox, userTokens } = teams;
  const { persistence, policy, personStates, languages, write } = kept;
  const { read, readMany, readsOthers } = graph;
  const { mayUpload = teams.mayUpload } = options;
  return createBot({
    adapter,
    authenticate,
    outbox,
    tenants: config.mode === 'production' ? config.tenants : undefined,
    home: config.tenantId,
    commandsPerMinute: config.limits.commandsPerMinute,
    maxTurns: config.limits.maxTurns,
    services: {
      policy,
      order,
      personStates,
      languages,
      write,
      records: persistence?.records,
      read,
      readMany,
      readsOthers,
      takesFiles: mayUpload !== undefined,
      userTokens,
      log,
      now,
    },
    acquaint: (person) => persistence?.acquaint(person),
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
    log,
  });
}
