/** A Bot Connector that only listens: what a bot sends is kept, in order, for a test to look at. */

import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { AVERY, BRUNO, CHIARA, TENANT_ID } from './activities.ts';
import type { Activity, Person } from './activities.ts';

// Kept from the start: a test that mocks the timers does not stop the connector's own.
const { setTimeout: schedule, clearTimeout: cancel } = globalThis;

/** What a request asks for; `other` is answered 404: an unknown route, or a member who is not there. */
type Operation =
  | 'send'
  | 'reply'
  | 'update'
  | 'delete'
  | 'members'
  | 'member'
  | 'pagedMembers'
  | 'participant'
  | 'create'
  | 'other';

export interface Received {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  /** Decoded; for `create` the id that was given to the new conversation, for `participant` the meeting's, for `other` empty. */
  readonly conversation: string;
  /** The activity replied to, updated or deleted, or the member asked for. */
  readonly target?: string;
  /** The body, or `{}` where there was none; for `create` the whole body. */
  readonly activity: Activity;
  /** Milliseconds since the connector started, untouched by a mocked clock. */
  readonly at: number;
  /** The id that a sent message was given. */
  readonly id: string;
  /** Sent, or put in place of what was sent, to one member alone. */
  readonly targeted: boolean;
  /** Whether the Authorization header was there; nothing checks it. */
  readonly authorized: boolean;
  /** The HTTP status that it was, or will be, answered with. */
  readonly status: number;
  /** The error's code, where it is the connector's own. */
  readonly code?: string;
}

/** What the next requests are refused with. */
interface Failure {
  readonly status: number;
  /** How many requests; 1 by default. */
  readonly times?: number;
  /** Which requests; any by default. */
  readonly match?: (received: Received) => boolean;
  /** Seconds, for the header Retry-After. */
  readonly retryAfter?: number;
}

export interface Connector {
  /** The serviceUrl for activities, with a slash at its end. */
  readonly url: string;
  /** Every request since the start or the last `clear`, refused ones too; grows while it is read. */
  readonly received: readonly Received[];
  /** The messages that were accepted (not typing, not updates), of one conversation or of all. */
  replies(conversation?: string): readonly Activity[];
  /**
   * Resolves with all replies as soon as there are at least `n` since the last `clear`; after `timeoutMs` (30,000
   * by default) rejects with an error that lists what came instead.
   */
  waitForReplies(
    n: number,
    options?: { conversation?: string; timeoutMs?: number },
  ): Promise<readonly Activity[]>;
  /** Forgets what was received, and the failures and delays still to come. */
  clear(): void;
  /** From now on these are in that conversation or team, whoever is in the others; pages of them have 500 at most. */
  setMembers(conversation: string, members: readonly Person[]): void;
  /** Whether those people, by object id, are in that meeting, or something that nobody can read; nobody else is a participant of it. */
  setParticipants(meetingId: string, inMeeting: InMeeting): void;
  /** Several calls queue up: each request meets the first failure that matches it. */
  failNext(failure: Failure): void;
  /** The next request, or the next `times`, is answered this much later; it counts as received at once. */
  delayNext(ms: number, times?: number): void;
  /** Drops open sockets, and rejects those who still wait. */
  close(): Promise<void>;
}

type InMeeting = Readonly<Record<string, boolean | 'unclear'>>;

interface ConnectorOptions {
  /** Who is in every conversation that `setMembers` names no others for. */
  readonly members?: readonly Person[];
}

interface Waiter {
  readonly check: () => void;
  readonly fail: (reason: string) => void;
}

