import { undoing } from '../presence/person-state.ts';
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
      const found = undoing(ledger, now);
      return found.kind === 'undo' ? found : { answer: { kind: 'nothingToUndo', because: found.why } };
    },
  }),
});
