/** How sentences about time ahead fare. */

import { isDeepStrictEqual } from 'node:util';
import type { Reading, ScheduleCommand } from '../../src/parser/reading.ts';
import { occurrencesFrom } from '../../src/schedules/occurrences.ts';
import { begun } from '../../src/schedules/plan.ts';
import { readRow, type Row } from './corpus.ts';
import { type Meant, meetsSchedule } from './schedule-meaning.ts';

/** `unsafe`: something else is done than what was meant. */
export type Verdict = 'right' | 'asked' | 'wrong' | 'unsafe';

/** How that row was read. */
export function verdictOf(row: Row): Verdict {
  const reading = readRow(row);
  const meant: readonly Meant[] = [row.expect, ...(row.alsoAccept ?? [])];
  if (meant.some((one) => meets(reading, one, Date.parse(row.now))))
    return reading.kind !== 'schedule' || comesWhenMeant(reading, row) ? 'right' : 'unsafe';
  if (reading.kind === 'ask') return 'asked';
  return harmless.has(reading.kind) ? 'wrong' : 'unsafe';
}

/** Whether it comes next at the times that the row tells. */
function comesWhenMeant({ status, timing }: ScheduleReading, { next = [], now, tz }: Row): boolean {
  const at = Date.parse(now);
  const timed = { status, timing: begun({ status, timing }, tz, at), zone: tz, skips: [] };
  const found = occurrencesFrom(timed, at, next.length);
  return next.every(
    ({ start, end }, index) =>
      found[index]?.startsAt === Date.parse(start) &&
      (end === undefined || found[index].endsAt === Date.parse(end)),
  );
}

type ScheduleReading = Extract<Reading, { kind: 'schedule' }>;

function meets(reading: Reading, meant: Meant, now: number): boolean {
  if (reading.kind === 'calendarRule')
    return (
      meant.kind === 'calendarRule' &&
      isDeepStrictEqual(reading.when, meant.when) &&
      reading.then === (meant.status ?? 'nothing')
    );
  if (reading.kind === 'clear' && reading.slots.join() === 'location')
    return meant.kind === 'clearWorkLocation';
  if (isScheduleCommand(reading)) return meetsSchedule(reading, meant, now);
  return reading.kind === (meant.kind === 'error' || meant.kind === 'holidays' ? 'refuse' : meant.kind);
}

const kinds: ReadonlySet<string> = new Set<ScheduleCommand['kind']>([
  ...(['schedule', 'chain', 'schedules', 'scheduledDays', 'skipSchedule', 'pauseSchedules'] as const),
  ...(['resumeSchedules', 'removeSchedule', 'changeSchedule', 'endReminders'] as const),
]);

function isScheduleCommand(reading: Reading): reading is ScheduleCommand {
  return kinds.has(reading.kind);
}

const harmless: ReadonlySet<string> = new Set<Reading['kind']>([
  ...(['refuse', 'none', 'status', 'help', 'schedules', 'scheduledDays', 'whatIf'] as const),
  ...(['picker', 'details', 'meetings', 'why', 'calendarRules'] as const),
]);