/** Starts a connector on a free port of 127.0.0.1. It takes any path before `/v3`, as Teams' own serviceUrls have. */
export async function startConnector(options: ConnectorOptions = {}): Promise<Connector> {
  const { members = [AVERY, BRUNO, CHIARA] } = options;
  const received: Received[] = [];
  const all: Activity[] = [];
  const byConversation = new Map<string, Activity[]>();
  const rosters = new Map<string, readonly Person[]>();
  const membersOf = (conversation: string) => rosters.get(conversation) ?? members;
  const meetings = new Map<string, InMeeting>();
  const waitersForAll = new Set<Waiter>();
  const waitersByConversation = new Map<string, Set<Waiter>>();
  const timers = new Set<NodeJS.Timeout>();
  const publicIds = new Set<string>();
  let failures: { failure: Failure; left: number }[] = [];
  let delays: number[] = [];
  let lastId = 1_773_133_200_000;
  const started = performance.now();

  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    take(request, response).catch((error: unknown) => {
      // The bot hung up while it was still sending: nobody is left to answer.
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  // A bot keeps its sockets for the whole test; Node's five seconds would reset them under it.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1', resolve);
  });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const method = request.method ?? '';
    const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://connector');
    const route = meetingRouteOf(method, path, meetings) ?? routeOf(method, path, membersOf);
    lastId += 1;
    const targeted = searchParams.get('isTargetedActivity') === 'true';
    const refused = targeted
      ? refusalOf(route, body ?? {}, membersOf(route.conversation), publicIds)
      : undefined;
    const arrived: Received = {
      ...route,
      conversation: route.operation === 'create' ? `a:1-created-${lastId}` : route.conversation,
      id: String(lastId),
      method,
      path,
      activity: body ?? {},
      at: performance.now() - started,
      targeted,
      authorized: request.headers.authorization !== undefined,
      ...(refused ?? { status: body === undefined ? 400 : SUCCESS[route.operation] }),
    };
    const failure = nextFailure(arrived);
    const entry = failure === undefined ? arrived : { ...arrived, status: failure.status };
    received.push(entry);
    if (entry.status < 300) keepReply(entry);
    if (entry.status < 300 && !targeted) publicIds.add(entry.id);
    const delay = delays.shift() ?? 0;
    const people = membersOf(entry.conversation);
    const answer = () => {
      const success =
        entry.operation === 'participant'
          ? participantOf(entry, meetings, searchParams)
          : answerTo(entry, String(lastId), people, searchParams);
      respond(response, entry, success, failure);
    };
    if (delay === 0) answer();
    else after(delay, answer);
  }

  function nextFailure(arrived: Received): Failure | undefined {
    const found = failures.find(({ failure }) => failure.match?.(arrived) ?? true);
    if (found === undefined) return undefined;
    found.left -= 1;
    failures = failures.filter(({ left }) => left > 0);
    return found.failure;
  }

  function keepReply({ operation, activity, conversation }: Received): void {
    const reply = operation === 'create' ? activity['activity'] : activity;
    if (operation !== 'send' && operation !== 'reply' && operation !== 'create') return;
    if (!isObject(reply) || reply['type'] !== 'message') return;
    all.push(reply);
    const own = byConversation.get(conversation);
    if (own === undefined) byConversation.set(conversation, [reply]);
    else own.push(reply);
    for (const waiter of waitersForAll) waiter.check();
    for (const waiter of waitersByConversation.get(conversation) ?? []) waiter.check();
  }

  function after(ms: number, run: () => void): NodeJS.Timeout {
    const timer = schedule(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  }

  function replies(conversation?: string): readonly Activity[] {
    return [...(conversation === undefined ? all : (byConversation.get(conversation) ?? []))];
  }

  function countReplies(conversation?: string): number {
    return conversation === undefined ? all.length : (byConversation.get(conversation)?.length ?? 0);
  }

  function waitersFor(conversation?: string): Set<Waiter> {
    if (conversation === undefined) return waitersForAll;
    const own = waitersByConversation.get(conversation) ?? new Set<Waiter>();
    waitersByConversation.set(conversation, own);
    return own;
  }

  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    replies,
    waitForReplies(n, { conversation, timeoutMs = 30_000 } = {}) {
      return new Promise((resolve, reject) => {
        const waiters = waitersFor(conversation);
        const leave = () => {
          waiters.delete(waiter);
          if (waiters.size === 0 && conversation !== undefined) waitersByConversation.delete(conversation);
          cancel(timer);
          timers.delete(timer);
        };
        const waiter: Waiter = {
          check() {
            if (countReplies(conversation) < n) return;
            leave();
            resolve(replies(conversation));
          },
          fail(reason) {
            leave();
            const where = conversation === undefined ? '' : ` in ${conversation}`;
            const got = `got ${countReplies(conversation)}`;
            reject(
              new Error(`expected ${n} replies${where}, ${got} ${reason}. Received: ${listOf(received)}`),
            );
          },
        };
        const timer = after(timeoutMs, () => {
          waiter.fail(`within ${timeoutMs} ms`);
        });
        waiters.add(waiter);
        waiter.check();
      });
    },
    clear() {
      received.length = 0;
      all.length = 0;
      byConversation.clear();
      failures = [];
      delays = [];
    },
    setMembers(conversation, people) {
      rosters.set(conversation, people);
    },
    setParticipants(meetingId, inMeeting) {
      meetings.set(meetingId, inMeeting);
    },
    failNext(failure) {
      failures.push({ failure, left: failure.times ?? 1 });
    },
    delayNext(ms, times = 1) {
      delays.push(...Array.from({ length: times }, () => ms));
    },
    async close() {
      for (const waiter of [
        ...waitersForAll,
        ...[...waitersByConversation.values()].flatMap((set) => [...set]),
      ]) {
        waiter.fail('before the connector closed');
      }
      for (const timer of timers) cancel(timer);
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      // Who has gone while their answer was delayed is no connection any more, and would be waited for.
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** The statuses of the Connector's own reference. */
const SUCCESS: Readonly<Record<Operation, number>> = {
  send: 201,
  reply: 201,
  create: 201,
  update: 200,
  delete: 200,
  members: 200,
  member: 200,
  pagedMembers: 200,
  participant: 200,
  other: 404,
};

type Route = Pick<Received, 'operation' | 'conversation' | 'target'>;

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
function routeOf(
  method: string,
  path: string,
  membersOf: (conversation: string) => readonly Person[],
): Route {
  const other: Route = { operation: 'other', conversation: '' };
  const parts = /\/v3\/conversations(?:\/(.*))?$/.exec(path);
  if (parts === null) return other;
  const segments = (parts[1] ?? '').split('/').filter((segment) => segment !== '');
  const [conversation, collection, target] = segments.map(decoded);
  if (conversation === undefined)
    return method === 'POST' ? { operation: 'create', conversation: '' } : other;
  if (segments.length > 3) return other;
  const named = `${method} ${collection ?? ''}${target === undefined ? '' : ' one'}`;
  const operation = OPERATIONS.get(named);
  if (operation === undefined) return other;
  if (operation === 'member' && !membersOf(conversation).some((member) => isCalled(member, target))) {
    return other;
  }
  return target === undefined ? { operation, conversation } : { operation, conversation, target };
}

/**
 * What is wrong with a message to one member alone.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/targeted-messages
 */
function refusalOf(
  { operation, conversation, target = '' }: Route,
  { recipient }: Activity,
  members: readonly Person[],
  publicIds: ReadonlySet<string>,
): Pick<Received, 'status' | 'code'> | undefined {
  if (!conversation.startsWith('19:')) return { status: 400, code: 'BadSyntax' };
  if (operation === 'update' || operation === 'delete') {
    if (recipient !== undefined) return { status: 400, code: 'BadSyntax' };
    return publicIds.has(target) ? { status: 404, code: 'TARGETED_MESSAGE_EXPIRED_OR_DELETED' } : undefined;
  }
  const id = isObject(recipient) ? recipient['id'] : undefined;
  if (typeof id !== 'string') return { status: 400, code: 'BadSyntax' };
  return members.some((member) => isCalled(member, id))
    ? undefined
    : { status: 403, code: 'BotNotInConversationRoster' };
}

type Meetings = ReadonlyMap<string, InMeeting>;

/** https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis#get-participant-api */
function meetingRouteOf(method: string, path: string, meetings: Meetings): Route | undefined {
  const parts = /\/v1\/meetings\/([^/]+)\/participants\/([^/]+)$/.exec(path);
  const [conversation = '', target = ''] = (parts ?? []).slice(1).map(decoded);
  const isThere = method === 'GET' && meetings.get(conversation)?.[target] !== undefined;
  return isThere ? { operation: 'participant', conversation, target } : undefined;
}

function participantOf({ conversation, target = '' }: Received, meetings: Meetings, query: URLSearchParams) {
  const inMeeting = meetings.get(conversation)?.[target];
  return {
    user: { id: `29:${target}`, aadObjectId: target, tenantId: query.get('tenantId') },
    meeting: { role: 'Presenter', inMeeting },
    conversation: { id: '19:meeting@thread.v2', isGroup: true },
  };
}

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['POST activities', 'send'],
  ['POST activities one', 'reply'],
  ['PUT activities one', 'update'],
  ['DELETE activities one', 'delete'],
  ['GET members', 'members'],
  ['GET members one', 'member'],
  ['GET pagedmembers', 'pagedMembers'],
]);

