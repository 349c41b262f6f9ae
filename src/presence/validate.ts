/** The validator: every request from every door passes here before anything reaches Graph. */

import { type Change, type ChangeStep, clearRequest, setMessageRequest, setPairRequest } from './change.ts';
import {
  isSameEnd,
  type Assumption,
  type End,
  type Guid,
  type Holding,
  type Instant,
  type Intent,
  type ShowingSession,
  type WantedPresence,
} from './intent.ts';
import { onceSeconds, pairOf, type Pair, type PairId, type PreferredId, type Slot } from './pairs.ts';
import { failed, passed, type Judged, type Problem } from './problem.ts';

export interface Policy {
  /** The bot's client id: the only presence session this application may open or clear. */
  readonly sessionId: Guid;
  /** Longest session if sessions are renewed; undefined: Graph's own expiration. */
  readonly maxSessionSeconds?: number;
}

/** Graph documents no limit of a status message; Teams' own box takes 280 characters. */
const maxMessageLength = 280;
const maxMessageSeconds = 366 * 86_400;
/** Tags would come back sanitised or, as `<pinnednote>`, pin the message: plain text only. */
const markup = /<[a-z!/]/i;

/**
 * Judges an intent at an instant.
 * Gives the exact Graph requests in order with what they promise, or the problem with what would be right.
 */
export function validate(intent: Intent, policy: Policy, now: Instant): Judged<Change> {
  const ground: Ground = { ...policy, now, userId: intent.who.userId };
  const planned = plan(intent.wanted, ground);
  if (!planned.ok) return planned;
  const { assumed } = planned.value;
  const steps = withShowing(planned.value.steps, intent.shownBy, ground);
  const isMore = steps.length > planned.value.steps.length;
  const [first, ...rest] = steps;
  if (first === undefined) return failed({ code: 'nothingToDo' });
  const otherEnds = otherEndsOf(intent, steps, ground);
  return passed({
    who: intent.who,
    door: intent.door,
    at: now,
    steps: [first, ...rest],
    assumed: [...intent.assumed, ...assumed],
    ...(otherEnds.length === 0 ? {} : { otherEnds }),
    ...(intent.chain === undefined ? {} : { chain: intent.chain }),
    ...(intent.wanted.kind === 'put' || isMore ? { leavesMeetings: true } : {}),
  });
}

/** The other possible ends that would be valid and differ from the chosen one. */
function otherEndsOf(
  { wanted, otherEnds = [] }: Intent,
  steps: readonly ChangeStep[],
  ground: Ground,
): readonly Instant[] {
  const taken = steps.flatMap(({ holding }) => holding?.endsAt ?? []);
  return [...new Set(otherEnds)].filter(
    (at) => !taken.some((end) => isSameEnd(end, at)) && plan(endingAt(wanted, at), ground).ok,
  );
}

/** The same request to that end. */
function endingAt(wanted: WantedPresence, at: Instant): WantedPresence {
  const end: End = { said: 'instant', at };
  switch (wanted.kind) {
    case 'prefer':
    case 'open':
    case 'message':
      return { ...wanted, end };
    case 'put':
      return { ...wanted, holdings: wanted.holdings.map((holding) => ({ ...holding, endsAt: at })) };
    case 'clear':
      return wanted;
  }
}

interface Ground extends Policy {
  readonly now: Instant;
  readonly userId: Guid;
}

interface PlannedChange {
  readonly steps: readonly ChangeStep[];
  readonly assumed: readonly Assumption[];
}

function plan(wanted: WantedPresence, ground: Ground): Judged<PlannedChange> {
  switch (wanted.kind) {
    case 'prefer':
      return planPair(wanted.status, wanted.end, wanted.message, ground);
    case 'open':
      return planPair(wanted.session, wanted.end, wanted.message, ground);
    case 'message':
      return planMessage(wanted.text, wanted.end, ground);
    case 'clear':
      return passed({ steps: [...new Set(wanted.slots)].map((slot) => clearing(slot, ground)), assumed: [] });
    case 'put':
      return planPut(wanted.holdings, wanted.emptied, ground);
  }
}

function planPair(id: PairId, end: End, message: string | undefined, ground: Ground): Judged<PlannedChange> {
  const pair = pairOf(id);
  const ends = endOf(lasting(pair, ground), end, ground.now);
  if (!ends.ok) return ends;
  const endsAt = ends.value;
  const text = message === undefined ? undefined : messageText(message);
  if (text?.ok === false) return text;
  return passed({
    steps: [
      settingPair(pair, endsAt, ground),
      ...(text === undefined ? [] : [settingMessage(text.value, endsAt, ground)]),
    ],
    assumed: end.said === 'nothing' ? [{ code: 'defaultEnd' }] : [],
  });
}

function planMessage(message: string, end: End, ground: Ground): Judged<PlannedChange> {
  const text = messageText(message);
  if (!text.ok) return text;
  const endsAt = messageEnd(end, ground.now);
  if (!endsAt.ok) return endsAt;
  return passed({
    steps: [settingMessage(text.value, endsAt.value, ground)],
    assumed: end.said === 'nothing' ? [{ code: 'noEnd' }] : [],
  });
}

