/** What `undo` does about what there is to take back: a change, the end of a meeting's session, or only words. */

import type { Undoing } from '../presence/undo.ts';
import type { CommandContext, RequestOf } from './context.ts';
import { answerNewsPress } from './meeting-press.ts';

export function undone(found: Undoing, context: CommandContext): ReturnType<RequestOf> {
  switch (found.kind) {
    case 'undo':
      return found;
    case 'endMeeting':
      return { instead: () => answerNewsPress({ act: 'endMeeting', meeting: found.meeting }, context) };
    case 'none':
      return { answer: { kind: 'nothingToUndo', because: found } };
  }
}
