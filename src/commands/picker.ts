import { command } from './command.ts';
import { emptyForm } from './form.ts';

export const picker = command('picker', {
  name: 'set',
  summary: 'Shows the statuses to choose from, for how long, and with which message.',
  examples: ['set', 'menu'],
  deed: () => ({ kind: 'tell', answer: () => ({ kind: 'picker', filled: emptyForm }) }),
});