/** Clearings come first, so that a failure in the middle never leaves both the old and the new. */
function planPut(
  holdings: readonly Holding[],
  emptied: readonly Slot[],
  ground: Ground,
): Judged<PlannedChange> {
  const steps = [...new Set(emptied)].map((slot) => clearing(slot, ground));
  for (const holding of holdings) {
    const end: End =
      holding.endsAt === undefined ? { said: 'nothing' } : { said: 'instant', at: holding.endsAt };
    const planned =
      holding.slot === 'message'
        ? planMessage(holding.text, end, ground)
        : planPair(holding.pair, end, undefined, ground);
    if (!planned.ok) return planned;
    const { shows } = holding.slot === 'session' ? holding : {};
    steps.push(...planned.value.steps.map((step) => (shows === undefined ? step : showing(step, shows))));
  }
  return passed({ steps, assumed: [] });
}

/** The same step, of a session that is there only so that this status shows. */
function showing(step: ChangeStep, shows: PreferredId): ChangeStep {
  return step.holding?.slot === 'session' ? { ...step, holding: { ...step.holding, shows } } : step;
}

/**
 * A session that lets a status show goes with it: it gets the same end, or is cleared before another status takes its
 * place, so that nobody is shown as available who is not there.
 */
function withShowing(
  steps: readonly ChangeStep[],
  session: ShowingSession | undefined,
  ground: Ground,
): readonly ChangeStep[] {
  const status = steps.find(({ slot }) => slot === 'preferred');
  if (session === undefined || status === undefined || steps.some(({ slot }) => slot === 'session'))
    return steps;
  const { holding } = status;
  const latest = ground.now + lasting(pairOf(session.pair), ground).maxSeconds * 1000;
  const endsAt = Math.min(holding?.endsAt ?? ground.now, latest);
  const kept = planPut([{ ...session, endsAt }], [], ground);
  return kept.ok && holding?.slot === 'preferred' && holding.pair === session.shows
    ? [...steps, ...kept.value.steps]
    : [clearing('session', ground), ...steps];
}

/** The pair with the bounds of what can be promised: a renewed session outlives one expiration. */
function lasting(pair: Pair, { maxSessionSeconds }: Policy): Pair {
  return pair.slot === 'session' && maxSessionSeconds !== undefined
    ? { ...pair, maxSeconds: maxSessionSeconds }
    : pair;
}

/** Where a pair ends, in whole seconds after now and inside the pair's bounds. */
function endOf(pair: Pair, end: End, now: Instant): Judged<Instant> {
  const seconds = end.said === 'nothing' ? pair.defaultSeconds : secondsUntil(end, now);
  if (end.said === 'instant' && !(seconds > 0)) return failed({ code: 'endPassed' });
  if (!(seconds >= pair.minSeconds && seconds <= pair.maxSeconds)) {
    return failed({ code: 'outOfBounds', pair, seconds });
  }
  return passed(now + seconds * 1000);
}

function messageEnd(end: End, now: Instant): Judged<Instant | undefined> {
  if (end.said === 'nothing') return passed(undefined);
  const seconds = secondsUntil(end, now);
  if (!(seconds > 0)) return failed({ code: 'endPassed' });
  if (seconds > maxMessageSeconds) return failed({ code: 'messageTooFar', maxSeconds: maxMessageSeconds });
  return passed(now + seconds * 1000);
}

/** Whole seconds, as Graph takes them; rounded up, so that "until 3 PM" never ends at 2:59:59. */
function secondsUntil(end: Exclude<End, { said: 'nothing' }>, now: Instant): number {
  return Math.ceil(end.said === 'duration' ? end.seconds : (end.at - now) / 1000);
}

function messageText(message: string): Judged<string> {
  const text = message.trim();
  const problem = messageProblem(text);
  return problem === undefined ? passed(text) : failed(problem);
}

function messageProblem(text: string): Problem | undefined {
  if (text === '') return { code: 'messageEmpty' };
  if (text.length > maxMessageLength) {
    return { code: 'messageTooLong', length: text.length, max: maxMessageLength };
  }
  return markup.test(text) ? { code: 'messageMarkup' } : undefined;
}

function settingPair(pair: Pair, endsAt: Instant, ground: Ground): ChangeStep {
  const seconds = Math.round((endsAt - ground.now) / 1000);
  const request = setPairRequest(ground, pair, Math.min(seconds, pair.maxSeconds));
  if (pair.slot === 'preferred')
    return { slot: 'preferred', holding: { slot: 'preferred', pair: pair.id, endsAt }, request };
  return {
    slot: 'session',
    holding: { slot: 'session', pair: pair.id, endsAt },
    ...(ground.maxSessionSeconds !== undefined && seconds > onceSeconds(pair) ? { renewed: true } : {}),
    request,
  };
}

function settingMessage(text: string, endsAt: Instant | undefined, { userId }: Ground): ChangeStep {
  return {
    slot: 'message',
    holding: { slot: 'message', text, ...(endsAt === undefined ? {} : { endsAt }) },
    request: setMessageRequest(userId, text, endsAt),
  };
}

function clearing(slot: Slot, ground: Ground): ChangeStep {
  return { slot, holding: undefined, request: clearRequest(ground, slot) };
}
