import type { ChangeId } from '../presence/change.ts';
import { undoLast } from '../presence/undo.ts';
import { command } from './command.ts';
import type { CommandContext, Revision } from './context.ts';
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
      const found = undoLast(state, now, change, stack);
      switch (found.kind) {
        case 'undo':
          return found;
        case 'endMeeting':
          return { instead: () => answerNewsPress({ act: 'endMeeting', meeting: found.meeting }, context) };
        case 'none':
          return { answer: { kind: 'nothingToUndo', because: found } };
      }
    },
  };
}
