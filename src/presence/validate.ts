/** The validator: every request from every door passes here before anything reaches Graph. */

import {
  type Change,
  type ChangeStep,
  clearRequest,
  setLocationRequest,
  setMessageRequest,
  setPairRequest,
} from './change.ts';
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
import { endOf, lasting } from './judge-end.ts';
import { messageEnd, messageText } from './judge-message.ts';
import { failed, passed, type Judged } from './problem.ts';
import type { WorkPlace } from './work-location.ts';

export interface Policy {
  /** The bot's client id: the only presence session this application may open or clear. */
  readonly sessionId: Guid;
  /** Longest session if sessions are renewed; undefined: Graph's own expiration. */
  readonly maxSessionSeconds?: number;
  /** Whether Graph is called as the person: nobody else may set where they work. */
  readonly setsLocation?: boolean;
}

/** The longest day: the clocks may go back in it. */
const longestDaySeconds = 26 * 3600;

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
    case 'locate':
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
    case 'locate':
      return planLocation(wanted.place, wanted.until, ground);
    case 'clear':
      return planPut([], wanted.slots, ground);
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
  if (emptied.includes('location') && ground.setsLocation !== true)
    return failed({ code: 'locationNotHere' });
  const steps = [...new Set(emptied)].map((slot) => clearing(slot, ground));
  for (const holding of holdings) {
    const end: End =
      holding.endsAt === undefined ? { said: 'nothing' } : { said: 'instant', at: holding.endsAt };
    const planned = planHolding(holding, end, ground);
    if (!planned.ok) return planned;
    const { shows } = holding.slot === 'session' ? holding : {};
    steps.push(...planned.value.steps.map((step) => (shows === undefined ? step : showing(step, shows))));
  }
  return passed({ steps, assumed: [] });
}

function planHolding(holding: Holding, end: End, ground: Ground): Judged<PlannedChange> {
  switch (holding.slot) {
    case 'message':
      return planMessage(holding.text, end, ground);
    case 'location':
      return planLocation(holding.place, holding.endsAt, ground);
    case 'preferred':
    case 'session':
      return planPair(holding.pair, end, undefined, ground);
  }
}

/** Teams keeps it for the day, so that nothing else can be promised. */
function planLocation(place: WorkPlace, endsAt: Instant, ground: Ground): Judged<PlannedChange> {
  if (ground.setsLocation !== true) return failed({ code: 'locationNotHere' });
  const seconds = (endsAt - ground.now) / 1000;
  if (!(seconds > 0)) return failed({ code: 'endPassed' });
  if (seconds > longestDaySeconds) return failed({ code: 'locationOtherDay' });
  const holding = { slot: 'location', place, endsAt } as const;
  return passed({
    steps: [{ slot: 'location', holding, request: setLocationRequest(ground.userId, place) }],
    assumed: [],
  });
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
