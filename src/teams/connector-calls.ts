/** Calls to the Bot Connector, with a time limit, a limit on concurrent calls for each service URL, and a view of whether it answers. */

import { LRUCache } from 'lru-cache';
import { NoAnswerError } from '../outbound/client.ts';
import type { Instant } from '../presence/intent.ts';
import { timeLimit } from '../timing/with-timeout.ts';
import type { Log } from './log.ts';

export interface ConnectorCalls {
  /**
   * Calls that service URL, and aborts when it takes too long, retries and their waits
   * included.
   * @throws ConnectorError where there was no answer in time, or too many calls are under way; else the call's own error.
   */
  make<T>(serviceUrl: string, call: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Since when no recent call was answered; undefined if one was, or none was made. */
  silentSince(): Instant | undefined;
}

/** A call that our own limits ended. */
class ConnectorError extends Error {
  override readonly name: 'ConnectorTimeout' | 'TooManyConnectorCalls';

  constructor(name: ConnectorError['name']) {
    super(name);
    this.name = name;
  }
}

export interface CallLimits {
  /** Milliseconds for one call with its retries: a 5xx is retried three times within seven seconds. */
  readonly callMs: number;
  /** Concurrent calls to one service URL (a region): a region that is down leaves room for the others. */
  readonly perUrl: number;
  readonly inAll: number;
}

const defaults: CallLimits = { callMs: 10_000, perUrl: 500, inAll: 1000 };
/** A healthy connector answers every call within that. */
const slowMs = 5000;
/** A failure counts for this long only: without further calls nobody would notice that it is over. */
const silentMs = 30_000;
/** The Bot Service has fewer service URLs than that. */
const regionLimit = 100;

interface Region {
  /** When each call under way began, the oldest first. */
  readonly inFlight: Map<symbol, Instant>;
  answeredAt: Instant;
  /** The latest unanswered call, if no later one was answered. */
  failed: { readonly since: Instant; readonly at: Instant } | undefined;
}

interface CallParts {
  readonly limits?: Partial<CallLimits> | undefined;
  readonly now: () => Instant;
  readonly log: Pick<Log, 'warn'>;
}

export function createConnectorCalls({ limits, now, log }: CallParts): ConnectorCalls {
  const { callMs, perUrl, inAll } = { ...defaults, ...limits };
  const regions = new LRUCache<string, Region>({ max: regionLimit });
  let inFlight = 0;

  const regionOf = (serviceUrl: string): Region => {
    const known = regions.get(serviceUrl);
    if (known !== undefined) return known;
    const made: Region = { inFlight: new Map(), answeredAt: -Infinity, failed: undefined };
    regions.set(serviceUrl, made);
    return made;
  };

  const answered = (region: Region): void => {
    if (region.failed !== undefined) log.warn({}, 'the Bot Connector answers again');
    region.failed = undefined;
    region.answeredAt = now();
  };

  const unanswered = (region: Region, since: Instant): void => {
    if (region.answeredAt > since) return;
    if (region.failed === undefined) log.warn({ callMs }, 'the Bot Connector does not answer');
    region.failed = { since: region.failed?.since ?? since, at: now() };
  };

  return {
    make: async (serviceUrl, call) => {
      const region = regionOf(serviceUrl);
      if (inFlight >= inAll || region.inFlight.size >= perUrl)
        throw new ConnectorError('TooManyConnectorCalls');
      const [id, began] = [Symbol('call'), now()];
      const { signal, end } = timeLimit(callMs);
      region.inFlight.set(id, began);
      inFlight += 1;
      try {
        const value = await call(signal);
        answered(region);
        return value;
      } catch (error) {
        if (hasStatus(error)) answered(region);
        // A missing token says nothing about the connector.
        else if (signal.aborted || error instanceof NoAnswerError) unanswered(region, began);
        throw signal.aborted ? new ConnectorError('ConnectorTimeout') : error;
      } finally {
        end();
        region.inFlight.delete(id);
        inFlight -= 1;
      }
    },
    silentSince: () => {
      const at = now();
      const lately = [...regions.values()].filter((region) => isLately(region, at));
      const silent = lately.map((region) => silence(region, at)).filter((since) => since !== undefined);
      return silent.length > 0 && silent.length === lately.length ? Math.min(...silent) : undefined;
    },
  };
}

function isLately({ inFlight, answeredAt, failed }: Region, at: Instant): boolean {
  return inFlight.size > 0 || at - Math.max(answeredAt, failed?.at ?? -Infinity) < silentMs;
}

/** When the first unanswered call began, if none after it was answered; undefined if the connector seems to answer. */
function silence({ inFlight, answeredAt, failed }: Region, at: Instant): Instant | undefined {
  if (failed !== undefined && at - failed.at < silentMs) return failed.since;
  const [oldest] = inFlight.values();
  return oldest !== undefined && answeredAt < oldest && at - oldest > slowMs ? oldest : undefined;
}

/** Whether the error is an answer of the connector. */
function hasStatus(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
}