function answerTo(entry: Received, id: string, members: readonly Person[], query: URLSearchParams): unknown {
  const people = members.map((member) => ({
    ...member,
    // The Connector says objectId and aadObjectId; the SDK reads either, by call.
    ...(member.aadObjectId !== undefined && { objectId: member.aadObjectId }),
    tenantId: TENANT_ID,
    userRole: member.aadObjectId === undefined ? 'guest' : 'user',
  }));
  switch (entry.operation) {
    case 'send':
    case 'reply':
      return { id };
    case 'update':
      return { id: entry.target };
    case 'create':
      return { id: entry.conversation, activityId: id };
    case 'members':
      return people;
    case 'member':
      return people.find((member) => isCalled(member, entry.target));
    case 'pagedMembers':
      return pageOf(people, query);
    case 'delete':
    case 'participant':
    case 'other':
      return {};
  }
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const mostOnPage = 500;

function pageOf(people: readonly object[], query: URLSearchParams): object {
  const from = Number(query.get('continuationToken') ?? 0);
  const to = from + Math.min(Number(query.get('pageSize') ?? mostOnPage), mostOnPage);
  return {
    members: people.slice(from, to),
    ...(to < people.length && { continuationToken: String(to) }),
  };
}

/** The Connector finds a member by either id. */
function isCalled({ id, aadObjectId }: Person, target: string | undefined): boolean {
  return target !== undefined && (id === target || aadObjectId === target);
}

function respond(response: ServerResponse, entry: Received, success: unknown, failure?: Failure): void {
  const failed = {
    error: { code: entry.code ?? `Fake${entry.status}`, message: `The fake connector says ${entry.status}.` },
  };
  const text = JSON.stringify(entry.status < 300 ? success : failed);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (failure?.retryAfter !== undefined) headers['retry-after'] = String(failure.retryAfter);
  // In one process with restify, writeHead gives nothing back: restify replaces it for every server.
  response.writeHead(entry.status, headers);
  response.end(text);
}

/** The body as an object, `{}` if it is empty, undefined if it is not an object in JSON. */
async function read(request: IncomingMessage): Promise<Activity | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  if (chunks.length === 0) return {};
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return isObject(body) ? body : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A segment that is no percent-encoding stays as it came: a test then sees what the bot did. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

function listOf(received: readonly Received[]): string {
  if (received.length === 0) return 'nothing';
  const shown = received.slice(-20).map((entry) => {
    const { type, text } = entry.activity;
    const what = [type, text].filter((word) => typeof word === 'string').join(' ');
    return `\n  ${entry.status} ${entry.operation} ${entry.conversation} ${what.slice(0, 200)}`;
  });
  const hidden = received.length - shown.length;
  return `${hidden > 0 ? `${hidden} more, then` : ''}${shown.join('')}`;
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new TypeError('the connector has no port');
  return address;
}

function isObject(value: unknown): value is Activity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
