/** How sentences about time ahead fare. */

import { isDeepStrictEqual } from 'node:util';
import type { Reading, ScheduleCommand } from '../../src/parser/reading.ts';
import { readRow, type Row } from './corpus.ts';
import { type Meant, meetsSchedule } from './schedule-meaning.ts';

/** `unsafe`: something else is done than what was meant. */
export type Verdict = 'right' | 'asked' | 'wrong' | 'unsafe';

/** How that row was read. */
export function verdictOf(row: Row): Verdict {
  const reading = readRow(row);
  const meant: readonly Meant[] = [row.expect, ...(row.alsoAccept ?? [])];
  if (meant.some((one) => meets(reading, one, Date.parse(row.now)))) return 'right';
  if (reading.kind === 'ask') return 'asked';
  return harmless.has(reading.kind) ? 'wrong' : 'unsafe';
}

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
