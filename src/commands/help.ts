import { command } from './command.ts';

export const help = command('help', {
  action: (_command, { records }) => ({
    kind: 'tell',
    answer: () => ({ kind: 'help', keys: records?.keys !== undefined }),
  }),
});
