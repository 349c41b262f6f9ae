/** From a request to a turn: who may come in, how many at once, and each activity only once. */

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
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
  /** Seconds after which it may be sent again. */
  readonly retryAfter?: number;
  /** To be called once the answer is sent: what changes a message must not overtake it. */
  readonly sent?: () => void;
}

/** What decides over who comes in. */
export interface Gate {
  /** Whose people may speak to the bot; undefined: anybody's, which only local mode may want. */
  readonly tenants: readonly Guid[] | undefined;
  /** So many turns at work at once. */
  readonly maxTurns: number;
}

interface ReceiveParts extends Gate {
  readonly authenticate: Authenticate;
  /** Runs one turn of that activity, which waits aside until what it says is taken. */
  readonly run: (activity: Envelope, aside: Aside) => Promise<Answered>;
  readonly inFlight: InFlight;
  readonly log: Log;
}

/** Handles one request. Its body is read once its token is known to be good. */
export type Receive = (readBody: () => Promise<unknown>, authorization: string) => Promise<Answered>;

/** What a remembered answer takes with its key, as measured: an invoke's has a card in it, any other its status alone. */
const bytesOf = { status: 1024, card: 16 * 1024 };

/** A message is answered over HTTP within that, even if the reply itself is slow to be taken. */
const answerMs = 7500;

const malformed: Answered = { status: 400, body: { error: 'This is not a Teams activity.' } };
const unauthorized = { error: 'The token was not accepted.' };
const notAllowed = { error: 'This is not allowed.' };
const busy: Answered = { status: 503, retryAfter: 2, body: { error: 'Too much at once; try again.' } };

/**
 * Receives: 401 and 403 for whoever is not let in, 400 for what is no activity, 503 above `maxTurns`, else what the
 * turn gives. An activity that comes again within minutes gets the answer of its first time, unless that was to send it
 * again. Rejects where reading the body or the turn does.
 */
export function createReceive({
  authenticate,
  tenants,
  maxTurns,
  run,
  inFlight,
  log,
}: ReceiveParts): Receive {
  // Who was told to send it again is taken at their word.
  const once = createDedupe<Answered>(({ status }) => status < 500 && status !== 429);
  const turns = createTurns(maxTurns);
  let lastRefusal: Promise<unknown> = Promise.resolve();

  /** One for each turn of the event loop: a good activity waits for one refusal, not for all that came at once. */
  const inTheirTurn = (): Promise<unknown> => {
    lastRefusal = lastRefusal.then(() => setImmediate());
    return lastRefusal;
  };

  const turnedAway = async ({ status, reason }: Refused): Promise<Answered> => {
    await inTheirTurn();
    log.warn({ reason }, 'refused');
    return { status, body: status === 401 ? unauthorized : notAllowed };
  };

  const turn = (activity: Envelope): Promise<Answered> => {
    const answered = turns.run((aside) => run(activity, aside));
    if (answered !== undefined) return answered;
    log.warn({ maxTurns }, 'too many turns at once');
    return Promise.resolve(busy);
  };

  /** After the token, so that nobody unknown can learn or spend the answer to somebody's activity. */
  const turnOnce = (activity: Envelope): Promise<Answered> => {
    const { id, conversation, type } = activity;
    // What only reads may run twice, and its answers are large.
    return id == null || (type === 'invoke' && isLookup(activity))
      ? turn(activity)
      : once(`${conversation.id}\n${id}`, type === 'invoke' ? bytesOf.card : bytesOf.status, () =>
          turn(activity),
        );
  };

  return async (readBody, authorization) => {
    const admitted = await authenticate(authorization);
    if (admitted.status !== 200) return turnedAway(admitted);
    const activity = parseEnvelope(await readBody());
    if (activity === undefined) return malformed;
    const { serviceUrl } = admitted;
    // A reply goes to that address with the bot's own token.
    if (serviceUrl !== undefined && activity.serviceUrl !== serviceUrl)
      return turnedAway(refused('service URL'));
    if (tenants !== undefined && !isFromTenant(activity, tenants)) return turnedAway(refused('tenant'));
    const answered = inFlight.track(turnOnce(activity));
    if (activity.type !== 'message') return answered;
    // Teams sends a message again when its answer is late, and the answer says nothing: the turn itself goes on.
    const inTime = await withTimeout(answerMs, answered);
    return inTime.late ? { status: 200 } : inTime.value;
  };
}

/** How many turns are at work: one that only waits until its reply is taken is not. */
interface Turns {
  /** Runs a turn; undefined: too many are at work. */
  run<T>(turn: (aside: Aside) => Promise<T>): Promise<T> | undefined;
}

/** None at work at first. */
export function createTurns(most: number): Turns {
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

/** Teams sends again within seconds; what was answered need not be kept for longer than that may take. */
const keptMs = 5 * 60_000;
/** In this process's memory. */
const mostBytes = 16 * 1024 * 1024;

/**
 * The newest keys are remembered for some minutes; those whose task rejected, or gave what is not final, only until
 * then.
 */
function createDedupe<T>(isFinal: (result: T) => boolean) {
  const seen = new LRUCache<string, Promise<T>>({ maxSize: mostBytes, ttl: keptMs, ttlAutopurge: true });
  /** The result of the run under that key, which takes about that many bytes; `task` is called for a new key alone. */
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

/** Why not, for the log; the sender learns the status alone. */
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

/** The token is good for an activity of this service URL; undefined where tokens are not checked: in local mode. */
interface Admitted {
  readonly status: 200;
  readonly serviceUrl: string | undefined;
}

export type Authenticate = (authorization: string) => Promise<Admitted | Refused>;

const forbidden: ReadonlySet<Refused['reason']> = new Set(['endorsement', 'service URL', 'tenant']);

/** Who is unknown gets 401; who is known and not allowed to gets 403. */
export function refused(reason: Refused['reason']): Refused {
  return { status: forbidden.has(reason) ? 403 : 401, reason };
}
