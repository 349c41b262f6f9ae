/** What a row says that a sentence about time ahead means, held against its reading. */

import type { End } from '../../src/presence/intent.ts';
import type { ScheduleCommand } from '../../src/parser/reading.ts';

/** What a row says of a schedule. */
export interface Meant {
  readonly kind: string;
  readonly status?: string | null;
  /** Of a rule for one's calendar: which events. */
  readonly when?: unknown;
  readonly start?: string;
  readonly end?: string;
  readonly rrule?: string;
  readonly from?: string;
  readonly to?: string;
  readonly message?: string;
  readonly date?: string;
  readonly until?: string;
  readonly byday?: string;
  readonly quietHours?: boolean;
  readonly on?: boolean;
  /** Each state with its end: an instant, seconds from the end before it, or none. */
  readonly steps?: readonly (readonly [string, string | number | null])[];
}

/** Kinds that the rows call by other names. */
const called: Readonly<Record<string, string>> = { skip: 'skipSchedule', preview: 'scheduledDays' };

/** Whether the reading says all that the row means, and nothing else. */
export function meetsSchedule(reading: ScheduleCommand, meant: Meant, now: number): boolean {
  if (reading.kind !== (called[meant.kind] ?? meant.kind)) return false;
  // "schedule skipped", "any days": nothing more is told.
  const told = partsOf(reading, now);
  return told.every(([key, value]) => value === expected(meant, key));
}

function expected(meant: Meant, key: keyof Meant): unknown {
  const value = meant[key];
  // Of what comes again, the day that it begins on.
  if (key === 'start' && meant.rrule !== undefined)
    return typeof value === 'string' ? value.slice(0, 10) : undefined;
  if (key === 'start' || key === 'end' || key === 'until')
    return typeof value === 'string' ? Date.parse(value) : undefined;
  if (key !== 'steps') return value;
  return JSON.stringify(
    meant.steps?.map(([status, end]) => [status, typeof end === 'string' ? Date.parse(end) : end]),
  );
}

type Parts = readonly (readonly [keyof Meant, unknown])[];

function partsOf(reading: ScheduleCommand, now: number): Parts {
  switch (reading.kind) {
    case 'schedule': {
      const { timing, status, message } = reading;
      const said = [
        ['status', status],
        ['message', message],
      ] as const;
      if (timing.kind === 'once')
        return [...said, ['start', timing.startsAt], ['end', timing.endsAt], ['rrule', undefined]];
      const { rrule, from, to, startsOn } = timing;
      return [
        ...said,
        ['rrule', rrule],
        ['from', from],
        ['to', to],
        ...(startsOn === undefined ? [] : [['start', startsOn] as const]),
      ];
    }
    case 'chain':
      return [['steps', JSON.stringify(reading.steps.map(({ status, end }) => [status, endOf(end)]))]];
    case 'skipSchedule':
      // Quiet hours are do not disturb.
      return [
        ['date', reading.on],
        ['status', reading.which.status ?? (reading.which.quietHours ? 'doNotDisturb' : undefined)],
      ];
    case 'pauseSchedules':
      return [
        [
          'until',
          reading.until.said === 'duration'
            ? now + reading.until.seconds * 1000
            : (endOf(reading.until) ?? undefined),
        ],
      ];
    case 'scheduledDays':
      return [
        ['from', reading.from],
        ['to', reading.to],
      ];
    case 'removeSchedule':
      return [
        ['byday', reading.which.byDay],
        ['status', reading.which.status],
      ];
    case 'changeSchedule':
      return [
        ['from', reading.from],
        ['to', reading.to],
        ['status', reading.which.status],
      ];
    case 'endReminders':
      return [['on', reading.on]];
    case 'schedules':
    case 'resumeSchedules':
      return [];
  }
}

function endOf(end: End): number | null {
  return end.said === 'instant' ? end.at : end.said === 'duration' ? end.seconds : null;
}
