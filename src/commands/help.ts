import { command } from './command.ts';

export const help = command('help', {
  deed: () => ({ kind: 'tell', answer: () => ({ kind: 'help' }) }),
});
