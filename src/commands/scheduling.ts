/** Time ahead. */

import type { ScheduleCommand } from '../parser/reading.ts';
import type { CommandEntry } from './command.ts';

type Entry = Pick<CommandEntry<ScheduleCommand['kind']>, 'offers' | 'audience' | 'action'>;

/** Nothing can be scheduled yet. */
const later: Entry = {
  offers: [],
  audience: 'sender',
  action: () => ({
    kind: 'tell',
    answer: () => ({ kind: 'refusal', refusal: { code: 'schedule', words: [] } }),
  }),
};

export const schedule = later;
export const chain = later;
export const schedules = later;
export const scheduledDays = later;
export const skipSchedule = later;
export const pauseSchedules = later;
export const resumeSchedules = later;
export const removeSchedule = later;
export const changeSchedule = later;
export const endReminders = later;
