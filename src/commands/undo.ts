import type { ChangeId } from '../presence/change.ts';
import { scheduledSince } from '../presence/meeting.ts';
import { undoLast } from '../presence/undo.ts';
import { stepsOf } from '../presence/schedule.ts';
import { changeCalendar } from './calendar.ts';
import { command } from './command.ts';
import type { CommandContext, Revision } from './context.ts';
import { changeSchedules } from './change-schedules.ts';
import { answerNewsPress } from './meeting-press.ts';

export const undo = command('undo', {
  action: (_command, context) => ({ kind: 'revise', ...undoRevision(undefined, context) }),
});

/** Undoes the last change; `change` names the one that is meant, which must still be the last. */
export function undoRevision(change: ChangeId | undefined, context: CommandContext): Revision {
  return {
    did: 'undo',
    ...(change === undefined ? {} : { since: change }),
    requestOf: (state, now, stack) => {
      const since = Math.max(state.last?.id ?? 0, scheduledSince(stack, 0)?.openedAt ?? 0);
      const { schedulesEditedAt = 0, calendarEditedAt = 0 } = stack;
      // Nothing was set since they last changed the rules for their calendar, or their schedules: that is what is taken back.
      if (change === undefined && calendarEditedAt > Math.max(since, schedulesEditedAt)) {
        return { instead: () => changeCalendar(context, { kind: 'undo', since }, 'undone') };
      }
      if (change === undefined && schedulesEditedAt > since) {
        return {
          instead: () =>
            changeSchedules(
              context,
              // Where both were edited at once, both are taken back.
              {
                kind: 'undo',
                since,
                ...(calendarEditedAt === schedulesEditedAt ? { at: schedulesEditedAt } : {}),
              },
              { what: 'undone' },
            ),
        };
      }
      const found = undoLast(state, now, change, stack);
      switch (found.kind) {
        case 'undo':
          return found;
        case 'endMeeting':
          return { instead: () => answerNewsPress({ act: 'endMeeting', meeting: found.meeting }, context) };
        case 'none': {
          const next = stepsOf(stack.chained ?? [], change === undefined ? state.chain : undefined);
          const which = state.chain === undefined ? undefined : { chain: state.chain };
          // What holds is over, or was started as a session: what is to come after it is left to be taken back.
          if (next.length > 0 && which !== undefined)
            return {
              instead: () => changeSchedules(context, { kind: 'remove', which }, { what: 'removed' }),
            };
          return { answer: { kind: 'nothingToUndo', because: found } };
        }
      }
    },
  };
}
