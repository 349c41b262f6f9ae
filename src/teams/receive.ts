/** From a request to a turn: who may come in, how many at once, and each activity only once. */

import { setImmediate } from 'node:timers/promises';
import type { Guid } from '../presence/intent.ts';
import { parseEnvelope, type Envelope } from './envelope.ts';
import { isLookup } from './invoke.ts';
import type { Log } from './log.ts';
import { createDedupe } from './dedupe.ts';
import { isFromTenant } from './tenant.ts';
import { refused, type Authenticate, type Refused } from './authenticate.ts';
import { createTurns, type Aside } from './turns.ts';
import type { InFlight } from './in-flight.ts';
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

interface WayInParts extends Gate {
  readonly admit: Authenticate;
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
const forbidden = { error: 'This is not allowed.' };
const busy: Answered = { status: 503, retryAfter: 2, body: { error: 'Too much at once; try again.' } };

/**
 * Receives: 401 and 403 for whoever is not let in, 400 for what is no activity, 503 above `maxTurns`, else what the
 * turn gives. An activity that comes again within minutes gets the answer of its first time, unless that was to send it
 * again. Rejects where reading the body or the turn does.
 */
export function createReceive({ admit, tenants, maxTurns, run, inFlight, log }: WayInParts): Receive {
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
    return { status, body: status === 401 ? unauthorized : forbidden };
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
    const admitted = await admit(authorization);
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
