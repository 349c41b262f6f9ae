import { command } from './command.ts';

export const details = command('details', {
  name: 'details',
  summary: 'Shows the last request I sent for you and what Microsoft Graph answered, for support.',
  examples: ['details'],
  deed: (_reading, desk) => ({
    kind: 'tell',
    answer: async () => ({ kind: 'details', call: (await desk.recall()).call }),
  }),
});
