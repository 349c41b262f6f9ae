/** From an HTTP request to a turn: authentication, the limit on concurrent turns, and deduplication. */

import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Guid } from '../presence/intent.ts';
import type { Aside } from './conversation.ts';
import { parseEnvelope, type Envelope } from './envelope.ts';
import { isLookup } from './invoke.ts';
import type { Log } from './log.ts';
import { isFromTenant } from './activity-context.ts';
import type { InFlight } from './sending.ts';
import { withTimeout } from '../timing/with-timeout.ts';

/** An HTTP answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Seconds after which it may be sent again. */
  readonly retryAfter?: number;
  /** To be called once the answer is sent: a follow-up must not overtake it. */
  readonly sent?: () => void;
}

/** Limits on what is received. */
export interface ReceiveLimits {
  /** Tenants whose people may use the bot; undefined: all, in local mode only. */
  readonly tenants: readonly Guid[] | undefined;
  /** Concurrent turns. */
  readonly maxTurns: number;
}

interface ReceiveParts extends ReceiveLimits {
  readonly authenticate: Authenticate;
  /** Runs one turn of the activity; it uses `aside` while it waits for the connector. */
  readonly run: (activity: Envelope, aside: Aside) => Promise<HttpAnswer>;
  readonly inFlight: InFlight;
  readonly log: Log;
  /** The locale of every client, whatever it says of itself. */
  readonly clientLocale?: string | undefined;
}

/** Handles one request. Its body is read once its token is known to be good. */
export type Receive = (readBody: () => Promise<unknown>, authorization: string) => Promise<HttpAnswer>;

/** Measured bytes of a cached answer with its key: an invoke's has a card in it, any other only a status. */
const bytesOf = { status: 1024, card: 16 * 1024 };

/** A message's HTTP answer is sent within that, even if the connector is slow to take the reply. */
const answerMs = 7500;

const malformed: HttpAnswer = { status: 400, body: { error: 'This is not a Teams activity.' } };
const unauthorized = { error: 'The token was not accepted.' };
const notAllowed = { error: 'This is not allowed.' };
const busy: HttpAnswer = { status: 503, retryAfter: 2, body: { error: 'Too much at once; try again.' } };

/**
 * Answers 401 or 403 to unauthenticated requests, 400 to malformed activities, 503 above `maxTurns`, else what the
 * turn gives. A repeated activity gets the answer of the first one for some minutes, unless that was to send it
 * again. Rejects if reading the body or the turn does.
 */
export function createReceive({
  authenticate,
  tenants,
  maxTurns,
  clientLocale,
  run,
  inFlight,
  log,
}: ReceiveParts): Receive {
  // An answer that asks for a retry is not cached.
  const once = createDedupe<HttpAnswer>(({ status }) => status < 500 && status !== 429);
  const turns = createTurnLimit(maxTurns);
  let lastRefusal: Promise<unknown> = Promise.resolve();

  /** One refusal for each turn of the event loop, so that a flood of bad tokens does not delay good activities. */
  const afterEarlierRefusals = (): Promise<unknown> => {
    lastRefusal = lastRefusal.then(() => setImmediate());
    return lastRefusal;
  };

  const refuse = async ({ status, reason }: Refused): Promise<HttpAnswer> => {
    await afterEarlierRefusals();
    log.warn({ reason }, 'refused');
    return { status, body: status === 401 ? unauthorized : notAllowed };
  };

  const turn = (activity: Envelope): Promise<HttpAnswer> => {
    const answered = turns.run((aside) => run(activity, aside));
    if (answered !== undefined) return answered;
    log.warn({ maxTurns }, 'too many turns at once');
    return Promise.resolve(busy);
  };

  /** Deduplicates after the token check, so that nobody unauthenticated can get or use up an answer. */
  const runOnce = (activity: Envelope): Promise<HttpAnswer> => {
    const { id, conversation, type } = activity;
    // Look-ups may run twice, and their answers are large.
    return id == null || (type === 'invoke' && isLookup(activity))
      ? turn(activity)
      : once(`${conversation.id}\n${id}`, type === 'invoke' ? bytesOf.card : bytesOf.status, () =>
          turn(activity),
        );
  };

  return async (readBody, authorization) => {
    const admitted = await authenticate(authorization);
    if (admitted.status !== 200) return refuse(admitted);
    const said = parseEnvelope(await readBody());
    if (said === undefined) return malformed;
    const activity = clientLocale === undefined ? said : { ...said, locale: clientLocale };
    const { serviceUrl } = admitted;
    // Replies go to that address with the bot's own token.
    if (serviceUrl !== undefined && activity.serviceUrl !== serviceUrl) return refuse(refused('service URL'));
    if (tenants !== undefined && !isFromTenant(activity, tenants)) return refuse(refused('tenant'));
    const answered = inFlight.track(runOnce(activity));
    if (activity.type !== 'message') return answered;
    // Teams resends a message whose HTTP answer is late. The answer is empty, so it is sent now, and the turn goes on.
    const inTime = await withTimeout(answerMs, answered);
    return inTime.late ? { status: 200 } : inTime.value;
  };
}

