import { undoing } from '../presence/undo.ts';
import { command } from './command.ts';
import { undone } from './undone.ts';

export const undo = command('undo', {
  action: (_reading, context) => ({
    kind: 'change',
    did: 'undo',
    // What it puts back is known only when its turn comes.
    replaces: [],
    requestOf: (state, now, stack) => undone(undoing(state, now, undefined, stack), context),
  }),
});
