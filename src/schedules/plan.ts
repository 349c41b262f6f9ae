/** What is to be done about somebody's schedules that are due. Pure. */

import { isSameEnd, type ChainId, type Instant } from '../presence/intent.ts';
import { pairOf, type PairId } from '../presence/pairs.ts';
import { inForce, type PersonState } from '../presence/person-state.ts';
import { untilResumed, type ScheduleRule, type ScheduleTiming } from '../presence/schedule.ts';
import type { KeptSchedule } from '../store/schedule-rows.ts';
import { localDate, occurrencesFrom, type Timed } from './occurrences.ts';

/** An occurrence that is due. */
export interface DueSchedule {
  readonly schedule: KeptSchedule;
  readonly next: NonNullable<KeptSchedule['next']>;
  /** The chain that it is a step of, or that begins with it. */
  readonly chain?: ChainId;
}

export type ScheduleStep =
  | ({ readonly kind: 'start' } & DueSchedule)
  /** Something stands in its way until then; what is left after that is set, unless that is too little. */
  | ({
      readonly kind: 'wait' | 'giveUp';
      readonly because: 'choice' | 'stronger';
      readonly until: Instant;
    } & DueSchedule)
  /** What it comes after in its chain was made to last until then. */
  | ({ readonly kind: 'follow'; readonly until: Instant } & DueSchedule)
  /** It is over, or too little of it is left; or its chain is. */
  | ({ readonly kind: 'miss' } & DueSchedule);

/** Less than that is not worth a start that is late. */
export const leastMs = 5 * 60_000;
/** A start by so much later is no late one. */
const lateMs = 60_000;

/** The stronger status goes first; sessions contend by their claims. */
const strength: readonly PairId[] = ['doNotDisturb', 'busy', 'beRightBack', 'away', 'offline', 'available'];

/** Negative where the first of two goes before the second. */
function compareStatuses(one: PairId, other: PairId): number {
  return strength.indexOf(one) - strength.indexOf(other);
}

/** What is to be done about those that are due, the strongest first. */
export function planOf(
  all: readonly KeptSchedule[],
  state: PersonState,
  now: Instant,
): readonly ScheduleStep[] {
  const running = all.flatMap((schedule): Running[] => {
    const { until = 0 } = schedule.held ?? {};
    return until > now ? [{ schedule, until }] : [];
  });
  const due = all
    .flatMap((schedule): readonly DueSchedule[] =>
      schedule.next !== undefined && schedule.next.dueAt <= now ? [{ schedule, next: schedule.next }] : [],
    )
    .toSorted((one, other) => compare(one.schedule, other.schedule));
  // What is to come of their own chain goes before what comes after a rule.
  const isFollowed = all.some(
    ({ chain, next, held }) => chain !== undefined && chain === state.chain && next && !held,
  );
  return due.map((one): ScheduleStep => {
    const { startsAt, endsAt } = one.next;
    const { chain, rule } = one.schedule;
    const { status } = rule;
    // A newer choice has ended it.
    if (chain !== undefined && chain !== state.chain) return { kind: 'miss', ...one };
    const isLate = now - startsAt > lateMs;
    if (endsAt - now < (isLate ? leastMs : pairOf(status).minSeconds * 1000)) return { kind: 'miss', ...one };
    const choice = chosenUntil(state, one.schedule, all, now) ?? 0;
    const stronger = strongerUntil(running, one);
    const until = Math.max(choice, stronger);
    // What comes after something comes after it, however long that was made to last.
    if (chain !== undefined && choice > now) return { kind: 'follow', until: choice, ...one };
    if (until > now) {
      const kind = endsAt - until < leastMs ? 'giveUp' : 'wait';
      return { kind, because: choice > stronger ? 'choice' : 'stronger', until, ...one };
    }
    running.push({ schedule: one.schedule, until: endsAt });
    const begun = chain ?? (isFollowed ? undefined : chainFrom(one));
    return { kind: 'start', ...one, ...(begun === undefined ? {} : { chain: begun }) };
  });
}

/** The name of the chain that begins with this time of a rule: the same whenever it is asked for. */
function chainFrom({ schedule, next }: DueSchedule): ChainId | undefined {
  return schedule.rule.then === undefined ? undefined : `${schedule.id}:${next.startsAt}`;
}

interface Running {
  readonly schedule: KeptSchedule;
  readonly until: Instant;
}

/** Negative where the first goes before the second: of a chain and a rule the one that was said later. */
function compare(one: KeptSchedule, other: KeptSchedule): number {
  const isChoice = (one.chain === undefined) !== (other.chain === undefined);
  return isChoice ? other.madeAt - one.madeAt : compareStatuses(one.rule.status, other.rule.status);
}

