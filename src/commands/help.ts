import { command } from './command.ts';

export const help = command('help', {
  action: () => ({ kind: 'tell', answer: () => ({ kind: 'help' }) }),
});
