/** What the buttons on the card of schedules ask for. */

import type { Instant } from '../presence/intent.ts';
import type { Answer } from './answer.ts';
import type { CommandContext } from './context.ts';
import { changeSchedules } from './change-schedules.ts';

/** A press on one of somebody's schedules, or on what was done last about them. */
export type SchedulePress =
  | { readonly act: 'skipNext'; readonly id: string; readonly startsAt: Instant }
  | { readonly act: 'pauseSchedule' | 'resumeSchedule' | 'removeSchedule'; readonly id: string }
  | { readonly act: 'tellStarts' | 'hideStarts'; readonly id: string }
  | { readonly act: 'moveZone'; readonly zone: string }
  | { readonly act: 'undoSchedules'; readonly at: Instant };

/** Does it, and tells how they are then. Each may be pressed twice. */
export function answerSchedulePress(press: SchedulePress, context: CommandContext): Promise<Answer> {
  switch (press.act) {
    case 'skipNext': {
      const { id, startsAt } = press;
      return changeSchedules(context, { kind: 'skipNext', id, startsAt }, { what: 'skipped' });
    }
    case 'pauseSchedule':
      return changeSchedules(
        context,
        { kind: 'pause', which: { id: press.id }, until: undefined },
        { what: 'paused', until: undefined, assumed: [] },
      );
    case 'resumeSchedule':
      return changeSchedules(context, { kind: 'resume', which: { id: press.id } }, { what: 'resumed' });
    case 'removeSchedule':
      return changeSchedules(context, { kind: 'remove', which: { id: press.id } }, { what: 'removed' });
    case 'tellStarts':
    case 'hideStarts': {
      const on = press.act === 'tellStarts';
      return changeSchedules(context, { kind: 'news', id: press.id, on }, { what: on ? 'told' : 'hidden' });
    }
    case 'moveZone':
      return moveZone(context, press.zone);
    case 'undoSchedules':
      return changeSchedules(context, { kind: 'undo', since: 0, at: press.at }, { what: 'undone' });
  }
}

async function moveZone(context: CommandContext, zone: string): Promise<Answer> {
  const answered = await changeSchedules(context, { kind: 'moveZone', zone }, { what: 'moved', zone });
  if (answered.kind !== 'schedules') return answered;
  const { calendar, changed } = answered.change;
  // Nothing of theirs but the rules for their calendar has moved.
  return calendar === undefined || changed.length > 0
    ? answered
    : { kind: 'calendar', change: calendar, did: 'moved' };
}
