/** What people ask of their schedules, as a change of what is on record. Pure, but for the names of what is new. */

import { randomUUID } from 'node:crypto';
import type { Guid, Instant } from '../presence/intent.ts';
import { pairOf } from '../presence/pairs.ts';
import {
  mostSchedules,
  untilResumed,
  type Schedule,
  type ScheduleChange,
  type ScheduleRequest,
  type WhichSchedules,
} from '../presence/schedule.ts';
import type { KeptSchedule } from '../store/schedule-rows.ts';
import { localDate, occurrencesBetween } from './occurrences.ts';
import { advanced, timedOf } from './plan.ts';
import { scheduleOf } from './view.ts';

/** Whose, when, and what there is. */
interface Ground {
  readonly userId: Guid;
  readonly tenantId: string;
  readonly now: Instant;
  readonly all: readonly KeptSchedule[];
}

/** Schedules as they are to be, those that go, and why nothing is done. */
interface Edit {
  readonly put: readonly KeptSchedule[];
  readonly remove: readonly KeptSchedule[];
  readonly refused?: ScheduleChange['refused'];
}

type EditRequest = Exclude<ScheduleRequest, { kind: 'list' | 'undo' | 'chain' }>;

/** What the request comes to. */
export function editOf(request: EditRequest, ground: Ground): Edit {
  const { all, now } = ground;
  const changing = (some: readonly KeptSchedule[]): Edit => ({ put: some, remove: [] });
  switch (request.kind) {
    case 'add':
      return add(request, ground);
    case 'skip':
      return changing(
        meant(all, request.which)
          .filter((one) => isOn(one, request.on, now))
          .map((one) => skipped(one, request.on, now)),
      );
    case 'skipNext':
      return changing(
        all
          .filter(({ id, next }) => id === request.id && next?.startsAt === request.startsAt)
          .map((one) => skipped(one, localDate(request.startsAt, one.zone), now)),
      );
    case 'pause':
      return changing(
        meant(all, request.which).map((one) =>
          renewed({ ...one, pausedUntil: request.until ?? untilResumed }, now),
        ),
      );
    case 'resume':
      return changing(
        meant(all, request.which)
          .filter(({ pausedUntil = 0 }) => pausedUntil > now)
          .map((one) => renewed({ ...one, pausedUntil: undefined }, now)),
      );
    case 'remove':
      return { put: [], remove: meant(all, request.which) };
    case 'retime':
      return changing(meant(all, request.which).flatMap((one) => retimed(one, request, now) ?? []));
  }
}

/** What holds at the same time in the next four weeks. */
export function overlapsOf(
  one: KeptSchedule,
  all: readonly KeptSchedule[],
  now: Instant,
): readonly KeptSchedule[] {
  const own = occurrencesBetween(timedOf(one), now, now + soonMs, mostCompared);
  return all.filter((other) => {
    if (other.id === one.id || pairOf(other.rule.status).slot !== pairOf(one.rule.status).slot) return false;
    const theirs = occurrencesBetween(timedOf(other), now, now + soonMs, mostCompared);
    return own.some(({ startsAt, endsAt }) =>
      theirs.some((their) => their.startsAt < endsAt && startsAt < their.endsAt),
    );
  });
}

const soonMs = 28 * 86_400_000;
const mostCompared = 100;

function add(
  { rule, zone }: Extract<EditRequest, { kind: 'add' }>,
  { userId, tenantId, now, all }: Ground,
): Edit {
  const rules = all.filter(
    ({ next, pausedUntil, chain }) =>
      chain === undefined && (next !== undefined || pausedUntil !== undefined),
  );
  if (rules.length >= mostSchedules) return { put: [], remove: [], refused: 'tooMany' };
  // Every other week counts from the week in which it was said.
  const timing =
    rule.timing.kind === 'recurring' && rule.timing.startsOn === undefined
      ? { ...rule.timing, startsOn: localDate(now, zone) }
      : rule.timing;
  const made: KeptSchedule = {
    id: randomUUID(),
    userId,
    tenantId,
    rule: { ...rule, timing },
    zone,
    skips: [],
    madeAt: now,
    failures: 0,
  };
  const next = renewed(made, now);
  return next.next === undefined ? { put: [], remove: [], refused: 'never' } : { put: [next], remove: [] };
}

/** Those that were meant. Quiet hours are named as such where there is anything else of their status. */
function meant(all: readonly KeptSchedule[], which: WhichSchedules): readonly KeptSchedule[] {
  const some = all.filter((one) => fits(one, which));
  const named = some.filter(({ rule }) => rule.quietHours !== true);
  return which.status !== undefined && named.length > 0 ? named : some;
}

function fits({ id, rule, chain }: KeptSchedule, which: WhichSchedules): boolean {
  const { timing } = rule;
  return (
    (which.id === undefined || which.id === id) &&
    (which.chain === undefined || which.chain === chain) &&
    (which.status === undefined || which.status === rule.status) &&
    (which.quietHours === undefined || rule.quietHours === true) &&
    (which.byDay === undefined || (timing.kind === 'recurring' && daysOf(timing.rrule).includes(which.byDay)))
  );
}

function daysOf(rrule: string): readonly string[] {
  const days = /BYDAY=([^;]+)/.exec(rrule)?.[1]?.split(',') ?? [];
  return days.map((day) => day.slice(-2));
}

function isOn(one: KeptSchedule, date: string, now: Instant): boolean {
  const ahead = occurrencesBetween(timedOf(one), now - 86_400_000, now + 400 * 86_400_000, 500);
  return ahead.some((occurrence) => occurrence.date === date && occurrence.startsAt >= now);
}

function skipped(one: KeptSchedule, date: KeptSchedule['skips'][number], now: Instant): KeptSchedule {
  const today = localDate(now, one.zone);
  return renewed({ ...one, skips: [...one.skips.filter((day) => day >= today), date] }, now);
}

/** The schedule with its next occurrence found anew: none that has begun. */
export function renewed(one: KeptSchedule, now: Instant): KeptSchedule {
  return advanced({ ...one, overAt: undefined }, now, now);
}

function retimed(
  one: KeptSchedule,
  { from, to }: Extract<EditRequest, { kind: 'retime' }>,
  now: Instant,
): KeptSchedule | undefined {
  const { timing } = one.rule;
  if (timing.kind !== 'recurring') return undefined;
  const moved = {
    ...timing,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return renewed({ ...one, rule: { ...one.rule, timing: moved } }, now);
}

function isAhead({ next, pausedUntil, runsUntil }: Schedule): boolean {
  return next.length > 0 || pausedUntil !== undefined || runsUntil !== undefined;
}

/** The change as its person sees it. */
export function changeOf(
  changed: readonly KeptSchedule[],
  all: readonly KeptSchedule[],
  now: Instant,
  more: { readonly refused?: ScheduleChange['refused']; readonly overlaps?: readonly KeptSchedule[] } = {},
): ScheduleChange {
  const seen = (some: readonly KeptSchedule[]) => some.map((one) => scheduleOf(one, now));
  const start = ({ next, runsUntil }: ReturnType<typeof scheduleOf>) =>
    runsUntil === undefined ? (next[0]?.startsAt ?? Infinity) : 0;
  return {
    // One whose only time was skipped has nothing left.
    all: seen(all)
      .filter(isAhead)
      .toSorted((one, other) => start(one) - start(other)),
    changed: seen(changed),
    overlaps: seen(more.overlaps ?? []),
    ...(changed.length === 0 ? {} : { at: now }),
    ...(more.refused === undefined ? {} : { refused: more.refused }),
  };
}
