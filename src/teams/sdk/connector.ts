/**
 * What the SDK's connector client asks for, sent by the process's own HTTP client: the SDK's pipeline costs a sixth of a
 * turn. Its operations are tables of method, path and parameters, which are read here; bodies go out as they are.
 */

import { setTimeout as delay } from 'node:timers/promises';
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { NoAnswerError, type Outbound, type OutboundAnswer } from '../../outbound/client.ts';
import { retryAfterMs } from '../../timing/retry-after.ts';

type SdkConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
/** The SDK's client of one region's connector. */
export type ConnectorClient = Awaited<ReturnType<SdkConnectorFactory['create']>>;
type Send = ConnectorClient['sendOperationRequest'];
/** Values for an operation's parameters. */
export type Given = Parameters<Send>[0];
/** What is read of an operation. */
export type Operation = Pick<
  Parameters<Send>[1],
  'httpMethod' | 'path' | 'urlParameters' | 'queryParameters' | 'requestBody'
>;
type Parameter = NonNullable<Operation['queryParameters']>[number];

export interface ConnectorParts {
  readonly outbound: Outbound;
  /** The address of the region, as the activity names it. */
  readonly serviceUrl: string;
  /** The Authorization header, or undefined where the connector asks for none. Rejects where no token can be had. */
  readonly authorization: () => Promise<string | undefined>;
  readonly now: () => number;
}

/** The connector answered with an error status. */
export class ConnectorRefusal extends Error {
  override readonly name = 'ConnectorRefusal';
  /** As the SDK calls it. */
  readonly statusCode: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.statusCode = status;
  }
}

/** One request to the connector, its path below the service URL. */
export interface ConnectorRequest {
  readonly method: Operation['httpMethod'];
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One call to the connector of that service URL, with the bot's own token. */
export type ConnectorCall = (serviceUrl: string, request: ConnectorRequest) => Promise<object>;

/**
 * Makes one call of the connector's, repeated as the SDK repeats it, until the signal is raised.
 * @throws ConnectorRefusal, NoAnswerError, or what is thrown for want of a token.
 */
export async function callConnector(
  { outbound, serviceUrl, authorization, now }: ConnectorParts,
  { method, path, headers: given, body }: ConnectorRequest,
  signal: AbortSignal,
): Promise<object> {
  const url = `${serviceUrl}${serviceUrl.endsWith('/') ? '' : '/'}${path}`;
  const json = body === undefined ? undefined : JSON.stringify(body);
  for (let repeats = 0; ; repeats += 1) {
    const header = await authorization();
    const headers = {
      ...given,
      accept: '*/*',
      'user-agent': 'teams-presence-bot',
      ...(json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      ...(header === undefined ? {} : { authorization: header }),
    };
    const sent = await outbound.send({ method, url, headers, body: json, signal }).catch((error: unknown) => {
      if (error instanceof NoAnswerError) return error;
      throw error;
    });
    const wait = repeats < mostRepeats ? pauseMs(sent, repeats, now()) : undefined;
    if (wait === undefined) return resultOf(sent);
    await delay(wait, undefined, { signal });
  }
}

/** What the SDK's operation asks for. None that is left to it brings headers of its own. */
export function requestOf(given: Given, operation: Operation): ConnectorRequest {
  const { httpMethod: method, requestBody } = operation;
  return { method, path: pathOf(given, operation), body: valueOf(given, requestBody?.parameterPath) };
}

function pathOf(given: Given, { path = '', urlParameters, queryParameters }: Operation): string {
  const named = parametersOf(given, urlParameters);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(named[name] ?? ''));
  const query = new URLSearchParams(parametersOf(given, queryParameters)).toString();
  return `${filled}${query === '' ? '' : `?${query}`}`;
}

/** What is given for parameters, by their names on the wire. */
function parametersOf(given: Given, parameters: readonly Parameter[] = []): Record<string, string> {
  return Object.fromEntries(
    parameters.flatMap(({ parameterPath, mapper }) => {
      const value = valueOf(given, parameterPath);
      const name = mapper.serializedName;
      if (name === undefined || (typeof value !== 'string' && typeof value !== 'number')) return [];
      return [[name, String(value)]];
    }),
  );
}

/** What is given under that name, or down that path of names. */
function valueOf(given: unknown, path: unknown): unknown {
  const names: unknown[] = Array.isArray(path) ? path : [path];
  return names.reduce<unknown>(
    (within, name) =>
      typeof within === 'object' && within !== null && typeof name === 'string'
        ? Reflect.get(within, name)
        : undefined,
    given,
  );
}

function resultOf(sent: OutboundAnswer | NoAnswerError): object {
  if (sent instanceof NoAnswerError) throw sent;
  const { status, ok, text = '' } = sent;
  if (!ok) throw new ConnectorRefusal(status);
  if (text === '') return {};
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? value : {};
}

/** The SDK's own policy: three retries after one, two and four seconds, half of each random. */
const mostRepeats = 3;
const firstPauseMs = 1000;
/** No answer, and a retry may succeed. */
const passing: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
]);

/** Milliseconds until it is sent again; undefined: it is not. */
function pauseMs(sent: OutboundAnswer | NoAnswerError, repeats: number, now: number): number | undefined {
  const full = firstPauseMs * 2 ** repeats;
  const pause = full / 2 + (Math.random() * full) / 2;
  if (sent instanceof NoAnswerError) return passing.has(codeOf(sent.cause)) ? pause : undefined;
  const { status, header } = sent;
  const asked = status === 429 || status === 503 ? retryAfterMs(header('retry-after'), now) : undefined;
  if (asked !== undefined) return asked;
  return status === 408 || (status >= 500 && status !== 501 && status !== 505) ? pause : undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
