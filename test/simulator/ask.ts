import { after } from 'node:test';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../src/simulator/index.ts';

/** The instant at which every simulated clock of these tests stands: 2026-01-05T09:00:00Z, in epoch ms. */
export const nine = Date.UTC(2026, 0, 5, 9);

export const appId = 'aaaaaaaa-0000-4000-8000-000000000001';
export const otherAppId = 'aaaaaaaa-0000-4000-8000-000000000002';
export const ann = '11111111-1111-4111-8111-111111111111';
export const bob = '22222222-2222-4222-8222-222222222222';

const scopes = ['Presence.ReadWrite', 'Presence.Read.All'];

/** Tokens by what they may do. */
export const tokens = {
  app: { kind: 'application', appId },
  'other-app': { kind: 'application', appId: otherAppId },
  'reading-app': { kind: 'application', appId, roles: ['Presence.Read.All'] },
  ann: { kind: 'delegated', appId, userId: ann, scopes },
  'ann-read': { kind: 'delegated', appId, userId: ann, scopes: ['Presence.Read'] },
  'ann-write': { kind: 'delegated', appId, userId: ann, scopes: ['Presence.ReadWrite'] },
} as const;

export type TokenName = keyof typeof tokens;

/** Starts a simulator whose clock stands still, and closes it after the surrounding tests. */
export async function simulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const started = await startSimulator({ now: () => nine, tokens, ...options });
  after(() => started.close());
  return started;
}

export interface Asked {
  /** JSON, or a string that is sent as it is. */
  readonly body?: unknown;
  readonly token?: TokenName | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when it is empty. */
  readonly json: unknown;
}

/** Asks the simulator over HTTP; with a body it is a POST of JSON. `path` begins after the version. */
export function ask(to: Simulator, path: string, asked: Asked = {}): Promise<Answered> {
  return send(to, asked.body === undefined ? 'GET' : 'POST', `/v1.0${path}`, asked);
}

/** Sends any method to any path. */
export async function send(
  to: Simulator,
  method: string,
  path: string,
  { body, token = 'app', headers = {} }: Asked = {},
): Promise<Answered> {
  const response = await fetch(`${to.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const json: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, json };
}

/** The value at a path of keys inside JSON; undefined where there is none. */
export function at(json: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
}

/** What colleagues see of a user, as `Availability/Activity`. */
export async function seen(to: Simulator, user: string): Promise<string> {
  const { json } = await ask(to, `/users/${user}/presence`);
  return `${String(at(json, 'availability'))}/${String(at(json, 'activity'))}`;
}

/** Path of an action on Ann. */
export function annAction(action: string): string {
  return `/users/${ann}/presence/${action}`;
}

/** A body for setPresence. */
export function session(
  availability: string,
  activity: string,
  expirationDuration?: string,
): Readonly<Record<string, string>> {
  const body = { sessionId: appId, availability, activity };
  return expirationDuration === undefined ? body : { ...body, expirationDuration };
}

/** A body for setUserPreferredPresence. */
export function preferred(
  availability: string,
  activity: string,
  expirationDuration?: string,
): Readonly<Record<string, string>> {
  const body = { availability, activity };
  return expirationDuration === undefined ? body : { ...body, expirationDuration };
}

/** A body for setStatusMessage. */
export function message(content: string, expiryDateTime?: unknown): unknown {
  return {
    statusMessage: {
      message: { content, contentType: 'text' },
      ...(expiryDateTime === undefined ? {} : { expiryDateTime }),
    },
  };
}
