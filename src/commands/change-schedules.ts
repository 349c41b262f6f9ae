/** What needs somebody's schedules on record. */

import type { ScheduleRequest } from '../presence/schedule.ts';
import type { Answer, ScheduleDid } from './answer.ts';
import type { CommandContext } from './context.ts';
import { recorded } from './recorded.ts';

/** Does it on record, and tells how they are then. */
export function changeSchedules(
  context: CommandContext,
  request: ScheduleRequest,
  did: ScheduleDid,
): Promise<Answer> {
  return recorded(
    context,
    'schedules',
    (records, who) => records.schedules(who, request),
    (change) => ({ kind: 'schedules', change, did }),
  );
}
