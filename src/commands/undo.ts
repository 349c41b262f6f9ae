import { undoing } from '../presence/ledger.ts';
import { command } from './command.ts';

export const undo = command('undo', {
  name: 'undo',
  summary: 'Puts back what I had set before, otherwise clears. Twice is safe.',
  examples: ['undo'],
  deed: () => ({
    kind: 'change',
    did: 'undo',
    // What it puts back is known only when its turn comes.
    replaces: [],
    wishing: (ledger, now) => {
      const undone = undoing(ledger, now);
      switch (undone.kind) {
        case 'nothing':
          return { answer: { kind: 'nothingToUndo' } };
        case 'already':
          return { answer: { kind: 'alreadyUndone' } };
        case 'undo':
          return undone;
      }
    },
  }),
});