/** Until when one of those that run keeps another from being set; 0: none does. */
function strongerUntil(running: readonly Running[], { schedule, next }: DueSchedule): Instant {
  if (pairOf(schedule.rule.status).slot === 'session') return 0;
  const before = running.filter((one) => {
    if (pairOf(one.schedule.rule.status).slot === 'session') return false;
    const order = compare(one.schedule, schedule);
    return order < 0 || (order === 0 && one.until >= next.endsAt);
  });
  return Math.max(0, ...before.map(({ until }) => until));
}

/** The end of what the person chose after they made the schedule, where they named it; undefined: nothing such holds. */
function chosenUntil(
  state: PersonState,
  { rule, madeAt }: KeptSchedule,
  all: readonly KeptSchedule[],
  now: Instant,
): Instant | undefined {
  const { slot } = pairOf(rule.status);
  const holding = inForce(state, slot, now);
  const changed = state.changed[slot] ?? 0;
  if (holding === undefined || changed <= madeAt || state.unnamed?.[slot] === changed) return undefined;
  const isScheduled = all.some(
    (one) =>
      // What a chain has set that was said later is a choice as well.
      !(one.chain !== undefined && one.madeAt > madeAt) &&
      one.rule.status === holding.pair &&
      one.held !== undefined &&
      isSameEnd(one.held.until, holding.endsAt),
  );
  return isScheduled ? undefined : holding.endsAt;
}

/** The schedule as dates are computed of it. */
export function timedOf({ rule, zone, skips }: KeptSchedule): Timed {
  return { status: rule.status, timing: rule.timing, zone, skips };
}

const weekMs = 7 * 86_400_000;
/** Occurrences looked at for the next one that is not over. */
const mostLooked = 50;

/** The schedule with the first occurrence as its next that starts after that instant and is not over, nor nearly. */
export function advanced(schedule: KeptSchedule, after: Instant, now: Instant): KeptSchedule {
  const { pausedUntil = 0, held } = schedule;
  if (pausedUntil >= untilResumed) return { ...schedule, next: undefined, overAt: undefined };
  const from = Math.max(after + 1, pausedUntil, now - weekMs);
  const next = occurrencesFrom(timedOf(schedule), from, mostLooked).find(
    ({ startsAt, endsAt }) => startsAt >= now || endsAt - now >= leastMs,
  );
  const moved = { ...schedule, told: schedule.told === 'failed' ? schedule.told : undefined, failures: 0 };
  return next === undefined
    ? // Once it is resumed, a pause that outlasts it may be over.
      { ...moved, next: undefined, overAt: Math.max(now, held?.until ?? 0, pausedUntil) }
    : {
        ...moved,
        next: { startsAt: next.startsAt, endsAt: next.endsAt, dueAt: next.startsAt },
        overAt: undefined,
      };
}

/** The schedule after its occurrence was started. */
export function started({ schedule, next }: DueSchedule, now: Instant): KeptSchedule {
  const held = { from: next.startsAt, until: next.endsAt };
  return advanced({ ...schedule, held, told: undefined }, next.startsAt, now);
}

/** What a stronger one has taken the place of, and outlasts it, comes back when that ends: once more due. */
export function broughtBack(
  schedule: KeptSchedule,
  stronger: DueSchedule,
  now: Instant,
): KeptSchedule | undefined {
  const { held, rule } = schedule;
  const { endsAt } = stronger.next;
  const { status } = stronger.schedule.rule;
  if (held === undefined || held.until <= now || held.until - endsAt < leastMs) return undefined;
  if (pairOf(rule.status).slot === 'session' || compareStatuses(status, rule.status) > 0) return undefined;
  return {
    ...schedule,
    held: undefined,
    overAt: undefined,
    next: { startsAt: held.from, endsAt: held.until, dueAt: endsAt },
  };
}

/** Every other week counts from the first such day to come: whoever says it on a Friday means next Tuesday. */
export function begun({ status, timing }: ScheduleRule, zone: string, now: Instant): ScheduleTiming {
  if (timing.kind === 'once' || timing.startsOn !== undefined) return timing;
  const each = { ...timing, rrule: timing.rrule.replace(/INTERVAL=\d+;/, '') };
  if (each.rrule === timing.rrule) return { ...timing, startsOn: localDate(now, zone) };
  const [first] = occurrencesFrom({ status, timing: each, zone, skips: [] }, now, 1);
  return { ...timing, startsOn: first?.date ?? localDate(now, zone) };
}