/** Limits concurrent turns; a turn that waits for the connector does not count. */
interface TurnLimit {
  /** Runs a turn; undefined if there are too many. */
  run<T>(turn: (aside: Aside) => Promise<T>): Promise<T> | undefined;
}

/** Creates the limit. */
export function createTurnLimit(most: number): TurnLimit {
  let atWork = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    atWork += 1;
    try {
      return await work();
    } finally {
      atWork -= 1;
    }
  };
  const aside: Aside = async (wait) => {
    atWork -= 1;
    try {
      return await wait();
    } finally {
      atWork += 1;
    }
  };
  return { run: (turn) => (atWork >= most ? undefined : counted(() => turn(aside))) };
}

/** Teams resends within seconds, so answers are kept for minutes only. */
const keptMs = 5 * 60_000;
/** In this process's memory. */
const mostBytes = 8 * 1024 * 1024;

/** Remembers results by key for some minutes. A task that rejects, or whose result is not final, is forgotten when it ends. */
function createDedupe<T>(isFinal: (result: T) => boolean) {
  const seen = new LRUCache<string, Promise<T>>({
    maxSize: mostBytes,
    ttl: keptMs,
    ttlAutopurge: true,
    // Otherwise a timer more for each millisecond in which it is asked.
    ttlResolution: 0,
  });
  /** The result under that key, of about that many bytes; `task` runs for a new key only. */
  return (key: string, bytes: number, task: () => Promise<T>): Promise<T> => {
    const known = seen.get(key);
    if (known !== undefined) return known;
    const run = task();
    const forget = () => {
      if (seen.get(key) === run) seen.delete(key);
    };
    seen.set(key, run, { size: bytes });
    run.then((result) => {
      if (!isFinal(result)) forget();
    }, forget);
    return run;
  };
}

/** A refusal. The reason is for the log; the sender only gets the status. */
export interface Refused {
  readonly status: 401 | 403;
  readonly reason:
    | 'no token'
    | 'no JSON Web Token'
    | 'algorithm'
    | 'issuer'
    | 'audience'
    | 'expired'
    | 'not yet valid'
    | 'unknown key'
    | 'signature'
    | 'endorsement'
    | 'service URL'
    | 'tenant';
}

/** The token is valid for activities of this service URL; undefined in local mode, which checks no tokens. */
interface Admitted {
  readonly status: 200;
  readonly serviceUrl: string | undefined;
}

export type Authenticate = (authorization: string) => Promise<Admitted | Refused>;

const forbidden: ReadonlySet<Refused['reason']> = new Set(['endorsement', 'service URL', 'tenant']);

/** 401 for an unauthenticated request, 403 for an authenticated one that is not allowed. */
export function refused(reason: Refused['reason']): Refused {
  return { status: forbidden.has(reason) ? 403 : 401, reason };
}
