/** What people ask of their schedules, as a change of what is on record. Pure, but for the names of what is new. */

import { randomUUID } from 'node:crypto';
import type { Guid, Instant } from '../presence/intent.ts';
import { pairOf } from '../presence/pairs.ts';
import {
  mostSchedules,
  untilResumed,
  type ScheduleChange,
  type ScheduleRequest,
  type WhichSchedules,
} from '../presence/schedule.ts';
import type { KeptSchedule } from '../store/schedule-rows.ts';
import { localDate, occurrencesBetween } from './occurrences.ts';
import { advanced, begun, timedOf } from './plan.ts';

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
  readonly because?: readonly KeptSchedule[];
}

type EditRequest = Exclude<ScheduleRequest, { kind: 'list' | 'days' | 'undo' | 'chain' }>;

/** What the request comes to. */
export function editOf(request: EditRequest, ground: Ground): Edit {
  const { all, now } = ground;
  const changing = (some: readonly KeptSchedule[]): Edit => ({ put: some, remove: [] });
  switch (request.kind) {
    case 'add':
      return add(request, ground);
    case 'skip':
      return skip(request, ground);
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
    case 'news':
      return changing(all.filter(({ id }) => id === request.id).map((one) => withNews(one, request.on)));
    case 'moveZone':
      return changing(
        all
          .filter(({ rule, zone }) => rule.timing.kind === 'recurring' && zone !== request.zone)
          .map((one) => renewed({ ...one, zone: request.zone }, now)),
      );
    case 'resume':
      return changing(
        meant(all, request.which)
          .filter(({ pausedUntil = 0 }) => pausedUntil > now)
          .map((one) => renewed({ ...one, pausedUntil: undefined }, now)),
      );
    case 'remove':
      return oneOf(meant(all, request.which), request.which, (remove) => ({ put: [], remove }));
    case 'retime':
      return oneOf(meant(all, request.which), request.which, (some) =>
        changing(some.flatMap((one) => retimed(one, request, now) ?? [])),
      );
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
  const made: KeptSchedule = {
    id: randomUUID(),
    userId,
    tenantId,
    rule: { ...rule, timing: begun(rule, zone, now) },
    zone,
    skips: [],
    madeAt: now,
    failures: 0,
  };
  const next = renewed(made, now);
  if (next.next === undefined) return { put: [], remove: [], refused: 'never' };
  const same = all.filter((one) => isSame(one, next, now));
  if (same.length > 0) return { put: [], remove: [], refused: 'same', because: same };
  return { put: [next], remove: [] };
}

/** Whether it says what the other one says, be it paused or skipped. */
function isSame(one: KeptSchedule, added: KeptSchedule, now: Instant): boolean {
  const said = ({ zone, rule: { status, timing, message, quietHours, then } }: KeptSchedule) =>
    JSON.stringify([zone, status, message, quietHours, then, { ...timing, startsOn: undefined }]);
  // Every other week may be the other weeks.
  const { next } = renewed({ ...one, skips: [], pausedUntil: undefined }, now);
  return said(one) === said(added) && next?.startsAt === added.next?.startsAt;
}

/** What is not taken back one by one is asked about, unless all are meant. */
function oneOf(
  some: readonly KeptSchedule[],
  { every, ...narrow }: WhichSchedules,
  edit: (some: readonly KeptSchedule[]) => Edit,
): Edit {
  return some.length > 1 && every !== true && Object.keys(narrow).length > 0
    ? { put: [], remove: [], refused: 'several', because: some }
    : edit(some);
}

function skip({ which, on }: Extract<EditRequest, { kind: 'skip' }>, { all, now }: Ground): Edit {
  const some = meant(all, which);
  const ahead = some.filter((one) => isOn(one, on, now));
  if (ahead.length > 0) return { put: ahead.map((one) => skipped(one, on, now)), remove: [] };
  const running = some.filter(
    ({ held, zone }) => held !== undefined && held.until > now && localDate(held.from, zone) === on,
  );
  return running.length === 0
    ? { put: [], remove: [] }
    : { put: [], remove: [], refused: 'runs', because: running };
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
    (which.rrule === undefined ||
      (timing.kind === 'recurring' && timing.rrule.replace(/;UNTIL=.*/, '') === which.rrule)) &&
    (which.from === undefined || (timing.kind === 'recurring' && timing.from === which.from)) &&
    (which.to === undefined || (timing.kind === 'recurring' && timing.to === which.to)) &&
    (which.byDay === undefined || (timing.kind === 'recurring' && daysOf(timing.rrule).includes(which.byDay)))
  );
}

function daysOf(rrule: string): readonly string[] {
  const days = /BYDAY=([^;]+)/.exec(rrule)?.[1]?.split(',') ?? [];
  return days.map((day) => day.slice(-2));
}

/** Whether it is to start on that day, or should have and waits. */
function isOn(one: KeptSchedule, date: string, now: Instant): boolean {
  if (one.next !== undefined && localDate(one.next.startsAt, one.zone) === date) return true;
  const ahead = occurrencesBetween(timedOf(one), now - 86_400_000, now + 400 * 86_400_000, 500);
  return ahead.some(
    ({ date: day, startsAt }) => day === date && startsAt >= now && startsAt !== one.held?.from,
  );
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

function withNews(one: KeptSchedule, on: boolean): KeptSchedule {
  const { news: _, ...rule } = one.rule;
  return { ...one, rule: on ? { ...rule, news: true } : rule };
}
