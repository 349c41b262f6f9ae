/** The HTTP servers: the bot's, and one for `/metrics` if that has a port of its own. */

import type { Config } from '../config/config.ts';
import { startMetricsServer, type ReadMetrics, startServer, type ServerParts } from '../http/server.ts';
import type { OpenKeyDoor } from '../http/keys.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { Persistence } from '../persistence/persistence.ts';
import type { Log } from '../teams/log.ts';

export interface Servers {
  readonly port: number;
  readonly metricsPort?: number;
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>;
  /** Closes the metrics server, which is the last to stop. */
  closeMetrics(): Promise<void>;
}

interface ServersParts extends Pick<ServerParts, 'bot' | 'missing'> {
  /** Undefined: nobody has personal keys. */
  readonly openKeyDoor: OpenKeyDoor | undefined;
  /** Undefined: no hook. */
  readonly persistence: Persistence | undefined;
  readonly metrics: Pick<Metrics, 'count'>;
  /** Undefined: no metrics. */
  readonly figures: ReadMetrics | undefined;
  readonly now: () => number;
  readonly log: Log;
}

/** Listens. Rejects with Node's own error where a port is taken, and leaves no server behind. */
export async function startServers(config: Config, parts: ServersParts): Promise<Servers> {
  const { bot, openKeyDoor, missing, persistence, metrics, figures, now, log } = parts;
  const { host, port, metricsPort, limits, pages } = config;
  const hooks = persistence && {
    keys: config.hookKeys,
    tenantId: config.tenantId,
    receiver: () => persistence.receiver(),
    answered: (status: number) => {
      metrics.count('hook_requests_total', { status: String(status) });
    },
    now,
    log,
  };
  const server = await startServer({
    bot,
    host,
    port,
    limits,
    pages,
    missing,
    ...(hooks === undefined ? {} : { hooks }),
    keys: openKeyDoor && {
      open: openKeyDoor,
      answered: (status) => {
        metrics.count('key_requests_total', { status: String(status) });
      },
    },
    metrics: config.mode === 'local' && metricsPort === undefined ? figures : undefined,
  });
  if (figures === undefined || metricsPort === undefined)
    return { port: server.port, close: server.close, closeMetrics: () => Promise.resolve() };
  try {
    const own = await startMetricsServer(figures, metricsPort, host, limits);
    return { port: server.port, metricsPort: own.port, close: server.close, closeMetrics: own.close };
  } catch (error) {
    await server.close();
    throw error;
  }
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
