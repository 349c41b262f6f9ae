import { command } from './command.ts';

export const details = command('details', {
  action: (_command, context) => ({
    kind: 'tell',
    answer: async () => {
      const { state, known } = await context.recall();
      // The last one that this process sent is better than none, for support.
      return known || state.call !== undefined ? { kind: 'details', call: state.call } : { kind: 'notKnown' };
    },
  }),
});
