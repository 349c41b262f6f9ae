import { command } from './command.ts';

export const help = command('help', {
  name: 'help',
  summary: 'What you can say.',
  examples: ['help'],
  deed: () => ({ kind: 'tell', answer: () => ({ kind: 'help' }) }),
});
