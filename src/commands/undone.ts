/** What `undo` does about what there is to take back: a change, the end of a meeting's session, or only words. */

import type { Undoing } from '../presence/undo.ts';
import type { Desk, Wishing } from './desk.ts';
import { answerNewsPress } from './meeting-press.ts';

export function undone(found: Undoing, desk: Desk): ReturnType<Wishing> {
  switch (found.kind) {
    case 'undo':
      return found;
    case 'endMeeting':
      return { instead: () => answerNewsPress({ act: 'endMeeting', meeting: found.meeting }, desk) };
    case 'none':
      return { answer: { kind: 'nothingToUndo', because: found } };
  }
}
